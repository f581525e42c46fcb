package io.touchstone.certificate;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Runs the experiments of a regime on all cores; the counts depend on the seed alone. */
public final class Simulation {
    private static final int CHUNK = 250;

    private final long seed;

    /** @param seed of all randomness */
    public Simulation(long seed) {
        this.seed = seed;
    }

    /**
     * Simulates as many experiments as the bands say, and goes on to {@link Bands#moreRuns} where the line is outside then: one of
     * fourteen defaults that hold exactly 5 % is outside by chance at 40,000. The verdict is that of all its experiments.
     */
    public Row run(Regime regime, Bands bands) {
        Row row = run(regime, bands.runs());
        if (row.standing(bands) != Row.Standing.FAILS || bands.moreRuns() == bands.runs()) {
            return row;
        }
        return merged(row, run(regime, bands.runs(), bands.moreRuns()));
    }

    /**
     * Simulates.
     *
     * @param runs experiments without an effect, and as many with one
     */
    public Row run(Regime regime, int runs) {
        return run(regime, 0, runs);
    }

    /** The experiments {@code from} to {@code to}, the end not included; whole chunks, but for the last. */
    private Row run(Regime regime, int from, int to) {
        return IntStream.range(from / CHUNK, Math.ceilDiv(to, CHUNK))
                .parallel()
                .mapToObj(chunk -> chunk(regime, chunk, Math.min(CHUNK, to - chunk * CHUNK)))
                .reduce(Simulation::merged)
                .orElseThrow(() -> new IllegalArgumentException("runs: " + (to - from) + " (expected: 1 or more)"));
    }

    private Row chunk(Regime regime, int chunk, int runs) {
        SplittableRandom random =
                new SplittableRandom(mix(mix(seed) + regime.id().hashCode()) + mix(chunk));
        Tally none = Tally.NONE;
        Tally effect = Tally.NONE;
        long found = 0;
        for (int i = 0; i < runs; i++) {
            none = none.plus(regime.experiment().draw(random, false).verdict());
            Regime.Outcome outcome = regime.experiment().draw(random, true);
            effect = effect.plus(outcome.verdict());
            found += outcome.foundBetter() ? 1 : 0;
        }
        return new Row(regime, none, effect, found);
    }

    private static Row merged(Row one, Row other) {
        return new Row(
                one.regime(),
                one.none().plus(other.none()),
                one.effect().plus(other.effect()),
                one.found() + other.found());
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014): neighbouring numbers give unlike seeds. */
    private static long mix(long value) {
        long mixed = value * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
