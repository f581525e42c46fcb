package io.touchstone.client;

import io.touchstone.core.event.EventCodec;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.json.CanonicalJson;
import io.touchstone.core.json.Fields;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Sends what waits in the queue, a batch at a time, in order, and the same batch with the same ids again until the server
 * answers for it. The only thread that takes from the queue.
 */
final class EventSender implements Runnable {
    private static final int BATCH_EVENTS = 500;
    private static final int BATCH_BYTES = 900_000;
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(20);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Server server;
    private final EventQueue queue;
    private final Duration flushInterval;
    private final Problems problems;
    private final Backoff backoff;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wake = lock.newCondition();
    private final Condition progress = lock.newCondition();
    private boolean flushRequested;
    private boolean closing;
    private boolean ended;
    /** Events taken from the queue; only the sender's thread touches it. */
    private long taken;
    /** Events answered for. */
    private long done;

    private volatile long sent;
    private volatile long rejected;

    EventSender(Server server, EventQueue queue, Duration flushInterval, Problems problems) {
        this.server = server;
        this.queue = queue;
        this.flushInterval = flushInterval;
        this.problems = problems;
        Duration first = flushInterval.compareTo(FIRST_WAIT) < 0 ? flushInterval : FIRST_WAIT;
        this.backoff = new Backoff(first, LONGEST_WAIT);
    }

    /** Events acknowledged. */
    long sent() {
        return sent;
    }

    /** Events refused one by one. */
    long rejected() {
        return rejected;
    }

    @Override
    public void run() {
        try {
            while (awaitWork()) {
                List<byte[]> batch = take();
                while (!batch.isEmpty()) {
                    deliver(batch);
                    batch = take();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed, and the limit is over
        } finally {
            end();
        }
    }

    private List<byte[]> take() {
        List<byte[]> batch = queue.take(BATCH_EVENTS, BATCH_BYTES);
        taken += batch.size();
        return batch;
    }

    /** Waits until everything taken in so far is answered for, at most that long; false if the limit came first. */
    boolean flush(Duration limit) throws InterruptedException {
        long target = queue.accepted();
        long left = limit.toNanos();
        lock.lock();
        try {
            flushRequested = true;
            wake.signal();
            while (done < target && !ended && left > 0) {
                left = progress.awaitNanos(left);
            }
            return done >= target;
        } finally {
            lock.unlock();
        }
    }

    /** Lets the sender end as soon as the queue is empty. */
    void finish() {
        lock.lock();
        try {
            closing = true;
            wake.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the flush interval, a flush, or the end; false when there is nothing more to do for ever. */
    private boolean awaitWork() throws InterruptedException {
        lock.lock();
        try {
            long left = flushInterval.toNanos();
            while (!flushRequested && !closing && left > 0 && queue.size() < BATCH_EVENTS) {
                // A look now and then instead of a signal per event: offering stays free of locks.
                long look = Math.min(left, TimeUnit.MILLISECONDS.toNanos(100));
                left -= look - Math.max(0, wake.awaitNanos(look));
            }
            flushRequested = false;
            return !closing || queue.size() > 0;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when the server has answered for the batch, or for each half of one that is too large. */
    private void deliver(List<byte[]> batch) throws InterruptedException {
        byte[] body = EventCodec.joinBatch(batch);
        Answer answer = attempt(body, batch.size());
        while (answer == Answer.LATER) {
            answer = attempt(body, batch.size());
        }
        if (answer == Answer.TOO_LARGE) {
            deliver(batch.subList(0, batch.size() / 2));
            deliver(batch.subList(batch.size() / 2, batch.size()));
        }
    }

    /** One attempt, and the wait after one that failed. */
    private Answer attempt(byte[] body, int events) throws InterruptedException {
        Duration asked = Duration.ZERO;
        try {
            HttpResponse<byte[]> response = server.postEvents(body);
            Answer answer = answer(response, events);
            if (answer != Answer.LATER) {
                return answer;
            }
            asked = retryAfter(response);
        } catch (IOException e) {
            problems.report("events: " + e + " (expected: an answer)");
        } catch (RuntimeException e) { // nothing may end this thread but closing
            problems.report("events: " + e + " (expected: no exception)");
        }
        pause(backoff.next(asked));
        return Answer.LATER;
    }

    private Answer answer(HttpResponse<byte[]> response, int events) {
        int status = response.statusCode();
        if (status == 200) {
            acknowledge(events, response.body());
            return Answer.DONE;
        }
        problems.report("events: status " + status + " (expected: 200)");
        if (status == 413 && events > 1) {
            return Answer.TOO_LARGE;
        }
        if (isFinal(status)) {
            queue.countDropped(events);
            advance(events);
            return Answer.DONE;
        }
        return Answer.LATER;
    }

    /** A flush or the end cuts the wait short, but for a moment that keeps a dead server from costing a core. */
    private void pause(Duration wait) throws InterruptedException {
        long left = wait.toNanos();
        lock.lock();
        try {
            while (left > 0 && !flushRequested && !closing) {
                left = wake.awaitNanos(left);
            }
            flushRequested = false;
        } finally {
            lock.unlock();
        }
        TimeUnit.NANOSECONDS.sleep(Math.min(Math.max(left, 0), SHORTEST_WAIT.toNanos()));
    }

    /** The body itself is refused, so that sending it again is useless. A refused key may be put right: that waits. */
    private static boolean isFinal(int status) {
        return status == 400 || status == 413 || status == 415 || status == 422;
    }

    private static Duration retryAfter(HttpResponse<byte[]> response) {
        String seconds = response.headers().firstValue("Retry-After").orElse("");
        return seconds.matches("[0-9]{1,4}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
    }

    private void acknowledge(int events, byte[] body) {
        int refused = 0;
        try {
            List<String> details =
                    Fields.of("", CanonicalJson.read(body)).objects("rejected", entry -> entry.text("detail"));
            refused = Math.min(events, details.size());
            if (refused > 0) {
                problems.report(details.get(0));
            }
        } catch (InvalidInputException e) {
            problems.report("events.answer." + e.getMessage());
        }
        backoff.reset();
        rejected += refused;
        sent += events - refused;
        advance(events);
    }

    private void advance(int events) {
        lock.lock();
        try {
            done += events;
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            ended = true;
            progress.signalAll();
        } finally {
            lock.unlock();
        }
        for (List<byte[]> left = take(); !left.isEmpty(); left = take()) {
            // taken only to be counted
        }
        queue.countDropped((int) (taken - done));
    }

    /** What an attempt came to. */
    private enum Answer {
        DONE,
        LATER,
        TOO_LARGE
    }
}
