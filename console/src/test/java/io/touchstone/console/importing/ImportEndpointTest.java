package io.touchstone.console.importing;

import static io.touchstone.console.ConsoleClient.CURRENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.console.ConsoleClient;
import io.touchstone.console.ConsoleClient.Answer;
import io.touchstone.console.ConsoleServer;
import io.touchstone.console.publication.Published;
import io.touchstone.model.access.ImportGrant;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportEndpointTest {
    private static final String ONE = "1".repeat(64);
    private static final String TWO = "2".repeat(64);
    private final ConsoleClient operator = ConsoleClient.operator();
    private String environment;
    private String imports;

    @BeforeEach
    void newImportedExperiment() {
        environment = operator.newEnvironment();
        imports = environment + "/imports";
        operator.newFlag(environment, "offer");
        operator.newMetric(environment, "purchase");
        operator.post(environment + "/experiments", """
                {'key':'cats','flag':'offer','imported':true,'startsAt':'2014-01-01T00:00:00Z',
                 'variants':[{'key':'gate_30','weight':1},{'key':'gate_40','weight':1}],
                 'metrics':[{'key':'purchase'}]}""").is(201);
        operator.post(environment + "/experiments/cats/start", "{}").is(200);
    }

    @Test
    void openImport_isPublishedForSixDays() {
        Answer opened = open(ONE, "").is(201);

        assertThat(opened.at("/id")).startsWith("imp_");
        assertThat(opened.at("/state")).isEqualTo("open");
        assertThat(opened.at("/nextRow")).isEqualTo("1");
        assertThat(opened.at("/phase")).isEqualTo("1");
        assertThat(Duration.between(Instant.parse(opened.at("/openedAt")), Instant.parse(opened.at("/until"))))
                .isEqualTo(Duration.ofDays(6));
        ImportGrant grant =
                Published.accessList(environment).importGrant(opened.at("/id")).orElseThrow();
        assertThat(grant.open()).isTrue();
        assertThat(grant.until()).isEqualTo(Instant.parse(opened.at("/until")));
        assertThat(operator.get(imports + "/" + opened.at("/id")).is(200).text())
                .isEqualTo(opened.text());
    }

    @Test
    void openImport_sameFileAgain_isTheSameImport() {
        Answer opened = open(ONE, "").is(201);
        assertThat(open(ONE, "").is(200).text()).isEqualTo(opened.text());
        long version = Published.datafile(environment).version();

        seal(opened, 90_189).is(200);
        Answer again = open(ONE, "").is(200);

        assertThat(again.at("/id")).isEqualTo(opened.at("/id"));
        assertThat(again.at("/state")).isEqualTo("sealed");
        assertThat(again.at("/rows")).isEqualTo("90189");
        assertThat(Published.accessList(environment)
                        .importGrant(opened.at("/id"))
                        .orElseThrow()
                        .open())
                .isFalse();
        assertThat(Published.datafile(environment).version()).isEqualTo(version + 1);
    }

    @Test
    void openImport_otherFile_needsAppendAndASeal() {
        Answer first = open(ONE, "").is(201);
        open(TWO, "").isProblem(409, "import_exists");
        open(TWO, ",'append':true").isProblem(409, "import_open");
        seal(first, 10).is(200);
        open(TWO, "").isProblem(409, "import_exists");

        Answer second = open(TWO, ",'append':true,'rows':5").is(201);

        assertThat(second.at("/nextRow")).isEqualTo("11");
        assertThat(second.at("/expectedRows")).isEqualTo("5");
        seal(second, 5).is(200);
        assertThat(open("3".repeat(64), ",'append':true").is(201).at("/nextRow"))
                .isEqualTo("16");
        assertThat(open(ONE, ",'append':true").is(200).at("/state")).isEqualTo("sealed");
    }

    @Test
    void seal_isFinal() {
        Answer opened = open(ONE, "").is(201);
        seal(opened, 10).is(200);

        assertThat(seal(opened, 10).is(200).at("/state")).isEqualTo("sealed");
        seal(opened, 11).isProblem(409, "state_invalid");
        operator.post(imports + "/imp_nowhere/seal", "{'rows':1}").isProblem(404, "not_found");
        operator.post(imports + "/" + opened.at("/id") + "/seal", "{}").isProblem(400, "field_missing");
        operator.post(imports + "/" + opened.at("/id") + "/seal", "{'rows':-1}").isProblem(400, "number_range");
    }

    @Test
    void import_afterSixDays_isIncompleteForEver() {
        Answer opened = open(ONE, "").is(201);
        ConsoleServer.shared().pass(Duration.ofDays(6));

        assertThat(operator.get(imports + "/" + opened.at("/id")).at("/state")).isEqualTo("incomplete");
        seal(opened, 1).isProblem(409, "import_incomplete");
        open(ONE, "").isProblem(409, "import_incomplete");
        open(TWO, ",'append':true").isProblem(409, "import_incomplete");
        long version = Published.datafile(environment).version();
        ConsoleServer.shared().bean(ImportExpiry.class).expireAll().block();
        ConsoleServer.shared().bean(ImportExpiry.class).expireAll().block();

        assertThat(Published.accessList(environment)
                        .importGrant(opened.at("/id"))
                        .orElseThrow()
                        .open())
                .isFalse();
        assertThat(Published.datafile(environment).version()).isEqualTo(version + 1);
        assertThat(operator.get(imports + "/" + opened.at("/id")).at("/sealedAt"))
                .isNotEqualTo("absent");
    }

    @Test
    void openImport_backfill_fillsTheFirstPhaseOnly() {
        operator.post(
                        environment + "/experiments",
                        ConsoleClient.draft("shop", "offer", "[[0,10]]").replaceFirst("}$", "")
                                + ",'backfill':true,'startsAt':'"
                                + ConsoleServer.now().minus(Duration.ofDays(28)) + "'}")
                .is(201);
        String body = "{'experiment':'shop','fileSha256':'" + ONE + "'}";
        operator.post(imports, body).isProblem(409, "state_invalid").detail("takes past data, draft");
        operator.post(environment + "/experiments/shop/start", "{}").is(200);

        Answer opened = operator.post(imports, body).is(201);

        assertThat(opened.at("/phase")).isEqualTo("1");
        seal(opened, 5).is(200);
        operator.post(environment + "/experiments/shop/stop", "{}").is(200);
        operator.patch(environment + "/experiments/shop", "{'control':'coupon'}", "If-Match", CURRENT)
                .is(200);
        operator.post(environment + "/experiments/shop/start", "{}").is(200);
        operator.post(imports, body).isProblem(409, "state_invalid").detail("phase: 2");
    }

    @Test
    void openImport_badRequest_isNamed() {
        operator.post(imports, "{'experiment':'cats'}")
                .isProblem(400, "field_missing")
                .detail("fileSha256");
        open("xyz", "").isProblem(400, "value_invalid").detail("fileSha256: xyz");
        open("A".repeat(64), "").isProblem(400, "value_invalid");
        open(ONE, ",'rows':-1").isProblem(400, "number_range").detail("rows");
        operator.post(imports, "{'experiment':'nowhere','fileSha256':'" + ONE + "'}")
                .isProblem(400, "experiment_unknown");
        operator.newDraft(environment, "own", "offer", "[[0,10]]");
        operator.post(imports, "{'experiment':'own','fileSha256':'" + ONE + "'}")
                .isProblem(409, "state_invalid");
        operator.get(imports + "/imp_nowhere").isProblem(404, "not_found");
    }

    private Answer open(String sha256, String more) {
        return operator.post(imports, "{'experiment':'cats','fileSha256':'" + sha256 + "'" + more + "}");
    }

    private Answer seal(Answer opened, long rows) {
        return operator.post(imports + "/" + opened.at("/id") + "/seal", "{'rows':" + rows + "}");
    }
}
