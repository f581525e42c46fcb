package io.touchstone.client;

import io.touchstone.core.datafile.DatafileCodec;
import io.touchstone.core.evaluation.CompiledDatafile;
import io.touchstone.core.input.InvalidInputException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The datafile that the client decides with, and which one may take its place. Read by all threads, changed by one. */
final class HeldDatafile {
    /** How long a server may lag behind the others before its older datafile is taken for the valid one. */
    private static final Duration LONGEST_LAG = Duration.ofMinutes(1);

    private final @Nullable DatafileCopy copy;
    private final Problems problems;
    private volatile @Nullable CompiledDatafile current;
    private volatile @Nullable String etag;
    /** Null until a server gave or confirmed one. */
    private volatile @Nullable Long confirmedNanos;

    /** @param copy where each new datafile is kept; null for nowhere */
    HeldDatafile(@Nullable DatafileCopy copy, Problems problems) {
        this.copy = copy;
        this.problems = problems;
    }

    /** Null while there is none. */
    @Nullable
    CompiledDatafile current() {
        return current;
    }

    /** 0 while there is none. */
    long version() {
        CompiledDatafile datafile = current;
        return datafile == null ? 0 : datafile.version();
    }

    /** What to ask the server with; null for a datafile that did not come from it. */
    @Nullable
    String etag() {
        return etag;
    }

    /**
     * Starts with a datafile that did not come from the server, if it can be read and is newer than one given before.
     *
     * @param name for the report of one that cannot be read
     */
    void restore(String name, byte[] utf8) {
        try {
            CompiledDatafile restored = CompiledDatafile.compile(DatafileCodec.read(utf8));
            CompiledDatafile last = current;
            if (last == null || restored.version() > last.version()) {
                current = restored;
            }
        } catch (InvalidInputException e) {
            problems.report(name + "." + e.getMessage());
        }
    }

    /**
     * Takes the server's answer.
     *
     * @param nowNanos by {@link System#nanoTime}
     */
    void take(FetchedDatafile fetched, long nowNanos) {
        CompiledDatafile datafile = fetched.datafile();
        if (datafile == null || isKnown(datafile)) {
            confirmedNanos = nowNanos;
            return;
        }
        if (isBehind(datafile, nowNanos)) {
            return;
        }
        confirmedNanos = nowNanos;
        etag = fetched.etag();
        current = datafile;
        if (copy != null) {
            copy.write(fetched.bytes());
        }
    }

    /** How long ago a server gave or confirmed the datafile; null if none did yet. */
    @Nullable
    Duration confirmedAgo(long nowNanos) {
        Long confirmed = confirmedNanos;
        return confirmed == null ? null : Duration.ofNanos(Math.max(0, nowNanos - confirmed));
    }

    private boolean isKnown(CompiledDatafile datafile) {
        return confirmedNanos != null && isOfSameEnvironment(datafile) && datafile.version() == version();
    }

    /**
     * The first datafile of a server replaces any copy. After that, of several servers one may lag behind, and going back would
     * flip decisions to and fro; where none confirms the newer one any more, it is gone for good: a database was restored.
     */
    private boolean isBehind(CompiledDatafile datafile, long nowNanos) {
        Long confirmed = confirmedNanos;
        return confirmed != null
                && isOfSameEnvironment(datafile)
                && datafile.version() < version()
                && nowNanos - confirmed <= LONGEST_LAG.toNanos();
    }

    private boolean isOfSameEnvironment(CompiledDatafile datafile) {
        CompiledDatafile last = current;
        return last != null && datafile.environment().equals(last.environment());
    }
}
