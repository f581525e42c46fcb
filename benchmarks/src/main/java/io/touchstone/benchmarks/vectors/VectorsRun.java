package io.touchstone.benchmarks.vectors;

import io.touchstone.vectors.Checked;
import io.touchstone.vectors.VectorCase;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code benchmarks/run vectors FOLDER}: every case of a folder of reference vectors. */
public final class VectorsRun {
    private VectorsRun() {}

    /**
     * Prints a line for each key that fails, each case that no adapter could put, and what of the files was not checked, and the
     * figure: the keys of an unmapped case all count as failed.
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
        notes(all).forEach((note, cases) -> out.println(note + "  in " + cases + " cases"));
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

    /** What was not checked, by method, with the number of cases. */
    private static SortedMap<String, Long> notes(List<Checked> all) {
        return all.stream()
                .flatMap(one -> one.notes().stream().map(note -> one.id().replaceFirst("/.*", "") + "  " + note))
                .collect(Collectors.groupingBy(note -> note, TreeMap::new, Collectors.counting()));
    }
}
