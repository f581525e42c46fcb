package io.touchstone.pipeline.catalog;

import io.touchstone.model.catalog.CatalogCodec;
import io.touchstone.pipeline.Database;
import io.touchstone.pipeline.DatabaseConnections;
import io.touchstone.pipeline.unit.CompiledCatalog;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the newest catalogs: listens for publications, asks every second whether there is a newer one anyway, and goes on
 * asking while PostgreSQL is away. One thread of its own.
 */
public final class CatalogReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogReader.class);
    private static final int LISTEN_MILLIS = 50;
    private static final long ASK_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Duration RETRY = Duration.ofMillis(500);

    private final Database database;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile Catalogs current =
            new Catalogs(System.nanoTime() - Duration.ofDays(1).toNanos(), 0, Map.of(), Map.of());
    private final Map<Integer, Long> unusable = new HashMap<>();
    private volatile boolean asked;
    private volatile boolean closed;

    /** Starts reading at once. */
    public CatalogReader(Database database) {
        this.database = database;
        this.thread =
                Thread.ofPlatform().name("touchstone-catalogs").daemon(true).unstarted(this::run);
        thread.start();
    }

    Catalogs current() {
        return current;
    }

    /** Asks for a confirmation soon; returns at once. */
    void ask() {
        asked = true;
    }

    /** Waits until something was confirmed, at most {@code millis}. */
    void awaitChange(long millis) throws InterruptedException {
        lock.lock();
        try {
            changed.awaitNanos(Duration.ofMillis(millis).toNanos());
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (!closed) {
            try (Connection connection = DatabaseConnections.open(database, "touchstone-catalogs")) {
                follow(connection);
            } catch (SQLException e) {
                if (!closed) {
                    LOG.warn("catalogs cannot be read, trying again: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void follow(Connection connection) throws SQLException {
        try (Statement listen = connection.createStatement()) {
            listen.execute("LISTEN touchstone_publication");
        }
        PGConnection notifications = connection.unwrap(PGConnection.class);
        while (!closed) {
            load(connection);
            long asking = System.nanoTime();
            while (!closed && !asked && System.nanoTime() - asking < ASK_NANOS) {
                Object[] heard = notifications.getNotifications(LISTEN_MILLIS);
                if (heard != null && heard.length > 0) {
                    break;
                }
            }
        }
    }

    private void load(Connection connection) throws SQLException {
        asked = false;
        long started = System.nanoTime();
        long startedAt = System.currentTimeMillis();
        Map<Integer, Long> versions = new HashMap<>();
        Map<Integer, CompiledCatalog> newer = new HashMap<>();
        try (PreparedStatement newest = connection.prepareStatement(
                        "SELECT DISTINCT ON (p.environment) p.environment, p.version FROM publication p"
                                + " ORDER BY p.environment, p.version DESC");
                ResultSet rows = newest.executeQuery()) {
            while (rows.next()) {
                int environment = rows.getInt(1);
                long version = rows.getLong(2);
                versions.put(environment, version);
                if (version > current.version(environment)) {
                    fetch(connection, environment, version).ifPresent(catalog -> newer.put(environment, catalog));
                }
            }
        }
        current = current.confirmed(started, startedAt, versions, newer);
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Optional<CompiledCatalog> fetch(Connection connection, int environment, long version) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT p.catalog FROM publication p WHERE p.environment = ? AND p.version = ?")) {
            query.setInt(1, environment);
            query.setLong(2, version);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("publication: " + environment + "/" + version + " (expected: kept)");
                }
                byte[] json = row.getString(1).getBytes(StandardCharsets.UTF_8);
                return Optional.of(new CompiledCatalog(CatalogCodec.read(json)));
            }
        } catch (RuntimeException e) {
            // One unreadable catalog must not stop the others; its own records wait until it can be read. It is tried
            // again
            // with every look, and told once.
            if (!Long.valueOf(version).equals(unusable.put(environment, version))) {
                LOG.error("catalog {} of environment {} cannot be used", version, environment, e);
            }
            return Optional.empty();
        }
    }

    private void pause() {
        try {
            awaitChange(RETRY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
