package io.touchstone.console.experiment;

import io.touchstone.console.access.SecretText;
import io.touchstone.model.catalog.PhaseState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which phase a start runs: the last one goes on where nothing that assigns or analyses has changed and no slot was taken away;
 * else the next one opens, with a salt of its own.
 *
 * @param phase to run
 * @param isNew whether it has to be stored
 * @param servesFrom when evaluators begin to use it
 */
record PhaseOpening(Phase phase, boolean isNew, Instant servesFrom) {
    private static final int SALT_CHARACTERS = 12;

    static PhaseOpening of(
            Experiment experiment, List<Phase> known, MetricVersions metrics, Instant now, Duration delay) {
        Design design = experiment.design();
        Phase last = known.isEmpty() ? null : known.getLast();
        PhasePin pin = PhasePin.of(design, metrics.versioned(design, last == null ? null : last.pin()));
        Instant declared = design.startsAt();
        boolean mayBePast = design.imported() || last == null && design.fillsPast();
        Instant startsAt = declared != null && (mayBePast || declared.isAfter(now)) ? declared : now;
        Instant servesFrom = design.imported() ? startsAt : later(now.plus(delay), startsAt);
        if (last != null && last.pin().isSame(pin) && Slots.cover(design.ranges(), Design.ranges(last.slots()))) {
            return new PhaseOpening(last.in(PhaseState.RUNNING, null).over(design.slots()), false, servesFrom);
        }
        int number = last == null ? 1 : last.number() + 1;
        Phase next = new Phase(
                experiment.key(),
                number,
                "e-" + SecretText.random(SALT_CHARACTERS),
                PhaseState.RUNNING,
                1,
                pin,
                design.slots(),
                startsAt,
                servesFrom,
                null);
        return new PhaseOpening(next, true, servesFrom);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
