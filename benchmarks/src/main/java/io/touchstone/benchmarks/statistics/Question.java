package io.touchstone.benchmarks.statistics;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.Lift;
import io.touchstone.statistics.NewcombeInterval;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.adjust.AdjustedMeans;
import io.touchstone.statistics.adjust.Cuped;
import io.touchstone.statistics.adjust.SlopesPer;
import io.touchstone.statistics.clusters.ClusterMethod;
import io.touchstone.statistics.clusters.ClusterTest;
import io.touchstone.statistics.clusters.ClusteredArm;
import io.touchstone.statistics.economics.IncrementalReturn;
import io.touchstone.statistics.economics.JointDifference;
import io.touchstone.statistics.quantiles.BinnedValues;
import io.touchstone.statistics.quantiles.QuantileEstimate;
import io.touchstone.statistics.quantiles.QuantileTest;
import io.touchstone.statistics.rate.GuardedRateLift;
import io.touchstone.statistics.rate.GuardedRates;
import io.touchstone.statistics.rate.GuardedRatesTest;
import io.touchstone.statistics.ratio.GuardedRatios;
import io.touchstone.statistics.ratio.GuardedRatiosTest;
import io.touchstone.statistics.ratio.RatioMoments;
import io.touchstone.statistics.skew.GuardedMeanLift;
import io.touchstone.statistics.skew.GuardedMeans;
import io.touchstone.statistics.skew.GuardedMeansTest;
import io.touchstone.statistics.survival.LifeTable;
import io.touchstone.statistics.survival.LogRankTest;
import io.touchstone.statistics.survival.RestrictedMeanTest;
import io.touchstone.statistics.survival.SurvivalCurve;
import java.util.List;

/** A kind of metric with its statistics: every default method for one treatment against the control. */
sealed interface Question {

    /** On the metric's own scale; treatments are counted from 0. */
    Result<Comparison> compare(int treatment, Alpha alpha);

    /** The relative change, where the kind has one. */
    default List<Result<Lift>> lift(int treatment, Alpha alpha) {
        return List.of();
    }

    /** What else the scorecard shows. */
    default List<Result<?>> beside(int treatment, Alpha alpha) {
        return List.of();
    }

    /** A conversion or retention; Newcombe's interval beside it. */
    record Rate(Arms<Proportion> arms) implements Question {
        @Override
        public Result<Comparison> compare(int treatment, Alpha alpha) {
            return GuardedRatesTest.compare(arms.control(), arms.treatments().get(treatment), alpha)
                    .map(GuardedRates::comparison);
        }

        @Override
        public List<Result<Lift>> lift(int treatment, Alpha alpha) {
            return List.of(GuardedRateLift.of(arms.control(), arms.treatments().get(treatment), alpha));
        }

        @Override
        public List<Result<?>> beside(int treatment, Alpha alpha) {
            return List.of(NewcombeInterval.of(arms.control(), arms.treatments().get(treatment), alpha));
        }
    }

    /** A sum or count, capped where it was counted, without covariates. */
    record Mean(Arms<SkewMoments> arms) implements Question {
        @Override
        public Result<Comparison> compare(int treatment, Alpha alpha) {
            return GuardedMeansTest.compare(arms.control(), arms.treatments().get(treatment), alpha)
                    .map(GuardedMeans::comparison);
        }

        @Override
        public List<Result<Lift>> lift(int treatment, Alpha alpha) {
            return List.of(GuardedMeanLift.of(arms.control(), arms.treatments().get(treatment), alpha));
        }
    }

    /**
     * A sum or count with covariates known before exposure.
     *
     * @param joint outcome, then covariates and the mark of those that are missing
     * @param raw the outcome alone, whose guarded comparison stands beside the adjusted one
     */
    record Adjusted(Arms<JointMoments> joint, Arms<SkewMoments> raw) implements Question {
        @Override
        public Result<Comparison> compare(int treatment, Alpha alpha) {
            return means(treatment).map(means -> means.guarded(alpha));
        }

