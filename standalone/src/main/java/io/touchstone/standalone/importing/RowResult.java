package io.touchstone.standalone.importing;

import org.jspecify.annotations.Nullable;

/** What became of one record. */
sealed interface RowResult {

    /** It can be sent. */
    record Usable(UnitRow row) implements RowResult {}

    /**
     * It stays out.
     *
     * @param line physical line on which it begins
     * @param column the column at fault; absent where the row as a whole is
     * @param reason {@code value (expected: rule)}
     */
    record Broken(long line, @Nullable String column, String reason) implements RowResult {

        /** As the user reads it. */
        String sentence() {
            return "line " + line + (column == null ? "" : ", column " + column) + ": " + reason;
        }
    }

    /** Only separators: not a row at all. */
    record Blank() implements RowResult {}
}
