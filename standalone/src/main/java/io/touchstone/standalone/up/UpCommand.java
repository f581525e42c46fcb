package io.touchstone.standalone.up;

import io.touchstone.standalone.RefusedException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Starts what was asked for, says so, and stays until the process is told to stop. */
public final class UpCommand {
    private final Map<String, String> environment;
    private final PrintStream out;

    public UpCommand(Map<String, String> environment, PrintStream out) {
        this.environment = Map.copyOf(environment);
        this.out = out;
    }

    /**
     * Does not return while Touchstone runs; an orderly stop of the JVM (Ctrl-C, SIGTERM) ends everything in order.
     *
     * @param home the folder whose {@code data} is the default data folder
     * @throws RefusedException with what to do
     */
    public void run(List<String> arguments, Path home) throws InterruptedException {
        Installation installation =
                Installation.prepare(UpOptions.parse(arguments, environment, home), environment, out);
        Runtime.getRuntime().addShutdownHook(new Thread(installation::close, "stop"));
        try {
            installation.start();
        } catch (ShutdownOrder.StoppingException e) {
            // The hook closes what has started; the process ends with it.
            return;
        }
        new CountDownLatch(1).await();
    }
}
