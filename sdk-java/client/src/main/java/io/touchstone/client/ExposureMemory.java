package io.touchstone.client;

import io.touchstone.core.evaluation.DueExposure;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Which exposures were recorded lately: a cache of 64-bit fingerprints in sets of four, without locks, of fixed size (1 MiB). What
 * it forgets is recorded once more, which costs an event and no truth: the smallest time counts. Two fingerprints of one set that
 * are equal by chance: about 2^-62 per pair.
 */
final class ExposureMemory {
    private static final int WAYS = 4;
    private static final int ENTRIES = 1 << 17;
    private static final long DAY_MILLIS = 86_400_000L;

    /** Made at the first exposure: a client that records none, made by mistake perhaps, costs nothing here. */
    private volatile @Nullable AtomicLongArray made;

    /** Identifies what is recorded once: experiment, phase, variant, unit, UTC day. Never 0. */
    static long fingerprint(DueExposure exposure, String unit, long epochMillis) {
        long hash = mixText(0x9E3779B97F4A7C15L, exposure.experiment());
        hash = mixText(hash, exposure.variant());
        hash = mixText(hash, exposure.unitType());
        hash = mixText(hash, unit);
        hash = finish(hash ^ ((long) exposure.phase() << 32 ^ Math.floorDiv(epochMillis, DAY_MILLIS)));
        return hash == 0 ? 1 : hash;
    }

    /** Remembers; false if it was remembered already. */
    boolean add(long fingerprint) {
        AtomicLongArray fingerprints = fingerprints();
        int base = base(fingerprint);
        int free = -1;
        for (int i = base; i < base + WAYS; i++) {
            long held = fingerprints.get(i);
            if (held == fingerprint) {
                return false;
            }
            free = held == 0 && free < 0 ? i : free;
        }
        int victim = free >= 0 ? free : base + (int) (fingerprint >>> 62);
        fingerprints.set(victim, fingerprint);
        return true;
    }

    /** Forgets, so that it can be recorded after all. */
    void remove(long fingerprint) {
        AtomicLongArray fingerprints = fingerprints();
        int base = base(fingerprint);
        for (int i = base; i < base + WAYS; i++) {
            fingerprints.compareAndSet(i, fingerprint, 0);
        }
    }

    private AtomicLongArray fingerprints() {
        AtomicLongArray existing = made;
        return existing != null ? existing : make();
    }

    private synchronized AtomicLongArray make() {
        AtomicLongArray existing = made;
        if (existing == null) {
            existing = new AtomicLongArray(ENTRIES);
            made = existing;
        }
        return existing;
    }

    private static int base(long fingerprint) {
        return (int) fingerprint & (ENTRIES - 1) & -WAYS;
    }

    private static long mixText(long seed, String text) {
        long hash = seed;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return finish(hash ^ text.length());
    }

    /** The finaliser of MurmurHash3_x64_128. */
    private static long finish(long hash) {
        long h = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
        return h ^ h >>> 33;
    }
}
