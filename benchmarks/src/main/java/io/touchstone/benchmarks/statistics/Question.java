package io.touchstone.benchmarks.statistics;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Interval;
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
import io.touchstone.statistics.ratio.GuardedRatiosTest;
import io.touchstone.statistics.ratio.RatioMoments;
import io.touchstone.statistics.skew.GuardedMeanLift;
import io.touchstone.statistics.skew.GuardedMeans;
import io.touchstone.statistics.skew.GuardedMeansTest;
import io.touchstone.statistics.survival.LifeTable;
import io.touchstone.statistics.survival.LogRank;
import io.touchstone.statistics.survival.LogRankTest;
import io.touchstone.statistics.survival.RestrictedMeanTest;
import io.touchstone.statistics.survival.SurvivalCurve;
import java.util.List;

/** A kind of metric with its statistics: every default method for one treatment against the control. */
sealed interface Question {

    /**
     * What a comparison says.
     *
     * @param comparison on the metric's own scale
     * @param lift relative change, where the kind has one
     * @param beside further numbers the scorecard shows
     */
    record Answer(Result<Comparison> comparison, List<Result<Lift>> lift, List<Result<?>> beside) {}

    /** Compares a treatment, counted from 0. */
    Answer ask(int treatment, Alpha alpha);

    /** A conversion or retention; Newcombe's interval beside it. */
    record Rate(Arms<Proportion> arms) implements Question {
        @Override
        public Answer ask(int treatment, Alpha alpha) {
            Proportion other = arms.treatments().get(treatment);
            Result<Interval> newcombe = NewcombeInterval.of(arms.control(), other, alpha);
            return new Answer(
                    GuardedRatesTest.compare(arms.control(), other, alpha).map(GuardedRates::comparison),
                    List.of(GuardedRateLift.of(arms.control(), other, alpha)),
                    List.of(newcombe));
        }
    }

    /** A sum or count, capped where it was counted, without covariates. */
    record Mean(Arms<SkewMoments> arms) implements Question {
        @Override
        public Answer ask(int treatment, Alpha alpha) {
            SkewMoments other = arms.treatments().get(treatment);
            return new Answer(
                    GuardedMeansTest.compare(arms.control(), other, alpha).map(GuardedMeans::comparison),
                    List.of(GuardedMeanLift.of(arms.control(), other, alpha)),
                    List.of());
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
        public Answer ask(int treatment, Alpha alpha) {
            Result<AdjustedMeans> adjusted =
                    Cuped.adjust(joint.control(), joint.treatments().get(treatment), SlopesPer.EXPERIMENT);
            Result<GuardedMeans> plain =
                    GuardedMeansTest.compare(raw.control(), raw.treatments().get(treatment), alpha);
            return new Answer(
                    adjusted.map(means -> means.guarded(alpha)), List.of(lift(adjusted, alpha)), List.of(plain));
        }

        private static Result<Lift> lift(Result<AdjustedMeans> adjusted, Alpha alpha) {
            return switch (adjusted) {
                case NotEstimable<AdjustedMeans> missing -> new NotEstimable<>(missing.reason(), missing.text());
                case Estimated<AdjustedMeans>(AdjustedMeans means) -> means.lift(alpha);
            };
        }
    }

    /** A ratio of sums. */
    record Ratio(Arms<RatioMoments> arms) implements Question {
        @Override
        public Answer ask(int treatment, Alpha alpha) {
            var ratios =
                    GuardedRatiosTest.compare(arms.control(), arms.treatments().get(treatment), alpha);
            return switch (ratios) {
                case NotEstimable<?> missing ->
                    new Answer(new NotEstimable<>(missing.reason(), missing.text()), List.of(), List.of());
                case Estimated<io.touchstone.statistics.ratio.GuardedRatios> found ->
                    new Answer(
                            new Estimated<>(found.value().comparison()),
                            List.of(found.value().pair().lift(alpha)),
                            List.of());
            };
        }
    }

    /** A quantile from bins of 64 folds. */
    record Quantile(Arms<BinnedValues> arms, double share) implements Question {
        @Override
        public Answer ask(int treatment, Alpha alpha) {
            Result<QuantileEstimate> own = arms.control().quantile(share, alpha);
            Result<QuantileEstimate> other = arms.treatments().get(treatment).quantile(share, alpha);
            Result<Comparison> comparison =
                    switch (own) {
                        case NotEstimable<QuantileEstimate> missing ->
                            new NotEstimable<>(missing.reason(), missing.text());
                        case Estimated<QuantileEstimate>(QuantileEstimate control) ->
                            other.map(found -> QuantileTest.compare(control, found, alpha));
                    };
            return new Answer(comparison, List.of(), List.of());
        }
    }

    /** Days without the event up to a horizon; the log-rank test beside it. */
    record TimeToEvent(Arms<LifeTable> arms, double horizonDays) implements Question {
        @Override
        public Answer ask(int treatment, Alpha alpha) {
            LifeTable other = arms.treatments().get(treatment);
            Result<LogRank> logRank = LogRankTest.test(arms.control(), other);
            return new Answer(days(arms.control(), other, alpha), List.of(), List.of(logRank));
        }

        private Result<Comparison> days(LifeTable control, LifeTable treatment, Alpha alpha) {
            SurvivalCurve own = SurvivalCurve.of(control).found().orElseThrow();
            SurvivalCurve other = SurvivalCurve.of(treatment).found().orElseThrow();
            return RestrictedMeanTest.compare(own, other, horizonDays, alpha);
        }
    }

    /**
     * Margin and cost of the same units.
     *
     * @param profit margin less cost of a unit
     */
    record Return(Arms<JointMoments> marginAndCost, Arms<SkewMoments> profit) implements Question {
        @Override
        public Answer ask(int treatment, Alpha alpha) {
            JointDifference joint = JointDifference.of(
                            marginAndCost.control(), marginAndCost.treatments().get(treatment), 0, 1)
                    .found()
                    .orElseThrow();
            Result<IncrementalReturn> both = IncrementalReturn.guarded(
                    profit.control(), profit.treatments().get(treatment), joint, alpha);
            return new Answer(both.map(IncrementalReturn::netProfit), List.of(), List.of(both));
        }
    }

    /** A metric randomised by group. */
    record Clustered(Arms<ClusteredArm> arms) implements Question {
        @Override
        public Answer ask(int treatment, Alpha alpha) {
            ClusteredArm other = arms.treatments().get(treatment);
            return new Answer(
                    ClusterTest.compare(arms.control(), other, ClusterMethod.DELTA, alpha), List.of(), List.of());
        }
    }
}
