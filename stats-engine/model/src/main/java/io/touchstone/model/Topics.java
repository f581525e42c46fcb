package io.touchstone.model;

/** The Kafka topics that join the planes. Their number of partitions is fixed for the life of an installation. */
public final class Topics {

    /** Accepted events: {@code TopicKey} to {@code TopicRecord}; kept 400 days. */
    public static final String EVENTS = "touchstone.events";

    /** Absolute rows: {@code RowKey} to {@code PackedRow}, and the marks behind them; compacted. */
    public static final String CELLS = "touchstone.cells";

    /** Events that cannot be counted, with the reason in the header {@link #REASON_HEADER}. */
    public static final String DEAD_LETTERS = "touchstone.dead-letters";

    /** Header of a dead letter: a stable code. */
    public static final String REASON_HEADER = "reason";

    /** How long raw events are kept: 400 days, in milliseconds. */
    public static final long EVENT_RETENTION_MILLIS = 400L * 24 * 60 * 60 * 1000;

    private Topics() {}
}
