package io.touchstone.client;

import static io.touchstone.client.LocalServer.await;
import static io.touchstone.client.TestDatafiles.greeting;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.client.ClientStatus.State;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The disk copy and the bootstrap, through clients. */
@Timeout(60)
class DatafileCopyTest {
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    @TempDir
    Path temporary;

    @Test
    void copy_serverGoneAtTheNextStart_isDecidedWith() throws Exception {
        Path folder = temporary.resolve("new/folder");
        URI uri;
        try (LocalServer server = new LocalServer(greeting(7, "kept"));
                TouchstoneClient client = options(server.uri()).folder(folder).build()) {
            uri = server.uri();
            await("the copy", () -> files(folder).size() == 1);
            assertThat(client.status().lastProblem()).isNull();
        }
        Path copy = files(folder).get(0);
        assertThat(Files.readString(copy)).isEqualTo(greeting(7, "kept"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(copy.getFileName().toString()).doesNotContain(LocalServer.KEY);

        try (TouchstoneClient restarted = options(uri).folder(folder).build()) {
            assertThat(restarted.status().state()).isEqualTo(State.STALE);
            assertThat(restarted.status().confirmedAgo()).isNull();
            assertThat(restarted.decide("greeting", "u").asString("mine")).isEqualTo("kept");
        }
        try (TouchstoneClient ofAnotherKey = options(uri)
                .apiKey("tsk_server_other")
                .initLimit(Duration.ofMillis(50))
                .folder(folder)
                .build()) {
            assertThat(ofAnotherKey.decide("greeting", "u").reason()).isEqualTo(DecisionReason.NOT_READY);
        }
    }

    @Test
    void copy_serverBack_isReplacedEvenByAnOlderVersion() throws Exception {
        try (LocalServer server = new LocalServer(greeting(7, "before"))) {
            try (TouchstoneClient client =
                    options(server.uri()).folder(temporary).build()) {
                assertThat(client.status().datafileVersion()).isEqualTo(7);
                await("the copy", () -> files(temporary).size() == 1);
            }
            server.publish(greeting(5, "restored"));
            try (TouchstoneClient client =
                    options(server.uri()).folder(temporary).build()) {
                assertThat(client.decide("greeting", "u").asString("mine")).isEqualTo("restored");
                await("the copy", () -> read(files(temporary).get(0)).contains("restored"));
            }
        }
    }

    @Test
    void copy_broken_isReportedIgnoredAndReplaced() throws Exception {
        try (LocalServer server = new LocalServer(greeting(1, "good"))) {
            options(server.uri()).folder(temporary).build().close();
            await("the copy", () -> files(temporary).size() == 1);
            Path copy = files(temporary).get(0);
            Files.writeString(copy, greeting(1, "good").substring(0, 40));

            server.failDatafile(true);
            try (TouchstoneClient client = options(server.uri())
                    .folder(temporary)
                    .initLimit(Duration.ofMillis(50))
                    .build()) {
                assertThat(client.decide("greeting", "u").reason()).isEqualTo(DecisionReason.NOT_READY);
                server.failDatafile(false);
                await("ready", () -> client.status().state() == State.READY);
                await("replaced", () -> read(copy).equals(greeting(1, "good")));
            }
            Problems problems = new Problems();
            new HeldDatafile(null, problems).restore("copy", "{".getBytes(StandardCharsets.UTF_8));
            assertThat(problems.last()).startsWith("copy.json: ");
        }
    }

    @Test
    void copy_folderThatCannotBeWritten_isReportedAndNothingElse() throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "not a folder");
        try (LocalServer server = new LocalServer(greeting(1, "good"));
                TouchstoneClient client =
                        options(server.uri()).folder(file.resolve("below")).build()) {
            await("the report", () -> String.valueOf(client.status().lastProblem())
                    .endsWith("(expected: a folder that can be written)"));
            assertThat(client.status().lastProblem()).startsWith("copy: ");
            assertThat(client.status().state()).isEqualTo(State.READY);
            assertThat(client.decide("greeting", "u").asString("mine")).isEqualTo("good");
        }
    }

    @Test
    void copy_thatCannotBeReplaced_isReportedAndLeavesNothingBehind() throws Exception {
        Problems problems = new Problems();
        DatafileCopy copy = new DatafileCopy(temporary, "owner", problems);
        copy.write("first".getBytes(StandardCharsets.UTF_8));
        await("written", () -> files(temporary).size() == 1);
        Path file = files(temporary).get(0);
        Files.delete(file);
        Files.createDirectories(file.resolve("in the way"));

        copy.write("second".getBytes(StandardCharsets.UTF_8));
        await("the report", () -> problems.last() != null);
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).containsExactly(file);
        }
        assertThat(copy.read()).isNull();
    }

    @Test
    void copy_leftByAKilledWriter_isRemovedAfterADay() throws Exception {
        Path old = Files.writeString(temporary.resolve("datafile-1.tmp"), "x");
        Path fresh = Files.writeString(temporary.resolve("datafile-2.tmp"), "x");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        assertThat(new DatafileCopy(temporary, "owner", new Problems()).read()).isNull();
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void bootstrap_file_isDecidedWithUntilTheServerAnswers() throws Exception {
        Path file = Files.writeString(temporary.resolve("datafile.json"), greeting(9, "shipped"));
        try (TouchstoneClient client = options(NOBODY).bootstrap(file).build()) {
            assertThat(client.status().state()).isEqualTo(State.STALE);
            assertThat(client.decide("greeting", "u").asString("mine")).isEqualTo("shipped");
        }
        try (LocalServer server = new LocalServer(greeting(2, "live"));
                TouchstoneClient client = options(server.uri()).bootstrap(file).build()) {
            assertThat(client.decide("greeting", "u").asString("mine")).isEqualTo("live");
        }
    }

    @Test
    void bootstrap_missingHugeOrBroken_isReported() throws Exception {
        Path huge = temporary.resolve("huge.json");
        Files.write(huge, new byte[Server.MAX_DATAFILE_BYTES + 1]);
        assertThat(problemOf(TouchstoneClient.builder().bootstrap(temporary.resolve("none"))))
                .startsWith("bootstrap: java.nio.file.NoSuchFileException");
        assertThat(problemOf(TouchstoneClient.builder().bootstrap(huge)))
                .contains("(expected: at most 16777216 bytes)");
        assertThat(problemOf(TouchstoneClient.builder().bootstrap("{\"schema\":9}")))
                .isEqualTo("bootstrap.schema: 9 (expected: at most 1)");
    }

    private static String problemOf(TouchstoneClientBuilder options) {
        Problems problems = new Problems();
        assertThat(options.startingDatafile(problems).current()).isNull();
        return problems.last();
    }

    private static TouchstoneClientBuilder options(URI uri) {
        return TouchstoneClient.builder()
                .baseUri(uri)
                .apiKey(LocalServer.KEY)
                .pollInterval(Duration.ofMillis(20))
                .streaming(false)
                .initLimit(Duration.ofSeconds(10));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
