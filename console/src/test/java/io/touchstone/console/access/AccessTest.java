package io.touchstone.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.console.AtOnce;
import io.touchstone.console.ConsoleClient;
import io.touchstone.console.ConsoleClient.Answer;
import io.touchstone.console.ConsoleServer;
import io.touchstone.console.bootstrap.Bootstrap;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;

class AccessTest {
    private static final ConsoleServer SERVER = ConsoleServer.shared();
    private final ConsoleClient nobody = ConsoleClient.nobody();

    @Test
    void controlRoutes_withoutCredentials_are401() {
        for (String path : List.of(
                "/api/v1/projects",
                "/api/v1/projects/p/environments/e/experiments/x/report",
                "/api/v1/nothing",
                "/api/v1/session",
                "/actuator/metrics")) {
            Answer answer = nobody.get(path).isProblem(401, "unauthenticated");
            assertThat(answer.headers().getFirst("WWW-Authenticate")).isEqualTo("Bearer");
        }
        nobody.post("/api/v1/projects", "{'key':'a'}").isProblem(401, "unauthenticated");
    }

    @Test
    void controlRoutes_wrongToken_are401() {
        for (String header : List.of(
                "Bearer tso_wrong", "Bearer ", "Basic YTpi", "Bearer tsk_server_abcdefgh_" + "x".repeat(32), "tso_x")) {
            nobody.get("/api/v1/projects", "Authorization", header).isProblem(401, "unauthenticated");
        }
    }

    @Test
    void dataPlaneRoutes_areLeftAlone() {
        nobody.get("/api/v1/datafile").isProblem(404, "not_found");
        nobody.post("/api/v1/events", "{}").isProblem(404, "not_found");
        assertThat(nobody.post("/ofrep/v1/evaluate/flags/x", "{}").status()).isEqualTo(404);
        nobody.get("/health").isProblem(404, "not_found");
    }

    @Test
    void launcherToken_replaced_theOldOneEnds() {
        OperatorTokens tokens = SERVER.bean(OperatorTokens.class);
        String first = OperatorTokens.newText();
        String second = OperatorTokens.newText();

        tokens.set("script", first).block();
        nobody.get("/api/v1/projects", "Authorization", "Bearer " + first).is(200);
        tokens.set("script", second).block();

        nobody.get("/api/v1/projects", "Authorization", "Bearer " + first).isProblem(401, "unauthenticated");
        assertThat(nobody.get("/api/v1/session", "Authorization", "bearer " + second)
                        .is(200)
                        .at("/username"))
                .isEqualTo("token:script");
    }

    @Test
    void tokens_areStoredAsHashOnly() {
        assertThat(SERVER.column("select encode(sha256, 'hex') || name from operator_token"))
                .noneMatch(row -> row.contains(SERVER.token()));
    }

    @Test
    void signIn_oneTimePassword_mustBeChangedBeforeAnythingElse() {
        Browser browser = new Browser(newAccount("newcomer"));
        Answer answer = browser.signIn();
        assertThat(answer.at("/mustChangePassword")).isEqualTo("true");
        ResponseCookie cookie = browser.session;
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");

        browser.get("/api/v1/projects").isProblem(403, "password_change_required");
        browser.get("/api/v1/session").is(200);
        browser.post("/api/v1/session/password", "{'current':'wrong','next':'a long enough one'}")
                .isProblem(401, "sign_in_failed");
        browser.post("/api/v1/session/password", "{'current':'" + browser.account.password + "','next':'short'}")
                .isProblem(400, "value_invalid");
        browser.post(
                        "/api/v1/session/password",
                        "{'current':'" + browser.account.password + "','next':'" + "好".repeat(25) + "'}")
                .isProblem(400, "value_invalid");
        browser.post(
                        "/api/v1/session/password",
                        "{'current':'" + browser.account.password + "','next':'a long enough one'}")
                .is(204);

        browser.get("/api/v1/projects").is(200);
        assertThat(browser.get("/api/v1/session").at("/mustChangePassword")).isEqualTo("false");
    }

    @Test
    void write_withCookieWithoutCsrfHeader_is403() {
        Browser browser = signedIn("csrf");

        browser.client
                .post(
                        "/api/v1/projects",
                        "{'key':'csrf1'}",
                        "Cookie",
                        "touchstone_session=" + browser.session.getValue())
                .isProblem(403, "csrf_failed");
        browser.client
                .post(
                        "/api/v1/projects",
                        "{'key':'csrf1'}",
                        "Cookie",
                        "touchstone_session=" + browser.session.getValue() + "; XSRF-TOKEN=" + browser.csrf.getValue(),
                        "X-XSRF-TOKEN",
                        "guess")
                .isProblem(403, "csrf_failed");
        browser.post("/api/v1/projects", "{'key':'csrf1'}").is(201);
    }

    @Test
    void signOut_endsTheSession() {
        Browser browser = signedIn("leaver");
        browser.get("/api/v1/session").is(200);

        browser.delete("/api/v1/session").is(204);

        browser.get("/api/v1/session").isProblem(401, "unauthenticated");
    }

    @Test
    void changePassword_endsOtherSessions() {
        Account account = newAccount("two-windows");
        Browser one = new Browser(account);
        one.signIn();
        Browser other = new Browser(account);
        other.signIn();

        one.post("/api/v1/session/password", "{'current':'" + account.password + "','next':'a long enough one'}")
                .is(204);

        other.get("/api/v1/session").isProblem(401, "unauthenticated");
        one.get("/api/v1/session").is(200);
    }

