package io.touchstone.client;

import io.touchstone.core.datafile.DatafileCodec;
import io.touchstone.core.evaluation.CompiledDatafile;
import io.touchstone.core.input.InvalidInputException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the datafile: asks for it every interval with the ETag of the last, compiles what is new, swaps it whole. What cannot be
 * fetched or read leaves the last one in place.
 */
final class DatafilePoller implements Runnable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Server server;
    private final Duration interval;
    private final Backoff backoff;
    private final Problems problems;
    private final Runnable changed;
    private final CountDownLatch first = new CountDownLatch(1);
    private volatile @Nullable CompiledDatafile current;
    private volatile boolean confirmed;
    private @Nullable String etag;

    DatafilePoller(Server server, Duration interval, Problems problems, Runnable changed) {
        this.server = server;
        this.interval = interval;
        this.backoff = new Backoff(interval, interval.compareTo(LONGEST_WAIT) > 0 ? interval : LONGEST_WAIT);
        this.problems = problems;
        this.changed = changed;
    }

    /** Starts from a datafile at hand. One that cannot be read is only reported. */
    void bootstrap(String datafile) {
        try {
            current = CompiledDatafile.compile(DatafileCodec.read(datafile));
            first.countDown();
        } catch (InvalidInputException e) {
            problems.report("bootstrap." + e.getMessage());
        }
    }

    /** The datafile to decide with; null while there is none. */
    @Nullable
    CompiledDatafile current() {
        return current;
    }

    /** Whether the last request confirmed it. */
    boolean confirmed() {
        return confirmed;
    }

    /** Waits for the first datafile, at most that long. */
    boolean awaitFirst(Duration limit) throws InterruptedException {
        return first.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void run() {
        try {
            while (true) {
                boolean fine = poll();
                Duration wait = fine ? spread(interval) : backoff.next(Duration.ZERO);
                TimeUnit.MILLISECONDS.sleep(wait.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private boolean poll() throws InterruptedException {
        boolean fine = false;
        try {
            fine = accept(server.getDatafile(etag));
        } catch (IOException e) {
            problems.report("datafile: " + e + " (expected: an answer)");
        } catch (InvalidInputException e) {
            problems.report("datafile." + e.getMessage());
        } catch (RuntimeException e) { // nothing may end this thread but closing
            problems.report("datafile: " + e + " (expected: no exception)");
        }
        if (fine) {
            backoff.reset();
        }
        if (confirmed != fine) {
            confirmed = fine;
            changed.run();
        }
        return fine;
    }

    private boolean accept(HttpResponse<byte[]> response) {
        if (response.statusCode() == 304) {
            return current != null;
        }
        if (response.statusCode() != 200) {
            problems.report("datafile: status " + response.statusCode() + " (expected: 200 or 304)");
            return false;
        }
        CompiledDatafile fetched = CompiledDatafile.compile(DatafileCodec.read(response.body()));
        etag = response.headers().firstValue("ETag").orElse(null);
        CompiledDatafile last = current;
        // Of several servers one may lag behind: going back would flip decisions to and fro.
        if (last == null
                || fetched.version() > last.version()
                || !fetched.environment().equals(last.environment())) {
            confirmed = true; // first, so that nobody who waited for the datafile sees a stale one
            current = fetched;
            first.countDown();
            changed.run();
        }
        return true;
    }

    private static Duration spread(Duration interval) {
        long millis = Math.max(1, interval.toMillis());
        return Duration.ofMillis(
                millis - millis / 10 + ThreadLocalRandom.current().nextLong(millis / 10 + 1));
    }
}
