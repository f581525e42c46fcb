package io.touchstone.standalone.importing;

import java.time.Duration;
import java.util.Locale;

/** How numbers are shown. */
final class Numbers {

    private Numbers() {}

    /** 90,189 */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 row}, {@code 90,189 rows} */
    static String counted(long number, String thing) {
        return grouped(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /** {@code 4.2 s}, {@code 3 min 5 s} */
    static String seconds(Duration duration) {
        long whole = duration.toSeconds();
        return whole < 60
                ? String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0)
                : whole / 60 + " min " + whole % 60 + " s";
    }
}
