package io.touchstone.pipeline.unit;

import java.util.ArrayList;
import java.util.List;

/**
 * What a unit did in the last seven days by {@code received}: changes with every event, so it is kept apart from
 * {@link Head}.
 *
 * @param maxReceived the largest {@code received} this unit has seen, epoch milliseconds
 * @param ids hashes of all ids, one bucket for each day of {@code received}
 * @param outcomes matched outcomes in order of arrival
 */
record Recent(long maxReceived, List<IdBucket> ids, List<OutcomeEntry> outcomes) {

    static final Recent EMPTY = new Recent(0, List.of(), List.of());

    /** How far behind the largest {@code received} ids and values are kept: seven days, in milliseconds. */
    static final long KEPT_MILLIS = 7L * 24 * 60 * 60 * 1000;

    /** Most a unit's recent part may take, in bytes; ids of 60,000 events, or 10,000 matched outcomes. */
    static final int MAX_BYTES = 512 << 10;

    private static final long DAY_MILLIS = 24L * 60 * 60 * 1000;

    /** What it takes in bytes, at most. */
    int bytes() {
        int bytes = 0;
        for (IdBucket bucket : ids) {
            bytes += 8 * bucket.hashes().length;
        }
        for (OutcomeEntry outcome : outcomes) {
            bytes += 36 + 8 * outcome.signals().length;
        }
        return bytes;
    }

    boolean knows(long idHash) {
        for (IdBucket bucket : ids) {
            if (bucket.contains(idHash)) {
                return true;
            }
        }
        return false;
    }

    /** With one more id claimed; old buckets are dropped. */
    Recent claim(long idHash, long received) {
        long max = Math.max(maxReceived, received);
        int oldest = (int) Math.floorDiv(max - KEPT_MILLIS, DAY_MILLIS);
        int day = (int) Math.floorDiv(received, DAY_MILLIS);
        List<IdBucket> kept = new ArrayList<>(ids.size() + 1);
        boolean placed = false;
        for (IdBucket bucket : ids) {
            if (bucket.day() == day) {
                kept.add(bucket.with(idHash));
                placed = true;
            } else if (bucket.day() >= oldest) {
                kept.add(bucket);
            }
        }
        if (!placed && day >= oldest) {
            kept.add(new IdBucket(day, new long[] {idHash}));
        }
        return new Recent(max, kept, outcomes);
    }

    Recent withOutcome(OutcomeEntry outcome) {
        List<OutcomeEntry> more = new ArrayList<>(outcomes.size() + 1);
        more.addAll(outcomes);
        more.add(outcome);
        return new Recent(maxReceived, ids, more);
    }

    Recent withOutcomes(List<OutcomeEntry> others) {
        return new Recent(maxReceived, ids, others);
    }
}
