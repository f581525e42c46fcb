package io.touchstone.benchmarks.bucketing;

import io.touchstone.statistics.ChiSquare;
import java.util.List;

/**
 * One question put to many salts, and what its tables say together. Three ways to be wrong: a little in every table, much in a
 * few, or p values that are not spread evenly.
 *
 * @param ids kind of the ids
 * @param name what is asked
 * @param tables one a salt or pair of salts
 */
record Question(IdKind ids, String name, List<Table> tables) {
    private static final int BINS = 20;
    private static final double RARE = 0.001;

    /** Summaries that are judged. */
    static final int SUMMARIES = 3;

    /** Of the sum of all statistics, which is chi-square itself. */
    double pTogether() {
        double sum = tables.stream().mapToDouble(Table::statistic).sum();
        return ChiSquare.p(sum, degreesOfFreedom());
    }

    /** By how many standard deviations the sum is above what chance gives on average; below 0: more even than chance. */
    double deviations() {
        double sum = tables.stream().mapToDouble(Table::statistic).sum();
        return (sum - degreesOfFreedom()) / Math.sqrt(2.0 * degreesOfFreedom());
    }

    /** Of the worst table, for as many tables as there are. */
    double pWorst() {
        double smallest = tables.stream().mapToDouble(Table::p).min().orElseThrow();
        return -Math.expm1(tables.size() * Math.log1p(-smallest));
    }

    /** Of the spread of the p values over 20 bins: even, if chance is all there is. */
    double pSpread() {
        long[] counts = new long[BINS];
        tables.forEach(table -> counts[(int) Math.min(BINS - 1, table.p() * BINS)]++);
        double expected = (double) tables.size() / BINS;
        double sum = 0;
        for (long count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return ChiSquare.p(sum, BINS - 1);
    }

    /** Tables with p below 0.001; of a thousand one on average. */
    long rare() {
        return tables.stream().filter(table -> table.p() < RARE).count();
    }

    /** The smallest of the three. */
    double smallest() {
        return Math.min(pTogether(), Math.min(pWorst(), pSpread()));
    }

    private int degreesOfFreedom() {
        return tables.stream().mapToInt(Table::degreesOfFreedom).sum();
    }
}
