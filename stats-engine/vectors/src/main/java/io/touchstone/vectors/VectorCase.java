package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Side;
import io.touchstone.statistics.sequential.Sides;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One case of a file of reference vectors.
 *
 * @param node the case as read
 */
public record VectorCase(JsonNode node) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The cases of one file, in its order. */
    public static List<VectorCase> of(Path file) {
        List<VectorCase> cases = new ArrayList<>();
        try {
            JSON.readTree(Files.readAllBytes(file)).path("cases").forEach(node -> cases.add(new VectorCase(node)));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": not readable (expected: JSON of the vector schema)", e);
        }
        return cases;
    }

    /** The cases of all {@code .json} files of a folder, by file name. */
    public static List<VectorCase> ofFolder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .flatMap(file -> of(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": not readable (expected: a folder of JSON files)", e);
        }
    }

    public String id() {
        return node.path("id").asText();
    }

    public String method() {
        return node.path("method").asText();
    }

    public JsonNode inputs() {
        return node.path("inputs");
    }

    public JsonNode parameters() {
        return node.path("parameters");
    }

    public JsonNode expected() {
        return node.path("expected");
    }

    /** A number of {@code inputs}. */
    public double input(String name) {
        return Field.number(inputs(), name);
    }

    /** A whole number of {@code inputs}. */
    public long count(String name) {
        return Field.whole(inputs(), name);
    }

    /** A number of {@code parameters}. */
    public double parameter(String name) {
        return Field.number(parameters(), name);
    }

    public double parameter(String name, double otherwise) {
        return parameters().hasNonNull(name) ? parameter(name) : otherwise;
    }

    /**
     * A word of {@code parameters}, the first one known where absent.
     *
     * @throws UnmappedException for a word that is not known
     */
    public String word(String name, String... known) {
        String word = parameters().path(name).asText(known[0]);
        if (!List.of(known).contains(word)) {
            throw new UnmappedException(name + ": " + word);
        }
        return word;
    }

    /** {@code sided}: 1 or 2. */
    public Sides sides(Sides otherwise) {
        double sided = parameter("sided", otherwise == Sides.ONE ? 1 : 2);
        if (sided != 1 && sided != 2) {
            throw new UnmappedException("sided: " + sided);
        }
        return sided == 1 ? Sides.ONE : Sides.TWO;
    }

    /** {@code alternative}: absent for a two-sided test. */
    public Optional<Side> side() {
        return switch (word("alternative", "two_sided", "two-sided", "greater", "larger", "less", "smaller")) {
            case "greater", "larger" -> Optional.of(Side.GREATER);
            case "less", "smaller" -> Optional.of(Side.LESS);
            default -> Optional.empty();
        };
    }

    /** {@code alpha}, 0.05 where absent. */
    public Alpha alpha() {
        return new Alpha(parameter("alpha", 0.05));
    }
}
