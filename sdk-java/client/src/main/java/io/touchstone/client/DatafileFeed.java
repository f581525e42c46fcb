package io.touchstone.client;

import io.touchstone.client.ClientStatus.State;
import io.touchstone.client.FetchedDatafile.RefusedAnswer;
import io.touchstone.core.input.InvalidInputException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the datafile up to date: fetches it when the stream tells of another one, and every interval while there is no stream.
 * What cannot be fetched or read leaves the last one in place, for ever if need be.
 *
 * <p>Everything happens on {@link Threads#LOOP}, but for what other threads may read. Times are those of {@link
 * System#nanoTime}: a clock that is set does not matter here.
 */
final class DatafileFeed {
    /** The longest wait after failures, unless the interval itself is longer. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** The stream says when to fetch. This is in case that it forgets to. */
    private static final Duration INTERVAL_BESIDE_STREAM = Duration.ofMinutes(1);

    /** Between two fetches at least, however often the stream asks. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);

    private final Server server;
    private final HeldDatafile held;
    private final Duration interval;
    private final boolean streaming;
    private final Problems problems;
    private final Runnable changed;
    private final StreamLink stream;
    private final Backoff failures;
    private final Backoff lag;
    private final CountDownLatch settled = new CountDownLatch(1);
    private long lastFetch = System.nanoTime() - SHORTEST_WAIT.toNanos();
    private boolean fetching;
    /** The version that the stream told last; another fetch is due while it has not come. */
    private long told;

    private boolean toldMeanwhile;
    private boolean closed;
    private @Nullable Future<?> timer;
    private volatile boolean confirmed;
    private volatile boolean failed;

    /** @param changed called on the loop when state or datafile may have changed */
    DatafileFeed(Server server, HeldDatafile held, FeedOptions options, Problems problems, Runnable changed) {
        this.server = server;
        this.held = held;
        this.interval = options.pollInterval();
        this.streaming = options.streaming();
        this.problems = problems;
        this.changed = changed;
        this.stream = new StreamLink(
                server, options.silenceLimit(), held::version, this::versionTold, this::streamLost, problems);
        this.failures = new Backoff(interval, interval.compareTo(LONGEST_WAIT) > 0 ? interval : LONGEST_WAIT);
        this.lag = new Backoff(SHORTEST_WAIT, interval);
    }

    /** Begins to fetch; without a datafile at the end of the limit the state is {@link State#ERROR}. */
    void start(Duration initLimit) {
        Threads.LOOP.execute(this::fetch);
        if (!initLimit.isZero()) {
            Threads.LOOP.schedule(this::initLimitOver, initLimit.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Waits for the server's datafile or, where there is another one to start with, for its first answer. */
    boolean awaitSettled(Duration limit) throws InterruptedException {
        return settled.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Where it stands; safe for every thread. */
    State state() {
        if (held.current() != null) {
            return confirmed ? State.READY : State.STALE;
        }
        return failed ? State.ERROR : State.STARTING;
    }

    /** Whether the stream is open; safe for every thread. */
    boolean isStreaming() {
        return stream.isOpen();
    }

    void close() {
        Threads.LOOP.execute(() -> {
            closed = true;
            stream.close();
            cancelTimer();
        });
    }

    private void fetch() {
        if (closed || fetching) {
            toldMeanwhile = true;
            return;
        }
        cancelTimer();
        fetching = true;
        toldMeanwhile = false;
        lastFetch = System.nanoTime();
        String asked = held.etag();
        server.datafile(asked)
                .thenApplyAsync(answer -> FetchedDatafile.of(answer, asked), Threads.COMPILERS)
                .whenCompleteAsync(this::fetched, Threads.LOOP);
    }

    private void fetched(@Nullable FetchedDatafile answer, @Nullable Throwable error) {
        fetching = false;
        if (closed) {
            return;
        }
        if (answer == null) {
            Throwable cause = Problems.cause(error == null ? new IllegalStateException("no answer") : error);
            failed = true;
            confirmed = false;
            problems.report("datafile" + reason(cause));
            int asked = cause instanceof RefusedAnswer refused ? refused.retryAfterSeconds() : 0;
            schedule(failures.next(Duration.ofSeconds(asked)));
        } else {
            // First, so that nobody who waited for the datafile sees a stale one.
            confirmed = true;
            failures.reset();
            held.take(answer, System.nanoTime());
            if (streaming) {
                stream.want();
            }
            scheduleNext();
        }
        if (held.current() != null) {
            settled.countDown();
        }
        changed.run();
    }

    private void scheduleNext() {
        if (held.version() < told || toldMeanwhile) {
            // A server that lags behind the one that told.
            schedule(lag.next(Duration.ZERO));
        } else {
            lag.reset();
            boolean seldom = stream.isOpen() && interval.compareTo(INTERVAL_BESIDE_STREAM) < 0;
            schedule(spread(seldom ? INTERVAL_BESIDE_STREAM : interval));
        }
    }

    private void versionTold(long version) {
        told = version;
        if (version == StreamParser.SOME_VERSION || version != held.version()) {
            if (fetching) {
                toldMeanwhile = true;
            } else {
                long sinceLast = System.nanoTime() - lastFetch;
                schedule(Duration.ofNanos(Math.max(0, SHORTEST_WAIT.toNanos() - sinceLast)));
            }
        }
    }

    /** All clients lose their streams together when a server stops: each asks at a time of its own. */
    private void streamLost() {
        if (!fetching) {
            schedule(Duration.ofMillis(ThreadLocalRandom.current().nextLong(interval.toMillis() + 1)));
        }
        changed.run();
    }

    private void initLimitOver() {
        failed = true;
        if (!closed) {
            changed.run();
        }
    }

    private void schedule(Duration wait) {
        cancelTimer();
        timer = Threads.LOOP.schedule(this::fetch, wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private static String reason(Throwable cause) {
        if (cause instanceof InvalidInputException) {
            return "." + cause.getMessage();
        }
        if (cause instanceof CancellationException) {
            return ": incomplete (expected: an answer in time)";
        }
        return cause instanceof RefusedAnswer ? ": " + cause.getMessage() : ": " + cause + " (expected: an answer)";
    }

    private static Duration spread(Duration interval) {
        long millis = Math.max(1, interval.toMillis());
        return Duration.ofMillis(
                millis - millis / 10 + ThreadLocalRandom.current().nextLong(millis / 10 + 1));
    }
}
