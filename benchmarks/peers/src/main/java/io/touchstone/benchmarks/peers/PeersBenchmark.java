package io.touchstone.benchmarks.peers;

import io.touchstone.benchmarks.evaluate.User;
import io.touchstone.benchmarks.measure.ThreadCost;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What one request pays with each of them; in a JVM of its own, the users walked in order. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PeersBenchmark {
    private static final int USERS = 100_000;
    private static final long SEED = 20_261_122L;

    /** Who is asked. */
    @Param
    public Contestant contestant = Contestant.LIMIT;

    private Peer peer = user -> null;
    private User[] users = {};
    private int next;

    /** Draws the users and starts the SDK. */
    @Setup
    public void prepare() {
        users = User.draw(USERS, SEED);
        peer = contestant.start();
    }

    /** Ends the SDK. */
    @TearDown
    public void end() {
        peer.close();
    }

    /** Builds what the SDK wants to know, asks for the variant. */
    @Benchmark
    public @Nullable String full(ThreadCost cost) {
        cost.calls++;
        int at = next;
        next = at + 1 == USERS ? 0 : at + 1;
        return peer.variant(users[at]);
    }
}
