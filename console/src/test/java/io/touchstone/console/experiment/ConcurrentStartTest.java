package io.touchstone.console.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.console.AtOnce;
import io.touchstone.console.ConsoleClient;
import io.touchstone.console.ConsoleClient.Answer;
import io.touchstone.console.ConsoleServer;
import io.touchstone.console.publication.Published;
import io.touchstone.core.datafile.ExperimentDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Twenty starts at once: the database decides who gets the slots. */
class ConcurrentStartTest {
    private static final int STARTS = 20;
    private final ConsoleClient operator = ConsoleClient.operator();

    @Test
    void start_twentyAtOnce_onePerSlotWins() {
        String environment = newEnvironment();
        // Ten pairs; the two of a pair want slots that overlap in one slot only.
        for (int i = 0; i < STARTS; i++) {
            int from = (i / 2) * 100_000 + (i % 2) * 49_999;
            operator.newDraft(environment, "x" + i, "offer", "[[" + from + "," + (from + 50_000) + "]]");
        }
        long version = Published.datafile(environment).version();

        List<Answer> answers = startAll(environment);

        List<String> winners = new ArrayList<>();
        for (int pair = 0; pair < STARTS / 2; pair++) {
            Answer one = answers.get(2 * pair);
            Answer other = answers.get(2 * pair + 1);
            boolean oneWon = one.status() == 200;
            (oneWon ? one : other).is(200);
            String winner = "x" + (oneWon ? 2 * pair : 2 * pair + 1);
            Answer loser = (oneWon ? other : one).isProblem(409, "slots_taken");
            assertThat(loser.at("/heldBy")).isEqualTo("[\"" + winner + "\"]");
            winners.add(winner);
        }
        assertThat(Published.datafile(environment).experiments())
                .extracting(ExperimentDefinition::key)
                .containsExactlyInAnyOrderElementsOf(winners);
        assertThat(Published.datafile(environment).version()).isEqualTo(version + winners.size());
    }

    @Test
    void start_twentyAtOnceForTheSameSlots_exactlyOneWins() {
        String environment = newEnvironment();
        for (int i = 0; i < STARTS; i++) {
            operator.newDraft(environment, "x" + i, "offer", "[[0,1000000]]");
        }

        List<Answer> answers = startAll(environment);

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(STARTS - 1);
    }

    @Test
    void start_rivalOutsideOurLock_theConstraintDecides() throws Exception {
        String environment = newEnvironment();
        operator.newDraft(environment, "ours", "offer", "[[0,500000]]");
        operator.newDraft(environment, "rival", "offer", "[[400000,600000]]");
        // A writer that takes no lock and has not committed yet: no look beforehand could have seen it.
        try (Connection rival = ConsoleServer.shared().connect()) {
            rival.setAutoCommit(false);
            claim(rival, environment);
            Future<Answer> start;
            try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
                start = thread.submit(() -> operator.post(environment + "/experiments/ours/start", "{}"));
                awaitBlockedInsert();
                rival.commit();
            }

            assertThat(start.get().isProblem(409, "slots_taken").at("/heldBy")).isEqualTo("[\"rival\"]");
        }
        assertThat(operator.get(environment + "/experiments/ours").at("/state")).isEqualTo("draft");
    }

    private List<Answer> startAll(String environment) {
        return AtOnce.call(STARTS, i -> operator.post(environment + "/experiments/x" + i + "/start", "{}"));
    }

    private String newEnvironment() {
        String environment = operator.newEnvironment();
        operator.newFlag(environment, "offer");
        operator.newMetric(environment, "purchase");
        return environment;
    }

    private static void claim(Connection rival, String environment) throws SQLException {
        String number = ConsoleClient.operator().get(environment).at("/number");
        try (var statement = rival.createStatement()) {
            statement.execute(
                    "insert into slot_claim (layer_id, environment, experiment, slots) select l.id, l.environment,"
                            + " 'rival', '[400000,600000)' from layer l where l.environment = " + number);
        }
    }

    private static void awaitBlockedInsert() {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < deadline) {
            if (!ConsoleServer.shared()
                    .column("select 1 from pg_stat_activity where wait_event_type = 'Lock'"
                            + " and query like '%insert into slot_claim%' and pid <> pg_backend_pid()")
                    .isEmpty()) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("the start never waited for the rival's claim");
    }
}
