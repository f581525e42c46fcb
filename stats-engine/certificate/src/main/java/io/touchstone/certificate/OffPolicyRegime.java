package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.offpolicy.LoggedDecision;
import io.touchstone.statistics.offpolicy.OffPolicyEvaluation;
import io.touchstone.statistics.offpolicy.PolicyIntervals;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * The value of a policy from the log of one that chose by the unit: three actions, whose rewards also depend on the unit, and a model
 * of them that is wrong by half. The policy to be valued is worth 0, with an effect the lift.
 *
 * @param estimator whose interval is judged
 * @param lift of all rewards where there is an effect
 * @param rows logged decisions
 */
record OffPolicyRegime(Estimator estimator, double lift, int rows) implements Regime.Experiment {
    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;
    private static final List<Double> TARGET = List.of(0.2, 0.2, 0.6);
    private static final List<Double> MODEL = List.of(-0.7, -0.2, 0.3);
    /** Σ target·reward: makes the policy worth 0. */
    private static final double[] REWARD = {-1.4, -0.4, 0.6};

    /** An estimate of the policy's value. */
    enum Estimator {
        IPS,
        SNIPS,
        DOUBLY_ROBUST
    }

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double truth = effect ? lift : 0;
        List<LoggedDecision> log = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            double unit = random.nextDouble() - 0.5;
            // The chance of the best action falls from 0.6 to 0.2 along the units.
            double last = 0.4 - 0.4 * unit;
            double rest = (1 - last) / 2;
            double u = random.nextDouble();
            int action = u < last ? 2 : u < last + rest ? 1 : 0;
            double reward = REWARD[action] + unit + truth + random.nextGaussian();
            log.add(new LoggedDecision(action, reward, action == 2 ? last : rest, TARGET, MODEL));
        }
        PolicyIntervals found = OffPolicyEvaluation.intervals(log, OptionalDouble.empty(), ALPHA);
        return Judged.outcome(interval(found), truth);
    }

    private Result<Interval> interval(PolicyIntervals found) {
        return switch (estimator) {
            case IPS -> found.ips();
            case SNIPS -> found.snips();
            case DOUBLY_ROBUST -> found.doublyRobust();
        };
    }
}
