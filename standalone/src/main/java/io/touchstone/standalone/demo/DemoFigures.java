package io.touchstone.standalone.demo;

import io.touchstone.standalone.demo.count.Reading;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The same for programs, {@code benchmarks/run demo} among them: one line {@code figure NAME VALUE UNIT} a number. */
final class DemoFigures {
    private DemoFigures() {}

    static void print(PrintStream out, long seed, double seconds, List<Reading> readings) {
        String name = "figure demo-" + seed + "-";
        out.println(name + "seconds " + String.format(Locale.ROOT, "%.1f", seconds) + " s");
        out.println(name + "intervals " + readings.size() + " intervals");
        out.println(name + "holding " + readings.stream().filter(Reading::holds).count() + " intervals");
        out.println(name + "wrong-signs "
                + readings.stream().filter(reading -> !reading.hasSign()).count() + " estimates");
    }
}
