package io.touchstone.standalone.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.core.event.Event;
import io.touchstone.core.event.EventCodec;
import io.touchstone.core.event.ExposureEvent;
import io.touchstone.core.event.OutcomeEvent;
import io.touchstone.core.event.ProfileEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What is sent, read back by the codec that ingestion reads with. */
class BatchWriterTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00.123456Z");
    private static final Layout LAYOUT = new Layout(
            new Header(List.of("id", "组", "won", "spend", "age")),
            0,
            1,
            List.of(
                    new Layout.Outcome(2, "won", OutcomeKind.CONVERSION, true, "exp.won", "won"),
                    new Layout.Outcome(3, "spend", OutcomeKind.SUM, true, "exp.spend", "spend")),
            List.of(new Layout.Covariate(4, "age", "age")),
            Layout.NONE,
            ZoneId.of("UTC"));
    private static final Destination TO = new Destination(
            "default/production",
            new ImportResource("imp_1", "open", 1),
            new StoredExperiment(true, "running", "flag", "user", "a", Map.of(), Map.of(), List.of(), 1, START),
            "exp",
            START);

    @Test
    void add_row_isReadAsItsEvents() throws Exception {
        BatchWriter writer = new BatchWriter(TO, LAYOUT);
        writer.add(row(7, "张三\t\uD83D\uDE00", Arrays.asList(1.0, -0.1), Arrays.asList(1e-9)));

        List<Event> events = events(writer.finish().orElseThrow());

        assertThat(events).hasSize(4);
        assertThat(events.get(0)).isInstanceOfSatisfying(ProfileEvent.class, profile -> {
            assertThat(profile.timeMillis()).isEqualTo(START.toEpochMilli() - 1_000);
            assertThat(profile.attributes().toString()).contains("age");
        });
        assertThat(events.get(1)).isInstanceOfSatisfying(ExposureEvent.class, exposure -> {
            assertThat(exposure.timeMillis()).isEqualTo(START.toEpochMilli());
            assertThat(exposure.experiment()).isEqualTo("exp");
            assertThat(exposure.flag()).isEqualTo("flag");
            assertThat(exposure.phase()).isEqualTo(1);
            assertThat(exposure.variant()).isEqualTo("对照组");
            assertThat(exposure.units().get("user")).isEqualTo("张三\t\uD83D\uDE00");
            assertThat(exposure.id()).isEqualTo(new EventIds("default/production", "imp_1").of(7, "exposure:组"));
        });
        assertThat(events.get(2)).isInstanceOfSatisfying(OutcomeEvent.class, outcome -> {
            assertThat(outcome.name()).isEqualTo("exp.won");
            assertThat(outcome.value()).isNull();
            assertThat(outcome.timeMillis()).isEqualTo(START.toEpochMilli() + 1_000);
        });
        assertThat(events.get(3)).isInstanceOfSatisfying(OutcomeEvent.class, outcome -> assertThat(outcome.value())
                .isEqualTo(-0.1));
    }

    @Test
    void add_nothingHappened_isAnExposureOnly() throws Exception {
        BatchWriter writer = new BatchWriter(TO, LAYOUT);
        writer.add(row(1, "u", Arrays.asList(null, null), Arrays.asList((Double) null)));

        assertThat(events(writer.finish().orElseThrow())).singleElement().isInstanceOf(ExposureEvent.class);
        assertThat(writer.finish()).isEmpty();
    }

    @Test
    void add_manyRows_fillsBatchesWithWholeRows() throws Exception {
        BatchWriter writer = new BatchWriter(TO, LAYOUT);
        List<EventBatch> batches = new ArrayList<>();
        for (int i = 1; i <= 1_001; i++) {
            Optional<EventBatch> full = writer.add(row(i, "u" + i, List.of(1.0, 2.0), List.of(3.0)));
            full.ifPresent(batches::add);
        }
        writer.finish().ifPresent(batches::add);

        assertThat(batches.stream().mapToInt(EventBatch::rows).sum()).isEqualTo(1_001);
        for (EventBatch batch : batches) {
            assertThat(batch.lines()).hasSizeLessThanOrEqualTo(EventBatch.MAX_EVENTS);
            assertThat(events(batch)).hasSize(batch.lines().size()).hasSize(batch.rows() * 4);
        }
        assertThat(batches).hasSize(5);
    }

    private static UnitRow row(long number, String unit, List<Double> outcomes, List<Double> covariates) {
        return new UnitRow(number, number + 1, unit, "对照组", null, outcomes, covariates);
    }

    private static List<Event> events(EventBatch batch) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(batch.body()))) {
            io.touchstone.core.event.EventBatch read = EventCodec.readBatch(in.readAllBytes());
            assertThat(read.importId()).isEqualTo("imp_1");
            assertThat(read.rejected()).isEmpty();
            assertThat(read.warnings()).isEmpty();
            return read.events().stream()
                    .map(io.touchstone.core.event.EventBatch.Received::event)
                    .toList();
        }
    }
}
