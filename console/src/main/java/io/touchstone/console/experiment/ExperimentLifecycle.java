package io.touchstone.console.experiment;

import io.touchstone.console.flag.FlagSettings;
import io.touchstone.console.flag.Flags;
import io.touchstone.console.layer.Layers;
import io.touchstone.console.metric.Metrics;
import io.touchstone.console.problem.Conflicts;
import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.console.project.Environment;
import io.touchstone.console.project.Environments;
import io.touchstone.console.project.Publications;
import io.touchstone.console.revision.RevisionTag;
import io.touchstone.console.time.ConsoleClock;
import io.touchstone.model.catalog.PhaseState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Start, pause, resume, stop and ramp. Each is one transaction under the environment's row lock, which ends with a publication.
 */
final class ExperimentLifecycle {
    private final Environments environments;
    private final Experiments experiments;
    private final Phases phases;
    private final SlotClaims claims;
    private final Layers layers;
    private final Metrics metrics;
    private final Flags flags;
    private final FlagSettings flagSettings;
    private final Publications publications;
    private final TransactionalOperator transactions;
    private final ConsoleClock clock;
    private final Duration startDelay;

    /**
     * Many collaborators: a start joins what several features own, in one transaction.
     *
     * @param startDelay between publication and effect, so that all data planes have read it
     */
    ExperimentLifecycle(
            Environments environments,
            Experiments experiments,
            Phases phases,
            SlotClaims claims,
            Layers layers,
            Metrics metrics,
            Flags flags,
            FlagSettings flagSettings,
            Publications publications,
            TransactionalOperator transactions,
            ConsoleClock clock,
            Duration startDelay) {
        this.environments = environments;
        this.experiments = experiments;
        this.phases = phases;
        this.claims = claims;
        this.layers = layers;
        this.metrics = metrics;
        this.flags = flags;
        this.flagSettings = flagSettings;
        this.publications = publications;
        this.transactions = transactions;
        this.clock = clock;
        this.startDelay = startDelay;
    }

    /** Starts a draft or a stopped experiment. */
    Mono<ExperimentDetails> start(ExperimentPath path, @Nullable String ifMatch) {
        return change(path, ifMatch, Set.of(ExperimentState.DRAFT, ExperimentState.STOPPED), this::start)
                .onErrorResume(Conflicts::isOverlap, refused -> explained(path, refused, null));
    }

    /** Takes no new units; with {@code keepServing} it answers on. */
    Mono<ExperimentDetails> pause(ExperimentPath path, @Nullable String ifMatch, boolean keepServing) {
        return change(path, ifMatch, Set.of(ExperimentState.RUNNING), (environment, state) -> {
            requireServing(state.experiment());
            return store(
                    environment,
                    state.experiment()
                            .in(
                                    ExperimentState.PAUSED,
                                    keepServing,
                                    state.experiment().servesFrom()),
                    state.phases(),
                    last(state).in(PhaseState.PAUSED, null));
        });
    }

    /** Goes on after a pause. */
    Mono<ExperimentDetails> resume(ExperimentPath path, @Nullable String ifMatch) {
        return change(
                path,
                ifMatch,
                Set.of(ExperimentState.PAUSED),
                (environment, state) -> store(
                        environment,
                        state.experiment()
                                .in(
                                        ExperimentState.RUNNING,
                                        false,
                                        state.experiment().servesFrom()),
                        state.phases(),
                        last(state).in(PhaseState.RUNNING, null)));
    }

    /** Ends the phase and frees the slots. */
    Mono<ExperimentDetails> stop(ExperimentPath path, @Nullable String ifMatch) {
        Set<ExperimentState> live = Set.of(ExperimentState.RUNNING, ExperimentState.PAUSED);
        return change(path, ifMatch, live, (environment, state) -> {
            Phase phase = last(state);
            Instant now = clock.instant();
            // One that was to start later ends where it would have begun.
            Instant end = now.isBefore(phase.startsAt()) ? phase.startsAt() : now;
            return claims.release(environment, state.experiment().key())
                    .then(store(
                            environment,
                            state.experiment().in(ExperimentState.STOPPED, false, null),
                            state.phases(),
                            phase.in(PhaseState.STOPPED, end)));
        });
    }

