package io.touchstone.console.experiment;

import io.touchstone.console.layer.Layer;
import io.touchstone.console.problem.Conflicts;
import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.console.project.Environment;
import io.touchstone.core.datafile.SlotRange;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Which experiment holds which slots. The exclusion constraint of the table decides who gets them; nothing here looks first,
 * because between a look and an insert another start may come.
 */
public final class SlotClaims {
    private final DatabaseClient database;

    public SlotClaims(DatabaseClient database) {
        this.database = database;
    }

    /** Takes the slots in place of what the experiment held. Fails with the constraint's refusal, which ends the transaction. */
    Mono<Void> take(Environment environment, Layer layer, String experiment, List<SlotRange> slots) {
        return release(environment, experiment)
                .then(database.sql("""
                                insert into slot_claim (layer_id, environment, experiment, slots)
                                select :layer, :environment, :experiment, cast(r as int4range)
                                  from unnest(cast(:ranges as text[])) as r""")
                        .bind("layer", layer.id())
                        .bind("environment", environment.number())
                        .bind("experiment", experiment)
                        .bind("ranges", texts(slots))
                        .then());
    }

    /** Gives all slots of the experiment back. */
    Mono<Void> release(Environment environment, String experiment) {
        return database.sql("delete from slot_claim where environment = :environment and experiment = :experiment")
                .bind("environment", environment.number())
                .bind("experiment", experiment)
                .then();
    }

    /**
     * Explains a failure that was the constraint's refusal; other failures pass. Called after the transaction has ended, because
     * one that was refused answers no more questions.
     */
    Mono<ProblemException> explain(Throwable failure, Environment environment, Design design, String experiment) {
        if (!Conflicts.isOverlap(failure)) {
            return Mono.empty();
        }
        return database.sql("""
                        select distinct c.experiment
                          from slot_claim c join layer l on l.id = c.layer_id
                         where l.environment = :environment and l.key = :layer and c.experiment <> :experiment
                           and c.slots && any (cast(:ranges as int4range[])) order by c.experiment""")
                .bind("environment", environment.number())
                .bind("layer", design.layer())
                .bind("experiment", experiment)
                .bind(
                        "ranges",
                        "{"
                                + Arrays.stream(texts(design.ranges()))
                                        .map(range -> '"' + range + '"')
                                        .collect(Collectors.joining(","))
                                + "}")
                .map(row -> row.get("experiment", String.class))
                .all()
                .collectList()
                .map(holders -> taken(design, holders));
    }

    private static ProblemException taken(Design design, List<String> holders) {
        // Between the refusal and the question the holder may have let go.
        String who = holders.isEmpty() ? "another experiment" : String.join(", ", holders);
        return ProblemException.of(
                        ProblemCode.SLOTS_TAKEN,
                        "slots",
                        design.slots(),
                        "slots of layer " + design.layer() + " that are free; held by " + who)
                .with("heldBy", holders);
    }

    private static String[] texts(List<SlotRange> slots) {
        return slots.stream()
                .map(range -> "[" + range.from() + "," + range.to() + ")")
                .toArray(String[]::new);
    }
}
