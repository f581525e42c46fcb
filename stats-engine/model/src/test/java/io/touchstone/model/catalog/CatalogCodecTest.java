package io.touchstone.model.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.touchstone.core.input.InvalidInputException;
import io.touchstone.model.access.AccessKey;
import io.touchstone.model.access.AccessList;
import io.touchstone.model.access.AccessListCodec;
import io.touchstone.model.access.ExposureMode;
import io.touchstone.model.access.ImportGrant;
import io.touchstone.model.access.KeyKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogCodecTest {

    static final String DOCUMENT = """
            {"schema": 1, "version": 17, "unknown": [1],
             "environment": {"number": 1, "key": "tea/production", "zone": "Asia/Shanghai"},
             "metrics": [
               {"key": "purchase", "version": 1, "name": "Purchase", "kind": "conversion", "event": "purchase",
                "filter": {"op": "eq", "attribute": "channel", "value": "app"},
                "window": {"delayMillis": 0, "lengthMillis": 604800000}, "direction": "increase", "unit": "%", "range": "positive"},
               {"key": "spend", "version": 2, "kind": "sum", "event": "purchase", "window": null, "cap": 1000.0},
               {"key": "d7", "version": 1, "kind": "retention", "event": "*", "days": [7, 9], "direction": "decrease"}],
             "experiments": [{"key": "winback", "flag": "winback_offer", "unitType": "user", "imported": false,
               "phases": [{"number": 1, "state": "running", "generation": 1, "control": "control",
                 "variants": [{"key": "control", "weight": 1}, {"key": "coupon", "weight": 1}],
                 "startsAt": "2026-11-22T08:00:00Z", "activeFrom": "2026-11-22T08:00:20Z", "endedAt": null,
                 "metrics": [{"key": "purchase", "version": 1, "role": "success", "means": "guarded"}],
                 "dimensions": [{"key": "city", "values": ["beijing", "shanghai"]}],
                 "covariates": ["history"], "plan": {"alpha": 0.05, "power": 0.8}}]}]}
            """;

    @Test
    void read_documentOfTheFormatPage_givesItsFacts() {
        Catalog catalog = CatalogCodec.read(DOCUMENT.getBytes(StandardCharsets.UTF_8));
        assertEquals(17, catalog.version());
        assertEquals("Asia/Shanghai", catalog.zone().getId());
        MetricDefinition d7 = catalog.metric(new MetricRef("d7", 1)).orElseThrow();
        assertEquals(new DayRange(7, 9), d7.days());
        assertEquals(Direction.DECREASE, d7.direction());
        assertEquals(
                1000.0, catalog.metric(new MetricRef("spend", 2)).orElseThrow().cap());
        PhaseFacts phase = catalog.experiment("winback").orElseThrow().phase(1).orElseThrow();
        assertEquals(PhaseState.RUNNING, phase.state());
        assertEquals(Instant.parse("2026-11-22T08:00:20Z"), phase.activeFrom());
        assertEquals(List.of("history"), phase.covariates());
    }

    @Test
    void write_readAgain_givesTheSameBytes() {
        Catalog catalog = CatalogCodec.read(DOCUMENT.getBytes(StandardCharsets.UTF_8));
        byte[] bytes = CatalogCodec.write(catalog);
        assertEquals(catalog, CatalogCodec.read(bytes));
        assertArrayEquals(bytes, CatalogCodec.write(CatalogCodec.read(bytes)));
    }

    @Test
    void read_wrongDocuments_nameTheField() {
        refused("\"version\": 17", "\"version\": \"x\"", "version");
        refused("Asia/Shanghai", "Asia/Atlantis", "zone");
        refused("\"kind\": \"sum\"", "\"kind\": \"median\"", "kind");
        refused("\"days\": [7, 9]", "\"days\": [9, 7]", "days");
        refused("\"days\": [7, 9]", "\"days\": [7]", "days");
        refused("\"cap\": 1000.0", "\"cap\": -1", "cap");
        refused("\"control\": \"control\"", "\"control\": \"other\"", "control");
        refused("\"alpha\": 0.05", "\"alpha\": 1.5", "alpha");
        refused("\"schema\": 1", "\"schema\": 2", "schema");
    }

    private static void refused(String part, String instead, String named) {
        assertTrue(DOCUMENT.contains(part), part);
        byte[] bytes = DOCUMENT.replace(part, instead).getBytes(StandardCharsets.UTF_8);
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> CatalogCodec.read(bytes));
        assertTrue(String.valueOf(refusal.getMessage()).contains(named), refusal.getMessage());
        assertTrue(String.valueOf(refusal.getMessage()).contains("(expected: "), refusal.getMessage());
    }

    @Test
    void accessList_roundTrip() {
        AccessList list = new AccessList(
                3,
                1,
                "tea/production",
                List.of(new AccessKey(
                        "k7Qm2xWa",
                        KeyKind.CLIENT,
                        "ab".repeat(32),
                        ExposureMode.MANUAL,
                        List.of("https://shop.example"),
                        500,
                        true)),
                List.of(new ImportGrant("imp_1", "cookie_cats", 1, true, Instant.parse("2026-11-28T08:00:00Z"))));
        assertEquals(list, AccessListCodec.read(AccessListCodec.write(list)));
        assertTrue(list.key("k7Qm2xWa").isPresent());
        assertTrue(list.importGrant("nothing").isEmpty());
    }
}
