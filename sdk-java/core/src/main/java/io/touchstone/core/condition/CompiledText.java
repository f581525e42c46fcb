package io.touchstone.core.condition;

import io.touchstone.core.condition.Condition.VersionOrder;
import java.util.List;

/**
 * Texts, and what stands in them. Comparing Java's chars compares code points: the constant is well-formed, so that it can
 * begin or end in the middle of no pair.
 */
abstract sealed class CompiledText extends CompiledLeaf {
    final String expected;

    private CompiledText(String attribute, String expected) {
        super(attribute);
        this.expected = expected;
    }

    static final class Contains extends CompiledText {
        Contains(String attribute, String expected) {
            super(attribute, expected);
        }

        @Override
        public boolean matches(Attributes attributes) {
            Object value = attributes.get(attribute);
            if (value instanceof String text) {
                return text.contains(expected);
            }
            return value instanceof List<?> texts && texts.contains(expected);
        }

        @Override
        boolean comparable(Object value) {
            return value instanceof String || value instanceof List<?>;
        }
    }

    static final class StartsWith extends CompiledText {
        StartsWith(String attribute, String expected) {
            super(attribute, expected);
        }

        @Override
        public boolean matches(Attributes attributes) {
            return attributes.get(attribute) instanceof String text && text.startsWith(expected);
        }

        @Override
        boolean comparable(Object value) {
            return value instanceof String;
        }
    }

    static final class Semver extends CompiledText {
        private final VersionOrder order;

        Semver(String attribute, VersionOrder order, String expected) {
            super(attribute, expected);
            this.order = order;
        }

        @Override
        public boolean matches(Attributes attributes) {
            return attributes.get(attribute) instanceof String text
                    && SemanticVersion.isValid(text)
                    && holds(SemanticVersion.compare(text, expected));
        }

        private boolean holds(int comparison) {
            return switch (order) {
                case EQ -> comparison == 0;
                case GT -> comparison > 0;
                case GTE -> comparison >= 0;
                case LT -> comparison < 0;
                case LTE -> comparison <= 0;
            };
        }

        @Override
        boolean comparable(Object value) {
            return value instanceof String text && SemanticVersion.isValid(text);
        }
    }
}
