package io.touchstone.standalone.importing;

import java.util.List;

/**
 * Counts different units, and those seen in two variants, by 64-bit hashes: 9 bytes a unit at two thirds full, up to
 * {@link #MOST} units; beyond that it gives up counting and the memory.
 */
final class UnitLedger {

    /** Units that are counted at most: 300 MB. */
    static final long MOST = 1L << 24;

    private static final int INITIAL = 1 << 10;

    private long[] hashes = new long[INITIAL];
    private byte[] variants = new byte[INITIAL];
    private long units;
    private long crossovers;
    private boolean full;

    /** {@code variant}: index of the arm, 0..{@link Survey#MAX_VARIANTS}. */
    void see(String unit, int variant) {
        if (full) {
            return;
        }
        long hash = hash(unit);
        int slot = slot(hashes, hash);
        if (hashes[slot] == 0) {
            hashes[slot] = hash;
            variants[slot] = (byte) variant;
            units++;
            grow();
        } else if (variants[slot] >= 0 && variants[slot] != variant) {
            variants[slot] = -1;
            crossovers++;
        }
    }

    /** Whether {@link #units} and {@link #crossovers} are complete. */
    boolean exact() {
        return !full;
    }

    /** Different units seen. */
    long units() {
        return units;
    }

    /** Units seen in more than one variant. */
    long crossovers() {
        return crossovers;
    }

    /** How the units read, for a summary. */
    List<String> words() {
        if (full) {
            return List.of("more than " + Numbers.counted(MOST, "unit"));
        }
        return crossovers == 0
                ? List.of(Numbers.counted(units, "unit"))
                : List.of(
                        Numbers.counted(units, "unit"),
                        Numbers.grouped(crossovers) + " of them in more than one variant");
    }

    private void grow() {
        if (units > MOST) {
            full = true;
            hashes = new long[0];
            variants = new byte[0];
            return;
        }
        if (units * 3 < hashes.length * 2L) {
            return;
        }
        long[] wider = new long[hashes.length * 2];
        byte[] widerVariants = new byte[wider.length];
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] != 0) {
                int slot = slot(wider, hashes[i]);
                wider[slot] = hashes[i];
                widerVariants[slot] = variants[i];
            }
        }
        hashes = wider;
        variants = widerVariants;
    }

    private static int slot(long[] table, long hash) {
        int slot = (int) hash & (table.length - 1);
        while (table[slot] != 0 && table[slot] != hash) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    /** FNV-1a over UTF-16 units with a closing mix; never 0, which marks a free slot. */
    private static long hash(String unit) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < unit.length(); i++) {
            hash = (hash ^ unit.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
