package io.touchstone.standalone.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The whole command against a server that keeps the REST contract; waits take no time. */
class ImportCommandTest {

    private static final String SMALL = """
            user,arm,bought,spend,age
            u1,b,1,10.5,30
            u2,a,0,0,40
            u3,c,yes,-2,
            u4,b,,,50
            """;
    private static final List<String> SMALL_COLUMNS =
            List.of("--unit", "user", "--variant", "arm", "--control", "a", "--outcome", "bought", "spend");

    @TempDir
    Path folder;

    private StandInServer server;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T09:00:00Z"));
    private final List<Duration> pauses = new ArrayList<>();
    private String out = "";
    private String err = "";

    @BeforeEach
    void startServer() throws Exception {
        server = new StandInServer();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void run_newExperiment_createsWhatIsAbsent() throws Exception {
        assertThat(run(SMALL, "--covariate", "age", "--weights", "1,2,1", "--means", "welch"))
                .isZero();

        assertThat(server.flags().get("exp").toString())
                .isEqualTo("{\"key\":\"exp\",\"name\":\"exp\",\"type\":\"string\",\"default\":\"a\"}");
        assertThat(server.metrics().get("bought").toString())
                .contains("\"kind\":\"conversion\",\"event\":\"exp.bought\",\"range\":\"positive\"");
        assertThat(server.metrics().get("spend").toString())
                .contains("\"kind\":\"sum\",\"event\":\"exp.spend\",\"range\":\"signed\"")
                .doesNotContain("window");
        assertThat(server.experiments().get("exp").toString())
                .contains("\"imported\":true,\"control\":\"a\"")
                .contains(
                        "\"variants\":[{\"key\":\"a\",\"weight\":1,\"value\":\"a\"},{\"key\":\"b\",\"weight\":2,\"value\":\"b\"},"
                                + "{\"key\":\"c\",\"weight\":1,\"value\":\"c\"}]")
                .contains("{\"key\":\"bought\",\"role\":\"success\",\"means\":\"guarded\"}")
                .contains("{\"key\":\"spend\",\"role\":\"success\",\"means\":\"welch\"}")
                .contains("\"covariates\":[\"age\"]");
        assertThat(server.imports().get("imp_1").path("state").asString()).isEqualTo("sealed");
        assertThat(server.imports().get("imp_1").path("rows").asLong()).isEqualTo(4);
    }

    @Test
    void run_rows_becomeProfileExposureAndOutcomesASecondApart() throws Exception {
        run(SMALL, "--covariate", "age");

        assertThat(server.events("exposure"))
                .extracting(ImportCommandTest::unit, event -> text(event, "variant"), event -> text(event, "time"))
                .contains(tuple("u3", "c", "2026-11-22T08:00:00.123Z"))
                .hasSize(4);
        assertThat(server.events("outcome"))
                .extracting(
                        ImportCommandTest::unit,
                        event -> text(event, "name"),
                        event -> event.path("value").asDouble(0),
                        event -> text(event, "time"))
                .containsExactlyInAnyOrder(
                        tuple("u1", "exp.bought", 0.0, "2026-11-22T08:00:01.123Z"),
                        tuple("u1", "exp.spend", 10.5, "2026-11-22T08:00:01.123Z"),
                        tuple("u3", "exp.bought", 0.0, "2026-11-22T08:00:01.123Z"),
                        tuple("u3", "exp.spend", -2.0, "2026-11-22T08:00:01.123Z"));
        assertThat(server.events("profile"))
                .extracting(
                        ImportCommandTest::unit,
                        event -> event.path("attributes").toString(),
                        event -> text(event, "time"))
                .contains(tuple("u1", "{\"age\":30.0}", "2026-11-22T07:59:59.123Z"))
                .hasSize(3);
    }

    @Test
    void run_done_revokesItsKeyAndSaysWhatWentIn() throws Exception {
        run(SMALL);

        assertThat(server.keys().values()).hasSize(1).allMatch(key -> key.has("revokedAt"));
        assertThat(out)
                .contains("4 rows, UTF-8, cells separated by commas")
                .contains("variants: a (control), b, c")
                .contains("outcome bought: conversion (guessed; sum with --outcome bought:sum)")
                .contains("in: 4 rows, 4 units, 8 events, in ")
                .contains("counted: the report has all of it")
                .contains("see it: ./touchstone report exp");
        assertThat(err).isEmpty();
    }

    @Test
    void run_sameFileAgain_changesNothing() throws Exception {
        Path file = CsvFiles.write(folder, SMALL);
        run(file);
        int calls = server.eventCalls();
        int created = server.created();

        assertThat(run(file)).isZero();

        assertThat(out).isEqualTo("exp: already imported, nothing changed\n");
        assertThat(server.eventCalls()).isEqualTo(calls);
        assertThat(server.created()).isEqualTo(created);
    }

    @Test
    void run_anotherFile_isRefusedUnlessAppended() throws Exception {
        run(SMALL);
        String more = "user,arm,bought,spend,age\nu5,b,1,3,1\nu6,a,0,4,2\nu7,c,1,0,3\n";

        assertThat(run(more)).isEqualTo(1);
        assertThat(err)
                .contains("exp: another file was imported into it, nothing changed")
                .contains("--append");

        assertThat(run(more, "--append")).isZero();
        assertThat(server.events("exposure")).hasSize(7);
        assertThat(server.imports().get("imp_2").path("nextRow").asLong()).isEqualTo(5);
        assertThat(out).contains("rows from number 5").contains("counted: the report has all of it");
    }

    @Test
    void run_appendByRow_goesOnNumbering() throws Exception {
        List<String> columns = List.of("--unit", "@row", "--variant", "arm", "--control", "a", "--outcome", "bought");
        run(CsvFiles.write(folder, "arm,bought\na,1\n\nb,maybe\nb,0\n"), columns);
        run(CsvFiles.write(folder, "arm,bought\nb,1\n"), with(columns, "--append"));

        assertThat(server.events("exposure"))
                .extracting(ImportCommandTest::unit)
                .containsExactly("1", "3", "4");
    }

    @Test
    void run_appendWithoutExperiment_isRefused() throws Exception {
        assertThat(run(SMALL, "--append")).isEqualTo(1);
        assertThat(err).startsWith("import: --append: there is no experiment exp");
        assertThat(server.created()).isZero();
    }

    @Test
    void run_serverBusy_repeatsWithTheSameIds() throws Exception {
        AtomicInteger turn = new AtomicInteger();
        server.answerEvents(
                reply -> turn.getAndIncrement() < 3 ? server.problem(503, "kafka_unavailable", "log: full") : reply);

        assertThat(run(SMALL)).isZero();

        assertThat(server.batchIds())
                .hasSize(4)
                .allMatch(ids -> ids.equals(server.batchIds().getFirst()));
        assertThat(server.events()).hasSize(8);
        assertThat(pauses).hasSizeGreaterThanOrEqualTo(3);
        assertThat(pauses.subList(0, 3)).allMatch(pause -> pause.compareTo(Duration.ofSeconds(1)) >= 0);
        assertThat(out).contains("(3 requests sent again)");
    }

    @Test
    void run_connectionLost_repeatsWithTheSameIds() throws Exception {
        AtomicInteger turn = new AtomicInteger();
        server.answerEvents(reply -> turn.getAndIncrement() < 2 ? null : reply);

        assertThat(run(SMALL)).isZero();

        assertThat(new HashSet<>(server.batchIds())).hasSize(1);
        assertThat(server.events()).hasSize(8);
    }

    @Test
    void run_keyNotPublishedYet_waits() throws Exception {
        AtomicInteger turn = new AtomicInteger();
        server.answerEvents(
                reply -> turn.getAndIncrement() < 2 ? server.problem(401, "key_unknown", "key: unknown") : reply);

        assertThat(run(SMALL)).isZero();
        assertThat(server.events()).hasSize(8);
    }

    @Test
    void run_serverNeverTakes_givesUpAndGoesOnLater() throws Exception {
        Path file = CsvFiles.write(folder, SMALL);
        server.answerEvents(_ -> server.problem(503, "kafka_unavailable", "log: full"));

        assertThat(run(file)).isEqualTo(1);
        assertThat(err).contains("the server has taken no events for 5 min 0 s").contains("run the same command again");
        assertThat(server.keys().values()).allMatch(key -> key.has("revokedAt"));

        server.answerEvents(reply -> reply);
        assertThat(run(file)).isZero();
        assertThat(server.events()).hasSize(8);
        assertThat(server.imports()).hasSize(1);
    }

    @Test
    void run_killedInTheMiddle_resumesUnderTheSameId() throws Exception {
        Path file = CsvFiles.write(folder, large(20_000));
        AtomicInteger turn = new AtomicInteger();
        server.answerEvents(
                reply -> turn.getAndIncrement() < 5 ? reply : server.problem(400, "killed", "from outside"));
        assertThat(run(file)).isEqualTo(1);
        int before = server.events().size();
        assertThat(before).isPositive();
        // What kill -9 leaves behind: an open import and a key in use.
        server.keys().values().forEach(key -> key.remove("revokedAt"));

        server.answerEvents(reply -> reply);
        assertThat(run(file)).isZero();

        assertThat(server.imports()).hasSize(1);
        assertThat(server.keys().values()).allMatch(key -> key.has("revokedAt"));
        assertThat(server.events("exposure")).hasSize(20_000);
        assertThat(server.events().size()).isEqualTo(ids(server).size()).isGreaterThan(before);
    }

    @Test
    void run_manyRows_keepsTheLimitsOfABatch() throws Exception {
        assertThat(run(large(20_000))).isZero();

        assertThat(server.batchSizes())
                .allMatch(size -> size <= EventBatch.MAX_EVENTS)
                .hasSizeGreaterThan(20);
        assertThat(server.events("exposure")).hasSize(20_000);
        assertThat(new HashSet<>(
                        server.batchIds().stream().flatMap(List::stream).toList()))
                .hasSize(server.events().size());
    }

    @Test
    void run_longIds_keepTheBytesOfABatch() throws Exception {
        StringBuilder text = new StringBuilder("user,arm,bought,spend,age\n");
        for (int i = 0; i < 3_000; i++) {
            text.append("\"")
                    .append(String.format("%05d", i))
                    .append("\"\"".repeat(251))
                    .append("\",")
                    .append(i % 2 == 0 ? "a" : "b")
                    .append(",1,5,\n");
        }

        assertThat(run(text.toString())).isZero();
        assertThat(server.events("exposure")).hasSize(3_000);
    }

    @Test
    void run_brokenRows_areNamedAndTheRestGoesIn() throws Exception {
        String text =
                "user,arm,bought,spend,age\r\nu1,a,1,2,\r\n\"u\r\n2\",b,maybe,2,\r\n,b,1,2,\r\nu4,,1,2,\r\nu5,b,1\r\n"
                        + "u6,b,1,twelve,\r\n\"u7\"x,b,1,2,\r\nu8,b,0,3,\r\n";

        assertThat(run(
                        CsvFiles.write(folder, text),
                        List.of(
                                "--unit",
                                "user",
                                "--variant",
                                "arm",
                                "--control",
                                "a",
                                "--outcome",
                                "bought",
                                "spend:sum")))
                .isZero();

        assertThat(err.lines())
                .containsExactly(
                        "line 3, column bought: \"maybe\" (expected: 0, 1, true, false, yes, no or empty)",
                        "line 5, column user: empty (expected: an id)",
                        "line 6, column arm: empty (expected: the name of an arm)",
                        "line 7: 3 cells (expected: 5, as in the header)",
                        "line 8, column spend: \"twelve\" (expected: a number such as 12.5, or empty)",
                        "line 9: " + CsvRow.Torn.REASON);
        assertThat(server.events("exposure"))
                .extracting(ImportCommandTest::unit)
                .containsExactly("u1", "u8");
        assertThat(out).contains("in: 2 rows, 2 units").contains("out: 6 broken rows of 8 — WARNING: 75 %");
        assertThat(server.imports().get("imp_1").path("rows").asLong()).isEqualTo(8);
    }

    @Test
    void run_manyBrokenRows_stopsBeforeAnythingIsSentUnlessToldNotTo() throws Exception {
        StringBuilder text = new StringBuilder("user,arm,bought,spend,age\n");
        for (int i = 0; i < 400; i++) {
            text.append("u")
                    .append(i)
                    .append(i % 2 == 0 ? ",a" : ",b")
                    .append(i % 4 == 3 ? ",perhaps" : ",true")
                    .append(",1,\n");
        }
        Path file = CsvFiles.write(folder, text.toString());

        assertThat(run(file)).isEqualTo(3);
        assertThat(err).contains("… and 80 more").contains("100 rows of 400 are broken, nothing was sent");
        assertThat(server.created()).isZero();

        assertThat(run(file, with(SMALL_COLUMNS, "--keep-going"))).isZero();
        assertThat(server.events("exposure")).hasSize(300);
    }

    @Test
    void run_noUsableRow_sendsNothing() throws Exception {
        assertThat(run("user,arm,bought,spend,age\n,a,1,2,\n")).isEqualTo(1);
        assertThat(run(
                        CsvFiles.write(folder, "user,arm,bought,spend,age\nu1,a,1,x,\n"),
                        List.of("--unit", "user", "--variant", "arm", "--control", "a", "--outcome", "spend:sum")))
                .isEqualTo(3);
        assertThat(err).contains("no row can be used, nothing was sent");
        assertThat(server.created()).isZero();
    }

    @Test
    void run_serverRejectsAnEvent_namesItsLine() throws Exception {
        server.answerEvents(reply -> {
            ((ArrayNode) reply.body().get("rejected"))
                    .addObject()
                    .put("index", 3)
                    .put("id", "x")
                    .put("code", "unit_too_long")
                    .put("detail", "units.user: …");
            return reply;
        });

        assertThat(run(SMALL)).isZero();
        assertThat(err).contains("line 3: the server refused it: unit_too_long, units.user: …");
        assertThat(out).contains("in: 3 rows").contains("out: 1 broken row of 4");
    }

    @Test
    void run_differentExperiment_isOneSentence() throws Exception {
        run(SMALL);

        assertDiffers(SMALL.replace(",c,", ",d,"), List.of(), "exists and has variants a, b, c (expected: a, b, d;");
        assertDiffers(
                SMALL + "u9,b,1,1,1\n",
                List.of("--weights", "1,2,1"),
                "exists and has weights [1, 1, 1] (expected: [1, 2, 1];");
        assertDiffers(SMALL, List.of("--covariate", "age"), "exists and has covariates [] (expected: [age];");
        assertDiffers(
                SMALL,
                List.of("--means", "welch"),
                "exists and tests spend with means guarded (expected: --means welch;");
        assertDiffers(
                SMALL + "u10,b,1,1,1\n",
                List.of("--append", "--outcome", "age"),
                "exists and has outcomes bought, spend (expected: bought, spend, age;");
    }

    @Test
    void run_metricOfAnotherExperiment_getsAKeyOfItsOwn() throws Exception {
        run(SMALL);

        assertThat(run(CsvFiles.write(folder, SMALL), SMALL_COLUMNS, "second")).isZero();
        assertThat(server.metrics()).containsOnlyKeys("bought", "spend", "second.bought", "second.spend");
        assertThat(run(CsvFiles.write(folder, SMALL), SMALL_COLUMNS, "second")).isZero();
        assertThat(out).contains("already imported");
    }

    @Test
    void run_timeColumn_startsAtTheEarliestAndKeepsEachTime() throws Exception {
        String text =
                "user,arm,bought,spend,age,at\nu1,a,1,,,2026-05-02 00:00\nu2,b,1,,,2026-05-01T12:00:00Z\nu3,b,1,,,2027-01-01\n";

        assertThat(run(text, "--time", "at")).isZero();

        assertThat(server.experiments().get("exp").path("startsAt").asString()).isEqualTo("2026-05-01T12:00:00Z");
        assertThat(server.events("exposure"))
                .extracting(event -> text(event, "time"))
                .containsExactly("2026-05-01T16:00:00Z", "2026-05-01T12:00:00Z");
        assertThat(err).contains("line 4, column at: \"2027-01-01\" (expected: an instant that has passed)");
    }

    @Test
    void run_twoRowsOfAUnit_countTogether() throws Exception {
        assertThat(run("user,arm,bought,spend,age\nu1,a,1,2,\nu1,a,0,3,\nu2,b,0,4,\nu2,a,1,1,\n"))
                .isZero();

        assertThat(server.events("exposure")).hasSize(4);
        assertThat(out).contains("in: 4 rows, 2 units, 1 of them in more than one variant");
    }

    @Test
    void run_gb18030WithSemicolons_isRead() throws Exception {
        Path file = CsvFiles.write(folder, "用户;组;下单\n张三;对照组;是\n李四;实验组;1\n王五;对照组;0\n", CsvFile.GB18030);

        assertThat(run(file, List.of("--unit", "用户", "--variant", "组", "--control", "对照组", "--outcome", "下单")))
                .isZero();
        assertThat(err).contains("line 2, column 下单: \"是\"");
        assertThat(out).contains("GB18030, cells separated by semicolons");
        assertThat(server.events("exposure"))
                .extracting(event -> text(event, "variant"))
                .containsExactly("实验组", "对照组");
    }

    @Test
    void run_nothingAnswers_isOneSentence() throws Exception {
        URI gone = server.uri();
        server.close();
        Path file = CsvFiles.write(folder, SMALL);

        assertThat(run(file, SMALL_COLUMNS, "exp", gone, StandInServer.TOKEN)).isEqualTo(1);
        assertThat(err.lines()).hasSize(1);
        assertThat(err).contains("cannot be reached: nothing answers there").contains("./touchstone up");
    }

    @Test
    void run_wrongToken_isOneSentence() throws Exception {
        assertThat(run(CsvFiles.write(folder, SMALL), SMALL_COLUMNS, "exp", server.uri(), "wrong"))
                .isEqualTo(1);
        assertThat(err)
                .startsWith("import: the operator's token is not accepted at http://127.0.0.1:")
                .doesNotContain("wrong");
    }

    @Test
    void run_wrongOption_showsTheUsage() throws Exception {
        assertThat(run(SMALL, "--wieghts", "1")).isEqualTo(2);
        assertThat(err).startsWith("import: --wieghts: no such option").contains("usage: ./touchstone import FILE.csv");
    }

    private void assertDiffers(String text, List<String> more, String sentence) throws Exception {
        List<String> args = new ArrayList<>(SMALL_COLUMNS);
        args.addAll(more);
        assertThat(run(CsvFiles.write(folder, text), args)).as(sentence).isEqualTo(1);
        assertThat(err).startsWith("import: experiment exp: " + sentence);
        assertThat(err.lines()).hasSize(1);
    }

    private static Set<String> ids(StandInServer server) {
        Set<String> ids = new HashSet<>();
        server.events().forEach(event -> ids.add(text(event, "id")));
        return ids;
    }

    private static String large(int rows) {
        StringBuilder text = new StringBuilder("user,arm,bought,spend,age\n");
        Random random = new Random(3);
        for (int i = 1; i <= rows; i++) {
            text.append("u")
                    .append(i)
                    .append(random.nextBoolean() ? ",a," : ",b,")
                    .append(random.nextInt(2))
                    .append(',')
                    .append(random.nextInt(300))
                    .append(",\n");
        }
        return text.toString();
    }

    private static List<String> with(List<String> columns, String... more) {
        List<String> args = new ArrayList<>(columns);
        args.addAll(List.of(more));
        return args;
    }

    private int run(String text, String... more) throws Exception {
        return run(CsvFiles.write(folder, text), with(SMALL_COLUMNS, more));
    }

    private int run(Path file) {
        return run(file, SMALL_COLUMNS);
    }

    private int run(Path file, List<String> columns) {
        return run(file, columns, "exp");
    }

    private int run(Path file, List<String> columns, String experiment) {
        return run(file, columns, experiment, server.uri(), StandInServer.TOKEN);
    }

    private int run(Path file, List<String> columns, String experiment, URI uri, String token) {
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        ImportEnvironment environment = new ImportEnvironment(
                uri,
                token,
                new PrintStream(outBytes, true, StandardCharsets.UTF_8),
                new PrintStream(errBytes, true, StandardCharsets.UTF_8),
                false);
        List<String> args = new ArrayList<>(List.of(file.toString(), "--experiment", experiment));
        args.addAll(columns);
        Random random = new Random(1);
        RandomGenerator shared = () -> {
            synchronized (random) {
                return random.nextLong();
            }
        };
        EventSender.Surroundings around = new EventSender.Surroundings(now::get, this::pass, shared);
        int exit = new ImportCommand(around).run(args, environment);
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
        return exit;
    }

    private synchronized void pass(Duration pause) {
        pauses.add(pause);
        now.updateAndGet(instant -> instant.plus(pause));
    }

    private static String text(JsonNode event, String field) {
        return event.path(field).asString("");
    }

    private static String unit(JsonNode event) {
        return event.path("units").path("user").asString("");
    }
}
