package io.touchstone.statistics.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Each documented range, at its very ends, and answers exactly on a boundary. */
class SequentialBoundsTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final Alpha ALPHA = Alpha.FIVE_PERCENT;
    private static final GroupSequentialDesign TWO_SIDED =
            new GroupSequentialDesign(new Spending.Pocock(), 0.05, Sides.TWO);

    private static void refused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).hasMessage(message);
    }

    @Test
    void graph_thatDoesNotFit_isRefused() {
        List<Double> weights = List.of(0.5, 0.5);
        List<List<Double>> swap = List.of(List.of(0.0, 1.0), List.of(1.0, 0.0));
        refused("transitions: 2 rows (expected: 2)", () -> new AlphaGraph(weights, swap, List.of(false)));
        refused(
                "transitions: 1.5 (expected: 0 to 1)",
                () -> new AlphaGraph(weights, List.of(List.of(0.0, 1.5), List.of(1.0, 0.0))));
        refused("weights: -0.5 (expected: 0 to 1)", () -> new AlphaGraph(List.of(-0.5, 0.5), swap));
        AlphaGraph graph = new AlphaGraph(weights, swap);
        refused("j: 2 (expected: a hypothesis not yet rejected)", () -> graph.afterRejecting(2));
        refused("j: -1 (expected: a hypothesis not yet rejected)", () -> graph.afterRejecting(-1));
        refused("j: 0 (expected: a hypothesis not yet rejected)", () -> graph.afterRejecting(0)
                .afterRejecting(0));
        // Sent back and forth without end: nothing is left to hand on, and no number of it is infinite.
        AlphaGraph three = new AlphaGraph(
                List.of(0.5, 0.5, 0.0),
                List.of(List.of(0.0, 1.0, 0.0), List.of(1.0, 0.0, 0.0), List.of(0.5, 0.5, 0.0)));
        assertThat(three.afterRejecting(0).transitions().get(1)).containsExactly(0.0, 0.0, 0.0);
        assertThat(three.afterRejecting(0).transitions().get(2)).containsExactly(0.0, 1.0, 0.0);
    }

    @Test
    void conditionalPower_outsideItsLooks_isRefused() {
        List<Boundary> boundaries = TWO_SIDED.boundaries(LookSchedule.equallySpaced(3));
        refused("looksTaken: 0 (expected: 1..2)", () -> ConditionalPower.at(TWO_SIDED, boundaries, 0, 1, 3));
        refused("looksTaken: 3 (expected: 1..2)", () -> ConditionalPower.at(TWO_SIDED, boundaries, 3, 1, 3));
        refused("looksTaken: 0 (expected: 1..2)", () -> ConditionalPower.underTrend(TWO_SIDED, boundaries, 0, 1));
        refused("looksTaken: 3 (expected: 1..2)", () -> ConditionalPower.underTrend(TWO_SIDED, boundaries, 3, 1));
        refused(
                "z, drift: Infinity, 3.0 (expected: finite)",
                () -> ConditionalPower.at(TWO_SIDED, boundaries, 1, INFINITY, 3));
        refused(
                "z, drift: 1.0, NaN (expected: finite)",
                () -> ConditionalPower.at(TWO_SIDED, boundaries, 1, 1, Double.NaN));
    }

    @Test
    void power_inAnotherUnitOfInformation_isTheSame() {
        // The drift is that of the last look, whatever its information is counted in.
        LookSchedule shares = LookSchedule.ofFractions(0.5, 1);
        LookSchedule users = new LookSchedule(List.of(new Look(0.5, 2000), new Look(1, 4000)));
        assertThat(TWO_SIDED.power(users, 2.5)).isCloseTo(TWO_SIDED.power(shares, 2.5), within(1e-9));
        List<Boundary> byShare = TWO_SIDED.boundaries(shares);
        List<Boundary> byUser = TWO_SIDED.boundaries(users);
        assertThat(ConditionalPower.at(TWO_SIDED, byUser, 1, 1, 2.5))
                .isCloseTo(ConditionalPower.at(TWO_SIDED, byShare, 1, 1, 2.5), within(1e-9));
    }

    @Test
    void driftForPower_ends_areRefused() {
        LookSchedule one = LookSchedule.ofFractions(1);
        refused("power: 0.025 (expected: above 0.025, below 1)", () -> TWO_SIDED.driftFor(one, 0.025));
        refused("power: 1.0 (expected: above 0.025, below 1)", () -> TWO_SIDED.driftFor(one, 1));
        GroupSequentialDesign oneSided = new GroupSequentialDesign(new Spending.Pocock(), 0.05, Sides.ONE);
        refused("power: 0.04 (expected: above 0.05, below 1)", () -> oneSided.driftFor(one, 0.04));
        refused(
                "alpha: 1.0 (expected: above 0 and below 1)",
                () -> new GroupSequentialDesign(new Spending.Pocock(), 1, Sides.ONE));
        // With one look the drift is z₁₋α + z of the power.
        assertThat(oneSided.driftFor(one, 0.8)).isCloseTo(1.6448536269514722 + 0.8416212335729143, within(1e-8));
    }

    @Test
    void harmEpoch_ends_areRefused() {
        refused("treatmentWeight: 0.0 (expected: finite, above 0)", () -> new HarmEpoch(0, 1, 0, 0));
        refused("treatmentWeight: Infinity (expected: finite, above 0)", () -> new HarmEpoch(INFINITY, 1, 0, 0));
        refused("controlWeight: 0.0 (expected: finite, above 0)", () -> new HarmEpoch(1, 0, 0, 0));
        refused("controlWeight: Infinity (expected: finite, above 0)", () -> new HarmEpoch(1, INFINITY, 0, 0));
        refused("margin: Infinity (expected: finite, 0 or more)", () -> new KillRule(0.01, INFINITY));
        refused("alpha: 1.0 (expected: above 0 and below 1)", () -> new KillRule(1, 0));
    }

    @Test
    void epochWithEventsInOneArm_isNoEmptyEpoch() {
        KillRule rule = new KillRule(0.01, 0);
        assertThat(rule.logE(List.of(new HarmEpoch(1, 1, 1, 0)))).isPositive();
        assertThat(rule.logE(List.of(new HarmEpoch(1, 1, 0, 1)))).isNegative();
    }

    @Test
    void observedSchedule_withoutAPlan_isRefused() {
        List<Double> information = List.of(5.0);
        refused(
                "plannedInformation: 0.0 (expected: finite, above 0)",
                () -> LookSchedule.observed(0, information, Ending.ONGOING));
        refused(
                "plannedInformation: Infinity (expected: finite, above 0)",
                () -> LookSchedule.observed(INFINITY, information, Ending.ONGOING));
    }

    @Test
    void sampleRatio_ends_areRefused() {
        refused("concentration: 0.0 (expected: finite, above 0)", () -> SequentialSampleRatio.of(List.of(1.0, 1.0), 0));
        refused(
                "concentration: Infinity (expected: finite, above 0)",
                () -> SequentialSampleRatio.of(List.of(1.0, 1.0), INFINITY));
        refused("weight: 0.0 (expected: finite, above 0)", () -> SequentialSampleRatio.of(List.of(1.0, 0.0), 1));
        refused(
                "weight: Infinity (expected: finite, above 0)",
                () -> SequentialSampleRatio.of(List.of(1.0, INFINITY), 1));
        refused("weights: 1 (expected: 2 or more)", () -> SequentialSampleRatio.of(List.of(1.0), 1));
        refused("count: -1 (expected: 0 or more)", () -> SequentialSampleRatio.of(List.of(1.0, 1.0), 1)
                .look(List.of(3L, -1L)));
    }

    @Test
    void mixture_ends_areRefused() {
        refused("rho: Infinity (expected: finite, above 0)", () -> new NormalMixture(INFINITY));
        NormalMixture mixture = new NormalMixture(1);
        refused("time: Infinity (expected: finite, above 0)", () -> mixture.multiplier(INFINITY, ALPHA));
        // The exact tuning solves y − ln y = 1 − 2 ln α with y = 1 + t/ρ: Howard et al. 2021, proposition 3.
        double y = 1 + 10_000 / NormalMixture.tunedExactly(10_000, ALPHA).rho();
        assertThat(y - Math.log(y)).isCloseTo(1 - 2 * Math.log(0.05), within(1e-13));
    }

    @Test
    void look_ends_areRefusedOrTaken() {
        refused("spendingTime: 0.0 (expected: above 0, at most 1)", () -> new Look(0, 1));
        refused("information: 0.0 (expected: finite, above 0)", () -> new Look(1, 0));
        refused("information: Infinity (expected: finite, above 0)", () -> new Look(1, INFINITY));
        assertThat(new Look(1, 1).spendingTime()).isEqualTo(1);
        assertThat(new Spending.Pocock().spent(0.05, Sides.TWO, 0)).isZero();
        assertThat(new Spending.Pocock().spent(0.05, Sides.TWO, 1)).isCloseTo(0.05, within(1e-16));
    }

    @Test
    void stirlingError_bothForms_meet() {
        // mpmath: lnΓ(x) − ((x − ½) ln x − x + ½ ln 2π).
        assertThat(StirlingError.of(15)).isCloseTo(0.005554733551962801, within(1e-15));
        assertThat(StirlingError.of(Math.nextDown(15.0))).isCloseTo(0.005554733551962801, within(1e-13));
        assertThat(StirlingError.of(1)).isCloseTo(1 - Math.log(2 * Math.PI) / 2, within(1e-15));
    }
}
