package io.touchstone.pipeline.sink;

import io.touchstone.model.cell.RowKey;
import io.touchstone.model.cell.RowKeyCodec;
import io.touchstone.pipeline.progress.EventPosition;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The sink's statements. Rows are replaced, never added to; the position moves in the same transaction by compare-and-set, so that
 * a writer that was replaced cannot write.
 */
final class CellTable {

    private static final String UPSERT =
            "INSERT INTO cell_row (environment, generation, row_key, experiment, phase, metric,"
                    + " metric_version, variant, slice, fold, bin, event_day, payload)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (environment, generation, row_key) DO UPDATE SET payload = excluded.payload";

    private final Connection connection;

    CellTable(Connection connection, SinkSettings settings) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET idle_in_transaction_session_timeout = "
                    + settings.idleInTransaction().toMillis());
            statement.execute("SET lock_timeout = " + settings.lockTimeout().toMillis());
            // PostgreSQL 17 and later: ends a transaction whose process stopped while a statement was under way.
            statement.execute("SELECT set_config('transaction_timeout', '"
                    + settings.idleInTransaction().multipliedBy(6).toMillis()
                    + "', false) WHERE current_setting('transaction_timeout', true) IS NOT NULL");
        }
        connection.commit();
    }

    /** Makes this process the one writer of the partition and returns where to go on. */
    Position claim(TopicPartition partition) throws SQLException {
        try (PreparedStatement claim =
                connection.prepareStatement("SELECT c.epoch, c.next_offset FROM claim_sink_position(?) c")) {
            claim.setString(1, partition.toString());
            try (ResultSet row = claim.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("claim_sink_position: no row (expected: one)");
                }
                Position position = new Position(row.getLong(1), row.getLong(2));
                connection.commit();
                return position;
            }
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    /**
     * Writes rows and moves the position, both or neither.
     *
     * @return whether the position was still this process's; if not, nothing was written
     */
    boolean write(TopicPartition partition, Position position, RowBatch batch) throws SQLException {
        try {
            upsert(batch.rows());
            boolean ours = advance(partition, position, batch);
            if (ours) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return ours;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    private void upsert(Map<Bytes, byte[]> rows) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (Map.Entry<Bytes, byte[]> row : rows.entrySet()) {
                bind(upsert, row.getKey().get(), row.getValue());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private static void bind(PreparedStatement upsert, byte[] keyBytes, byte[] payload) throws SQLException {
        RowKey key = RowKeyCodec.decode(keyBytes);
        upsert.setInt(1, key.environment());
        upsert.setInt(2, key.generation());
        upsert.setBytes(3, keyBytes);
        upsert.setString(4, key.experiment());
        upsert.setInt(5, key.phase());
        upsert.setString(6, key.metric());
        upsert.setInt(7, key.metricVersion());
        upsert.setString(8, key.variant());
        upsert.setString(9, key.slice());
        upsert.setInt(10, key.fold());
        upsert.setInt(11, key.bin());
        upsert.setObject(12, LocalDate.ofEpochDay(key.eventDay()));
        upsert.setBytes(13, payload);
    }

    private boolean advance(TopicPartition partition, Position position, RowBatch batch) throws SQLException {
        try (PreparedStatement advance =
                connection.prepareStatement("SELECT advance_sink_position(?, ?, ?, ?, ?, ?)")) {
            advance.setString(1, partition.toString());
            advance.setLong(2, position.epoch());
            advance.setLong(3, position.nextOffset());
            advance.setLong(4, batch.nextOffset());
            if (batch.counted().isPresent()) {
                SortedMap<Integer, EventPosition> counted =
                        batch.counted().get().positions();
                advance.setArray(5, array("bigint", counted, EventPosition::nextOffset));
                advance.setArray(6, array("timestamptz", counted, events -> new Timestamp(events.throughMillis())));
            } else {
                advance.setNull(5, Types.ARRAY, "_int8");
                advance.setNull(6, Types.ARRAY, "_timestamptz");
            }
            try (ResultSet row = advance.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** One element for each partition up to the last that was counted. */
    private Array array(String type, SortedMap<Integer, EventPosition> counted, Function<EventPosition, Object> column)
            throws SQLException {
        @Nullable Object[] elements = new @Nullable Object[counted.isEmpty() ? 0 : counted.lastKey() + 1];
        counted.forEach((partition, events) -> elements[partition] = column.apply(events));
        return connection.createArrayOf(type, elements);
    }
}
