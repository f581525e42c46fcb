package io.touchstone.pipeline.sink;

import io.touchstone.model.Topics;
import io.touchstone.pipeline.Database;
import io.touchstone.pipeline.DatabaseConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads committed rows and writes them to PostgreSQL, on a thread of its own.
 *
 * <p>Where to go on is kept in PostgreSQL only. A writer claims each of its partitions, which gives it an epoch; its writes succeed only
 * while epoch and offset are still what it knows, so a process that was stopped, replaced and woken up again writes nothing. While
 * PostgreSQL is away the sink keeps its place in the group and tries again: only the numbers shown get older.
 */
public final class CellSink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CellSink.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Database database;
    private final SinkSettings settings;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Position> claimed = new HashMap<>();
    private final Thread thread;
    private @Nullable Connection connection;
    private @Nullable CellTable table;
    private volatile boolean closed;
    private volatile @Nullable String failure;

    /**
     * Starts at once.
     *
     * @param consumer a consumer of group {@code touchstone-sink} that reads committed records and commits no offsets
     */
    public CellSink(KafkaConsumer<byte[], byte[]> consumer, Database database, SinkSettings settings) {
        this.consumer = consumer;
        this.database = database;
        this.settings = settings;
        this.thread = Thread.ofPlatform().name("touchstone-sink").daemon(true).unstarted(this::run);
        thread.start();
    }

    /** What kept rows from being written the last time it was tried, without contents; empty once it worked again. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    private void run() {
        consumer.subscribe(List.of(Topics.CELLS), new Claims());
        try {
            while (!closed) {
                step();
            }
        } catch (WakeupException e) {
            LOG.debug("sink was woken up to stop");
        } finally {
            consumer.close();
            disconnect();
        }
    }

    private void step() {
        try {
            claimNewPartitions();
            write(consumer.poll(POLL));
        } catch (SQLException e) {
            if (isNew("SQLState " + e.getSQLState())) {
                LOG.warn("rows cannot be written, trying again: {}", e.getMessage());
            }
            startOver();
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            if (isNew(e.getClass().getSimpleName())) {
                LOG.warn("rows cannot be read, trying again: {}", e.getMessage());
            }
            startOver();
        } catch (RuntimeException | Error e) {
            // A row nobody can read stops its partition, visibly, and nothing else: the thread must live on. An error
            // too: the
            // driver asserts that a batch never meets a closed connection.
            if (isNew(e.getClass().getSimpleName())) {
                LOG.error("rows cannot be written, trying again", e);
            }
            startOver();
        }
    }

    /** Notes a failure. It comes back with every attempt until something is written again, and is told once. */
    private boolean isNew(String what) {
        boolean told = what.equals(failure);
        failure = what;
        return !told;
    }

    /** Claims and seeks what was assigned and is not claimed; records of unclaimed partitions are never read. */
    private void claimNewPartitions() throws SQLException {
        for (TopicPartition partition : consumer.assignment()) {
            if (!claimed.containsKey(partition)) {
                Position position = connected().claim(partition);
                consumer.seek(partition, position.nextOffset());
                consumer.resume(List.of(partition));
                claimed.put(partition, position);
            }
        }
    }

    private void write(ConsumerRecords<byte[], byte[]> records) throws SQLException {
        for (Map.Entry<TopicPartition, Position> entry : List.copyOf(claimed.entrySet())) {
            TopicPartition partition = entry.getKey();
            Position position = entry.getValue();
            // Also behind the ends of transactions, which are no records: a partition that was read to its end has no
            // lag.
            long next = consumer.position(partition);
            if (next == position.nextOffset()) {
                continue;
            }
            if (connected().write(partition, position, RowBatch.of(records.records(partition), next))) {
                claimed.put(partition, position.movedTo(next));
                if (failure != null) {
                    LOG.info("rows are written again");
                    failure = null;
                }
            } else {
                LOG.info("{} belongs to another writer now", partition);
                claimed.remove(partition);
                consumer.pause(List.of(partition));
            }
        }
    }

    private CellTable connected() throws SQLException {
        CellTable open = table;
        if (open == null) {
            Connection fresh = DatabaseConnections.open(database, "touchstone-sink");
            connection = fresh;
            open = new CellTable(fresh, settings);
            table = open;
        }
        return open;
    }

    /** After any doubt: a new connection, new claims, and every record since the stored position again. */
    private void startOver() {
        disconnect();
        claimed.clear();
        consumer.pause(consumer.assignment());
        pause();
    }

    private void disconnect() {
        Connection open = connection;
        connection = null;
        table = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("closing a broken connection: {}", e.getMessage());
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(settings.retry());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Forgets claims when partitions come and go; claiming happens outside, where a failure can be told apart. */
    private final class Claims implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(claimed::remove);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            consumer.pause(partitions);
        }
    }
}
