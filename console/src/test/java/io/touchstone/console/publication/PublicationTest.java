package io.touchstone.console.publication;

import static io.touchstone.console.ConsoleClient.CURRENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.console.ConsoleClient;
import io.touchstone.console.ConsoleServer;
import io.touchstone.core.datafile.DatafileCodec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

class PublicationTest {
    private final ConsoleClient operator = ConsoleClient.operator();

    @Test
    void everyChange_publishesOneVersion() throws Exception {
        String environment = operator.newEnvironment();
        String project = ConsoleClient.projectOf(environment);
        operator.newMetric(environment, "purchase");
        List<Callable<ConsoleClient.Answer>> changes = new ArrayList<>();
        changes.add(() -> operator.post(project + "/flags", "{'key':'offer','type':'string','default':'none'}"));
        changes.add(() -> operator.post(environment + "/layers", "{'key':'second'}"));
        changes.add(() -> operator.post(environment + "/keys", "{'kind':'server','name':'s'}"));
        changes.add(
                () -> operator.put(environment + "/flags/offer", "{'enabled':true,'rules':[]}", "If-Match", CURRENT));
        changes.add(() -> operator.newDraft(environment, "x", "offer", "[[0,10]]"));
        changes.add(() -> operator.patch(environment + "/experiments/x", "{'name':'X'}", "If-Match", CURRENT));
        changes.add(() -> operator.post(project + "/metrics/purchase/versions", "{'kind':'count','event':'e'}"));
        for (String call : List.of("start", "pause", "resume", "stop")) {
            changes.add(() -> operator.post(environment + "/experiments/x/" + call, "{}"));
        }
        long version = Published.datafile(environment).version();

        for (Callable<ConsoleClient.Answer> change : changes) {
            assertThat(change.call().status()).isBetween(200, 201);
            assertThat(Published.datafile(environment).version()).isEqualTo(++version);
        }
        assertThat(operator.get(environment).at("/version")).isEqualTo(String.valueOf(version));
    }

    @Test
    void publication_isCanonicalWithItsETag_andKept() throws Exception {
        String environment = operator.newEnvironment();
        operator.newFlag(environment, "offer");

        String datafile = Published.text(environment, "datafile");

        byte[] canonical = DatafileCodec.writeCanonical(DatafileCodec.read(datafile));
        assertThat(new String(canonical, StandardCharsets.UTF_8)).isEqualTo(datafile);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        assertThat(Published.text(environment, "datafile_etag")).isEqualTo('"' + sha256.substring(0, 32) + '"');
        String number = operator.get(environment).at("/number");
        assertThat(ConsoleServer.shared()
                        .column("select version from publication where environment = " + number + " order by version"))
                .containsExactly("1", "2");
    }

    @Test
    void publication_isAnnouncedWhenItIsCommitted() throws SQLException {
        String environment = operator.newEnvironment();
        String number = operator.get(environment).at("/number");
        try (Connection listener = ConsoleServer.shared().connect()) {
            try (var statement = listener.createStatement()) {
                statement.execute("listen " + DocumentPublications.CHANNEL);
            }
            operator.newFlag(environment, "offer");

            PGNotification[] heard = listener.unwrap(PGConnection.class).getNotifications(10_000);

            assertThat(heard).extracting(PGNotification::getParameter).contains(number + ":2");
        }
    }

    @Test
    void refusedChange_publishesNothing() {
        String environment = operator.newEnvironment();
        operator.newFlag(environment, "offer");
        long version = Published.datafile(environment).version();

        operator.post(ConsoleClient.projectOf(environment) + "/flags", "{'key':'offer','type':'string','default':'x'}")
                .isProblem(409, "already_exists");
        operator.post(environment + "/layers", "{'key':'default'}").isProblem(409, "already_exists");
        operator.put(environment + "/flags/offer", "{'enabled':true,'rules':[]}", "If-Match", "\"9\"")
                .isProblem(412, "revision_mismatch");

        assertThat(Published.datafile(environment).version()).isEqualTo(version);
    }
}
