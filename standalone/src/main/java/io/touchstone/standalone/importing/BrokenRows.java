package io.touchstone.standalone.importing;

import java.util.ArrayList;
import java.util.List;

/** Rows that stay out: the first by name, all by number. Used from several threads. */
final class BrokenRows {

    /** So many are named. */
    static final int NAMED = 20;

    /** So many broken rows, and more than {@link #TOO_MANY_SHARE} of all, look like a mistake about the file as a whole. */
    static final long TOO_MANY = 100;

    static final double TOO_MANY_SHARE = 0.2;

    private final List<String> named = new ArrayList<>();
    private long count;

    synchronized void add(RowResult.Broken row) {
        count++;
        if (named.size() < NAMED) {
            named.add(row.sentence());
        }
    }

    synchronized long count() {
        return count;
    }

    /** The first of them, one sentence each, and how many more there are. */
    synchronized List<String> sentences() {
        List<String> lines = new ArrayList<>(named);
        if (count > NAMED) {
            lines.add("… and " + Numbers.grouped(count - NAMED) + " more");
        }
        return lines;
    }

    /** Whether so many of {@code rows} are broken that nothing should be sent unasked. */
    synchronized boolean tooMany(long rows) {
        return count >= TOO_MANY && count > rows * TOO_MANY_SHARE;
    }
}
