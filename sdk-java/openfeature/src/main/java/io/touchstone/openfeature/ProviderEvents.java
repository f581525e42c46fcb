package io.touchstone.openfeature;

import dev.openfeature.sdk.Awaitable;
import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.EventProvider;
import dev.openfeature.sdk.ProviderEventDetails;
import io.touchstone.client.ClientStatus;
import io.touchstone.client.ClientStatus.State;
import io.touchstone.client.TouchstoneClient;
import io.touchstone.core.evaluation.CompiledDatafile;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells OpenFeature what becomes of the client, one event after the other. */
final class ProviderEvents {
    /**
     * OpenFeature sets the provider's state after {@code initialize} has returned, whatever was told before. So what came up
     * meanwhile, such as a provider that starts stale, is told this much later.
     */
    private static final long SETTLING_MILLIS = 100;

    private final EventProvider provider;
    private volatile boolean telling;
    private State told = State.STARTING;
    private @Nullable CompiledDatafile known;

    ProviderEvents(EventProvider provider) {
        this.provider = provider;
    }

    /** @param ready what OpenFeature will be told by the outcome of {@code initialize}: ready, else error */
    void initialized(TouchstoneClient client, boolean ready) {
        synchronized (this) {
            told = ready ? State.READY : State.ERROR;
            known = client.datafile();
        }
        CompletableFuture.delayedExecutor(SETTLING_MILLIS, TimeUnit.MILLISECONDS)
                .execute(() -> {
                    telling = true;
                    changed(client.status(), client);
                });
    }

    void stop() {
        telling = false;
    }

    /**
     * OpenFeature emits on a pool of threads, so the next event waits for the one before. It emits under a lock that it also holds
     * while it initialises and shuts down: nothing may wait for events that those two wait for.
     *
     * @param client null while it is being built: then {@link #initialized} follows
     */
    void changed(ClientStatus status, @Nullable TouchstoneClient client) {
        if (!telling || client == null || status.state() == State.CLOSED) {
            return;
        }
        boolean otherState;
        List<String> flags;
        synchronized (this) {
            otherState = status.state() != told;
            told = status.state();
            CompiledDatafile before = known;
            known = client.datafile();
            flags = changedFlags(before, known);
        }
        if (otherState) {
            tell(status).await();
        }
        if (flags != null) {
            provider.emitProviderConfigurationChanged(
                            ProviderEventDetails.builder().flagsChanged(flags).build())
                    .await();
        }
    }

    /** Null where there is no other datafile; the first one is told as ready. */
    private static @Nullable List<String> changedFlags(
            @Nullable CompiledDatafile before, @Nullable CompiledDatafile now) {
        if (before == null || now == null || before.version() == now.version()) {
            return null;
        }
        return List.copyOf(now.changedSince(before));
    }

    private Awaitable tell(ClientStatus status) {
        var details = ProviderEventDetails.builder();
        return switch (status.state()) {
            case READY -> provider.emitProviderReady(details.build());
            case STALE ->
                provider.emitProviderStale(details.message(status.lastProblem()).build());
            case ERROR ->
                provider.emitProviderError(details.message(status.lastProblem())
                        .errorCode(ErrorCode.GENERAL)
                        .build());
            case STARTING, CLOSED ->
                Awaitable.FINISHED; // OpenFeature knows both by itself: it initialises and shuts down
        };
    }
}
