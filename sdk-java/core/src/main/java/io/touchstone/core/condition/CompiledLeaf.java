package io.touchstone.core.condition;

import io.touchstone.core.condition.Condition.Order;
import io.touchstone.core.json.JsonString;
import io.touchstone.core.json.JsonValue;
import io.touchstone.core.time.Rfc3339;
import java.util.Set;

/** Conditions on one attribute. */
abstract sealed class CompiledLeaf extends CompiledCondition
        permits CompiledEquality, CompiledOrder, CompiledText, CompiledLeaf.Exists {
    final String attribute;

    CompiledLeaf(String attribute) {
        // As the names that applications write in their code are: found by identity, at no cost.
        this.attribute = attribute.intern();
    }

    static CompiledLeaf leaf(Condition condition) {
        if (condition instanceof Condition.Eq eq) {
            return new CompiledEquality.Equal(eq.attribute(), scalar(eq.value()));
        }
        if (condition instanceof Condition.In in) {
            return new CompiledEquality.OneOf(
                    in.attribute(),
                    in.values().stream().map(CompiledLeaf::scalar).toList());
        }
        if (condition instanceof Condition.Exists exists) {
            return new Exists(exists.attribute());
        }
        if (condition instanceof Condition.Contains contains) {
            return new CompiledText.Contains(contains.attribute(), contains.value());
        }
        if (condition instanceof Condition.StartsWith starts) {
            return new CompiledText.StartsWith(starts.attribute(), starts.value());
        }
        if (condition instanceof Condition.Semver semver) {
            return new CompiledText.Semver(semver.attribute(), semver.order(), semver.value());
        }
        return ordered(condition);
    }

    private static CompiledLeaf ordered(Condition condition) {
        if (condition instanceof Condition.Compare compare) {
            return compare.value() instanceof JsonString
                    ? new CompiledOrder.CompareInstant(compare.attribute(), compare.order(), millis(compare.value()))
                    : new CompiledOrder.CompareNumber(compare.attribute(), compare.order(), number(compare.value()));
        }
        if (condition instanceof Condition.Between between) {
            JsonValue from = between.from();
            JsonValue to = between.to();
            return from instanceof JsonString
                    ? new CompiledOrder.BetweenInstants(between.attribute(), millis(from), millis(to))
                    : new CompiledOrder.BetweenNumbers(between.attribute(), number(from), number(to));
        }
        if (condition instanceof Condition.Before before) {
            return new CompiledOrder.CompareInstant(before.attribute(), Order.LT, Rfc3339.parseMillis(before.value()));
        }
        if (condition instanceof Condition.After after) {
            return new CompiledOrder.CompareInstant(after.attribute(), Order.GT, Rfc3339.parseMillis(after.value()));
        }
        throw new AssertionError(condition); // groups and segments are no leaves
    }

    private static Object scalar(JsonValue value) {
        Object scalar = JsonScalars.scalar(value);
        if (scalar == null) {
            throw new AssertionError(value); // conditions hold scalars only
        }
        return scalar;
    }

    private static double number(JsonValue value) {
        return (Double) scalar(value);
    }

    private static long millis(JsonValue value) {
        return Rfc3339.parseMillis((String) scalar(value));
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

    static final class Exists extends CompiledLeaf {
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
