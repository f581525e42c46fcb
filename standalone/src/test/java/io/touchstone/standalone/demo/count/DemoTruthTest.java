package io.touchstone.standalone.demo.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.report.answer.Report;
import io.touchstone.standalone.demo.shop.Customer;
import io.touchstone.standalone.demo.shop.History;
import io.touchstone.standalone.demo.shop.Tactic;
import io.touchstone.standalone.demo.shop.TrueEffect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The demo's history of 20 seeds, at its full size, through the evaluator, the pure function and the report. */
class DemoTruthTest {
    private static final int SEEDS = 20;
    /** A Sunday afternoon in Shanghai. */
    private static final Instant MOMENT = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void intervals_of20Seeds_holdTheTruthAsOftenAsTheySay() {
        List<Reading> readings = LongStream.rangeClosed(1, SEEDS)
                .parallel()
                .mapToObj(DemoTruthTest::readings)
                .flatMap(List::stream)
                .toList();

        assertThat(readings).hasSize(SEEDS * TrueEffect.all().size());
        long holding = readings.stream().filter(Reading::holds).count();
        System.out.printf(Locale.ROOT, "%d of %d intervals hold the truth%n", holding, readings.size());
        assertThat((double) holding / readings.size()).isBetween(0.90, 0.99);
        assertThat(readings).allSatisfy(reading -> assertThat(reading.hasSign()).isTrue());
        assertThat(TrueEffect.all())
                .anySatisfy(truth -> assertThat(truth.effect()).isZero());
    }

    private static List<Reading> readings(long seed) {
        History history = new History(seed, MOMENT);
        SeededDatafile assignment = new SeededDatafile(history, seed);
        CustomerEvents events = new CustomerEvents(history, assignment);
        PureCount count = new PureCount(history, assignment.config());
        List<Reading> readings = new ArrayList<>();
        for (Tactic tactic : Tactic.values()) {
            for (Customer customer : history.customers(tactic)) {
                count.add(customer, events.past(customer));
            }
            Report report = count.report(tactic);
            readings.addAll(Reading.of(report, TrueEffect.all()));
        }
        return readings;
    }
}
