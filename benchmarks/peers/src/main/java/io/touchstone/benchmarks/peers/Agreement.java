package io.touchstone.benchmarks.peers;

import io.touchstone.benchmarks.evaluate.User;
import java.util.Locale;

/**
 * What a contestant said of the users it was first checked on.
 *
 * @param targeted how many got a variant: exactly those who should
 * @param control how many of them the control
 */
record Agreement(int targeted, int control) {
    /** Users each is checked on. */
    static final int USERS = 20_000;

    private static final long SEED = 7L;
    private static final double MOST_OFF = 0.01;

    /** @throws IllegalStateException if it targets others than it should, or does not split them in halves */
    static Agreement check(Contestant contestant) {
        int targeted = 0;
        int control = 0;
        try (Peer peer = contestant.start()) {
            for (User user : User.draw(USERS, SEED)) {
                String variant = peer.variant(user);
                boolean expected = User.TARGETED.contains(user.country()) && user.age() >= User.ADULT;
                if (expected != (variant != null)) {
                    throw new IllegalStateException(contestant + ": " + user + " got " + variant + " (expected: "
                            + (expected ? "a variant" : "none") + ")");
                }
                targeted += variant == null ? 0 : 1;
                control += "control".equals(variant) ? 1 : 0;
            }
        }
        Agreement agreement = new Agreement(targeted, control);
        if (Math.abs(agreement.share() - 0.5) > MOST_OFF) {
            throw new IllegalStateException(contestant + ": " + agreement + " (expected: halves)");
        }
        return agreement;
    }

    private double share() {
        return (double) control / targeted;
    }

    /** {@code 49.9 %}. */
    String readableShare() {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share());
    }
}
