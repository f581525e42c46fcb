package io.touchstone.standalone.reporting;

import io.touchstone.standalone.RefusedException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code report} was asked for.
 *
 * @param experiment key of the experiment
 * @param query {@code phase} and {@code asOf} as given
 */
record ReportOptions(String project, String environment, String experiment, Map<String, String> query, boolean json) {

    static final String USAGE = """
            usage: ./touchstone report EXPERIMENT [--json] [--project default] [--environment production]
                                       [--phase NUMBER] [--as-of YYYY-MM-DD] [--data FOLDER]""";

    private static final Set<String> NAMES = Set.of("--project", "--environment", "--phase", "--as-of");

    ReportOptions {
        query = Map.copyOf(query);
    }

    static ReportOptions parse(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        List<String> words = new ArrayList<>();
        boolean json = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (argument.equals("--json")) {
                json = true;
            } else if (NAMES.contains(name)) {
                if (equals < 0 && i + 1 == arguments.size()) {
                    throw wrong(name + ": nothing (expected: a value)");
                }
                given.put(name, equals < 0 ? arguments.get(++i) : argument.substring(equals + 1));
            } else if (argument.startsWith("-")) {
                throw wrong("option: " + argument + " (expected: a known one)");
            } else {
                words.add(argument);
            }
        }
        if (words.size() != 1) {
            throw wrong("experiment: " + words + " (expected: one key)");
        }
        return new ReportOptions(
                given.getOrDefault("--project", "default"),
                given.getOrDefault("--environment", "production"),
                words.getFirst(),
                query(given),
                json);
    }

    private static Map<String, String> query(Map<String, String> given) {
        Map<String, String> query = new HashMap<>();
        if (given.containsKey("--phase")) {
            query.put("phase", given.get("--phase"));
        }
        if (given.containsKey("--as-of")) {
            query.put("asOf", given.get("--as-of"));
        }
        return query;
    }

    private static RefusedException wrong(String sentence) {
        return new RefusedException("usage", sentence + "\n" + USAGE);
    }

    /** Path and query of the report route. */
    String route() {
        StringBuilder route = new StringBuilder("/api/v1/projects/")
                .append(encode(project))
                .append("/environments/")
                .append(encode(environment))
                .append("/experiments/")
                .append(encode(experiment))
                .append("/report");
        char separator = '?';
        for (Map.Entry<String, String> parameter : query.entrySet()) {
            route.append(separator).append(parameter.getKey()).append('=').append(encode(parameter.getValue()));
            separator = '&';
        }
        return route.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
