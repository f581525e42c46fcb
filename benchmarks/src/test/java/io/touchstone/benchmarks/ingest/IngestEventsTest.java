package io.touchstone.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.core.event.EventBatch;
import io.touchstone.core.event.EventCodec;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IngestEventsTest {

    @Test
    void json_everyEvent_has220BytesAndIsAccepted() {
        IngestEvents[] events = IngestEvents.draw(500, 1_785_000_000_000L);

        assertThat(events).allSatisfy(event -> assertThat(event.json()).hasSize(IngestEvents.JSON_BYTES));
        String body =
                Arrays.stream(events).map(IngestEvents::json).collect(Collectors.joining(",", "{\"events\":[", "]}"));
        EventBatch batch = EventCodec.readBatch(body.getBytes(StandardCharsets.UTF_8));
        assertThat(batch.events()).hasSize(500);
        assertThat(batch.rejected()).isEmpty();
        assertThat(batch.warnings()).isEmpty();
    }
}
