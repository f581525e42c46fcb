package io.touchstone.assignment.health;

import io.touchstone.assignment.kafka.EventLog;
import io.touchstone.assignment.publication.PublicationReader;
import io.touchstone.assignment.publication.Snapshots;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Health of the data plane. It is up once documents are known, from the database or from disk: without the database it goes
 * on evaluating, without Kafka too, so neither takes it out of service; both are told.
 */
public final class DataPlaneHealth implements HealthIndicator {
    private final Snapshots snapshots;
    private final PublicationReader publications;
    private final EventLog eventLog;

    public DataPlaneHealth(Snapshots snapshots, PublicationReader publications, EventLog eventLog) {
        this.snapshots = snapshots;
        this.publications = publications;
        this.eventLog = eventLog;
    }

    /** Whether calls can be answered. */
    public boolean ready() {
        return snapshots.ready();
    }

    /** {@code up} or {@code away}. */
    public String database() {
        return publications.connected() ? "up" : "away";
    }

    /** {@code unknown}, {@code up} or {@code away}. */
    public String kafka() {
        return eventLog.state().key();
    }

    /** Environments whose documents are known. */
    public int environments() {
        return snapshots.all().size();
    }

    /** When the database last confirmed the documents; null before the first time. */
    public @Nullable Instant confirmed() {
        return publications.confirmed();
    }

    @Override
    public Health health() {
        Health.Builder health = (ready() ? Health.up() : Health.outOfService())
                .withDetail("database", database())
                .withDetail("kafka", kafka())
                .withDetail("environments", environments());
        Instant last = confirmed();
        return (last == null ? health : health.withDetail("confirmed", last.toString())).build();
    }
}
