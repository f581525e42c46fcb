package io.touchstone.client;

import io.touchstone.core.event.Event;
import io.touchstone.core.event.EventCodec;
import io.touchstone.core.input.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Events waiting to be sent, written already, bounded in number and bytes. Offering never waits: what finds no room is dropped
 * and counted. Many threads offer, one takes.
 */
final class EventQueue {
    /** Whatever the number, no more memory than this. */
    private static final long MAX_BYTES = 16L << 20;

    private final int maxEvents;
    private final Problems problems;
    private final ConcurrentLinkedQueue<byte[]> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger events = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private volatile boolean closed;

    EventQueue(int maxEvents, Problems problems) {
        this.maxEvents = maxEvents;
        this.problems = problems;
    }

    /** Takes an event in, or drops it; false if dropped. Never throws. */
    boolean offer(Supplier<Event> event) {
        if (closed || events.incrementAndGet() > maxEvents) {
            return drop(closed ? "events: client closed (expected: open)" : full(), !closed);
        }
        try {
            byte[] written = EventCodec.write(event.get());
            if (bytes.addAndGet(written.length) > MAX_BYTES) {
                bytes.addAndGet(-written.length);
                return drop(full(), true);
            }
            accepted.incrementAndGet();
            queue.add(written);
            return true;
        } catch (InvalidInputException e) {
            return drop(String.valueOf(e.getMessage()), true);
        } catch (RuntimeException e) { // a null in the caller's event
            return drop("event: " + e + " (expected: complete)", true);
        }
    }

    /** The next events, at most that many and, but for a single larger one, that many bytes. */
    List<byte[]> take(int mostEvents, int mostBytes) {
        List<byte[]> taken = new ArrayList<>();
        int length = 0;
        byte[] next = queue.peek();
        while (next != null
                && taken.size() < mostEvents
                && (taken.isEmpty() || length + next.length + 1 <= mostBytes)) {
            queue.poll();
            taken.add(next);
            length += next.length + 1;
            events.decrementAndGet();
            bytes.addAndGet(-next.length);
            next = queue.peek();
        }
        return taken;
    }

    int size() {
        return Math.min(maxEvents, events.get());
    }

    /** Events ever taken in. */
    long accepted() {
        return accepted.get();
    }

    /** Events ever dropped. */
    long dropped() {
        return dropped.get();
    }

    /** Counts events as dropped that were taken out but could not be sent. */
    void countDropped(int count) {
        dropped.addAndGet(count);
    }

    void close() {
        closed = true;
    }

    private String full() {
        return "events: queue full (expected: at most " + maxEvents + " events and " + MAX_BYTES + " bytes waiting)";
    }

    private boolean drop(String problem, boolean reserved) {
        if (reserved) {
            events.decrementAndGet();
        }
        dropped.incrementAndGet();
        problems.report(problem);
        return false;
    }
}
