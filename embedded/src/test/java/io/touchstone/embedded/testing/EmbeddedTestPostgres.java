package io.touchstone.embedded.testing;

import io.touchstone.embedded.postgres.EmbeddedDatabase;

/** The embedded server. */
record EmbeddedTestPostgres(EmbeddedDatabase database) implements TestPostgres {
    @Override
    public String host() {
        return database.host();
    }

    @Override
    public int port() {
        return database.port();
    }

    @Override
    public String user() {
        return database.user();
    }

    @Override
    public String password() {
        return database.password();
    }

    @Override
    public void createDatabase(String name) {
        database.createDatabase(name);
    }

    @Override
    public void dropDatabase(String name) {
        database.dropDatabase(name);
    }
}
