package io.touchstone.pipeline.oracle;

import java.util.List;

/**
 * One set of events to count.
 *
 * @param heavyLimit matched outcomes of a unit that count on one event day
 */
record OracleInput(TestCatalog catalog, long heavyLimit, List<AcceptedEvent> events) {

    /** A key or pseudonym as it stands in the tables, where several sets lie side by side. */
    static String qualified(int set, String key) {
        return set + "/" + key;
    }

    /** Number of the set in a qualified key. */
    static int set(String qualified) {
        return Integer.parseInt(qualified.substring(0, qualified.indexOf('/')));
    }

    /** A qualified key without the number of its set; system metrics are the same in all sets. */
    static String plain(String qualified) {
        return qualified.substring(qualified.indexOf('/') + 1);
    }
}
