package io.touchstone.migrations;

import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the schema of a PostgreSQL database to the state this program needs.
 *
 * <p>Forward only. Several programs may call it at once: Flyway takes a lock in the database.
 */
public final class Migrations {
    private static final String LOCATION = "classpath:db/migration";

    private Migrations() {}

    /**
     * Applies what is missing.
     *
     * @return how many migrations were applied, 0 when the schema was complete
     * @throws SchemaTooNewException when a newer program has migrated the database before
     */
    public static int migrate(DataSource dataSource) {
        return migrate(configuration().dataSource(dataSource));
    }

    /**
     * Applies what is missing.
     *
     * @param jdbcUrl {@code jdbc:postgresql://host:port/database}
     * @return how many migrations were applied, 0 when the schema was complete
     * @throws SchemaTooNewException when a newer program has migrated the database before
     */
    public static int migrate(String jdbcUrl, String username, String password) {
        return migrate(configuration().dataSource(jdbcUrl, username, password));
    }

    private static FluentConfiguration configuration() {
        return Flyway.configure(Migrations.class.getClassLoader())
                .locations(LOCATION)
                // Forward only: nothing here may drop a schema.
                .cleanDisabled(true)
                .failOnMissingLocations(true);
    }

    private static int migrate(FluentConfiguration configuration) {
        Flyway flyway = configuration.load();
        refuseNewer(flyway);
        return flyway.migrate().migrationsExecuted;
    }

    private static void refuseNewer(Flyway flyway) {
        // By default Flyway passes over migrations it does not know; the tables would then not be the ones we expect.
        MigrationInfo[] all = flyway.info().all();
        Optional<MigrationVersion> applied = Arrays.stream(all)
                .filter(info -> info.getState().isApplied())
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo);
        Optional<MigrationVersion> known = Arrays.stream(all)
                .filter(info -> info.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo);
        if (applied.isPresent() && known.isPresent() && applied.get().compareTo(known.get()) > 0) {
            throw new SchemaTooNewException(
                    applied.get().getVersion(), known.get().getVersion());
        }
    }
}
