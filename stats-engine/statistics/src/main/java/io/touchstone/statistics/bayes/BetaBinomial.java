package io.touchstone.statistics.bayes;

import io.touchstone.statistics.BetaDistribution;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Proportion;

/**
 * Two rates with beta priors: posterior Beta(a + x, b + n − x) of each arm, held against each other exactly, by quadrature. See
 * {@code docs/statistics/bayes.md}.
 */
public final class BetaBinomial {

    private final BetaDistribution control;
    private final BetaDistribution treatment;
    private final BetaPair pair;

    private BetaBinomial(BetaDistribution control, BetaDistribution treatment) {
        this.control = control;
        this.treatment = treatment;
        this.pair = new BetaPair(control, treatment);
    }

    /** The posterior; without units it is the prior. */
    public static BetaBinomial of(
            Proportion control, BetaDistribution controlPrior, Proportion treatment, BetaDistribution treatmentPrior) {
        return new BetaBinomial(updated(controlPrior, control), updated(treatmentPrior, treatment));
    }

    /** Of the control's rate. */
    public BetaDistribution control() {
        return control;
    }

    /** Of the treatment's rate. */
    public BetaDistribution treatment() {
        return treatment;
    }

    /** P(p_t > p_c). */
    public double chanceToWin() {
        return pair.exceeds(1, 0);
    }

    /** E[max(p_c − p_t, 0)]: what shipping the treatment loses on average, as a rate. */
    public double lossOfTreatment() {
        return pair.shortfall();
    }

    /** E[max(p_t − p_c, 0)]: what keeping the control loses on average. */
    public double lossOfControl() {
        return pair.swapped().shortfall();
    }

    /** Equal-tailed, for p_t − p_c. */
    public Interval difference(Credibility credibility) {
        return pair.difference(credibility.tail());
    }

    /** Equal-tailed, for p_t/p_c − 1, a fraction. */
    public Interval lift(Credibility credibility) {
        return pair.lift(credibility.tail());
    }

    /** Equal-tailed, for the rate of one arm. */
    public static Interval rate(BetaDistribution posterior, Credibility credibility) {
        return new Interval(posterior.quantile(credibility.tail()), posterior.quantile(1 - credibility.tail()));
    }

    private static BetaDistribution updated(BetaDistribution prior, Proportion seen) {
        return new BetaDistribution(prior.a() + seen.successes(), prior.b() + seen.failures());
    }
}
