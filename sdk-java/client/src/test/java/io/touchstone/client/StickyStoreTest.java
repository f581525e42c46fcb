package io.touchstone.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.core.condition.Attributes;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StickyStoreTest {
    private static final Attributes LAPSED = Attributes.of("stage", "lapsed");
    private static final Attributes ACTIVE = Attributes.of("stage", "active");

    private final MapStore store = new MapStore();

    @Test
    void decide_unitThatLeftTheAudience_staysInTheVariantItMet() throws Exception {
        try (LocalServer server = new LocalServer(datafile(1));
                TouchstoneClient client = client(server, store)) {
            assertThat(client.decide("f", "u1", ACTIVE).asString("-")).isEqualTo("none");
            String met = client.decide("f", "u1", LAPSED).asString("-");

            FlagDecision stayed = client.decide("f", "u1", ACTIVE);

            assertThat(met).isIn("A", "B");
            assertThat(stayed.asString("-")).isEqualTo(met);
            assertThat(stayed.reason()).isEqualTo(DecisionReason.EXPERIMENT);
            assertThat(store.kept)
                    .containsExactly(Map.entry(List.of("user", "u1", "x", 1), met.toLowerCase(java.util.Locale.ROOT)));
            assertThat(client.decide("f", "u2", ACTIVE).asString("-")).isEqualTo("none");
        }
    }

    @Test
    void decide_peekedOrOfAnEarlierPhase_isNotKept() throws Exception {
        store.kept.put(List.of("user", "u1", "x", 1), "a");
        store.kept.put(List.of("user", "u2", "x", 1), "b");
        try (LocalServer server = new LocalServer(datafile(2));
                TouchstoneClient client = client(server, store)) {
            client.peek("f", io.touchstone.core.bucketing.Units.user("u3"), LAPSED)
                    .variant();

            assertThat(client.decide("f", "u1", ACTIVE).asString("-")).isEqualTo("none");
            assertThat(client.decide("f", "u2", ACTIVE).asString("-")).isEqualTo("none");
            assertThat(store.kept).hasSize(2);
        }
    }

    @Test
    void decide_storeThatThrows_answersAsWithoutOne() throws Exception {
        StickyStore broken = new StickyStore() {
            @Override
            public String variant(String unitType, String unit, String experiment, int phase) {
                throw new IllegalStateException("no connection");
            }

            @Override
            public void keep(String unitType, String unit, String experiment, int phase, String variant) {
                throw new IllegalStateException("no connection");
            }
        };
        try (LocalServer server = new LocalServer(datafile(1));
                TouchstoneClient client = client(server, broken)) {
            assertThat(client.decide("f", "u1", LAPSED).asString("-")).isIn("A", "B");
            assertThat(client.decide("f", "u1", ACTIVE).asString("-")).isEqualTo("none");
            assertThat(client.status().lastProblem()).contains("sticky store", "no connection");
        }
    }

    private static TouchstoneClient client(LocalServer server, StickyStore store) {
        return TouchstoneClient.builder()
                .baseUri(server.uri())
                .apiKey(LocalServer.KEY)
                .clock(InstantSource.fixed(Instant.parse("2026-11-22T08:00:00Z")))
                .stickyStore(store)
                .build();
    }

    private static String datafile(int phase) throws IOException {
        return """
                {"schema": 1, "environment": "tea/production", "version": 1, "publishedAt": "2026-11-22T07:00:00Z",
                 "layers": [{"key": "l", "salt": "l-1"}],
                 "experiments": [{"key": "x", "phase": PHASE, "salt": "e-1", "unitType": "user", "layer": "l",
                    "slots": [[0, 1000000]], "status": "running", "activeFrom": "2026-11-01T00:00:00Z", "control": "a",
                    "audience": {"op": "eq", "attribute": "stage", "value": "lapsed"},
                    "variants": [{"key": "a", "weight": 1, "value": "A"}, {"key": "b", "weight": 1, "value": "B"}]}],
                 "flags": [{"key": "f", "type": "string", "default": "none", "enabled": true,
                            "rules": [{"kind": "experiment", "experiment": "x"}]}]}
                """.replace("PHASE", Integer.toString(phase));
    }

    private static final class MapStore implements StickyStore {
        private final Map<List<Object>, String> kept = new ConcurrentHashMap<>();

        @Override
        public String variant(String unitType, String unit, String experiment, int phase) {
            return kept.get(List.of(unitType, unit, experiment, phase));
        }

        @Override
        public void keep(String unitType, String unit, String experiment, int phase, String variant) {
            kept.put(List.of(unitType, unit, experiment, phase), variant);
        }
    }
}
