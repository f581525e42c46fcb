package io.touchstone.vectors;

import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the library says to a case. */
public sealed interface Answer {

    /**
     * No result, as a whole.
     *
     * @param reason in the library's words
     */
    record None(String reason) implements Answer {}

    /** Numbers by the file's names. A null is a stated absence; a name left out is not answered. */
    final class Values implements Answer {
        private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
        private final List<String> reasons = new ArrayList<>();

        private Values() {}

        /** A number, a text or a truth value. */
        public Values put(String name, Object value) {
            values.put(name, value);
            return this;
        }

        public Values put(String name, double... numbers) {
            List<Double> list = new ArrayList<>();
            for (double number : numbers) {
                list.add(number);
            }
            values.put(name, list);
            return this;
        }

        public Values put(String name, Interval interval) {
            return put(name, new double[] {interval.low(), interval.high()});
        }

        /** That the library says there is no such number. */
        public Values absent(String name) {
            return absent(name, name + " has no value");
        }

        private Values absent(String name, String reason) {
            values.put(name, null);
            reasons.add(reason);
            return this;
        }

        /** A part of a result that may be missing. */
        public <T> Values put(String name, Result<T> result, Function<T, Object> number) {
            switch (result) {
                case Estimated<T> estimated -> {
                    Object value = number.apply(estimated.value());
                    if (value instanceof Interval interval) {
                        put(name, interval);
                    } else {
                        put(name, value);
                    }
                }
                case NotEstimable<T> missing -> absent(name, missing.text());
            }
            return this;
        }

        /** That the library shows a warning. */
        public Values warning(String text) {
            return put("warning", text);
        }

        /** Why numbers are absent, in the library's words; empty where none is. */
        public List<String> reasons() {
            return List.copyOf(reasons);
        }

        /** By name; values are null, {@link Number}, {@link String}, {@link Boolean}, or lists and maps of these. */
        public Map<String, @Nullable Object> byName() {
            return Collections.unmodifiableMap(values);
        }
    }

    /** An answer to be filled. */
    static Values values() {
        return new Values();
    }

    /** No result, or what the adapter makes of it. */
    static <T> Answer of(Result<T> result, Function<T, Answer> values) {
        return switch (result) {
            case Estimated<T> estimated -> values.apply(estimated.value());
            case NotEstimable<T> missing -> new None(missing.reason().code() + ": " + missing.text());
        };
    }
}
