package io.touchstone.statistics.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.PairEstimate;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SkewGuard;
import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.WelchTest;
import io.touchstone.statistics.adjust.Cuped;
import io.touchstone.statistics.adjust.SlopesPer;
import io.touchstone.statistics.clusters.Cluster;
import io.touchstone.statistics.clusters.ClusterTest;
import io.touchstone.statistics.clusters.ClusteredArm;
import io.touchstone.statistics.margin.Direction;
import io.touchstone.statistics.margin.Margin;
import io.touchstone.statistics.margin.NonInferiority;
import io.touchstone.statistics.margin.NonInferiorityTest;
import io.touchstone.statistics.sequential.Boundary;
import io.touchstone.statistics.sequential.GroupSequentialDesign;
import io.touchstone.statistics.sequential.LookSchedule;
import io.touchstone.statistics.sequential.Sides;
import io.touchstone.statistics.sequential.Spending;
import io.touchstone.statistics.skew.GuardedMeansTest;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the planner says of each feature, against simulations of the test as it will be made. */
@Tag("simulation")
class PlanAgreementTest {
    private static final int RUNS = 4_000;
    private static final PlannedFamily ONE = new PlannedFamily(ErrorRates.USUAL, 1, 0);

    /** Four Monte-Carlo standard errors. */
    private static double band(double power) {
        return 4 * Math.sqrt(power * (1 - power) / RUNS);
    }

