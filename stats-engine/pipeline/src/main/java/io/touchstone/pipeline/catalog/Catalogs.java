package io.touchstone.pipeline.catalog;

import io.touchstone.pipeline.unit.CompiledCatalog;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest catalog of every environment, and when that was last confirmed.
 *
 * @param confirmedAtNanos {@link System#nanoTime()} before the query that confirmed it began
 * @param byEnvironment environment number to catalog
 */
record Catalogs(long confirmedAtNanos, Map<Integer, CompiledCatalog> byEnvironment) {

    Catalogs {
        byEnvironment = Map.copyOf(byEnvironment);
    }

    @Nullable
    CompiledCatalog of(int environment) {
        return byEnvironment.get(environment);
    }

    long version(int environment) {
        CompiledCatalog catalog = byEnvironment.get(environment);
        return catalog == null ? 0 : catalog.version();
    }

    Catalogs confirmed(long nanos, Map<Integer, CompiledCatalog> newer) {
        Map<Integer, CompiledCatalog> all = new HashMap<>(byEnvironment);
        all.putAll(newer);
        return new Catalogs(nanos, all);
    }
}
