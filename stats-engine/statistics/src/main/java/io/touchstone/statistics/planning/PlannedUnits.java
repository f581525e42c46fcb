package io.touchstone.statistics.planning;

/**
 * Units a plan asks for.
 *
 * @param controlExact control units before rounding, above 0
 * @param control control units, rounded up
 * @param treatment units of one treatment, rounded up
 */
public record PlannedUnits(double controlExact, long control, long treatment) {

    /** Above this a plan is a mistake, and doubles no longer count one by one. */
    private static final double MOST = 1e15;

    static PlannedUnits of(double controlExact, double treatmentPerControl) {
        if (!(controlExact <= MOST && controlExact * treatmentPerControl <= MOST)) {
            throw new IllegalArgumentException(
                    "difference: needs " + controlExact + " control units (expected: one that 1e15 units can show)");
        }
        return new PlannedUnits(
                controlExact, (long) Math.ceil(controlExact), (long) Math.ceil(controlExact * treatmentPerControl));
    }

    /** Control and one treatment. */
    public long total() {
        return control + treatment;
    }
}
