package io.touchstone.console.problem;

import io.r2dbc.spi.R2dbcException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's constraints refused, by SQLSTATE. */
public final class Conflicts {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String EXCLUSION_VIOLATION = "23P01";

    private Conflicts() {}

    /** Turns a violated unique constraint into {@code already_exists}; other failures pass. */
    public static UnaryOperator<Throwable> alreadyExists(String field, String value, String expected) {
        return failure -> isDuplicate(failure)
                ? ProblemException.of(ProblemCode.ALREADY_EXISTS, field, value, expected)
                : failure;
    }

    /** Whether a unique constraint refused the row. */
    public static boolean isDuplicate(Throwable failure) {
        return UNIQUE_VIOLATION.equals(sqlState(failure));
    }

    /** Whether an exclusion constraint refused the row: its range overlaps another. */
    public static boolean isOverlap(Throwable failure) {
        return EXCLUSION_VIOLATION.equals(sqlState(failure));
    }

    private static @Nullable String sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException refused) {
                return refused.getSqlState();
            }
        }
        return null;
    }
}
