package io.touchstone.standalone.importing;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The key a run sends its events with: it can do nothing else, and is revoked when the run ends. A run that was killed leaves its
 * key behind; the next run of the same import revokes it.
 *
 * @param id its id
 * @param secret the whole text
 */
public record ImportKey(String id, String secret) {

    private static final int TRIES = 3;

    static ImportKey create(ControlPlane plane, ImportResource resource) throws ImportStop, InterruptedException {
        return create(plane, "import " + resource.id(), "import");
    }

    /** A key of that name and kind; others of the same name and kind end. */
    public static ImportKey create(ControlPlane plane, String name, String kind)
            throws ImportStop, InterruptedException {
        revokeLeftBehind(plane, name, kind);
        for (int tried = 1; ; tried++) {
            JsonNode created = plane.createKey(plane.object().put("name", name).put("kind", kind));
            String secret = created.path("secret").asString("");
            if (!secret.isEmpty()) {
                return new ImportKey(created.path("id").asString(""), secret);
            }
            // The first answer was lost, and a repeated one does not show the secret again.
            if (tried == TRIES) {
                throw ImportStop.refused("the server gave a key without its secret " + TRIES + " times");
            }
        }
    }

    private static void revokeLeftBehind(ControlPlane plane, String name, String kind)
            throws ImportStop, InterruptedException {
        Set<String> revoked = new HashSet<>();
        Optional<JsonNode> left = Optional.empty();
        do {
            left = plane.key(key -> isLeftBehind(key, name, kind, revoked));
            if (left.isPresent()) {
                String id = left.get().path("id").asString("");
                plane.revokeKey(id);
                revoked.add(id);
            }
        } while (left.isPresent());
    }

    private static boolean isLeftBehind(JsonNode key, String name, String kind, Set<String> revoked) {
        return key.path("name").asString("").equals(name)
                && key.path("kind").asString("").equals(kind)
                && !key.hasNonNull("revokedAt")
                && !revoked.contains(key.path("id").asString(""));
    }

    @Override
    public String toString() {
        return "ImportKey[id=" + id + "]";
    }
}
