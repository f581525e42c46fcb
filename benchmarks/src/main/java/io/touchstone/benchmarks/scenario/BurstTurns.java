package io.touchstone.benchmarks.scenario;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Bursts of {@value #EVENTS} events of one unit. Bursts begin evenly spaced, each lasts up to a minute (drawn uniformly) and its events lie
 * anywhere in it. So at 60,000 events a second some 230,000 bursts run at a time.
 */
final class BurstTurns implements Turns {

    private static final int EVENTS = 8;
    private static final long MINUTE_MILLIS = 60_000;

    private final SplittableRandom random;
    private final int units;
    private final double millisBetween;
    private final long firstStart;
    private final PriorityQueue<Burst> running = new PriorityQueue<>();
    private long begun;
    private long nextStart;
    private Burst current;

    private static final class Burst implements Comparable<Burst> {
        private final int unit;
        private final long[] times;
        private int next;

        Burst(int unit, long[] times) {
            this.unit = unit;
            this.times = times;
        }

        @Override
        public int compareTo(Burst other) {
            return Long.compare(times[next], other.times[other.next]);
        }
    }

    BurstTurns(Scenario scenario) {
        random = new SplittableRandom(scenario.seed());
        units = scenario.units();
        millisBetween = 1_000.0 * EVENTS / scenario.eventsPerSecond();
        long start = scenario.start().toEpochMilli();
        // One minute early, so that as many bursts run in the first second as in any other.
        firstStart = start - MINUTE_MILLIS;
        nextStart = firstStart;
        current = begin();
        running.add(current);
        while (Math.min(nextStart, due(running.element())) < start) {
            advance();
        }
    }

    @Override
    public void advance() {
        while (running.isEmpty() || nextStart <= due(running.element())) {
            running.add(begin());
        }
        Burst burst = running.remove();
        current = burst;
        burst.next++;
        if (burst.next < EVENTS) {
            running.add(burst);
        }
    }

    private static long due(Burst burst) {
        return burst.times[burst.next];
    }

    private Burst begin() {
        long span = random.nextLong(1, MINUTE_MILLIS + 1);
        long[] times = new long[EVENTS];
        times[0] = nextStart;
        for (int i = 1; i < EVENTS; i++) {
            times[i] = nextStart + random.nextLong(span);
        }
        Arrays.sort(times);
        begun++;
        nextStart = firstStart + (long) (begun * millisBetween);
        return new Burst(random.nextInt(units), times);
    }

    @Override
    public int unit() {
        return current.unit;
    }

    @Override
    public long received() {
        return current.times[current.next - 1];
    }
}
