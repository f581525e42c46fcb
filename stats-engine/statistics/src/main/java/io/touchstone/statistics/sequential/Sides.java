package io.touchstone.statistics.sequential;

/** In which directions a test may reject. */
public enum Sides {
    /** Only for large z: continuation is Z &lt; z. */
    ONE,
    /** For large |z|, half of alpha in each direction: continuation is |Z| &lt; z. */
    TWO
}
