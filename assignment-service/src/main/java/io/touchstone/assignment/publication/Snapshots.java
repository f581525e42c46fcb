package io.touchstone.assignment.publication;

import io.touchstone.model.access.AccessKey;
import io.touchstone.model.access.KeyKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * What every environment has published last, behind one volatile reference: readers take no lock and see either all of a
 * publication or nothing of it.
 */
public final class Snapshots {
    private volatile Published current = new Published(Map.of());
    private volatile boolean ready;
    private final Sinks.Many<Integer> replaced = Sinks.many().multicast().directBestEffort();

    /**
     * An API key and where it belongs.
     *
     * @param snapshot the environment's documents
     * @param key the key
     * @param sha256 the 32 bytes its text must hash to
     */
    @SuppressWarnings(
            "ArrayRecordComponent") // held for comparing with MessageDigest.isEqual, never compared as a record
    public record KeyEntry(Snapshot snapshot, AccessKey key, byte[] sha256) {}

    /** Whether the documents are known: from the database, be there none at all, or from disk. */
    public boolean ready() {
        return ready;
    }

    /** The last publication of an environment. */
    public Optional<Snapshot> environment(int number) {
        return Optional.ofNullable(current.environments.get(number));
    }

    /** The last publication of every environment. */
    public Collection<Snapshot> all() {
        return current.environments.values();
    }

    /** The key of that id, revoked or not. */
    public Optional<KeyEntry> key(String id) {
        return Optional.ofNullable(current.keys.get(id));
    }

    /** Whether any client key of any environment may be used from that browser origin. */
    public boolean knowsOrigin(String origin) {
        return current.origins.contains(origin);
    }

    /**
     * The number of an environment each time its documents were replaced, from now on. A subscriber reads what it needs when it
     * is told: the documents may be newer still. One that cannot keep up misses numbers.
     */
    public Flux<Integer> replaced() {
        return replaced.asFlux();
    }

    /** Replaces an environment's documents. */
    synchronized void put(Snapshot snapshot) {
        Map<Integer, Snapshot> next = new HashMap<>(current.environments);
        next.put(snapshot.environment(), snapshot);
        current = new Published(Map.copyOf(next));
        ready = true;
        replaced.tryEmitNext(snapshot.environment());
    }

    /** All that the database holds has been read. */
    void becomeReady() {
        ready = true;
    }

    private static final class Published {
        private final Map<Integer, Snapshot> environments;
        private final Map<String, KeyEntry> keys;
        private final Set<String> origins;

        Published(Map<Integer, Snapshot> environments) {
            this.environments = environments;
            Map<String, KeyEntry> index = new HashMap<>();
            Set<String> allowed = new HashSet<>();
            for (Snapshot snapshot : environments.values()) {
                for (AccessKey key : snapshot.accessList().keys()) {
                    index.put(
                            key.id(), new KeyEntry(snapshot, key, HexFormat.of().parseHex(key.sha256())));
                    if (key.kind() == KeyKind.CLIENT && !key.revoked()) {
                        allowed.addAll(key.origins());
                    }
                }
            }
            this.keys = Map.copyOf(index);
            this.origins = Set.copyOf(allowed);
        }
    }
}
