package io.touchstone.statistics.sequential;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * A group-sequential test by alpha spending: Lan and DeMets 1983; Jennison and Turnbull 2000, chapters 7 and 19.
 *
 * <p>The boundary of look k solves P(no earlier crossing, crossing at k) = f(t_k) − f(t_{k−1}) under no effect. It depends on
 * this and earlier looks only, so looks may come at any time. See {@code docs/statistics/group-sequential.md}.
 *
 * @param spending the spending function
 * @param alpha total type-1 error, both sides of a two-sided test together; above 0 and below 1
 * @param sides of the test
 */
public record GroupSequentialDesign(Spending spending, double alpha, Sides sides) {

    private static final double LARGEST_DRIFT = 60;

    /** @throws IllegalArgumentException for an alpha outside (0, 1) */
    public GroupSequentialDesign {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha: " + alpha + " (expected: above 0 and below 1)");
        }
    }

    /** Before the first look; {@link Boundaries#next} takes the looks one by one. */
    public Boundaries start() {
        return Boundaries.none(this);
    }

    /** The boundary of every look; z is right to about 1e-9. */
    public List<Boundary> boundaries(LookSchedule schedule) {
        Boundaries boundaries = start();
        for (Look look : schedule.looks()) {
            boundaries = boundaries.next(look);
        }
        return boundaries.list();
    }

    /**
     * The probability to stop at each look.
     *
     * @param drift the expected z at the last look, θ√I_last; 0 gives the alpha spent
     */
    public CrossingProbabilities crossing(LookSchedule schedule, double drift) {
        return crossing(boundaries(schedule), drift);
    }

    /** P(stop for a positive effect at any look). */
    public double power(LookSchedule schedule, double drift) {
        return crossing(schedule, drift).power();
    }

    /**
     * The drift that has a given power; its square over that of a fixed test is the inflation of the sample.
     *
     * @param power above the tail's alpha and below 1
     */
    public double driftFor(LookSchedule schedule, double power) {
        double tail = sides == Sides.TWO ? alpha / 2 : alpha;
        if (!(power > tail && power < 1)) {
            throw new IllegalArgumentException("power: " + power + " (expected: above " + tail + ", below 1)");
        }
        List<Boundary> boundaries = boundaries(schedule);
        UnivariateFunction gap = drift -> crossing(boundaries, drift).power() - power;
        return new BrentSolver(1e-12, 1e-10).solve(200, gap, 0, LARGEST_DRIFT);
    }

    CrossingProbabilities crossing(List<Boundary> boundaries, double drift) {
        double last = boundaries.getLast().look().information();
        return crossing(ScoreDensity.at(0, 0), boundaries, drift / Math.sqrt(last));
    }

    /** From any point on; {@code theta} is the expected score for one unit of information. */
    CrossingProbabilities crossing(ScoreDensity start, List<Boundary> boundaries, double theta) {
        List<Double> upper = new ArrayList<>();
        List<Double> lower = new ArrayList<>();
        ScoreDensity density = start;
        for (int k = 0; k < boundaries.size(); k++) {
            double information = boundaries.get(k).look().information();
            double high = boundaries.get(k).zOrInfinity() * Math.sqrt(information);
            double low = lowOf(high);
            upper.add(density.above(high, information, theta));
            lower.add(density.below(low, information, theta));
            if (k + 1 < boundaries.size()) {
                double step = boundaries.get(k + 1).look().information() - information;
                density = density.next(information, theta, low, high, step);
            }
        }
        return new CrossingProbabilities(upper, lower);
    }

    double lowOf(double high) {
        return sides == Sides.TWO ? -high : Double.NEGATIVE_INFINITY;
    }
}
