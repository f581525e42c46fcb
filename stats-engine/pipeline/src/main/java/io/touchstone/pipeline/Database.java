package io.touchstone.pipeline;

/**
 * Where the pipeline finds PostgreSQL.
 *
 * @param url JDBC address
 * @param user role
 * @param password its password
 */
public record Database(String url, String user, String password) {

    /** Never shows the password. */
    @Override
    public String toString() {
        return "Database[" + url + ", " + user + "]";
    }
}
