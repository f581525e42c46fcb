package io.touchstone.standalone.importing;

/** How the command ends; the numbers are part of its contract (docs/guides/import.md). */
enum ExitCode {
    /** At least one row went in, or the file was in already. */
    DONE(0),
    /** Refused, or given up; running the same command again goes on where it stopped. */
    REFUSED(1),
    /** The options are wrong; nothing was read or sent. */
    USAGE(2),
    /** No usable row, or too many broken ones: nothing was sent. */
    BROKEN_ROWS(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
