package io.touchstone.core.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchstone.core.bucketing.Bucketing;
import io.touchstone.core.bucketing.Units;
import io.touchstone.core.bucketing.VariantRanges;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.condition.CompiledCondition;
import io.touchstone.core.condition.Condition;
import io.touchstone.core.condition.ConditionCodec;
import io.touchstone.core.condition.ConditionNote;
import io.touchstone.core.datafile.Datafile;
import io.touchstone.core.datafile.DatafileCodec;
import io.touchstone.core.evaluation.CompiledDatafile;
import io.touchstone.core.evaluation.Decision;
import io.touchstone.core.evaluation.DueExposure;
import io.touchstone.core.evaluation.Explanation;
import io.touchstone.core.evaluation.KeptVariants;
import io.touchstone.core.evaluation.PassReason;
import io.touchstone.core.evaluation.RuleTrace;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.json.Fields;
import io.touchstone.core.json.JsonArray;
import io.touchstone.core.json.JsonInteger;
import io.touchstone.core.json.JsonNull;
import io.touchstone.core.json.JsonObject;
import io.touchstone.core.json.JsonString;
import io.touchstone.core.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Our numbers against those of the reference in Python, see {@code src/test/vectors-reference}. */
class VectorsTest {
    @Test
    void bucket_vectors_agree() {
        List<Fields> cases = Vectors.read("bucketing.json").objects("cases", fields -> fields);

        assertThat(cases).hasSizeGreaterThan(200);
        for (Fields vector : cases) {
            int bucket = new Bucketing(vector.text("salt")).bucket(vector.text("id"));
            assertThat(bucket)
                    .as(vector.text("salt") + "/" + vector.text("id"))
                    .isEqualTo(vector.integer("bucket", 0, 999_999));
        }
    }

