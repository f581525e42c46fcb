package io.touchstone.console.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.console.ConsoleClient;
import io.touchstone.console.ConsoleClient.Answer;
import io.touchstone.console.ConsoleServer;
import io.touchstone.console.publication.Published;
import io.touchstone.model.access.AccessKey;
import io.touchstone.model.access.ExposureMode;
import io.touchstone.model.access.KeyKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiKeyEndpointTest {
    private final ConsoleClient operator = ConsoleClient.operator();
    private String environment;
    private String keys;

    @BeforeEach
    void newEnvironment() {
        environment = operator.newEnvironment();
        keys = environment + "/keys";
    }

    @Test
    void createKey_showsTheTextOnce_andPublishesItsHash() throws Exception {
        Answer made =
                operator.post(keys, "{'name':'shop backend','kind':'server'}").is(201);

        String text = made.at("/secret");
        assertThat(text).matches("tsk_server_[A-Za-z0-9]{8}_[A-Za-z0-9]{32}").contains(made.at("/id"));
        assertThat(made.at("/exposure")).isEqualTo("on-evaluate");
        assertThat(operator.get(keys).is(200).text())
                .doesNotContain(text, "secret")
                .contains(made.at("/id"));
        AccessKey key = Published.accessList(environment).key(made.at("/id")).orElseThrow();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        assertThat(key.sha256()).isEqualTo(HexFormat.of().formatHex(hash));
        assertThat(key.revoked()).isFalse();
        assertThat(ConsoleServer.shared().column("select k::text from api_key k"))
                .noneMatch(row -> row.contains(text.substring(20)));
    }

    @Test
    void createKey_repeatedByIdempotencyKey_hidesTheText() {
        Answer first = operator.post(keys, "{'name':'n','kind':'import'}", "Idempotency-Key", "key-1")
                .is(201);
        Answer again = operator.post(keys, "{'name':'n','kind':'import'}", "Idempotency-Key", "key-1")
                .is(201);

        assertThat(again.at("/id")).isEqualTo(first.at("/id"));
        assertThat(again.at("/secret")).isEqualTo("absent");
        assertThat(ConsoleServer.shared().column("select answer from idempotency_key where key = 'key-1'"))
                .noneMatch(answer -> answer.contains("tsk_"));
    }

    @Test
    void createKey_client_hasOriginsAndReportsItsExposures() {
        Answer made = operator.post(
                        keys,
                        "{'name':'web','kind':'client','origins':['https://shop.example','http://localhost:3000']}")
                .is(201);

        AccessKey key = Published.accessList(environment).key(made.at("/id")).orElseThrow();
        assertThat(key.kind()).isEqualTo(KeyKind.CLIENT);
        assertThat(key.exposure()).isEqualTo(ExposureMode.MANUAL);
        assertThat(key.origins()).containsExactly("https://shop.example", "http://localhost:3000");
    }

    @Test
    void revokeKey_isPublished_andMayBeRepeated() {
        String id = operator.post(keys, "{'name':'n','kind':'server','exposure':'manual'}")
                .is(201)
                .at("/id");

        operator.delete(keys + "/" + id).is(204);
        operator.delete(keys + "/" + id).is(204);

        assertThat(Published.accessList(environment).key(id).orElseThrow().revoked())
                .isTrue();
        assertThat(operator.get(keys).at("/items/0/revokedAt")).isNotEqualTo("absent");
        operator.delete(keys + "/unknown0").isProblem(404, "not_found");
        operator.delete(operator.newEnvironment() + "/keys/" + id).isProblem(404, "not_found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'kind':'admin','name':'n'|value_unknown|kind: admin",
                "'name':'n'|field_missing|kind",
                "'kind':'server'|field_missing|name",
                "'kind':'server','name':' '|value_invalid|name",
                "'kind':'server','name':'n','origins':['https://a.example']|value_invalid|origins",
                "'kind':'client','name':'n','origins':['*']|value_invalid|origins[0]: *",
                "'kind':'client','name':'n','origins':['https://a.example/']|value_invalid|origins[0]",
                "'kind':'client','name':'n','origins':['ftp://a.example']|value_invalid|origins[0]",
                "'kind':'client','name':'n','origins':['https://A.example']|value_invalid|origins[0]",
                "'kind':'client','name':'n','origins':[null]|field_missing|origins[0]",
                "'kind':'client','name':'n','exposure':'on-evaluate'|value_unknown|exposure",
                "'kind':'server','name':'n','exposure':'never'|value_unknown|exposure",
                "'kind':'server','name':'n','eventsPerSecond':0|number_range|eventsPerSecond"
            })
    void createKey_badField_isNamed(String fields, String code, String detail) {
        operator.post(keys, "{" + fields + "}").isProblem(400, code).detail(detail);
    }
}
