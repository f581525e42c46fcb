package io.touchstone.standalone.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A report as plain text: one table per metric, one line per variant. */
final class ReportTable {
    private static final List<String> HEADINGS =
            List.of("variant", "units", "waiting", "value", "difference", "interval", "p", "lift", "interval");
    private static final int LEFT_ALIGNED_COLUMNS = 1;

    private final JsonNode report;

    ReportTable(JsonNode report) {
        this.report = report;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(title()).append("\n").append(sampleRatio());
        for (JsonNode metric : report.path("metrics")) {
            text.append("\n").append(metricText(metric));
        }
        return text.toString();
    }

    private String title() {
        return report.path("experiment").asString("?") + ", phase "
                + report.path("phase").asString("?") + ", as of "
                + report.path("asOf").asString("?");
    }

    private String sampleRatio() {
        JsonNode ratio = report.path("srm");
        if (ratio.path("p").isNumber()) {
            return "split of units: p = " + significance(ratio.path("p")) + "\n";
        }
        String reason = ratio.path("notEstimable").path("reason").asString("");
        return reason.isEmpty() ? "" : "split of units: " + reason + "\n";
    }

    private static String metricText(JsonNode metric) {
        boolean share =
                switch (metric.path("kind").asString("")) {
                    case "conversion", "retention" -> true;
                    default -> false;
                };
        List<List<String>> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        rows.add(HEADINGS);
        for (JsonNode variant : metric.path("variants")) {
            rows.add(row(variant, share));
            notes.addAll(notes(variant));
        }
        return metric.path("key").asString("?") + " (" + metric.path("kind").asString("?") + ")\n" + align(rows)
                + String.join("", notes);
    }

    private static List<String> row(JsonNode variant, boolean share) {
        JsonNode absolute = variant.path("absolute");
        JsonNode relative = variant.path("relative");
        boolean control = variant.path("control").asBoolean(false);
        return List.of(
                variant.path("key").asString("?") + (control ? " (control)" : ""),
                count(variant.path("units")),
                count(variant.path("waiting")),
                share ? percent(variant.path("value"), "%") : number(variant.path("value")),
                share ? percent(absolute.path("estimate"), "pp") : number(absolute.path("estimate")),
                share ? interval(absolute, "pp") : interval(absolute, ""),
                significance(absolute.path("p")),
                percent(relative.path("estimate"), "%"),
                interval(relative, "%"));
    }

    private static List<String> notes(JsonNode variant) {
        List<String> notes = new ArrayList<>();
        String key = variant.path("key").asString("?");
        JsonNode reason = variant.path("notEstimable").path("reason");
        if (reason.isString()) {
            notes.add("  " + key + ": not estimable: " + reason.asString() + "\n");
        }
        for (JsonNode warning : variant.path("warnings")) {
            String text = warning.isString()
                    ? warning.asString()
                    : warning.path("detail").asString(warning.toString());
            notes.add("  " + key + ": " + text + "\n");
        }
        return notes;
    }

    private static String count(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%,d", value.asLong()) : "";
    }

    private static String number(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%,.4f", value.asDouble()) : "";
    }

    private static String percent(JsonNode value, String unit) {
        return value.isNumber() ? String.format(Locale.ROOT, "%.3f %s", 100 * value.asDouble(), unit) : "";
    }

    private static String significance(JsonNode value) {
        if (!value.isNumber()) {
            return "";
        }
        return value.asDouble() < 0.0001 ? "<0.0001" : String.format(Locale.ROOT, "%.4f", value.asDouble());
    }

    private static String interval(JsonNode estimate, String unit) {
        JsonNode low = estimate.path("low");
        JsonNode high = estimate.path("high");
        if (!low.isNumber() || !high.isNumber()) {
            return "";
        }
        return unit.isEmpty()
                ? "[" + number(low) + ", " + number(high) + "]"
                : String.format(Locale.ROOT, "[%.3f, %.3f] %s", 100 * low.asDouble(), 100 * high.asDouble(), unit);
    }

    private static String align(List<List<String>> rows) {
        int[] widths = new int[HEADINGS.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int i = 0; i < widths.length; i++) {
                String padding = " ".repeat(widths[i] - row.get(i).length());
                line.append(i < LEFT_ALIGNED_COLUMNS ? row.get(i) + padding : padding + row.get(i))
                        .append("  ");
            }
            text.append(line.toString().stripTrailing()).append("\n");
        }
        return text.toString();
    }
}
