package io.touchstone.console.revision;

import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The entity tag of a revision: its number in quotes. */
public final class RevisionTag {
    private static final String HEADER = "If-Match";

    private RevisionTag() {}

    /** The tag of a revision. */
    public static String of(long revision) {
        return "\"" + revision + "\"";
    }

    /**
     * The caller must have seen this revision.
     *
     * @throws ProblemException {@code if_match_required}, {@code revision_mismatch}
     */
    public static void require(@Nullable String ifMatch, long revision) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw ProblemException.of(
                    ProblemCode.IF_MATCH_REQUIRED, HEADER, null, "the ETag of the object as it was read");
        }
        check(ifMatch, revision);
    }

    /**
     * The caller, if it says which revision it has seen, must have seen this one.
     *
     * @throws ProblemException {@code revision_mismatch}
     */
    public static void check(@Nullable String ifMatch, long revision) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return;
        }
        String current = of(revision);
        boolean matches = Arrays.stream(ifMatch.split(",", -1))
                .map(String::trim)
                .anyMatch(tag -> tag.equals("*") || tag.equals(current));
        if (!matches) {
            throw ProblemException.of(ProblemCode.REVISION_MISMATCH, HEADER, ifMatch, "the current ETag " + current)
                    .with("revision", revision);
        }
    }
}
