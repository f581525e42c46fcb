package io.touchstone.standalone.demo;

import io.touchstone.standalone.demo.count.Reading;
import io.touchstone.standalone.demo.shop.Language;
import io.touchstone.standalone.demo.shop.ShopMetric;
import io.touchstone.standalone.demo.shop.TrueEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Truth and estimates as a table for people, whose names may be Chinese: a character of theirs is two columns wide. */
final class DemoSummary {
    private static final int NAMES = 3;
    private static final String GAP = "  ";

    private final Language language;

    DemoSummary(Language language) {
        this.language = language;
    }

    String table(List<Reading> readings) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                DemoWords.EXPERIMENT.in(language),
                DemoWords.METRIC.in(language),
                DemoWords.ARM.in(language),
                DemoWords.TRUTH.in(language),
                DemoWords.ESTIMATE.in(language),
                DemoWords.INTERVAL.in(language),
                DemoWords.HOLDS.in(language)));
        String before = "";
        for (Reading reading : readings) {
            String experiment = reading.truth().tactic().label().in(language);
            rows.add(row(reading, experiment.equals(before) ? "" : experiment));
            before = experiment;
        }
        return align(rows);
    }

    private List<String> row(Reading reading, String experiment) {
        TrueEffect truth = reading.truth();
        ShopMetric metric = truth.metric();
        return List.of(
                experiment,
                metric.label().in(language),
                arm(truth),
                amount(metric, truth.effect()),
                amount(metric, reading.estimate()),
                reading.interval()
                        .map(found -> "[" + number(metric, found.low()) + ", " + number(metric, found.high()) + "]")
                        .orElse(""),
                (reading.holds() ? DemoWords.YES : DemoWords.NO).in(language));
    }

    private String arm(TrueEffect truth) {
        return truth.tactic().arms().stream()
                .filter(arm -> arm.key().equals(truth.arm()))
                .map(arm -> arm.label().in(language))
                .findFirst()
                .orElse(truth.arm());
    }

    private String amount(ShopMetric metric, double value) {
        String number = number(metric, value);
        return metric.share() ? number + " " + DemoWords.POINTS.in(language) : number + " ¥";
    }

    private static String number(ShopMetric metric, double value) {
        double shown = metric.share() ? 100 * value : value;
        String text = String.format(Locale.ROOT, "%+.2f", shown);
        return text.equals("-0.00") || text.equals("+0.00") ? "0.00" : text;
    }

    private static String align(List<List<String>> rows) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String padding = " ".repeat(widths[i] - width(row.get(i)));
                line.append(GAP).append(i < NAMES ? row.get(i) + padding : padding + row.get(i));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** Columns on a terminal: ideographs and full-width marks take two. */
    static int width(String text) {
        return text.codePoints()
                .map(character -> character >= 0x2E80 && character <= 0xFFE0 ? 2 : 1)
                .sum();
    }
}
