package io.touchstone.console.importing;

import io.touchstone.console.access.SecretText;
import io.touchstone.console.experiment.Experiment;
import io.touchstone.console.experiment.ExperimentState;
import io.touchstone.console.experiment.Experiments;
import io.touchstone.console.experiment.Phases;
import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.console.problem.Require;
import io.touchstone.console.project.Environment;
import io.touchstone.console.project.Environments;
import io.touchstone.console.project.Publications;
import io.touchstone.console.time.ConsoleClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;

/**
 * Opens and seals imports, of experiments that were assigned elsewhere and of those that declared {@code backfill}. A file is known by its hash: the same one again is the same import, open or sealed; another one for
 * the same experiment has to say that it goes on where the one before ended. Runs in the caller's transaction.
 */
final class ImportDesk {
    /** How long an import may be open: shorter than the 7 days in which repeated events are recognised. */
    static final Duration LONGEST_OPEN = Duration.ofDays(6);

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int ID_CHARACTERS = 20;

    private final Environments environments;
    private final Experiments experiments;
    private final Phases phases;
    private final Imports imports;
    private final Publications publications;
    private final ConsoleClock clock;

    ImportDesk(
            Environments environments,
            Experiments experiments,
            Phases phases,
            Imports imports,
            Publications publications,
            ConsoleClock clock) {
        this.environments = environments;
        this.experiments = experiments;
        this.phases = phases;
        this.imports = imports;
        this.publications = publications;
        this.clock = clock;
    }

    /**
     * What opening gave.
     *
     * @param resource the import
     * @param isNew whether it was opened just now
     */
    record Opened(ImportResource resource, boolean isNew) {}

    Mono<Opened> open(String project, String environment, ImportRequest body) {
        String key = Require.present("experiment", body.experiment());
        String sha256 = Require.present("fileSha256", body.fileSha256());
        if (!SHA256.matcher(sha256).matches()) {
            throw ProblemException.of(ProblemCode.VALUE_INVALID, "fileSha256", sha256, "64 hex digits, lower case");
        }
        Long rows = body.rows();
        if (rows != null) {
            requireRows(rows);
        }
        return environments.lock(project, environment).flatMap(locked -> experiment(locked, key)
                .flatMap(experiment -> imports.of(locked, key))
                .flatMap(before -> {
                    Optional<ImportResource> same = before.stream()
                            .filter(one -> one.fileSha256().equals(sha256))
                            .findFirst();
                    requireComplete(before);
                    return same.isPresent()
                            ? Mono.just(new Opened(same.get(), false))
                            : begin(locked, body, key, sha256, before);
                }));
    }

    Mono<ImportResource> get(String project, String environment, String id) {
        return environments.get(project, environment).flatMap(found -> imports.get(found, id));
    }

    /** Closes an import for ever; again with the same number of rows is no error. */
    Mono<ImportResource> seal(String project, String environment, String id, long rows) {
        requireRows(rows);
        return environments.lock(project, environment).flatMap(locked -> imports.get(locked, id)
                .flatMap(one -> switch (one.state()) {
                    case OPEN ->
                        imports.seal(locked, one, rows)
                                .flatMap(closed -> publications.publish(locked).thenReturn(closed));
                    case SEALED ->
                        Long.valueOf(rows).equals(one.rows())
                                ? Mono.just(one)
                                : Mono.error(ProblemException.of(
                                        ProblemCode.STATE_INVALID, "rows", rows, one.rows() + ": a seal is final"));
                    case INCOMPLETE -> Mono.error(incomplete(one));
                }));
    }

    private Mono<Opened> begin(
            Environment environment, ImportRequest body, String key, String sha256, List<ImportResource> before) {
        long nextRow = 1;
        if (!before.isEmpty()) {
            ImportResource last = before.getLast();
            if (!Boolean.TRUE.equals(body.append())) {
                throw ProblemException.of(
                                ProblemCode.IMPORT_EXISTS,
                                "fileSha256",
                                sha256,
                                last.fileSha256() + ", the file imported before, or append: true")
                        .with("import", last.id());
            }
            Long rows = last.rows();
            if (last.state() == ImportState.OPEN || rows == null) {
                throw ProblemException.of(
                                ProblemCode.IMPORT_OPEN, "import", last.id(), "sealed before another file goes on")
                        .with("import", last.id());
            }
            nextRow = last.nextRow() + rows;
        }
        long firstRow = nextRow;
        return phases.of(environment, key)
                .last()
                .map(phase -> new ImportResource(
                        "imp_" + SecretText.random(ID_CHARACTERS),
                        key,
                        phase.number(),
                        sha256,
                        ImportState.OPEN,
                        firstRow,
                        body.rows(),
                        null,
                        clock.instant(),
                        clock.instant().plus(LONGEST_OPEN),
                        null))
                .flatMap(opened -> imports.insert(environment, opened))
                .flatMap(opened -> publications.publish(environment).thenReturn(new Opened(opened, true)));
    }

    private Mono<Experiment> experiment(Environment environment, String key) {
        return experiments
                .get(environment, key)
                .onErrorMap(
                        ProblemException.class,
                        missing -> ProblemException.of(
                                ProblemCode.EXPERIMENT_UNKNOWN, "experiment", key, "an experiment of the environment"))
                .doOnNext(ImportDesk::requireTakesImports)
                .flatMap(experiment -> phases.of(environment, key)
                        .last()
                        .doOnNext(phase -> requireFillable(experiment, phase.number()))
                        .thenReturn(experiment));
    }

    private static void requireTakesImports(Experiment experiment) {
        boolean takes = experiment.design().takesImports();
        if (!takes || experiment.state() != ExperimentState.RUNNING) {
            String found = (takes ? "takes past data, " : "takes no past data, ")
                    + experiment.state().key();
            throw ProblemException.of(
                    ProblemCode.STATE_INVALID, "experiment", found, "imported, or with backfill, and running");
        }
    }

    /** Only the first phase of an experiment that serves began in the past. */
    private static void requireFillable(Experiment experiment, int phase) {
        if (experiment.design().fillsPast() && phase != 1) {
            throw ProblemException.of(
                    ProblemCode.STATE_INVALID, "phase", phase, "1: only the first phase takes past data");
        }
    }

    private static void requireComplete(List<ImportResource> before) {
        for (ImportResource one : before) {
            if (one.state() == ImportState.INCOMPLETE) {
                throw incomplete(one);
            }
        }
    }

    private static ProblemException incomplete(ImportResource one) {
        return ProblemException.of(
                        ProblemCode.IMPORT_INCOMPLETE,
                        "import",
                        one.id(),
                        "sealed within " + LONGEST_OPEN.toDays()
                                + " days; its rows are partly counted, import into a new" + " experiment")
                .with("import", one.id());
    }

    private static void requireRows(long rows) {
        if (rows < 0 || rows > 1_000_000_000_000L) {
            throw ProblemException.of(ProblemCode.NUMBER_RANGE, "rows", rows, "0 to 10^12");
        }
    }
}
