package io.touchstone.certificate;

import java.util.List;
import java.util.Locale;

/** The certificate as people and machines read it. */
public final class CertificateDocument {
    private static final String NONE = "–";

    private final Bands bands;
    private final List<Row> rows;

    public CertificateDocument(Bands bands, List<Row> rows) {
        this.bands = bands;
        this.rows = List.copyOf(rows);
    }

    /** Lines outside a band. */
    public long failures() {
        return rows.stream()
                .filter(row -> row.standing(bands) == Row.Standing.FAILS)
                .count();
    }

    /** One table; what is refused stands first. */
    public String markdown() {
        StringBuilder text = new StringBuilder("# Certificate\n\n");
        Claim usual = Claim.INTERVAL;
        text.append(String.format(
                Locale.ROOT,
                """
                What the statistics say of simulated experiments: %,d without an effect and as many with one in each line, and %,d of
                each where a line is outside its bands after that: one of fourteen defaults that hold exactly 5 %% would be, by chance. Written by
                `benchmarks/run certificate`; the same seed gives the same numbers.

                *Level* is the share of experiments without an effect in which the default may err: two-sided with half in each tail where
                there is an interval, else of one alarm. A line **passes** when the 99.9 %% upper limit of its false positives is at most %s
                of the level (%s at 5 %%) and of each tail at most %s of its half (%s), and the 99.9 %% lower limit of its coverage at
                least %s. `±` is the Monte-Carlo standard error. *Better* and *worse*: the treatment is called so though it does nothing.
                *Conservative*: it passes, with coverage above 97 %% that its page does not declare. Where the default gives no interval in
                at least half of the experiments it **refuses** the regime: the rates of what is left are not its claim. In other lines
                refusals are left out of the error rates and count against the power.

                """,
                bands.runs(),
                bands.moreRuns(),
                percent(bands.wholeFactor()),
                percent(bands.falsePositives(usual)),
                percent(bands.tailFactor()),
                percent(bands.tail(usual)),
                percent(bands.coverage(usual))));
        text.append("| default | metric | regime | runs | level | false positives | better | worse | coverage | power"
                + " | refused | stands |\n");
        text.append("|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        rows.stream().filter(row -> row.standing(bands) == Row.Standing.REFUSES).forEach(row -> text.append(line(row)));
        rows.stream().filter(row -> row.standing(bands) != Row.Standing.REFUSES).forEach(row -> text.append(line(row)));
        return text.toString();
    }

    /** A JSON array, a line an object each. */
    public String json() {
        StringBuilder text = new StringBuilder("[\n");
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            text.append(String.format(
                    Locale.ROOT,
                    "  {\"method\": \"%s\", \"kind\": \"%s\", \"regime\": \"%s\", \"level\": %s, \"claim\": \"%s\", \"standing\": \"%s\", \"runs\": %d,"
                            + " \"none\": %s, \"effect\": %s, \"found\": %d}%s\n",
                    row.regime().method(),
                    row.regime().kind(),
                    row.regime().setting(),
                    row.regime().claim().level(),
                    row.regime().claim().kind().name().toLowerCase(Locale.ROOT),
                    row.standing(bands).name().toLowerCase(Locale.ROOT),
                    row.none().runs(),
                    json(row.none()),
                    json(row.effect()),
                    row.found(),
                    i + 1 < rows.size() ? "," : ""));
        }
        return text.append("]\n").toString();
    }

    private static String json(Tally tally) {
        return String.format(
                Locale.ROOT,
                "{\"refused\": %d, \"below\": %d, \"covers\": %d, \"above\": %d}",
                tally.refused(),
                tally.below(),
                tally.covers(),
                tally.above());
    }

    private String line(Row row) {
        boolean judged = row.none().judged() > 0 && row.effect().judged() > 0;
        boolean interval = judged && row.regime().claim().hasInterval();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %,d | %s | %s | %s | %s | %s | %s | %s | %s |\n",
                row.regime().method(),
                row.regime().kind(),
                row.regime().setting(),
                row.none().runs(),
                percent(row.regime().claim().level()),
                judged ? withError(row.falsePositives()) : NONE,
                interval ? withError(row.falselyBetter()) : NONE,
                interval ? withError(row.falselyWorse()) : NONE,
                interval ? withError(row.coverage()) : NONE,
                percent(row.power().value()),
                percent(row.refusals().value()),
                row.standing(bands).name().toLowerCase(Locale.ROOT));
    }

    private static String withError(Share share) {
        return String.format(Locale.ROOT, "%.2f ± %.2f %%", 100 * share.value(), 100 * share.error());
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * value);
    }
}
