package io.touchstone.core.condition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An attribute that equals one of some scalars. */
abstract sealed class CompiledEquality extends CompiledLeaf {
    private CompiledEquality(String attribute) {
        super(attribute);
    }

    static final class Equal extends CompiledEquality {
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

    static final class OneOf extends CompiledEquality {
        private final Choices expected;
        private final Set<Class<?>> types = new HashSet<>();

        OneOf(String attribute, List<Object> values) {
            super(attribute);
            this.expected = new Choices(values);
            values.forEach(value -> types.add(value.getClass()));
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
}
