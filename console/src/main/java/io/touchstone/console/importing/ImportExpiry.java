package io.touchstone.console.importing;

import io.touchstone.console.project.Environments;
import io.touchstone.console.project.Publications;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Closes imports that were open for too long, once a minute; any number of instances may do so. */
public final class ImportExpiry implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ImportExpiry.class);
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Imports imports;
    private final Environments environments;
    private final Publications publications;
    private final TransactionalOperator transactions;
    private volatile @Nullable Disposable running;

    public ImportExpiry(
            Imports imports, Environments environments, Publications publications, TransactionalOperator transactions) {
        this.imports = imports;
        this.environments = environments;
        this.publications = publications;
        this.transactions = transactions;
    }

    @Override
    public void start() {
        running = Flux.interval(PERIOD)
                .onBackpressureDrop()
                .concatMap(tick -> expireAll().onErrorResume(failure -> {
                    LOG.warn("Imports that are open for too long were not closed; next try in a minute", failure);
                    return Mono.empty();
                }))
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable task = running;
        running = null;
        if (task != null) {
            task.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /** One round. */
    Mono<Void> expireAll() {
        return imports.expiredIn()
                .concatMap(keys -> environments
                        .lock(keys.get(0), keys.get(1))
                        .flatMap(locked -> imports.expire(locked)
                                .filter(closed -> closed > 0)
                                .flatMap(closed -> publications.publish(locked)))
                        .as(transactions::transactional))
                .then();
    }
}
