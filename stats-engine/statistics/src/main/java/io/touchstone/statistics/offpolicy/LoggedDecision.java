package io.touchstone.statistics.offpolicy;

import java.util.List;

/**
 * One decision as it was logged, and what the policy to be valued would do there.
 *
 * @param action taken, 0-based
 * @param reward that followed, in the metric's unit
 * @param propensity chance with which the logging policy took this action, 1e-12 to 1; recorded when it decided
 * @param target chances of the actions under the policy to be valued; they add up to 1
 * @param model reward expected of each action, from a model that has not seen this row
 */
public record LoggedDecision(int action, double reward, double propensity, List<Double> target, List<Double> model) {

    /** A smaller chance cannot have been logged by a real policy, and its weight's square must stay a number. */
    private static final double SMALLEST = 1e-12;
    /** Chances that add up to one within this are taken as they are: they come from decimals. */
    private static final double ROUNDING = 1e-3;

    /** @throws IllegalArgumentException for numbers no log has */
    public LoggedDecision {
        target = List.copyOf(target);
        model = List.copyOf(model);
        if (action < 0 || action >= target.size()) {
            throw new IllegalArgumentException("action: " + action + " (expected: 0.." + (target.size() - 1) + ")");
        }
        if (!Double.isFinite(reward)) {
            throw new IllegalArgumentException("reward: " + reward + " (expected: finite)");
        }
        if (!(propensity >= SMALLEST && propensity <= 1)) {
            throw new IllegalArgumentException("propensity: " + propensity + " (expected: 1e-12 to 1)");
        }
        requirePolicy(target);
        if (model.size() != target.size() || !model.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "model: " + model + " (expected: " + target.size() + " finite numbers, one for each action)");
        }
    }

    private static void requirePolicy(List<Double> target) {
        double sum = 0;
        for (double chance : target) {
            if (!(chance >= 0 && chance <= 1)) {
                throw new IllegalArgumentException("target: " + chance + " (expected: 0 to 1)");
            }
            sum += chance;
        }
        if (Math.abs(sum - 1) > ROUNDING) {
            throw new IllegalArgumentException("target: adds up to " + sum + " (expected: 1)");
        }
    }

    /** π(action)/propensity. */
    double weight() {
        return target.get(action) / propensity;
    }

    /** The model's value of the policy here. */
    double modelValue() {
        double sum = 0;
        for (int a = 0; a < target.size(); a++) {
            sum += target.get(a) * model.get(a);
        }
        return sum;
    }
}
