package io.touchstone.pipeline;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Where the pipeline finds PostgreSQL.
 *
 * @param url JDBC address
 * @param user role
 * @param password its password
 */
public record Database(String url, String user, String password) {

    /** How long to wait for a connection, and for an answer on one, in seconds. */
    private static final String CONNECT_SECONDS = "5";

    private static final String ANSWER_SECONDS = "30";

    /** A new connection; the caller closes it. */
    public Connection connect(String name) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", name);
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("socketTimeout", ANSWER_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public String toString() {
        return "Database[" + url + ", " + user + "]";
    }
}
