package io.touchstone.standalone.importing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Waits until the report counts what was sent. Where each row is another unit, the report's units, conversions and sums have to equal
 * the file's. Where the file alone cannot tell, the report has to say that all is counted that was acknowledged when the sending had ended.
 */
final class ReportWatch {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

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
     * @param alone whether the experiment holds exactly the usable rows of the file
     */
    record Expected(String experiment, List<String> metrics, Check check, boolean alone) {}

    /** Whether the report counts all of it now. */
    boolean await(Progress progress) throws ImportStop, InterruptedException {
        CountedReport last = look();
        // By the server's clock: ours may be another. All was acknowledged before this first answer.
        Optional<Instant> sent = last.answeredAt();
        Instant changed = around.clock().instant();
        progress.set(last.units());
        while (!isComplete(last, sent)) {
            if (Duration.between(changed, around.clock().instant()).compareTo(PATIENCE) >= 0) {
                return false;
            }
            around.pause().of(BETWEEN_LOOKS);
            CountedReport now = look();
            sent = sent.or(now::answeredAt);
            if (!now.sameNumbers(last)) {
                changed = around.clock().instant();
                progress.set(now.units());
            }
            last = now;
        }
        return true;
    }

    private CountedReport look() throws ImportStop, InterruptedException {
        return plane.report(expected.experiment).map(CountedReport::read).orElse(CountedReport.NOTHING);
    }

    private boolean isComplete(CountedReport report, Optional<Instant> sent) {
        Check check = expected.check;
        boolean allCounted = sent.isPresent()
                && report.through().isPresent()
                && !report.through().get().isBefore(sent.get());
        if (!expected.alone || !check.units().exact()) {
            return allCounted && report.units() > 0;
        }
        if (report.units() != check.units().units()) {
            return false;
        }
        return check.oneRowAUnit() ? totalsAgree(report) : allCounted;
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
