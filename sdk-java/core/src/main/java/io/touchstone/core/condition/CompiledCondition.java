package io.touchstone.core.condition;

import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A condition made ready: constants parsed, sets built, segments resolved. Immutable, free of allocation in {@link
 * #matches}.
 */
public abstract sealed class CompiledCondition permits CompiledGroup, CompiledLeaf {
    CompiledCondition() {}

    /**
     * Compiles a condition that names no segments, such as a metric's filter.
     *
     * @throws InvalidInputException {@code segment_unknown}
     */
    public static CompiledCondition compile(Condition condition) {
        return compile(condition, Map.of());
    }

    /**
     * Compiles a condition; {@code segments} are those it may name.
     *
     * @throws InvalidInputException {@code segment_unknown}
     */
    public static CompiledCondition compile(Condition condition, Map<String, CompiledCondition> segments) {
        if (condition instanceof Condition.All all) {
            return new CompiledGroup.All(compileAll(all.of(), segments));
        }
        if (condition instanceof Condition.Any any) {
            return new CompiledGroup.Any(compileAll(any.of(), segments));
        }
        if (condition instanceof Condition.None none) {
            return new CompiledGroup.None(compileAll(none.of(), segments));
        }
        if (condition instanceof Condition.InSegment in) {
            CompiledCondition segment = segments.get(in.segment());
            if (segment == null) {
                throw InvalidInputException.of(
                        FaultCode.SEGMENT_UNKNOWN, "segment", in.segment(), "a segment of the document");
            }
            return segment;
        }
        return CompiledLeaf.leaf(condition);
    }

    /** Whether the condition is true of the attributes. */
    public abstract boolean matches(Attributes attributes);

    /** What kept leaves from being true for want of a fitting attribute: every leaf of the tree, in its order, each note once. */
    public final List<ConditionNote> notes(Attributes attributes) {
        Set<ConditionNote> notes = new LinkedHashSet<>();
        collect(attributes, notes);
        return List.copyOf(notes);
    }

    abstract void collect(Attributes attributes, Set<ConditionNote> notes);

    private static CompiledCondition[] compileAll(List<Condition> of, Map<String, CompiledCondition> segments) {
        return of.stream().map(part -> compile(part, segments)).toArray(CompiledCondition[]::new);
    }
}
