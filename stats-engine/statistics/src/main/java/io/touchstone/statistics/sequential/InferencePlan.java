package io.touchstone.statistics.sequential;

/**
 * How a test is read, fixed before its data. Who may look is a matter of type: only a {@link LookingPlan} has a look.
 */
public sealed interface InferencePlan permits FixedHorizon, LookingPlan {}
