package io.touchstone.benchmarks.figure;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The output of a run: notes, a table, figures. Collects while the run goes on and prints once. */
public final class Report {

    private static final String[] HEADINGS = {"what", "measured", "target"};

    private final String title;
    private final List<String> notes = new ArrayList<>();
    private final List<String[]> rows = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();

    /** An empty report of that title. */
    public Report(String title) {
        this.title = title;
    }

    /** A sentence below the table: how it was measured, what to keep in mind. */
    public void note(String text) {
        notes.add(text);
    }

    /** A row of the table; an empty target where there is none. */
    public void row(String what, String measured, String target) {
        rows.add(new String[] {what, measured, target});
    }

    /** A figure, without a row of its own. */
    public void figure(Figure figure) {
        figures.add(figure);
    }

    /** A figure with a row that says whether it keeps to its limit. */
    public void judged(String what, Figure figure, Target target) {
        row(what, figure.readable(), target.text() + (target.isMet(figure.value()) ? "   met" : "   missed"));
        figures.add(figure);
    }

    /** The measured value of a figure that was added. */
    public double value(String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .mapToDouble(Figure::value)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("figure: " + name + " (expected: one of " + figures + ")"));
    }

    /** Prints title, table, notes and, at the end, the figures. */
    public void print(PrintStream out) {
        int[] widths = new int[HEADINGS.length];
        widen(widths, HEADINGS);
        rows.forEach(row -> widen(widths, row));
        out.println();
        out.println(title);
        out.println();
        out.println(line(HEADINGS, widths));
        out.println("-".repeat(line(HEADINGS, widths).length()));
        rows.forEach(row -> out.println(line(row, widths)));
        out.println();
        notes.forEach(note -> out.println("- " + note));
        out.println();
        figures.forEach(figure -> out.println(figure.line()));
        out.flush();
    }

    private static void widen(int[] widths, String[] cells) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], cells[i].length());
        }
    }

    private static String line(String[] cells, int[] widths) {
        return String.format(
                        Locale.ROOT,
                        "%-" + widths[0] + "s   %" + widths[1] + "s   %-" + widths[2] + "s",
                        cells[0],
                        cells[1],
                        cells[2])
                .stripTrailing();
    }
}
