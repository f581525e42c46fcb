package io.touchstone.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JVM of its own, so that what is measured in it shares neither heap nor compiled code with anything else. It answers on
 * its standard output with lines {@code @NAME VALUE}; all other lines are passed on. It ends with this JVM.
 */
public final class ChildJvm implements AutoCloseable {

    private static final char ANSWER = '@';

    private final Process process;
    private final BufferedReader output;
    private final PrintStream input;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
        this.input = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        // An orphan would go on using the cores that the next run is measured on.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    /** Starts {@code main} with this JVM's class path. */
    public static ChildJvm start(Class<?> main, List<String> jvmArguments, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(jvmArguments);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        try {
            return new ChildJvm(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells the one who started this JVM; for the child. */
    public static void answer(String name, Object value) {
        System.out.println(ANSWER + name + " " + value);
        System.out.flush();
    }

    /** Sends a line to the child's standard input. */
    public void tell(String line) {
        input.println(line);
    }

    /** Waits for one answer. @throws IllegalStateException if the child ends before */
    public String await(String name) {
        while (true) {
            Map.Entry<String, String> answer = next().orElseThrow(
                            () -> new IllegalStateException("measured JVM: ended (expected: an answer " + name + ")"));
            if (answer.getKey().equals(name)) {
                return answer.getValue();
            }
        }
    }

    /** Waits until the child ends and returns all its answers. @throws IllegalStateException if it failed */
    public Map<String, String> finish() throws InterruptedException {
        Map<String, String> answers = new HashMap<>();
        for (var answer = next(); answer.isPresent(); answer = next()) {
            answers.put(answer.get().getKey(), answer.get().getValue());
        }
        int status = process.waitFor();
        if (status != 0) {
            throw new IllegalStateException("measured JVM: exit status " + status + " (expected: 0; see above)");
        }
        return answers;
    }

    private Optional<Map.Entry<String, String>> next() {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                int space = line.indexOf(' ');
                if (!line.isEmpty() && line.charAt(0) == ANSWER && space > 0) {
                    return Optional.of(Map.entry(line.substring(1, space), line.substring(space + 1)));
                }
                System.err.println(line);
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process, to look at from outside. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
