package io.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Walks through an answer: every number in it is finite, no p-value is 0, no reason quotes a number that is none. */
final class FiniteNumbers {
    private FiniteNumbers() {}

    static void assertOf(String path, @Nullable Object answer) {
        switch (answer) {
            case null -> {}
            case Double number -> assertNumber(path, number);
            case OptionalDouble number -> number.ifPresent(value -> assertNumber(path, value));
            case Optional<?> part -> part.ifPresent(value -> assertOf(path, value));
            case List<?> parts -> parts.forEach(part -> assertOf(path + "[]", part));
            case double[] numbers -> {
                for (double number : numbers) {
                    assertNumber(path + "[]", number);
                }
            }
            case NotEstimable<?> missing ->
                assertThat(missing.text()).as(path).endsWith(".").doesNotContain("NaN", "Infinity");
            case Record parts -> assertComponents(path, parts);
            default -> {}
        }
    }

    private static void assertNumber(String path, double number) {
        assertThat(number).as(path).isFinite();
        if (path.endsWith(".p")) {
            assertThat(number).as(path).isGreaterThan(0).isLessThanOrEqualTo(1);
        }
    }

    private static void assertComponents(String path, Record parts) {
        for (RecordComponent component : parts.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                assertOf(
                        path + "." + component.getName(),
                        component.getAccessor().invoke(parts));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new AssertionError(path + "." + component.getName(), e);
            }
        }
    }
}
