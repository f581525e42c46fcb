package io.touchstone.core.condition;

/** Doubles as objects; the small whole numbers stand ready, so that an age or a count of days costs no allocation. */
final class BoxedNumbers {
    private static final int LEAST = -128;
    private static final int MOST = 1023;
    private static final Double[] READY = new Double[MOST - LEAST + 1];

    static {
        for (int i = 0; i < READY.length; i++) {
            READY[i] = (double) (i + LEAST);
        }
    }

    private BoxedNumbers() {}

    /** -0.0 becomes 0.0, so that equal numbers are equal objects. */
    static Double of(double value) {
        int whole = (int) value;
        return whole == value && whole >= LEAST && whole <= MOST ? READY[whole - LEAST] : Double.valueOf(value);
    }
}
