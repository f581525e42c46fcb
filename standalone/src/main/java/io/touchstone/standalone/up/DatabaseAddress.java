package io.touchstone.standalone.up;

import io.touchstone.standalone.RefusedException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A PostgreSQL database and a role that owns it.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/database}, with parameters if need be, without user and password
 */
record DatabaseAddress(String jdbcUrl, String user, String password) {
    static final String URL_VARIABLE = "TOUCHSTONE_DATABASE_URL";
    private static final String PREFIX = "jdbc:postgresql://";
    private static final String DEFAULT_USER = "touchstone";

    DatabaseAddress {
        if (!jdbcUrl.startsWith(PREFIX) || jdbcUrl.indexOf('/', PREFIX.length()) < 0) {
            throw new RefusedException(
                    "usage", URL_VARIABLE + ": " + jdbcUrl + " (expected: jdbc:postgresql://host:port/database)");
        }
    }

    /**
     * The external database the environment names, if it names one.
     *
     * @param knownPassword used when the environment gives none: that of a database plane on the same data folder
     */
    static Optional<DatabaseAddress> of(Map<String, String> environment, Supplier<Optional<String>> knownPassword) {
        String url = environment.getOrDefault(URL_VARIABLE, "").strip();
        if (url.isEmpty()) {
            return Optional.empty();
        }
        String user = environment.getOrDefault("TOUCHSTONE_DATABASE_USER", DEFAULT_USER);
        String password = environment.getOrDefault("TOUCHSTONE_DATABASE_PASSWORD", "");
        return Optional.of(new DatabaseAddress(
                url, user, password.isEmpty() ? knownPassword.get().orElse("") : password));
    }

    /** The same for reactive clients. */
    String r2dbcUrl() {
        return "r2dbc:" + jdbcUrl.substring("jdbc:".length());
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "DatabaseAddress[" + jdbcUrl + ", user " + user + "]";
    }
}
