package io.touchstone.standalone.importing;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
}
