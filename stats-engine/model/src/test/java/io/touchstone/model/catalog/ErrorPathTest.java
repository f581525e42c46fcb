package io.touchstone.model.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.json.CanonicalJson;
import io.touchstone.core.json.JsonArray;
import io.touchstone.core.json.JsonObject;
import io.touchstone.core.json.JsonValue;
import io.touchstone.model.access.AccessListCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Every value of a document in turn gets a wrong type: the message has to begin with the path of that value, named once. */
class ErrorPathTest {
    private static final JsonValue NO_OBJECT = JsonValue.of(0.5);
    private static final JsonValue NO_VALUE =
            JsonObject.builder().put("wrong", 1).build();

    @Test
    void catalog_anyValueOfAWrongType_isNamedByItsPath() {
        assertTrue(brokenEverywhere(CatalogCodecTest.DOCUMENT, CatalogCodec::read) > 60);
    }

    @Test
    void accessList_anyValueOfAWrongType_isNamedByItsPath() {
        String document = """
                {"schema": 1, "environment": {"number": 1, "key": "tea/production"}, "version": 17,
                 "keys": [{"id": "k7Qm2xWa", "kind": "client", "sha256": "%s", "exposure": "manual",
                           "origins": ["https://shop.example"], "eventsPerSecond": 50000, "revoked": false}],
                 "imports": [{"id": "imp_1", "experiment": "cats", "phase": 1, "state": "open", "until": "2026-11-28T08:00:00Z"}]}
                """.formatted("0".repeat(64));
        assertTrue(brokenEverywhere(document, AccessListCodec::read) > 15);
    }

    @Test
    void catalog_valueThatAConstructorRefuses_isNamedByItsPath() {
        refused("\"days\": [7, 9]", "\"days\": [9, 7]", "metrics[2].days: [9, 7] (");
        refused("\"days\": [7, 9]", "\"days\": [7, 999]", "metrics[2].days[1]: 999 (");
        refused("\"delayMillis\": 0", "\"delayMillis\": -1", "metrics[0].window.delayMillis: -1 (");
        refused("\"cap\": 1000.0", "\"cap\": -1", "metrics[1].cap: -1.0 (");
        refused("\"number\": 1, \"state\"", "\"number\": 0, \"state\"", "experiments[0].phases[0].number: 0 (");
        refused("[\"beijing\", \"shanghai\"]", "[]", "experiments[0].phases[0].dimensions[0].values: 0 of city (");
        refused("\"alpha\": 0.05", "\"alpha\": 1.5", "experiments[0].phases[0].plan.alpha: 1.5 (");
        refused("\"control\": \"control\"", "\"control\": \"x\"", "experiments[0].phases[0].control: x (");
    }

    private static void refused(String part, String instead, String start) {
        byte[] bytes = CatalogCodecTest.DOCUMENT.replace(part, instead).getBytes(StandardCharsets.UTF_8);
        String message = messageOf(CatalogCodec::read, bytes);
        assertEquals(start, message.substring(0, Math.min(start.length(), message.length())), message);
    }

    private static int brokenEverywhere(String document, Consumer<byte[]> read) {
        List<Broken> all = new ArrayList<>();
        collect("", CanonicalJson.read(document), all);
        for (Broken broken : all) {
            String message = messageOf(read, CanonicalJson.write(broken.document));
            assertTrue(message.startsWith(broken.path + ": "), broken.path + " <> " + message);
        }
        return all.size();
    }

    private static String messageOf(Consumer<byte[]> read, byte[] bytes) {
        return String.valueOf(assertThrows(
                        InvalidInputException.class,
                        () -> read.accept(bytes),
                        () -> new String(bytes, StandardCharsets.UTF_8))
                .getMessage());
    }

    /** A document with one wrong value, and where it stands. */
    private record Broken(String path, JsonValue document) {}

    private static void collect(String path, JsonValue value, List<Broken> into) {
        if (!path.isEmpty()) {
            into.add(new Broken(path, value instanceof JsonObject ? NO_OBJECT : NO_VALUE));
        }
        if (value instanceof JsonObject object) {
            for (Map.Entry<String, JsonValue> field : object.fields().entrySet()) {
                String name = field.getKey();
                if (name.equals("unknown") || field.getValue().toJson().equals("null")) {
                    continue; // what nobody reads, or what stands for absent
                }
                List<Broken> inner = new ArrayList<>();
                collect(path.isEmpty() ? name : path + "." + name, field.getValue(), inner);
                for (Broken broken : inner) {
                    Map<String, JsonValue> fields = new TreeMap<>(object.fields());
                    fields.put(name, broken.document);
                    into.add(new Broken(broken.path, new JsonObject(fields)));
                }
            }
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.values().size(); i++) {
                List<Broken> inner = new ArrayList<>();
                collect(path + "[" + i + "]", array.values().get(i), inner);
                for (Broken broken : inner) {
                    List<JsonValue> values = new ArrayList<>(array.values());
                    values.set(i, broken.document);
                    into.add(new Broken(broken.path, new JsonArray(values)));
                }
            }
        }
    }
}
