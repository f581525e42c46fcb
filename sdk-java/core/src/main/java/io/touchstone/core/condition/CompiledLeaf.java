package io.touchstone.core.condition;

import io.touchstone.core.condition.Condition.Order;
import io.touchstone.core.json.JsonString;
import io.touchstone.core.json.JsonValue;
import io.touchstone.core.time.Rfc3339;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conditions on one attribute. */
abstract sealed class CompiledLeaf extends CompiledCondition {
    final String attribute;

    private CompiledLeaf(String attribute) {
        this.attribute = attribute;
    }

    static CompiledLeaf leaf(Condition condition) {
        if (condition instanceof Condition.Eq eq) {
            return new Equal(eq.attribute(), scalar(eq.value()));
        }
        if (condition instanceof Condition.In in) {
            return new OneOf(in.attribute(), in.values());
        }
        if (condition instanceof Condition.Compare compare) {
            return compileCompare(compare);
        }
        if (condition instanceof Condition.Exists exists) {
            return new Exists(exists.attribute());
        }
        throw new AssertionError(condition);
    }

    private static CompiledLeaf compileCompare(Condition.Compare compare) {
        if (compare.value() instanceof JsonString text) {
            return new CompareInstant(compare.attribute(), compare.order(), Rfc3339.parseMillis(text.value()));
        }
        return new CompareNumber(compare.attribute(), compare.order(), (Double) scalar(compare.value()));
    }

    private static Object scalar(JsonValue value) {
        Object scalar = JsonScalars.scalar(value);
        if (scalar == null) {
            throw new AssertionError(value); // conditions hold scalars only
        }
        return scalar;
    }

    /** Whether the value has a type this leaf can judge. */
    abstract boolean comparable(Object value);

    @Override
    void collect(Attributes attributes, Set<ConditionNote> notes) {
        Object value = attributes.get(attribute);
        if (value == null) {
            notes.add(new ConditionNote(attribute, ConditionNote.Kind.MISSING));
        } else if (!comparable(value)) {
            notes.add(new ConditionNote(attribute, ConditionNote.Kind.TYPE));
        }
    }

    private static final class Equal extends CompiledLeaf {
        private final Object expected;

        Equal(String attribute, Object expected) {
            super(attribute);
            this.expected = expected;
        }

        @Override
        public boolean matches(Attributes attributes) {
            return expected.equals(attributes.get(attribute));
        }

        @Override
        boolean comparable(Object value) {
            return value.getClass() == expected.getClass();
        }
    }

    private static final class OneOf extends CompiledLeaf {
        private final Set<Object> expected = new HashSet<>();
        private final Set<Class<?>> types = new HashSet<>();

        OneOf(String attribute, List<JsonValue> values) {
            super(attribute);
            for (JsonValue value : values) {
                expected.add(scalar(value));
                types.add(scalar(value).getClass());
            }
        }

        @Override
        public boolean matches(Attributes attributes) {
            Object value = attributes.get(attribute);
            return value != null && expected.contains(value);
        }

        @Override
        boolean comparable(Object value) {
            return types.contains(value.getClass());
        }
    }

    private static final class CompareNumber extends CompiledLeaf {
        private final Order order;
        private final double limit;

        CompareNumber(String attribute, Order order, double limit) {
            super(attribute);
            this.order = order;
            this.limit = limit;
        }

        @Override
        public boolean matches(Attributes attributes) {
            return attributes.get(attribute) instanceof Double number && compare(number);
        }

        private boolean compare(double number) {
            return switch (order) {
                case GT -> number > limit;
                case GTE -> number >= limit;
                case LT -> number < limit;
                case LTE -> number <= limit;
            };
        }

        @Override
        boolean comparable(Object value) {
            return value instanceof Double;
        }
    }

    private static final class CompareInstant extends CompiledLeaf {
        private final Order order;
        private final long limitMillis;

        CompareInstant(String attribute, Order order, long limitMillis) {
            super(attribute);
            this.order = order;
            this.limitMillis = limitMillis;
        }

        @Override
        public boolean matches(Attributes attributes) {
            long millis = millis(attributes.get(attribute));
            return millis != Rfc3339.INVALID && compare(millis);
        }

        private boolean compare(long millis) {
            return switch (order) {
                case GT -> millis > limitMillis;
                case GTE -> millis >= limitMillis;
                case LT -> millis < limitMillis;
                case LTE -> millis <= limitMillis;
            };
        }

        private static long millis(@Nullable Object value) {
            return value instanceof String text ? Rfc3339.parseMillis(text) : Rfc3339.INVALID;
        }

        @Override
        boolean comparable(Object value) {
            return millis(value) != Rfc3339.INVALID;
        }
    }

    private static final class Exists extends CompiledLeaf {
        Exists(String attribute) {
            super(attribute);
        }

        @Override
        public boolean matches(Attributes attributes) {
            return attributes.get(attribute) != null;
        }

        @Override
        void collect(Attributes attributes, Set<ConditionNote> notes) {
            // absence is the answer, not an obstacle
        }

        @Override
        boolean comparable(Object value) {
            return true;
        }
    }
}
