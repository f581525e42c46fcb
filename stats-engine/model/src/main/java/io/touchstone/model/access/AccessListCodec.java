package io.touchstone.model.access;

import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.json.CanonicalJson;
import io.touchstone.core.json.Fields;
import io.touchstone.core.json.JsonArray;
import io.touchstone.core.json.JsonObject;
import io.touchstone.core.json.JsonValue;
import java.util.List;

/** The canonical JSON of an {@link AccessList}; {@code docs/formats/access-list.md}. */
public final class AccessListCodec {

    private static final String OPEN = "open";
    private static final String SEALED = "sealed";

    private AccessListCodec() {}

    /** @throws InvalidInputException if the bytes are no access list of a schema this program knows */
    public static AccessList read(byte[] utf8) {
        Fields root = Fields.of("", CanonicalJson.read(utf8));
        root.schema(AccessList.SCHEMA);
        Fields environment = root.object("environment");
        return new AccessList(
                root.integer("version", 1, Long.MAX_VALUE),
                (int) environment.integer("number", 1, Integer.MAX_VALUE),
                environment.text("key"),
                root.objects("keys", AccessListCodec::readKey),
                root.objects("imports", AccessListCodec::readImport));
    }

    /** Canonical bytes. */
    public static byte[] write(AccessList list) {
        return CanonicalJson.write(JsonObject.builder()
                .put("schema", AccessList.SCHEMA)
                .put("version", list.version())
                .put(
                        "environment",
                        JsonObject.builder()
                                .put("number", list.environment())
                                .put("key", list.environmentKey())
                                .build())
                .put(
                        "keys",
                        new JsonArray(list.keys().stream()
                                .map(AccessListCodec::writeKey)
                                .toList()))
                .put(
                        "imports",
                        new JsonArray(list.imports().stream()
                                .map(AccessListCodec::writeImport)
                                .toList()))
                .build());
    }

    private static AccessKey readKey(Fields in) {
        String id = in.text("id");
        KeyKind kind = in.word("kind", List.of(KeyKind.values()), KeyKind::key);
        String sha256 = in.text("sha256");
        ExposureMode exposure = in.word("exposure", List.of(ExposureMode.values()), ExposureMode::key);
        List<String> origins = in.texts("origins");
        int eventsPerSecond = (int) in.integer("eventsPerSecond", 1, Integer.MAX_VALUE);
        boolean revoked = in.bool("revoked", false);
        return in.build(() -> new AccessKey(id, kind, sha256, exposure, origins, eventsPerSecond, revoked));
    }

    private static ImportGrant readImport(Fields in) {
        return new ImportGrant(
                in.text("id"),
                in.text("experiment"),
                (int) in.integer("phase", 1, Integer.MAX_VALUE),
                in.word("state", List.of(OPEN, SEALED), state -> state).equals(OPEN),
                in.instant("until"));
    }

    private static JsonValue writeKey(AccessKey key) {
        return JsonObject.builder()
                .put("id", key.id())
                .put("kind", key.kind().key())
                .put("sha256", key.sha256())
                .put("exposure", key.exposure().key())
                .put(
                        "origins",
                        new JsonArray(key.origins().stream().map(JsonValue::of).toList()))
                .put("eventsPerSecond", key.eventsPerSecond())
                .put("revoked", key.revoked())
                .build();
    }

    private static JsonValue writeImport(ImportGrant grant) {
        return JsonObject.builder()
                .put("id", grant.id())
                .put("experiment", grant.experiment())
                .put("phase", grant.phase())
                .put("state", grant.open() ? OPEN : SEALED)
                .put("until", grant.until().toString())
                .build();
    }
}
