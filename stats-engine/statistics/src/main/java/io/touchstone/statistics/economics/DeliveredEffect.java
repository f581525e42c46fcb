package io.touchstone.statistics.economics;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;

/**
 * The effect on those whom the tactic reached because they were in treatment: Wald 1940's ratio Δoutcome/Δdelivered, read as a local
 * effect by Imbens and Angrist 1994. Fieller's set is the one of Anderson and Rubin 1949: right however weak the delivery. See
 * {@code docs/statistics/delivered.md}.
 *
 * @param ratio the effect on a delivered unit, in the outcome's unit
 * @param firstStageF (Δdelivered/se)²
 * @param weak whether F is below {@value #STRONG}: then only the set may be read
 */
public record DeliveredEffect(RatioOfDifferences ratio, double firstStageF, boolean weak) {

    /** F below this means a weak instrument (Staiger and Stock 1997). */
    public static final double STRONG = 10;

    /**
     * From outcome (first) and share delivered (second).
     *
     * @return {@link Reason#NO_DIFFERENCE_BELOW} where delivery does not differ, {@link Reason#ZERO_VARIANCE} where delivery does not vary
     *     in either arm (everybody and nobody: then the difference itself is the effect)
     */
    public static Result<DeliveredEffect> of(JointDifference outcomeAndDelivered, Alpha alpha) {
        double variance = outcomeAndDelivered.varianceSecond();
        double delivered = outcomeAndDelivered.second();
        if (variance == 0 && delivered != 0) {
            return new NotEstimable<>(
                    Reason.ZERO_VARIANCE, "Delivery does not vary inside an arm: the difference itself is the effect.");
        }
        return switch (RatioOfDifferences.of(outcomeAndDelivered, alpha)) {
            case NotEstimable<RatioOfDifferences> missing -> new NotEstimable<>(missing.reason(), missing.text());
            case Estimated<RatioOfDifferences>(RatioOfDifferences ratio) -> {
                double f = delivered / variance * delivered;
                yield new Estimated<>(new DeliveredEffect(ratio, f, f < STRONG));
            }
        };
    }
}
