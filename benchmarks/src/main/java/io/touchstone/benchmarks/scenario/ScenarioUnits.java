package io.touchstone.benchmarks.scenario;

import io.touchstone.model.record.TopicKey;
import java.nio.ByteBuffer;
import java.util.List;

/** Who a unit is: everything follows from its number and the seed, nothing is stored. */
final class ScenarioUnits {

    static final List<String> VARIANTS = List.of("control", "treatment");
    static final String DIMENSION = "city";
    static final List<String> CITIES = List.of("beijing", "shanghai", "shenzhen", "chengdu", "hangzhou");

    private static final int EXPERIMENTS_OF_A_LAYER = Scenario.EXPERIMENTS / Scenario.LAYERS;
    private static final double MET_BEFORE = 0.9;

    private final long seed;

    ScenarioUnits(long seed) {
        this.seed = seed;
    }

    TopicKey key(int unit) {
        byte[] pseudonym = ByteBuffer.allocate(TopicKey.PSEUDONYM_BYTES)
                .putLong(hash(unit, 1))
                .putLong(hash(unit, 2))
                .array();
        return new TopicKey(Scenario.ENVIRONMENT, "user", pseudonym);
    }

    String city(int unit) {
        return CITIES.get((int) Long.remainderUnsigned(hash(unit, 3), CITIES.size()));
    }

    /** The experiment of a layer that the unit is in. */
    int experiment(int unit, int layer) {
        int inLayer = (int) Long.remainderUnsigned(hash(unit, 10 + layer), EXPERIMENTS_OF_A_LAYER);
        return layer * EXPERIMENTS_OF_A_LAYER + inLayer;
    }

    String variant(int unit, int experiment) {
        return VARIANTS.get((int) (hash(unit, 100 + experiment) & 1));
    }

    /** Whether the unit met its experiment of the layer before the traffic; so that 9 of 10 exposures are repeated ones. */
    boolean metBefore(int unit, int layer) {
        return (hash(unit, 20 + layer) >>> 11) * 0x1p-53 < MET_BEFORE;
    }

    /** SplitMix64's finalizer over unit and purpose. */
    private long hash(int unit, int purpose) {
        long z = seed + (((long) purpose << 32) + unit + 1) * 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
