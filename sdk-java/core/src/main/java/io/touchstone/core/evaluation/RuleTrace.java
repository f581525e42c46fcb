package io.touchstone.core.evaluation;

import io.touchstone.core.condition.ConditionNote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rule said.
 *
 * @param rule key of the rule
 * @param pass why it passed; null if it answered
 * @param notes attributes its audience missed or could not compare
 */
public record RuleTrace(String rule, @Nullable PassReason pass, List<ConditionNote> notes) {
    /** Copies the list. */
    public RuleTrace {
        notes = List.copyOf(notes);
    }
}
