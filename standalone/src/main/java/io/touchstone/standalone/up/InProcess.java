package io.touchstone.standalone.up;

import io.touchstone.standalone.RefusedException;
import io.touchstone.standalone.RunningTouchstone;
import io.touchstone.standalone.folder.DataFolder;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All of Touchstone in this JVM, for commands that bring something to do with them. */
public final class InProcess implements AutoCloseable {
    private final Installation installation;

    private InProcess(Installation installation) {
        this.installation = installation;
    }

    /**
     * Takes the data folder; nothing is started yet.
     *
     * @param arguments options of {@code up}
     * @param home the folder whose {@code data} is the default data folder
     * @throws RefusedException with what to do
     */
    public static InProcess prepare(
            List<String> arguments, Map<String, String> environment, Path home, PrintStream out) {
        UpOptions options = UpOptions.parse(arguments, environment, home);
        if (!options.allInOne()) {
            throw new RefusedException(
                    "usage",
                    "--plane: " + options.parts().iterator().next().word() + " (expected: absent; all are needed)");
        }
        return new InProcess(Installation.prepare(options, environment, out));
    }

    /**
     * Starts everything and returns when it answers.
     *
     * @return where, and the operator's token
     * @throws InterruptedException if a stop was asked for meanwhile
     */
    public RunningTouchstone start() throws InterruptedException {
        try {
            installation.start();
        } catch (ShutdownOrder.StoppingException e) {
            throw new InterruptedException("stopping");
        }
        return RunningTouchstone.find(installation.folder(), Map.of());
    }

    public DataFolder folder() {
        return installation.folder();
    }

    /** The administrator's one-time password, if the account was made by this start. */
    public Optional<String> password() {
        return installation.password();
    }

    /** Stops everything in order; later calls do nothing. */
    @Override
    public void close() {
        installation.close();
    }
}
