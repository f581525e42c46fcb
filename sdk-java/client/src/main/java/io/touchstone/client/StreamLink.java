package io.touchstone.client;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the stream open, once it is wanted: when it ends, is refused or falls silent, it is tried again after a while that grows
 * with each failure. Everything happens on {@link Threads#LOOP}, but for {@link #isOpen}.
 */
final class StreamLink {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** A stream that lived that long was no failure. */
    private static final Duration LONG_LIFE = Duration.ofSeconds(30);

    private final Server server;
    private final Duration silenceLimit;
    private final LongSupplier version;
    private final LongConsumer told;
    private final Runnable lost;
    private final Problems problems;
    private final Backoff backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT);
    private boolean wanted;
    private boolean closed;
    private @Nullable CompletableFuture<?> attempt;
    private @Nullable Future<?> timer;
    private volatile boolean open;

    /**
     * @param silenceLimit the stream counts as dead after that long without a byte
     * @param version the version that is known, asked whenever the stream is opened; 0 for none
     * @param told called on the loop with each version that the server tells
     * @param lost called on the loop when a stream that was open has ended
     */
    StreamLink(
            Server server,
            Duration silenceLimit,
            LongSupplier version,
            LongConsumer told,
            Runnable lost,
            Problems problems) {
        this.server = server;
        this.silenceLimit = silenceLimit;
        this.version = version;
        this.told = told;
        this.lost = lost;
        this.problems = problems;
    }

    boolean isOpen() {
        return open;
    }

    /** Opens the stream the first time; later calls change nothing. */
    void want() {
        if (!wanted && !closed) {
            wanted = true;
            connect();
        }
    }

    void close() {
        closed = true;
        open = false;
        if (timer != null) {
            timer.cancel(false);
        }
        if (attempt != null) {
            attempt.cancel(true);
        }
    }

    private void connect() {
        long start = System.nanoTime();
        StreamReader reader = new StreamReader(
                () -> Threads.LOOP.execute(this::opened), heard -> Threads.LOOP.execute(() -> tell(heard)));
        CompletableFuture<HttpResponse<Void>> answer = server.stream(version.getAsLong(), reader::accept);
        attempt = answer;
        answer.whenCompleteAsync((response, error) -> ended(reader, error, start), Threads.LOOP);
        watch(reader, answer);
    }

    private void opened() {
        open = !closed;
    }

    private void tell(long heard) {
        if (!closed) {
            told.accept(heard);
        }
    }

    /** Gives the attempt up once it has been silent for too long; a silent server is not told from a dead one by TCP. */
    private void watch(StreamReader reader, CompletableFuture<?> answer) {
        long left = silenceLimit.toNanos() - (System.nanoTime() - reader.heardNanos());
        if (left <= 0) {
            answer.cancel(true);
        } else {
            timer = Threads.LOOP.schedule(() -> watch(reader, answer), left, TimeUnit.NANOSECONDS);
        }
    }

    private void ended(StreamReader reader, @Nullable Throwable error, long start) {
        if (closed) {
            return;
        }
        if (timer != null) {
            timer.cancel(false);
        }
        if (error != null) {
            problems.report("stream: " + reason(error));
        }
        if (System.nanoTime() - start >= LONG_LIFE.toNanos()) {
            backoff.reset();
        }
        Duration wait = backoff.next(Duration.ofMillis(reader.askedMillis()));
        timer = Threads.LOOP.schedule(this::connect, wait.toMillis(), TimeUnit.MILLISECONDS);
        if (open) {
            open = false;
            lost.run();
        }
    }

    private String reason(Throwable error) {
        Throwable cause = Problems.cause(error);
        if (cause instanceof CancellationException) {
            return "silent for " + silenceLimit.toMillis() + " ms (expected: a heartbeat)";
        }
        return cause instanceof IOException ? String.valueOf(cause.getMessage()) : cause.toString();
    }
}
