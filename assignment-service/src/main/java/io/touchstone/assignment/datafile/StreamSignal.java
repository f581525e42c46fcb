package io.touchstone.assignment.datafile;

/** What makes a stream look whether it has something to say. */
enum StreamSignal {
    /** The caller has come. */
    OPENED,
    /** There is another publication. */
    PUBLISHED,
    /** Nothing was said for a while. */
    HEARTBEAT
}
