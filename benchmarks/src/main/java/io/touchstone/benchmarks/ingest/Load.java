package io.touchstone.benchmarks.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Some connections that post batches in a closed loop: the next when the one before was acknowledged. */
final class Load implements AutoCloseable {

    private final List<byte[]> requests = new ArrayList<>();
    private final List<LoadConnection> connections = new ArrayList<>();
    private final ExecutorService threads;
    private final int batch;

    /**
     * What one stretch of load did.
     *
     * @param events acknowledged
     * @param refused batches answered with 429 or 503
     * @param seconds on the clock
     */
    record Done(long events, long refused, double seconds) {}

    Load(int port, int connectionCount, int batch, long time) {
        this.batch = batch;
        this.threads = Executors.newFixedThreadPool(connectionCount);
        IngestEvents[] events = IngestEvents.draw(IngestRun.EVENTS, time);
        for (int from = 0; from + batch <= events.length; from += batch) {
            requests.add(LoadConnection.request(java.util.Arrays.stream(events, from, from + batch)
                    .map(IngestEvents::json)
                    .collect(Collectors.joining(",", "{\"events\":[", "]}"))));
        }
        for (int i = 0; i < connectionCount; i++) {
            connections.add(new LoadConnection(port));
        }
    }

    /** One batch of each kind on one connection. */
    void sendAllOnce() {
        for (byte[] request : requests) {
            if (!connections.get(0).post(request, batch)) {
                throw new IllegalStateException("batch: refused by an idle server (expected: accepted)");
            }
        }
    }

    Done run(int seconds) throws InterruptedException {
        LongAdder accepted = new LongAdder();
        LongAdder refused = new LongAdder();
        long begin = System.nanoTime();
        long end = begin + Duration.ofSeconds(seconds).toNanos();
        List<Future<?>> loops = new ArrayList<>();
        for (int i = 0; i < connections.size(); i++) {
            int first = i * requests.size() / connections.size();
            LoadConnection connection = connections.get(i);
            loops.add(threads.submit(() -> loop(connection, first, end, accepted, refused)));
        }
        for (Future<?> loop : loops) {
            try {
                loop.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("load: failed (expected: answers)", e.getCause());
            }
        }
        return new Done(accepted.sum() * batch, refused.sum(), (System.nanoTime() - begin) / 1e9);
    }

    private void loop(LoadConnection connection, int first, long end, LongAdder accepted, LongAdder refused) {
        for (int i = first; System.nanoTime() < end; i++) {
            boolean taken = connection.post(requests.get(i % requests.size()), batch);
            (taken ? accepted : refused).increment();
        }
    }

    @Override
    public void close() {
        connections.forEach(LoadConnection::close);
        threads.shutdownNow();
    }
}
