package io.touchstone.console.revision;

import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The entity tag of a revision: its number in quotes. */
public final class RevisionTag {
    private static final String HEADER = "If-Match";
    private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?\"[^\"]*\"");

    private RevisionTag() {}

    /** The tag of a revision. */
    public static String of(long revision) {
        return "\"" + revision + "\"";
    }

    /**
     * The caller must have seen this revision.
     *
     * @throws ProblemException {@code if_match_required}, {@code if_match_invalid}, {@code revision_mismatch}
     */
    public static void require(@Nullable String ifMatch, long revision) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw ProblemException.of(
                    ProblemCode.IF_MATCH_REQUIRED, HEADER, null, "the ETag of the object as it was read");
        }
        check(ifMatch, revision);
    }

    /**
     * The caller, if it says which revision it has seen, must have seen this one. {@code *}, "whatever it is", says no
     * revision: it would overwrite what nobody has seen.
     *
     * @throws ProblemException {@code if_match_invalid}, {@code revision_mismatch}
     */
    public static void check(@Nullable String ifMatch, long revision) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return;
        }
        String current = of(revision);
        List<String> tags =
                Arrays.stream(ifMatch.split(",", -1)).map(String::trim).toList();
        if (!tags.stream().allMatch(tag -> ENTITY_TAG.matcher(tag).matches())) {
            throw ProblemException.of(
                    ProblemCode.IF_MATCH_INVALID, HEADER, ifMatch, "the ETag of the object as it was read, in quotes");
        }
        if (!tags.contains(current)) {
            throw ProblemException.of(ProblemCode.REVISION_MISMATCH, HEADER, ifMatch, "the current ETag " + current)
                    .with("revision", revision);
        }
    }
}
