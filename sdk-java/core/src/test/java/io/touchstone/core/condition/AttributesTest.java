package io.touchstone.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.json.CanonicalJson;
import io.touchstone.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributesTest {
    @Test
    void get_manyAttributes_findsEach() {
        for (int size : new int[] {0, 1, 8, 9, 63, 64, 65, 1000}) {
            Attributes.Builder builder = Attributes.builder();
            for (int i = 0; i < size; i++) {
                builder.put("name" + i, i);
            }
            Attributes attributes = builder.build();

            assertThat(attributes.size()).isEqualTo(size);
            for (int i = 0; i < size; i++) {
                assertThat(attributes.number("name" + i)).isEqualTo(i);
            }
            assertThat(attributes.get("name" + size)).isNull();
        }
    }

    @Test
    void text_everyType_isItsJsonForm() {
        Attributes attributes = Attributes.builder()
                .put("text", "上海")
                .put("whole", 3)
                .put("fraction", 0.1)
                .put("bool", true)
                .put("list", List.of("a"))
                .put("at", Instant.parse("2026-11-22T08:00:00.5Z"))
                .build();

        assertThat(attributes.text("text")).isEqualTo("上海");
        assertThat(attributes.text("whole")).isEqualTo("3");
        assertThat(attributes.text("fraction")).isEqualTo("0.1");
        assertThat(attributes.text("bool")).isEqualTo("true");
        assertThat(attributes.text("list")).isEqualTo("[\"a\"]");
        assertThat(attributes.text("at")).isEqualTo("2026-11-22T08:00:00.500Z");
        assertThat(attributes.text("other")).isNull();
        assertThat(Attributes.fromJson(attributes.toJson()))
                .isEqualTo(attributes)
                .hasSameHashCodeAs(attributes);
    }

    @Test
    void build_nameTwice_isRefused() {
        for (int size : new int[] {2, 20}) {
            Attributes.Builder builder = Attributes.builder();
            for (int i = 1; i < size; i++) {
                builder.put("name" + i, "x");
            }
            builder.put("name1", true);

            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(builder::build)
                    .withMessage("attribute: name1 (expected: every name once)");
        }
    }

    @Test
    void put_null_leavesItOut() {
        Attributes attributes = Attributes.builder()
                .put("plan", (String) null)
                .put("tags", (List<String>) null)
                .put("seen", (Instant) null)
                .put("country", "CN")
                .build();

        assertThat(attributes).isEqualTo(Attributes.of("country", "CN"));
        assertThat(attributes.get("plan")).isNull();
        assertThat(Attributes.of("plan", null)).isEqualTo(Attributes.EMPTY);
    }

    @Test
    void put_numbers_keepTheirValueAndEqualOnes() {
        for (double number : new double[] {-129, -128, -1, 0, 1023, 1024, 0.5, 1e12, -1e-9, Integer.MIN_VALUE}) {
            Attributes attributes = Attributes.builder().put("x", number).build();

            assertThat(attributes.number("x")).isEqualTo(number);
        }
        assertThat(Attributes.builder().put("x", -0.0).build())
                .isEqualTo(Attributes.builder().put("x", 0).build());
    }

    @Test
    void put_notANumber_isRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Attributes.builder().put("x", Double.NaN))
                .satisfies(e -> assertThat(e.code()).isEqualTo("number_range"));
    }

    @Test
    void fromJson_nestedObject_isRefused() {
        JsonObject nested = (JsonObject) CanonicalJson.read("{\"a\":null,\"b\":{\"c\":1}}");

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Attributes.fromJson(nested))
                .satisfies(e -> assertThat(e.code()).isEqualTo("type_invalid"));
    }
}
