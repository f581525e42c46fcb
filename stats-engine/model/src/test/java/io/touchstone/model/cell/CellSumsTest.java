package io.touchstone.model.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.touchstone.model.wire.BrokenFormatException;
import io.touchstone.model.wire.ByteReader;
import io.touchstone.model.wire.ByteWriter;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CellSumsTest {

    private static final double[] NONE = {};

    @Test
    void addVector_amountsTakenOutAgain_leavesExactlyZero() {
        CellSums sums = new CellSums(1, true);
        double[] values = {0.1, 1e9, 0.2, 12345.67, 1e-3};
        for (double value : values) {
            sums.addUnits(1);
            sums.addVector(1, value, value, NONE);
        }
        for (double value : new double[] {1e-3, 0.2, 1e9, 0.1, 12345.67}) {
            sums.addUnits(-1);
            sums.addVector(-1, value, value, NONE);
        }
        assertEquals(0, sums.units());
        assertEquals(0, sums.sum(0).value(), 1e-20);
        assertEquals(0, sums.product(0, 0).value(), 1e-12);
    }

    @Test
    void addVector_outlierTakenOutAgain_restoresVarianceAndThirdMoment() {
        Random random = new Random(7);
        double[] money = IntStream.range(0, 2_000)
                .mapToDouble(i -> Math.round(100 + random.nextDouble() * 99_900) / 100.0)
                .toArray();
        CellSums sums = new CellSums(1, true);
        for (double value : money) {
            sums.addUnits(1);
            sums.addVector(1, value, value, NONE);
        }
        CellSums without = sums.copy();
        sums.addUnits(1);
        sums.addVector(1, 1e9, 1e9, NONE);
        sums.addUnits(-1);
        sums.addVector(-1, 1e9, 1e9, NONE);
        assertEquals(variance(without), variance(sums), 1e-12 * variance(without));
        assertEquals(
                without.cube().value(),
                sums.cube().value(),
                1e-12 * without.cube().value());
    }

    @Test
    void addVector_outlierOfATrillion_restoresVariance() {
        CellSums sums = new CellSums(1, true);
        Random random = new Random(8);
        for (int i = 0; i < 2_000; i++) {
            double value = Math.round(100 + random.nextDouble() * 99_900) / 100.0;
            sums.addUnits(1);
            sums.addVector(1, value, value, NONE);
        }
        double before = variance(sums);
        sums.addVector(1, 1e12, 1e12, NONE);
        sums.addVector(-1, 1e12, 1e12, NONE);
        assertEquals(before, variance(sums), 1e-12 * before);
    }

    @Test
    void addVector_covariates_keepsAllProducts() {
        CellSums sums = new CellSums(3, false);
        sums.addVector(1, 1, 1, new double[] {5, 0});
        sums.addVector(1, 0, 0, new double[] {0, 1});
        sums.addVector(1, 1, 1, new double[] {-2, 0});
        assertEquals(2, sums.sum(0).value());
        assertEquals(3, sums.sum(1).value());
        assertEquals(1, sums.sum(2).value());
        assertEquals(2, sums.product(0, 0).value());
        assertEquals(3, sums.product(0, 1).value());
        assertEquals(3, sums.product(1, 0).value());
        assertEquals(0, sums.product(0, 2).value());
        assertEquals(29, sums.product(1, 1).value());
        assertEquals(0, sums.product(1, 2).value());
        assertEquals(1, sums.product(2, 2).value());
    }

    @Test
    void addVector_capped_countsWhatTheCapTookOff() {
        CellSums sums = new CellSums(1, true);
        sums.addVector(1, 100, 250.5, NONE);
        sums.addVector(1, 40, 40, NONE);
        assertEquals(2, sums.nonZero());
        assertEquals(1, sums.capped());
        assertEquals(150.5, sums.excess().value());
        assertEquals(1_064_000, sums.cube().value());
    }

    @Test
    void add_anyOrder_givesTheSameSumsExactly() {
        Random random = new Random(11);
        var parts = new java.util.ArrayList<CellSums>();
        BigDecimal exact = BigDecimal.ZERO;
        for (int i = 0; i < 500; i++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(12));
            exact = exact.add(new BigDecimal(value));
            CellSums part = new CellSums(1, true);
            part.addUnits(1);
            part.addVector(1, value, value, NONE);
            parts.add(part);
        }
        for (int order = 0; order < 20; order++) {
            Collections.shuffle(parts, random);
            CellSums sums = new CellSums(1, true);
            parts.forEach(sums::add);
            assertEquals(500, sums.units());
            assertEquals(exact.doubleValue(), sums.sum(0).value(), Math.abs(exact.doubleValue()) * 1e-15);
        }
    }

    @Test
    void add_otherShape_isRefused() {
        CellSums sums = new CellSums(1, true);
        assertThrows(IllegalArgumentException.class, () -> sums.add(new CellSums(1, false)));
        assertThrows(IllegalArgumentException.class, () -> sums.add(new CellSums(3, true)));
        assertThrows(IllegalArgumentException.class, () -> sums.addVector(1, 1, 1, new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> new CellSums(10, false));
        assertThrows(IllegalStateException.class, () -> new CellSums(1, false).cube());
    }

    @Test
    void packedRow_roundTrip_keepsEveryBit() {
        TreeMap<Integer, CellSums> cells = new TreeMap<>();
        Random random = new Random(3);
        for (int day = 20_000; day < 20_040; day += 3) {
            CellSums sums = new CellSums(3, true);
            for (int i = 0; i < 10; i++) {
                double value = random.nextInt(4) * 0.1;
                sums.addUnits(1);
                sums.addVector(1, Math.min(value, 0.2), value, new double[] {random.nextDouble(), 1});
            }
            cells.put(day, sums);
        }
        cells.put(-5, new CellSums(1, false));
        PackedRow row = new PackedRow(cells);
        assertEquals(row, PackedRow.decode(row.encode()));
        assertEquals(new PackedRow(new TreeMap<>()), PackedRow.decode(new PackedRow(new TreeMap<>()).encode()));
    }

    @Test
    void packedRow_brokenBytes_areRefused() {
        byte[] bytes = new PackedRow(new TreeMap<>(java.util.Map.of(1, new CellSums(1, true)))).encode();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(bytes, length);
            assertThrows(BrokenFormatException.class, () -> PackedRow.decode(cut));
        }
        byte[] version = bytes.clone();
        version[0] = 9;
        assertThrows(BrokenFormatException.class, () -> PackedRow.decode(version));
        byte[] longer = java.util.Arrays.copyOf(bytes, bytes.length + 1);
        assertThrows(BrokenFormatException.class, () -> PackedRow.decode(longer));
    }

    @Test
    void rowKey_roundTrip_andNoKeyBeginsAnother() {
        RowKey key = new RowKey(7, 1, "winback", 2, "花费", 3, "No E-Mail", "city=上海", -1, 0, 20_779);
        byte[] bytes = RowKeyCodec.encode(key);
        assertEquals(key, RowKeyCodec.decode(bytes));
        RowKey other = new RowKey(7, 1, "winback", 2, "花费", 3, "No E-Mail", "city=上海", 63, 0, 20_779);
        assertTrue(java.util.Arrays.mismatch(bytes, RowKeyCodec.encode(other)) < bytes.length);
    }

    @Test
    void byteWriter_numbers_roundTrip() {
        long[] numbers = {0, 1, -1, 63, 64, -64, -65, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 40};
        ByteWriter out = new ByteWriter(1);
        for (long number : numbers) {
            out.writeVarLong(number);
        }
        out.writeInt(-7).writeDouble(-0.1).writeText("试金石😀").writeBlob(new byte[] {1, 2});
        ByteReader in = new ByteReader(out.toBytes());
        for (long number : numbers) {
            assertEquals(number, in.readVarLong());
        }
        assertEquals(-7, in.readInt());
        assertEquals(-0.1, in.readDouble());
        assertEquals("试金石😀", in.readText());
        assertEquals(2, in.readBlob().length);
        assertTrue(in.atEnd());
    }

    private static double variance(CellSums sums) {
        BigDecimal n = BigDecimal.valueOf(sums.units());
        BigDecimal sum = sums.sum(0).exact();
        BigDecimal squares = sums.product(0, 0).exact();
        return squares.subtract(sum.multiply(sum).divide(n, new java.math.MathContext(60)))
                .divide(n.subtract(BigDecimal.ONE), new java.math.MathContext(60))
                .doubleValue();
    }
}
