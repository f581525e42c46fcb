package io.touchstone.statistics.bayes;

/** What is believed of an effect before the data; declared in the plan. */
public sealed interface EffectPrior {

    /** Nothing: the posterior is the likelihood. */
    record Flat() implements EffectPrior {}

    /**
     * Normal.
     *
     * @param mean in the unit of the effect
     * @param sd in the same unit, above 0
     */
    record Bell(double mean, double sd) implements EffectPrior {
        public Bell {
            if (!Double.isFinite(mean)) {
                throw new IllegalArgumentException("mean: " + mean + " (expected: finite)");
            }
            if (!(sd > 0 && sd < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("sd: " + sd + " (expected: finite, above 0)");
            }
        }
    }
}
