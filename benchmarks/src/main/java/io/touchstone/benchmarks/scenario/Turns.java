package io.touchstone.benchmarks.scenario;

/** Whose event arrives when; in order of arrival, without end. */
interface Turns {

    /** Goes on to the next event. */
    void advance();

    /** Unit of the present event. */
    int unit();

    /** When it arrives, epoch milliseconds. */
    long received();

    /** Turns of that traffic. */
    static Turns of(Traffic traffic, Scenario scenario) {
        return switch (traffic) {
            case SESSION -> new BurstTurns(scenario);
            case UNIFORM -> new UniformTurns(scenario);
        };
    }
}
