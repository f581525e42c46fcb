package io.touchstone.statistics.sequential;

/** Whether the newest look is the last one, which spends all alpha that is left. */
public enum Ending {
    ONGOING,
    FINAL
}