    /** Widens the slots; no unit moves, no phase opens. */
    Mono<ExperimentDetails> ramp(ExperimentPath path, @Nullable String ifMatch, List<List<Long>> wider) {
        List<List<Long>> checked = Slots.check(wider);
        Set<ExperimentState> live = Set.of(ExperimentState.RUNNING, ExperimentState.PAUSED);
        return change(path, ifMatch, live, (environment, state) -> {
                    Experiment experiment = state.experiment();
                    requireServing(experiment);
                    Design design = experiment.design().withSlots(checked);
                    if (!Slots.cover(design.ranges(), experiment.design().ranges())) {
                        throw ProblemException.of(
                                ProblemCode.RAMP_NARROWS,
                                "slots",
                                wider,
                                "all slots it has, " + experiment.design().slots() + ", and more");
                    }
                    return layers.named(environment, design.layer())
                            .flatMap(layer -> claims.take(environment, layer, experiment.key(), design.ranges()))
                            .then(store(
                                    environment,
                                    experiment.with(experiment.name(), design),
                                    state.phases(),
                                    last(state).over(checked)));
                })
                .onErrorResume(Conflicts::isOverlap, refused -> explained(path, refused, checked));
    }

    private Mono<ExperimentDetails> start(Environment environment, ExperimentDetails state) {
        Experiment experiment = state.experiment();
        Design design = experiment.design();
        return MetricVersions.of(metrics, environment.projectId()).flatMap(versions -> {
            PhaseOpening opening = PhaseOpening.of(experiment, state.phases(), versions, clock.instant(), startDelay);
            Mono<Void> placed = design.imported() ? Mono.empty() : place(environment, experiment.key(), design);
            Experiment running = experiment.in(ExperimentState.RUNNING, false, opening.servesFrom());
            if (!opening.isNew()) {
                return placed.then(store(environment, running, state.phases(), opening.phase()));
            }
            List<Phase> all = new ArrayList<>(state.phases());
            all.add(opening.phase());
            return placed.then(experiments.update(environment, running))
                    .then(phases.insert(environment, opening.phase()))
                    .thenReturn(new ExperimentDetails(running, all));
        });
    }

    private Mono<Void> place(Environment environment, String experiment, Design design) {
        return layers.named(environment, design.layer())
                .flatMap(layer -> claims.take(environment, layer, experiment, design.ranges()))
                .then(flags.named(environment.projectId(), design.flag()))
                .flatMap(flag -> flagSettings.ensureRule(environment, flag, experiment));
    }

    private Mono<ExperimentDetails> store(
            Environment environment, Experiment experiment, List<Phase> before, Phase last) {
        List<Phase> all = new ArrayList<>(before);
        all.set(all.size() - 1, last);
        return experiments
                .update(environment, experiment)
                .then(phases.update(environment, last))
                .thenReturn(new ExperimentDetails(experiment, all));
    }

    private Mono<ExperimentDetails> change(
            ExperimentPath path, @Nullable String ifMatch, Set<ExperimentState> from, Change change) {
        return environments
                .lock(path.project(), path.environment())
                .flatMap(environment -> experiments
                        .get(environment, path.experiment())
                        .flatMap(experiment -> {
                            RevisionTag.check(ifMatch, experiment.revision());
                            requireState(experiment, from);
                            return phases.of(environment, experiment.key())
                                    .collectList()
                                    .map(known -> new ExperimentDetails(experiment, known));
                        })
                        .flatMap(state -> change.apply(environment, state))
                        .flatMap(changed -> publications.publish(environment).thenReturn(changed)))
                .as(transactions::transactional);
    }

    private Mono<ExperimentDetails> explained(
            ExperimentPath path, Throwable refused, @Nullable List<List<Long>> slots) {
        return environments.get(path.project(), path.environment()).flatMap(environment -> experiments
                .get(environment, path.experiment())
                .flatMap(experiment -> {
                    Design design = slots == null
                            ? experiment.design()
                            : experiment.design().withSlots(slots);
                    return claims.explain(refused, environment, design, experiment.key());
                })
                .flatMap(Mono::error));
    }

    private static void requireState(Experiment experiment, Set<ExperimentState> allowed) {
        if (!allowed.contains(experiment.state())) {
            String words = String.join(
                    " or ", allowed.stream().map(ExperimentState::key).sorted().toList());
            throw ProblemException.of(
                    ProblemCode.STATE_INVALID, "state", experiment.state().key(), words);
        }
    }

    private static void requireServing(Experiment experiment) {
        if (experiment.design().imported()) {
            throw ProblemException.of(
                    ProblemCode.STATE_INVALID,
                    "imported",
                    true,
                    "false: what was assigned elsewhere serves nothing here");
        }
    }

    private static Phase last(ExperimentDetails state) {
        return state.phases().getLast();
    }

    @FunctionalInterface
    private interface Change {
        Mono<ExperimentDetails> apply(Environment environment, ExperimentDetails state);
    }
}
