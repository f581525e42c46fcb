package io.touchstone.standalone.up;

import io.touchstone.assignment.AssignmentSettings;
import io.touchstone.console.bootstrap.Bootstrap;
import io.touchstone.migrations.Migrations;
import io.touchstone.migrations.SchemaTooNewException;
import io.touchstone.pipeline.Database;
import io.touchstone.pipeline.PipelineService;
import io.touchstone.pipeline.PipelineSettings;
import io.touchstone.standalone.RefusedException;
import io.touchstone.standalone.folder.DataFolder;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;

/** Touchstone's own services, on servers that run. */
final class Planes {
    /** Fixed when an installation is made: unit state lies by partition. */
    private static final int PARTITIONS = 4;

    private static final String KEY_VARIABLE = "TOUCHSTONE_PSEUDONYM_KEY_FILE";

    private final UpOptions options;
    private final DataFolder folder;
    private final ShutdownOrder order;
    private final StepLog steps;
    private final Map<String, String> environment;
    private PipelineState state = PipelineState.ELSEWHERE;
    private Optional<String> password = Optional.empty();

    Planes(UpOptions options, DataFolder folder, Map<String, String> environment, ShutdownOrder order, StepLog steps) {
        this.options = options;
        this.folder = folder;
        this.environment = environment;
        this.order = order;
        this.steps = steps;
    }

    void migrate(DatabaseAddress database) {
        try {
            steps.step(
                    "Schema",
                    () -> Migrations.migrate(database.jdbcUrl(), database.user(), database.password()),
                    applied -> applied == 0 ? "up to date" : applied + " migrations applied");
        } catch (SchemaTooNewException e) {
            throw new RefusedException("schema_too_new", String.valueOf(e.getMessage()), e);
        }
    }

    void startPipeline(DatabaseAddress database, String kafka) {
        PipelineSettings settings = PipelineSettings.standalone(
                        new Database(database.jdbcUrl(), database.user(), database.password()),
                        kafka,
                        folder.part("pipeline"))
                .withTopics(
                        number("TOUCHSTONE_KAFKA_PARTITIONS", PARTITIONS), number("TOUCHSTONE_KAFKA_REPLICATION", 1));
        PipelineService pipeline =
                steps.step("Pipeline", () -> order.add(pipeline(settings)), started -> PipelineService.APPLICATION);
        state = PipelineState.of(pipeline);
    }

    private int number(String variable, int otherwise) {
        String text = environment.getOrDefault(variable, "").strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new RefusedException("usage", variable + ": " + text + " (expected: 1..9999)");
        }
        return Integer.parseInt(text);
    }

    private static PipelineService pipeline(PipelineSettings settings) {
        try {
            return PipelineService.start(settings);
        } catch (IllegalStateException e) {
            throw new RefusedException("pipeline_start_failed", "pipeline: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ShutdownOrder.StoppingException();
        }
    }

    /** Starts the control plane alone, which needs no Kafka. */
    void startHttp(DatabaseAddress database) {
        startHttp(new HttpPlanes(options, database, Optional.empty()));
    }

    /** Starts the data plane, with the control plane beside it unless it was asked for alone. */
    void startHttp(DatabaseAddress database, String kafka) {
        AssignmentSettings settings = new AssignmentSettings(folder.part("assignment"), pseudonymKey(), kafka);
        startHttp(new HttpPlanes(options, database, Optional.of(settings)));
    }

    /** Starts health and meters of a pipeline alone; nothing there is for import and report. */
    void startHealth(DatabaseAddress database) {
        HttpPlanes http = new HttpPlanes(options, database, Optional.empty());
        steps.step("Health", () -> order.add(http.start(state)), started -> address() + "/health");
    }

    /** Starts what answers HTTP, takes the first steps of a new installation, and says where it is. */
    private void startHttp(HttpPlanes http) {
        ConfigurableApplicationContext context =
                steps.step("Planes", () -> order.add(http.start(state)), started -> names());
        URI address = address();
        if (options.starts(Part.CONSOLE)) {
            password = FirstSteps.take(context.getBean(Bootstrap.class), folder.secrets(), ZoneId.systemDefault());
            password.ifPresent(this::showPassword);
        }
        folder.publishAddress(address);
        steps.line("Ready after " + steps.elapsed() + ": " + address);
    }

    /** The administrator's one-time password, if the account was made by this start. */
    Optional<String> password() {
        return password;
    }

    private void showPassword(String text) {
        steps.line("  First sign-in: user " + Bootstrap.ADMIN + ", one-time password " + text
                + " (shown only now; you choose your own when you sign in)");
    }

    private String names() {
        return options.parts().stream()
                .filter(Part::answersCalls)
                .map(Part::word)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private URI address() {
        String host = options.listen().host();
        String reachable = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
        return URI.create("http://" + (reachable.contains(":") ? "[" + reachable + "]" : reachable) + ":"
                + options.listen().port());
    }

    /**
     * With everything in one process the key is made at need. A data plane alone may be one of several, which have to share
     * it: two keys would make two units of every person.
     */
    private Path pseudonymKey() {
        String file = environment.getOrDefault(KEY_VARIABLE, "").strip();
        if (!file.isEmpty()) {
            return Path.of(file);
        }
        if (options.allInOne()) {
            return folder.secrets().pseudonymKeyFile();
        }
        return folder.secrets()
                .knownPseudonymKeyFile()
                .orElseThrow(() -> new RefusedException(
                        "pseudonym_key_unknown",
                        KEY_VARIABLE
                                + ": absent (expected: the file of 32 random bytes, mode 0600, that all data planes of"
                                + " this installation share; make it once with head -c 32 /dev/urandom)"));
    }
}
