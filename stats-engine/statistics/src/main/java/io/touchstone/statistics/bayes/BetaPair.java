package io.touchstone.statistics.bayes;

import io.touchstone.statistics.BetaDistribution;
import io.touchstone.statistics.Interval;
import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** Two independent beta-distributed rates held against each other by quadrature. */
final class BetaPair {

    /** How far on the log scale below its peak a density is left out: 1e-20 of it. */
    private static final double DROP = 46;

    private final BetaDistribution control;
    private final BetaDistribution treatment;
    private final UnitPoint controlLow;
    private final UnitPoint controlHigh;
    private final UnitPoint treatmentLow;
    private final UnitPoint treatmentHigh;

    BetaPair(BetaDistribution control, BetaDistribution treatment) {
        this.control = control;
        this.treatment = treatment;
        this.controlLow = end(control, -1);
        this.controlHigh = end(control, 1);
        this.treatmentLow = end(treatment, -1);
        this.treatmentHigh = end(treatment, 1);
    }

    /** P(p_t > factor·p_c + shift). */
    double exceeds(double factor, double shift) {
        UnitPoint from = later(controlLow, UnitPoint.of((treatmentLow.x() - shift) / factor));
        UnitPoint to = earlier(controlHigh, UnitPoint.of((treatmentHigh.x() - shift) / factor));
        double sure = from.x() > controlLow.x() ? control.lower(from.x(), from.complement()) : 0;
        boolean plain = Math.abs(shift) <= 0 && Math.abs(factor - 1) <= 0;
        double rest = DoubleExponential.integral(from, to, (x, complement) -> {
            double point = factor * x + shift;
            double pointComplement = plain ? complement : 1 - point;
            return Math.exp(control.logDensity(x, complement) + treatment.logUpper(point, pointComplement));
        });
        return Math.min(1, sure + rest);
    }

    /** E[max(p_c − p_t, 0)] = ∫ P(p_t < u)·P(p_c > u) du: nothing cancels. */
    double shortfall() {
        UnitPoint[] ends = Stream.of(controlLow, controlHigh, treatmentLow, treatmentHigh)
                .map(end -> earlier(controlHigh, later(treatmentLow, end)))
                .sorted(Comparator.comparingDouble(UnitPoint::x)
                        .thenComparing(Comparator.comparingDouble(UnitPoint::complement)
                                .reversed()))
                .toArray(UnitPoint[]::new);
        double sum = 0;
        for (int i = 1; i < ends.length; i++) {
            sum += DoubleExponential.integral(
                    ends[i - 1], ends[i], (x, c) -> Math.exp(treatment.logLower(x, c) + control.logUpper(x, c)));
        }
        return sum;
    }

    /** The same with the arms exchanged. */
    BetaPair swapped() {
        return new BetaPair(treatment, control);
    }

    /** Equal-tailed, for p_t − p_c. */
    Interval difference(double tail) {
        double lowest = treatmentLow.x() - controlHigh.x();
        double highest = treatmentHigh.x() - controlLow.x();
        return new Interval(
                root(d -> exceeds(1, d) - (1 - tail), lowest, highest),
                root(d -> exceeds(1, d) - tail, lowest, highest));
    }

    /** Equal-tailed, for p_t/p_c − 1. */
    Interval lift(double tail) {
        double lowest = Math.log(treatmentLow.x()) - Math.log(controlHigh.x());
        double highest = Math.log(treatmentHigh.x()) - Math.log(controlLow.x());
        return new Interval(
                Math.expm1(root(y -> exceeds(Math.exp(y), 0) - (1 - tail), lowest, highest)),
                Math.expm1(root(y -> exceeds(Math.exp(y), 0) - tail, lowest, highest)));
    }

    private static double root(DoubleUnaryOperator gap, double from, double to) {
        return new BrentSolver(1e-13, 1e-13).solve(500, gap::applyAsDouble, from, to);
    }

    /** Where x^a(1 − x)^b, the density of the log odds, has dropped far enough; {@code side} is −1 or 1. */
    private static UnitPoint end(BetaDistribution beta, int side) {
        double peak = Math.log(beta.a()) - Math.log(beta.b());
        double top = logOddsDensity(beta, peak);
        double step = 1;
        while (logOddsDensity(beta, peak + side * step) > top - DROP) {
            step *= 2;
        }
        double low = 0;
        double high = step;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (logOddsDensity(beta, peak + side * middle) > top - DROP) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return UnitPoint.ofLogOdds(peak + side * high);
    }

    private static double logOddsDensity(BetaDistribution beta, double y) {
        return -beta.a() * softplus(-y) - beta.b() * softplus(y);
    }

    private static double softplus(double y) {
        return y > 0 ? y + Math.log1p(Math.exp(-y)) : Math.log1p(Math.exp(y));
    }

    private static UnitPoint later(UnitPoint one, UnitPoint other) {
        return one.x() > other.x() || one.complement() < other.complement() ? one : other;
    }

    private static UnitPoint earlier(UnitPoint one, UnitPoint other) {
        return later(one, other).equals(one) ? other : one;
    }
}
