package io.touchstone.certificate;

import java.util.SplittableRandom;

/** When units have an event, in days after their exposure. */
sealed interface Lifetime {

    /** Later than any reading. */
    int NEVER = 10_000;

    /** Day of the event of one unit, 0 or more, or {@link #NEVER}; nothing beyond {@code last} needs to be told. */
    int draw(SplittableRandom random, boolean effect, int last);

    /** Shares without the event on days 0 to {@code last}, that day included. */
    double[] survival(boolean effect, int last);

    /**
     * The same hazard every day.
     *
     * @param mean days to the event without an effect
     * @param longer the same where the treatment works
     */
    record Constant(double mean, double longer) implements Lifetime {

        @Override
        public int draw(SplittableRandom random, boolean effect, int last) {
            double day = -(effect ? longer : mean) * Math.log(1 - random.nextDouble());
            return day > last ? NEVER : (int) day;
        }

        @Override
        public double[] survival(boolean effect, int last) {
            double[] survival = new double[last + 1];
            for (int day = 0; day <= last; day++) {
                survival[day] = Math.exp(-(day + 1) / (effect ? longer : mean));
            }
            return survival;
        }
    }

    /**
     * Churn: the last of the first {@value #SILENT} days without activity; the exposure counts as activity. Units are rarely, now and
     * then or often active, a third each.
     *
     * @param factor by which the treatment raises every chance of an active day where it works
     */
    record Churn(double factor) implements Lifetime {
        static final int SILENT = 7;
        private static final double[] ACTIVE = {0.1, 0.2, 0.4};

        @Override
        public int draw(SplittableRandom random, boolean effect, int last) {
            double active = ACTIVE[random.nextInt(ACTIVE.length)] * (effect ? factor : 1);
            int lastActive = 0;
            for (int day = 1; day <= last; day++) {
                if (random.nextDouble() < active) {
                    lastActive = day;
                } else if (day - lastActive == SILENT) {
                    return day;
                }
            }
            return NEVER;
        }

        @Override
        public double[] survival(boolean effect, int last) {
            double[] survival = new double[last + 1];
            for (double chance : ACTIVE) {
                add(survival, chance * (effect ? factor : 1));
            }
            return survival;
        }

        /** Shares by days of silence so far, moved on day by day. */
        private static void add(double[] survival, double active) {
            double[] silent = new double[SILENT];
            silent[0] = 1.0 / ACTIVE.length;
            for (int day = 0; day < survival.length; day++) {
                double left = 0;
                for (double share : silent) {
                    left += share;
                }
                survival[day] += left;
                for (int s = SILENT - 1; s > 0; s--) {
                    silent[s] = silent[s - 1] * (1 - active);
                }
                silent[0] = left * active;
            }
        }
    }
}