        @Override
        public List<Result<Lift>> lift(int treatment, Alpha alpha) {
            return switch (means(treatment)) {
                case NotEstimable<AdjustedMeans> missing ->
                    List.of(new NotEstimable<>(missing.reason(), missing.text()));
                case Estimated<AdjustedMeans>(AdjustedMeans means) -> List.of(means.lift(alpha));
            };
        }

        @Override
        public List<Result<?>> beside(int treatment, Alpha alpha) {
            return List.of(
                    GuardedMeansTest.compare(raw.control(), raw.treatments().get(treatment), alpha));
        }

        private Result<AdjustedMeans> means(int treatment) {
            return Cuped.adjust(joint.control(), joint.treatments().get(treatment), SlopesPer.EXPERIMENT);
        }
    }

    /** A ratio of sums. */
    record Ratio(Arms<RatioMoments> arms) implements Question {
        @Override
        public Result<Comparison> compare(int treatment, Alpha alpha) {
            return ratios(treatment, alpha).map(GuardedRatios::comparison);
        }

        @Override
        public List<Result<Lift>> lift(int treatment, Alpha alpha) {
            return switch (ratios(treatment, alpha)) {
                case NotEstimable<GuardedRatios> missing ->
                    List.of(new NotEstimable<>(missing.reason(), missing.text()));
                case Estimated<GuardedRatios>(GuardedRatios found) ->
                    List.of(found.pair().lift(alpha));
            };
        }

        private Result<GuardedRatios> ratios(int treatment, Alpha alpha) {
            return GuardedRatiosTest.compare(arms.control(), arms.treatments().get(treatment), alpha);
        }
    }

    /** A quantile from bins of 64 folds. */
    record Quantile(Arms<BinnedValues> arms, double share) implements Question {
        @Override
        public Result<Comparison> compare(int treatment, Alpha alpha) {
            return switch (arms.control().quantile(share, alpha)) {
                case NotEstimable<QuantileEstimate> missing -> new NotEstimable<>(missing.reason(), missing.text());
                case Estimated<QuantileEstimate>(QuantileEstimate control) ->
                    arms.treatments()
                            .get(treatment)
                            .quantile(share, alpha)
                            .map(found -> QuantileTest.compare(control, found, alpha));
            };
        }
    }

    /** Days without the event up to a horizon; the log-rank test beside it. */
    record TimeToEvent(Arms<LifeTable> arms, double horizonDays) implements Question {
        @Override
        public Result<Comparison> compare(int treatment, Alpha alpha) {
            SurvivalCurve own = curve(arms.control());
            SurvivalCurve other = curve(arms.treatments().get(treatment));
            return RestrictedMeanTest.compare(own, other, horizonDays, alpha);
        }

        private static SurvivalCurve curve(LifeTable table) {
            return SurvivalCurve.of(table).found().orElseThrow();
        }

        @Override
        public List<Result<?>> beside(int treatment, Alpha alpha) {
            return List.of(LogRankTest.test(arms.control(), arms.treatments().get(treatment)));
        }
    }

    /**
     * Margin and cost of the same units.
     *
     * @param profit margin less cost of a unit
     */
    record Return(Arms<JointMoments> marginAndCost, Arms<SkewMoments> profit) implements Question {
        @Override
        public Result<Comparison> compare(int treatment, Alpha alpha) {
            return both(treatment, alpha).map(IncrementalReturn::netProfit);
        }

        @Override
        public List<Result<?>> beside(int treatment, Alpha alpha) {
            return List.of(both(treatment, alpha));
        }

        private Result<IncrementalReturn> both(int treatment, Alpha alpha) {
            JointDifference joint = JointDifference.of(
                            marginAndCost.control(), marginAndCost.treatments().get(treatment), 0, 1)
                    .found()
                    .orElseThrow();
            return IncrementalReturn.guarded(
                    profit.control(), profit.treatments().get(treatment), joint, alpha);
        }
    }

    /** A metric randomised by group. */
    record Clustered(Arms<ClusteredArm> arms) implements Question {
        @Override
        public Result<Comparison> compare(int treatment, Alpha alpha) {
            return ClusterTest.compare(arms.control(), arms.treatments().get(treatment), ClusterMethod.DELTA, alpha);
        }
    }
}
