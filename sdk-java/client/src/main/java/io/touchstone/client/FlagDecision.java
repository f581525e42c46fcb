package io.touchstone.client;

import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.evaluation.Decision;
import io.touchstone.core.json.JsonBoolean;
import io.touchstone.core.json.JsonDecimal;
import io.touchstone.core.json.JsonInteger;
import io.touchstone.core.json.JsonObject;
import io.touchstone.core.json.JsonString;
import io.touchstone.core.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What a flag answers. Reading the value or the variant is *using* the decision: that records the exposure, once per unit,
 * variant and day, unless the decision was only peeked at. Where there is no value of the type asked for, the caller's default
 * is the answer and nothing is recorded. No method throws.
 */
public final class FlagDecision {
    private static final Units NOBODY = Units.user("-");

    private final String flag;
    private final DecisionReason reason;
    private final @Nullable Decision decision;
    private final Units units;
    private final Attributes attributes;
    /** Null where using the decision records nothing. */
    private final @Nullable ExposureRecorder recorder;

    private FlagDecision(
            String flag,
            DecisionReason reason,
            @Nullable Decision decision,
            Units units,
            Attributes attributes,
            @Nullable ExposureRecorder recorder) {
        this.flag = flag;
        this.reason = reason;
        this.decision = decision;
        this.units = units;
        this.attributes = attributes;
        this.recorder = recorder;
    }

    /** A decision; {@code recorder} is null for one that is only peeked at. */
    static FlagDecision of(Decision decision, Units units, Attributes attributes, @Nullable ExposureRecorder recorder) {
        return new FlagDecision(
                decision.flag(),
                DecisionReason.of(decision.reason()),
                decision,
                units,
                attributes,
                decision.exposures().isEmpty() ? null : recorder);
    }

    /** No decision: the caller's default is the answer. */
    static FlagDecision without(String flag, DecisionReason reason) {
        return new FlagDecision(flag, reason, null, NOBODY, Attributes.EMPTY, null);
    }

    /** The value as a boolean. */
    public boolean asBoolean(boolean whenAbsent) {
        return value() instanceof JsonBoolean bool ? used(bool.value()) : whenAbsent;
    }

    /** The value as text. */
    public String asString(String whenAbsent) {
        return value() instanceof JsonString text ? used(text.value()) : whenAbsent;
    }

    /** The value as a whole number. */
    public long asLong(long whenAbsent) {
        return value() instanceof JsonInteger integer ? used(integer.value()) : whenAbsent;
    }

    /** The value as a number, whole or not. */
    public double asDouble(double whenAbsent) {
        JsonValue value = value();
        if (value instanceof JsonInteger integer) {
            return used((double) integer.value());
        }
        return value instanceof JsonDecimal decimal ? used(decimal.value()) : whenAbsent;
    }

    /** The value as a JSON object. */
    public JsonObject asObject(JsonObject whenAbsent) {
        return value() instanceof JsonObject object ? used(object) : whenAbsent;
    }

    /**
     * The evaluator's answer, without using it: nothing is recorded. Null where the caller's default is the answer for want of a
     * datafile or of a sound call.
     */
    public @Nullable Decision decision() {
        return decision;
    }

    /** The variant answered; null for a default. */
    public @Nullable String variant() {
        return decision == null ? null : used(decision).variant();
    }

    /** Key of the flag. */
    public String flag() {
        return flag;
    }

    /** Why. */
    public DecisionReason reason() {
        return reason;
    }

    /** The experiment that chose; null if none did. */
    public @Nullable String experiment() {
        return decision == null ? null : decision.experiment();
    }

    /** Its phase; 0 if none did. */
    public int phase() {
        return decision == null ? 0 : decision.phase();
    }

    /** Version of the datafile decided with; 0 without one. */
    public long config() {
        return decision == null ? 0 : decision.config();
    }

    @Override
    public String toString() {
        return flag + " " + reason + (decision == null ? "" : " " + decision.variant());
    }

    private @Nullable JsonValue value() {
        return decision == null ? null : decision.value();
    }

    private <T> T used(T answer) {
        if (recorder != null && decision != null) {
            recorder.record(decision, units, attributes);
        }
        return answer;
    }
}
