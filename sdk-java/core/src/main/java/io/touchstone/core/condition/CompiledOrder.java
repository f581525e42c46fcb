package io.touchstone.core.condition;

import io.touchstone.core.condition.Condition.Order;
import io.touchstone.core.time.Rfc3339;
import org.jspecify.annotations.Nullable;

/** Numbers and instants in their order. */
abstract sealed class CompiledOrder extends CompiledLeaf {
    private CompiledOrder(String attribute) {
        super(attribute);
    }

    /** Of an RFC 3339 text; {@link Rfc3339#INVALID} of anything else. */
    private static long millis(@Nullable Object value) {
        return value instanceof String text ? Rfc3339.parseMillis(text) : Rfc3339.INVALID;
    }

    static final class CompareNumber extends CompiledOrder {
        /** Smallest and largest number that fit: attributes are finite, so each order is a closed range. */
        private final double least;

        private final double most;

        CompareNumber(String attribute, Order order, double limit) {
            super(attribute);
            this.least = switch (order) {
                case GT -> Math.nextUp(limit);
                case GTE -> limit;
                case LT, LTE -> Double.NEGATIVE_INFINITY;
            };
            this.most = switch (order) {
                case GT, GTE -> Double.POSITIVE_INFINITY;
                case LT -> Math.nextDown(limit);
                case LTE -> limit;
            };
        }

        @Override
        public boolean matches(Attributes attributes) {
            return attributes.get(attribute) instanceof Double number && least <= number && number <= most;
        }

        @Override
        boolean comparable(Object value) {
            return value instanceof Double;
        }
    }

    static final class CompareInstant extends CompiledOrder {
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

        @Override
        boolean comparable(Object value) {
            return millis(value) != Rfc3339.INVALID;
        }
    }

    static final class BetweenNumbers extends CompiledOrder {
        private final double from;
        private final double to;

        BetweenNumbers(String attribute, double from, double to) {
            super(attribute);
            this.from = from;
            this.to = to;
        }

        @Override
        public boolean matches(Attributes attributes) {
            return attributes.get(attribute) instanceof Double number && from <= number && number < to;
        }

        @Override
        boolean comparable(Object value) {
            return value instanceof Double;
        }
    }

    static final class BetweenInstants extends CompiledOrder {
        private final long fromMillis;
        private final long toMillis;

        BetweenInstants(String attribute, long fromMillis, long toMillis) {
            super(attribute);
            this.fromMillis = fromMillis;
            this.toMillis = toMillis;
        }

        @Override
        public boolean matches(Attributes attributes) {
            // INVALID lies below every instant, so it is in no range.
            long millis = millis(attributes.get(attribute));
            return fromMillis <= millis && millis < toMillis;
        }

        @Override
        boolean comparable(Object value) {
            return millis(value) != Rfc3339.INVALID;
        }
    }
}
