package io.touchstone.benchmarks.certificate;

import io.touchstone.certificate.Bands;
import io.touchstone.certificate.CertificateDocument;
import io.touchstone.certificate.Regime;
import io.touchstone.certificate.Regimes;
import io.touchstone.certificate.Row;
import io.touchstone.certificate.Simulation;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code benchmarks/run certificate [FOLDER]}: simulates every line, twice with fixed seeds, and writes the document. */
public final class CertificateRun {
    /** Fixed before the first run; the second repeats the whole with other numbers. */
    private static final long[] SEEDS = {20_261_122, 71};

    private CertificateRun() {}

    /**
     * Writes {@code certificate.md} and {@code certificate.json}.
     *
     * @param arguments the folder to write to; none: {@code docs/statistics}
     * @throws IllegalArgumentException for more than one argument
     */
    public static void run(List<String> arguments, PrintStream out) throws IOException {
        if (arguments.size() > 1) {
            throw new IllegalArgumentException("folder: " + arguments + " (expected: one folder, or none)");
        }
        Path folder = Path.of(arguments.isEmpty() ? "docs/statistics" : arguments.getFirst());
        Bands bands = Bands.CERTIFICATE;
        CertificateDocument first = document(bands, SEEDS[0], out);
        CertificateDocument second = document(bands, SEEDS[1], out);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("certificate.md"), first.markdown());
        Files.writeString(folder.resolve("certificate.json"), first.json());
        Files.writeString(folder.resolve("certificate-second-seed.json"), second.json());
        out.println("written: " + folder.resolve("certificate.md"));
        out.println("figure certificate-failures " + first.failures() + " lines");
        out.println("figure certificate-failures-second-seed " + second.failures() + " lines");
    }

    private static CertificateDocument document(Bands bands, long seed, PrintStream out) {
        Simulation simulation = new Simulation(seed);
        List<Row> rows = new ArrayList<>();
        for (Regime regime : Regimes.all()) {
            long start = System.nanoTime();
            Row row = simulation.run(regime, bands);
            rows.add(row);
            out.printf(
                    Locale.ROOT,
                    "%-12s %s, %s  (%.1f s)%n",
                    row.standing(bands).name().toLowerCase(Locale.ROOT),
                    regime.kind(),
                    regime.setting(),
                    (System.nanoTime() - start) / 1e9);
        }
        return new CertificateDocument(bands, rows);
    }
}
