package io.touchstone.embedded.kafka;

import io.touchstone.embedded.EmbeddedServerException;
import io.touchstone.embedded.FreePort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/**
 * A running Kafka, broker and controller in one, whose logs stay in a folder. It lives inside this JVM and dies with it;
 * what it acknowledged then lies in the page cache, so it survives {@code kill -9} but not a power failure.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private final KafkaRaftServer server;
    private final String bootstrapServers;
    private final CountDownLatch failed = new CountDownLatch(1);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Consumer<String> exitListener;
    private volatile @Nullable String failure;

    private EmbeddedBroker(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
        this.exitListener = reason -> {
            failure = reason;
            failed.countDown();
        };
    }

    /**
     * Formats the folder if it is new and starts the broker; returns when it takes requests.
     *
     * @throws EmbeddedServerException with the cause in one sentence
     */
    public static EmbeddedBroker start(BrokerSettings settings) {
        ExitGuard.install();
        int port = settings.port() == 0 ? FreePort.pick() : settings.port();
        if (!FreePort.isFree(settings.host(), port)) {
            throw new EmbeddedServerException(
                    "port_busy",
                    "broker port: " + port + " (expected: a free port; stop what listens there or choose another)");
        }
        Properties properties = BrokerProperties.of(settings, port, FreePort.pick());
        format(settings.folder(), properties);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        EmbeddedBroker broker = new EmbeddedBroker(server, settings.advertisedHost() + ":" + port);
        ExitGuard.addListener(broker.exitListener);
        try {
            server.startup();
        } catch (RuntimeException e) {
            broker.close();
            throw new EmbeddedServerException(
                    "broker_start_failed",
                    "broker: " + settings.folder() + " (expected: Kafka to start; " + broker.reason(e) + ")",
                    e);
        }
        return broker;
    }

    private String reason(RuntimeException e) {
        String seen = failure;
        return seen == null ? String.valueOf(e.getMessage()) : seen;
    }

    private static void format(Path folder, Properties properties) {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("format.properties");
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            int exitCode = StorageTool.execute(
                    new String[] {
                        "format",
                        "--ignore-formatted",
                        "--cluster-id",
                        Uuid.randomUuid().toString(),
                        "--config",
                        file.toString()
                    },
                    new PrintStream(output, true, StandardCharsets.UTF_8));
            Files.delete(file);
            if (exitCode != 0) {
                throw new EmbeddedServerException(
                        "broker_format_failed",
                        "broker: " + folder + " (expected: to be formatted; "
                                + output.toString(StandardCharsets.UTF_8).strip() + ")");
            }
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "broker_folder_unwritable",
                    "folder: " + folder + " (expected: writable; " + e.getMessage() + ")",
                    e);
        }
    }

    /** Host and port for clients. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /**
     * Creates the topics that are missing and sets the configuration of those that exist.
     *
     * @throws EmbeddedServerException {@code topic_partitions_differ} if one exists with another number of partitions
     */
    public void ensureTopics(Collection<Topic> topics) {
        TopicCreation.ensure(bootstrapServers, topics);
    }

    /** Waits until Kafka gave up because of a fatal fault, and says which. */
    public String awaitFailure() throws InterruptedException {
        failed.await();
        return String.valueOf(failure);
    }

    /** Stops the broker in an orderly way: its logs need no recovery at the next start. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                server.shutdown();
                server.awaitShutdown();
            } finally {
                ExitGuard.removeListener(exitListener);
            }
        }
    }
}