    private static double share(long seed, Predicate<SplittableRandom> found) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = 0;
        for (int run = 0; run < RUNS; run++) {
            count += found.test(random) ? 1 : 0;
        }
        return count / (double) RUNS;
    }

    private static Plan plan(double variance, double effect, VarianceFactor factor, Allocation allocation) {
        PlannedMetric metric = new PlannedMetric(UnitVariances.equal(variance), effect, factor, OptionalDouble.empty());
        return Planner.plan(metric, allocation, ONE);
    }

    private static boolean better(Result<DifferenceTest> test) {
        return test.found().orElseThrow().interval().low() > 0;
    }

    private static Moments normal(SplittableRandom random, long units, double mean, double deviation) {
        Moments arm = Moments.NONE;
        for (long i = 0; i < units; i++) {
            arm = arm.plus(Moments.of(mean + deviation * random.nextGaussian()));
        }
        return arm;
    }

    private static boolean welch(Moments control, Moments treatment, Alpha alpha) {
        return better(WelchTest.compare(control, treatment, alpha)
                .found()
                .orElseThrow()
                .test());
    }

    @Test
    void means_evenArms_haveThePlannedPower() {
        Plan plan = plan(4, 0.6, VarianceFactor.NONE, Allocation.even(1));
        double power = share(
                1,
                random -> welch(
                        normal(random, plan.control(), 0, 2),
                        normal(random, plan.treatments().getFirst(), 0.6, 2),
                        Alpha.FIVE_PERCENT));
        assertThat(power).isCloseTo(0.8, within(band(0.8)));
    }

    @Test
    void means_ninetyToTen_haveThePlannedPower() {
        Plan plan = plan(4, 0.6, VarianceFactor.NONE, new Allocation(9, List.of(1.0)));
        assertThat(plan.control()).isCloseTo(9 * plan.treatments().getFirst(), within(9L));
        double power = share(
                2,
                random -> welch(
                        normal(random, plan.control(), 0, 2),
                        normal(random, plan.treatments().getFirst(), 0.6, 2),
                        Alpha.FIVE_PERCENT));
        assertThat(power).isCloseTo(0.8, within(band(0.8)));
    }

    @Test
    void covariates_ofCorrelationPointSix_haveThePlannedPower() {
        Plan plan = plan(1, 0.3, VarianceFactor.covariates(0.6), Allocation.even(1));
        assertThat(plan.control())
                .isLessThan(
                        plan(1, 0.3, VarianceFactor.NONE, Allocation.even(1)).control());
        double power = share(3, random -> {
            JointMoments control = correlated(random, plan.control(), 0);
            JointMoments treatment = correlated(random, plan.treatments().getFirst(), 0.3);
            return better(Cuped.adjust(control, treatment, SlopesPer.EXPERIMENT)
                    .found()
                    .orElseThrow()
                    .compare(Alpha.FIVE_PERCENT)
                    .test());
        });
        assertThat(power).isCloseTo(0.8, within(band(0.8)));
    }

    private static JointMoments correlated(SplittableRandom random, long units, double mean) {
        double[] sums = new double[5];
        for (long i = 0; i < units; i++) {
            double x = random.nextGaussian();
            double y = mean + 0.6 * x + 0.8 * random.nextGaussian();
            sums[0] += y;
            sums[1] += x;
            sums[2] += y * y;
            sums[3] += y * x;
            sums[4] += x * x;
        }
        double y = sums[0] / units;
        double x = sums[1] / units;
        double cross = sums[3] - units * y * x;
        return JointMoments.ofProducts(units, new double[] {y, x}, new double[][] {
            {sums[2] - units * y * y, cross}, {cross, sums[4] - units * x * x}
        });
    }

    @Test
    void looks_ofFive_haveThePlannedPower() {
        GroupSequentialDesign design = new GroupSequentialDesign(new Spending.OBrienFleming(), 0.05, Sides.TWO);
        LookSchedule schedule = LookSchedule.equallySpaced(5);
        VarianceFactor factor = VarianceFactor.looks(design, schedule, 0.8);
        assertThat(factor.value()).isBetween(1.01, 1.05);
        Plan plan = plan(4, 0.3, factor, Allocation.even(1));
        List<Boundary> boundaries = design.boundaries(schedule);
        double power = share(4, random -> crosses(random, plan.control(), boundaries));
        assertThat(power).isCloseTo(0.8, within(band(0.8)));
    }

    /** Welch's statistic on all units so far, a fifth more at every look. */
    private static boolean crosses(SplittableRandom random, long units, List<Boundary> boundaries) {
        Moments control = Moments.NONE;
        Moments treatment = Moments.NONE;
        for (int look = 1; look <= boundaries.size(); look++) {
            long more = units * look / boundaries.size() - control.n();
            control = control.plus(normal(random, more, 0, 2));
            treatment = treatment.plus(normal(random, more, 0.3, 2));
            DifferenceTest test = WelchTest.compare(control, treatment, Alpha.FIVE_PERCENT)
                    .found()
                    .flatMap(found -> found.test().found())
                    .orElseThrow();
            if (boundaries.get(look - 1).crossedBy(test.statistic(), Sides.TWO)) {
                return test.statistic() > 0;
            }
        }
        return false;
    }

    @Test
    void guardrails_ofThree_leaveTheDecisionItsPower() {
        PlannedFamily family = new PlannedFamily(ErrorRates.USUAL, 1, 3);
        PlannedMetric metric =
                new PlannedMetric(UnitVariances.equal(1), 0.5, VarianceFactor.NONE, OptionalDouble.empty());
        Plan success = Planner.plan(metric, Allocation.even(1), family);
        assertThat(success.perComparison().power()).isCloseTo(0.95, within(1e-12));
        ErrorRates oneSided = new ErrorRates(
                new Alpha(0.025), Sides.ONE, success.perComparison().power());
        PlannedUnits guardrail = SampleSize.forNonInferiority(UnitVariances.equal(1), 0, 0.5, 1, oneSided);
        assertThat(guardrail.control()).isEqualTo(success.control());
        double power = share(5, random -> {
            boolean ship = welch(
                    normal(random, success.control(), 0, 1),
                    normal(random, success.control(), 0.5, 1),
                    Alpha.FIVE_PERCENT);
            for (int g = 0; g < 3; g++) {
                ship &= harmless(random, guardrail.control(), guardrail.treatment(), 0.5);
            }
            return ship;
        });
        // Four independent questions of 95 % each: 81.5 %; the split promises at least 80 % whatever their dependence.
        assertThat(power).isCloseTo(Math.pow(0.95, 4), within(band(0.8)));
    }

    @Test
    void nonInferiority_atTwoToOne_hasThePlannedPower() {
        ErrorRates rates = new ErrorRates(new Alpha(0.025), Sides.ONE, 0.9);
        PlannedUnits units = SampleSize.forNonInferiority(UnitVariances.equal(1), 0, 0.4, 0.5, rates);
        double power = share(6, random -> harmless(random, units.control(), units.treatment(), 0.4));
        assertThat(power).isCloseTo(0.9, within(band(0.9)));
    }

    private static boolean harmless(SplittableRandom random, long control, long treatment, double margin) {
        PairEstimate pair = PairEstimate.independent(
                normal(random, control, 0, 1).estimate(),
                normal(random, treatment, 0, 1).estimate());
        return NonInferiorityTest.of(pair, new Margin.Absolute(margin), Direction.HIGHER_IS_BETTER, new Alpha(0.025))
                .found()
                .map(NonInferiority::nonInferior)
                .orElseThrow();
    }

    @Test
    void threeTreatments_atTheLeastTotal_haveThePlannedPowerEach() {
        Plan plan = plan(1, 0.4, VarianceFactor.NONE, Allocation.leastTotal(3));
        Alpha alpha = plan.perComparison().alpha();
        assertThat(alpha.value()).isCloseTo(0.05 / 3, within(1e-15));
        int[] found = new int[3];
        share(7, random -> {
            Moments control = normal(random, plan.control(), 0, 1);
            for (int i = 0; i < 3; i++) {
                found[i] += welch(control, normal(random, plan.treatments().get(i), 0.4, 1), alpha) ? 1 : 0;
            }
            return true;
        });
        for (int count : found) {
            assertThat(count / (double) RUNS).isCloseTo(0.8, within(band(0.8)));
        }
    }

    @Test
    void clusters_ofUnequalSize_haveThePlannedPower() {
        // Sizes 5 to 35, all alike likely: mean 20, variation √80/20.
        VarianceFactor factor = VarianceFactor.clusters(20, Math.sqrt(80) / 20, 0.05);
        Plan plan = plan(1, 0.2, factor, Allocation.even(1));
        int clusters = (int) Math.ceilDiv(plan.control(), 20L);
        assertThat(clusters).isBetween(35, 60);
        double power = share(
                8,
                random -> better(ClusterTest.compare(
                                groups(random, clusters, 0), groups(random, clusters, 0.2), Alpha.FIVE_PERCENT)
                        .found()
                        .orElseThrow()
                        .test()));
        assertThat(power).isCloseTo(0.8, within(band(0.8)));
    }

    private static ClusteredArm groups(SplittableRandom random, int count, double mean) {
        List<Cluster> groups = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int size = 5 + random.nextInt(31);
            double own = mean + Math.sqrt(0.05) * random.nextGaussian();
            groups.add(new Cluster(size, size * own + Math.sqrt(size * 0.95) * random.nextGaussian()));
        }
        return new ClusteredArm(groups);
    }

    @Test
    void skewedMeans_atNinetyToTen_haveThePlannedPowerUnderTheGuard() {
        // One in ten spends 10: variance 9, skewness (1 − 2p)/√(pq) = 8/3.
        PlannedMetric metric = new PlannedMetric(
                new UnitVariances(9, variance(0.16)), 0.6, VarianceFactor.NONE, OptionalDouble.of(8.0 / 3));
        Plan plan = Planner.plan(metric, new Allocation(9, List.of(1.0)), ONE);
        assertThat(plan.kappa()).isLessThanOrEqualTo(SkewGuard.LIMIT);
        double[] planned = {
            Power.of(
                    0.6,
                    metric.variances()
                            .standardError(plan.control(), plan.treatments().getFirst()),
                    Alpha.FIVE_PERCENT,
                    Sides.TWO)
        };
        assertThat(planned[0]).isGreaterThanOrEqualTo(0.8 - 1e-6);
        double power = share(
                9,
                random -> better(GuardedMeansTest.compare(
                                spend(random, plan.control(), 0.1),
                                spend(random, plan.treatments().getFirst(), 0.16),
                                Alpha.FIVE_PERCENT)
                        .found()
                        .orElseThrow()
                        .comparison()
                        .test()));
        assertThat(power).isCloseTo(planned[0], within(band(planned[0])));
    }

    private static double variance(double buyers) {
        return 100 * buyers * (1 - buyers);
    }

    private static SkewMoments spend(SplittableRandom random, long units, double buyers) {
        long bought = 0;
        for (long i = 0; i < units; i++) {
            bought += random.nextDouble() < buyers ? 1 : 0;
        }
        double p = (double) bought / units;
        double m2 = 100 * units * p * (1 - p);
        return new SkewMoments(new Moments(units, 10 * p, m2), 10 * m2 * (1 - 2 * p));
    }
}
