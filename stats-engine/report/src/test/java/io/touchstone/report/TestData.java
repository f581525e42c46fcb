package io.touchstone.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The data sets that are not in the repository, in the folder {@code data} of {@value #VARIABLE}. */
public final class TestData {

    public static final String VARIABLE = "TOUCHSTONE_TEST_DATA";

    private TestData() {}

    public static JsonNode expectedResults() {
        return JsonMapper.builder().build().readTree(read("expected-results.json"));
    }

    /** Rows by column name; quoted fields may hold commas. */
    public static List<Map<String, String>> csv(String name) {
        List<String> lines = read(name).lines().toList();
        List<String> header = split(lines.getFirst());
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = split(line);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), fields.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String read(String name) {
        try {
            return Files.readString(folder().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A relative folder is relative to the root of the repository, some folders above this module. */
    private static Path folder() {
        Path named = Path.of(System.getenv(VARIABLE)).resolve("data");
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve(named).normalize();
            if (Files.exists(folder.resolve("expected-results.json"))) {
                return folder;
            }
        }
        return Assumptions.abort(VARIABLE + " names no folder with data/expected-results.json");
    }

    private static List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
