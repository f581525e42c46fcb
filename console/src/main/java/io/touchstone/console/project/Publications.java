package io.touchstone.console.project;

import reactor.core.publisher.Mono;

/**
 * Publishes an environment after a change. Every feature calls it, and what is published is made of every feature; this interface is
 * where the two directions part.
 */
public interface Publications {

    /**
     * Publishes. The caller is in a transaction that holds the environment's lock and has made its change.
     *
     * @return the environment at its new version
     */
    Mono<Environment> publish(Environment environment);
}
