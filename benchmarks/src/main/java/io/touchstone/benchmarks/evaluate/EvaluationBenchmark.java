package io.touchstone.benchmarks.evaluate;

import io.touchstone.benchmarks.measure.ThreadCost;
import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.evaluation.CompiledDatafile;
import io.touchstone.core.evaluation.Decision;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One decision for one user; the users are walked in order, so that no call repeats the one before. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EvaluationBenchmark {

    /** Users walked over. */
    static final int USERS = 100_000;

    static final long SEED = 20_261_122L;

    /** Experiments of the large datafile. */
    static final int MANY = 10_000;

    private static final int ALL_SLOTS = 1_000_000;
    private static final long NOW = 1_785_000_000_000L;

    private final HandWritten handWritten = new HandWritten();
    private User[] users = {};
    private Units[] units = {};
    private Attributes[] attributes = {};
    private String[] keys = {};
    private CompiledDatafile one = CompiledDatafile.compile(Datafiles.of(1));
    private CompiledDatafile many = one;
    private int slotsEnd = ALL_SLOTS;
    private int next;

    /** Draws the users and compiles the datafiles. */
    @Setup
    public void prepare() {
        users = User.draw(USERS, SEED);
        units = Arrays.stream(users).map(user -> Units.user(user.id())).toArray(Units[]::new);
        attributes = Arrays.stream(users).map(EvaluationBenchmark::attributesOf).toArray(Attributes[]::new);
        many = CompiledDatafile.compile(Datafiles.of(MANY));
        keys = new String[MANY];
        Arrays.setAll(keys, Datafiles::key);
    }

    /** The limit: look-up, two predicates, one hash, compare. */
    @Benchmark
    public int limit(ThreadCost cost) {
        return handWritten.variant(Datafiles.ASKED, users[step(cost)]);
    }

    /** The limit of an experiment in a layer: a second hash for its slots. */
    @Benchmark
    public int limitInSlots(ThreadCost cost) {
        return handWritten.variantInSlots(Datafiles.ASKED, users[step(cost)], slotsEnd);
    }

    /** What one request pays: units and attributes are built, then asked for. */
    @Benchmark
    public Decision full(ThreadCost cost) {
        return decide(one, users[step(cost)]);
    }

    /** Units and attributes are given. */
    @Benchmark
    public Decision decision(ThreadCost cost) {
        int at = step(cost);
        return one.evaluate(Datafiles.ASKED, units[at], attributes[at], NOW);
    }

    /** The same flag among 10,000 live experiments. */
    @Benchmark
    public Decision decisionAmongMany(ThreadCost cost) {
        int at = step(cost);
        return many.evaluate(Datafiles.ASKED, units[at], attributes[at], NOW);
    }

    /** Another of the 10,000 flags with every call: nothing of it lies in the cache. */
    @Benchmark
    public Decision anyOfMany(ThreadCost cost) {
        int at = step(cost);
        return many.evaluate(keys[at % MANY], units[at], attributes[at], NOW);
    }

    /** Builds what a request brings and decides. */
    public static Decision decide(CompiledDatafile datafile, User user) {
        return datafile.evaluate(Datafiles.ASKED, Units.user(user.id()), attributesOf(user), NOW);
    }

    static Attributes attributesOf(User user) {
        return Attributes.builder()
                .put("country", user.country())
                .put("age", user.age())
                .build();
    }

    private int step(ThreadCost cost) {
        cost.calls++;
        int at = next;
        next = at + 1 == USERS ? 0 : at + 1;
        return at;
    }
}
