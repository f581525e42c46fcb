package io.touchstone.console.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.console.AtOnce;
import io.touchstone.console.ConsoleClient;
import io.touchstone.console.ConsoleClient.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricEndpointTest {
    private final ConsoleClient operator = ConsoleClient.operator();
    private String metrics;

    @BeforeEach
    void newProject() {
        metrics = ConsoleClient.projectOf(operator.newEnvironment()) + "/metrics";
    }

    @Test
    void createMetric_everyKind_isReadBack() {
        String purchase = """
                {'key':'purchase','name':'Purchase','kind':'conversion','event':'purchase',
                 'filter':{'op':'eq','attribute':'channel','value':'app'},
                 'window':{'delayMillis':0,'lengthMillis':604800000},'direction':'increase','unit':'%','range':'positive'}""";
        Answer made = operator.post(metrics, purchase).is(201);
        assertThat(made.at("/version")).isEqualTo("1");
        assertThat(made.at("/window/lengthMillis")).isEqualTo("604800000");
        operator.post(metrics, """
                {'key':'spend','kind':'sum','event':'purchase','cap':1000.0,'direction':'increase','unit':'¥',
                 'range':'positive'}""").is(201);
        operator.post(metrics, """
                {'key':'d7','kind':'retention','event':'*','days':[7,7],'direction':'increase','unit':'%',
                 'range':'positive'}""").is(201);

        Answer list = operator.get(metrics).is(200);

        assertThat(list.json().path("items").findValuesAsString("key")).containsExactly("d7", "purchase", "spend");
        assertThat(operator.get(metrics + "/purchase").is(200).text()).isEqualTo(made.text());
        assertThat(operator.get(metrics + "/spend").at("/cap")).isEqualTo("1000.0");
    }

    @Test
    void createMetric_again_is409() {
        String body = "{'key':'m','kind':'count','event':'e'}";
        operator.post(metrics, body).is(201);

        operator.post(metrics, body).isProblem(409, "already_exists");
    }

    @Test
    void createMetricVersion_atOnce_areNumberedWithoutGap() {
        operator.post(metrics, "{'key':'m','kind':'count','event':'e'}").is(201);

        List<String> versions =
                AtOnce.call(6, i -> operator.post(metrics + "/m/versions", "{'kind':'count','event':'e" + i + "'}")
                        .is(201)
                        .at("/version"));

        assertThat(versions).containsExactlyInAnyOrder("2", "3", "4", "5", "6", "7");
        assertThat(operator.get(metrics + "/m/versions").json().path("items")).hasSize(7);
        operator.post(metrics + "/other/versions", "{'kind':'count','event':'e'}")
                .isProblem(404, "not_found");
        operator.post(metrics + "/m/versions", "{'key':'n','kind':'count','event':'e'}")
                .isProblem(400, "value_invalid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'kind':'median','event':'e'|value_unknown|kind: median",
                "'kind':'count'|field_missing|event",
                "'kind':'count','event':''|key_invalid|event",
                "'kind':'retention','event':'e'|metric_invalid|days",
                "'kind':'retention','event':'e','days':[7]|days_invalid|days",
                "'kind':'retention','event':'e','days':[9,7]|days_invalid|days: [9, 7] (",
                "'kind':'retention','event':'e','days':[1,'x']|type_invalid|days[1]: \"x\" (",
                "'kind':'retention','event':'e','days':[1,999]|number_range|days[1]: 999 (",
                "'kind':'count','event':'e','days':[1,2]|metric_invalid|days",
                "'kind':'conversion','event':'e','cap':5|metric_invalid|cap",
                "'kind':'sum','event':'e','cap':-5|metric_invalid|cap",
                "'kind':'sum','event':'e','cap':'5'|type_invalid|cap",
                "'kind':'count','event':'e','window':{'delayMillis':-1,'lengthMillis':5}|number_range|window.delayMillis: -1 (",
                "'kind':'count','event':'e','window':{'delayMillis':'x','lengthMillis':5}|type_invalid|window.delayMillis: \"x\" (",
                "'kind':'count','event':'e','window':{'delayMillis':0}|field_missing|window.lengthMillis",
                "'kind':'count','event':'e','direction':'up'|value_unknown|direction",
                "'kind':'count','event':'e','range':'any'|value_unknown|range",
                "'kind':'count','event':'e','filter':{'op':'gt','attribute':'a','value':[]}|type_invalid|filter.value: []",
                "'kind':'count','event':'e','unit':'far too long for a unit'|value_invalid|unit"
            })
    void createMetric_badField_isNamed(String fields, String code, String detail) {
        operator.post(metrics, "{'key':'m'," + fields + "}")
                .isProblem(400, code)
                .detailStarts(detail);
    }
}
