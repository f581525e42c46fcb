package io.touchstone.console.importing;

import org.jspecify.annotations.Nullable;

/**
 * An import to open, or to resume.
 *
 * @param experiment key of an experiment that runs and is imported or declared {@code backfill}
 * @param fileSha256 64 hex digits: what tells files apart
 * @param append whether the file goes on where the one before ended; absent: false
 * @param rows how many rows the file has, where known
 */
public record ImportRequest(
        @Nullable String experiment,
        @Nullable String fileSha256,
        @Nullable Boolean append,
        @Nullable Long rows) {}
