package io.touchstone.benchmarks.scenario;

import java.util.UUID;

/** Ids as SDKs make them, 36 characters; the same in every run. */
final class EventIds {

    private final long stream;
    private long count;

    EventIds(long stream) {
        this.stream = stream;
    }

    String next() {
        count++;
        long mixed = (count ^ count >>> 31) * 0x9e3779b97f4a7c15L;
        return new UUID(stream * 0xbf58476d1ce4e5b9L ^ count, mixed).toString();
    }
}
