package io.touchstone.assignment.ofrep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchstone.core.bucketing.Units;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EvaluationContextTest {

    @Test
    void read_wholeContext_givesUnitsAndAttributes() {
        EvaluationContext context = read("""
                {"extra":[{}],"context":{"country":"CN","age":31,"score":0.5,"vip":true,"tags":["a","b"],"mixed":["a",1],
                 "deep":{"a":{"b":1}},"none":null,"targetingKey":"张三","units":{"device":"d9","user":"张三"}}}""");

        assertThat(context.units()).isEqualTo(Units.of("user", "张三", "device", "d9"));
        assertThat(context.attributes().size()).isEqualTo(5);
        assertThat(context.attributes().get("age")).isEqualTo(31.0);
        assertThat(context.attributes().get("tags")).isEqualTo(List.of("a", "b"));
        assertThat(context.attributes().get("deep")).isNull();
    }

    static Stream<Arguments> badBodies() {
        String longId = "x".repeat(257);
        return Stream.of(
                bad("", OfrepErrorCode.PARSE_ERROR),
                bad("{", OfrepErrorCode.PARSE_ERROR),
                bad("[]", OfrepErrorCode.PARSE_ERROR),
                bad("{\"context\":{\"targetingKey\":\"u\"}} x", OfrepErrorCode.PARSE_ERROR),
                bad("{\"context\":{\"targetingKey\":\"u\",\"n\":NaN}}", OfrepErrorCode.PARSE_ERROR),
                bad("{\"context\":{\"targetingKey\":\"u\",\"targetingKey\":\"v\"}}", OfrepErrorCode.PARSE_ERROR),
                bad("{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}", OfrepErrorCode.PARSE_ERROR),
                bad("{}", OfrepErrorCode.INVALID_CONTEXT),
                bad("{\"context\":null}", OfrepErrorCode.INVALID_CONTEXT),
                bad("{\"context\":\"u\"}", OfrepErrorCode.INVALID_CONTEXT),
                bad("{\"context\":{}}", OfrepErrorCode.TARGETING_KEY_MISSING),
                bad("{\"context\":{\"targetingKey\":\"\"}}", OfrepErrorCode.TARGETING_KEY_MISSING),
                bad("{\"context\":{\"targetingKey\":null}}", OfrepErrorCode.TARGETING_KEY_MISSING),
                bad("{\"context\":{\"targetingKey\":7}}", OfrepErrorCode.INVALID_CONTEXT),
                bad("{\"context\":{\"targetingKey\":\"" + longId + "\"}}", OfrepErrorCode.INVALID_CONTEXT),
                bad("{\"context\":{\"targetingKey\":\"\\ud83d\"}}", OfrepErrorCode.INVALID_CONTEXT),
                bad("{\"context\":{\"targetingKey\":\"u\",\"n\":1e999}}", OfrepErrorCode.INVALID_CONTEXT),
                bad("{\"context\":{\"targetingKey\":\"u\",\"units\":[]}}", OfrepErrorCode.INVALID_CONTEXT),
                bad("{\"context\":{\"targetingKey\":\"u\",\"units\":{\"device\":1}}}", OfrepErrorCode.INVALID_CONTEXT),
                bad(
                        "{\"context\":{\"targetingKey\":\"u\",\"units\":{\"user\":\"v\"}}}",
                        OfrepErrorCode.INVALID_CONTEXT),
                bad(
                        "{\"context\":{\"targetingKey\":\"u\",\"units\":{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\",\"d\":\"4\"}}}",
                        OfrepErrorCode.INVALID_CONTEXT),
                bad(manyAttributes(), OfrepErrorCode.INVALID_CONTEXT));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void read_badBody_hasItsErrorCode(String body, OfrepErrorCode code) {
        assertThatExceptionOfType(OfrepException.class)
                .isThrownBy(() -> read(body))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code))
                .satisfies(refused -> assertThat(refused.details()).contains("expected: "));
    }

    private static Arguments bad(String body, OfrepErrorCode code) {
        return Arguments.of(body, code);
    }

    private static String manyAttributes() {
        StringBuilder body = new StringBuilder("{\"context\":{\"targetingKey\":\"u\"");
        for (int i = 0; i <= EvaluationContext.MAX_ATTRIBUTES; i++) {
            body.append(",\"a").append(i).append("\":1");
        }
        return body.append("}}").toString();
    }

    private static EvaluationContext read(String body) {
        return EvaluationContext.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
