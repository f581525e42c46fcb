package io.touchstone.pipeline.unit;

/**
 * One value an attribute of a unit had.
 *
 * @param attribute attribute name
 * @param time from when, epoch milliseconds
 * @param id event id
 * @param received epoch milliseconds, server clock
 * @param text the value as text
 * @param numeric whether the value is a number
 * @param number the number, 0 for other values
 */
record ProfileEntry(
        String attribute, long time, String id, long received, String text, boolean numeric, double number) {

    /** What it takes in bytes, about. */
    int bytes() {
        return 32 + 3 * (attribute.length() + id.length() + text.length());
    }
}
