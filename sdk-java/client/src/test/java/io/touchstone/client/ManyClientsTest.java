package io.touchstone.client;

import static io.touchstone.client.LocalServer.await;
import static io.touchstone.client.TestDatafiles.greeting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients made by mistake: told once, and no burden to the server or to those that were meant. */
@Timeout(120)
class ManyClientsTest {
    @Test
    void build_moreThanAHundred_isToldOnceAndTheyDoNotStream() throws Exception {
        List<LogRecord> logged = new CopyOnWriteArrayList<>();
        Logger logger = Logger.getLogger(TouchstoneClient.class.getName());
        Handler keeps = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(keeps);
        List<TouchstoneClient> clients = new ArrayList<>();
        try (LocalServer server = new LocalServer(greeting(1, "one")).streaming()) {
            for (int i = 0; i < LiveClients.EXPECTED + 20; i++) {
                clients.add(client(server));
            }
            await("streams of those that may", () -> server.streamsOpen() == LiveClients.EXPECTED);
            TouchstoneClient last = clients.get(clients.size() - 1);
            assertThat(last.decide("greeting", "u").asString("mine")).isEqualTo("one");
            assertThat(last.status().lastProblem())
                    .isEqualTo(
                            "clients: 120 open in this JVM (expected: one per environment, closed when no longer used)");
            assertThat(clients.get(0).status().lastProblem()).isNull();
            assertThat(logged).singleElement().satisfies(entry -> assertThat(entry.getLevel())
                    .isEqualTo(Level.WARNING));

            clients.forEach(TouchstoneClient::close);
            try (TouchstoneClient after = TouchstoneClient.builder()
                    .baseUri(server.uri())
                    .apiKey(LocalServer.KEY)
                    .build()) {
                await("a stream again", () -> after.status().streaming());
            }
        } finally {
            clients.forEach(TouchstoneClient::close);
            logger.removeHandler(keeps);
        }
    }

    private static TouchstoneClient client(LocalServer server) {
        return TouchstoneClient.builder()
                .baseUri(server.uri())
                .apiKey(LocalServer.KEY)
                .initLimit(Duration.ZERO)
                .closeLimit(Duration.ZERO)
                .bootstrap(greeting(1, "one"))
                .build();
    }
}
