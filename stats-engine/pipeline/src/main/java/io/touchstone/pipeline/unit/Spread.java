package io.touchstone.pipeline.unit;

/** In which forms a cell is kept. */
enum Spread {
    /** For every slice the unit is in, and slice {@code all} by fold too. */
    SLICES_AND_FOLDS,
    /** For every slice the unit is in. */
    SLICES,
    /** For slice {@code all} alone. */
    ALL_UNITS
}
