package io.touchstone.core.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision and how it came about.
 *
 * @param decision the same that {@link CompiledDatafile#evaluate} gives
 * @param unmetPrerequisite the first prerequisite flag that did not answer what it must; null if none
 * @param rules the rules that were asked, in order; the last one answered if its {@code pass} is null
 */
public record Explanation(Decision decision, @Nullable String unmetPrerequisite, List<RuleTrace> rules) {
    /** Copies the list. */
    public Explanation {
        rules = List.copyOf(rules);
    }
}
