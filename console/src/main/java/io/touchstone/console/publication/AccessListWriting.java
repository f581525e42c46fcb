package io.touchstone.console.publication;

import io.touchstone.console.apikey.ApiKey;
import io.touchstone.console.importing.ImportResource;
import io.touchstone.console.importing.ImportState;
import io.touchstone.model.access.AccessKey;
import io.touchstone.model.access.AccessList;
import io.touchstone.model.access.ImportGrant;
import java.time.Duration;
import java.time.Instant;

/** The access list of an environment: what data planes need to know callers and imports. */
final class AccessListWriting {
    /** How long a closed import is remembered, so that a late sender hears why it is refused. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private AccessListWriting() {}

    static AccessList of(EnvironmentFacts facts) {
        Instant oldest = facts.publishedAt().minus(REMEMBERED);
        return new AccessList(
                facts.environment().version(),
                facts.environment().number(),
                facts.environment().path(),
                facts.keys().stream().map(AccessListWriting::key).toList(),
                facts.imports().stream()
                        .filter(one -> one.until().isAfter(oldest))
                        .map(AccessListWriting::grant)
                        .toList());
    }

    private static AccessKey key(ApiKey key) {
        return new AccessKey(
                key.id(),
                key.kind(),
                key.sha256(),
                key.exposure(),
                key.origins(),
                key.eventsPerSecond(),
                key.revokedAt() != null);
    }

    private static ImportGrant grant(ImportResource one) {
        return new ImportGrant(one.id(), one.experiment(), one.phase(), one.state() == ImportState.OPEN, one.until());
    }
}
