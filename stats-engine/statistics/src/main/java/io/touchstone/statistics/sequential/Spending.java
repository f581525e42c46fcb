package io.touchstone.statistics.sequential;

import io.touchstone.statistics.Normal;

/**
 * How much of alpha may be used up to a share of the trial: Lan and DeMets, Biometrika 1983.
 *
 * <p>All functions rise from 0 at t = 0 to alpha at t = 1.
 */
public sealed interface Spending {

    /**
     * Alpha that one tail may have used.
     *
     * @param tailAlpha the whole alpha of the tail, above 0 and below 1
     * @param time spending time, 0 to 1
     */
    double spentByTail(double tailAlpha, double time);

    /** Alpha used in all by a test of these sides; a two-sided test spends half of alpha in each tail. */
    default double spent(double alpha, Sides sides, double time) {
        if (!(time >= 0 && time <= 1)) {
            throw new IllegalArgumentException("time: " + time + " (expected: 0 to 1)");
        }
        if (time <= 0) {
            return 0;
        }
        return switch (sides) {
            case ONE -> spentByTail(alpha, time);
            case TWO -> 2 * spentByTail(alpha / 2, time);
        };
    }

    /** Like O'Brien and Fleming 1979: 2 − 2Φ(z_{1−α/2}/√t). Almost nothing early. */
    record OBrienFleming() implements Spending {
        @Override
        public double spentByTail(double tailAlpha, double time) {
            return 2 * Normal.upperTail(Normal.upperQuantile(tailAlpha / 2) / Math.sqrt(time));
        }
    }

    /** Like Pocock 1977: α·ln(1 + (e − 1)t). Nearly equal boundaries. */
    record Pocock() implements Spending {
        @Override
        public double spentByTail(double tailAlpha, double time) {
            return tailAlpha * Math.log1p((Math.E - 1) * time);
        }
    }

    /**
     * Kim and DeMets, Biometrika 1987: α·t^γ.
     *
     * @param gamma above 0; larger spends later
     */
    record KimDeMets(double gamma) implements Spending {
        public KimDeMets {
            if (!(gamma > 0 && gamma < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("gamma: " + gamma + " (expected: finite, above 0)");
            }
        }

        @Override
        public double spentByTail(double tailAlpha, double time) {
            return tailAlpha * Math.pow(time, gamma);
        }
    }
}
