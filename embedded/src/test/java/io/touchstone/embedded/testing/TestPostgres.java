package io.touchstone.embedded.testing;

/** A PostgreSQL server that gives out databases. */
interface TestPostgres {
    String host();

    int port();

    String user();

    String password();

    void createDatabase(String name);

    void dropDatabase(String name);
}
