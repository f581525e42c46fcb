package io.touchstone.openfeature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.EventDetails;
import dev.openfeature.sdk.ImmutableContext;
import dev.openfeature.sdk.OpenFeatureAPI;
import dev.openfeature.sdk.ProviderEvent;
import dev.openfeature.sdk.ProviderState;
import dev.openfeature.sdk.exceptions.FatalError;
import dev.openfeature.sdk.exceptions.GeneralError;
import io.touchstone.client.TouchstoneClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** States and events, from the first start to the shutdown. */
@Timeout(60)
class ProviderLifecycleTest {
    private final OpenFeatureAPI api = OpenFeatureAPI.createIsolated();
    private final Client client = api.getClient();
    private final Map<ProviderEvent, List<EventDetails>> events = new ConcurrentHashMap<>();
    private DatafileServer server;
    private String datafile;

    @BeforeEach
    void start() throws IOException {
        datafile = TouchstoneProviderTest.datafile();
        server = new DatafileServer(datafile);
        for (ProviderEvent event : ProviderEvent.values()) {
            List<EventDetails> told = new CopyOnWriteArrayList<>();
            events.put(event, told);
            api.on(event, told::add);
        }
    }

    @AfterEach
    void stop() {
        api.shutdown();
        server.close();
    }

    @Test
    void initialize_serverThere_isReadyAndTellsChangedFlags() {
        api.setProviderAndWait(new TouchstoneProvider(server.options()));
        assertThat(client.getProviderState()).isEqualTo(ProviderState.READY);
        await("ready", () -> events.get(ProviderEvent.PROVIDER_READY).size() == 1);
        server.publish(
                datafile.replace("\"version\": 7", "\"version\": 8").replace("\"default\": 0.5", "\"default\": 0.6"));
        await("change", () -> !events.get(ProviderEvent.PROVIDER_CONFIGURATION_CHANGED)
                .isEmpty());
        EventDetails change =
                events.get(ProviderEvent.PROVIDER_CONFIGURATION_CHANGED).get(0);
        assertThat(change.getFlagsChanged()).containsExactly("half");
        assertThat(change.getProviderName()).isEqualTo("Touchstone");
        assertThat(client.getDoubleValue("half", 0.1, new ImmutableContext("u")))
                .isEqualTo(0.6);
    }

    @Test
    void initialize_serverGoesAndComes_isStaleThenReady() {
        api.setProviderAndWait(new TouchstoneProvider(server.options()));
        server.publish(null);
        await("stale", () -> client.getProviderState() == ProviderState.STALE);
        assertThat(client.getDoubleValue("half", 0.1, new ImmutableContext("u")))
                .isEqualTo(0.5);
        server.publish(datafile);
        await("ready", () -> client.getProviderState() == ProviderState.READY);
    }

    @Test
    void initialize_bootstrapAndNoServer_endsStale() throws IOException {
        server.publish(null);
        api.setProviderAndWait(new TouchstoneProvider(server.options().bootstrap(datafile)));
        await("stale", () -> client.getProviderState() == ProviderState.STALE);
        assertThat(client.getDoubleValue("half", 0.1, new ImmutableContext("u")))
                .isEqualTo(0.5);
        assertThat(events.get(ProviderEvent.PROVIDER_STALE)).isNotEmpty();
    }

    @Test
    void initialize_noServer_isErrorAndALateDatafileMakesItReady() {
        server.publish(null);
        TouchstoneProvider provider = new TouchstoneProvider(server.options().initLimit(Duration.ofMillis(50)));
        assertThatThrownBy(() -> api.setProviderAndWait(provider)).isInstanceOf(GeneralError.class);
        assertThat(client.getProviderState()).isEqualTo(ProviderState.ERROR);
        assertThat(client.getBooleanDetails("on", false, new ImmutableContext("u"))
                        .getErrorCode())
                .isEqualTo(ErrorCode.PROVIDER_NOT_READY);
        server.publish(datafile);
        await("ready", () -> client.getProviderState() == ProviderState.READY);
        assertThat(client.getBooleanValue("on", false, new ImmutableContext("u")))
                .isTrue();
    }

    @Test
    void initialize_wrongOptions_isFatal() {
        TouchstoneProvider provider = new TouchstoneProvider(TouchstoneClient.builder());
        assertThatThrownBy(() -> api.setProviderAndWait(provider))
                .isInstanceOf(FatalError.class)
                .hasMessage("baseUri: absent (expected: required)");
        assertThat(client.getProviderState()).isEqualTo(ProviderState.FATAL);
        assertThat(client.getBooleanDetails("on", false, new ImmutableContext("u"))
                        .getErrorCode())
                .isEqualTo(ErrorCode.PROVIDER_FATAL);
    }

    @Test
    void shutdown_twiceAndUseAfterwards_answersDefaults() {
        TouchstoneProvider provider = new TouchstoneProvider(server.options());
        api.setProviderAndWait(provider);
        TouchstoneClient built = provider.client().orElseThrow();
        provider.shutdown();
        provider.shutdown();
        assertThat(provider.client()).isEmpty();
        assertThat(built.status().state().name()).isEqualTo("CLOSED");
        assertThat(provider.getBooleanEvaluation("on", false, new ImmutableContext("u"))
                        .getErrorCode())
                .isEqualTo(ErrorCode.PROVIDER_NOT_READY);
        provider.track("visit", new ImmutableContext("u"), null);
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within ten seconds: " + what);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }
}
