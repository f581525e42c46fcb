package io.touchstone.statistics.sequential;

import io.touchstone.statistics.BetaDistribution;
import java.util.List;

/**
 * Stops a treatment that does rare harm: an exact e-process on first harmful events, valid at every look.
 *
 * <p>While the rate ratio is at most 1 + m, the next event falls in the treatment with probability at most θ0 = w_T(1 + m)/(w_T(1
 * + m) + w_C). E = ∫_{θ0}^{1} θ^{x_T}(1 − θ)^{x_C} dπ(θ) / (θ0^{x_T}(1 − θ0)^{x_C}), π a beta distribution cut to (θ0, 1); one
 * factor for each epoch of constant weights, by the day of the exposure; stop at E ≥ 1/α (Ville 1939). See {@code docs/statistics/kill-rule.md}.
 *
 * @param alpha budget of false kills over all looks, above 0 and below 1
 * @param margin m, the relative harm still accepted, 0 or more
 * @param prior π before it is cut
 */
public record KillRule(double alpha, double margin, BetaDistribution prior) {

    /** @throws IllegalArgumentException for numbers outside these ranges */
    public KillRule {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha: " + alpha + " (expected: above 0 and below 1)");
        }
        if (!(margin >= 0 && margin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("margin: " + margin + " (expected: finite, 0 or more)");
        }
    }

    /** With a uniform prior. */
    public KillRule(double alpha, double margin) {
        this(alpha, margin, BetaDistribution.UNIFORM);
    }

    /** ln E over the epochs up to now; 0 before the first event. */
    public double logE(List<HarmEpoch> epochs) {
        return epochs.stream().mapToDouble(this::logFactor).sum();
    }

    /** Whether to stop now. */
    public boolean stops(List<HarmEpoch> epochs) {
        return logE(epochs) >= -Math.log(alpha);
    }

    /** min(1, 1/E) of this look; over looks the smallest one holds. */
    public double p(List<HarmEpoch> epochs) {
        return EValues.p(logE(epochs));
    }

    private double logFactor(HarmEpoch epoch) {
        long treatment = epoch.treatmentEvents();
        long control = epoch.controlEvents();
        if (treatment == 0 && control == 0) {
            return 0;
        }
        double harmed = epoch.treatmentWeight() * (1 + margin);
        double border = harmed / (harmed + epoch.controlWeight());
        double complement = epoch.controlWeight() / (harmed + epoch.controlWeight());
        BetaDistribution posterior = new BetaDistribution(prior.a() + treatment, prior.b() + control);
        return posterior.logBeta()
                + posterior.logUpper(border, complement)
                - prior.logBeta()
                - prior.logUpper(border, complement)
                - treatment * Math.log(border)
                - control * Math.log(complement);
    }
}
