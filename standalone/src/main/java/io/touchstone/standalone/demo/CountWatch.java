package io.touchstone.standalone.demo;

import io.touchstone.report.answer.ArmFigures;
import io.touchstone.report.answer.MetricReport;
import io.touchstone.report.answer.Report;
import io.touchstone.report.answer.VariantReport;
import io.touchstone.standalone.RefusedException;
import io.touchstone.standalone.demo.count.PureCount;
import io.touchstone.standalone.demo.shop.Tactic;
import io.touchstone.standalone.importing.ControlPlane;
import io.touchstone.standalone.importing.ImportStop;
import io.touchstone.standalone.importing.Progress;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Waits until the reports show exactly what was counted here from the same events. */
final class CountWatch {
    /** Reports that do not change for so long will not. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    /** Sums come in another order. */
    private static final double ROUNDING = 1e-9;

    private final ControlPlane plane;
    private final LocalDate day;
    private final Map<Tactic, Report> expected = new EnumMap<>(Tactic.class);

    CountWatch(ControlPlane plane, PureCount count, LocalDate day) {
        this.plane = plane;
        this.day = day;
        for (Tactic tactic : Tactic.values()) {
            expected.put(tactic, count.report(tactic));
        }
    }

    /** @throws RefusedException {@code demo_not_counted} if they never do */
    void await(Progress progress) throws ImportStop, InterruptedException {
        long counted = -1;
        long changed = System.nanoTime();
        while (true) {
            long units = 0;
            boolean equal = true;
            for (Map.Entry<Tactic, Report> own : expected.entrySet()) {
                JsonNode report = plane.report(own.getKey().key(), day).orElse(MissingNode.getInstance());
                for (JsonNode variant : report.at("/health/variants")) {
                    units += variant.path("units").asLong(0);
                }
                equal = equal && equal(own.getValue(), report);
            }
            progress.set(units);
            if (equal) {
                return;
            }
            if (units != counted) {
                counted = units;
                changed = System.nanoTime();
            }
            if (System.nanoTime() - changed > PATIENCE.toNanos()) {
                throw new RefusedException(
                        "demo_not_counted",
                        "history: not on the reports after " + PATIENCE.toMinutes() + " minutes without a change"
                                + " (expected: all of it; run the same command again, or look into logs/touchstone.log)");
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private static boolean equal(Report expected, JsonNode report) {
        JsonNode metrics = report.path("metrics");
        for (int i = 0; i < expected.metrics().size(); i++) {
            MetricReport metric = expected.metrics().get(i);
            for (int j = 0; j < metric.variants().size(); j++) {
                VariantReport variant = metric.variants().get(j);
                if (!equal(variant.figures(), metrics.path(i).path("variants").path(j))) {
                    return false;
                }
            }
        }
        return !expected.metrics().isEmpty();
    }

    private static boolean equal(ArmFigures expected, JsonNode variant) {
        return expected.units() == variant.path("units").asLong(-1)
                && expected.waiting() == variant.path("waiting").asLong(-1)
                && close(
                        expected.value().orElse(Double.NaN),
                        variant.path("value").asDouble(Double.NaN))
                && close(
                        expected.variance().orElse(Double.NaN),
                        variant.path("variance").asDouble(Double.NaN));
    }

    private static boolean close(double expected, double found) {
        return Double.isNaN(expected)
                ? Double.isNaN(found)
                : Math.abs(expected - found) <= ROUNDING * Math.max(1, Math.abs(expected));
    }
}
