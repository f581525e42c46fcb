package io.touchstone.report.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.model.cell.CellSums;
import io.touchstone.model.cell.Sum;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.SkewMoments;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CentringTest {

    private static final MathContext MANY = new MathContext(120);

    @Property(tries = 300)
    void moments_anyAmounts_areThoseOfExactArithmetic(
            @ForAll @Size(min = 2, max = 40) List<@DoubleRange(min = -1e9, max = 1e9) Double> values) {
        SkewMoments found = Centring.moments(amounts(values)).orElseThrow();
        SkewMoments exact = exact(values);
        double scale = Math.pow(exact.moments().m2(), 1.5);
        assertThat(found.moments().mean())
                .isCloseTo(
                        exact.moments().mean(),
                        within(1e-15 * Math.abs(exact.moments().mean()) + 1e-300));
        assertThat(found.moments().m2())
                .isCloseTo(exact.moments().m2(), within(1e-13 * exact.moments().m2() + 1e-12));
        assertThat(found.m3()).isCloseTo(exact.m3(), within(1e-12 * scale + 1e-3));
    }

    @Test
    void moments_largeOffset_losesNothing() {
        List<Double> values = List.of(1e12 + 0.5, 1e12 + 1, 1e12 + 2.5, 1e12 + 4.5, 1e12 + 7);
        Moments found = Centring.moments(amounts(values)).orElseThrow().moments();
        assertThat(found.variance().orElseThrow()).isCloseTo(7.175, within(1e-12));
    }

    @Test
    void moments_outlierTakenOutAgain_leaveTheRest() {
        CellSums cell = new CellSums(1, true);
        List<Double> values = List.of(12.34, 0.0, 99.99, 1000.0, 1.01);
        cell.addUnits(values.size());
        values.forEach(value -> cell.addVector(1, value, value, new double[0]));
        cell.addVector(1, 1e9, 1e9, new double[0]);
        cell.addVector(-1, 1e9, 1e9, new double[0]);
        SkewMoments found = Centring.moments(ArmCount.of(cell, 0)).orElseThrow();
        SkewMoments exact = exact(values);
        assertThat(found.moments().m2())
                .isCloseTo(exact.moments().m2(), within(1e-12 * exact.moments().m2()));
        assertThat(found.m3()).isCloseTo(exact.m3(), within(1e-12 * Math.abs(exact.m3())));
    }

    @Test
    void moments_equalValues_haveNoVariance() {
        CellSums cell = new CellSums(1, true);
        cell.addUnits(100_000);
        for (int i = 0; i < 100_000; i++) {
            cell.addVector(1, 0.1, 0.1, new double[0]);
        }
        SkewMoments found = Centring.moments(ArmCount.of(cell, 0)).orElseThrow();
        assertThat(found).isEqualTo(new SkewMoments(new Moments(100_000, 0.1, 0), 0));
    }

    @Test
    void moments_oneUnitOrNone_areDefined() {
        assertThat(Centring.moments(ArmCount.NONE)).contains(SkewMoments.NONE);
        assertThat(Centring.moments(amounts(List.of(3.7)))).contains(SkewMoments.of(3.7));
    }

    @Test
    void halfWrittenRows_areNotEstimated() {
        Sum one = new Sum(1, 0);
        Sum zero = new Sum(0, 0);
        assertThat(Centring.proportion(new ArmCount(0, 0, one, one, zero, 0))).isEmpty();
        assertThat(Centring.proportion(new ArmCount(-1, 0, zero, zero, zero, 0)))
                .isEmpty();
        assertThat(Centring.moments(new ArmCount(0, 0, one, one, one, 0))).isEmpty();
        assertThat(Centring.moments(new ArmCount(2, 0, new Sum(10, 0), one, zero, 0)))
                .isEmpty();
        assertThat(Centring.moments(new ArmCount(1, 0, one, new Sum(5, 0), zero, 0)))
                .isEmpty();
        assertThat(Centring.proportion(new ArmCount(3, 9, one, one, zero, 0))).contains(new Proportion(1, 3));
    }

    private static ArmCount amounts(List<Double> values) {
        CellSums cell = new CellSums(1, true);
        cell.addUnits(values.size());
        values.forEach(value -> cell.addVector(1, value, value, new double[0]));
        return ArmCount.of(cell, 0);
    }

    private static SkewMoments exact(List<Double> values) {
        BigDecimal n = BigDecimal.valueOf(values.size());
        BigDecimal mean = values.stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(n, MANY);
        BigDecimal m2 = BigDecimal.ZERO;
        BigDecimal m3 = BigDecimal.ZERO;
        for (double value : values) {
            BigDecimal gap = new BigDecimal(value).subtract(mean);
            m2 = m2.add(gap.pow(2));
            m3 = m3.add(gap.pow(3));
        }
        return new SkewMoments(new Moments(values.size(), mean.doubleValue(), m2.doubleValue()), m3.doubleValue());
    }
}
