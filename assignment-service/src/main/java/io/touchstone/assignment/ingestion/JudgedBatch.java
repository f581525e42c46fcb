package io.touchstone.assignment.ingestion;

import com.fasterxml.jackson.core.JsonGenerator;
import io.touchstone.assignment.http.JsonBytes;
import io.touchstone.assignment.kafka.LogRecord;
import io.touchstone.core.event.EventBatch;
import java.io.IOException;
import java.util.List;

/**
 * A batch after every event was judged: what goes to the event log, and what the answer will say once it is there.
 *
 * @param records of the accepted events
 * @param accepted number of accepted events
 * @param rejected the others, in order
 * @param warnings what was dropped from accepted ones, and what they name that nothing published has
 */
record JudgedBatch(
        List<LogRecord> records, int accepted, List<EventBatch.Rejected> rejected, List<EventBatch.Warning> warnings) {

    /** The JSON of the answer. */
    byte[] answer() {
        return JsonBytes.write(json -> {
            json.writeStartObject();
            json.writeNumberField("accepted", accepted);
            json.writeArrayFieldStart("rejected");
            for (EventBatch.Rejected event : rejected) {
                write(json, event);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("warnings");
            for (EventBatch.Warning warning : warnings) {
                write(json, warning);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, EventBatch.Rejected event) throws IOException {
        json.writeStartObject();
        json.writeNumberField("index", event.index());
        if (event.id() != null) {
            json.writeStringField("id", event.id());
        }
        json.writeStringField("code", event.code());
        json.writeStringField("detail", event.detail());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, EventBatch.Warning warning) throws IOException {
        json.writeStartObject();
        json.writeNumberField("index", warning.index());
        json.writeStringField("code", warning.code());
        json.writeStringField("detail", warning.detail());
        json.writeEndObject();
    }
}
