package io.touchstone.pipeline.catalog;

import io.touchstone.pipeline.unit.CompiledCatalog;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest catalog of every environment, and when that was last confirmed.
 *
 * @param confirmedAtNanos {@link System#nanoTime()} before the query that confirmed it began
 * @param confirmedAtMillis the same instant by the wall clock, epoch milliseconds
 * @param published environment number to the newest version there is, readable or not
 * @param byEnvironment environment number to catalog
 */
record Catalogs(
        long confirmedAtNanos,
        long confirmedAtMillis,
        Map<Integer, Long> published,
        Map<Integer, CompiledCatalog> byEnvironment) {

    Catalogs {
        published = Map.copyOf(published);
        byEnvironment = Map.copyOf(byEnvironment);
    }

    @Nullable
    CompiledCatalog of(int environment) {
        return byEnvironment.get(environment);
    }

    /** Whether there is a publication of that version, or a newer one. */
    boolean isPublished(int environment, long config) {
        return published.getOrDefault(environment, 0L) >= config;
    }

    long version(int environment) {
        CompiledCatalog catalog = byEnvironment.get(environment);
        return catalog == null ? 0 : catalog.version();
    }

    Catalogs confirmed(long nanos, long millis, Map<Integer, Long> versions, Map<Integer, CompiledCatalog> newer) {
        Map<Integer, CompiledCatalog> all = new HashMap<>(byEnvironment);
        all.putAll(newer);
        return new Catalogs(nanos, millis, versions, all);
    }
}
