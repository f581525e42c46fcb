package io.touchstone.benchmarks.scenario;

import java.util.Locale;

/** Whose turn it is. */
public enum Traffic {
    /** Bursts of 8 events of a unit within a minute, many units interleaved: what apps send. */
    SESSION,
    /** Every event of a unit drawn anew: nothing can be coalesced or cached. */
    UNIFORM;

    /** The word on the command line and in figures. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for another word */
    public static Traffic of(String word) {
        for (Traffic traffic : values()) {
            if (traffic.word().equals(word)) {
                return traffic;
            }
        }
        throw new IllegalArgumentException("traffic: " + word + " (expected: session or uniform)");
    }
}
