package io.touchstone.standalone.importing;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sends batches, a few at a time, each until the server has acknowledged it: busy answers and lost connections are tried again with
 * the same bytes and so with the same ids, until nothing has got through for {@link #PATIENCE}. A batch may therefore arrive twice and
 * counts once. {@link #send} and {@link #finish} are for one thread.
 */
public final class EventSender implements AutoCloseable {

    /** Batches under way at once. */
    static final int IN_FLIGHT = 4;

    /** So long without a single acknowledged batch, and the run gives up. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    /** A data plane reads what the control plane published within seconds; until then it knows neither key nor import. */
    static final Duration UNTIL_PUBLISHED = Duration.ofSeconds(60);

    private static final Set<String> NOT_HEARD_YET = Set.of("key_unknown", "import_unknown");

    private final ApiConnection api;
    private final String key;
    private final Surroundings around;
    private final Progress progress;
    private final BrokenRows refused = new BrokenRows();
    private final Semaphore permits = new Semaphore(IN_FLIGHT);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final AtomicReference<@Nullable Instant> lastSuccess = new AtomicReference<>();
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong repeats = new AtomicLong();
    private final Instant began;

    /**
     * Time, waiting and chance.
     *
     * @param clock what time it is
     * @param pause how to wait
     * @param random spreads repeated requests
     */
    public record Surroundings(InstantSource clock, Pause pause, RandomGenerator random) {
        /** The real ones. */
        public static Surroundings real() {
            SplittableRandom random = new SplittableRandom();
            RandomGenerator shared = () -> {
                synchronized (random) {
                    return random.nextLong();
                }
            };
            return new Surroundings(InstantSource.system(), Pause.REAL, shared);
        }
    }

    /** @param key text of an API key that may send */
    public EventSender(ApiConnection api, String key, Surroundings around, Progress progress) {
        this.api = api;
        this.key = key;
        this.around = around;
        this.progress = progress;
        this.began = around.clock().instant();
    }

    /** Hands a batch over; waits while too many are under way. */
    public void send(EventBatch batch) throws ImportStop, InterruptedException {
        permits.acquire();
        if (failure.get() != null) {
            permits.release();
            throwFailure();
        }
        workers.execute(() -> {
            try {
                deliver(batch);
            } catch (ImportStop | InterruptedException | RuntimeException e) {
                failure.compareAndSet(null, e);
            } finally {
                permits.release();
            }
        });
    }

    /** Waits until all batches are acknowledged. */
    public void finish() throws ImportStop, InterruptedException {
        permits.acquire(IN_FLIGHT);
        permits.release(IN_FLIGHT);
        throwFailure();
    }

    /** Events that the server has. */
    public long events() {
        return events.get();
    }

    /** Requests that had to be sent again. */
    long repeats() {
        return repeats.get();
    }

    /** How many rows the server would not take. */
    public long refusedRows() {
        return refused.count();
    }

    /** Rows that the server would not take. */
    BrokenRows refused() {
        return refused;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    private void throwFailure() throws ImportStop, InterruptedException {
        switch (failure.get()) {
            case null -> {}
            case ImportStop stop -> throw stop;
            case InterruptedException e -> throw e;
            case RuntimeException e -> throw e;
            case Exception e -> throw new IllegalStateException(e);
        }
    }

    private void deliver(EventBatch batch) throws ImportStop, InterruptedException {
        Backoff backoff = new Backoff(around.random());
        while (true) {
            String trouble;
            Optional<Duration> asked = Optional.empty();
            try {
                Answer answer = api.sendEvents(batch.body(), key);
                if (answer.isSuccess()) {
                    book(batch, answer);
                    return;
                }
                refuseUnlessPassing(answer);
                trouble = answer.problem();
                asked = answer.retryAfter();
            } catch (IOException e) {
                trouble = e.getClass().getSimpleName() + " " + e.getMessage();
            }
            giveUpAfterPatience(trouble);
            repeats.incrementAndGet();
            around.pause().of(backoff.next(asked));
        }
    }

    private void refuseUnlessPassing(Answer answer) throws ImportStop {
        boolean news = lastSuccess.get() == null
                && NOT_HEARD_YET.contains(answer.code())
                && Duration.between(began, around.clock().instant()).compareTo(UNTIL_PUBLISHED) < 0;
        if (answer.code().equals("import_sealed")) {
            throw ImportStop.refused(
                    "the import was closed meanwhile, by another run of it or after six days; what was sent counts");
        }
        if (!answer.isBusy() && !news) {
            throw ImportStop.refused("the server refused events: " + answer.problem());
        }
    }

    private void giveUpAfterPatience(String trouble) throws ImportStop {
        if (failure.get() != null) {
            throw ImportStop.refused("another batch failed before");
        }
        @Nullable Instant last = lastSuccess.get();
        if (Duration.between(last == null ? began : last, around.clock().instant())
                        .compareTo(PATIENCE)
                >= 0) {
            throw ImportStop.refused("the server has taken no events for " + Numbers.seconds(PATIENCE) + " (last: "
                    + trouble + "); nothing is lost: run the same command again to go on");
        }
    }

    private void book(EventBatch batch, Answer answer) {
        lastSuccess.set(around.clock().instant());
        List<Long> lines = batch.lines();
        Set<Long> named = new HashSet<>();
        int rejected = 0;
        for (JsonNode one : answer.body().path("rejected")) {
            rejected++;
            int index = one.path("index").asInt(-1);
            long line = index >= 0 && index < lines.size() ? lines.get(index) : 0;
            if (named.add(line)) {
                String reason = "the server refused it: " + one.path("code").asString("") + ", "
                        + one.path("detail").asString("");
                refused.add(new RowResult.Broken(line, null, reason));
            }
        }
        events.addAndGet(lines.size() - rejected);
        progress.add(batch.rows());
    }
}
