package io.touchstone.benchmarks.statistics;

/** What a metric is for in the decision. */
enum Role {
    /** Decides: a family of its own for multiplicity, conditional power, looks by its own units. */
    SUCCESS,
    /** Must be proven harmless, inside a margin. */
    GUARDRAIL,
    /** Shown, with a repeated interval like all others. */
    SHOWN
}
