package io.touchstone.pipeline.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sets the engine's cells beside the oracle's; cells that are zero throughout count as absent. */
final class OracleComparison {

    private static final int SHOWN = 3;

    private final List<CellKey> different;
    private final Map<CellKey, CellMoments> expected;
    private final Map<CellKey, CellMoments> actual;

    private OracleComparison(
            List<CellKey> different, Map<CellKey, CellMoments> expected, Map<CellKey, CellMoments> actual) {
        this.different = different;
        this.expected = expected;
        this.actual = actual;
    }

    static OracleComparison of(Map<CellKey, CellMoments> expected, Map<CellKey, CellMoments> actual) {
        SortedSet<CellKey> keys = new TreeSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        List<CellKey> different = new ArrayList<>();
        for (CellKey key : keys) {
            CellMoments left = expected.get(key);
            CellMoments right = actual.get(key);
            boolean leftEmpty = left == null || left.isZero();
            boolean rightEmpty = right == null || right.isZero();
            if (leftEmpty != rightEmpty || (!leftEmpty && !left.equals(right))) {
                different.add(key);
            }
        }
        return new OracleComparison(List.copyOf(different), expected, actual);
    }

    boolean agrees() {
        return different.isEmpty();
    }

    /** Cells that differ, in order of their keys. */
    List<CellKey> different() {
        return different;
    }

    /**
     * The first cells that differ, one paragraph each.
     *
     * @param explain which unit contributed what, as {@link Oracle#explain}
     */
    String describe(Function<CellKey, List<String>> explain) {
        return different.stream()
                .limit(SHOWN)
                .map(key -> "%s%n  oracle %s%n  engine %s%n  %s"
                        .formatted(
                                key,
                                shown(expected.get(key)),
                                shown(actual.get(key)),
                                String.join(System.lineSeparator() + "  ", explain.apply(key))))
                .collect(Collectors.joining(
                        System.lineSeparator(),
                        "%d of %d cells differ:%n".formatted(different.size(), expected.size()),
                        ""));
    }

    private static String shown(CellMoments moments) {
        return moments == null ? "nothing" : moments.toString();
    }
}
