package io.touchstone.console.project;

import reactor.core.publisher.Mono;

/** What a new environment gets before its first publication; for features that every environment needs one of. */
public interface EnvironmentEquipment {

    /** Runs in the transaction that makes the environment. */
    Mono<Void> equip(Environment made);
}
