package io.touchstone.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reaches the terminal and the log of {@code up}. */
class LogSettingsTest {
    private static final String STREAMS = "org.apache.kafka.streams.processor.internals.";

    @TempDir
    Path folder;

    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void configure() throws JoranException {
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("touchstone.log.folder", folder.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        URL settings = Objects.requireNonNull(LogSettingsTest.class.getResource("/logback.xml"));
        configurator.doConfigure(settings);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void warnings_ofStoresBuiltAgainAfterAKill_areNotLogged() throws IOException {
        context.getLogger(STREAMS + "ProcessorStateManager").warn("did not find checkpoint offsets");
        context.getLogger(STREAMS + "StateDirectory").warn("failed to register startup state stores");
        context.getLogger(STREAMS + "TaskManager").warn("encounter corrupted task");
        context.getLogger(STREAMS + "StreamThread").warn("detected the states of tasks are corrupted");
        assertThat(logged()).singleElement().asString().contains("detected the states of tasks are corrupted");
    }

    @Test
    void errors_ofKafka_areInTheLogAndNotOnTheTerminal() throws IOException {
        context.getLogger(STREAMS + "TaskManager").error("failed to close a task");
        context.getLogger("org.apache.kafka.streams.KafkaStreams").error("all threads died");
        assertThat(logged()).hasSize(2);
        assertThat(appenders("ROOT")).containsExactly("file");
    }

    @Test
    void errors_ofOurs_areInBoth() throws IOException {
        context.getLogger("io.touchstone.pipeline.Any").error("rows cannot be written");
        assertThat(logged()).hasSize(1);
        assertThat(appenders("io.touchstone")).containsExactly("terminal");
    }

    private List<String> logged() throws IOException {
        return Files.readAllLines(folder.resolve("touchstone.log"));
    }

    private List<String> appenders(String logger) {
        List<String> names = new ArrayList<>();
        Iterator<Appender<ILoggingEvent>> all = context.getLogger(logger).iteratorForAppenders();
        all.forEachRemaining(appender -> names.add(appender.getName()));
        return names;
    }
}
