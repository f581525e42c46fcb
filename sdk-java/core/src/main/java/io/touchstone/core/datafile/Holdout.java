package io.touchstone.core.datafile;

import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.input.Limits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A share of units kept out for a long time: buckets {@code [0, statusQuo)} see defaults only, {@code [statusQuo, statusQuo +
 * allShipped)} see rollouts but no experiments.
 *
 * @param key unique in the datafile, also among experiments
 * @param salt what a unit is hashed with
 * @param unitType what is kept out
 * @param statusQuo millionths
 * @param allShipped millionths; with {@code statusQuo} at most 1,000,000
 * @param flags keys of the covered flags; null for every flag
 * @param activeFrom first instant at which it holds out
 */
public record Holdout(
        String key,
        String salt,
        String unitType,
        int statusQuo,
        int allShipped,
        @Nullable List<String> flags,
        Instant activeFrom) {

    /** @throws InvalidInputException {@code key_invalid}, {@code number_range}, {@code duplicate} */
    public Holdout {
        Limits.key("key", key);
        Limits.key("salt", salt);
        Limits.key("unitType", unitType);
        Limits.range("statusQuo", statusQuo, 0, SlotRange.SLOTS);
        Limits.range("allShipped", allShipped, 0, SlotRange.SLOTS - statusQuo);
        flags = flags == null ? null : Limits.unique("flags", List.copyOf(flags), flag -> flag);
    }

    /** Whether the flag is covered. */
    public boolean covers(String flag) {
        return flags == null || flags.contains(flag);
    }
}
