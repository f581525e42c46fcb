package io.touchstone.console.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.console.ConsoleServer;
import io.touchstone.console.project.Environment;
import io.touchstone.embedded.testing.TestDatabase;
import io.touchstone.migrations.Migrations;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class BootstrapTest {
    private static TestDatabase database;
    private static ConfigurableApplicationContext context;
    private static Bootstrap bootstrap;

    @BeforeAll
    static void start() {
        database = TestDatabase.create(BootstrapTest.class);
        Migrations.migrate(database.dataSource());
        context = ConsoleServer.start(Map.of(
                "spring.r2dbc.url", database.r2dbcUrl(),
                "spring.r2dbc.username", database.user(),
                "spring.r2dbc.password", database.password(),
                "spring.r2dbc.pool.initial-size", "1"));
        bootstrap = context.getBean(Bootstrap.class);
    }

    @AfterAll
    static void stop() {
        context.close();
        database.close();
    }

    @Test
    void ensureDefaultProject_emptyDatabase_makesProductionOnce() {
        Environment made =
                bootstrap.ensureDefaultProject(ZoneId.of("Asia/Shanghai")).block();

        assertThat(made).isNotNull();
        assertThat(made.path()).isEqualTo("default/production");
        assertThat(made.number()).isEqualTo(1);
        assertThat(made.version()).isEqualTo(1);
        assertThat(made.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(bootstrap.ensureDefaultProject(ZoneId.of("UTC")).block()).isNull();
    }

    @Test
    void ensureAdminAccount_twice_givesOnePassword() {
        assertThat(bootstrap.ensureAdminAccount().block()).matches("[A-Za-z0-9]{20}");
        assertThat(bootstrap.ensureAdminAccount().block()).isNull();
    }

    @Test
    void ensureLauncherToken_again_isNoError() {
        String token = Bootstrap.newTokenText();
        bootstrap.ensureLauncherToken(token).block();
        bootstrap.ensureLauncherToken(token).block();
    }
}
