package io.touchstone.assignment;

import io.touchstone.assignment.pseudonym.Pseudonymizer;
import io.touchstone.assignment.publication.Snapshots;
import io.touchstone.embedded.testing.TestBroker;
import io.touchstone.embedded.testing.TestDatabase;
import io.touchstone.embedded.testing.WithKafka;
import io.touchstone.embedded.testing.WithPostgres;
import io.touchstone.migrations.Migrations;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A data plane with one published environment, shared by the tests of a class. */
@WithPostgres
@WithKafka
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DataPlaneTestCase {
    private DataPlane plane;
    private String bootstrapServers = "";
    private Documents documents;

    @BeforeAll
    void startDataPlane(TestDatabase database, TestBroker broker, @TempDir Path folder) throws Exception {
        Migrations.migrate(database.jdbcUrl(), database.user(), database.password());
        bootstrapServers = broker.bootstrapServers();
        EventTopic.create(bootstrapServers);
        documents = Documents.createEnvironment(database.dataSource(), "tea");
        documents.publish(1, "none");
        plane = DataPlane.start(
                folder, database.r2dbcUrl(), database.user(), database.password(), broker.bootstrapServers());
        Await.until("first publication", () -> plane.bean(Snapshots.class)
                .environment(documents.environment())
                .isPresent());
    }

    @AfterAll
    void stopDataPlane() {
        if (plane != null) {
            plane.close();
        }
    }

    Documents documents() {
        return documents;
    }

    DataPlane plane() {
        return plane;
    }

    Http with(String kind) {
        return new Http(plane.port(), documents.key(kind));
    }

    List<EventTopic.Entry> recordsOf(String id) {
        return EventTopic.read(bootstrapServers, documents.environment(), id);
    }

    List<EventTopic.Entry> recordsOfUnit(String unitType, String unit) {
        byte[] pseudonym = plane.bean(Pseudonymizer.class).pseudonym(documents.environment(), unitType, unit);
        return EventTopic.read(bootstrapServers, documents.environment()).stream()
                .filter(entry -> entry.key().unitType().equals(unitType)
                        && Arrays.equals(entry.key().pseudonym(), pseudonym))
                .toList();
    }
}
