package io.touchstone.benchmarks.evaluate;

import io.touchstone.benchmarks.measure.ThreadCost;
import io.touchstone.core.datafile.DatafileCodec;
import io.touchstone.core.evaluation.CompiledDatafile;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A published text of 10,000 experiments, made ready to decide. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DatafileBenchmark {
    private final String text = text();

    /** Parses, checks, compiles. */
    @Benchmark
    public CompiledDatafile load(ThreadCost cost) {
        cost.calls++;
        return compile(text);
    }

    static CompiledDatafile compile(String text) {
        return CompiledDatafile.compile(DatafileCodec.read(text));
    }

    static String text() {
        return new String(DatafileCodec.writeCanonical(Datafiles.of(EvaluationBenchmark.MANY)), StandardCharsets.UTF_8);
    }
}
