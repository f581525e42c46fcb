package io.touchstone.standalone.demo;

import io.touchstone.standalone.RefusedException;
import io.touchstone.standalone.demo.shop.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which history a data folder holds; written before anything is sent, so that a demo that was cut off goes on with the same one.
 *
 * @param seed of the history
 * @param moment at which it ends
 * @param counted whether all of it was on the reports once
 */
record DemoMemory(long seed, Instant moment, boolean counted) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static DemoMemory begin(long seed, Instant now) {
        return new DemoMemory(seed, now.truncatedTo(ChronoUnit.MILLIS), false);
    }

    DemoMemory afterCount() {
        return new DemoMemory(seed, moment, true);
    }

    History history() {
        return new History(seed, moment);
    }

    /** What the file says; empty where there is none. */
    static Optional<DemoMemory> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            return Optional.of(new DemoMemory(
                    json.path("seed").asLong(),
                    Instant.parse(json.path("moment").asString("")),
                    json.path("counted").asBoolean(false)));
        } catch (IOException | JacksonException | java.time.DateTimeException e) {
            throw new RefusedException(
                    "demo_unreadable",
                    "demo: " + file + " cannot be read (expected: as the demo wrote it; choose an empty folder with"
                            + " --data)",
                    e);
        }
    }

    void write(Path file) {
        String text = JSON.writeValueAsString(JSON.createObjectNode()
                .put("seed", seed)
                .put("moment", moment.toString())
                .put("counted", counted));
        try {
            Path draft = file.resolveSibling("." + file.getFileName() + ".new");
            Files.writeString(draft, text + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new RefusedException(
                    "demo_unwritable",
                    "demo: " + file + " cannot be written (expected: room, and this user's folder)",
                    e);
        }
    }
}
