package io.touchstone.console.publication;

import io.touchstone.console.access.SecretText;
import io.touchstone.console.project.Environment;
import io.touchstone.console.project.Publications;
import io.touchstone.console.time.ConsoleClock;
import io.touchstone.core.datafile.DatafileCodec;
import io.touchstone.model.access.AccessListCodec;
import io.touchstone.model.catalog.CatalogCodec;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Publishes an environment: all three documents under its next version, in the transaction of the change that called for it. The
 * {@code NOTIFY} is delivered when that transaction commits; readers poll as well.
 */
public final class DocumentPublications implements Publications {
    /** The channel; the payload is {@code <environment number>:<version>}. */
    public static final String CHANNEL = "touchstone_publication";

    private static final int ETAG_DIGITS = 32;

    private final DatabaseClient database;
    private final PublishedFacts published;
    private final ConsoleClock clock;

    public DocumentPublications(DatabaseClient database, PublishedFacts published, ConsoleClock clock) {
        this.database = database;
        this.published = published;
        this.clock = clock;
    }

    @Override
    public Mono<Environment> publish(Environment environment) {
        return nextVersion(environment).flatMap(next -> published
                .read(next, clock.instant())
                .flatMap(this::store)
                .then(announce(next))
                .thenReturn(next));
    }

    private Mono<Environment> nextVersion(Environment environment) {
        return database.sql("update environment set version = version + 1 where number = :number returning version")
                .bind("number", environment.number())
                .map(row -> row.get("version", Long.class))
                .one()
                .map(environment::at);
    }

    private Mono<Void> store(EnvironmentFacts facts) {
        byte[] datafile = DatafileCodec.writeCanonical(DatafileWriting.of(facts));
        byte[] catalog = CatalogCodec.write(CatalogWriting.of(facts));
        byte[] accessList = AccessListCodec.write(AccessListWriting.of(facts));
        return database.sql("""
                        insert into publication (environment, version, datafile, datafile_etag, catalog, access_list,
                                                 published_at)
                        values (:environment, :version, :datafile, :etag, :catalog, :access, :now)""")
                .bind("environment", facts.environment().number())
                .bind("version", facts.environment().version())
                .bind("datafile", text(datafile))
                .bind("etag", etag(text(datafile)))
                .bind("catalog", text(catalog))
                .bind("access", text(accessList))
                .bind("now", facts.publishedAt())
                .then();
    }

    private Mono<Void> announce(Environment environment) {
        return database.sql("select pg_notify(:channel, :payload)")
                .bind("channel", CHANNEL)
                .bind("payload", environment.number() + ":" + environment.version())
                .then();
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** The entity tag of a document: half of its SHA-256 in quotes. */
    static String etag(String document) {
        return '"' + HexFormat.of().formatHex(SecretText.sha256(document)).substring(0, ETAG_DIGITS) + '"';
    }
}
