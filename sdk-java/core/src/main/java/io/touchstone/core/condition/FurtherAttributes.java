package io.touchstone.core.condition;

import org.jspecify.annotations.Nullable;

/** The attributes after the first two: looked through while they are few, found by a table when they are many. Immutable. */
final class FurtherAttributes {
    /** Up to this many a scan beats a table. */
    private static final int SCANNED = 8;

    /** Name, value, name, value, in the order given. */
    private final Object[] entries;
    /** Open addressing: 1 + index of the entry; null where few. Its length is a power of two, at most half full. */
    private final int @Nullable [] table;

    /** Takes the array over; every name has to be there once. */
    FurtherAttributes(Object[] entries) {
        this.entries = entries;
        this.table = entries.length / 2 > SCANNED ? tableOf(entries) : null;
    }

    int size() {
        return entries.length / 2;
    }

    String nameAt(int index) {
        return (String) entries[2 * index];
    }

    Object valueAt(int index) {
        return entries[2 * index + 1];
    }

    @Nullable
    Object get(String name) {
        int index = table == null ? scan(entries, entries.length, name) : probe(table, name);
        return index < 0 ? null : entries[2 * index + 1];
    }

    /** The first name among the leading {@code used} elements that stands there twice; null if none does. */
    static @Nullable Object duplicate(Object[] entries, int used) {
        if (used / 2 <= SCANNED) {
            for (int i = 2; i < used; i += 2) {
                if (scan(entries, i, (String) entries[i]) >= 0) {
                    return entries[i];
                }
            }
            return null;
        }
        java.util.Set<Object> names = new java.util.HashSet<>(used);
        for (int i = 0; i < used; i += 2) {
            if (!names.add(entries[i])) {
                return entries[i];
            }
        }
        return null;
    }

    private static int scan(Object[] entries, int used, String name) {
        for (int i = 0; i < used; i += 2) {
            if (name.equals(entries[i])) {
                return i >> 1;
            }
        }
        return -1;
    }

    private int probe(int[] slots, String name) {
        int mask = slots.length - 1;
        for (int slot = spread(name) & mask; ; slot = (slot + 1) & mask) {
            int index = slots[slot] - 1;
            if (index < 0 || name.equals(entries[2 * index])) {
                return index;
            }
        }
    }

    private static int spread(String name) {
        int hash = name.hashCode();
        return hash ^ (hash >>> 16);
    }

    private static int[] tableOf(Object[] entries) {
        int[] slots = new int[Integer.highestOneBit(entries.length) * 2];
        int mask = slots.length - 1;
        for (int i = 0; i < entries.length; i += 2) {
            int slot = spread((String) entries[i]) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = (i >> 1) + 1;
        }
        return slots;
    }
}
