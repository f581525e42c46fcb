package io.touchstone.benchmarks.peers;

import com.optimizely.ab.Optimizely;
import com.optimizely.ab.config.Variation;
import com.optimizely.ab.event.NoopEventHandler;
import com.optimizely.ab.optimizelydecision.OptimizelyDecideOption;
import io.touchstone.benchmarks.evaluate.User;
import java.util.List;
import java.util.Map;

/** One client, two ways to ask it. */
final class Optimizelys {
    private Optimizelys() {}

    static Peer byVariation() {
        Optimizely client = client();
        return user -> {
            Variation variation = client.getVariation(Definition.KEY, user.id(), attributes(user));
            return variation == null ? null : variation.getKey();
        };
    }

    static Peer byDecide() {
        Optimizely client = client();
        List<OptimizelyDecideOption> options = List.of(OptimizelyDecideOption.DISABLE_DECISION_EVENT);
        return user -> client.createUserContext(user.id(), attributes(user))
                .decide(Definition.KEY, options)
                .getVariationKey();
    }

    private static Optimizely client() {
        return Optimizely.builder()
                .withDatafile(Definition.of("optimizely"))
                .withEventHandler(new NoopEventHandler())
                .build();
    }

    private static Map<String, Object> attributes(User user) {
        return Map.of("country", user.country(), "age", user.age());
    }
}
