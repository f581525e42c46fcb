package io.touchstone.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final Regime REGIME =
            new Regime("test", "conversion", "small", new ConversionRegime(0.3, 0.2, 50, 50));

    @Test
    void run_sameSeed_givesTheSameCounts() {
        assertThat(new Simulation(7).run(REGIME, 1_100)).isEqualTo(new Simulation(7).run(REGIME, 1_100));
        assertThat(new Simulation(8).run(REGIME, 1_100).none())
                .isNotEqualTo(new Simulation(7).run(REGIME, 1_100).none());
    }

    @Test
    void run_countsEveryExperiment() {
        Row row = new Simulation(7).run(REGIME, 1_100);
        assertThat(row.none().runs()).isEqualTo(1_100);
        assertThat(row.effect().runs()).isEqualTo(1_100);
    }

    @Test
    void standing_ofAMethodThatIsTooSure_isAFailure() {
        // An interval of half the width it should have.
        Regime sure = new Regime("test", "any", "too sure", (random, effect) -> {
            double z = random.nextGaussian();
            Verdict verdict = Math.abs(z) < 0.98 ? Verdict.COVERS : z > 0 ? Verdict.ABOVE : Verdict.BELOW;
            return new Regime.Outcome(verdict, z > 0.98);
        });
        Row row = new Simulation(7).run(sure, 4_000);
        assertThat(row.standing(Bands.BUILD)).isEqualTo(Row.Standing.FAILS);
        assertThat(row.standing(Bands.CERTIFICATE)).isEqualTo(Row.Standing.FAILS);
    }

    @Test
    void standing_ofAMethodThatKeepsSilent_isARefusal() {
        Regime silent =
                new Regime("test", "any", "silent", (random, effect) -> new Regime.Outcome(Verdict.REFUSED, false));
        assertThat(new Simulation(7).run(silent, 1_000).standing(Bands.CERTIFICATE))
                .isEqualTo(Row.Standing.REFUSES);
    }

    @Test
    void run_ofALineOutsideByChance_goesOnAndJudgesAllItsExperiments() {
        // At 250 experiments no line can show that it holds 5 %; at 40,000 this one does.
        Regime exact = new Regime("test", "any", "exact", (random, effect) -> {
            double u = random.nextDouble();
            Verdict verdict = u < 0.025 ? Verdict.BELOW : u < 0.05 ? Verdict.ABOVE : Verdict.COVERS;
            return new Regime.Outcome(verdict, effect);
        });
        Bands bands = new Bands(250, 40_000, 1.2, 1.3);
        Row row = new Simulation(7).run(exact, bands);
        assertThat(row.none().runs()).isEqualTo(40_000);
        assertThat(row).isEqualTo(new Simulation(7).run(exact, 40_000));
        assertThat(row.standing(bands)).isEqualTo(Row.Standing.PASSES);
    }
}
