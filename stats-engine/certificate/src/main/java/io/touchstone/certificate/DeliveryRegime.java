package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.economics.DeliveredEffect;
import io.touchstone.statistics.economics.JointDifference;
import java.util.SplittableRandom;

/**
 * The effect on those reached. Who is easy to reach has other values anyway; a few get the message in control too.
 *
 * @param reached share of the treatment that gets it
 * @param reachedAnyway share of the control that gets it
 * @param lift what it does to those reached where it works
 * @param control units of the control
 * @param treatment units of the treatment
 */
record DeliveryRegime(double reached, double reachedAnyway, double lift, int control, int treatment)
        implements Regime.Experiment {
    private static final Alpha ALPHA = new Alpha(0.05);

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double truth = effect ? lift : 0;
        JointMoments c = arm(random, control, reachedAnyway, truth);
        JointMoments t = arm(random, treatment, reached, truth);
        JointDifference joint = JointDifference.of(c, t, 0, 1).found().orElseThrow();
        return Judged.ratio(DeliveredEffect.of(joint, ALPHA).map(DeliveredEffect::ratio), joint.second(), truth);
    }

    private static JointMoments arm(SplittableRandom random, int units, double share, double shift) {
        JointSums sums = new JointSums(2);
        for (int i = 0; i < units; i++) {
            double ease = random.nextDouble();
            boolean got = ease < share;
            sums.add(1 - ease + random.nextGaussian() + (got ? shift : 0), got ? 1 : 0);
        }
        return sums.moments();
    }
}
