package io.touchstone.pipeline;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Opens connections that notice within seconds when PostgreSQL is gone. */
public final class DatabaseConnections {

    /** How long to wait for a connection, and for an answer on one, in seconds. */
    private static final String CONNECT_SECONDS = "5";

    private static final String ANSWER_SECONDS = "30";

    private DatabaseConnections() {}

    /**
     * A new connection; the caller closes it.
     *
     * @param name what the server shows as the application
     */
    public static Connection open(Database database, String name) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        properties.setProperty("ApplicationName", name);
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("socketTimeout", ANSWER_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        return DriverManager.getConnection(database.url(), properties);
    }
}
