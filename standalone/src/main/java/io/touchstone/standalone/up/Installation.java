package io.touchstone.standalone.up;

import io.touchstone.embedded.EmbeddedServerException;
import io.touchstone.embedded.FreePort;
import io.touchstone.standalone.RefusedException;
import io.touchstone.standalone.folder.DataFolder;
import io.touchstone.standalone.folder.FolderLock;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;

/** A data folder that is taken, and what runs on it. */
final class Installation implements AutoCloseable {
    private final UpOptions options;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final DataFolder folder;
    private final ShutdownOrder order = new ShutdownOrder();
    private Optional<String> password = Optional.empty();

    private Installation(UpOptions options, Map<String, String> environment, PrintStream out, DataFolder folder) {
        this.options = options;
        this.environment = environment;
        this.out = out;
        this.folder = folder;
    }

    /**
     * Takes the data folder; nothing is started yet.
     *
     * @throws RefusedException if the port is taken, or the folder is not ours to use
     */
    static Installation prepare(UpOptions options, Map<String, String> environment, PrintStream out) {
        checkPorts(options);
        DataFolder folder = DataFolder.open(options.data());
        // Before the first logger exists: the log belongs to the data.
        System.setProperty("touchstone.log.folder", folder.part("logs").toString());
        Installation installation = new Installation(options, environment, out, folder);
        installation.order.add(FolderLock.take(
                folder, options.parts().stream().map(Part::word).sorted().toList()));
        return installation;
    }

    /**
     * Starts what was asked for and returns when it answers.
     *
     * @throws RefusedException with what to do; what had started is left to {@link #close}
     */
    void start() {
        try {
            Start start = new Start(options, folder, environment, order, new StepLog(out));
            start.run();
            password = start.password();
        } catch (EmbeddedServerException e) {
            throw new RefusedException(e.code(), String.valueOf(e.getMessage()), e);
        } finally {
            order.startEnded();
        }
    }

    /** The administrator's one-time password, if the account was made by this start. */
    Optional<String> password() {
        return password;
    }

    DataFolder folder() {
        return folder;
    }

    /** Stops everything in order; waits for a step of the start at hand. */
    @Override
    public void close() {
        order.close();
    }

    private static void checkPorts(UpOptions options) {
        String host = options.listen().host();
        try {
            InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new RefusedException(
                    "host_unknown", "--host: " + host + " (expected: an address of this machine)", e);
        }
        if (options.listen().port() > 0
                && !FreePort.isFree(host, options.listen().port())) {
            throw new RefusedException(
                    "port_busy",
                    "port: " + options.listen().port() + " is taken (expected: free on " + host
                            + "; stop what listens there or choose another with --port)");
        }
    }
}
