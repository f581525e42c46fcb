package io.touchstone.benchmarks.scenario;

import java.util.SplittableRandom;

/** Independent draws, evenly spaced in time. */
final class UniformTurns implements Turns {

    private final SplittableRandom random;
    private final int units;
    private final double millisBetween;
    private final long start;
    private long count = -1;
    private int unit;

    UniformTurns(Scenario scenario) {
        this.random = new SplittableRandom(scenario.seed());
        this.units = scenario.units();
        this.millisBetween = 1_000.0 / scenario.eventsPerSecond();
        this.start = scenario.start().toEpochMilli();
    }

    @Override
    public void advance() {
        count++;
        unit = random.nextInt(units);
    }

    @Override
    public int unit() {
        return unit;
    }

    @Override
    public long received() {
        return start + (long) (count * millisBetween);
    }
}
