package io.touchstone.certificate;

/**
 * A line of the certificate: what became of a regime's simulated experiments.
 *
 * @param regime the regime
 * @param none verdicts where the treatment does nothing
 * @param effect verdicts where it has the regime's effect
 * @param found experiments with that effect whose interval lay above 0
 */
public record Row(Regime regime, Tally none, Tally effect, long found) {

    /** Where a line stands to the bands. */
    public enum Standing {
        /** Inside every band. */
        PASSES,
        /** Inside, with coverage above 97 % (for a level of 5 %) that is not declared. */
        CONSERVATIVE,
        /** The default gives no interval in at least half of the experiments: it refuses this regime. */
        REFUSES,
        /** Outside a band. */
        FAILS
    }

    /** Either tail or both, where nothing works. */
    public Share falsePositives() {
        return new Share(none.below() + none.above(), none.judged());
    }

    /** The treatment is called better though it does nothing. */
    public Share falselyBetter() {
        return new Share(none.above(), none.judged());
    }

    /** The treatment is called worse though it does nothing. */
    public Share falselyWorse() {
        return new Share(none.below(), none.judged());
    }

    /** Intervals that hold the true effect, with and without one. */
    public Share coverage() {
        return new Share(none.covers() + effect.covers(), none.judged() + effect.judged());
    }

    /** The effect is found; of all experiments, refusals included. */
    public Share power() {
        return new Share(found, effect.runs());
    }

    /** Experiments without an interval. */
    public Share refusals() {
        return new Share(none.refused() + effect.refused(), none.runs() + effect.runs());
    }

    /** Against bands that do not depend on the number of runs. */
    public Standing standing(Bands bands) {
        if (2 * refusals().count() >= refusals().of()) {
            return Standing.REFUSES;
        }
        if (!inside(bands)) {
            return Standing.FAILS;
        }
        boolean wide = regime.claim().kind() == Claim.Kind.INTERVAL
                && coverage().value() > regime.claim().wide();
        return wide ? Standing.CONSERVATIVE : Standing.PASSES;
    }

    private boolean inside(Bands bands) {
        Claim claim = regime.claim();
        boolean level = falsePositives().upper(Bands.CONFIDENCE) <= bands.falsePositives(claim);
        return level
                && (!claim.hasInterval()
                        || falselyBetter().upper(Bands.CONFIDENCE) <= bands.tail(claim)
                                && falselyWorse().upper(Bands.CONFIDENCE) <= bands.tail(claim)
                                && coverage().lower(Bands.CONFIDENCE) >= bands.coverage(claim));
    }
}
