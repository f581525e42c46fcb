package io.touchstone.assignment.exposure;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** Ids of the events this process makes itself: a random prefix per process and a counter, so that no two are alike. */
final class EventIds {
    private static final int PREFIX_BYTES = 12;

    private final String prefix;
    private final AtomicLong next = new AtomicLong();

    EventIds(SecureRandom random) {
        byte[] bytes = new byte[PREFIX_BYTES];
        random.nextBytes(bytes);
        this.prefix = "ev-" + HexFormat.of().formatHex(bytes) + "-";
    }

    String next() {
        return prefix + Long.toString(next.getAndIncrement(), Character.MAX_RADIX);
    }
}
