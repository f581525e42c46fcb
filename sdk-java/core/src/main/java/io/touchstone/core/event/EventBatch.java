package io.touchstone.core.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request body held.
 *
 * @param importId the import the events belong to; null for none
 * @param events the good ones, in order
 * @param tokens exposures that stand for themselves in a token, in order
 * @param rejected the bad ones, in order
 * @param warnings what was dropped from good ones
 */
public record EventBatch(
        @Nullable String importId,
        List<Received> events,
        List<TokenExposure> tokens,
        List<Rejected> rejected,
        List<Warning> warnings) {
    /** The most warnings that are told. */
    public static final int MAX_WARNINGS = 1_000;

    /** Copies the lists. */
    public EventBatch {
        events = List.copyOf(events);
        tokens = List.copyOf(tokens);
        rejected = List.copyOf(rejected);
        warnings = List.copyOf(warnings);
    }

    /**
     * A good event.
     *
     * @param index its place in the body, from 0
     * @param event the event
     */
    public record Received(int index, Event event) {}

    /**
     * An event that breaks a rule.
     *
     * @param index its place in the body, from 0
     * @param id its id, if it has a good one
     * @param code stable code
     * @param detail {@code name: value (expected: rule)}
     */
    public record Rejected(int index, @Nullable String id, String code, String detail) {}

    /**
     * Something dropped from a good event.
     *
     * @param index its place in the body, from 0
     * @param code {@code field_unknown}, or {@code field_unused} for one of another type of event
     * @param detail {@code name: value (expected: rule)}
     */
    public record Warning(int index, String code, String detail) {}
}
