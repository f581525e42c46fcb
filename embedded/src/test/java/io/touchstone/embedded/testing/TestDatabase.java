package io.touchstone.embedded.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** An empty database of its own for a test, on the PostgreSQL that all tests of this JVM share. */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final int LONGEST_PREFIX = 40;

    private final TestPostgres server;
    private final String name;

    private TestDatabase(TestPostgres server, String name) {
        this.server = server;
        this.name = name;
    }

    /** Creates one; for places without parameters, such as Spring's {@code @DynamicPropertySource}. */
    public static TestDatabase create(Class<?> test) {
        TestPostgres server = SharedServers.postgres();
        String prefix = test.getSimpleName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
        String name = "t_" + prefix.substring(0, Math.min(prefix.length(), LONGEST_PREFIX)) + "_"
                + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
        server.createDatabase(name);
        return new TestDatabase(server, name);
    }

    public String host() {
        return server.host();
    }

    public int port() {
        return server.port();
    }

    public String name() {
        return name;
    }

    public String user() {
        return server.user();
    }

    public String password() {
        return server.password();
    }

    /** Without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + host() + ":" + port() + "/" + name;
    }

    /** Without user and password. */
    public String r2dbcUrl() {
        return "r2dbc:postgresql://" + host() + ":" + port() + "/" + name;
    }

    /** Unpooled: each connection is a new one. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(jdbcUrl());
        source.setUser(user());
        source.setPassword(password());
        return source;
    }

    public Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    /** Drops the database, whoever is still connected. */
    @Override
    public void close() {
        server.dropDatabase(name);
    }
}
