package io.touchstone.model.record;

import io.touchstone.core.condition.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * One accepted event of one unit, as it stands in the events topic.
 *
 * @param received when ingestion took it, epoch milliseconds; the record's timestamp too
 * @param time when it happened, epoch milliseconds
 * @param id event id, 1 to 256 bytes of UTF-8
 * @param trust what kind of key sent it
 * @param config publication version it was decided with, or ingestion's own
 * @param body what happened
 */
public record TopicRecord(long received, long time, String id, Trust trust, long config, Body body) {

    /** What happened; closed. */
    public sealed interface Body {}

    /**
     * A unit met a variant.
     *
     * @param flag flag key, empty for holdouts
     * @param experiment experiment or holdout key
     * @param phase number of the phase
     * @param variant variant key
     * @param reason why, as the evaluator said; {@code forced} and {@code test} are left out of every analysis
     * @param propensity chance of this variant where it was not the weight's, in (0, 1]
     * @param attributes the exposure's own attributes
     */
    public record Exposure(
            String flag,
            String experiment,
            int phase,
            String variant,
            String reason,
            @Nullable Double propensity,
            Attributes attributes)
            implements Body {}

    /**
     * A unit did something.
     *
     * @param name event name
     * @param value its value, if it has one
     * @param properties what metric filters look at
     */
    public record Outcome(String name, @Nullable Double value, Attributes properties) implements Body {}

    /**
     * Attributes of a unit from {@code time} on.
     *
     * @param attributes their values
     */
    public record Profile(Attributes attributes) implements Body {}
}
