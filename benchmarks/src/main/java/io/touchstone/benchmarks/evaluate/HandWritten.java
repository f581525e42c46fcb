package io.touchstone.benchmarks.evaluate;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The limit: what a programmer would write who knows the one experiment there is. Look-up, two predicates, murmur3, bucket
 * compare; ids are ASCII, no allocation. Not the evaluator's code, so that each can be checked against the other.
 */
public final class HandWritten {

    /** Answer for users who are not targeted. */
    public static final int NOBODY = -1;

    private static final int BUCKETS = 1_000_000;
    private static final int C1 = 0xcc9e2d51;
    private static final int C2 = 0x1b873593;

    private final Map<String, Rule> rules = new HashMap<>();

    @SuppressWarnings("ArrayRecordComponent") // private, never compared
    private record Rule(String[] countries, int age, Salt slots, Salt split, int firstEnd) {}

    /** The hash of {@code salt + "/"}, whole words only. */
    private record Salt(int hash, int bytes) {
        static Salt of(String salt) {
            byte[] prefix = (salt + "/").getBytes(StandardCharsets.US_ASCII);
            if (prefix.length % Integer.BYTES != 0) {
                throw new IllegalArgumentException("salt: " + salt + " (expected: 4n + 3 characters)");
            }
            int hash = 0;
            for (int i = 0; i < prefix.length; i += Integer.BYTES) {
                hash = mix(hash, prefix[i] | prefix[i + 1] << 8 | prefix[i + 2] << 16 | prefix[i + 3] << 24);
            }
            return new Salt(hash, prefix.length);
        }
    }

    /** The experiment of {@link Datafiles}, one half each. */
    public HandWritten() {
        rules.put(
                Datafiles.ASKED,
                new Rule(
                        User.TARGETED.toArray(String[]::new),
                        User.ADULT,
                        Salt.of(Datafiles.LAYER_SALT),
                        Salt.of(Datafiles.SPLIT_SALT),
                        BUCKETS / 2));
    }

    /** Index of the variant, or {@link #NOBODY}: one hash. */
    public int variant(String experiment, User user) {
        Rule rule = rules.get(experiment);
        if (rule == null || user.age() < rule.age || !contains(rule.countries, user.country())) {
            return NOBODY;
        }
        return bucket(rule.split, user.id()) < rule.firstEnd ? 0 : 1;
    }

    /** The same with the slots of the layer, as an experiment needs that shares its users with others: two hashes. */
    int variantInSlots(String experiment, User user, int slotsEnd) {
        Rule rule = rules.get(experiment);
        if (rule == null || user.age() < rule.age || !contains(rule.countries, user.country())) {
            return NOBODY;
        }
        if (bucket(rule.slots, user.id()) >= slotsEnd) {
            return NOBODY;
        }
        return bucket(rule.split, user.id()) < rule.firstEnd ? 0 : 1;
    }

    private static boolean contains(String[] countries, String country) {
        for (String one : countries) {
            if (one.equals(country)) {
                return true;
            }
        }
        return false;
    }

    private static int bucket(Salt salt, String id) {
        return (int) ((hash(salt, id) & 0xffff_ffffL) * BUCKETS >>> 32);
    }

    /** MurmurHash3_x86_32 (Austin Appleby, SMHasher) of an id whose length is a multiple of four. */
    private static int hash(Salt salt, String id) {
        int hash = salt.hash;
        for (int i = 0; i < id.length(); i += Integer.BYTES) {
            hash = mix(hash, id.charAt(i) | id.charAt(i + 1) << 8 | id.charAt(i + 2) << 16 | id.charAt(i + 3) << 24);
        }
        int h = hash ^ (salt.bytes + id.length());
        h = (h ^ h >>> 16) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return h ^ h >>> 16;
    }

    private static int mix(int hash, int word) {
        int scrambled = Integer.rotateLeft(word * C1, 15) * C2;
        return Integer.rotateLeft(hash ^ scrambled, 13) * 5 + 0xe6546b64;
    }
}
