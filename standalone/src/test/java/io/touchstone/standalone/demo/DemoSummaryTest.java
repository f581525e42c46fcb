package io.touchstone.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.standalone.demo.count.Reading;
import io.touchstone.standalone.demo.shop.Language;
import io.touchstone.standalone.demo.shop.ShopMetric;
import io.touchstone.standalone.demo.shop.Tactic;
import io.touchstone.standalone.demo.shop.TrueEffect;
import io.touchstone.statistics.Interval;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemoSummaryTest {
    private static final Reading RATE = new Reading(
            new TrueEffect(Tactic.WINBACK, ShopMetric.ORDER_3D, "off20", 0.062, 0.023),
            0.0262,
            Optional.of(new Interval(0.018, 0.0344)));
    private static final Reading MISSED = new Reading(
            new TrueEffect(Tactic.WINBACK, ShopMetric.UNSUBSCRIBE_3D, "off20", 0.006, 0),
            0.0032,
            Optional.of(new Interval(0.0008, 0.0055)));
    private static final Reading MONEY = new Reading(
            new TrueEffect(Tactic.WINBACK, ShopMetric.ORDER_VALUE_3D, "30-12", 1.8, 1.2),
            -0.001,
            Optional.of(new Interval(-1, 1.3)));

    @Test
    void table_english_setsTruthEstimateAndIntervalSideBySide() {
        assertThat(new DemoSummary(Language.EN).table(List.of(RATE, MISSED, MONEY)))
                .isEqualTo("""
                  experiment       metric                      variant      true effect  estimate   95 % interval  holds it
                  Win-back coupon  Order within 3 days         20 % off        +2.30 pp  +2.62 pp  [+1.80, +3.44]       yes
                                   Unsubscribed within 3 days  20 % off         0.00 pp  +0.32 pp  [+0.08, +0.55]        no
                                   Order value within 3 days   ¥12 off ¥30      +1.20 ¥    0.00 ¥  [-1.00, +1.30]       yes
                """);
    }

    @Test
    void table_chinese_countsTwoColumnsAnIdeograph() {
        String table = new DemoSummary(Language.ZH).table(List.of(RATE, MONEY));

        assertThat(table.lines().map(DemoSummary::width).distinct()).hasSize(1);
        assertThat(table).contains("流失召回券", "3 天内下单", "8 折券", "个百分点");
    }
}
