package io.touchstone.standalone.importing;

import java.util.Locale;

/** What an outcome column holds. */
enum OutcomeKind {
    /** Did it happen: 0, 1, true, false, yes, no in any case. */
    CONVERSION,
    /** How much: a decimal number. */
    SUM;

    /** As in the catalog and on the command line. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
