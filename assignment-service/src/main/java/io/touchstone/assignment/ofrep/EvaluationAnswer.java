package io.touchstone.assignment.ofrep;

import com.fasterxml.jackson.core.JsonGenerator;
import io.touchstone.assignment.http.JsonBytes;
import io.touchstone.assignment.publication.Snapshot;
import io.touchstone.core.evaluation.Decision;
import io.touchstone.core.json.JsonArray;
import io.touchstone.core.json.JsonBoolean;
import io.touchstone.core.json.JsonDecimal;
import io.touchstone.core.json.JsonInteger;
import io.touchstone.core.json.JsonNull;
import io.touchstone.core.json.JsonNumbers;
import io.touchstone.core.json.JsonObject;
import io.touchstone.core.json.JsonString;
import io.touchstone.core.json.JsonValue;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The JSON of OFREP answers to single evaluations. Metadata are flat, as the protocol has it. */
final class EvaluationAnswer {
    private EvaluationAnswer() {}

    /**
     * A success.
     *
     * @param token the exposure token, null where there is nothing to report or it was recorded
     */
    static byte[] success(Snapshot snapshot, Decision decision, @Nullable String token) {
        OfrepReason reason = OfrepReason.of(decision, snapshot.datafile().answersEveryoneAlike(decision.flag()));
        return JsonBytes.write(json -> {
            json.writeStartObject();
            json.writeStringField("key", decision.flag());
            json.writeStringField("reason", reason.name());
            if (decision.variant() != null) {
                json.writeStringField("variant", decision.variant());
            }
            json.writeFieldName("value");
            writeValue(json, decision.value());
            json.writeFieldName("metadata");
            writeMetadata(json, snapshot, decision, token);
            json.writeEndObject();
        });
    }

    /** A failure of one flag. */
    static byte[] failure(String flag, OfrepErrorCode code, String details) {
        return JsonBytes.write(json -> {
            json.writeStartObject();
            json.writeStringField("key", flag);
            json.writeStringField("errorCode", code.name());
            json.writeStringField("errorDetails", details);
            json.writeEndObject();
        });
    }

    private static void writeMetadata(JsonGenerator json, Snapshot snapshot, Decision decision, @Nullable String token)
            throws IOException {
        json.writeStartObject();
        if (decision.experiment() != null) {
            json.writeStringField("experiment", decision.experiment());
            json.writeNumberField("phase", decision.phase());
        }
        json.writeNumberField("config", decision.config());
        json.writeStringField("reason", decision.reason().wireName());
        if (token != null) {
            json.writeStringField("exposure", token);
        }
        // These two are names of the OpenTelemetry convention for flag evaluations.
        json.writeStringField("flagSetId", snapshot.environmentKey());
        json.writeStringField("version", Long.toString(decision.config()));
        json.writeEndObject();
    }

    private static void writeValue(JsonGenerator json, JsonValue value) throws IOException {
        switch (value) {
            case JsonBoolean bool -> json.writeBoolean(bool.value());
            case JsonString text -> json.writeString(text.value());
            case JsonInteger integer -> json.writeNumber(integer.value());
            case JsonDecimal decimal -> json.writeNumber(JsonNumbers.text(decimal.value()));
            case JsonNull nothing -> json.writeNull();
            case JsonObject object -> json.writeRawValue(object.toJson());
            case JsonArray array -> json.writeRawValue(array.toJson());
        }
    }
}
