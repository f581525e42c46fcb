package io.touchstone.console.experiment;

import io.touchstone.console.flag.Flag;
import io.touchstone.console.flag.Flags;
import io.touchstone.console.json.ConsoleJson;
import io.touchstone.console.json.JsonPatch;
import io.touchstone.console.layer.Layers;
import io.touchstone.console.metric.Metrics;
import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.console.problem.Require;
import io.touchstone.console.project.Environment;
import io.touchstone.console.project.Environments;
import io.touchstone.console.project.Publications;
import io.touchstone.console.revision.RevisionTag;
import io.touchstone.console.time.ConsoleClock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Writing experiments down, before they start and between phases. Runs in the caller's transaction. */
final class ExperimentDrafts {
    private static final Set<String> EDITABLE = Arrays.stream(ExperimentRequest.class.getRecordComponents())
            .map(component -> component.getName())
            .filter(name -> !name.equals("key"))
            .collect(Collectors.toUnmodifiableSet());

    private final Environments environments;
    private final Flags flags;
    private final Layers layers;
    private final Metrics metrics;
    private final Experiments experiments;
    private final Phases phases;
    private final Publications publications;
    private final ConsoleClock clock;

    // More than five: it joins what an experiment refers to, and every reference is its own feature.
    ExperimentDrafts(
            Environments environments,
            Flags flags,
            Layers layers,
            Metrics metrics,
            Experiments experiments,
            Phases phases,
            Publications publications,
            ConsoleClock clock) {
        this.environments = environments;
        this.flags = flags;
        this.layers = layers;
        this.metrics = metrics;
        this.experiments = experiments;
        this.phases = phases;
        this.publications = publications;
        this.clock = clock;
    }

    /** Makes a draft; published, because the pipeline keeps what drafted plans will need. */
    Mono<ExperimentDetails> create(String project, String environment, ExperimentRequest body) {
        String key = Require.key("key", body.key());
        String name = Require.nameOr("name", body.name(), key);
        return environments.lock(project, environment).flatMap(locked -> design(locked, body)
                .doOnNext(design -> requireStart(design, true))
                .flatMap(design -> experiments.insert(locked, key, name, design))
                .flatMap(made -> publications.publish(locked).thenReturn(new ExperimentDetails(made, List.of()))));
    }

    /** Changes the fields the patch names. */
    Mono<ExperimentDetails> patch(
            String project, String environment, String key, @Nullable String ifMatch, JsonPatch patch) {
        return environments
                .lock(project, environment)
                .flatMap(locked -> experiments.get(locked, key).flatMap(now -> {
                    RevisionTag.require(ifMatch, now.revision());
                    return phases.of(locked, key).collectList().flatMap(known -> change(locked, now, known, patch)
                            .flatMap(next -> experiments.update(locked, next))
                            .flatMap(next ->
                                    publications.publish(locked).thenReturn(new ExperimentDetails(next, known))));
                }));
    }

    private Mono<Experiment> change(Environment environment, Experiment now, List<Phase> known, JsonPatch patch) {
        ExperimentRequest merged = ConsoleJson.convert(patch.over(request(now), EDITABLE), ExperimentRequest.class);
        String name = Require.nameOr("name", merged.name(), now.key());
        return design(environment, merged).map(design -> {
            Experiment next = now.with(name, design);
            boolean unchanged = ConsoleJson.write(design).equals(ConsoleJson.write(now.design()));
            if (!unchanged) {
                requireEditable(now, known, design);
            }
            return next;
        });
    }

    private void requireEditable(Experiment now, List<Phase> known, Design next) {
        if (now.isLive()) {
            throw ProblemException.of(
                    ProblemCode.STATE_INVALID,
                    "state",
                    now.state().key(),
                    "draft or stopped; while it runs only the name changes, and slots by ramp");
        }
        Design before = now.design();
        boolean same = before.flag().equals(next.flag())
                && before.unitType().equals(next.unitType())
                && before.imported() == next.imported()
                && before.fillsPast() == next.fillsPast();
        if (!known.isEmpty() && !same) {
            throw ProblemException.of(
                    ProblemCode.STATE_INVALID,
                    "flag, unitType, imported, backfill",
                    next.flag() + ", " + next.unitType() + ", " + next.imported() + ", " + next.fillsPast(),
                    "as in the phases before; a new experiment may differ");
        }
        Instant startsAt = next.startsAt();
        if (known.isEmpty() || startsAt != null && !startsAt.equals(before.startsAt())) {
            requireStart(next, known.isEmpty());
        }
    }

    /** @param first whether no phase has begun */
    private void requireStart(Design design, boolean first) {
        Instant startsAt = design.startsAt();
        boolean past = startsAt != null && startsAt.isBefore(clock.instant());
        boolean backfill = first && design.fillsPast();
        if (past && !design.imported() && !backfill) {
            throw ProblemException.of(
                    ProblemCode.TIME_RANGE,
                    "startsAt",
                    startsAt,
                    "in the future; only imported experiments, and first phases with backfill, began before");
        }
        if (backfill && !past) {
            throw ProblemException.of(
                    startsAt == null ? ProblemCode.FIELD_MISSING : ProblemCode.TIME_RANGE,
                    "startsAt",
                    startsAt,
                    "in the past, as backfill says");
        }
    }

    private Mono<Design> design(Environment environment, ExperimentRequest body) {
        String flagKey = Require.present("flag", body.flag());
        boolean imported = Boolean.TRUE.equals(body.imported());
        return flags.named(environment.projectId(), flagKey)
                .map((Flag flag) -> new DesignReading(flag, imported).read(body))
                .flatMap(design -> layers.named(environment, design.layer())
                        .then(MetricVersions.of(metrics, environment.projectId()))
                        .doOnNext(known -> known.check(design))
                        .thenReturn(design));
    }

    private static ExperimentRequest request(Experiment now) {
        Design design = now.design();
        return new ExperimentRequest(
                null,
                now.name(),
                design.flag(),
                design.unitType(),
                design.layer(),
                design.slots(),
                design.variants(),
                design.control(),
                design.audience(),
                design.metrics(),
                design.dimensions(),
                design.covariates(),
                design.plan(),
                design.imported(),
                design.startsAt(),
                design.backfill());
    }
}
