package io.touchstone.pipeline.progress;

import io.touchstone.model.Topics;
import io.touchstone.pipeline.Database;
import io.touchstone.pipeline.DatabaseConnections;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes in PostgreSQL where the events end, and reads how far the rows are. One connection, opened again after a failure. */
final class ProgressTable implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressTable.class);

    private final Database database;
    private @Nullable Connection connection;

    ProgressTable(Database database) {
        this.database = database;
    }

    /**
     * What the tables say.
     *
     * @param nextRows offset of the first row that is not written, by partition; one without rows is missing
     * @param countedThrough every event acknowledged before is in the rows
     */
    record Written(Map<Integer, Long> nextRows, Optional<Instant> countedThrough) {}

    /**
     * Notes the ends and answers what is written.
     *
     * @param lookedAt an instant before the ends were read
     */
    Written note(Instant lookedAt, long[] eventEnds) throws SQLException {
        try {
            Connection open = connected();
            record(open, lookedAt, eventEnds);
            return new Written(nextRows(open), countedThrough(open));
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    private static void record(Connection open, Instant lookedAt, long[] eventEnds) throws SQLException {
        Array ends =
                open.createArrayOf("bigint", Arrays.stream(eventEnds).boxed().toArray());
        try (PreparedStatement record = open.prepareStatement("SELECT record_event_log_check(?, ?)")) {
            record.setTimestamp(1, Timestamp.from(lookedAt));
            record.setArray(2, ends);
            record.execute();
        }
    }

    private static Map<Integer, Long> nextRows(Connection open) throws SQLException {
        Map<Integer, Long> next = new HashMap<>();
        String prefix = Topics.CELLS + "-";
        try (PreparedStatement query =
                        open.prepareStatement("SELECT s.topic_partition, s.next_offset FROM sink_position s");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                String partition = rows.getString(1);
                if (partition.startsWith(prefix)) {
                    next.put(Integer.parseInt(partition.substring(prefix.length())), rows.getLong(2));
                }
            }
        }
        return next;
    }

    private static Optional<Instant> countedThrough(Connection open) throws SQLException {
        try (PreparedStatement query = open.prepareStatement(
                        "SELECT CASE WHEN count(*) = count(p.complete_through) THEN min(p.complete_through) END"
                                + " FROM event_progress p");
                ResultSet row = query.executeQuery()) {
            Timestamp through = row.next() ? row.getTimestamp(1) : null;
            return Optional.ofNullable(through).map(Timestamp::toInstant);
        }
    }

    private Connection connected() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = DatabaseConnections.open(database, "touchstone-progress");
            connection = open;
        }
        return open;
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("closing a broken connection: {}", e.getMessage());
            }
        }
    }
}
