package io.touchstone.client;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;

/** Ids no other client makes: 128 random bits per client and a counter. */
final class EventIds {
    private final String prefix;
    private final AtomicLong next = new AtomicLong();

    EventIds() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        this.prefix = Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "-";
    }

    String next() {
        return prefix + Long.toString(next.getAndIncrement(), Character.MAX_RADIX);
    }
}
