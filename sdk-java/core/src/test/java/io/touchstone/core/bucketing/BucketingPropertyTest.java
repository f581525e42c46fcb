package io.touchstone.core.bucketing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BucketingPropertyTest {
    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void hash_anyText_equalsHashOfItsBytes(@ForAll("texts") String salt, @ForAll("texts") String id) {
        byte[] bytes = (salt + "/" + id).getBytes(StandardCharsets.UTF_8);

        assertThat(new Bucketing(salt).hash(id)).isEqualTo(murmur3(bytes));
    }

    @Property(tries = 500)
    void ranges_anyWeights_coverEveryBucketOnceInProportion(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 1_000_000) Integer> weights) {
        int[] array = weights.stream().mapToInt(Integer::intValue).toArray();
        long total = weights.stream().mapToLong(Integer::longValue).sum();
        if (total == 0) {
            return;
        }

        VariantRanges ranges = new VariantRanges(array);

        assertThat(ranges.from(0)).isZero();
        assertThat(ranges.to(array.length - 1)).isEqualTo(Bucketing.BUCKETS);
        for (int i = 0; i < array.length; i++) {
            double exact = 1e6 * array[i] / total;
            assertThat((double) ranges.to(i) - ranges.from(i)).isBetween(exact - 1, exact + 1);
            assertThat(ranges.from(i)).isEqualTo(i == 0 ? 0 : ranges.to(i - 1));
            if (ranges.from(i) < ranges.to(i)) {
                assertThat(ranges.indexOf(ranges.from(i))).isEqualTo(i);
                assertThat(ranges.indexOf(ranges.to(i) - 1)).isEqualTo(i);
            }
        }
    }

    @Example
    void bucket_manyUnits_isUniform() {
        // 100 bins, 99 degrees of freedom: the 0.9999 quantile of chi-square is 160.1. The ids are fixed, so is the
        // result.
        for (String salt : List.of("l-7f3a9c", "e-55d0", "盐", "")) {
            assertThat(chiSquare(salt, "user-")).as(salt).isLessThan(160.1);
            assertThat(chiSquare(salt, "用户")).as(salt).isLessThan(160.1);
        }
    }

    @Example
    void bucket_twoSalts_areIndependent() {
        // 10 x 10 table, 81 degrees of freedom: the 0.9999 quantile of chi-square is 137.0.
        int units = 200_000;
        long[] counts = new long[100];
        Bucketing one = new Bucketing("e-1");
        Bucketing other = new Bucketing("e-2");
        for (int i = 0; i < units; i++) {
            String id = "user-" + i;
            counts[one.bucket(id) / 100_000 * 10 + other.bucket(id) / 100_000]++;
        }
        assertThat(chiSquare(counts, units)).isLessThan(137.0);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Integer> any = Arbitraries.integers().between(0, 0x10ffff).filter(c -> c < 0xd800 || c > 0xdfff);
        Arbitrary<Integer> ascii = Arbitraries.integers().between(0, 0x7f);
        Arbitrary<Integer> codePoint = Combinators.combine(any, ascii, Arbitraries.of(true, false, false))
                .as((wide, narrow, useWide) -> useWide ? wide : narrow);
        return codePoint.list().ofMaxSize(40).map(list -> list.stream()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }

    private static double chiSquare(String salt, String prefix) {
        int units = 200_000;
        long[] counts = new long[100];
        Bucketing bucketing = new Bucketing(salt);
        for (int i = 0; i < units; i++) {
            counts[bucketing.bucket(prefix + i) / 10_000]++;
        }
        return chiSquare(counts, units);
    }

    private static double chiSquare(long[] counts, int units) {
        double expected = (double) units / counts.length;
        double sum = 0;
        for (long count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }

    /** MurmurHash3_x86_32, seed 0, over bytes: the plain form, to hold the one without bytes against. */
    private static int murmur3(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int hash = 0;
        while (buffer.remaining() >= 4) {
            hash = Integer.rotateLeft(hash ^ scramble(buffer.getInt()), 13) * 5 + 0xe6546b64;
        }
        int tail = 0;
        for (int shift = 0; buffer.hasRemaining(); shift += 8) {
            tail |= (buffer.get() & 0xff) << shift;
        }
        hash ^= scramble(tail) ^ bytes.length;
        hash = (hash ^ hash >>> 16) * 0x85ebca6b;
        hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
        return hash ^ hash >>> 16;
    }

    private static int scramble(int word) {
        return Integer.rotateLeft(word * 0xcc9e2d51, 15) * 0x1b873593;
    }
}
