package io.touchstone.embedded.postgres;

import io.touchstone.embedded.EmbeddedServerException;
import io.touchstone.embedded.FreePort;
import io.touchstone.embedded.postgres.DatabaseSettings.Listen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A running PostgreSQL 18 whose data stay in a folder.
 *
 * <p>It has the role {@link #user()}, which owns the database {@code touchstone} and may create others, and no trust
 * logins. When the JVM dies without closing it, the server lives on; the next {@link #start} on the folder adopts it if
 * it answers, else stops it. A process that is not the server of this folder is never touched.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String ROLE = "touchstone";
    private static final String SUPERUSER = "postgres";
    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    private final DatabaseSettings settings;
    private final int port;
    private final boolean adopted;

    private EmbeddedDatabase(DatabaseSettings settings, int port, boolean adopted) {
        this.settings = settings;
        this.port = port;
        this.adopted = adopted;
    }

    /**
     * Starts the server of the folder, or takes over the one that an earlier JVM left behind.
     *
     * @throws EmbeddedServerException with the cause in one sentence
     */
    public static EmbeddedDatabase start(DatabaseSettings settings) {
        int orphan = adoptOrStop(settings);
        if (orphan != 0) {
            return new EmbeddedDatabase(settings, orphan, true);
        }
        Path data = settings.dataDirectory();
        ServerProgram program = new ServerProgram(settings);
        if (!Files.exists(data)) {
            program.initialise();
        }
        int port = settings.listen().port() == 0
                ? FreePort.pick()
                : settings.listen().port();
        if (!FreePort.isFree(settings.listen().host(), port)) {
            throw new EmbeddedServerException(
                    "port_busy",
                    "database port: " + port + " (expected: a free port; stop what listens there or choose another)");
        }
        program.start(port);
        EmbeddedDatabase database = new EmbeddedDatabase(settings, port, false);
        try {
            database.prepareRole();
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        return database;
    }

    /** Stops a server that an earlier JVM left behind in this folder, if there is one. */
    public static void stopOrphan(Path folder) {
        DatabaseSettings settings = DatabaseSettings.in(folder, "not-needed-here");
        if (Postmaster.find(settings.dataDirectory()) instanceof Postmaster.Found.Ours ours) {
            ours.postmaster().stop();
        }
    }

    /** The port of the adopted server, or 0 if none runs now. */
    private static int adoptOrStop(DatabaseSettings settings) {
        switch (Postmaster.find(settings.dataDirectory())) {
            case Postmaster.Found.Nobody() -> {
                return 0;
            }
            case Postmaster.Found.Stranger(long pid) -> {
                forgetPid(settings.dataDirectory(), pid);
                return 0;
            }
            case Postmaster.Found.Ours(Postmaster postmaster) -> {
                if (wanted(settings, postmaster) && answers(settings, postmaster.port())) {
                    return postmaster.port();
                }
                postmaster.stop();
                return 0;
            }
        }
    }

    /** PostgreSQL would take any living process of that number for its predecessor and refuse to start. */
    private static void forgetPid(Path dataDirectory, long pid) {
        try {
            Files.deleteIfExists(dataDirectory.resolve(Postmaster.PID_FILE));
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "database_folder_unwritable",
                    "file: " + dataDirectory.resolve(Postmaster.PID_FILE) + " (expected: deletable, as process " + pid
                            + " is no PostgreSQL)",
                    e);
        }
    }

    private static boolean wanted(DatabaseSettings settings, Postmaster postmaster) {
        int port = settings.listen().port();
        return postmaster.ready()
                && (port == 0 || port == postmaster.port())
                && ServerProgram.runsAsConfigured(settings);
    }

    private static boolean answers(DatabaseSettings settings, int port) {
        try (Connection connection = connect(settings, port, ROLE, ROLE);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select 1")) {
            return row.next();
        } catch (SQLException e) {
            return false;
        }
    }

    private void prepareRole() {
        try (Connection connection = connect(settings, port, SUPERUSER, SUPERUSER);
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + ROLE + "'")) {
                statement.execute("create role " + ROLE + " login createdb password '"
                        + settings.password().replace("'", "''") + "'");
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + ROLE + "'")) {
                statement.execute("create database " + ROLE + " owner " + ROLE);
            }
        } catch (SQLException e) {
            throw new EmbeddedServerException(
                    "database_login_failed",
                    "database: " + settings.folder() + " (expected: to let role " + SUPERUSER + " in; " + e.getMessage()
                            + ")",
                    e);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static Connection connect(DatabaseSettings settings, int port, String role, String database)
            throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", settings.password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        return DriverManager.getConnection(url(settings.listen(), port, database), properties);
    }

    private static String url(Listen listen, int port, String database) {
        return "jdbc:postgresql://" + reachable(listen) + ":" + port + "/" + database;
    }

    /** A wildcard address is no place to connect to. */
    private static String reachable(Listen listen) {
        return switch (listen.host()) {
            case "0.0.0.0", "::", "*", "localhost" -> "127.0.0.1";
            default -> listen.host();
        };
    }

    /** Creates an empty database owned by {@link #user()}; the name is lower-case letters, digits and underscores. */
    public void createDatabase(String name) {
        administer("create database " + checked(name) + " owner " + ROLE);
    }

    /** As {@link #createDatabase}, a copy of {@code template}, which nobody may be connected to. */
    public void createDatabase(String name, String template) {
        administer("create database " + checked(name) + " owner " + ROLE + " template " + checked(template));
    }

    /** Drops a database and cuts its connections; a missing one is fine. */
    public void dropDatabase(String name) {
        administer("drop database if exists " + checked(name) + " with (force)");
    }

    private void administer(String statementText) {
        try (Connection connection = connect(settings, port, SUPERUSER, SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute(statementText);
        } catch (SQLException e) {
            throw new EmbeddedServerException(
                    "database_statement_failed",
                    "statement: " + statementText + " (expected: to run; " + e.getMessage() + ")",
                    e);
        }
    }

    private static String checked(String name) {
        if (!DATABASE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("database: " + name + " (expected: " + DATABASE_NAME.pattern() + ")");
        }
        return name;
    }

    /** Whether the server was already running when {@link #start} looked. */
    public boolean adopted() {
        return adopted;
    }

    public String host() {
        return reachable(settings.listen());
    }

    public int port() {
        return port;
    }

    public String user() {
        return ROLE;
    }

    public String password() {
        return settings.password();
    }

    /** Of the database {@code touchstone}, without user and password. */
    public String jdbcUrl() {
        return jdbcUrl(ROLE);
    }

    /** Of a database of this server, without user and password. */
    public String jdbcUrl(String database) {
        return url(settings.listen(), port, database);
    }

    /** Process id of the server's first process; for tests that stop it or take it away. */
    public long pid() {
        return switch (Postmaster.find(settings.dataDirectory())) {
            case Postmaster.Found.Ours(Postmaster postmaster) ->
                postmaster.process().pid();
            default ->
                throw new EmbeddedServerException(
                        "database_not_running", "database: " + settings.folder() + " (expected: running)");
        };
    }

    /** Stops the server in an orderly way: open transactions are rolled back, a checkpoint is written. */
    @Override
    public void close() {
        if (Postmaster.find(settings.dataDirectory()) instanceof Postmaster.Found.Ours ours) {
            ours.postmaster().stop();
        }
    }
}
