package io.touchstone.pipeline.unit;

import java.util.Map;

/**
 * The first exposure of a unit to one variant of a phase.
 *
 * @param variant variant key
 * @param time epoch milliseconds
 * @param id event id
 * @param attributes the exposure's own values of declared dimensions, as text
 */
record Seen(String variant, long time, String id, Map<String, String> attributes) {

    Seen {
        attributes = Map.copyOf(attributes);
    }

    boolean isBefore(Seen other) {
        return EventOrder.compare(time, id, other.time, other.id) < 0;
    }
}
