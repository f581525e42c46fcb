package io.touchstone.benchmarks.measure;

import io.touchstone.benchmarks.Options;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** All methods of a benchmark class on one thread, with what they allocate. */
public final class JmhRun {

    private JmhRun() {}

    /**
     * Measures in JVMs of its own.
     *
     * @param options {@code forks}, {@code warmup} and {@code iterations}, these of one second each
     * @return by name of the method, or by the value of its parameter where it has one
     */
    public static Map<String, Measured> rows(Class<?> benchmark, Options options) throws RunnerException {
        var jmh = new OptionsBuilder()
                .include("\\." + benchmark.getSimpleName() + "\\.")
                .forks(options.number("forks"))
                .warmupIterations(options.number("warmup"))
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(options.number("iterations"))
                .measurementTime(TimeValue.seconds(1))
                .threads(1)
                .jvmArgs("-Xms512m", "-Xmx512m")
                .addProfiler(GCProfiler.class)
                .build();
        // JMH's progress goes where progress belongs; the output is the report.
        OutputFormat progress = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL);
        Collection<RunResult> results = new Runner(jmh, progress).run();
        Map<String, Measured> rows = new LinkedHashMap<>();
        for (RunResult result : results) {
            rows.put(name(result.getParams()), Measured.of(result));
        }
        return rows;
    }

    private static String name(BenchmarkParams params) {
        if (!params.getParamsKeys().isEmpty()) {
            return params.getParam(params.getParamsKeys().iterator().next());
        }
        String method = params.getBenchmark();
        return method.substring(method.lastIndexOf('.') + 1);
    }
}
