package io.touchstone.console.experiment;

import static io.touchstone.console.ConsoleClient.CURRENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.console.ConsoleClient;
import io.touchstone.console.ConsoleClient.Answer;
import io.touchstone.console.publication.Published;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentEndpointTest {
    private final ConsoleClient operator = ConsoleClient.operator();
    private String environment;
    private String experiments;

    @BeforeEach
    void newEnvironment() {
        environment = operator.newEnvironment();
        experiments = environment + "/experiments";
        operator.newFlag(environment, "offer");
        operator.newMetric(environment, "purchase");
    }

    @Test
    void createExperiment_fillsInDefaults() {
        Answer made = operator.post(experiments, """
                {'key':'winback','flag':'offer',
                 'variants':[{'key':'a','weight':1,'value':'x'},{'key':'b','weight':2,'value':'y','name':'二'}],
                 'metrics':[{'key':'purchase'}]}""").is(201);

        assertThat(made.at("/state")).isEqualTo("draft");
        assertThat(made.at("/unitType")).isEqualTo("user");
        assertThat(made.at("/layer")).isEqualTo("default");
        assertThat(made.at("/slots")).isEqualTo("[[0,1000000]]");
        assertThat(made.at("/control")).isEqualTo("a");
        assertThat(made.at("/metrics/0/role")).isEqualTo("success");
        assertThat(made.at("/metrics/0/means")).isEqualTo("guarded");
        assertThat(made.at("/plan/alpha")).isEqualTo("0.05");
        assertThat(made.at("/variants/1/name")).isEqualTo("二");
        assertThat(made.etag()).isEqualTo("\"1\"");
        assertThat(operator.get(experiments + "/winback").is(200).text()).isEqualTo(made.text());
        assertThat(operator.get(experiments).at("/items/0/key")).isEqualTo("winback");
        assertThat(Published.datafile(environment).experiments()).isEmpty();
        assertThat(Published.catalog(environment).metrics()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'variants':[{'key':'a','weight':0,'value':'x'},{'key':'b','weight':0,'value':'y'}]|weights_zero|variants[].weight",
                "'variants':[{'key':'a','weight':-1,'value':'x'},{'key':'b','weight':1,'value':'y'}]|number_range|variants[0].weight: -1",
                "'variants':[{'key':'a','weight':1000001,'value':'x'},{'key':'b','weight':1,'value':'y'}]|number_range|variants[0].weight",
                "'variants':[{'key':'a','weight':0.5,'value':'x'},{'key':'b','weight':1,'value':'y'}]|type_invalid|variants[0].weight: 0.5 (expected: an integer)",
                "'variants':[{'key':'a','weight':'1','value':'x'},{'key':'b','weight':1,'value':'y'}]|type_invalid|variants[0].weight",
                "'variants':[{'key':'a','value':'x'},{'key':'b','weight':1,'value':'y'}]|field_missing|variants[0].weight",
                "'variants':[{'key':'a','weight':1e99,'value':'x'},{'key':'b','weight':1,'value':'y'}]|type_invalid|variants[0].weight",
                "'variants':[{'key':'a','weight':99999999999999999999,'value':'x'},{'key':'b','weight':1,'value':'y'}]|number_range|variants[0].weight",
                "'variants':[{'key':'a','weight':1,'value':'x'},{'key':'a','weight':1,'value':'y'}]|duplicate|variants: a",
                "'variants':[{'key':'a','weight':1,'value':'x'}]|number_range|variants: 1 elements",
                "'variants':[{'key':'No E-Mail','weight':1,'value':'x'},{'key':'b','weight':1,'value':'y'}]|key_invalid|variants[0].key",
                "'variants':[{'key':'a','weight':1,'value':1},{'key':'b','weight':1,'value':'y'}]|type_invalid|variants[0].value",
                "'variants':[{'key':'a','weight':1},{'key':'b','weight':1,'value':'y'}]|field_missing|variants[0].value",
                "'variants':[null,{'key':'b','weight':1,'value':'y'}]|field_missing|variants[0]",
                "'variants':{}|type_invalid|variants: {} (expected: a list)",
                "'control':'z'|control_unknown|control: z",
                "'slots':[[0,1000001]]|slots_invalid|slots[0]",
                "'slots':[[-1,10]]|slots_invalid|slots[0]",
                "'slots':[[10,10]]|slots_invalid|slots[0]",
                "'slots':[[0,1,2]]|slots_invalid|slots[0]",
                "'slots':[[0,null]]|slots_invalid|slots[0]",
                "'slots':[]|number_range|slots",
                "'slots':[[0,10],[5,20]]|slots_overlap|slots",
                "'slots':[[0.5,10]]|type_invalid|slots[0][0]",
                "'flag':'nowhere'|flag_unknown|flag: nowhere",
                "'flag':null|field_missing|flag",
                "'layer':'nowhere'|layer_unknown|layer: nowhere",
                "'metrics':[{'key':'nowhere'}]|metric_unknown|metrics[0].key: nowhere",
                "'metrics':[{'key':'purchase','version':2}]|metric_unknown|metrics[0].version: 2",
                "'metrics':[{'key':'purchase'},{'key':'purchase'}]|duplicate|metrics",
                "'metrics':[{'key':'purchase','role':'main'}]|value_unknown|metrics[0].role",
                "'metrics':[{'key':'purchase','means':'t'}]|value_unknown|metrics[0].means",
                "'audience':{'op':'sounds-like'}|op_unknown|audience.op: sounds-like",
                "'audience':5|type_invalid|audience: 5",
                "'unitType':'User'|key_invalid|unitType",
                "'dimensions':[{'key':'city','values':[]}]|number_range|dimensions[0].values",
                "'dimensions':[{'key':'city','values':['a','a']}]|duplicate|dimensions[0].values",
                "'covariates':['a','b','c','d','e']|number_range|covariates",
                "'plan':{'alpha':0}|number_range|plan.alpha",
                "'plan':{'power':1}|number_range|plan.power",
                "'startsAt':'2001-01-01T00:00:00Z'|time_range|startsAt",
                "'backfill':true|field_missing|startsAt: absent",
                "'backfill':true,'startsAt':'2099-01-01T00:00:00Z'|time_range|startsAt",
                "'backfill':'yes'|type_invalid|backfill",
                "'backfill':true,'imported':true,'startsAt':'2001-01-01T00:00:00Z'|value_invalid|backfill",
                "'startsAt':'yesterday'|time_invalid|startsAt",
                "'startsAt':5|type_invalid|startsAt",
                "'salt':'mine'|field_unknown|salt",
                "'state':'running'|field_unknown|state",
                "'key':'No'|key_invalid|key"
            })
    void createExperiment_badField_isNamed(String fields, String code, String detail) {
        String usual = ConsoleClient.draft("x", "offer", "[[0,1000000]]");
        String name = fields.substring(1, fields.indexOf("'", 1));
        String rest = usual.replaceFirst("'" + name + "':(\\[\\[.*?\\]\\]|\\[.*?\\](?=,'|})|'[^']*')", fields);
        String body = rest.equals(usual) ? usual.substring(0, usual.length() - 1) + "," + fields + "}" : rest;

        operator.post(experiments, body).isProblem(400, code).detailStarts(detail);
    }

    @Test
    void createExperiment_keyTaken_is409() {
        operator.newDraft(environment, "x", "offer", "[[0,10]]");

        operator.post(experiments, ConsoleClient.draft("x", "offer", "[[0,10]]"))
                .isProblem(409, "already_exists");
    }

    @Test
    void patchExperiment_changesOnlyWhatItNames() {
        Answer made = operator.post(experiments, """
                {'key':'x','flag':'offer','slots':[[0,10]],'audience':{'op':'exists','attribute':'vip'},
                 'variants':[{'key':'a','weight':1,'value':'x'},{'key':'b','weight':2,'value':'y'}],
                 'metrics':[{'key':'purchase'}],'plan':{'alpha':0.1}}""").is(201);

        Answer patched = operator.patch(experiments + "/x", "{'name':'Neu','slots':[[5,20]]}", "If-Match", made.etag())
                .is(200);

        assertThat(patched.at("/name")).isEqualTo("Neu");
        assertThat(patched.at("/slots")).isEqualTo("[[5,20]]");
        assertThat(patched.at("/audience")).isEqualTo(made.at("/audience"));
        assertThat(patched.at("/variants")).isEqualTo(made.at("/variants"));
        assertThat(patched.at("/plan/alpha")).isEqualTo("0.1");
        assertThat(patched.etag()).isEqualTo("\"2\"");
        Answer cleared = operator.patch(experiments + "/x", "{'audience':null}", "If-Match", "\"2\"")
                .is(200);
        assertThat(cleared.at("/audience")).isEqualTo("absent");
    }

    @Test
    void patchExperiment_badRequest_changesNothing() {
        operator.newDraft(environment, "x", "offer", "[[0,10]]");
        String path = experiments + "/x";

        operator.patch(path, "{'name':'n'}").isProblem(428, "if_match_required");
        operator.patch(path, "{'name':'n'}", "If-Match", "\"7\"").isProblem(412, "revision_mismatch");
        for (String blind : List.of("*", "7", "\"1\", *")) {
            operator.patch(path, "{'name':'n'}", "If-Match", blind)
                    .isProblem(400, "if_match_invalid")
                    .detailStarts("If-Match: ");
        }
        operator.patch(path, "{'audiance':null}", "If-Match", CURRENT)
                .isProblem(400, "field_unknown")
                .detail("audiance");
        operator.patch(path, "{'key':'y'}", "If-Match", CURRENT).isProblem(400, "field_unknown");
        operator.patch(path, "[]", "If-Match", CURRENT).isProblem(400, "type_invalid");
        operator.patch(path, "{'variants':null}", "If-Match", CURRENT).isProblem(400, "field_missing");
        operator.patch(
                        path,
                        "{'variants':[{'key':'a','weight':0,'value':'x'},{'key':'b','weight':0,'value':'y'}]}",
                        "If-Match",
                        CURRENT)
                .isProblem(400, "weights_zero");

        assertThat(operator.get(path).etag()).isEqualTo("\"1\"");
    }

    @Test
    void createExperiment_imported_keepsForeignNames() {
        Answer made = operator.post(experiments, """
                {'key':'hillstrom','flag':'offer','imported':true,'startsAt':'2008-03-20T00:00:00Z',
                 'variants':[{'key':'No E-Mail','weight':1},{'key':"Mens E-Mail",'weight':1},{'key':'女装','weight':1}],
                 'metrics':[{'key':'purchase','means':'welch'}]}""").is(201);

        assertThat(made.at("/variants/0/key")).isEqualTo("No E-Mail");
        assertThat(made.at("/control")).isEqualTo("No E-Mail");
        operator.post(experiments, """
                {'key':'h2','flag':'offer','imported':true,
                 'variants':[{'key':'a\\u0007','weight':1},{'key':'b','weight':1}]}""").isProblem(400, "value_invalid").detail("variants[0].key");
    }
}
