package io.touchstone.standalone.importing;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** What the user reads before, after and instead of the sending. */
final class Summary {

    private final PrintStream out;
    private final PrintStream err;
    private final ImportOptions options;

    Summary(ImportEnvironment environment, ImportOptions options) {
        this.out = environment.out();
        this.err = environment.err();
        this.options = options;
    }

    void alreadyImported() {
        out.println(options.target().experiment() + ": already imported, nothing changed");
    }

    /** How the file was understood. */
    void begin(CsvFile source, Survey survey, Check check, ImportResource resource) {
        out.println(options.file() + ": " + Numbers.counted(check.rows(), "row") + ", " + source.charset()
                + ", cells separated by " + separatorName(survey.separator()));
        out.println("variants: " + options.control() + " (control), "
                + String.join(", ", survey.variants().stream().skip(1).toList()));
        for (Layout.Outcome outcome : survey.layout().outcomes()) {
            out.println("outcome " + CellFormat.label(outcome.column()) + ": "
                    + outcome.knownKind().text()
                    + (outcome.declared()
                            ? ""
                            : " (guessed; " + other(outcome) + " with --outcome " + outcome.column() + ":"
                                    + other(outcome) + ")"));
        }
        out.println("import " + resource.id() + " into " + options.target().project() + "/"
                + options.target().environment() + ", experiment "
                + options.target().experiment()
                + (resource.nextRow() == 1 ? "" : ", rows from number " + Numbers.grouped(resource.nextRow())));
        broken(check.broken());
    }

    /** Names rows that stay out. */
    void broken(BrokenRows broken) {
        broken.sentences().forEach(err::println);
    }

    /** What came of it. */
    void end(Check check, EventSender sender, boolean counted, Duration took) {
        broken(sender.refused());
        long out = check.broken().count() + sender.refused().count();
        List<String> units = check.units().words();
        this.out.println("in: " + Numbers.counted(check.rows() - out, "row") + ", " + String.join(", ", units) + ", "
                + Numbers.counted(sender.events(), "event") + ", in " + Numbers.seconds(took)
                + (sender.repeats() == 0 ? "" : " (" + Numbers.counted(sender.repeats(), "request") + " sent again)"));
        if (out > 0) {
            this.out.println("out: " + Numbers.counted(out, "broken row") + " of " + Numbers.grouped(check.rows())
                    + share(out, check.rows()));
        }
        this.out.println(
                counted
                        ? "counted: the report has all of it; the import is sealed"
                        : "not counted yet: all of it is accepted and sealed, the report catches up by itself");
        this.out.println("see it: ./touchstone report " + options.target().experiment());
    }

    private static String share(long part, long all) {
        return part <= all * BrokenRows.TOO_MANY_SHARE
                ? ""
                : " — WARNING: " + Math.round(100.0 * part / all) + " % of the file is missing from every number";
    }

    private static String other(Layout.Outcome outcome) {
        return (outcome.knownKind() == OutcomeKind.SUM ? OutcomeKind.CONVERSION : OutcomeKind.SUM).text();
    }

    private static String separatorName(char separator) {
        return switch (separator) {
            case '\t' -> "tabs";
            case ';' -> "semicolons";
            default -> "commas";
        };
    }
}
