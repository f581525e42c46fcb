package io.touchstone.standalone.demo;

import io.touchstone.standalone.RefusedException;
import io.touchstone.standalone.demo.shop.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which history a data folder holds; written before anything is sent, so that a demo that was cut off goes on with the same one.
 *
 * @param seed of the history
 * @param moment at which it ends
 * @param counted whether all of it was on the reports once
 * @param openings in which newcomers came afterwards, the oldest first
 */
record DemoMemory(long seed, Instant moment, boolean counted, List<Opening> openings) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** What a customer does ends four weeks after she came. */
    private static final Duration KEPT = Duration.ofDays(28);

    DemoMemory {
        openings = List.copyOf(openings);
    }

    static DemoMemory begin(long seed, Instant now) {
        return new DemoMemory(seed, now.truncatedTo(ChronoUnit.MILLIS), false, List.of());
    }

    DemoMemory afterCount() {
        return new DemoMemory(seed, moment, true, openings);
    }

    /** With what is known of an opening by now. */
    DemoMemory after(Opening opening) {
        Instant oldest = opening.until().minus(KEPT);
        Stream<Opening> others = openings.stream()
                .filter(one -> !one.from().equals(opening.from()) && one.until().isAfter(oldest));
        return new DemoMemory(
                seed, moment, counted, Stream.concat(others, Stream.of(opening)).toList());
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
                    instant(json, "moment"),
                    json.path("counted").asBoolean(false),
                    json.path("openings")
                            .valueStream()
                            .map(one -> new Opening(
                                    instant(one, "from"),
                                    instant(one, "until"),
                                    one.path("newcomers").asInt()))
                            .toList()));
        } catch (IOException | JacksonException | java.time.DateTimeException e) {
            throw new RefusedException(
                    "demo_unreadable",
                    "demo: " + file + " cannot be read (expected: as the demo wrote it; choose an empty folder with"
                            + " --data)",
                    e);
        }
    }

    void write(Path file) {
        ObjectNode json = JSON.createObjectNode()
                .put("seed", seed)
                .put("moment", moment.toString())
                .put("counted", counted);
        ArrayNode open = json.putArray("openings");
        for (Opening opening : openings) {
            open.addObject()
                    .put("from", opening.from().toString())
                    .put("until", opening.until().toString())
                    .put("newcomers", opening.newcomers());
        }
        String text = JSON.writeValueAsString(json);
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

    private static Instant instant(JsonNode json, String name) {
        return Instant.parse(json.path(name).asString(""));
    }
}
