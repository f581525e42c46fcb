package io.touchstone.pipeline.oracle;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An event as ingestion accepted it, for one identity of the person.
 *
 * @param id chosen by the sender; the same for every copy and every identity of the event
 * @param time when it happened, epoch milliseconds
 * @param received when it arrived, epoch milliseconds
 * @param imported whether it came in through an import resource
 * @param unit pseudonym as 32 hexadecimal digits
 * @param flag exposures only
 * @param experiment exposures only
 * @param phase exposures only, else 0
 * @param variant exposures only
 * @param reason exposures only
 * @param name outcomes only
 * @param value outcomes only, and not all of them
 * @param properties of outcomes and exposures: text, whole or decimal numbers, booleans
 * @param attributes of profiles and exposures: text, whole or decimal numbers, booleans
 */
record AcceptedEvent(
        String id,
        Type type,
        long time,
        long received,
        boolean imported,
        String unitType,
        String unit,
        @Nullable String flag,
        @Nullable String experiment,
        int phase,
        @Nullable String variant,
        @Nullable String reason,
        @Nullable String name,
        @Nullable Double value,
        Map<String, Object> properties,
        Map<String, Object> attributes) {

    enum Type {
        EXPOSURE,
        OUTCOME,
        PROFILE
    }

    AcceptedEvent {
        properties = new TreeMap<>(properties);
        attributes = new TreeMap<>(attributes);
    }

    static AcceptedEvent exposure(
            String id, long time, Who who, String flag, String experiment, int phase, String variant) {
        return new AcceptedEvent(
                id,
                Type.EXPOSURE,
                time,
                time,
                false,
                who.unitType(),
                who.pseudonym(),
                flag,
                experiment,
                phase,
                variant,
                "split",
                null,
                null,
                Map.of(),
                Map.of());
    }

    static AcceptedEvent outcome(String id, long time, Who who, String name, @Nullable Double value) {
        return new AcceptedEvent(
                id,
                Type.OUTCOME,
                time,
                time,
                false,
                who.unitType(),
                who.pseudonym(),
                null,
                null,
                0,
                null,
                null,
                name,
                value,
                Map.of(),
                Map.of());
    }

    static AcceptedEvent profile(String id, long time, Who who, Map<String, Object> attributes) {
        return new AcceptedEvent(
                id,
                Type.PROFILE,
                time,
                time,
                false,
                who.unitType(),
                who.pseudonym(),
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                Map.of(),
                attributes);
    }

    AcceptedEvent receivedAt(long instant) {
        return new AcceptedEvent(
                id,
                type,
                time,
                instant,
                imported,
                unitType,
                unit,
                flag,
                experiment,
                phase,
                variant,
                reason,
                name,
                value,
                properties,
                attributes);
    }

    AcceptedEvent importedAt(long instant) {
        return new AcceptedEvent(
                id,
                type,
                time,
                instant,
                true,
                unitType,
                unit,
                flag,
                experiment,
                phase,
                variant,
                reason,
                name,
                value,
                properties,
                attributes);
    }

    AcceptedEvent of(Who who) {
        return new AcceptedEvent(
                id,
                type,
                time,
                received,
                imported,
                who.unitType(),
                who.pseudonym(),
                flag,
                experiment,
                phase,
                variant,
                reason,
                name,
                value,
                properties,
                attributes);
    }

    AcceptedEvent because(String otherReason) {
        return new AcceptedEvent(
                id,
                type,
                time,
                received,
                imported,
                unitType,
                unit,
                flag,
                experiment,
                phase,
                variant,
                otherReason,
                name,
                value,
                properties,
                attributes);
    }

    AcceptedEvent with(Map<String, Object> otherProperties, Map<String, Object> otherAttributes) {
        return new AcceptedEvent(
                id,
                type,
                time,
                received,
                imported,
                unitType,
                unit,
                flag,
                experiment,
                phase,
                variant,
                reason,
                name,
                value,
                otherProperties,
                otherAttributes);
    }

    /** One line for a failing test. */
    String shown() {
        String what =
                switch (type) {
                    case EXPOSURE -> "%s/%d %s (%s) %s".formatted(experiment, phase, variant, reason, attributes);
                    case OUTCOME -> "%s %s %s".formatted(name, value, properties);
                    case PROFILE -> attributes.toString();
                };
        return "    %s %s of %s %s: %s %s, received %s%s"
                .formatted(
                        Instant.ofEpochMilli(time),
                        id,
                        unitType,
                        unit.substring(0, 6),
                        type,
                        what,
                        Instant.ofEpochMilli(received),
                        imported ? ", imported" : "");
    }

    /** One identity: a unit type and a pseudonym. */
    record Who(String unitType, String pseudonym) {}
}