    @Test
    void bucket_loneSurrogates_areErrors() {
        List<String> ids = Vectors.loneSurrogates();

        assertThat(ids).hasSize(7);
        for (String id : ids) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> new Bucketing("s").bucket(id))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("text_surrogate"));
            assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Units.user(id));
        }
    }

    @Test
    void ranges_vectors_agree() {
        Fields document = Vectors.read("weights.json");
        for (Fields vector : document.objects("cases", fields -> fields)) {
            int[] weights = ints("weights", vector.value("weights"));
            VariantRanges ranges = new VariantRanges(weights);
            List<int[]> expected = vector.elements("ranges", VectorsTest::ints);
            for (int i = 0; i < weights.length; i++) {
                assertThat(new int[] {ranges.from(i), ranges.to(i)}).isEqualTo(expected.get(i));
            }
        }
        for (int[] invalid : document.elements("invalid", VectorsTest::ints)) {
            assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> new VariantRanges(invalid));
        }
    }

    @Test
    void conditions_vectors_agree() {
        Fields document = Vectors.read("conditions.json");
        Map<String, CompiledCondition> segments = new HashMap<>();
        Fields named = document.object("segments");
        for (String key : List.of("lapsed", "rich", "lapsed_and_rich")) {
            Condition condition = ConditionCodec.read(key, named.value(key));
            segments.put(key, CompiledCondition.compile(condition, segments));
        }
        List<Fields> cases = document.objects("cases", fields -> fields);
        for (Fields vector : cases) {
            Condition condition = ConditionCodec.read("condition", vector.value("condition"));
            CompiledCondition compiled = CompiledCondition.compile(condition, segments);
            Attributes attributes = attributes(vector);
            assertThat(compiled.matches(attributes)).as(vector.text("name")).isEqualTo(vector.bool("matches"));
            assertThat(compiled.notes(attributes)).as(vector.text("name")).isEqualTo(notes(vector));
            assertThat(ConditionCodec.read("again", ConditionCodec.write(condition)))
                    .isEqualTo(condition);
        }
        assertThat(cases).hasSizeGreaterThan(1_000);
    }

    @Test
    void conditions_invalidVectors_areRefusedWithTheirCodes() {
        List<Fields> invalid = Vectors.read("conditions.json").objects("invalid", fields -> fields);

        assertThat(invalid).hasSizeGreaterThan(35);
        for (Fields vector : invalid) {
            JsonValue condition = vector.value("condition");
            assertThatExceptionOfType(InvalidInputException.class)
                    .as(condition.toJson())
                    .isThrownBy(() -> ConditionCodec.read("condition", condition))
                    .satisfies(e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(vector.text("code")))
                    .withMessageContaining("(expected: ");
        }
    }

    @Test
    void datafiles_vectors_haveTheirCanonicalBytes() {
        for (Fields vector : Vectors.read("datafiles.json").objects("cases", fields -> fields)) {
            Datafile datafile = DatafileCodec.read(vector.text("text"));
            byte[] canonical = DatafileCodec.writeCanonical(datafile);

            assertThat(new String(canonical, StandardCharsets.UTF_8))
                    .as(vector.text("name"))
                    .isEqualTo(vector.text("canonical"));
            assertThat(DatafileCodec.writeCanonical(DatafileCodec.read(canonical)))
                    .isEqualTo(canonical);
        }
    }

    @Test
    void datafiles_invalidVectors_areRefusedWithTheirCodes() {
        List<Fields> invalid = Vectors.read("datafiles.json").objects("invalid", fields -> fields);

        assertThat(invalid).hasSizeGreaterThan(100);
        for (Fields vector : invalid) {
            byte[] utf8 = vector.text("text").getBytes(StandardCharsets.UTF_8);
            assertThatExceptionOfType(InvalidInputException.class)
                    .as(vector.text("name"))
                    .isThrownBy(() -> DatafileCodec.read(utf8))
                    .satisfies(e -> assertThat(e.code())
                            .as(vector.text("name") + ": " + e.getMessage())
                            .isEqualTo(vector.text("code")))
                    .withMessageContaining("(expected: ");
        }
    }

    @Test
    void evaluation_vectors_agree() {
        Fields document = Vectors.read("evaluation.json");
        Map<String, CompiledDatafile> datafiles = new HashMap<>();
        List<Fields> cases = document.objects("cases", fields -> fields);
        assertThat(cases).hasSizeGreaterThan(800);
        for (Fields vector : cases) {
            CompiledDatafile datafile = datafiles.computeIfAbsent(
                    vector.text("datafile"),
                    name -> CompiledDatafile.compile(DatafileCodec.read(
                            document.object("datafiles").value(name).toJson())));
            check(datafile, vector);
        }
        assertThat(datafiles).hasSizeGreaterThan(107);
    }

    @Test
    void evaluation_vectors_holdEveryPairOfPassReasons() {
        Set<List<PassReason>> seen = new HashSet<>();
        for (Fields vector : Vectors.read("evaluation.json").objects("cases", fields -> fields)) {
            List<RuleTrace> trail = trail(vector);
            if (trail.size() > 1) {
                seen.add(java.util.Arrays.asList(
                        trail.get(0).pass(), trail.get(1).pass()));
            }
        }
        // All-shipped units pass every experiment rule as held out, so that no other reason of experiments stands
        // beside it.
        Set<PassReason> besideHeldOut =
                Set.of(PassReason.HELD_OUT, PassReason.UNIT_MISSING, PassReason.AUDIENCE, PassReason.SHARE);
        for (PassReason first : PassReason.values()) {
            for (PassReason second : PassReason.values()) {
                boolean heldOut = first == PassReason.HELD_OUT || second == PassReason.HELD_OUT;
                if (!heldOut || (besideHeldOut.contains(first) && besideHeldOut.contains(second))) {
                    assertThat(seen).contains(List.of(first, second));
                }
            }
        }
    }

    private static void check(CompiledDatafile datafile, Fields vector) {
        Attributes attributes = attributes(vector);
        Units units = units(vector);
        long at = vector.instant("at").toEpochMilli();

        KeptVariants kept = kept(vector);

        Explanation explanation = datafile.explain(vector.text("flag"), units, attributes, at, kept);

        String name = vector.text("name") + ", " + units;
        assertThat(explanation.decision()).as(name).isEqualTo(decision(vector.object("decision")));
        assertThat(explanation.unmetPrerequisite()).as(name).isEqualTo(vector.optionalText("unmetPrerequisite"));
        assertThat(explanation.rules()).as(name).isEqualTo(trail(vector));
        assertThat(datafile.evaluate(vector.text("flag"), units, attributes, at, kept))
                .isEqualTo(explanation.decision());
    }

    private static @Nullable KeptVariants kept(Fields vector) {
        Map<List<Object>, String> variants = new HashMap<>();
        vector.objects("kept", fields -> fields)
                .forEach(one -> variants.put(
                        List.of(
                                one.text("experiment"),
                                (int) one.integer("phase", 1, Integer.MAX_VALUE),
                                one.text("unitType"),
                                one.text("unit")),
                        one.text("variant")));
        return vector.optional("kept") == null
                ? null
                : (experiment, phase, unitType, unit) -> variants.get(List.of(experiment, phase, unitType, unit));
    }

    private static Decision decision(Fields fields) {
        JsonValue value = fields.optional("value");
        return new Decision(
                fields.text("flag"),
                value == null ? JsonNull.NULL : value,
                fields.optionalText("variant"),
                fields.word(
                        "reason",
                        List.of(io.touchstone.core.evaluation.Reason.values()),
                        io.touchstone.core.evaluation.Reason::wireName),
                fields.optionalText("rule"),
                fields.optionalText("experiment"),
                (int) fields.integer("phase", 0, Integer.MAX_VALUE),
                fields.integer("config", 1, Long.MAX_VALUE),
                fields.objects("exposures", VectorsTest::exposure));
    }

    private static DueExposure exposure(Fields fields) {
        return new DueExposure(
                fields.text("experiment"),
                (int) fields.integer("phase", 1, Integer.MAX_VALUE),
                fields.text("variant"),
                fields.text("unitType"));
    }

    private static List<RuleTrace> trail(Fields vector) {
        return vector.objects(
                "trail",
                fields -> new RuleTrace(
                        fields.text("rule"),
                        fields.optional("pass") == null
                                ? null
                                : fields.word("pass", List.of(PassReason.values()), PassReason::wireName),
                        notes(fields)));
    }

    private static List<ConditionNote> notes(Fields fields) {
        return fields.objects(
                "notes",
                note -> new ConditionNote(
                        note.text("attribute"),
                        note.word("kind", List.of(ConditionNote.Kind.values()), ConditionNote.Kind::wireName)));
    }

    private static Attributes attributes(Fields vector) {
        return Attributes.fromJson((JsonObject) vector.value("attributes"));
    }

    private static Units units(Fields vector) {
        Map<String, String> units = new LinkedHashMap<>();
        ((JsonObject) vector.value("units")).fields().forEach((type, id) -> units.put(type, ((JsonString) id).value()));
        return Units.of(units);
    }

    private static int[] ints(String path, JsonValue value) {
        return ((JsonArray) value)
                .values().stream()
                        .mapToInt(number -> Math.toIntExact(((JsonInteger) number).value()))
                        .toArray();
    }
}
