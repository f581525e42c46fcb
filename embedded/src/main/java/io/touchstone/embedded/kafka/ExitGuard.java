package io.touchstone.embedded.kafka;

import io.touchstone.embedded.EmbeddedServerException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka ends the JVM on a fatal fault (a broken log folder, say). This JVM holds more than Kafka, so its exits become a
 * call of the listeners and an error in the thread that wanted to exit.
 */
final class ExitGuard {
    private static final Logger LOG = LoggerFactory.getLogger(ExitGuard.class);
    private static final List<Consumer<String>> LISTENERS = new CopyOnWriteArrayList<>();

    private ExitGuard() {}

    /** Process-wide, as Kafka's own switch is; setting it again does no harm. */
    static void install() {
        Exit.setExitProcedure(ExitGuard::refuse);
        Exit.setHaltProcedure(ExitGuard::refuse);
    }

    static void addListener(Consumer<String> listener) {
        LISTENERS.add(listener);
    }

    static void removeListener(Consumer<String> listener) {
        LISTENERS.remove(listener);
    }

    private static void refuse(int status, @Nullable String message) {
        String reason = message == null ? "exit status " + status : message;
        LOG.error("The broker gave up: {}", reason);
        LISTENERS.forEach(listener -> listener.accept(reason));
        throw new EmbeddedServerException("broker_gave_up", "broker: stopped (expected: running; " + reason + ")");
    }
}
