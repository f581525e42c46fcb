package io.touchstone.certificate;

import io.touchstone.statistics.sequential.HarmEpoch;
import io.touchstone.statistics.sequential.KillRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A rare harm and the kill rule with its uniform prior and no margin, looked at after every thousand units.
 *
 * @param level budget of false kills
 * @param base share of the control's units that are harmed
 * @param harm rate ratio of the treatment where it harms
 * @param delay looks from exposure to harm, on average: exponential, 0 for at once
 * @param epochs of constant weights, in their order
 */
record KillRuleRegime(double level, double base, double harm, double delay, List<Epoch> epochs)
        implements Regime.Experiment {
    private static final int UNITS_A_LOOK = 1_000;

    /**
     * Looks in which the treatment's share of the units stands still.
     *
     * @param treatment share, inside (0, 1)
     * @param looks number of looks
     */
    record Epoch(double treatment, int looks) {}

    @Override
    public Regime.Outcome draw(SplittableRandom random, boolean effect) {
        int looks = epochs.stream().mapToInt(Epoch::looks).sum();
        int[][] treatment = new int[epochs.size()][looks];
        int[][] control = new int[epochs.size()][looks];
        int start = 0;
        for (int i = 0; i < epochs.size(); i++) {
            double share = epochs.get(i).treatment();
            double harmed = share * base * (effect ? harm : 1);
            double controls = (1 - share) * base / (1 - harmed);
            for (int look = start; look < start + epochs.get(i).looks(); look++) {
                int hits = Draws.successes(random, harmed, UNITS_A_LOOK);
                spread(random, hits, look, treatment[i]);
                spread(random, Draws.successes(random, controls, UNITS_A_LOOK - hits), look, control[i]);
            }
            start += epochs.get(i).looks();
        }
        return Regime.alarm(stops(treatment, control, looks));
    }

    private void spread(SplittableRandom random, int events, int look, int[] byLook) {
        for (int i = 0; i < events; i++) {
            int at = delay <= 0 ? look : look + (int) (-Math.log(1 - random.nextDouble()) * delay);
            if (at < byLook.length) {
                byLook[at]++;
            }
        }
    }

    private boolean stops(int[][] treatment, int[][] control, int looks) {
        KillRule rule = new KillRule(level, 0);
        List<HarmEpoch> seen = new ArrayList<>(Collections.nCopies(epochs.size(), new HarmEpoch(1, 1, 0, 0)));
        for (int look = 0; look < looks; look++) {
            boolean news = false;
            for (int i = 0; i < epochs.size(); i++) {
                double share = epochs.get(i).treatment();
                HarmEpoch before = seen.get(i);
                news |= treatment[i][look] > 0;
                seen.set(
                        i,
                        new HarmEpoch(
                                share,
                                1 - share,
                                before.treatmentEvents() + treatment[i][look],
                                before.controlEvents() + control[i][look]));
            }
            // An event of the control lowers every factor, so only one of the treatment can stop.
            if (news && rule.stops(seen)) {
                return true;
            }
        }
        return false;
    }
}
