package io.touchstone.standalone.importing;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a request is sent again: doubling from a quarter of a second to ten seconds, of which a random half is
 * taken off so that senders spread out; never less than the server asks for (up to a minute).
 */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration LONGEST_ASKED = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 6;

    private final RandomGenerator random;
    private int attempts;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** The next wait; {@code asked}: what {@code Retry-After} said. */
    Duration next(Optional<Duration> asked) {
        long full = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(attempts, MOST_DOUBLINGS));
        attempts++;
        Duration own = Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
        Duration wanted =
                asked.filter(time -> time.compareTo(LONGEST_ASKED) < 0).orElse(asked.isPresent() ? LONGEST_ASKED : own);
        return wanted.compareTo(own) > 0 ? wanted.plus(Duration.ofMillis(random.nextLong(250))) : own;
    }
}
