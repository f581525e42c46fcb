package io.touchstone.standalone.importing;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** How far it is: one moving line on a terminal, a plain line every few seconds elsewhere. Used from several threads. */
public final class Progress {

    private static final Duration MOVING = Duration.ofMillis(100);
    private static final Duration PLAIN = Duration.ofSeconds(5);
    private static final int BAR = 30;
    private static final int WIDTH = 79;

    private final PrintStream out;
    private final boolean terminal;
    private final InstantSource clock;
    private final String action;
    private final long total;
    private final Instant began;
    private Instant shown;
    private long done;

    /** {@code action} such as {@code sent}; {@code total} rows or units to do. */
    public Progress(ImportEnvironment environment, InstantSource clock, String action, long total) {
        this.out = environment.out();
        this.terminal = environment.terminal();
        this.clock = clock;
        this.action = action;
        this.total = total;
        this.began = clock.instant();
        this.shown = began;
    }

    /** So much more is done. */
    public synchronized void add(long more) {
        set(done + more);
    }

    /** So much is done. */
    public synchronized void set(long now) {
        done = now;
        Instant instant = clock.instant();
        if (Duration.between(shown, instant).compareTo(terminal ? MOVING : PLAIN) >= 0) {
            shown = instant;
            show(instant);
        }
    }

    /** The last state, and the line is free again. */
    public synchronized void close() {
        if (terminal) {
            show(clock.instant());
            out.println();
        }
        out.flush();
    }

    private void show(Instant instant) {
        double share = total == 0 ? 1 : Math.min(1, (double) done / total);
        String counted = Numbers.grouped(done) + " of " + Numbers.grouped(total) + " " + action;
        if (!terminal) {
            out.println(String.format(Locale.ROOT, "%3.0f %%  %s", share * 100, counted));
            return;
        }
        int filled = (int) (share * BAR);
        String bar = "█".repeat(filled) + "░".repeat(BAR - filled);
        String line = String.format(Locale.ROOT, "%s %3.0f %%  %s%s", bar, share * 100, counted, rate(instant));
        out.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
        out.flush();
    }

    private String rate(Instant instant) {
        double seconds = Duration.between(began, instant).toMillis() / 1000.0;
        return seconds < 1 ? "" : "  " + Numbers.grouped(Math.round(done / seconds)) + "/s";
    }
}
