package io.touchstone.report.count;

import io.touchstone.statistics.Moments;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.SkewMoments;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The border between raw sums and statistics: here, once, sums become centred moments.
 *
 * <p>Cells keep raw sums as they must be subtractable; Σy² − n·mean² of plain doubles would lose every digit where the mean is
 * large beside the spread. The double-double sums are read exactly and centred with 60 decimal digits, so what cancels is
 * what the sums themselves hold (about 32 digits).
 */
public final class Centring {

    private static final MathContext DIGITS = new MathContext(60, RoundingMode.HALF_EVEN);
    /**
     * Below this share of Σy² a centred second moment is rounding of the sums: equal values do not vary. 2⁻⁸⁸ leaves room for
     * the 2⁻¹⁰⁴ of each of many additions, and is a spread of 6e-14 of the mean.
     */
    private static final BigDecimal NOISE = new BigDecimal(0x1p-88);

    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    private Centring() {}

    /** Converted units among units; empty where the counts contradict each other, which passes while rows are being written. */
    public static Optional<Proportion> proportion(ArmCount arm) {
        long converted = arm.whole();
        if (arm.units() < 0 || converted < 0 || converted > arm.units()) {
            return Optional.empty();
        }
        return Optional.of(new Proportion(converted, arm.units()));
    }

    /** Centred moments of amounts; empty where no values have these sums, which passes while rows are being written. */
    public static Optional<SkewMoments> moments(ArmCount arm) {
        BigDecimal sum = arm.sum().exact();
        BigDecimal squares = arm.squares().exact();
        if (arm.units() <= 0) {
            boolean empty = arm.units() == 0 && sum.signum() == 0 && squares.signum() == 0;
            return empty ? Optional.of(SkewMoments.NONE) : Optional.empty();
        }
        BigDecimal n = BigDecimal.valueOf(arm.units());
        BigDecimal mean = sum.divide(n, DIGITS);
        BigDecimal noise = squares.abs().multiply(NOISE);
        BigDecimal second = squares.subtract(mean.multiply(sum, DIGITS), DIGITS);
        if (second.compareTo(noise.negate()) < 0 || arm.units() == 1 && second.compareTo(noise) > 0) {
            return Optional.empty();
        }
        if (second.compareTo(noise) <= 0) {
            return Optional.of(new SkewMoments(new Moments(arm.units(), mean.doubleValue(), 0), 0));
        }
        BigDecimal third = third(n, mean, squares, arm.cubes().exact());
        return Optional.of(new SkewMoments(
                new Moments(arm.units(), mean.doubleValue(), second.doubleValue()), third.doubleValue()));
    }

    /** Σ(y − m)³ = Σy³ − 3mΣy² + 2nm³. */
    private static BigDecimal third(BigDecimal n, BigDecimal mean, BigDecimal squares, BigDecimal cubes) {
        BigDecimal meanCubed = mean.pow(3, DIGITS);
        return cubes.subtract(THREE.multiply(mean, DIGITS).multiply(squares, DIGITS), DIGITS)
                .add(meanCubed.multiply(n, DIGITS).multiply(BigDecimal.TWO, DIGITS), DIGITS);
    }
}
