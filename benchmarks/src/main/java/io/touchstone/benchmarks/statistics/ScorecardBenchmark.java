package io.touchstone.benchmarks.statistics;

import io.touchstone.benchmarks.measure.ThreadCost;
import io.touchstone.statistics.sequential.Boundaries;
import io.touchstone.statistics.sequential.Boundary;
import io.touchstone.statistics.sequential.LookSchedule;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One scorecard with every call; nothing is left from the call before. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScorecardBenchmark {

    private static final LookSchedule LOOKS_28 = LookSchedule.equallySpaced(28);
    private static final LookSchedule LOOKS_56 = LookSchedule.equallySpaced(56);

    private final ScorecardInput input = ScorecardInput.draw();
    private final Map<LookSchedule, Boundaries> yesterday = DayBoundaries.yesterday(input);

    /** Boundaries from the first look on, each schedule once. */
    @Benchmark
    public Object scorecard(ThreadCost cost) {
        cost.calls++;
        return Scorecard.of(input, DayBoundaries.cold());
    }

    /** As if every metric and treatment had looks of its own. */
    @Benchmark
    public Object scorecardApart(ThreadCost cost) {
        cost.calls++;
        return Scorecard.of(input, DayBoundaries.apart());
    }

    /** With yesterday's boundaries at hand. */
    @Benchmark
    public Object scorecardKept(ThreadCost cost) {
        cost.calls++;
        return Scorecard.of(input, DayBoundaries.kept(yesterday));
    }

    /** The boundaries of one schedule of 28 equal looks. */
    @Benchmark
    public List<Boundary> boundaries28(ThreadCost cost) {
        cost.calls++;
        return Scorecard.DESIGN.boundaries(LOOKS_28);
    }

    /** Of 56. */
    @Benchmark
    public List<Boundary> boundaries56(ThreadCost cost) {
        cost.calls++;
        return Scorecard.DESIGN.boundaries(LOOKS_56);
    }
}
