package io.touchstone.statistics.quantiles;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.LargeSampleTest;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.Satterthwaite;
import io.touchstone.statistics.SidedEstimate;
import io.touchstone.statistics.SmallSampleTest;
import java.util.OptionalDouble;

/** The difference of one quantile between two arms. See {@code docs/statistics/quantiles.md}. */
public final class QuantileTest {

    private QuantileTest() {}

    /**
     * Treatment minus control as the product shows it: no test where an arm has no density at its quantile, and an interval that
     * reaches as far to either side as those of the arms do. Where values are skewed an arm that came out low also has a short
     * interval; one symmetric error for both sides then errs in one tail (see the page).
     *
     * @return the difference, whose test is missing with {@link Reason#LUMPY_VALUES}
     */
    public static Comparison compare(QuantileEstimate control, QuantileEstimate treatment, Alpha alpha) {
        if (control.lumpy() || treatment.lumpy()) {
            return new Comparison(
                    treatment.value() - control.value(),
                    new NotEstimable<>(
                            Reason.LUMPY_VALUES,
                            "Many values are the same as the quantile: it jumps from value to value, and has no standard error."));
        }
        double c = control.standardError() * control.standardError();
        double t = treatment.standardError() * treatment.standardError();
        return new Comparison(
                treatment.value() - control.value(),
                SidedEstimate.test(control.sided(), treatment.sided(), freedom(control, treatment, c, t), alpha));
    }

    /** Without that judgement and with one error for both sides: difference ± quantile·√(se_c² + se_t²). */
    public static Comparison plain(QuantileEstimate control, QuantileEstimate treatment, Alpha alpha) {
        double difference = treatment.value() - control.value();
        double c = control.standardError() * control.standardError();
        double t = treatment.standardError() * treatment.standardError();
        OptionalDouble freedom = freedom(control, treatment, c, t);
        Result<DifferenceTest> test = freedom.isPresent()
                ? SmallSampleTest.test(difference, c + t, freedom.getAsDouble(), alpha)
                : LargeSampleTest.test(difference, c + t, alpha);
        return new Comparison(difference, test);
    }

    /** Satterthwaite 1946, where both errors come from folds and are not both 0. */
    private static OptionalDouble freedom(QuantileEstimate control, QuantileEstimate treatment, double c, double t) {
        if (control.degreesOfFreedom().isEmpty() || treatment.degreesOfFreedom().isEmpty() || c + t == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Satterthwaite.degreesOfFreedom(
                c,
                control.degreesOfFreedom().getAsDouble(),
                t,
                treatment.degreesOfFreedom().getAsDouble()));
    }
}
