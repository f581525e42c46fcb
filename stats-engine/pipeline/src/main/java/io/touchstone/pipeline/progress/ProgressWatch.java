package io.touchstone.pipeline.progress;

import io.touchstone.pipeline.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few seconds where the topics end and how far each hop has come, tells PostgreSQL, so that reports know how fresh they
 * are, and notices what stands still. A thread of its own; every pipeline process has one and each looks at the whole.
 */
public final class ProgressWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressWatch.class);

    private final TopicProgress topics;
    private final ProgressTable table;
    private final WatchSettings settings;
    private final InstantSource clock;
    private final MovementLog movements = new MovementLog();
    private final Thread thread;
    // What was seen last, for as long as one of the servers does not answer.
    private Map<Place, Span> spans = Map.of();
    private Optional<ProgressTable.Written> written = Optional.empty();
    private volatile PipelineProgress progress;
    private volatile boolean closed;

    /**
     * Starts at once.
     *
     * @param application id of the streams application
     * @param partitions partitions of every topic
     */
    public ProgressWatch(
            String bootstrapServers, String application, int partitions, Database database, WatchSettings settings) {
        this.topics = new TopicProgress(bootstrapServers, application, partitions);
        this.table = new ProgressTable(database);
        this.settings = settings;
        this.clock = InstantSource.system();
        this.progress = PipelineProgress.unknown(clock.instant());
        this.thread =
                Thread.ofPlatform().name("touchstone-progress").daemon(true).unstarted(this::run);
        thread.start();
    }

    /** What the last look saw, with a fault of its own if that is too long ago. */
    public PipelineProgress progress() {
        PipelineProgress last = progress;
        Duration age = Duration.between(last.lookedAt(), clock.instant());
        if (age.compareTo(settings.patience()) <= 0) {
            return last;
        }
        return last.withFault("progress was looked at " + age.toSeconds() + " s ago for the last time");
    }

    private void run() {
        try (topics;
                table) {
            while (!closed) {
                PipelineProgress seen = look();
                if (!seen.faults().equals(progress.faults())) {
                    tell(seen);
                }
                progress = seen;
                Thread.sleep(settings.interval());
            }
        } catch (InterruptedException e) {
            LOG.debug("the watch was told to stop");
        }
    }

    /** Standstills change their seconds with every look, so what is told is that there are some. */
    private void tell(PipelineProgress seen) {
        boolean before = !progress.faults().isEmpty();
        if (seen.faults().isEmpty()) {
            LOG.info("counting goes on");
        } else if (!before) {
            LOG.warn("counting: {}", String.join("; ", seen.faults()));
        }
    }

    private PipelineProgress look() throws InterruptedException {
        // Before the ends are read: what is acknowledged from now on may lie behind them.
        Instant now = clock.instant();
        List<String> faults = new ArrayList<>();
        try {
            look(now, faults);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("Kafka does not answer", e);
            faults.add("Kafka does not answer");
        } catch (RuntimeException | Error e) {
            // The thread must live on: without it everything looks older and older.
            LOG.error("progress cannot be looked at, trying again", e);
            faults.add("progress cannot be looked at: " + e.getClass().getSimpleName());
        }
        List<Standstill> still = movements.note(spans, now);
        still.stream()
                .filter(standstill -> standstill.lasting().compareTo(settings.patience()) >= 0)
                .map(Standstill::sentence)
                .forEach(faults::add);
        return new PipelineProgress(
                now, waiting(), written.flatMap(ProgressTable.Written::countedThrough), longest(still), faults);
    }

    private void look(Instant now, List<String> faults)
            throws ExecutionException, TimeoutException, InterruptedException {
        long[] eventEnds = topics.eventEnds();
        Map<Place, Span> seen = new HashMap<>(topics.committed(eventEnds));
        long[] rowEnds = topics.rowEnds();
        try {
            written = Optional.of(table.note(now, eventEnds));
        } catch (SQLException e) {
            LOG.debug("PostgreSQL does not answer", e);
            faults.add("PostgreSQL does not answer, SQLState " + e.getSQLState());
        }
        written.ifPresent(known -> {
            for (int partition = 0; partition < rowEnds.length; partition++) {
                long next = known.nextRows().getOrDefault(partition, 0L);
                seen.put(new Place(Hop.WRITING, partition), new Span(next, rowEnds[partition]));
            }
        });
        spans = seen;
    }

    private Map<Hop, Long> waiting() {
        Map<Hop, Long> waiting = new EnumMap<>(Hop.class);
        spans.forEach((place, span) -> waiting.merge(place.hop(), span.waiting(), Long::sum));
        return waiting;
    }

    private static Duration longest(List<Standstill> still) {
        return still.isEmpty() ? Duration.ZERO : still.getFirst().lasting();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
