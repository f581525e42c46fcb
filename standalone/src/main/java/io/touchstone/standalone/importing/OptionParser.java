package io.touchstone.standalone.importing;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the command line. {@code --name value} and {@code --name=value} are the same. */
final class OptionParser {

    /** Shown for {@code --help} and after a mistake. */
    static final String USAGE = """
            usage: ./touchstone import FILE.csv --experiment KEY --unit COLUMN|@row --variant COLUMN --control VALUE
                                --outcome COLUMN[:conversion|sum] ... [--weights 1,1,..] [--covariate COLUMN ...]
                                [--time COLUMN] [--zone ZONE] [--means welch] [--append] [--keep-going]
                                [--project default] [--environment production]""";

    private static final Set<String> REPEATED = Set.of("--outcome", "--covariate");
    private static final Set<String> SINGLE = Set.of(
            "--experiment",
            "--unit",
            "--variant",
            "--control",
            "--weights",
            "--time",
            "--zone",
            "--means",
            "--project",
            "--environment");
    private static final Set<String> SWITCHES = Set.of("--append", "--keep-going");

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,127}");
    private static final int MAX_WEIGHT = 1_000_000;
    private static final int MAX_COVARIATES = 4;
    private static final int MAX_OUTCOMES = 50;

    private final Map<String, List<String>> values = new HashMap<>();
    private @Nullable String file;

    private OptionParser() {}

    /** The options, or the sentence that says which one is wrong. */
    static ImportOptions parse(List<String> args) throws ImportStop {
        OptionParser parser = new OptionParser();
        parser.collect(args);
        return parser.options();
    }

    private void collect(List<String> args) throws ImportStop {
        @Nullable String open = null;
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (!arg.startsWith("--")) {
                takeBare(arg, open);
                continue;
            }
            int equals = arg.indexOf('=');
            String name = equals < 0 ? arg : arg.substring(0, equals);
            open = REPEATED.contains(name) ? name : null;
            if (SWITCHES.contains(name) && equals < 0) {
                take(name, "");
            } else if (SINGLE.contains(name) || REPEATED.contains(name)) {
                if (equals < 0 && i + 1 == args.size()) {
                    throw ImportStop.usage(name + ": nothing follows (expected: a value)");
                }
                take(name, equals < 0 ? args.get(++i) : arg.substring(equals + 1));
            } else {
                throw ImportStop.usage(arg + ": no such option (expected: " + known() + ")");
            }
        }
    }

    /** A word without {@code --}: the file, or, once that is known, one more column of a repeated option. */
    private void takeBare(String arg, @Nullable String open) throws ImportStop {
        if (file == null) {
            file = arg;
        } else if (open != null) {
            take(open, arg);
        } else {
            throw ImportStop.usage(arg + ": not understood (expected: one file, which is " + file + ")");
        }
    }

    private void take(String name, String value) throws ImportStop {
        List<String> list = values.computeIfAbsent(name, _ -> new ArrayList<>());
        if (!REPEATED.contains(name) && !list.isEmpty()) {
            throw ImportStop.usage(name + ": given twice (expected: once)");
        }
        if (REPEATED.contains(name) && list.contains(value)) {
            throw ImportStop.usage(name + ": " + value + " is named twice (expected: once)");
        }
        list.add(value);
    }

    private ImportOptions options() throws ImportStop {
        if (file == null) {
            throw ImportStop.usage("FILE.csv: missing (expected: the file to import)");
        }
        ImportOptions.Target target = new ImportOptions.Target(
                optional("--project", "default"), optional("--environment", "production"), experiment());
        ImportOptions.Mode mode =
                new ImportOptions.Mode(values.containsKey("--append"), values.containsKey("--keep-going"));
        return new ImportOptions(
                path(file), target, columns(), CellFormat.label(required("--control")), weights(), means(), mode);
    }

    private ImportOptions.Columns columns() throws ImportStop {
        List<String> outcomes = values.getOrDefault("--outcome", List.of());
        if (outcomes.isEmpty()) {
            throw ImportStop.usage("--outcome: missing (expected: the column that says what a unit did)");
        }
        if (outcomes.size() > MAX_OUTCOMES) {
            throw ImportStop.usage(
                    "--outcome: " + outcomes.size() + " columns (expected: at most " + MAX_OUTCOMES + ")");
        }
        List<String> covariates = values.getOrDefault("--covariate", List.of());
        if (covariates.size() > MAX_COVARIATES) {
            throw ImportStop.usage(
                    "--covariate: " + covariates.size() + " columns (expected: at most " + MAX_COVARIATES + ")");
        }
        @Nullable String time = single("--time");
        @Nullable String zone = single("--zone");
        if (zone != null && time == null) {
            throw ImportStop.usage("--zone: nothing to read with it (expected: together with --time)");
        }
        return new ImportOptions.Columns(
                required("--unit"),
                required("--variant"),
                outcomes,
                covariates,
                time,
                zone == null ? null : zone(zone));
    }

    private String experiment() throws ImportStop {
        String key = required("--experiment");
        if (!KEY.matcher(key).matches()) {
            throw ImportStop.usage("--experiment: " + key
                    + " (expected: 1 to 128 of a-z 0-9 _ . -, beginning with a letter or digit)");
        }
        return key;
    }

    private List<Integer> weights() throws ImportStop {
        @Nullable String text = single("--weights");
        if (text == null) {
            return List.of();
        }
        List<Integer> weights = new ArrayList<>();
        long total = 0;
        for (String part : text.split(",", -1)) {
            int weight = weight(part.strip(), text);
            weights.add(weight);
            total += weight;
        }
        if (total == 0) {
            throw ImportStop.usage("--weights: " + text + " (expected: at least one above 0)");
        }
        return weights;
    }

    private static int weight(String part, String all) throws ImportStop {
        if (part.matches("[0-9]{1,7}")) {
            int weight = Integer.parseInt(part);
            if (weight <= MAX_WEIGHT) {
                return weight;
            }
        }
        throw ImportStop.usage(
                "--weights: " + all + " (expected: whole numbers 0..1000000 with commas between, one a variant)");
    }

    private Means means() throws ImportStop {
        String text = optional("--means", Means.GUARDED.text());
        for (Means means : Means.values()) {
            if (means.text().equals(text)) {
                return means;
            }
        }
        throw ImportStop.usage("--means: " + text + " (expected: welch or guarded)");
    }

    private static ZoneId zone(String text) throws ImportStop {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw ImportStop.usage("--zone: " + text + " (expected: a zone such as Asia/Shanghai or +08:00)");
        }
    }

    private static Path path(String text) throws ImportStop {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw ImportStop.usage("FILE.csv: " + text + " (expected: the path of a file)");
        }
    }

    private @Nullable String single(String name) {
        List<String> list = values.getOrDefault(name, List.of());
        return list.isEmpty() ? null : list.getFirst();
    }

    private String optional(String name, String otherwise) {
        @Nullable String value = single(name);
        return value == null ? otherwise : value;
    }

    private String required(String name) throws ImportStop {
        @Nullable String value = single(name);
        if (value == null || value.isBlank()) {
            throw ImportStop.usage(name + ": missing (expected: a value)");
        }
        return value;
    }

    private static String known() {
        Set<String> all = new TreeSet<>(SINGLE);
        all.addAll(REPEATED);
        all.addAll(SWITCHES);
        return String.join(" ", all);
    }
}
