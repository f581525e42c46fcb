package io.touchstone.core.datafile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.evaluation.CompiledDatafile;
import io.touchstone.core.evaluation.Decision;
import io.touchstone.core.evaluation.Reason;
import io.touchstone.core.input.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatafileCodecTest {
    /** The example of docs/formats/datafile.md, with the flag its prerequisite names. */
    private static final String EXAMPLE = """
            {"schema": 1, "environment": "tea/production", "version": 17, "publishedAt": "2026-11-22T08:00:00Z",
             "later": {"ignored": true},
             "layers": [{"key": "default", "salt": "l-7f3a9c"}],
             "segments": [{"key": "lapsed", "condition": {"op": "gt", "attribute": "daysSinceActive", "value": 30}}],
             "holdouts": [{"key": "h2026", "salt": "h-1", "unitType": "user", "statusQuo": 25000, "allShipped": 25000,
                           "flags": ["winback_offer"], "activeFrom": "2026-01-01T00:00:00Z"}],
             "experiments": [{
                "key": "winback", "phase": 1, "salt": "e-55d0", "unitType": "user", "layer": "default",
                "slots": [[0, 500000]], "status": "running", "keepServing": false,
                "activeFrom": "2026-11-22T08:00:20Z", "endsAt": "2026-12-22T08:00:00Z",
                "audience": {"op": "in", "attribute": "country", "values": ["CN", "SG"]}, "control": "control",
                "variants": [{"key": "control", "weight": 1, "value": "none"},
                             {"key": "coupon", "weight": 1, "value": "off20"}]}],
             "flags": [{
                "key": "winback_offer", "type": "string", "default": "none", "enabled": true,
                "prerequisites": [{"flag": "coupons_on", "variants": ["on"]}],
                "forced": [{"unitType": "user", "unit": "tester-1", "variant": "coupon", "value": "off20"}],
                "rules": [{"kind": "experiment", "experiment": "winback"},
                          {"kind": "rollout", "key": "r1", "salt": "r-8", "unitType": "user", "share": 250000,
                           "audience": null, "variant": "on", "value": "off10"}]},
               {"key": "coupons_on", "type": "boolean", "default": false, "enabled": true,
                "rules": [{"kind": "rollout", "key": "all", "salt": "r-9", "unitType": "user", "share": 1000000,
                           "variant": "on", "value": true}]}]}
            """;

    @Test
    void read_example_evaluates() {
        CompiledDatafile compiled = CompiledDatafile.compile(DatafileCodec.read(EXAMPLE));

        Decision decision = compiled.evaluate(
                "winback_offer", Units.user("tester-1"), Attributes.EMPTY, Instant.parse("2026-11-23T00:00:00Z"));

        assertThat(decision.reason()).isEqualTo(Reason.FORCED);
        assertThat(decision.variant()).isEqualTo("coupon");
        assertThat(decision.config()).isEqualTo(17);
    }

    @Test
    void writeCanonical_afterRead_isStable() {
        Datafile datafile = DatafileCodec.read(EXAMPLE);

        byte[] canonical = DatafileCodec.writeCanonical(datafile);

        assertThat(DatafileCodec.read(canonical)).isEqualTo(datafile);
        assertThat(DatafileCodec.writeCanonical(DatafileCodec.read(canonical))).isEqualTo(canonical);
        assertThat(new String(canonical, StandardCharsets.UTF_8))
                .startsWith(
                        "{\"environment\":\"tea/production\",\"experiments\":[{\"activeFrom\":\"2026-11-22T08:00:20Z\"")
                .doesNotContain(" ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "schema": 1                | "schema": 2                     | schema_unknown
                    "version": 17              | "version": 0                    | number_range
                    "version": 17              | "version": "17"                 | type_invalid
                    "version": 17,             |                                 | field_missing
                    "salt": "l-7f3a9c"         | "salt": ""                      | key_invalid
                    "layer": "default"         | "layer": "other"                | reference_unknown
                    [[0, 500000]]              | [[0, 1000001]]                  | slots_invalid
                    [[0, 500000]]              | [[5, 5]]                        | slots_invalid
                    [[0, 500000]]              | [[0, 10], [9, 12]]              | slots_overlap
                    [[0, 500000]]              | []                              | number_range
                    "weight": 1, "value": "none" | "weight": -1, "value": "none" | number_range
                    "weight": 1, "value": "none" | "weight": 0.5, "value": "none" | type_invalid
                    "weight": 1, "value": "none" | "weight": 1000001, "value": "none" | number_range
                    "weight": 1, "value": "none" | "weight": 1, "value": 7       | type_invalid
                    "key": "coupon",           | "key": "control",               | duplicate
                    "control": "control"       | "control": "nobody"             | control_unknown
                    "status": "running"        | "status": "draft"               | value_unknown
                    "endsAt": "2026-12-22T08:00:00Z" | "endsAt": "2026-11-22T08:00:20Z" | schedule_invalid
                    "endsAt": "2026-12-22T08:00:00Z" | "endsAt": "2026-13-22T08:00:00Z" | time_invalid
                    "default": "none"          | "default": 1                    | type_invalid
                    "flag": "coupons_on"       | "flag": "nothing"               | reference_unknown
                    "flag": "coupons_on"       | "flag": "winback_offer"         | reference_circle
                    "op": "gt"                 | "op": "matches"                 | op_unknown
                    "value": 30                | "value": "thirty"               | type_invalid
                    "statusQuo": 25000         | "statusQuo": 990000             | number_range
                    "key": "h2026"             | "key": "winback"                | duplicate
                    "share": 250000            | "share": -1                     | number_range
                    "kind": "rollout", "key": "r1" | "kind": "bandit", "key": "r1" | value_unknown
                    "environment": "tea/production" | "environment": "\\ud800"   | text_surrogate
                    "enabled": true,           | "enabled": true, "enabled": true, | json_duplicate_name
                    "version": 17              | "version": NaN                  | json_malformed
                    """)
    void read_brokenExample_isRefused(String part, String replacement, String code) {
        assertThat(EXAMPLE).contains(part);
        String broken = EXAMPLE.replaceFirst(
                java.util.regex.Pattern.quote(part),
                java.util.regex.Matcher.quoteReplacement(replacement == null ? "" : replacement));

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> DatafileCodec.read(broken))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code))
                .withMessageContaining("(expected: ");
    }

    @Test
    void read_weightsAllZero_isRefused() {
        String broken = EXAMPLE.replace("\"weight\": 1", "\"weight\": 0");

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> DatafileCodec.read(broken))
                .satisfies(e -> assertThat(e.code()).isEqualTo("weights_zero"))
                .withMessage("experiments[0].weights: all 0 (expected: at least one above 0)");
    }
}
