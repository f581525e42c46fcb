package io.touchstone.console.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.console.AtOnce;
import io.touchstone.console.ConsoleClient;
import io.touchstone.console.ConsoleClient.Answer;
import io.touchstone.console.ConsoleServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectEndpointTest {
    private final ConsoleClient operator = ConsoleClient.operator();

    @Test
    void createProject_withEnvironment_isPublishedWithADefaultLayer() {
        operator.post("/api/v1/projects", "{'key':'tea','name':'Tea shop'}").is(201);

        Answer made = operator.post("/api/v1/projects/tea/environments", "{'key':'live','zone':'Asia/Shanghai'}")
                .is(201);

        assertThat(made.headers().getFirst("Location")).isEqualTo("/api/v1/projects/tea/environments/live");
        assertThat(made.at("/version")).isEqualTo("1");
        assertThat(made.at("/name")).isEqualTo("live");
        assertThat(operator.get("/api/v1/projects/tea").is(200).at("/name")).isEqualTo("Tea shop");
        assertThat(operator.get("/api/v1/projects/tea/environments/live")
                        .is(200)
                        .at("/zone"))
                .isEqualTo("Asia/Shanghai");
        assertThat(operator.get("/api/v1/projects/tea/environments/live/layers")
                        .is(200)
                        .at("/items/0/key"))
                .isEqualTo("default");
    }

    @Test
    void createProject_keyTaken_is409() {
        operator.post("/api/v1/projects", "{'key':'twice'}").is(201);

        operator.post("/api/v1/projects", "{'key':'twice'}")
                .isProblem(409, "already_exists")
                .detail("key: twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "A", "a b", "a/b", "é", "..", "aé"})
    void createProject_badKey_is400(String key) {
        operator.post("/api/v1/projects", "{'key':'" + key + "'}")
                .isProblem(400, "key_invalid")
                .detail("key: ");
    }

    @Test
    void createProject_keyOf129Characters_is400() {
        operator.post("/api/v1/projects", "{'key':'" + "a".repeat(129) + "'}").isProblem(400, "key_invalid");
        operator.post("/api/v1/projects", "{'key':'" + "b".repeat(128) + "'}").is(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mars/Olympus", "", "+08:00", "Asia/../UTC"})
    void createEnvironment_unknownZone_is400(String zone) {
        String project = ConsoleClient.projectOf(operator.newEnvironment());

        operator.post(project + "/environments", "{'key':'e','zone':'" + zone + "'}")
                .isProblem(400, "zone_unknown")
                .detail("zone: ");
    }

    @Test
    void unknownKeysInPaths_are404() {
        String environment = operator.newEnvironment();
        operator.get("/api/v1/projects/nowhere").isProblem(404, "not_found").detail("project: nowhere");
        operator.get("/api/v1/projects/nowhere/environments/test")
                .isProblem(404, "not_found")
                .detail("project");
        operator.get(ConsoleClient.projectOf(environment) + "/environments/x")
                .isProblem(404, "not_found")
                .detail("environment: x");
        operator.get(environment + "/experiments/x").isProblem(404, "not_found").detail("experiment: x");
        operator.get(environment + "/flags/x").isProblem(404, "not_found").detail("flag: x");
        operator.get(environment + "/imports/imp_x").isProblem(404, "not_found").detail("import");
        operator.delete(environment + "/keys/abcdefgh")
                .isProblem(404, "not_found")
                .detail("key");
        assertThat(operator.get("/api/v1/projects/%00").status()).isEqualTo(400);
    }

    @Test
    void listEnvironments_byPages_givesEachOnceInOrder() {
        String project = ConsoleClient.projectOf(operator.newEnvironment());
        for (String key : List.of("c", "a", "b", "d")) {
            operator.post(project + "/environments", "{'key':'" + key + "','zone':'UTC'}")
                    .is(201);
        }

        List<String> keys = new ArrayList<>();
        String cursor = "";
        do {
            Answer page =
                    operator.get(project + "/environments?limit=2" + cursor).is(200);
            page.json().path("items").forEach(item -> keys.add(item.path("key").asString()));
            cursor = "&cursor=" + page.at("/next");
        } while (!cursor.endsWith("=absent"));

        assertThat(keys).containsExactly("a", "b", "c", "d", "test");
    }

    @Test
    void list_badLimitOrForeignCursor_is400() {
        String project = ConsoleClient.projectOf(operator.newEnvironment());
        operator.post(project + "/environments", "{'key':'other','zone':'UTC'}").is(201);
        String foreign = operator.get(project + "/environments?limit=1").at("/next");

        for (String limit : List.of("0", "201", "-1", "x", "1.5", "99999999999")) {
            operator.get(project + "/environments?limit=" + limit)
                    .isProblem(400, "number_range")
                    .detail("limit: ");
        }
        operator.get("/api/v1/projects?cursor=" + foreign).isProblem(400, "cursor_invalid");
        operator.get("/api/v1/projects?cursor=!!").isProblem(400, "cursor_invalid");
        operator.get("/api/v1/projects?cursor=gICA").isProblem(400, "cursor_invalid");
    }

    @Test
    void create_sameIdempotencyKey_repeatsTheAnswerAndCreatesOnce() {
        Answer first = operator.post("/api/v1/projects", "{'key':'idem'}", "Idempotency-Key", "k-1")
                .is(201);
        Answer again = operator.post("/api/v1/projects", "{ 'key' : 'idem' }", "Idempotency-Key", "k-1")
                .is(201);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.headers().getFirst("Location"))
                .isEqualTo(first.headers().getFirst("Location"));
        operator.post("/api/v1/projects", "{'key':'idem2'}", "Idempotency-Key", "k-1")
                .isProblem(422, "idempotency_key_reused");
        operator.post("/api/v1/projects", "{'key':'idem3'}", "Idempotency-Key", "x".repeat(256))
                .isProblem(400, "value_invalid");
    }

    @Test
    void create_sameIdempotencyKeyAtOnce_createsOnce() {
        List<Answer> answers =
                AtOnce.call(8, i -> operator.post("/api/v1/projects", "{'key':'once'}", "Idempotency-Key", "once-1"));

        assertThat(answers).allSatisfy(answer -> answer.is(201));
        assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
    }

    @Test
    void create_failedRequest_keepsNoIdempotencyKey() {
        operator.post("/api/v1/projects", "{'key':'NO'}", "Idempotency-Key", "k-2")
                .isProblem(400, "key_invalid");
        operator.post("/api/v1/projects", "{'key':'yes'}", "Idempotency-Key", "k-2")
                .is(201);
    }

    @Test
    void createEnvironment_twentyAtOnce_eachHasItsOwnNumber() {
        String project = ConsoleClient.projectOf(operator.newEnvironment());
        Set<String> numbers = new TreeSet<>(
                AtOnce.call(20, i -> operator.post(project + "/environments", "{'key':'e" + i + "','zone':'UTC'}")
                        .is(201)
                        .at("/number")));

        assertThat(numbers).hasSize(20);
        assertThat(ConsoleServer.shared()
                        .column("select count(*) from publication where environment in (" + String.join(",", numbers)
                                + ")"))
                .containsExactly("20");
    }
}
