package io.touchstone.console.flag;

import static io.touchstone.console.ConsoleClient.CURRENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.console.ConsoleClient;
import io.touchstone.console.ConsoleClient.Answer;
import io.touchstone.console.publication.Published;
import io.touchstone.core.datafile.Datafile;
import io.touchstone.core.datafile.FlagDefinition;
import io.touchstone.core.datafile.RolloutRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagEndpointTest {
    private final ConsoleClient operator = ConsoleClient.operator();
    private String environment;
    private String project;

    @BeforeEach
    void newEnvironment() {
        environment = operator.newEnvironment();
        project = ConsoleClient.projectOf(environment);
    }

    @Test
    void createFlag_isPublishedInEveryEnvironmentOfTheProject() {
        operator.post(project + "/environments", "{'key':'staging','zone':'UTC'}")
                .is(201);

        Answer made = operator.post(
                        project + "/flags", "{'key':'offer','type':'object','default':{'a':[1,2.5]},'name':'Offer'}")
                .is(201);

        assertThat(made.at("/default/a")).isEqualTo("[1,2.5]");
        assertThat(operator.get(project + "/flags/offer").is(200).text()).isEqualTo(made.text());
        for (String path : new String[] {environment, project + "/environments/staging"}) {
            assertThat(Published.datafile(path).flags())
                    .extracting(FlagDefinition::key)
                    .containsExactly("offer");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "boolean|1",
                "boolean|'true'",
                "string|1",
                "integer|1.5",
                "integer|'1'",
                "integer|true",
                "float|'1.5'",
                "object|[1]",
                "object|'a'",
                "string|{}"
            })
    void createFlag_defaultOfAnotherType_is400(String type, String value) {
        operator.post(project + "/flags", "{'key':'f','type':'" + type + "','default':" + value + "}")
                .isProblem(400, "type_invalid")
                .detail("default: ");
    }

    @Test
    void createFlag_badFields_areNamed() {
        operator.post(project + "/flags", "{'key':'f','type':'enum','default':1}")
                .isProblem(400, "value_unknown")
                .detail("type: enum (expected: boolean | string | integer | float | object)");
        operator.post(project + "/flags", "{'key':'f','type':'string'}")
                .isProblem(400, "field_missing")
                .detail("default");
        operator.post(project + "/flags", "{'key':'f','type':'float','default':1e400}")
                .isProblem(400, "number_range");
        operator.post("/api/v1/projects/nowhere/flags", "{'key':'f','type':'string','default':'a'}")
                .isProblem(404, "not_found");
    }

    @Test
    void putFlagSetting_needsTheRevisionThatWasRead() {
        operator.newFlag(environment, "offer");
        String path = environment + "/flags/offer";
        Answer read = operator.get(path).is(200);
        assertThat(read.etag()).isEqualTo("\"0\"");
        assertThat(read.at("/enabled")).isEqualTo("true");

        operator.put(path, "{'enabled':false,'rules':[]}").isProblem(428, "if_match_required");
        Answer written = operator.put(path, "{'enabled':false,'rules':[]}", "If-Match", read.etag())
                .is(200);
        assertThat(written.etag()).isEqualTo("\"1\"");
        operator.put(path, "{'enabled':true,'rules':[]}", "If-Match", read.etag())
                .isProblem(412, "revision_mismatch");
        assertThat(Published.datafile(environment).flags().getFirst().enabled()).isFalse();
    }

    @Test
    void putFlagSetting_whatWasReadMayBeSentBack() {
        operator.newFlag(environment, "offer");
        String path = environment + "/flags/offer";
        Answer first = operator.put(path, """
                {'enabled':true,
                 'rules':[{'kind':'rollout','key':'r1','share':250000,'variant':'on','value':'off10',
                           'audience':{'op':'in','attribute':'country','values':['CN','SG']}}],
                 'forced':[{'unit':'tester','variant':'on','value':'off20'}]}""", "If-Match", "\"0\"").is(200);

        Answer second = operator.put(path, operator.get(path).text(), "If-Match", first.etag())
                .is(200);

        assertThat(second.at("/rules")).isEqualTo(first.at("/rules"));
        assertThat(first.at("/rules/0/unitType")).isEqualTo("user");
        assertThat(first.text()).doesNotContain("salt");
    }

    @Test
    void putFlagSetting_rolloutKeepsItsKey_keepsItsSalt() {
        operator.newFlag(environment, "offer");
        String path = environment + "/flags/offer";
        String rollout =
                "{'enabled':true,'rules':[{'kind':'rollout','key':'%s','share':%d,'variant':'on','value':'x'}]}";
        operator.put(path, rollout.formatted("r1", 1000), "If-Match", CURRENT).is(200);
        String salt = salt();

        operator.put(path, rollout.formatted("r1", 2000), "If-Match", CURRENT).is(200);
        assertThat(salt()).isEqualTo(salt).startsWith("r-");
        operator.put(path, rollout.formatted("r2", 2000), "If-Match", CURRENT).is(200);
        assertThat(salt()).isNotEqualTo(salt);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{'kind':'other'}]|value_unknown|rules[0].kind",
                "[{'kind':'experiment','experiment':'x'}]|experiment_unknown|rules[0].experiment",
                "[{'kind':'rollout','key':'r','share':1000001,'variant':'v','value':'x'}]|number_range|rules[0].share",
                "[{'kind':'rollout','key':'r','share':-1,'variant':'v','value':'x'}]|number_range|rules[0].share",
                "[{'kind':'rollout','key':'r','share':0.5,'variant':'v','value':'x'}]|type_invalid|rules[0].share",
                "[{'kind':'rollout','key':'r','share':1,'variant':'v','value':7}]|type_invalid|rules[0].value",
                "[{'kind':'rollout','key':'r','share':1,'variant':'v'}]|field_missing|rules[0].value",
                "[{'kind':'rollout','key':'r','share':1,'variant':'v','value':'x','audience':{'op':'like'}}]|op_unknown|rules[0].audience.op: like",
                "[{'kind':'rollout','key':'r','share':1,'variant':'v','value':'x','audience':{'op':'inSegment','segment':'s'}}]|segment_unknown|rules[0].audience",
                "[{'kind':'rollout','key':'r','share':1,'variant':'v','value':'x','audience':{'op':'any','of':[{'op':'inSegment','segment':'s'}]}}]|segment_unknown|rules[0].audience",
                "[{'kind':'rollout','key':'r','share':1,'variant':'v','value':'x','audience':{'op':'semver','attribute':'v','order':'gte','value':'v1'}}]|value_invalid|rules[0].audience.value: v1",
                "[{'kind':'rollout','key':'r','share':1,'variant':'v','value':'x','audience':{'op':'between','attribute':'n','from':2,'to':1}}]|number_range|rules[0].audience.to: 1",
                "[null]|field_missing|rules[0]"
            })
    void putFlagSetting_badRule_isNamed(String rules, String code, String field) {
        operator.newFlag(environment, "offer");

        operator.put(environment + "/flags/offer", "{'enabled':true,'rules':" + rules + "}", "If-Match", CURRENT)
                .isProblem(400, code)
                .detailStarts(field);
    }

    @Test
    void putFlagSetting_twoRulesOfOneKey_is400() {
        operator.newFlag(environment, "offer");
        String rule = "{'kind':'rollout','key':'r','share':1,'variant':'v','value':'x'}";
        operator.put(
                        environment + "/flags/offer",
                        "{'enabled':true,'rules':[" + rule + "," + rule + "]}",
                        "If-Match",
                        CURRENT)
                .isProblem(400, "duplicate");
    }

    @Test
    void putFlagSetting_prerequisites_mustExistAndNotCircle() {
        operator.newFlag(environment, "one");
        operator.newFlag(environment, "two");
        String needs = "{'enabled':true,'rules':[],'prerequisites':[{'flag':'%s','variants':['on']}]}";

        operator.put(environment + "/flags/one", needs.formatted("nowhere"), "If-Match", CURRENT)
                .isProblem(400, "flag_unknown")
                .detail("prerequisites[0].flag: nowhere");
        operator.put(environment + "/flags/one", needs.formatted("two"), "If-Match", CURRENT)
                .is(200);
        operator.put(environment + "/flags/two", needs.formatted("one"), "If-Match", CURRENT)
                .isProblem(400, "reference_circle");
        assertThat(operator.get(environment + "/flags/two").etag()).isEqualTo("\"0\"");
    }

    private String salt() {
        Datafile datafile = Published.datafile(environment);
        return ((RolloutRule) datafile.flags().getFirst().rules().getFirst()).salt();
    }
}
