package io.touchstone.benchmarks.statistics;

import io.touchstone.statistics.JointMoments;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.adjust.PrePeriod;
import io.touchstone.statistics.clusters.Cluster;
import io.touchstone.statistics.clusters.ClusteredArm;
import io.touchstone.statistics.quantiles.BinnedValues;
import io.touchstone.statistics.ratio.RatioMoments;
import io.touchstone.statistics.survival.LifeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;

/**
 * Sufficient statistics of one control and three treatments. Values are drawn for a sample of units, the same for all arms but for
 * the effect, and the moments taken up to the size of an arm: real shapes at the price of a sample.
 */
final class ShopDraws {

    private static final long UNITS = 250_000;
    private static final int SAMPLE = 2_000;
    private static final double EFFECT = 0.01;
    private static final double CAP = 2_000;
    private static final int FOLDS = 64;
    /** Bins are 1 % wide, from 50 ms on. */
    private static final int BINS = 600;

    private static final double FIRST_EDGE = 50;
    private static final int VALUES = 40_000;
    private static final int HORIZON = 14;

    private final SplittableRandom random;

    ShopDraws(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A statistic for each arm, of the factor its values are multiplied by: 1 for the control. */
    private <T> Arms<T> arms(DoubleFunction<T> arm) {
        T control = arm.apply(1);
        List<T> treatments = new ArrayList<>();
        for (int treatment = 0; treatment < ScorecardInput.TREATMENTS; treatment++) {
            treatments.add(arm.apply(1 + EFFECT * random.nextGaussian()));
        }
        return new Arms<>(control, treatments);
    }

    Question rate(double rate) {
        return new Question.Rate(arms(factor -> {
            double due = UNITS * rate * factor;
            return new Proportion(Math.max(1, Math.round(due + Math.sqrt(due) * random.nextGaussian())), UNITS);
        }));
    }

    Question mean(double buyers, double sigma) {
        double[][] sample = sample(buyers, sigma, 0);
        return new Question.Mean(arms(factor -> skew(sample, factor)));
    }

    /** With covariates of which three in ten units have none. */
    Question adjusted(double buyers, double sigma, int covariates) {
        double[][] sample = sample(buyers, sigma, covariates);
        // Both readings are of the same arms, so of the same factors.
        Arms<Double> factors = arms(factor -> factor);
        return new Question.Adjusted(
                each(factors, factor -> joint(sample, factor)), each(factors, factor -> skew(sample, factor)));
    }

    private static <T> Arms<T> each(Arms<Double> factors, DoubleFunction<T> arm) {
        return new Arms<>(
                arm.apply(factors.control()),
                factors.treatments().stream().map(arm::apply).toList());
    }

    /** Rows of outcome, covariates and the mark of missing ones. */
    private double[][] sample(double buyers, double sigma, int covariates) {
        double[][] rows = new double[SAMPLE][];
        for (int unit = 0; unit < SAMPLE; unit++) {
            double habit = random.nextGaussian();
            boolean known = random.nextDouble() < 0.7;
            double[] row = new double[covariates == 0 ? 1 : covariates + 2];
            row[0] = value(buyers, sigma, habit);
            for (int i = 1; i <= covariates; i++) {
                OptionalDouble before =
                        known ? OptionalDouble.of(value(2 * buyers, sigma, habit)) : OptionalDouble.empty();
                PrePeriod period = PrePeriod.of(before);
                row[i] = period.value();
                row[covariates + 1] = period.missing();
            }
            rows[unit] = row;
        }
        return rows;
    }

    private double value(double buyers, double sigma, double habit) {
        double luck = random.nextGaussian();
        boolean buys = random.nextDouble() < Math.min(0.95, buyers * Math.exp(0.5 * habit));
        return buys ? Math.min(CAP, 30 * Math.exp(sigma * (0.6 * habit + 0.8 * luck))) : 0;
    }

    private static SkewMoments skew(double[][] sample, double factor) {
        SkewMoments sum = SkewMoments.NONE;
        for (double[] row : sample) {
            sum = sum.plus(SkewMoments.of(row[0] * factor));
        }
        double times = (double) UNITS / SAMPLE;
        return new SkewMoments(
                new Moments(UNITS, sum.moments().mean(), sum.moments().m2() * times), sum.m3() * times);
    }

    private static JointMoments joint(double[][] sample, double factor) {
        JointMoments sum = JointMoments.none(sample[0].length);
        for (double[] row : sample) {
            double[] unit = row.clone();
            unit[0] *= factor;
            sum = sum.plus(JointMoments.of(unit));
        }
        return grown(sum);
    }

    private static JointMoments grown(JointMoments sample) {
        int dimension = sample.dimension();
        double[] means = new double[dimension];
        double[][] products = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            means[i] = sample.mean(i);
            for (int j = 0; j < dimension; j++) {
                products[i][j] = sample.product(i, j) * UNITS / SAMPLE;
            }
        }
        return JointMoments.ofProducts(UNITS, means, products);
    }

