package io.touchstone.console.experiment;

import io.r2dbc.spi.Readable;
import io.touchstone.console.json.ConsoleJson;
import io.touchstone.console.project.Environment;
import io.touchstone.model.catalog.PhaseState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The phases of experiments. */
public final class Phases {
    private static final String COLUMNS = """
            select p.experiment, p.number, p.salt, p.state, p.generation, p.definition, p.slots, p.starts_at, p.active_from,
                   p.ended_at
              from phase p where p.environment = :environment""";

    private final DatabaseClient database;

    public Phases(DatabaseClient database) {
        this.database = database;
    }

    /** Of all experiments, in order. */
    public Flux<Phase> all(Environment environment) {
        return database.sql(COLUMNS + " order by p.experiment, p.number")
                .bind("environment", environment.number())
                .map(Phases::read)
                .all();
    }

    /** Of one experiment, in order. */
    public Flux<Phase> of(Environment environment, String experiment) {
        return database.sql(COLUMNS + " and p.experiment = :experiment order by p.number")
                .bind("environment", environment.number())
                .bind("experiment", experiment)
                .map(Phases::read)
                .all();
    }

    /** Opens a phase. */
    Mono<Phase> insert(Environment environment, Phase phase) {
        return database.sql("""
                        insert into phase (environment, experiment, number, salt, state, generation, definition, slots,
                                           starts_at, active_from)
                        values (:environment, :experiment, :number, :salt, :state, :generation, :definition, :slots, :starts,
                                :active)""")
                .bind("environment", environment.number())
                .bind("experiment", phase.experiment())
                .bind("number", phase.number())
                .bind("salt", phase.salt())
                .bind("state", phase.state().key())
                .bind("generation", phase.generation())
                .bind("definition", ConsoleJson.write(phase.pin()))
                .bind("slots", ConsoleJson.write(phase.slots()))
                .bind("starts", phase.startsAt())
                .bind("active", phase.activeFrom())
                .then()
                .thenReturn(phase);
    }

    /** Stores what may change of a phase: its state, its end, its slots. */
    Mono<Phase> update(Environment environment, Phase phase) {
        Instant ended = phase.endedAt();
        DatabaseClient.GenericExecuteSpec update = database.sql("""
                        update phase set state = :state, ended_at = :ended, slots = :slots
                         where environment = :environment and experiment = :experiment and number = :number""")
                .bind("state", phase.state().key())
                .bind("slots", ConsoleJson.write(phase.slots()))
                .bind("environment", environment.number())
                .bind("experiment", phase.experiment())
                .bind("number", phase.number());
        update = ended == null ? update.bindNull("ended", Instant.class) : update.bind("ended", ended);
        return update.then().thenReturn(phase);
    }

    private static Phase read(Readable row) {
        Long[][] slots = ConsoleJson.stored(row.get("slots", String.class), Long[][].class);
        return new Phase(
                row.get("experiment", String.class),
                row.get("number", Integer.class),
                row.get("salt", String.class),
                PhaseState.valueOf(row.get("state", String.class).toUpperCase(Locale.ROOT)),
                row.get("generation", Integer.class),
                ConsoleJson.stored(row.get("definition", String.class), PhasePin.class),
                Arrays.stream(slots).map(List::of).toList(),
                row.get("starts_at", Instant.class),
                row.get("active_from", Instant.class),
                row.get("ended_at", Instant.class));
    }
}
