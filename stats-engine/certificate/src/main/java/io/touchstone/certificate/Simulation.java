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
     * Simulates.
     *
     * @param runs experiments without an effect, and as many with one
     */
    public Row run(Regime regime, int runs) {
        int chunks = Math.ceilDiv(runs, CHUNK);
        return IntStream.range(0, chunks)
                .parallel()
                .mapToObj(chunk -> chunk(regime, chunk, Math.min(CHUNK, runs - chunk * CHUNK)))
                .reduce(Simulation::merged)
                .orElseThrow(() -> new IllegalArgumentException("runs: " + runs + " (expected: 1 or more)"));
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
