package io.touchstone.benchmarks.vectors;

import io.touchstone.vectors.Checked;
import io.touchstone.vectors.VectorCase;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code benchmarks/run vectors FOLDER}: every case of a folder of reference vectors. */
public final class VectorsRun {
    private VectorsRun() {}

    /**
     * Prints a line for each key that fails and each case that no adapter could put, and the figure: the keys of an unmapped
     * case all count as failed.
     *
     * @throws IllegalArgumentException for anything but one folder
     */
    public static void run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 1 || !Files.isDirectory(Path.of(arguments.getFirst()))) {
            throw new IllegalArgumentException(
                    "folder: " + String.join(" ", arguments) + " (expected: one folder of JSON files)");
        }
        List<Checked> all = VectorCase.ofFolder(Path.of(arguments.getFirst())).stream()
                .map(Checked::of)
                .toList();
        int failed = 0;
        int keys = 0;
        for (Checked one : all) {
            one.failures().forEach(line -> out.println(one.id() + "  " + line));
            one.unmapped().ifPresent(reason -> out.println(one.id() + "  not mapped: " + reason));
            keys += one.keys();
            failed += one.unmapped().isPresent() ? one.keys() : one.failures().size();
        }
        out.println("figure vectors-failed " + failed + " keys of " + keys + " in " + all.size() + " cases");
    }
}
