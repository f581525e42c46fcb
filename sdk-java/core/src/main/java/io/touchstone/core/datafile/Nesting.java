package io.touchstone.core.datafile;

import io.touchstone.core.input.InvalidInputException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Things that name things of their kind: no circles, few levels, and a bound on what one of them costs with all it names in
 * place, for each level may multiply the work of an evaluation.
 */
final class Nesting {
    /** Levels: one that names none has 1. */
    static final int MAX_LEVELS = 5;

    /** Being measured: everything measured has a level. */
    private static final Measure OPEN = new Measure(0, 0);

    private final String name;
    private final Map<String, Node> nodes;
    private final Bound bound;
    private final Map<String, Measure> measures = new HashMap<>();

    Nesting(String name, Map<String, Node> nodes, Bound bound) {
        this.name = name;
        this.nodes = nodes;
        this.bound = bound;
    }

    /** @throws InvalidInputException {@code reference_circle}, {@code reference_too_deep}, and the bound's code */
    void check() {
        for (String key : nodes.keySet()) {
            measure(key, 1);
        }
    }

    /** Refuses what is dearer than the bound with all that it names in place; {@code check} went before. */
    void require(String path, Node node) {
        bound.require(path, node.cost + costOf(node.names));
    }

    private long costOf(List<String> names) {
        long cost = 0;
        for (String next : names) {
            Measure measure = measures.get(next);
            cost += measure == null ? 0 : measure.cost;
        }
        return cost;
    }

    /** The depth bounds the recursion: a chain may be as long as the document. */
    private Measure measure(String key, int depth) {
        Measure known = measures.get(key);
        if (known != null && known.levels == 0) {
            throw InvalidInputException.of("reference_circle", name, key, "no circle");
        }
        if (known != null) {
            return known;
        }
        requireLevels(key, depth);
        measures.put(key, OPEN);
        Node node = nodes.getOrDefault(key, Node.UNKNOWN);
        int deepest = 0;
        for (String next : node.names) {
            deepest = Math.max(deepest, measure(next, depth + 1).levels);
        }
        requireLevels(key, deepest + 1);
        require(name + "[" + key + "]", node);
        Measure measured = new Measure(deepest + 1, node.cost + costOf(node.names));
        measures.put(key, measured);
        return measured;
    }

    private void requireLevels(String key, int levels) {
        if (levels > MAX_LEVELS) {
            throw InvalidInputException.of("reference_too_deep", name, key, "at most " + MAX_LEVELS + " levels");
        }
    }

    /**
     * One thing.
     *
     * @param names what it names, as often as it does
     * @param cost what it costs by itself
     */
    record Node(List<String> names, int cost) {
        private static final Node UNKNOWN = new Node(List.of(), 0);
    }

    /**
     * What one may cost.
     *
     * @param max the most, all that it names in place
     * @param code of the refusal
     * @param expected the rule in words
     */
    record Bound(long max, String code, String expected) {
        private void require(String path, long cost) {
            if (cost > max) {
                throw InvalidInputException.of(code, path, cost, "at most " + max + " " + expected);
            }
        }
    }

    private record Measure(int levels, long cost) {}
}