    Question ratio(double spread) {
        double[][] sample = sample(0.4, spread, 1);
        return new Question.Ratio(arms(factor -> {
            RatioMoments sum = RatioMoments.NONE;
            for (double[] row : sample) {
                sum = sum.plus(RatioMoments.of(row[0] * factor, 1 + row[0] + row[1]));
            }
            double times = (double) UNITS / SAMPLE;
            RatioMoments.Thirds thirds = sum.thirds();
            return new RatioMoments(
                    grown(sum.joint()),
                    new RatioMoments.Thirds(
                            thirds.aaa() * times, thirds.aab() * times, thirds.abb() * times, thirds.bbb() * times));
        }));
    }

    Question quantile(double share) {
        double[] edges = new double[BINS + 1];
        for (int i = 0; i <= BINS; i++) {
            edges[i] = FIRST_EDGE * Math.pow(1.01, i);
        }
        return new Question.Quantile(
                arms(factor -> {
                    List<long[]> folds = new ArrayList<>();
                    for (int fold = 0; fold < FOLDS; fold++) {
                        folds.add(new long[BINS]);
                    }
                    for (int i = 0; i < VALUES; i++) {
                        double millis = 800 * factor * Math.exp(0.6 * random.nextGaussian());
                        int bin = (int) (Math.log(millis / FIRST_EDGE) / Math.log(1.01));
                        folds.get(random.nextInt(FOLDS))[Math.clamp(bin, 0, BINS - 1)]++;
                    }
                    return new BinnedValues(edges, folds);
                }),
                share);
    }

    Question timeToEvent(double daily) {
        return new Question.TimeToEvent(
                arms(factor -> {
                    List<LifeTable.Row> rows = new ArrayList<>();
                    double left = UNITS;
                    for (int lag = 0; lag <= ScorecardInput.TAKEN; lag++) {
                        long events = Math.round(left * daily * factor);
                        long censored = lag < HORIZON ? Math.round(left * 0.01) : Math.round(left * 0.2);
                        rows.add(new LifeTable.Row(lag, events, censored));
                        left -= events + censored;
                    }
                    return new LifeTable(rows);
                }),
                HORIZON);
    }

    /** Margin and cost of the same units, and the profit they leave. */
    Question pair() {
        double[][] sample = sample(0.1, 0.9, 0);
        Arms<Double> factors = arms(factor -> factor);
        Arms<JointMoments> both = each(factors, factor -> {
            JointMoments sum = JointMoments.none(2);
            for (double[] row : sample) {
                sum = sum.plus(JointMoments.of(0.3 * row[0] * factor, cost(row[0], factor)));
            }
            return grown(sum);
        });
        Arms<SkewMoments> profit = each(factors, factor -> {
            double[][] left = new double[SAMPLE][];
            for (int unit = 0; unit < SAMPLE; unit++) {
                left[unit] = new double[] {0.3 * sample[unit][0] * factor - cost(sample[unit][0], factor)};
            }
            return skew(left, 1);
        });
        return new Question.Return(both, profit);
    }

    /** Buyers of a treatment use a coupon. */
    private static double cost(double spend, double factor) {
        return spend > 0 ? 1 + 5 * Math.abs(factor - 1) * spend / 30 : 0;
    }

    Question clustered(int clusters) {
        return new Question.Clustered(arms(factor -> {
            List<Cluster> rows = new ArrayList<>();
            for (int i = 0; i < clusters; i++) {
                double size = Math.rint(200 * Math.exp(0.5 * random.nextGaussian()));
                rows.add(new Cluster(size, size * factor * (0.4 + 0.05 * random.nextGaussian())));
            }
            return new ClusteredArm(rows);
        }));
    }
}
