package io.touchstone.benchmarks.evaluate;

import io.touchstone.benchmarks.measure.ThreadCost;
import io.touchstone.client.TouchstoneClient;
import io.touchstone.core.datafile.DatafileCodec;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What an application calls, clock and record of exposures included. The users come again and again, so that every exposure but
 * the first of each is known already; nobody listens at the server's address.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ClientBenchmark {
    /** Few enough that none of their exposures is forgotten or finds the queue full. */
    private static final int USERS = 5_000;

    private static final Duration NEVER = Duration.ofHours(1);

    private final TouchstoneClient client = TouchstoneClient.builder()
            .baseUri(URI.create("http://127.0.0.1:1"))
            .apiKey("none")
            .bootstrap(new String(DatafileCodec.writeCanonical(Datafiles.of(1)), StandardCharsets.UTF_8))
            .initLimit(Duration.ZERO)
            .pollInterval(NEVER)
            .flushInterval(NEVER)
            .build();

    private User[] users = {};
    private int next;

    /** Draws the users. */
    @Setup
    public void prepare() {
        users = User.draw(USERS, EvaluationBenchmark.SEED);
    }

    /** Ends the client. */
    @TearDown
    public void end() {
        client.close();
    }

    /** Builds the attributes, decides, uses the answer: its exposure is known. */
    @Benchmark
    public String use(ThreadCost cost) {
        User user = step(cost);
        return client.decide(Datafiles.ASKED, user.id(), EvaluationBenchmark.attributesOf(user))
                .asString("none");
    }

    /** The same without using the answer. */
    @Benchmark
    public boolean decideOnly(ThreadCost cost) {
        User user = step(cost);
        return client.decide(Datafiles.ASKED, user.id(), EvaluationBenchmark.attributesOf(user))
                        .experiment()
                != null;
    }

    private User step(ThreadCost cost) {
        cost.calls++;
        int at = next;
        next = at + 1 == USERS ? 0 : at + 1;
        return users[at];
    }
}
