package io.touchstone.standalone.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.model.catalog.DayRange;
import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.Window;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The closed forms against what customers really do, each of them under every arm. */
class TrueEffectTest {
    private static final int CUSTOMERS = 60_000;
    private static final double STANDARD_ERRORS = 4;
    private static final Days DAYS = new Days(History.ZONE);
    private static final int DAY =
            DAYS.dayOf(Instant.parse("2026-11-02T00:00:00Z").toEpochMilli());

    static Stream<TrueEffect> effects() {
        return TrueEffect.all().stream();
    }

    @ParameterizedTest
    @MethodSource("effects")
    void effect_isTheMeanDifferenceOfBothFatesOfEveryone(TrueEffect truth) {
        Tactic tactic = truth.tactic();
        String control = tactic.arms().getFirst().key();
        MetricDefinition metric = truth.metric().definition(Language.EN);
        double sum = 0;
        double squares = 0;
        double controlSum = 0;
        for (int number = 0; number < CUSTOMERS; number++) {
            Chance chance = new Chance(99, tactic.ordinal(), number);
            Customer customer = tactic.customer(chance, number, "x", DAYS, DAY);
            double without = value(metric, customer, tactic.deeds(chance, customer, control, DAYS));
            double with = value(metric, customer, tactic.deeds(chance, customer, truth.arm(), DAYS));
            sum += with - without;
            squares += (with - without) * (with - without);
            controlSum += without;
        }
        double mean = sum / CUSTOMERS;
        double error = Math.sqrt((squares / CUSTOMERS - mean * mean) / CUSTOMERS);

        assertThat(Math.abs(mean - truth.effect())).isLessThanOrEqualTo(STANDARD_ERRORS * error);
        if (truth.effect() == 0) {
            assertThat(squares).as("nobody's fate differs").isZero();
        }
        assertThat(controlSum / CUSTOMERS)
                .isCloseTo(truth.control(), org.assertj.core.data.Offset.offset(0.02 + 0.05 * truth.control()));
    }

    @Test
    void effects_includeOneOfExactlyZeroAndOneOfEachSign() {
        List<Double> effects = effects().map(TrueEffect::effect).toList();

        assertThat(effects).hasSize(20).contains(0.0).anyMatch(effect -> effect > 0);
        assertThat(effects().map(truth -> truth.metric())).contains(ShopMetric.UNSUBSCRIBE_3D);
    }

    private static double value(MetricDefinition metric, Customer customer, List<Deed> deeds) {
        double total = 0;
        for (Deed deed : deeds) {
            if (deed.name().equals(metric.event()) && counts(metric, customer.met(), deed.time())) {
                total += metric.kind().amount() ? deed.value() : 1;
            }
        }
        if (!metric.kind().amount()) {
            return Math.min(1, total);
        }
        return metric.cap() == null ? total : Math.min(metric.cap(), total);
    }

    private static boolean counts(MetricDefinition metric, long met, long time) {
        Window window = metric.window();
        DayRange days = metric.days();
        if (days != null) {
            int day = DAYS.dayOf(time) - DAYS.dayOf(met);
            return days.from() <= day && day <= days.to();
        }
        return time >= met && (window == null || time < met + window.lengthMillis());
    }
}
