package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.statistics.Alpha;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /** A number of {@code inputs}; a missing or null one is a mistake in the file. */
    public double input(String name) {
        return number(inputs(), name);
    }

    /** A whole number of {@code inputs}. */
    public long count(String name) {
        return inputs().required(name).longValue();
    }

    /** A number of {@code parameters}. */
    public double parameter(String name) {
        return number(parameters(), name);
    }

    public double parameter(String name, double otherwise) {
        return parameters().hasNonNull(name) ? parameter(name) : otherwise;
    }

    public String word(String name, String otherwise) {
        return parameters().path(name).asText(otherwise);
    }

    /** {@code alpha}, 0.05 where absent. */
    public Alpha alpha() {
        return new Alpha(parameter("alpha", 0.05));
    }

    /** An array of numbers below {@code inputs} or another node. */
    public static double[] numbers(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).doubleValue();
        }
        return values;
    }

    /** An array of whole numbers. */
    public static long[] counts(JsonNode array) {
        long[] values = new long[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).longValue();
        }
        return values;
    }

    private static double number(JsonNode parent, String name) {
        return parent.required(name).doubleValue();
    }
}
