package io.touchstone.statistics;

/**
 * The interval of the difference of two proportions from their Wilson limits: Newcombe 1998 (Statistics in Medicine 17:873),
 * method 10. Shown beside the Wald interval where an arm has few events.
 */
public final class NewcombeInterval {

    private NewcombeInterval() {}

    /** The interval of treatment minus control; {@link Reason#EMPTY_ARM} where an arm has no units. */
    public static Result<Interval> of(Proportion control, Proportion treatment, Alpha alpha) {
        if (control.trials() == 0 || treatment.trials() == 0) {
            return new NotEstimable<>(Reason.EMPTY_ARM, ArmSizes.text(control.trials(), treatment.trials()));
        }
        double pc = control.share();
        double pt = treatment.share();
        Interval c = WilsonInterval.interval(control, alpha.z());
        Interval t = WilsonInterval.interval(treatment, alpha.z());
        double difference = pt - pc;
        return new Estimated<>(new Interval(
                difference - Math.hypot(pt - t.low(), c.high() - pc),
                difference + Math.hypot(t.high() - pt, pc - c.low())));
    }
}
