package io.touchstone.standalone.openfeature;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.openfeature.contrib.providers.ofrep.OfrepProvider;
import dev.openfeature.contrib.providers.ofrep.OfrepProviderOptions;
import dev.openfeature.sdk.FeatureProvider;
import java.net.URI;

/**
 * Evaluation by the data plane, through the OFREP provider that OpenFeature has for Java. It knows no states: it asks for each flag.
 *
 * @param server of the data plane
 * @param key of kind server
 */
record OfrepUnderTest(URI server, String key) implements ProviderUnderTest {

    @Override
    public FeatureProvider stable() {
        return OfrepProvider.constructProvider(OfrepProviderOptions.builder()
                .baseUrl(server.toString())
                .headers(ImmutableMap.of("X-API-Key", ImmutableList.of(key)))
                .build());
    }

    @Override
    public FeatureProvider notReady() {
        throw new UnsupportedOperationException("this provider is always ready");
    }

    @Override
    public FeatureProvider failing() {
        return notReady();
    }

    @Override
    public FeatureProvider fatal() {
        return notReady();
    }

    @Override
    public FeatureProvider stale() {
        return notReady();
    }

    /** OFREP has no reason {@code DEFAULT}. */
    @Override
    public String reason(String openFeature) {
        return openFeature.equals("DEFAULT") ? "UNKNOWN" : openFeature;
    }
}
