package io.touchstone.core.datafile;

/** One rule of a flag: it answers a variant, or passes with a reason. */
public sealed interface Rule permits ExperimentRule, RolloutRule {
    /** What names the rule in trails: the experiment's key, or the rollout's. */
    String key();
}
