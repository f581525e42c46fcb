package io.touchstone.embedded.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A server in a container, removed by Testcontainers when the JVM ends. */
record ContainerTestPostgres(PostgreSQLContainer container) implements TestPostgres {
    static ContainerTestPostgres start() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:18");
        container.start();
        return new ContainerTestPostgres(container);
    }

    @Override
    public String host() {
        return container.getHost();
    }

    @Override
    public int port() {
        return container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
    }

    @Override
    public String user() {
        return container.getUsername();
    }

    @Override
    public String password() {
        return container.getPassword();
    }

    @Override
    public void createDatabase(String name) {
        execute("create database " + name);
    }

    @Override
    public void dropDatabase(String name) {
        execute("drop database if exists " + name + " with (force)");
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(container.getJdbcUrl(), user(), password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
