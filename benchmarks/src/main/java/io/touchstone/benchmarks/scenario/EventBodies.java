package io.touchstone.benchmarks.scenario;

import io.touchstone.core.condition.Attributes;
import io.touchstone.model.record.TopicRecord;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What happens, with the odds of the scenario. */
final class EventBodies {

    private static final double EXPOSURES = 0.10;
    private static final double OUTCOMES = 0.85;
    private static final int HIGHEST_VALUE_CENTS = 10_000;
    private static final List<String> CHANNELS = List.of("app", "web", "mini-program");
    private static final List<String> PLANS = List.of("free", "plus", "pro");

    private final ScenarioUnits units;
    private final List<String> experiments = keys(Scenario.EXPERIMENTS, Scenario::experiment);
    private final List<String> flags = keys(Scenario.EXPERIMENTS, Scenario::flag);
    private final List<String> outcomes = keys(Scenario.NAMES, Scenario::outcome);

    EventBodies(ScenarioUnits units) {
        this.units = units;
    }

    private static List<String> keys(int count, java.util.function.IntFunction<String> key) {
        return IntStream.range(0, count).mapToObj(key).toList();
    }

    TopicRecord.Body draw(int unit, SplittableRandom random) {
        double kind = random.nextDouble();
        if (kind < EXPOSURES) {
            return exposure(unit, random.nextInt(Scenario.LAYERS));
        }
        return kind < EXPOSURES + OUTCOMES ? outcome(random) : profile(unit, random);
    }

    TopicRecord.Exposure exposure(int unit, int layer) {
        int experiment = units.experiment(unit, layer);
        return new TopicRecord.Exposure(
                flags.get(experiment),
                experiments.get(experiment),
                1,
                units.variant(unit, experiment),
                "experiment",
                null,
                Attributes.of(ScenarioUnits.DIMENSION, units.city(unit)));
    }

    private TopicRecord.Outcome outcome(SplittableRandom random) {
        return new TopicRecord.Outcome(
                outcomes.get(random.nextInt(Scenario.NAMES)),
                random.nextInt(1, HIGHEST_VALUE_CENTS) / 100.0,
                Attributes.of("channel", CHANNELS.get(random.nextInt(CHANNELS.size()))));
    }

    private TopicRecord.Profile profile(int unit, SplittableRandom random) {
        return new TopicRecord.Profile(Attributes.of(
                ScenarioUnits.DIMENSION, units.city(unit), "plan", PLANS.get(random.nextInt(PLANS.size()))));
    }
}
