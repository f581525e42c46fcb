package io.touchstone.assignment.http;

import java.util.List;

/** Comparing entity tags (RFC 9110, section 13.1.2). */
public final class EntityTags {
    private EntityTags() {}

    /** Whether one of the tags of {@code If-None-Match}, by weak comparison, is the current one. */
    public static boolean matches(List<String> ifNoneMatch, String current) {
        return ifNoneMatch.stream()
                .anyMatch(tag -> tag.equals("*") || strip(tag).equals(strip(current)));
    }

    private static String strip(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
