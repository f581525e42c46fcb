package io.touchstone.pipeline.catalog;

import io.touchstone.pipeline.unit.CompiledCatalog;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets a record through only with a catalog that was confirmed within 15 seconds and is not older than the record's
 * {@code config}. Otherwise it waits: a number counted with an old catalog would be wrong for ever.
 */
public final class CatalogGate {

    private static final long FRESH_NANOS = Duration.ofSeconds(15).toNanos();
    private static final long LOOK_MILLIS = 50;

    /** How far clocks of ingestion and pipeline may lie apart. */
    private static final long SKEW_MILLIS = 5_000;

    private final CatalogReader reader;
    private final long patienceNanos;

    /**
     * A gate over one reader.
     *
     * @param patience how long a record waits before its transaction is given up; 60 s in production
     */
    public CatalogGate(CatalogReader reader, Duration patience) {
        this.reader = reader;
        this.patienceNanos = patience.toNanos();
    }

    /**
     * The catalog to count a record with.
     *
     * @param environment number of the environment
     * @param config publication version the record was decided with
     * @param received when ingestion took the record, epoch milliseconds
     * @return empty if no publication has that version
     * @throws CatalogUnavailableException if PostgreSQL could not be asked for as long as a record waits
     */
    public Optional<CompiledCatalog> await(int environment, long config, long received) {
        long arrived = System.nanoTime();
        while (true) {
            Catalogs catalogs = reader.current();
            CompiledCatalog catalog = catalogs.of(environment);
            if (catalog != null
                    && catalog.version() >= config
                    && System.nanoTime() - catalogs.confirmedAtNanos() < FRESH_NANOS) {
                return Optional.of(catalog);
            }
            if (!catalogs.isPublished(environment, Math.max(1, config))
                    && (catalogs.confirmedAtNanos() - arrived > 0 || isRefuted(catalogs, received))) {
                return Optional.empty();
            }
            waitForReader(arrived, environment, config);
        }
    }

    /**
     * Whether the catalogs were confirmed after the record was received: then what it was decided with would be among them. Without this
     * every one of many such records would wait for a confirmation of its own.
     */
    private static boolean isRefuted(Catalogs catalogs, long received) {
        return catalogs.confirmedAtMillis() >= received + SKEW_MILLIS
                && System.nanoTime() - catalogs.confirmedAtNanos() < FRESH_NANOS;
    }

    private void waitForReader(long arrived, int environment, long config) {
        if (System.nanoTime() - arrived > patienceNanos) {
            throw new CatalogUnavailableException(environment, config);
        }
        reader.ask();
        try {
            reader.awaitChange(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CatalogUnavailableException(environment, config);
        }
    }
}
