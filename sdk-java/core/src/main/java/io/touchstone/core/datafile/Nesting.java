package io.touchstone.core.datafile;

import io.touchstone.core.input.InvalidInputException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Things that name things of their kind: no circles, and few levels, for each level may multiply the work of an evaluation.
 */
final class Nesting {
    /** Levels: one that names none has 1. */
    static final int MAX_LEVELS = 5;

    private static final int OPEN = -1;

    private final String name;
    private final Map<String, Set<String>> named;
    private final Map<String, Integer> levels = new HashMap<>();

    Nesting(String name, Map<String, Set<String>> named) {
        this.name = name;
        this.named = named;
    }

    /** @throws InvalidInputException {@code reference_circle}, {@code reference_too_deep} */
    void check() {
        for (String key : named.keySet()) {
            levelsOf(key);
        }
    }

    private int levelsOf(String key) {
        Integer known = levels.get(key);
        if (known != null && known == OPEN) {
            throw InvalidInputException.of("reference_circle", name, key, "no circle");
        }
        if (known != null) {
            return known;
        }
        levels.put(key, OPEN);
        int deepest = 0;
        for (String next : named.getOrDefault(key, Set.of())) {
            deepest = Math.max(deepest, levelsOf(next));
        }
        if (deepest == MAX_LEVELS) {
            throw InvalidInputException.of("reference_too_deep", name, key, "at most " + MAX_LEVELS + " levels");
        }
        levels.put(key, deepest + 1);
        return deepest + 1;
    }
}
