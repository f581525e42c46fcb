package io.touchstone.core.datafile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.evaluation.CompiledDatafile;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.json.CanonicalJson;
import io.touchstone.core.json.JsonArray;
import io.touchstone.core.json.JsonObject;
import io.touchstone.core.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document that is broken is refused with a code of the list, or read and then as good as any; never anything else. */
class BrokenDatafileTest {
    private static final List<String> HOSTILE = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1",
            "0.5",
            "1e308",
            "9223372036854775807",
            "9223372036854775808",
            "\"\"",
            "\"x\"",
            "\"\\u0000\"",
            "\"user\"",
            "\"default\"",
            "\"2026-11-22T08:00:00Z\"",
            "\"9999-12-31T23:59:59Z\"",
            "[]",
            "[[0,1]]",
            "[null]",
            "{}",
            "{\"op\":\"all\",\"of\":[]}",
            "{\"op\":\"inSegment\",\"segment\":\"lapsed\"}");

    private final Set<String> codes = listedCodes();
    private final List<JsonObject> documents = validDocuments();

    @Test
    void read_truncatedAnywhere_isRefused() {
        byte[] whole = CanonicalJson.write(documents.get(0));
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(InvalidInputException.class)
                    .as("%d bytes", length)
                    .isThrownBy(() -> DatafileCodec.read(part))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("json_malformed"));
        }
    }

    @Test
    void read_anyByteChanged_isReadOrRefused() {
        Random random = new Random(1);
        byte[] whole = CanonicalJson.write(documents.get(0));
        int refused = 0;
        for (int place = 0; place < whole.length; place++) {
            for (byte value : new byte[] {0, '"', '}', ',', '9', (byte) 0xff, (byte) random.nextInt()}) {
                byte[] changed = whole.clone();
                changed[place] = value;
                refused += survives(changed) ? 0 : 1;
            }
        }
        assertThat(refused).isBetween(whole.length, 7 * whole.length - 100);
    }

    @Test
    void read_anyNodeChanged_isReadOrRefused() {
        Random random = new Random(2);
        int refused = 0;
        int tries = 8_000;
        for (int i = 0; i < tries; i++) {
            JsonValue mutant = documents.get(random.nextInt(documents.size()));
            for (int edits = 1 + random.nextInt(2); edits > 0; edits--) {
                mutant = mutate(mutant, random);
            }
            refused += survives(CanonicalJson.write(mutant)) ? 0 : 1;
        }
        assertThat(refused).isBetween(tries / 4, tries * 19 / 20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deep list", "deep object", "deep condition", "wide condition", "long chain of segments",
                        "long chain of flags",
                "segments that multiply", "many layers", "many equal layers", "many flags in a circle", "long text",
                        "long name",
                "long number", "many escapes", "many slots", "many prerequisites", "holdouts of long lists"
            })
    void read_hostileShape_answersInTime(String shape) {
        byte[] bytes = HostileShapes.shape(shape).getBytes(StandardCharsets.UTF_8);

        // Seconds on a busy machine; what is quadratic in these sizes takes minutes.
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> survives(bytes));
    }

    @Test
    void read_longChainOfSegments_doesNotOverflowTheStack() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> DatafileCodec.read(HostileShapes.shape("long chain of segments")))
                .satisfies(e -> assertThat(e.code()).isEqualTo("reference_too_deep"));
    }

    @Test
    void read_tooManyBytes_isRefusedUnread() {
        byte[] large = new byte[DatafileCodec.MAX_BYTES + 1];

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> DatafileCodec.read(large))
                .withMessage("document: 67108865 bytes (expected: at most 67108864 bytes)")
                .satisfies(e -> assertThat(e.code()).isEqualTo("json_limit"));
    }

    /** True if the document was read; then it has to work in every way. */
    private boolean survives(byte[] bytes) {
        Datafile datafile;
        try {
            datafile = DatafileCodec.read(bytes);
        } catch (InvalidInputException e) {
            assertThat(codes).as(e.getMessage()).contains(e.code());
            assertThat(e).hasMessageContaining("(expected: ");
            return false;
        }
        byte[] canonical = DatafileCodec.writeCanonical(datafile);
        assertThat(DatafileCodec.writeCanonical(DatafileCodec.read(canonical))).isEqualTo(canonical);
        CompiledDatafile compiled = CompiledDatafile.compile(datafile);
        Units units = Units.of("user", "u1", "device", "d1");
        for (String flag : compiled.flagKeys().stream().limit(100).toList()) {
            assertThat(compiled.explain(flag, units, Attributes.of("a", "x"), 1_795_334_400_000L)
                            .decision())
                    .isEqualTo(compiled.evaluate(flag, units, Attributes.of("a", "x"), 1_795_334_400_000L));
        }
        return true;
    }

    private static JsonValue mutate(JsonValue value, Random random) {
        if (random.nextInt(4) > 0
                && value instanceof JsonObject object
                && !object.fields().isEmpty()) {
            return mutateField(object, random);
        }
        if (random.nextInt(4) > 0
                && value instanceof JsonArray array
                && !array.values().isEmpty()) {
            return mutateElement(array, random);
        }
        return CanonicalJson.read(HOSTILE.get(random.nextInt(HOSTILE.size())));
    }

    private static JsonValue mutateField(JsonObject object, Random random) {
        Map<String, JsonValue> fields = new LinkedHashMap<>(object.fields());
        String name = List.copyOf(fields.keySet()).get(random.nextInt(fields.size()));
        if (random.nextInt(12) == 0) {
            fields.remove(name);
        } else {
            fields.put(name, mutate(object.fields().get(name), random));
        }
        return new JsonObject(fields);
    }

    private static JsonValue mutateElement(JsonArray array, Random random) {
        List<JsonValue> values = new ArrayList<>(array.values());
        int index = random.nextInt(values.size());
        switch (random.nextInt(12)) {
            case 0 -> values.remove(index);
            case 1 -> values.add(values.get(index));
            default -> values.set(index, mutate(values.get(index), random));
        }
        return new JsonArray(values);
    }

    private static List<JsonObject> validDocuments() {
        try (var in = BrokenDatafileTest.class.getResourceAsStream("/vectors/datafiles.json")) {
            JsonObject vectors = (JsonObject) CanonicalJson.read(in.readAllBytes());
            return ((JsonArray) vectors.get("cases"))
                    .values().stream()
                            .map(one ->
                                    ((io.touchstone.core.json.JsonString) ((JsonObject) one).get("canonical")).value())
                            .filter(text -> text.length() < 20_000)
                            .map(text -> (JsonObject) CanonicalJson.read(text))
                            .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The codes that docs/formats/datafile.md promises. */
    private static Set<String> listedCodes() {
        try {
            String page = Files.readString(Path.of("..", "..", "docs", "formats", "datafile.md"));
            String sentence = page.substring(
                    page.indexOf("with a stable code"), page.indexOf(").", page.indexOf("with a stable code")));
            Set<String> codes = new TreeSet<>();
            Matcher code = Pattern.compile("`([a-z_]+)`").matcher(sentence);
            while (code.find()) {
                codes.add(code.group(1));
            }
            return codes;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
