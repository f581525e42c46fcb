package io.touchstone.standalone.importing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Waits until the report counts what was sent. Where each row is another unit, the report's units, conversions and sums have to equal
 * the file's; else its units, and then it must stand still for a moment. Behind rows of other files it must have moved, and then stand still.
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
    private final Expected expected;

    ReportWatch(ControlPlane plane, EventSender.Surroundings around, Expected expected) {
        this.plane = plane;
        this.around = around;
        this.expected = expected;
    }

    /**
     * What should be counted.
     *
     * @param experiment whose report
     * @param metrics metric of each outcome
     * @param check the file
     * @param before the report before the sending, where there was one and the experiment holds more than the usable rows of the
     *     file; absent: it holds exactly those
     */
    record Expected(String experiment, List<String> metrics, Check check, Optional<CountedReport> before) {}

    /** The report as it is, for {@link Expected#before}. */
    static CountedReport look(ControlPlane plane, String experiment) throws ImportStop, InterruptedException {
        return plane.report(experiment).map(CountedReport::read).orElse(new CountedReport(0, Map.of(), ""));
    }

    /** Whether the report counts all of it now. */
    boolean await(Progress progress) throws ImportStop, InterruptedException {
        CountedReport last = new CountedReport(-1, Map.of(), "");
        Instant changed = around.clock().instant();
        while (true) {
            CountedReport now = look(plane, expected.experiment);
            Instant instant = around.clock().instant();
            if (!now.sameNumbers(last)) {
                changed = instant;
                progress.set(now.units());
            }
            last = now;
            Duration still = Duration.between(changed, instant);
            if (isComplete(now, still)) {
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
        Check check = expected.check;
        if (expected.before.isPresent() || !check.units().exact()) {
            boolean moved = expected.before.isEmpty()
                    || !report.through().equals(expected.before.get().through());
            return standsStill && moved && report.units() > 0;
        }
        if (report.units() != check.units().units()) {
            return false;
        }
        return check.oneRowAUnit() ? totalsAgree(report) : standsStill;
    }

    private boolean totalsAgree(CountedReport report) {
        for (int i = 0; i < expected.metrics.size(); i++) {
            double counted = report.totals().getOrDefault(expected.metrics.get(i), Double.NaN);
            if (!(Math.abs(counted - expected.check.total(i)) <= ROUNDING * Math.max(1, expected.check.magnitude(i)))) {
                return false;
            }
        }
        return true;
    }
}
