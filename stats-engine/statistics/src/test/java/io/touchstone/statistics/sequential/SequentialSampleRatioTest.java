package io.touchstone.statistics.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SequentialSampleRatioTest {

    private static SequentialSampleRatio halves(double concentration) {
        return SequentialSampleRatio.of(List.of(0.5, 0.5), concentration);
    }

    @Test
    void publishedCounts_agree() {
        List<Long> counts = List.of(821_588L, 815_482L);
        assertThat(halves(2).look(counts).p()).isCloseTo(0.0115764, within(5e-8));
        assertThat(halves(10_000).look(counts).p()).isCloseTo(1.5595e-4, within(5e-9));
        assertThat(halves(2).look(List.of(10_000L, 10_700L)).logE()).isCloseTo(7.094244, within(5e-7));
    }

    @Test
    void smallCounts_areThePlainFormula() {
        double[] a = {1.2, 0.8, 2};
        long[] n = {7, 0, 31};
        double expected = Gamma.logGamma(4) - Gamma.logGamma(42);
        for (int i = 0; i < 3; i++) {
            expected += Gamma.logGamma(a[i] + n[i]) - Gamma.logGamma(a[i]) - n[i] * Math.log(a[i] / 4);
        }
        SequentialSampleRatio test = SequentialSampleRatio.of(List.of(3.0, 2.0, 5.0), 4);
        assertThat(test.look(List.of(7L, 0L, 31L)).logE()).isCloseTo(expected, within(1e-11));
    }

    @Test
    void billionsOfUnits_keepTheirDigits() {
        // For even counts the factor is close to that of the normal approximation: −½ ln(1 + N/A).
        double even =
                halves(10_000).look(List.of(2_000_000_000L, 2_000_000_000L)).logE();
        assertThat(even).isCloseTo(-0.5 * Math.log1p(4e9 / 10_000), within(1e-4));
        assertThat(halves(10_000).look(List.of(2_000_000_001L, 1_999_999_999L)).logE())
                .isCloseTo(even + 2.0 / 4e9, within(1e-11));
    }

    @Test
    void looks_keepTheSmallestP() {
        List<SequentialSampleRatio.Reading> looks =
                halves(100).looks(List.of(List.of(80L, 40L), List.of(100L, 100L), List.of(0L, 0L)));
        assertThat(looks.get(0).p()).isLessThan(0.05);
        assertThat(looks.get(1).p()).isEqualTo(looks.get(0).p());
        assertThat(halves(100).look(List.of(0L, 0L)).logE()).isZero();
    }

    @Test
    @Tag("simulation")
    void soundTests_lookedAtDaily_keepTheBudget() {
        SplittableRandom random = new SplittableRandom(7);
        int alarms = 0;
        for (int run = 0; run < 2000; run++) {
            long first = 0;
            boolean alarm = false;
            for (int day = 1; day <= 28 && !alarm; day++) {
                for (int word = 0; word < 16; word++) {
                    first += Long.bitCount(random.nextLong());
                }
                alarm = halves(10_000).look(List.of(first, day * 1024L - first)).p() <= 0.05;
            }
            alarms += alarm ? 1 : 0;
        }
        assertThat(alarms / 2000.0).isLessThan(0.05);
    }

    @Test
    void badInput_isRefused() {
        assertThatThrownBy(() -> SequentialSampleRatio.of(List.of(1.0), 1)).hasMessageContaining("weights: 1");
        assertThatThrownBy(() -> SequentialSampleRatio.of(List.of(1.0, 0.0), 1)).hasMessageContaining("weight: 0.0");
        assertThatThrownBy(() -> halves(0)).hasMessageContaining("concentration");
        assertThatThrownBy(() -> halves(1).look(List.of(-1L, 2L))).hasMessageContaining("count: -1");
        assertThatThrownBy(() -> halves(1).look(List.of(1L))).hasMessageContaining("counts: 1");
    }
}
