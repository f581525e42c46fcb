package io.touchstone.assignment.ingestion;

import io.touchstone.assignment.publication.PublishedExperiments;
import io.touchstone.core.bucketing.Units;
import io.touchstone.core.event.Event;
import io.touchstone.core.event.EventBatch;
import io.touchstone.core.event.ExposureEvent;
import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import java.util.List;

/**
 * Tells what an accepted event names that nothing published has: mostly a slip of the pen that would otherwise show only as
 * numbers that stay at zero. The event goes in all the same, for the documents here may be older than the caller's.
 */
final class StrayNames {
    static final String VARIANT_UNKNOWN = "variant_unknown";
    static final String UNIT_TYPE_UNUSED = "unit_type_unused";

    private StrayNames() {}

    /** Adds a warning for each stray name, as long as there are not {@link EventBatch#MAX_WARNINGS}. */
    static void tell(PublishedExperiments published, int index, Event event, List<EventBatch.Warning> warnings) {
        if (event instanceof ExposureEvent exposure) {
            tell(published, index, exposure, warnings);
        }
        Units units = event.units();
        for (int i = 0; i < units.size(); i++) {
            String type = units.typeAt(i);
            if (!published.uses(type)) {
                add(warnings, index, UNIT_TYPE_UNUSED, "units", type, "a unit type of an experiment, rule or holdout");
            }
        }
    }

    private static void tell(
            PublishedExperiments published, int index, ExposureEvent exposure, List<EventBatch.Warning> warnings) {
        String experiment = exposure.experiment();
        int phase = exposure.phase();
        if (published.unitType(experiment).isEmpty()) {
            add(
                    warnings,
                    index,
                    FaultCode.EXPERIMENT_UNKNOWN.code(),
                    "experiment",
                    experiment,
                    "a started experiment of the environment");
        } else if (!published.hasPhase(experiment, phase)) {
            add(warnings, index, FaultCode.PHASE_UNKNOWN.code(), "phase", phase, "a phase of " + experiment);
        } else if (!published.hasVariant(experiment, phase, exposure.variant())) {
            String expected = "a variant of " + experiment + " in phase " + phase;
            add(warnings, index, VARIANT_UNKNOWN, "variant", exposure.variant(), expected);
        }
    }

    private static void add(
            List<EventBatch.Warning> warnings, int index, String code, String name, Object value, String expected) {
        if (warnings.size() < EventBatch.MAX_WARNINGS) {
            String detail = String.valueOf(
                    InvalidInputException.of(code, name, value, expected).getMessage());
            warnings.add(new EventBatch.Warning(index, code, detail));
        }
    }
}
