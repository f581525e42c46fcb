package io.touchstone.core.event;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields an event may have. */
enum EventField {
    ID(true, true, true),
    TYPE(true, true, true),
    TIME(true, true, true),
    UNITS(true, true, true),
    CONFIG(true, true, true),
    FLAG(true, false, false),
    EXPERIMENT(true, false, false),
    PHASE(true, false, false),
    VARIANT(true, false, false),
    REASON(true, false, false),
    PROPENSITY(true, false, false),
    NAME(false, true, false),
    VALUE(false, true, false),
    PROPERTIES(false, true, false),
    ATTRIBUTES(true, false, true),
    TOKEN(true, false, false);

    private static final Map<String, EventField> BY_NAME = new HashMap<>();

    static {
        for (EventField field : values()) {
            BY_NAME.put(field.wireName, field);
        }
    }

    final String wireName = name().toLowerCase(Locale.ROOT);
    private final boolean ofExposure;
    private final boolean ofOutcome;
    private final boolean ofProfile;

    EventField(boolean ofExposure, boolean ofOutcome, boolean ofProfile) {
        this.ofExposure = ofExposure;
        this.ofOutcome = ofOutcome;
        this.ofProfile = ofProfile;
    }

    static @Nullable EventField byName(String name) {
        return BY_NAME.get(name);
    }

    boolean belongsTo(EventType type) {
        return switch (type) {
            case EXPOSURE -> ofExposure;
            case OUTCOME -> ofOutcome;
            case PROFILE -> ofProfile;
        };
    }

    int bit() {
        return 1 << ordinal();
    }
}