    @Test
    void session_after12Hours_hasEnded() {
        Browser browser = signedIn("sleeper");
        SERVER.pass(Duration.ofHours(12).plusSeconds(1));

        browser.get("/api/v1/projects").isProblem(401, "unauthenticated");
    }

    @Test
    void signIn_fiveFailures_blocksAndSaysHowLong() {
        Account account = newAccount("guessed");
        for (int i = 0; i < 5; i++) {
            signInAs("guessed", "wrong").isProblem(401, "sign_in_failed");
        }

        Answer blocked = signInAs("guessed", account.password).isProblem(429, "sign_in_blocked");
        assertThat(blocked.headers().getFirst("Retry-After")).matches("[1-9][0-9]*");
        SERVER.pass(Duration.ofSeconds(2));
        signInAs("guessed", account.password).is(200);
        signInAs("guessed", "wrong").isProblem(401, "sign_in_failed");
    }

    @Test
    void signIn_nameNobodyHas_isBlockedLikeOneThatExists() {
        newAccount("somebody");
        for (int i = 0; i < 7; i++) {
            Answer known = signInAs("somebody", "wrong");
            Answer unknown = signInAs("nobody-at-all", "wrong");
            Answer odd = signInAs("Not A Name!", "wrong");

            assertThat(known.status()).isEqualTo(i < 5 ? 401 : 429);
            assertThat(unknown.text()).isEqualTo(known.text());
            assertThat(odd.text()).isEqualTo(known.text());
            assertThat(unknown.headers().getFirst("Retry-After"))
                    .isEqualTo(known.headers().getFirst("Retry-After"));
        }
    }

    @Test
    void signIn_hoursAfterTheLastFailure_startsAnew() {
        for (int i = 0; i < 5; i++) {
            signInAs("forgotten", "wrong").isProblem(401, "sign_in_failed");
        }
        SERVER.pass(Duration.ofHours(6).plusSeconds(1));

        signInAs("forgotten", "wrong").isProblem(401, "sign_in_failed");
        signInAs("forgotten", "wrong").isProblem(401, "sign_in_failed");
    }

    @Test
    void signIn_thirtyGuessesAtOnce_areNotAllTried() {
        newAccount("hammered");
        List<Integer> answers =
                AtOnce.call(30, i -> signInAs("hammered", "guess" + i).status());

        assertThat(answers).containsOnly(401, 429);
        assertThat(answers.stream().filter(status -> status == 401)).hasSizeBetween(5, 8);
    }

    @Test
    void signIn_unknownOrOddName_isTheSameFailure() {
        signInAs("nobody-here", "x").isProblem(401, "sign_in_failed");
        signInAs("Robert'); drop table account; --".replace("'", ""), "x").isProblem(401, "sign_in_failed");
        nobody.post("/api/v1/session", "{'username':'a'}")
                .isProblem(400, "field_missing")
                .detail("password");
    }

    @Test
    void signIn_byForm_is415() {
        nobody.http()
                .post()
                .uri("/api/v1/session")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .bodyValue("username=admin&password=x")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }

    @Test
    void bearerAndCookie_wrongBearer_isNobody() {
        Browser browser = signedIn("mixed");
        browser.client
                .get(
                        "/api/v1/projects",
                        "Authorization",
                        "Bearer nonsense",
                        "Cookie",
                        "touchstone_session=" + browser.session.getValue())
                .isProblem(401, "unauthenticated");
    }

    @Test
    void openApiAndHealth_areOpen() {
        nobody.get("/api/v1/openapi.json").is(200);
        assertThat(nobody.get("/actuator/health").status()).isIn(200, 503);
    }

    private Answer signInAs(String username, String password) {
        return nobody.post("/api/v1/session", "{'username':'" + username + "','password':'" + password + "'}");
    }

    private static Account newAccount(String username) {
        String password = SERVER.bean(Accounts.class).ensure(username).block();
        assertThat(password).hasSize(20);
        return new Account(username, password);
    }

    private static Browser signedIn(String username) {
        Browser browser = new Browser(newAccount(username));
        browser.signIn();
        browser.post(
                        "/api/v1/session/password",
                        "{'current':'" + browser.account.password + "','next':'a long enough one'}")
                .is(204);
        return browser;
    }

    private record Account(String username, String password) {}

    /** Keeps cookies as a browser does and repeats the CSRF cookie as our pages do. */
    private static final class Browser {
        private final ConsoleClient client = ConsoleClient.nobody();
        private final Account account;
        private ResponseCookie session;
        private HttpCookie csrf;

        Browser(Account account) {
            this.account = account;
        }

        Answer signIn() {
            var result = client.http()
                    .post()
                    .uri("/api/v1/session")
                    .header("Content-Type", "application/json")
                    .bodyValue(
                            "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(account.username, account.password))
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .returnResult();
            session = result.getResponseCookies().getFirst("touchstone_session");
            csrf = result.getResponseCookies().getFirst("XSRF-TOKEN");
            assertThat(csrf).isNotNull();
            return new Answer(200, result.getResponseHeaders(), String.valueOf(result.getResponseBody()));
        }

        Answer get(String path) {
            return client.get(path, headers());
        }

        Answer post(String path, String body) {
            return client.post(path, body, headers());
        }

        Answer delete(String path) {
            return client.delete(path, headers());
        }

        private String[] headers() {
            return new String[] {
                "Cookie",
                "touchstone_session=" + session.getValue() + "; XSRF-TOKEN=" + csrf.getValue(),
                "X-XSRF-TOKEN",
                csrf.getValue()
            };
        }
    }

    @Test
    void bootstrapToken_text_isLongAndMarked() {
        assertThat(Bootstrap.newTokenText()).matches("tso_[A-Za-z0-9]{40}");
    }
}
