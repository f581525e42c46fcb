package io.touchstone.standalone;

import io.touchstone.standalone.demo.DemoCommand;
import io.touchstone.standalone.folder.DataFolder;
import io.touchstone.standalone.importing.ImportCommand;
import io.touchstone.standalone.importing.ImportEnvironment;
import io.touchstone.standalone.reporting.ReportCommand;
import io.touchstone.standalone.up.Rehearsal;
import io.touchstone.standalone.up.UpCommand;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The program behind the launcher: {@code up}, {@code demo}, {@code import}, {@code report}.
 *
 * <p>Exit codes: 0 done; 1 failed, with a stack trace on the error stream; 2 refused, with one sentence. The import has its
 * own beside them.
 */
public final class Touchstone {
    private static final int REFUSED = 2;
    private static final int FAILED = 1;

    private Touchstone() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), System.getenv(), out, err));
    }

    private static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        String command = arguments.isEmpty() ? "up" : arguments.getFirst();
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        Path home = Path.of(System.getProperty("touchstone.home", ""));
        try {
            switch (command) {
                case "up" -> new UpCommand(environment, out).run(rest, home);
                case "demo" -> new DemoCommand(environment, out, err).run(rest, home);
                case "rehearse" -> new Rehearsal(out).run(Path.of(rest.getFirst()));
                case "report" -> report(rest, environment, home, out);
                case "import" -> {
                    return importFile(rest, environment, home, out, err);
                }
                default ->
                    throw new RefusedException(
                            "usage", "command: " + command + " (expected: up, demo, import or report)");
            }
            return 0;
        } catch (RefusedException e) {
            err.println("touchstone: " + e.getMessage());
            return REFUSED;
        } catch (InterruptedException e) {
            return FAILED;
        } catch (RuntimeException | LinkageError | AssertionError e) {
            // Kafka's threads would keep the process alive without us.
            e.printStackTrace(err);
            return FAILED;
        }
    }

    private static void report(List<String> arguments, Map<String, String> environment, Path home, PrintStream out)
            throws InterruptedException {
        quietLog();
        List<String> own = new ArrayList<>(arguments);
        DataFolder folder = DataFolder.ofClient(takeData(own, environment, home));
        new ReportCommand(RunningTouchstone.find(folder, environment), out).run(own);
    }

    private static int importFile(
            List<String> arguments, Map<String, String> environment, Path home, PrintStream out, PrintStream err) {
        quietLog();
        List<String> own = new ArrayList<>(arguments);
        DataFolder folder = DataFolder.ofClient(takeData(own, environment, home));
        boolean terminal = System.console() != null && System.console().isTerminal();
        if (own.contains("--help")) {
            // Needs no server.
            return new ImportCommand()
                    .run(own, new ImportEnvironment(URI.create("http://none"), "", out, err, terminal));
        }
        RunningTouchstone running = RunningTouchstone.find(folder, environment);
        return new ImportCommand()
                .run(own, new ImportEnvironment(running.address(), running.token(), out, err, terminal));
    }

    /** Commands that only talk to a server write no log file: it belongs to the server. */
    private static void quietLog() {
        System.setProperty("logback.configurationFile", "logback-client.xml");
    }

    /** Takes {@code --data} out of the arguments. */
    private static Path takeData(List<String> arguments, Map<String, String> environment, Path home) {
        Path data = home.resolve("data");
        String variable = environment.getOrDefault("TOUCHSTONE_DATA", "");
        if (!variable.isBlank()) {
            data = Path.of(variable);
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).startsWith("--data=")) {
                return Path.of(arguments.remove(i).substring("--data=".length()));
            }
            if (arguments.get(i).equals("--data")) {
                if (i + 1 == arguments.size()) {
                    throw new RefusedException("usage", "--data: nothing (expected: a folder)");
                }
                arguments.remove(i);
                return Path.of(arguments.remove(i));
            }
        }
        return data;
    }
}
