package io.touchstone.core.evaluation;

import io.touchstone.core.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a flag answers to a unit. Built once per outcome when a datafile is compiled, so that evaluating allocates nothing; only
 * a unit in a holdout gets one of its own.
 *
 * @param flag key of the flag
 * @param value the payload, of the flag's type; JSON null for an unknown flag
 * @param variant the variant answered; null for the default
 * @param reason why
 * @param rule key of the rule that answered; null if none did
 * @param experiment the experiment that chose; null if none did
 * @param phase its phase; 0 if none did
 * @param config version of the datafile decided with
 * @param exposures to record when the decision is used: first of holdouts, then of the experiment
 */
public record Decision(
        String flag,
        JsonValue value,
        @Nullable String variant,
        Reason reason,
        @Nullable String rule,
        @Nullable String experiment,
        int phase,
        long config,
        List<DueExposure> exposures) {

    /** Copies the list. */
    public Decision {
        exposures = List.copyOf(exposures);
    }

    /** A decision that no experiment made. */
    static Decision plain(
            String flag, JsonValue value, @Nullable String variant, Reason reason, @Nullable String rule, long config) {
        return new Decision(flag, value, variant, reason, rule, null, 0, config, List.of());
    }

    /** The same with exposures of holdouts before its own. */
    Decision afterHoldouts(List<DueExposure> held) {
        List<DueExposure> all = new ArrayList<>(held);
        all.addAll(exposures);
        return new Decision(flag, value, variant, reason, rule, experiment, phase, config, all);
    }
}
