package io.touchstone.standalone.up;

import io.touchstone.standalone.RefusedException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code up} was asked for: options, else environment variables, else defaults.
 *
 * @param data the data folder
 * @param parts what to start: everything, or one part
 * @param listen where the started part listens; port 1..65535, or 0 for a pipeline alone that does not
 * @param embedded ports of the embedded servers, 0 for free ones
 */
record UpOptions(Path data, Set<Part> parts, Address listen, EmbeddedPorts embedded) {

    record Address(String host, int port) {}

    record EmbeddedPorts(int database, int kafka) {}

    static final String USAGE = """
            usage: ./touchstone up [--data FOLDER] [--host ADDRESS] [--port PORT] [--database-port PORT] [--kafka-port PORT]
                                   [--plane assignment|broker|console|database|pipeline]""";

    private static final Set<String> NAMES =
            Set.of("--data", "--host", "--port", "--plane", "--database-port", "--kafka-port");
    private static final int ALL_IN_ONE_PORT = 8080;

    UpOptions {
        parts = Set.copyOf(parts);
    }

    boolean allInOne() {
        return parts.size() > 1;
    }

    boolean starts(Part part) {
        return parts.contains(part);
    }

    /** Whether anything here answers calls; health and meters alone are none. */
    boolean answersCalls() {
        return parts.stream().anyMatch(Part::answersCalls);
    }

    /** Whether a pipeline alone was given a port for its health and meters. */
    boolean servesHealthOnly() {
        return parts.equals(Set.of(Part.PIPELINE)) && listen.port() > 0;
    }

    /**
     * @param home the folder whose {@code data} is the default
     * @throws RefusedException {@code usage} naming the option
     */
    static UpOptions parse(List<String> arguments, Map<String, String> environment, Path home) {
        Map<String, String> given = read(arguments);
        String plane = value(given, "--plane", environment, "TOUCHSTONE_PLANE", "");
        Set<Part> parts = plane.isEmpty()
                ? Part.all()
                : Set.of(Part.named(plane)
                        .orElseThrow(() -> new RefusedException(
                                "usage", "--plane: " + plane + " (expected: " + Part.words() + ")")));
        int defaultPort = parts.size() == 1 ? parts.iterator().next().defaultPort() : ALL_IN_ONE_PORT;
        String data = value(given, "--data", environment, "TOUCHSTONE_DATA", "");
        return new UpOptions(
                data.isEmpty() ? home.resolve("data") : Path.of(data),
                parts,
                new Address(
                        value(given, "--host", environment, "TOUCHSTONE_HOST", "127.0.0.1"),
                        port(given, "--port", environment, "TOUCHSTONE_PORT", defaultPort)),
                new EmbeddedPorts(
                        port(given, "--database-port", environment, "TOUCHSTONE_DATABASE_PORT", 0),
                        port(given, "--kafka-port", environment, "TOUCHSTONE_KAFKA_PORT", 0)));
    }

    /** {@code --name value} and {@code --name=value} are the same. */
    private static Map<String, String> read(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!NAMES.contains(name)) {
                throw new RefusedException("usage", "option: " + argument + " (expected: a known one)\n" + USAGE);
            }
            if (equals < 0 && i + 1 == arguments.size()) {
                throw new RefusedException("usage", name + ": nothing (expected: a value)\n" + USAGE);
            }
            String value = equals < 0 ? arguments.get(++i) : argument.substring(equals + 1);
            if (given.put(name, value) != null) {
                throw new RefusedException("usage", name + ": given twice (expected: once)");
            }
        }
        return given;
    }

    private static String value(
            Map<String, String> given,
            String name,
            Map<String, String> environment,
            String variable,
            String otherwise) {
        String value = given.get(name);
        if (value == null) {
            value = environment.get(variable);
        }
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    private static int port(
            Map<String, String> given, String name, Map<String, String> environment, String variable, int otherwise) {
        String text = value(given, name, environment, variable, "");
        if (text.isEmpty()) {
            return otherwise;
        }
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
        if (port < 1 || port > 65_535) {
            throw new RefusedException("usage", name + ": " + text + " (expected: a port, 1..65535)");
        }
        return port;
    }
}
