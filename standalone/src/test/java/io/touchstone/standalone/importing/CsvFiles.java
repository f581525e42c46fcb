package io.touchstone.standalone.importing;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small files and what is read from them. */
final class CsvFiles {

    private CsvFiles() {}

    static Path write(Path folder, String text) throws IOException {
        return write(folder, text, StandardCharsets.UTF_8);
    }

    static Path write(Path folder, String text, Charset charset) throws IOException {
        return Files.write(Files.createTempFile(folder, "file", ".csv"), text.getBytes(charset));
    }

    static List<CsvRow> rows(CsvFile source, char separator) throws IOException {
        List<CsvRow> all = new ArrayList<>();
        try (CsvRows rows = new CsvRows(source.open(), separator)) {
            for (CsvRow row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
        }
        return all;
    }

    static ImportOptions options(Path file, String... more) throws ImportStop {
        List<String> args = new ArrayList<>(List.of(file.toString(), "--experiment", "exp"));
        args.addAll(List.of(more));
        return OptionParser.parse(args);
    }

    /** Units of their own, two arms, an outcome of each kind. */
    static Path large(Path folder, String name, int rows) throws IOException {
        Random random = new Random(name.length());
        StringBuilder text = new StringBuilder("id,arm,won,amount\n");
        for (int i = 0; i < rows; i++) {
            text.append(name)
                    .append(i)
                    .append(random.nextBoolean() ? ",a," : ",b,")
                    .append(random.nextInt(4) == 0 ? 1 : 0)
                    .append(',')
                    .append(random.nextInt(10_000) / 100.0)
                    .append('\n');
        }
        return Files.writeString(folder.resolve(name + ".csv"), text, StandardCharsets.UTF_8);
    }

    /** Imports a {@link #large} file. */
    static String[] largeArguments(Path file, String experiment) {
        return new String[] {
            file.toString(),
            "--experiment",
            experiment,
            "--unit",
            "id",
            "--variant",
            "arm",
            "--control",
            "a",
            "--outcome",
            "won",
            "amount",
            "--means",
            "welch"
        };
    }
}
