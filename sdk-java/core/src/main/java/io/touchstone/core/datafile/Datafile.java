package io.touchstone.core.datafile;

import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.input.Limits;
import java.time.Instant;
import java.util.List;

/**
 * Everything an evaluator needs of one environment. Valid as a whole: keys unique, references resolved, no circles, value
 * types fitting, no slot shared. See {@code docs/formats/datafile.md}.
 *
 * @param environment project and environment, {@code tea/production}
 * @param version increasing per environment, 1 or more
 * @param publishedAt when it was published, to the millisecond
 * @param layers the layers of the experiments
 * @param segments named conditions
 * @param holdouts in the order in which they are checked
 * @param experiments running and paused ones
 * @param flags every flag of the environment
 */
public record Datafile(
        String environment,
        long version,
        Instant publishedAt,
        List<LayerDefinition> layers,
        List<Segment> segments,
        List<Holdout> holdouts,
        List<ExperimentDefinition> experiments,
        List<FlagDefinition> flags) {

    /** The newest form this code reads, and the one it writes. */
    public static final int SCHEMA = 1;

    /**
     * @throws InvalidInputException {@code key_invalid}, {@code number_range}, {@code duplicate}, {@code reference_unknown},
     *     {@code reference_circle}, {@code reference_too_deep}, {@code reference_too_many}, {@code condition_too_large},
     *     {@code slots_overlap}, {@code type_invalid}
     */
    public Datafile {
        Limits.text("environment", environment, 2 * Limits.KEY_BYTES + 1, FaultCode.KEY_INVALID);
        Limits.range("version", version, 1, Long.MAX_VALUE);
        layers = Limits.unique("layers", List.copyOf(layers), LayerDefinition::key);
        segments = Limits.unique("segments", List.copyOf(segments), Segment::key);
        holdouts = Limits.unique("holdouts", List.copyOf(holdouts), Holdout::key);
        experiments = Limits.unique("experiments", List.copyOf(experiments), ExperimentDefinition::key);
        flags = Limits.unique("flags", List.copyOf(flags), FlagDefinition::key);
        new DatafileRules(layers, segments, holdouts, experiments, flags).check();
    }
}
