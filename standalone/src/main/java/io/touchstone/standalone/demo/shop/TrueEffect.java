package io.touchstone.standalone.demo.shop;

import java.util.ArrayList;
import java.util.List;

/**
 * What an arm truly does to a metric: the mean over all customers had they met it, less the mean had they met the control.
 *
 * @param tactic whose
 * @param metric which
 * @param arm key of the variant
 * @param control the mean under the control
 * @param effect the difference to it
 */
public record TrueEffect(Tactic tactic, ShopMetric metric, String arm, double control, double effect) {

    /** All there are, in the order of tactics, metrics and arms. */
    public static List<TrueEffect> all() {
        List<TrueEffect> all = new ArrayList<>();
        for (Tactic tactic : Tactic.values()) {
            String controlArm = tactic.arms().getFirst().key();
            for (Tactic.Use use : tactic.metrics()) {
                double control = tactic.mean(use.metric(), controlArm);
                for (Tactic.Arm arm : tactic.arms().subList(1, tactic.arms().size())) {
                    double effect = tactic.mean(use.metric(), arm.key()) - control;
                    all.add(new TrueEffect(tactic, use.metric(), arm.key(), control, effect));
                }
            }
        }
        return List.copyOf(all);
    }
}
