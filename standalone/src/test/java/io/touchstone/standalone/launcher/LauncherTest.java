package io.touchstone.standalone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the launcher in a folder of its own, with tools that only write down how they were called. */
class LauncherTest {
    private static final Path LAUNCHER = Path.of("..", "touchstone");

    /** Unpacks as the real one does, else only says how it was called. */
    private static final String FAKE_JAVA = """
            if [ "$1" = -Djarmode=tools ]; then mkdir -p "$6"; touch "$6/touchstone.jar"; exit 0; fi
            echo "java $*"
            for argument; do
              case $argument in -XX:AOTCacheOutput=*) touch "${argument#*=}" ;; esac
            done""";

    /** With a space: a home folder may have one. */
    @TempDir(factory = FolderWithSpace.class)
    Path folder;

    private Path home;
    private Path tools;
    private Path jdk;

    @BeforeEach
    void prepare() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        tools = Files.createDirectories(folder.resolve("tools"));
        jdk = folder.resolve("jdk");
        Files.copy(LAUNCHER, home.resolve("touchstone"));
        assertThat(home.resolve("touchstone").toFile().setExecutable(true)).isTrue();
        write(home.resolve("pom.xml"), "<project/>");
        write(home.resolve("standalone/pom.xml"), "<project/>");
        write(home.resolve("console/src/main/java/A.java"), "class A {}");
        write(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        script(jdk.resolve("bin/java"), FAKE_JAVA);
        script(jdk.resolve("bin/javac"), "");
        script(tools.resolve("node"), "echo v20.1.0");
        script(tools.resolve("npm"), "");
        maven(
                "3.8.7",
                "mkdir -p standalone/target; echo \"$JAVA_HOME\" >> builds; touch standalone/target/touchstone.jar");
    }

    @Test
    void help_emptyEnvironment_listsTheCommands() throws Exception {
        Run run = run(Map.of(), "help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).contains("./touchstone up", "./touchstone import", "./touchstone report");
    }

    @Test
    void unknownCommand_isRefused() throws Exception {
        Run run = run(Map.of(), "dance");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output())
                .isEqualTo("touchstone: command: dance (expected: up, demo, import, report or help).\n");
    }

    @Test
    void up_firstTime_saysWhichToolsItFoundAndBuilds() throws Exception {
        Run run = run(withTools(), "up", "--data", "a b");
        assertThat(run.exitCode()).isZero();
        assertThat(run.output())
                .contains(
                        "JDK    25.0.1 at " + jdk,
                        "Maven  3.8.7 at " + tools.resolve("mvn"),
                        "Node   20.1.0 at " + tools.resolve("node"))
                .contains("-Dtouchstone.home=" + home.toRealPath())
                .endsWith("touchstone.jar up --data a b\n");
        assertThat(run.output()).contains("-XX:AOTCache=" + home.toRealPath().resolve("standalone/target/launch"));
        assertThat(builds()).containsExactly(jdk.toString());
    }

    @Test
    void up_nothingChanged_doesNotBuildAgain() throws Exception {
        run(withTools(), "up");
        Run second = run(withTools(), "report", "winback");
        assertThat(second.output()).doesNotContain("Maven").endsWith("touchstone.jar report winback\n");
        assertThat(builds()).hasSize(1);
    }

    @Test
    void up_sourceChangedOrDeleted_buildsAgain() throws Exception {
        run(withTools(), "up");
        Path source = home.resolve("console/src/main/java/A.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        run(withTools(), "up");
        assertThat(builds()).hasSize(2);

        Files.delete(source);
        Files.setLastModifiedTime(
                source.getParent(), FileTime.from(Instant.now().plusSeconds(5)));
        run(withTools(), "up");
        assertThat(builds()).hasSize(3);
    }

    @Test
    void up_onlyATestChanged_doesNotBuildAgain() throws Exception {
        run(withTools(), "up");
        Path test = home.resolve("console/src/test/java/ATest.java");
        write(test, "class ATest {}");
        Files.setLastModifiedTime(test, FileTime.from(Instant.now().plusSeconds(5)));
        Files.setLastModifiedTime(
                home.resolve("console/src"), FileTime.from(Instant.now().minusSeconds(60)));
        run(withTools(), "up");
        assertThat(builds()).hasSize(1);
    }

    @Test
    void up_withoutRehearsal_startsWithoutItsCache() throws Exception {
        Map<String, String> environment = new HashMap<>(withTools());
        environment.put("TOUCHSTONE_REHEARSE", "no");
        Run run = run(environment, "up");
        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).doesNotContain("Rehearsing", "AOTCache");
    }

    @Test
    void up_manyBuilds_keepOnlyTheLastTwo() throws Exception {
        for (int i = 1; i <= 4; i++) {
            Files.setLastModifiedTime(
                    home.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(5L * i)));
            run(withTools(), "up");
        }
        try (var kept = Files.list(home.resolve("standalone/target/launch"))) {
            assertThat(kept.filter(Files::isDirectory)).hasSize(2);
        }
    }

    @Test
    void up_oldMaven_saysWhatIsExpected() throws Exception {
        maven("3.6.3", "exit 1");
        Run run = run(withTools(), "up");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output())
                .isEqualTo("touchstone: Maven: 3.6.3 at " + tools.resolve("mvn")
                        + " (expected: 3.8.7 or newer to build; install a newer one).\n");
    }

    @Test
    void up_oldNode_saysWhatIsExpected() throws Exception {
        script(tools.resolve("node"), "echo v18.19.1");
        Run run = run(withTools(), "up");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output())
                .isEqualTo("touchstone: Node: 18.19.1 at " + tools.resolve("node")
                        + " (expected: 20 or newer to build; install a newer one).\n");
    }

    @Test
    void up_buildFails_endsWithTwoAndBuildsAgainNextTime() throws Exception {
        maven("3.9.9", "echo '[ERROR] a.java:[1,1] no' && exit 1");
        Run run = run(withTools(), "up");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).contains("[ERROR] a.java:[1,1] no", "touchstone: the build failed");
        assertThat(home.resolve("standalone/.launch-lock")).doesNotExist();
    }

    @Test
    void up_throughALinkFromElsewhere_findsItsHome() throws Exception {
        Path link = Files.createSymbolicLink(tools.resolve("touchstone"), home.resolve("touchstone"));
        Run run = run(withTools(), List.of(link.toString(), "up"));
        assertThat(run.output()).contains("-Dtouchstone.home=" + home.toRealPath());
    }

    private Map<String, String> withTools() {
        return Map.of("PATH", tools.toString(), "TOUCHSTONE_JAVA_HOME", jdk.toString());
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(home.resolve("builds"));
    }

    private void maven(String version, String build) throws IOException {
        script(
                tools.resolve("mvn"),
                "if [ \"$1\" = --version ]; then echo 'Apache Maven " + version + " (x)'; exit 0; fi\n" + build);
    }

    private static void script(Path file, String body) throws IOException {
        write(file, "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private record Run(int exitCode, String output) {}

    private Run run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("touchstone").toString()));
        command.addAll(List.of(arguments));
        return run(environment, command);
    }

    private Run run(Map<String, String> environment, List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }
}
