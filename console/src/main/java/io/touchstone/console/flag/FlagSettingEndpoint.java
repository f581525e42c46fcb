package io.touchstone.console.flag;

import io.touchstone.console.project.Environment;
import io.touchstone.console.project.Environments;
import io.touchstone.console.project.Publications;
import io.touchstone.console.revision.RevisionTag;
import io.touchstone.core.datafile.FlagDefinition;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What an environment says about a flag, over HTTP. */
@RestController
@RequestMapping(
        path = "/api/v1/projects/{project}/environments/{environment}/flags/{flag}",
        produces = "application/json")
public final class FlagSettingEndpoint {
    private final Environments environments;
    private final Flags flags;
    private final FlagSettings settings;
    private final ExperimentsOnFlag experiments;
    private final Publications publications;
    private final TransactionalOperator transactions;

    public FlagSettingEndpoint(
            Environments environments,
            Flags flags,
            FlagSettings settings,
            ExperimentsOnFlag experiments,
            Publications publications,
            TransactionalOperator transactions) {
        this.environments = environments;
        this.flags = flags;
        this.settings = settings;
        this.experiments = experiments;
        this.publications = publications;
        this.transactions = transactions;
    }

    /** Rules, overrides and prerequisites of a flag. */
    @GetMapping
    public Mono<ResponseEntity<FlagSettingBody>> getFlagSetting(
            @PathVariable String project, @PathVariable String environment, @PathVariable String flag) {
        return environments.get(project, environment).flatMap(found -> flags.get(found.projectId(), flag)
                .flatMap(known -> settings.get(found, known)
                        .map(setting -> answer(setting.definition(known), setting.revision()))));
    }

    /** Replaces them all and publishes. */
    @PutMapping(consumes = "application/json")
    public Mono<ResponseEntity<FlagSettingBody>> putFlagSetting(
            @PathVariable String project,
            @PathVariable String environment,
            @PathVariable String flag,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody FlagSettingBody body) {
        return environments
                .lock(project, environment)
                .flatMap(locked ->
                        flags.get(locked.projectId(), flag).flatMap(known -> replace(locked, known, ifMatch, body)))
                .as(transactions::transactional);
    }

    private Mono<ResponseEntity<FlagSettingBody>> replace(
            Environment environment, Flag flag, @Nullable String ifMatch, FlagSettingBody body) {
        return Mono.zip(
                        settings.get(environment, flag),
                        experiments.keysOnFlag(environment, flag.key()),
                        flags.all(environment.projectId()).map(Flag::key).collectList())
                .flatMap(state -> {
                    FlagSetting before = state.getT1();
                    RevisionTag.require(ifMatch, before.revision());
                    Set<String> known = new HashSet<>(state.getT3());
                    FlagDefinition next = new FlagRuleReading(before.definition(flag), state.getT2(), known).read(body);
                    return settings.put(environment, next, before.revision() + 1)
                            .flatMap(stored ->
                                    publications.publish(environment).thenReturn(answer(next, stored.revision())));
                });
    }

    private static ResponseEntity<FlagSettingBody> answer(FlagDefinition flag, long revision) {
        return ResponseEntity.ok().eTag(RevisionTag.of(revision)).body(FlagSettingBody.of(flag, revision));
    }
}
