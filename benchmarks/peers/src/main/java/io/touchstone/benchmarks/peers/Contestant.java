package io.touchstone.benchmarks.peers;

import java.util.function.Supplier;

/** Who takes part. Events are switched off everywhere, as far as an SDK lets them be. */
public enum Contestant {
    /** The least code that can do it. */
    LIMIT("limit, hand-written", Ours::limit),
    /** Ours, through the evaluator, as the other rows of {@code evaluate} measure it. */
    TOUCHSTONE("Touchstone", Ours::evaluator),
    /** File data source, rollout of kind experiment. */
    LAUNCHDARKLY("LaunchDarkly server SDK 7.13.0", LaunchDarkly::new),
    /** The older call, the faster one. */
    OPTIMIZELY_VARIATION("Optimizely 4.2.2, getVariation", Optimizelys::byVariation),
    /** The newer call. */
    OPTIMIZELY_DECIDE("Optimizely 4.2.2, decide", Optimizelys::byDecide),
    /** Targeting through a gate; SHA-256. */
    STATSIG("Statsig JVM SDK 2.2.2", Statsig::new),
    /** The evaluator that the server SDK extends; MD5. */
    EPPO("Eppo sdk-common-jvm 3.9.0", Eppo::new),
    /** Native engine. */
    UNLEASH("Unleash client 12.2.3", Unleash::new);

    private final String title;
    private final Supplier<Peer> start;

    Contestant(String title, Supplier<Peer> start) {
        this.title = title;
        this.start = start;
    }

    String title() {
        return title;
    }

    boolean isPeer() {
        return this != LIMIT && this != TOUCHSTONE;
    }

    Peer start() {
        return start.get();
    }
}
