package io.touchstone.client;

import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.evaluation.Decision;
import io.touchstone.core.evaluation.DueExposure;
import io.touchstone.core.evaluation.Reason;
import io.touchstone.core.event.ExposureEvent;
import io.touchstone.core.input.InvalidInputException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Turns used decisions into exposure events, each once a day. */
final class ExposureRecorder {
    private final EventQueue queue;
    private final EventIds ids;
    private final InstantSource clock;
    private final @Nullable Stickiness sticky;
    private final ExposureMemory memory = new ExposureMemory();

    ExposureRecorder(EventQueue queue, EventIds ids, InstantSource clock, @Nullable Stickiness sticky) {
        this.queue = queue;
        this.ids = ids;
        this.clock = clock;
        this.sticky = sticky;
    }

    /** Records what the decision makes due. Never throws. */
    void record(Decision decision, Units units, Attributes attributes) {
        long now = clock.millis();
        for (DueExposure exposure : decision.exposures()) {
            String unit = units.get(exposure.unitType());
            long fingerprint = ExposureMemory.fingerprint(exposure, unit == null ? "" : unit, now);
            if (memory.add(fingerprint)) {
                keep(decision, exposure, unit);
                if (!queue.offer(() -> event(decision, exposure, units, attributes, now))) {
                    memory.remove(fingerprint);
                }
            }
        }
    }

    /** Parts of holdouts need no store: nothing but the hash decides them. */
    private void keep(Decision decision, DueExposure exposure, @Nullable String unit) {
        if (sticky != null && unit != null && exposure.experiment().equals(decision.experiment())) {
            sticky.keep(exposure, unit);
        }
    }

    private ExposureEvent event(Decision decision, DueExposure exposure, Units units, Attributes attributes, long now) {
        try {
            return eventOf(decision, exposure, units, attributes, now);
        } catch (InvalidInputException e) {
            // The attributes are the application's own and only needed for slices; the exposure is needed for the
            // result.
            return eventOf(decision, exposure, units, Attributes.EMPTY, now);
        }
    }

    private ExposureEvent eventOf(
            Decision decision, DueExposure exposure, Units units, Attributes attributes, long now) {
        boolean ofExperiment = exposure.experiment().equals(decision.experiment());
        Reason reason = ofExperiment ? decision.reason() : Reason.HOLDOUT;
        return new ExposureEvent(
                ids.next(),
                now,
                units,
                decision.config(),
                decision.flag(),
                exposure.experiment(),
                exposure.phase(),
                exposure.variant(),
                reason.wireName(),
                null,
                attributes);
    }
}
