package io.touchstone.model.cell;

/**
 * The key of a row: one cell for each cohort day. Equal keys have equal bytes ({@link RowKeyCodec}).
 *
 * @param environment number of the environment
 * @param generation which counting of the environment; a replay makes the next one
 * @param experiment experiment key
 * @param phase number of the phase, from 1
 * @param metric metric key; system metrics begin with {@code $}
 * @param metricVersion version of the metric, from 1
 * @param variant variant key
 * @param slice {@code all}, {@code earlier} or {@code dimension=value}
 * @param fold −1 for all units, else 0..63
 * @param bin step, day or bucket for metrics that have several values; else 0
 * @param eventDay calendar day in the environment's zone, as days since 1970-01-01
 */
public record RowKey(
        int environment,
        int generation,
        String experiment,
        int phase,
        String metric,
        int metricVersion,
        String variant,
        String slice,
        int fold,
        int bin,
        int eventDay) {

    /** The slice of all units that were first exposed in this phase. */
    public static final String ALL = "all";

    /** The slice of units whose first exposure to the experiment lies in an earlier phase. */
    public static final String EARLIER = "earlier";

    /** Fold of the cells that hold every unit. */
    public static final int NO_FOLD = -1;

    /** The bin of a metric's value, which every metric has. */
    public static final int VALUE = 0;

    /** The bin of the retention curve: which units were there on an event day, each day for itself. */
    public static final int CURVE = 1;

    /** Folds are numbered 0 to this, exclusive. */
    public static final int FOLDS = 64;
}
