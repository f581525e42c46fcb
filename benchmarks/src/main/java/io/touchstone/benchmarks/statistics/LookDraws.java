package io.touchstone.benchmarks.statistics;

import io.touchstone.statistics.sequential.HarmEpoch;
import io.touchstone.statistics.sequential.LookSchedule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Daily looks of an experiment whose arms grow unevenly from day to day. */
final class LookDraws {

    /** Of both arms at the last look. */
    private static final double PLANNED_UNITS = 660_000;

    private static final double DAY_TO_DAY = 0.25;
    private static final long HARMFUL_EVENTS = 40;

    private final SplittableRandom random;
    private final Map<Integer, List<LookSchedule>> byWindow = new HashMap<>();

    LookDraws(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Of a metric that shares its looks with no other. */
    List<LookSchedule> own() {
        return IntStream.range(0, ScorecardInput.TREATMENTS)
                .mapToObj(_ -> schedule())
                .toList();
    }

    /** Of all metrics with that window in days: what matures is the same units. */
    List<LookSchedule> ofWindow(int days) {
        return byWindow.computeIfAbsent(days, _ -> own());
    }

    /** 28 shares of the planned units, the last one 1. */
    private LookSchedule schedule() {
        double[] shares = new double[ScorecardInput.LOOKS];
        double sum = 0;
        for (int day = 0; day < shares.length; day++) {
            sum += Math.exp(DAY_TO_DAY * random.nextGaussian());
            shares[day] = sum;
        }
        for (int day = 0; day < shares.length; day++) {
            shares[day] = day == shares.length - 1 ? 1 : shares[day] / sum;
        }
        return LookSchedule.ofFractions(shares);
    }

    /** Matured of both arms at the newest look. */
    List<Long> units(List<LookSchedule> schedules) {
        return schedules.stream()
                .map(schedule -> Math.round(PLANNED_UNITS
                        * schedule.looks().get(ScorecardInput.TAKEN - 1).spendingTime()))
                .toList();
    }

    /** Exposed units by look, control first. */
    List<List<Long>> exposed() {
        List<List<Long>> looks = new ArrayList<>();
        long[] counts = new long[ScorecardInput.TREATMENTS + 1];
        for (int day = 0; day < ScorecardInput.TAKEN; day++) {
            List<Long> look = new ArrayList<>();
            for (int arm = 0; arm < counts.length; arm++) {
                counts[arm] += Math.round(12_000 + 110 * random.nextGaussian());
                look.add(counts[arm]);
            }
            looks.add(look);
        }
        return looks;
    }

    /** A ramp at 10 % and the time at full weight, for each treatment. */
    List<List<HarmEpoch>> harms() {
        return IntStream.range(0, ScorecardInput.TREATMENTS)
                .mapToObj(_ -> List.of(
                        new HarmEpoch(0.1, 0.9, events(0.1), events(0.9)),
                        new HarmEpoch(0.25, 0.25, events(1), events(1))))
                .toList();
    }

    private long events(double share) {
        double due = HARMFUL_EVENTS * share;
        return Math.max(0, Math.round(due + Math.sqrt(due) * random.nextGaussian()));
    }
}
