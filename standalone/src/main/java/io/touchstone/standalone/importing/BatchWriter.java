package io.touchstone.standalone.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes rows as events, the events of a row in one batch: the covariates as a profile one second before the exposure, the
 * exposure, and each outcome one second after it. For one thread.
 */
final class BatchWriter {

    /** Between the events of a row. */
    static final Duration STEP = Duration.ofSeconds(1);

    /** Room for the events of one more row: {@value Survey#MAX_VARIANTS} outcomes of 1.2 kB with room to spare. */
    private static final int ROW_BYTES = 128 << 10;

    private final JsonFactory json = new JsonFactory();
    private final Destination to;
    private final Layout layout;
    private final EventIds ids;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(EventBatch.MAX_BYTES);
    private @Nullable JsonGenerator open;
    private List<Long> lines = new ArrayList<>();
    private int rows;

    BatchWriter(Destination to, Layout layout) {
        this.to = to;
        this.layout = layout;
        this.ids = new EventIds(to.environment(), to.resource().id());
    }

    /** Adds a row; a batch that has no room for another row comes back, to be sent. */
    Optional<EventBatch> add(UnitRow row) {
        JsonGenerator out = open == null ? begin() : open;
        Instant exposed = row.time() == null ? to.start() : row.time();
        writeProfile(out, row, exposed.minus(STEP));
        writeExposure(out, row, exposed);
        writeOutcomes(out, row, exposed.plus(STEP));
        out.flush();
        rows++;
        boolean room = lines.size() + layout.mostEventsOfRow() <= EventBatch.MAX_EVENTS
                && bytes.size() + ROW_BYTES <= EventBatch.MAX_BYTES;
        return room ? Optional.empty() : finish();
    }

    /** The batch as it is, unless it is empty. */
    Optional<EventBatch> finish() {
        if (open == null) {
            return Optional.empty();
        }
        open.writeEndArray();
        open.writeEndObject();
        open.close();
        open = null;
        EventBatch batch = new EventBatch(gzip(bytes.toByteArray()), lines, rows);
        bytes.reset();
        lines = new ArrayList<>();
        rows = 0;
        return Optional.of(batch);
    }

    private JsonGenerator begin() {
        JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), bytes);
        open = out;
        out.writeStartObject();
        out.writeStringProperty("import", to.resource().id());
        out.writeArrayPropertyStart("events");
        return out;
    }

    private void writeProfile(JsonGenerator out, UnitRow row, Instant time) {
        if (row.covariates().stream().allMatch(value -> value == null)) {
            return;
        }
        writeHead(out, row, "profile", "profile:", time);
        out.writeObjectPropertyStart("attributes");
        for (int i = 0; i < layout.covariates().size(); i++) {
            @Nullable Double value = row.covariates().get(i);
            if (value != null) {
                out.writeNumberProperty(layout.covariates().get(i).attribute(), value.doubleValue());
            }
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    private void writeExposure(JsonGenerator out, UnitRow row, Instant time) {
        String column = layout.header().names().get(layout.variant());
        writeHead(out, row, "exposure", "exposure:" + column, time);
        out.writeStringProperty("flag", to.experiment().flag());
        out.writeStringProperty("experiment", to.key());
        out.writeNumberProperty("phase", to.experiment().phase());
        out.writeStringProperty("variant", row.variant());
        out.writeEndObject();
    }

    private void writeOutcomes(JsonGenerator out, UnitRow row, Instant time) {
        for (int i = 0; i < layout.outcomes().size(); i++) {
            Layout.Outcome outcome = layout.outcomes().get(i);
            @Nullable Double value = row.outcomes().get(i);
            if (value != null) {
                writeHead(out, row, "outcome", "outcome:" + outcome.column(), time);
                out.writeStringProperty("name", outcome.event());
                if (outcome.knownKind() == OutcomeKind.SUM) {
                    out.writeNumberProperty("value", value.doubleValue());
                }
                out.writeEndObject();
            }
        }
    }

    private void writeHead(JsonGenerator out, UnitRow row, String type, String part, Instant time) {
        lines.add(row.line());
        out.writeStartObject();
        out.writeStringProperty("id", ids.of(row.number(), part));
        out.writeStringProperty("type", type);
        out.writeStringProperty("time", time.truncatedTo(ChronoUnit.MILLIS).toString());
        out.writeObjectPropertyStart("units");
        out.writeStringProperty(to.experiment().unitType(), row.unit());
        out.writeEndObject();
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4);
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
