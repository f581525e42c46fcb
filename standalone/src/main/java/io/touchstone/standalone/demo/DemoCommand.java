package io.touchstone.standalone.demo;

import io.touchstone.standalone.RefusedException;
import io.touchstone.standalone.RunningTouchstone;
import io.touchstone.standalone.importing.ImportStop;
import io.touchstone.standalone.up.InProcess;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts Touchstone, shows what it is for, and stays until the process is told to stop, or with {@code --once} ends. */
public final class DemoCommand {
    /** For what customers still have to send, and for revoking their key. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private final AtomicBoolean stopping = new AtomicBoolean();
    /** Whether customers need what serves them. */
    private final AtomicBoolean open = new AtomicBoolean();

    private final CountDownLatch closed = new CountDownLatch(1);

    public DemoCommand(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = Map.copyOf(environment);
        this.out = out;
        this.err = err;
    }

    /**
     * @param home the folder whose {@code data} is the default data folder
     * @throws RefusedException with what to do
     */
    public void run(List<String> arguments, Path home) throws InterruptedException {
        if (arguments.contains("--help")) {
            out.println(DemoOptions.USAGE);
            return;
        }
        DemoOptions options = DemoOptions.parse(arguments, environment);
        try (InProcess touchstone = InProcess.prepare(options.up(), environment, home, out)) {
            Thread shop = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(shop, touchstone), "stop"));
            RunningTouchstone running = touchstone.start();
            open.set(true);
            try {
                new DemoRun(options, touchstone, running, out, err).run();
            } finally {
                closed.countDown();
            }
        } catch (ImportStop e) {
            if (!stopping.get()) {
                throw new RefusedException("demo_failed", String.valueOf(e.getMessage()), e);
            }
        } catch (RefusedException e) {
            if (!stopping.get()) {
                throw e;
            }
        }
    }

    /** The customers first, then what serves them. */
    private void stop(Thread shop, InProcess touchstone) {
        stopping.set(true);
        shop.interrupt();
        try {
            if (open.get() && !closed.await(LAST_WORDS.toSeconds(), TimeUnit.SECONDS)) {
                err.println("touchstone: the demo's customers did not end within " + LAST_WORDS.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        touchstone.close();
    }
}
