package io.touchstone.benchmarks.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;

/** An environment with one server key, published as the console does. */
final class IngestPublication {

    static final long VERSION = 1;

    /** Text of the key; good for this run's own server only. */
    static final String KEY = "tsk_server_bench001_0123456789abcdefghijABCDEFGHIJ01";

    private static final int NO_LIMIT = 1_000_000_000;

    private IngestPublication() {}

    static void publish(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO project (key, name, created_at) VALUES ('benchmark', 'Benchmark', now());
                INSERT INTO environment (number, project_id, key, name, zone, created_at)
                  OVERRIDING SYSTEM VALUE
                  SELECT 1, p.id, 'production', 'Production', 'Asia/Shanghai', now() FROM project p;
                INSERT INTO publication
                  (environment, version, datafile, datafile_etag, catalog, access_list, published_at)
                  VALUES (1, ?, ?, '"1"', ?, ?, now())
                """)) {
            insert.setLong(1, VERSION);
            insert.setString(2, """
                    {"schema":1,"environment":"benchmark/production","version":1,"publishedAt":"2026-01-01T00:00:00Z",
                     "layers":[],"experiments":[],"flags":[]}""");
            insert.setString(3, """
                    {"schema":1,"version":1,"environment":{"number":1,"key":"benchmark/production","zone":"Asia/Shanghai"},
                     "metrics":[],"experiments":[]}""");
            insert.setString(4, """
                    {"schema":1,"environment":{"number":1,"key":"benchmark/production"},"version":1,"imports":[],
                     "keys":[{"id":"bench001","kind":"server","sha256":"%s","exposure":"manual","origins":[],
                              "eventsPerSecond":%d,"revoked":false}]}""".formatted(sha256(KEY), NO_LIMIT));
            insert.execute();
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
