package io.touchstone.pipeline.oracle;

import io.touchstone.pipeline.oracle.PropertyFilter.All;
import io.touchstone.pipeline.oracle.PropertyFilter.Any;
import io.touchstone.pipeline.oracle.PropertyFilter.Compare;
import io.touchstone.pipeline.oracle.PropertyFilter.Eq;
import io.touchstone.pipeline.oracle.PropertyFilter.Exists;
import io.touchstone.pipeline.oracle.PropertyFilter.In;
import io.touchstone.pipeline.oracle.PropertyFilter.None;
import io.touchstone.pipeline.oracle.TestCatalog.Dimension;
import io.touchstone.pipeline.oracle.TestCatalog.Experiment;
import io.touchstone.pipeline.oracle.TestCatalog.Metric;
import io.touchstone.pipeline.oracle.TestCatalog.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Draws a catalog: three experiments, one with two phases and one on devices, and metrics of every kind. */
final class CatalogDraw {

    static final List<String> CITIES = List.of("beijing", "shanghai", "münchen", "柏林", "oslo");
    static final List<String> COVARIATES = List.of("history", "visits");

    private static final Dimension CITY = new Dimension("city", List.of("beijing", "münchen", "柏林"));
    private static final Dimension LEVEL = new Dimension("level", List.of("1", "2.5", "true"));

    private final Random random;

    CatalogDraw(Random random) {
        this.random = random;
    }

    /**
     * @param startsAt start of all first phases, epoch milliseconds
     * @param secondPhaseAt start of the second phase, epoch milliseconds
     */
    TestCatalog draw(String zone, long startsAt, long secondPhaseAt) {
        List<Metric> pool = pool();
        List<Metric> second = some(pool, 3 + random.nextInt(4));
        List<Metric> first = some(second, 1 + random.nextInt(second.size()));
        List<Experiment> experiments = List.of(
                new Experiment(
                        "alpha",
                        "offer",
                        "user",
                        false,
                        List.of(
                                phase(1, "stopped", startsAt, List.of("control", "coupon", "push"), first),
                                phase(2, "running", secondPhaseAt, List.of("control", "coupon"), second))),
                new Experiment(
                        "beta",
                        "guide",
                        "user",
                        false,
                        List.of(phase(
                                1, "running", startsAt, List.of("old", "new"), some(pool, 2 + random.nextInt(4))))),
                new Experiment(
                        "gamma",
                        "badge",
                        "device",
                        false,
                        List.of(phase(
                                1,
                                random.nextBoolean() ? "running" : "paused",
                                startsAt,
                                List.of("off", "silver", "gold"),
                                some(pool, 2 + random.nextInt(4))))));
        return new TestCatalog(zone, pool, experiments);
    }

    private Phase phase(int number, String state, long startsAt, List<String> variants, List<Metric> metrics) {
        return new Phase(
                number,
                state,
                startsAt,
                variants,
                metrics,
                some(List.of(CITY, LEVEL), random.nextInt(3)),
                some(COVARIATES, random.nextInt(3)));
    }

    private List<Metric> pool() {
        return List.of(
                Metric.conversion("bought", "purchase"),
                Metric.conversion("bought_soon", "purchase").where(channel()).within(delay(), length()),
                Metric.conversion("bought_soon", "purchase").version(2).within(delay(), length()),
                Metric.conversion("active", "*").within(delay(), length()),
                Metric.count("opens", "open", null),
                Metric.count("opens_capped", "open", 1.0 + random.nextInt(3)).within(delay(), length()),
                Metric.count("anything", "*", random.nextBoolean() ? 5.0 : null).where(compound()),
                Metric.sum("spend", "purchase", null),
                Metric.sum("spend_capped", "purchase", 10.25 + random.nextInt(40))
                        .where(amount()),
                Metric.sum("spend_soon", "purchase", random.nextBoolean() ? 30.5 : null)
                        .within(delay(), length()),
                Metric.sum("balance", "adjust", random.nextBoolean() ? 7.75 : null),
                retention("back", "*"),
                retention("back_to_open", "open"),
                retention("back_on_app", "*").where(channel()),
                Metric.retention("back_in_the_end", "open", 28, 33));
    }

    private Metric retention(String key, String event) {
        int first = random.nextInt(4);
        return Metric.retention(key, event, first, first + (random.nextBoolean() ? 0 : random.nextInt(4)));
    }

    private long delay() {
        long[] hours = {0, 0, 1, 24};
        return Duration.ofHours(hours[random.nextInt(hours.length)]).toMillis();
    }

    private long length() {
        long[] hours = {2, 24, 72, 168};
        return Duration.ofHours(hours[random.nextInt(hours.length)]).toMillis();
    }

    private PropertyFilter channel() {
        return random.nextBoolean() ? new Eq("channel", "app") : new In("channel", List.of("app", "小程序"));
    }

    private PropertyFilter amount() {
        List<String> operators = List.of("gt", "gte", "lt", "lte");
        return new Compare(operators.get(random.nextInt(operators.size())), "amount", 5);
    }

    private PropertyFilter compound() {
        return switch (random.nextInt(3)) {
            case 0 -> new Any(List.of(new Exists("amount"), new Eq("member", true)));
            case 1 -> new All(List.of(channel(), new None(List.of(new Eq("member", false)))));
            default -> new None(List.of(channel(), amount()));
        };
    }

    private <T> List<T> some(List<T> from, int count) {
        List<T> drawn = new ArrayList<>(from);
        Collections.shuffle(drawn, random);
        return List.copyOf(drawn.subList(0, count));
    }
}
