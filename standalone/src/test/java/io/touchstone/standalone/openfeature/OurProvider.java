package io.touchstone.standalone.openfeature;

import dev.openfeature.sdk.FeatureProvider;
import io.touchstone.client.TouchstoneClient;
import io.touchstone.client.TouchstoneClientBuilder;
import io.touchstone.openfeature.TouchstoneProvider;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;

/**
 * Local evaluation.
 *
 * @param server of the data plane
 * @param key of kind server
 * @param datafile the one the server has
 * @param silent accepts connections and never answers
 */
record OurProvider(URI server, String key, String datafile, ServerSocket silent) implements ProviderUnderTest {

    @Override
    public FeatureProvider stable() {
        return new TouchstoneProvider(options(server));
    }

    @Override
    public FeatureProvider notReady() {
        return new TouchstoneProvider(options(silentUri()).initLimit(Duration.ofSeconds(5)));
    }

    @Override
    public FeatureProvider failing() {
        return new TouchstoneProvider(options(silentUri()).initLimit(Duration.ofMillis(20)));
    }

    @Override
    public FeatureProvider fatal() {
        return new TouchstoneProvider(TouchstoneClient.builder());
    }

    @Override
    public FeatureProvider stale() {
        return new TouchstoneProvider(options(silentUri()).bootstrap(datafile).initLimit(Duration.ofMillis(20)));
    }

    @Override
    public String reason(String openFeature) {
        return openFeature;
    }

    private URI silentUri() {
        return URI.create("http://127.0.0.1:" + silent.getLocalPort());
    }

    private TouchstoneClientBuilder options(URI uri) {
        return TouchstoneClient.builder()
                .baseUri(uri)
                .apiKey(key)
                .initLimit(Duration.ofSeconds(20))
                .closeLimit(Duration.ofMillis(100));
    }
}
