package io.touchstone.standalone.importing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the report counts what was sent. Where each row is another unit, the report's units, conversions and sums have to equal
 * the file's; else its units, and then it must stand still for a moment.
 */
final class ReportWatch {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** A report that does not change for so long is taken as complete where the file alone cannot tell. */
    private static final Duration STANDS_STILL = Duration.ofSeconds(5);

    /** A report that does not change for so long although something is missing is not waited for. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Rounding of a sum over units against the sum over rows, relative to the sum of absolute values. */
    private static final double ROUNDING = 1e-9;

    private final ControlPlane plane;
    private final EventSender.Surroundings around;
    private final String experiment;
    private final List<String> metrics;
    private final Check check;

    /** What the file can tell about the report. */
    private final boolean comparable;

    /** {@code comparable}: the experiment holds exactly the rows of this file. */
    ReportWatch(ControlPlane plane, EventSender.Surroundings around, Expected expected) {
        this.plane = plane;
        this.around = around;
        this.experiment = expected.experiment;
        this.metrics = expected.metrics;
        this.check = expected.check;
        this.comparable = expected.comparable;
    }

    /**
     * What should be counted.
     *
     * @param experiment whose report
     * @param metrics metric of each outcome
     * @param check the file
     * @param comparable the experiment holds exactly the usable rows of the file
     */
    record Expected(String experiment, List<String> metrics, Check check, boolean comparable) {}

    /** Whether the report counts all of it now. */
    boolean await(Progress progress) throws ImportStop, InterruptedException {
        @Nullable CountedReport before = null;
        Instant changed = around.clock().instant();
        while (true) {
            Optional<CountedReport> now = plane.report(experiment).map(CountedReport::read);
            Instant instant = around.clock().instant();
            if (now.isPresent() && !now.get().equals(before)) {
                before = now.get();
                changed = instant;
                progress.set(before.units());
            }
            Duration still = Duration.between(changed, instant);
            if (before != null && isComplete(before, still)) {
                return true;
            }
            if (still.compareTo(PATIENCE) >= 0) {
                return false;
            }
            around.pause().of(BETWEEN_LOOKS);
        }
    }

    private boolean isComplete(CountedReport report, Duration still) {
        boolean standsStill = still.compareTo(STANDS_STILL) >= 0;
        if (!comparable || !check.units().exact()) {
            return standsStill && report.units() > 0;
        }
        if (report.units() != check.units().units()) {
            return false;
        }
        return check.oneRowAUnit() ? totalsAgree(report) : standsStill;
    }

    private boolean totalsAgree(CountedReport report) {
        for (int i = 0; i < metrics.size(); i++) {
            double counted = report.totals().getOrDefault(metrics.get(i), Double.NaN);
            if (!(Math.abs(counted - check.total(i)) <= ROUNDING * Math.max(1, check.magnitude(i)))) {
                return false;
            }
        }
        return true;
    }
}
