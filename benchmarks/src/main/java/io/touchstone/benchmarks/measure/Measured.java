package io.touchstone.benchmarks.measure;

import io.touchstone.benchmarks.figure.Sample;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What one row took, a call.
 *
 * @param cpuNanos CPU of the measuring thread, one value an iteration
 * @param wallNanos time on the clock, median of the iterations
 * @param bytes allocated on the Java heap
 */
public record Measured(Sample cpuNanos, double wallNanos, double bytes) {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /** Over all iterations of all forks. */
    public static Measured of(RunResult run) {
        List<Double> cpu = new ArrayList<>();
        List<Double> wall = new ArrayList<>();
        List<Double> bytes = new ArrayList<>();
        for (BenchmarkResult fork : run.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                double calls = secondary(iteration, "calls");
                cpu.add(secondary(iteration, "cpuNanos") / calls);
                wall.add(iteration.getPrimaryResult().getScore());
                bytes.add(secondary(iteration, ALLOCATED));
            }
        }
        return new Measured(sample(cpu), sample(wall).median(), sample(bytes).median());
    }

    @SuppressWarnings("rawtypes") // as JMH declares it
    private static double secondary(IterationResult iteration, String name) {
        Collection<Result> results = iteration.getSecondaryResults().values();
        return results.stream()
                .filter(result -> result.getLabel().endsWith(name))
                .mapToDouble(Result::getScore)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("result " + name + ": missing (expected: one of "
                        + iteration.getSecondaryResults().keySet() + ")"));
    }

    private static Sample sample(List<Double> values) {
        return new Sample(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** With CPU in nanoseconds. */
    public String readable() {
        return String.format(
                Locale.ROOT,
                "%.1f ns CPU (%s), %.1f ns wall, %.0f B",
                cpuNanos.median(),
                cpuNanos.spread(),
                wallNanos,
                bytes);
    }
}
