package io.touchstone.standalone.openfeature;

import dev.openfeature.sdk.FeatureProvider;

/** A provider, in each state the suite asks for. */
interface ProviderUnderTest {
    /** One that has the suite's flags. */
    FeatureProvider stable();

    /** One whose first datafile is still to come. */
    FeatureProvider notReady();

    /** One that found no server. */
    FeatureProvider failing();

    /** One that can never work. */
    FeatureProvider fatal();

    /** One that lost its server and goes on with what it has. */
    FeatureProvider stale();

    /** The word for one of OpenFeature's reasons; the same, where the protocol has it. */
    String reason(String openFeature);
}
