package io.touchstone.benchmarks.peers;

import com.statsig.sdk.GetExperimentOptions;
import com.statsig.sdk.LogLevel;
import com.statsig.sdk.LoggerInterface;
import com.statsig.sdk.StatsigOptions;
import com.statsig.sdk.StatsigServer;
import com.statsig.sdk.StatsigUser;
import io.touchstone.benchmarks.evaluate.User;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From bootstrap values; its local mode answers defaults only, so its addresses lead to a closed port of this machine. */
final class Statsig implements Peer {
    private static final String NOWHERE = "http://127.0.0.1:1/v1";

    private final StatsigServer server = StatsigServer.create();
    private final GetExperimentOptions options = new GetExperimentOptions(true, null, null);

    Statsig() {
        StatsigOptions start = new StatsigOptions();
        start.setBootstrapValues(Definition.of("statsig"));
        start.setApi(NOWHERE);
        start.setApiForDownloadConfigSpecs(NOWHERE);
        start.setApiForGetIdlists(NOWHERE);
        start.setCustomLogger(new Silence());
        start.setDisableDiagnostics(true);
        start.setDisableAllLogging(true);
        start.setDisableIPResolution(true);
        server.initializeAsync("secret-bench", start).join();
    }

    @Override
    public @Nullable String variant(User user) {
        StatsigUser asked = new StatsigUser(user.id());
        asked.setCountry(user.country());
        asked.setCustom(Map.of("age", user.age()));
        return server.getExperimentSync(asked, Definition.KEY, options).getString("variant", null);
    }

    @Override
    public void close() {
        server.shutdown();
    }

    /** It would complain on standard output that nobody listens at the closed port. */
    private static final class Silence implements LoggerInterface {
        @Override
        public void error(String message) {}

        @Override
        public void warn(String message) {}

        @Override
        public void info(String message) {}

        @Override
        public void debug(String message) {}

        @Override
        public void setLogLevel(LogLevel level) {}
    }
}
