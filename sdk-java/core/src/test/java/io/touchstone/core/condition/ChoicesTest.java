package io.touchstone.core.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChoicesTest {
    @Test
    void contains_fewAndManyTexts_findsExactlyThose() {
        for (int size : new int[] {1, 8, 9, 100}) {
            List<Object> texts =
                    IntStream.range(0, size).<Object>mapToObj(i -> "text" + i).toList();
            Choices choices = new Choices(texts);

            assertThat(texts).allMatch(text -> choices.contains(new String(((String) text).toCharArray())));
            assertThat(choices.contains("text" + size)).isFalse();
            assertThat(choices.contains(1.0)).isFalse();
        }
    }

    @Test
    void contains_severalTypes_comparesEachWithItsOwn() {
        Choices choices = new Choices(List.of("1", 2.0, true));

        assertThat(choices.contains("1")).isTrue();
        assertThat(choices.contains(2.0)).isTrue();
        assertThat(choices.contains(true)).isTrue();
        assertThat(choices.contains(1.0)).isFalse();
        assertThat(choices.contains("2")).isFalse();
        assertThat(choices.contains(false)).isFalse();
    }
}
