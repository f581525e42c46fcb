package io.touchstone.standalone.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReportTableTest {
    @Test
    void text_conversionAndMissingNumbers_isAlignedWithReasons() {
        String json = """
                {"experiment":"winback","phase":1,"asOf":"2026-11-22","srm":{"statistic":0.1,"p":0.7518,"expected":[5,5],"observed":[5,5]},
                 "metrics":[{"key":"purchase","kind":"conversion","variants":[
                   {"key":"control","control":true,"units":44700,"waiting":12,"count":8502,"value":0.1902},
                   {"key":"coupon","control":false,"units":45489,"waiting":9,"count":8279,"value":0.1820,
                    "absolute":{"estimate":-0.0082,"low":-0.01327,"high":-0.00313,"p":0.00155,"method":"z"},
                    "relative":{"estimate":-0.0431,"low":-0.0687,"high":-0.0167,"method":"fieller"}}]},
                  {"key":"spend","kind":"sum","variants":[
                   {"key":"control","control":true,"units":3,"waiting":0,"value":1.5,
                    "notEstimable":{"code":"too_few","reason":"fewer than 2 units"}}]}]}
                """;
        assertThat(new ReportTable(JsonMapper.builder().build().readTree(json)).text())
                .isEqualTo("""
                        winback, phase 1, as of 2026-11-22
                        split of units: p = 0.7518

                        purchase (conversion)
                          variant             units  waiting     value  difference             interval       p      lift            interval
                          control (control)  44,700       12  19.020 %
                          coupon             45,489        9  18.200 %   -0.820 pp  [-1.327, -0.313] pp  0.0016  -4.310 %  [-6.870, -1.670] %

                        spend (sum)
                          variant            units  waiting   value  difference  interval  p  lift  interval
                          control (control)      3        0  1.5000
                          control: not estimable: fewer than 2 units
                        """);
    }
}
