package io.touchstone.benchmarks.peers;

import com.launchdarkly.sdk.LDContext;
import com.launchdarkly.sdk.server.Components;
import com.launchdarkly.sdk.server.LDClient;
import com.launchdarkly.sdk.server.LDConfig;
import com.launchdarkly.sdk.server.integrations.FileData;
import io.touchstone.benchmarks.evaluate.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** From a file, because its test data cannot say a percentage rollout. */
final class LaunchDarkly implements Peer {
    private static final String NONE = "none";

    private final LDClient client;

    LaunchDarkly() {
        String file = LaunchDarkly.class.getPackageName().replace('.', '/') + "/launchdarkly.json";
        LDConfig config = new LDConfig.Builder()
                .dataSource(FileData.dataSource().classpathResources(file))
                .events(Components.noEvents())
                .logging(Components.noLogging())
                .diagnosticOptOut(true)
                .build();
        this.client = new LDClient("sdk-bench", config);
    }

    @Override
    public @Nullable String variant(User user) {
        LDContext context = LDContext.builder(user.id())
                .set("country", user.country())
                .set("age", user.age())
                .build();
        String variant = client.stringVariation(Definition.KEY, context, NONE);
        return NONE.equals(variant) ? null : variant;
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
