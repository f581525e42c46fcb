package io.touchstone.statistics.sequential;

import java.util.List;

/** Where the boundaries of a design come from: computed each time, or remembered. */
@FunctionalInterface
public interface BoundarySource {

    /** Computed each time. */
    BoundarySource COMPUTED = GroupSequentialDesign::boundaries;

    /** As {@link GroupSequentialDesign#boundaries}. */
    List<Boundary> of(GroupSequentialDesign design, LookSchedule schedule);
}
