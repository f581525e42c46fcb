package io.touchstone.benchmarks.peers;

import io.getunleash.DefaultUnleash;
import io.getunleash.UnleashContext;
import io.getunleash.util.UnleashConfig;
import io.getunleash.variant.Variant;
import io.touchstone.benchmarks.evaluate.User;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From a bootstrap text, without polling and metrics. Its properties are texts. */
final class Unleash implements Peer {
    private final DefaultUnleash client;

    Unleash() {
        String definition = Definition.of("unleash");
        client = new DefaultUnleash(UnleashConfig.builder()
                .appName("bench")
                .instanceId("bench")
                .unleashAPI("http://127.0.0.1:1/api/")
                .disablePolling()
                .disableMetrics()
                .toggleBootstrapProvider(() -> Optional.of(definition))
                .build());
    }

    @Override
    public @Nullable String variant(User user) {
        UnleashContext context = UnleashContext.builder()
                .userId(user.id())
                .addProperty("country", user.country())
                .addProperty("age", Integer.toString(user.age()))
                .build();
        Variant variant = client.getVariant(Definition.KEY, context);
        return variant.isEnabled() ? variant.getName() : null;
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
