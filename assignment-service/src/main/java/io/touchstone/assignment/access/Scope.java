package io.touchstone.assignment.access;

import io.touchstone.model.access.KeyKind;
import java.util.EnumSet;
import java.util.Set;

/** What a call needs a key for, and which kinds of key may. */
public enum Scope {
    /** Evaluate flags. */
    EVALUATE(EnumSet.of(KeyKind.CLIENT, KeyKind.SERVER)),
    /** Read the datafile: every rule, audience and salt. */
    DATAFILE(EnumSet.of(KeyKind.SERVER)),
    /** Send events. */
    EVENTS(EnumSet.allOf(KeyKind.class));

    private final Set<KeyKind> kinds;

    Scope(Set<KeyKind> kinds) {
        this.kinds = kinds;
    }

    /** Whether a key of that kind may. */
    public boolean allows(KeyKind kind) {
        return kinds.contains(kind);
    }

    /** The kinds that may, for messages: {@code client or server}. */
    public String allowedKinds() {
        return String.join(" or ", kinds.stream().map(KeyKind::key).toList());
    }
}
