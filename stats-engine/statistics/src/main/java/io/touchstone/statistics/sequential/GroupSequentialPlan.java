package io.touchstone.statistics.sequential;

import java.util.List;

/**
 * Looks at a test whose number of units is known beforehand; alpha is spent by matured units.
 *
 * @param design two-sided
 * @param plannedUnits matured units of both arms at the end, 1 or more
 * @param source of the boundaries
 */
public record GroupSequentialPlan(GroupSequentialDesign design, long plannedUnits, BoundarySource source)
        implements LookingPlan {

    /** @throws IllegalArgumentException for a one-sided design or no units */
    public GroupSequentialPlan {
        if (design.sides() != Sides.TWO) {
            throw new IllegalArgumentException("design: one-sided (expected: two-sided)");
        }
        if (plannedUnits < 1) {
            throw new IllegalArgumentException("plannedUnits: " + plannedUnits + " (expected: 1 or more)");
        }
    }

    /** With boundaries that are computed at each look. */
    public GroupSequentialPlan(GroupSequentialDesign design, long plannedUnits) {
        this(design, plannedUnits, BoundarySource.COMPUTED);
    }

    @Override
    public LookOutcome look(List<MatureDifference> looks, Ending ending) {
        List<Double> units = looks.stream()
                .map(MatureDifference::units)
                .map(Long::doubleValue)
                .toList();
        List<Boundary> boundaries = source.of(design, LookSchedule.observed(plannedUnits, units, ending));
        boolean crossed = false;
        for (int i = 0; i < looks.size(); i++) {
            crossed |= boundaries.get(i).crossedBy(looks.get(i).z(), Sides.TWO);
        }
        MatureDifference newest = looks.getLast();
        return new LookOutcome(crossed, RepeatedInterval.of(newest, boundaries.getLast()));
    }
}
