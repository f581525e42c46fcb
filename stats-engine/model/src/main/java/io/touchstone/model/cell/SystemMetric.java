package io.touchstone.model.cell;

/** Counters every phase keeps without being asked; see {@code docs/formats/cells.md}, rule 8. Their version is 1. */
public enum SystemMetric {
    /** Exposed units. */
    UNITS("$units", false),
    /** Units seen in a second variant. */
    CROSSOVER("$crossover", false),
    /** Outcomes that came more than 72 hours late. */
    LATE("$late", true),
    /** Exposures that came more than 72 hours late. */
    LATE_EXPOSURE("$late_exposure", true);

    /** Version of every system metric. */
    public static final int VERSION = 1;

    private final String key;
    private final boolean amount;

    SystemMetric(String key, boolean amount) {
        this.key = key;
        this.amount = amount;
    }

    /** Metric key, as in {@link RowKey#metric()}. */
    public String key() {
        return key;
    }

    /** Whether its cells have the extras of a count. */
    public boolean amount() {
        return amount;
    }
}
