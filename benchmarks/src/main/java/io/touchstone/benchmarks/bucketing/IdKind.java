package io.touchstone.benchmarks.bucketing;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/** What ids of products look like. */
enum IdKind {
    /** A counter, as of a database. */
    SEQUENTIAL {
        @Override
        String id(int index, SplittableRandom random) {
            return Integer.toString(10_000_001 + index);
        }
    },
    /** Random UUIDs. */
    UUIDS {
        @Override
        String id(int index, SplittableRandom random) {
            return new UUID(random.nextLong() & ~0xf000L | 0x4000L, random.nextLong() >>> 2 | 1L << 63).toString();
        }
    },
    /** Mobile numbers of China: few prefixes, numbers given out in blocks. */
    PHONES {
        @Override
        String id(int index, SplittableRandom random) {
            return PREFIXES[index % PREFIXES.length]
                    + String.format(Locale.ROOT, "%08d", 20_000_000 + index / PREFIXES.length);
        }
    },
    /** Chinese text: three bytes a character, two of them nearly always alike. */
    CHINESE {
        @Override
        String id(int index, SplittableRandom random) {
            StringBuilder text = new StringBuilder("用户");
            for (char digit : Integer.toString(100_000 + index).toCharArray()) {
                text.append(DIGITS.charAt(digit - '0'));
            }
            return text.toString();
        }
    };

    private static final String[] PREFIXES = {"133", "135", "138", "139", "150", "158", "186", "188"};
    private static final String DIGITS = "〇一二三四五六七八九";

    /** One id; distinct for distinct indices. */
    abstract String id(int index, SplittableRandom random);

    /** That many distinct ids, the same each time. */
    final String[] ids(int count) {
        SplittableRandom random = new SplittableRandom(ordinal());
        String[] ids = new String[count];
        for (int i = 0; i < count; i++) {
            ids[i] = id(i, random);
        }
        return ids;
    }

    /** The word in reports. */
    final String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
