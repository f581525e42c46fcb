package io.touchstone.pipeline.unit;

import java.util.Arrays;

/**
 * Ids seen on one day of {@code received}.
 *
 * @param day {@code received} in whole days (UTC) since 1970-01-01
 * @param hashes ascending
 */
@SuppressWarnings("ArrayRecordComponent") // hot path; never handed out, equality written out below
record IdBucket(int day, long[] hashes) {

    boolean contains(long hash) {
        return Arrays.binarySearch(hashes, hash) >= 0;
    }

    IdBucket with(long hash) {
        int at = -Arrays.binarySearch(hashes, hash) - 1;
        long[] more = new long[hashes.length + 1];
        System.arraycopy(hashes, 0, more, 0, at);
        more[at] = hash;
        System.arraycopy(hashes, at, more, at + 1, hashes.length - at);
        return new IdBucket(day, more);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdBucket that && day == that.day && Arrays.equals(hashes, that.hashes);
    }

    @Override
    public int hashCode() {
        return 31 * day + Arrays.hashCode(hashes);
    }
}
