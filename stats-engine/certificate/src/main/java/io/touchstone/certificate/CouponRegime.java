package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.economics.IncrementalReturn;
import io.touchstone.statistics.economics.JointDifference;
import java.util.SplittableRandom;

/**
 * Margin and cost of a coupon. In control 20 % buy and a fifth of them redeem one of their own; in treatment four fifths of the buyers
 * do. A buyer brings a margin of 10 on average (a sum of two exponential parts), a coupon costs 3.
 *
 * @param reading net profit a unit, or return on what was spent
 * @param control units of the control
 * @param treatment units of the treatment
 */
record CouponRegime(Reading reading, int control, int treatment) implements Regime.Experiment {
    private static final Alpha ALPHA = new Alpha(0.05);
    private static final double MARGIN = 10;
    private static final double COST = 3;
    private static final double BUYERS = 0.2;
    private static final double REDEEM_ALONE = 0.2;
    private static final double REDEEM = 0.8;

    /** What is read, and how many buy where the truth is 0 and where it is not. */
    enum Reading {
        /** 0 where more buyers just pay for the coupons. */
        NET_PROFIT(BUYERS * (MARGIN - REDEEM_ALONE * COST) / (MARGIN - REDEEM * COST), 0.3),
        /** 0 where nobody buys more. */
        RETURN(BUYERS, 0.32);

        private final double none;
        private final double effect;

        Reading(double none, double effect) {
            this.none = none;
            this.effect = effect;
        }
    }

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        double buyers = effect ? reading.effect : reading.none;
        Arm c = arm(random, control, BUYERS, REDEEM_ALONE);
        Arm t = arm(random, treatment, buyers, REDEEM);
        double margin = MARGIN * (buyers - BUYERS);
        double cost = COST * (buyers * REDEEM - BUYERS * REDEEM_ALONE);
        JointDifference joint =
                JointDifference.of(c.pairs(), t.pairs(), 0, 1).found().orElseThrow();
        IncrementalReturn found = IncrementalReturn.guarded(c.profit(), t.profit(), joint, ALPHA)
                .found()
                .orElseThrow();
        return switch (reading) {
            case NET_PROFIT -> Judged.outcome(Judged.interval(new Estimated<>(found.netProfit())), margin - cost);
            case RETURN -> Judged.ratio(found.ratio(), joint.second(), margin / cost);
        };
    }

    private record Arm(JointMoments pairs, SkewMoments profit) {}

    private static Arm arm(SplittableRandom random, int units, double buyers, double redeem) {
        JointSums sums = new JointSums(2);
        SkewMoments profit = SkewMoments.NONE;
        int count = Draws.successes(random, buyers, units);
        for (int i = 0; i < count; i++) {
            double margin = -MARGIN / 2 * Math.log((1 - random.nextDouble()) * (1 - random.nextDouble()));
            double cost = random.nextDouble() < redeem ? COST : 0;
            sums.add(margin, cost);
            profit = profit.plus(SkewMoments.of(margin - cost));
        }
        sums.addNothing((long) units - count);
        return new Arm(sums.moments(), profit.plus(new SkewMoments(new Moments((long) units - count, 0, 0), 0)));
    }
}
