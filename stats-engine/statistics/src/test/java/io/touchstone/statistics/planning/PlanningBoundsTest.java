package io.touchstone.statistics.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.sequential.Sides;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Each documented range of a plan's numbers, at its very ends. */
class PlanningBoundsTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final ErrorRates ONE_SIDED = new ErrorRates(Alpha.FIVE_PERCENT, Sides.ONE, 0.8);

    private static void refused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).hasMessage(message);
    }

    @Test
    void allocation_weightsThatAreNone_areRefused() {
        refused("control: 0.0 (expected: finite, above 0)", () -> new Allocation(0, List.of(1.0)));
        refused("treatments: 0 of them (expected: 1 or more)", () -> new Allocation(1, List.of()));
        refused("treatment: 0.0 (expected: finite, above 0)", () -> new Allocation(1, List.of(1.0, 0.0)));
    }

    @Test
    void allocation_shares_addUpToTheWhole() {
        Allocation uneven = new Allocation(2, List.of(1.0, 5.0));
        assertThat(uneven.total()).isEqualTo(8);
        assertThat(uneven.controlShare()).isEqualTo(0.25);
        assertThat(uneven.treatmentPerControl(1)).isEqualTo(2.5);
        assertThat(Allocation.leastTotal(4).controlShare()).isCloseTo(1 / 3.0, within(1e-15));
    }

    @Test
    void variances_ends_areRefused() {
        refused("control: 0.0 (expected: finite, above 0)", () -> new UnitVariances(0, 1));
        refused("treatment: Infinity (expected: finite, above 0)", () -> new UnitVariances(1, INFINITY));
        refused("control: 1.0 (expected: above 0 and below 1)", () -> UnitVariances.ofRates(1, 0.5));
        refused("treatment: 0.0 (expected: above 0 and below 1)", () -> UnitVariances.ofRates(0.5, 0));
        UnitVariances one = UnitVariances.equal(1);
        refused("controlUnits: 0 (expected: 1 or more)", () -> one.standardError(0, 1));
        refused("treatmentUnits: 0 (expected: 1 or more)", () -> one.standardError(1, 0));
        assertThat(one.standardError(1, 1)).isCloseTo(Math.sqrt(2), within(1e-15));
        refused("treatmentPerControl: 0.0 (expected: finite, above 0)", () -> one.perControlUnit(0));
    }

    @Test
    void skew_withoutUnitsOrLimit_isRefused() {
        refused("skewness: Infinity (expected: finite)", () -> new PlannedSkew(INFINITY));
        PlannedSkew skew = new PlannedSkew(3);
        refused("controlUnits: 0.0 (expected: finite, above 0)", () -> skew.kappa(0, 1));
        refused("treatmentUnits: 0.0 (expected: finite, above 0)", () -> skew.kappa(1, 0));
        refused("limit: 0.0 (expected: finite, above 0)", () -> skew.controlUnitsFor(0, 2));
    }

    @Test
    void factors_ends_areRefusedOrTaken() {
        refused("factor: 0.0 (expected: finite, above 0)", () -> new VarianceFactor(0));
        refused("correlation: -1.0 (expected: above -1 and below 1)", () -> VarianceFactor.covariates(-1));
        refused("meanSize: Infinity (expected: finite, 1 or more)", () -> VarianceFactor.clusters(INFINITY, 0, 0.1));
        refused("meanSize: 0.9 (expected: finite, 1 or more)", () -> VarianceFactor.clusters(0.9, 0, 0.1));
        refused("variation: -0.1 (expected: finite, 0 or more)", () -> VarianceFactor.clusters(2, -0.1, 0.1));
        refused("variation: Infinity (expected: finite, 0 or more)", () -> VarianceFactor.clusters(2, INFINITY, 0.1));
        refused("intraclassCorrelation: 1.1 (expected: 0 to 1)", () -> VarianceFactor.clusters(2, 0, 1.1));
        refused("intraclassCorrelation: -0.1 (expected: 0 to 1)", () -> VarianceFactor.clusters(2, 0, -0.1));
        assertThat(VarianceFactor.clusters(20, 1, 0).value()).isEqualTo(1);
        assertThat(new VarianceFactor(1.5).times(new VarianceFactor(0.5)).value())
                .isEqualTo(0.75);
    }

    @Test
    void nonInferiority_units_areThoseOfTheDistanceToTheMargin() {
        UnitVariances one = UnitVariances.equal(1);
        refused(
                "margin: 0.0 (expected: finite, above 0)",
                () -> SampleSize.forNonInferiority(one, 0.1, 0, 1, ONE_SIDED));
        refused(
                "expectedDifference: -0.1 (expected: above -0.1)",
                () -> SampleSize.forNonInferiority(one, -0.1, 0.1, 1, ONE_SIDED));
        // 2(z₀.₉₅ + z₀.₈)²/δ² at δ = 0.25: Julious 2010, equation 6.3.
        assertThat(SampleSize.forNonInferiority(one, 0.05, 0.2, 1, ONE_SIDED).controlExact())
                .isCloseTo(2 * Math.pow(1.6448536269514722 + 0.8416212335729143, 2) / 0.0625, within(1e-9));
    }

    @Test
    void detectableRise_abovePointFive_hasThePlannedPowerAndFactor() {
        // Beyond a half the variance falls with the rise: the other form of the root.
        ErrorRates rates = ONE_SIDED;
        for (double base : new double[] {0.5, 0.8, 0.97}) {
            double rise = MinimumDetectableEffect.ofRates(base, 20_000, 20_000, rates, new VarianceFactor(0.25))
                    .found()
                    .orElseThrow();
            double error = UnitVariances.ofRates(base, base + rise)
                    .times(new VarianceFactor(0.25))
                    .standardError(20_000, 20_000);
            assertThat(Power.of(rise, error, Alpha.FIVE_PERCENT, Sides.ONE)).isCloseTo(0.8, within(1e-10));
        }
    }
}
