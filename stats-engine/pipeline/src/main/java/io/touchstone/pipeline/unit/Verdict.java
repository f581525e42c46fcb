package io.touchstone.pipeline.unit;

/** What became of an event. */
public enum Verdict {
    /** It was taken into the unit's state. */
    COUNTED,
    /** Its id was known: nothing happened. */
    DUPLICATE,
    /** It came more than 72 hours late: only counted as late. */
    LATE,
    /** An exposure to an experiment or phase the catalog does not have. */
    EXPERIMENT_UNKNOWN,
    /** An exposure to a variant the phase does not have. */
    VARIANT_UNKNOWN,
    /** An exposure of a unit of another type than the experiment's. */
    UNIT_TYPE_WRONG,
    /** The unit did more in seven days than its state may hold: a shared id, or a robot. */
    UNIT_FULL;

    /** Whether the event can never be counted and belongs to the dead letters. */
    public boolean isDead() {
        return this == EXPERIMENT_UNKNOWN || this == VARIANT_UNKNOWN || this == UNIT_TYPE_WRONG || this == UNIT_FULL;
    }
}
