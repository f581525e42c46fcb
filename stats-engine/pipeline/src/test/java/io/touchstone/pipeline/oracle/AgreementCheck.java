package io.touchstone.pipeline.oracle;

import io.touchstone.pipeline.oracle.EngineCells.Keeping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts the event set of a seed by oracle and by engine, the engine in two orders, and tells the difference.
 *
 * <p>Public and of plain JDK types at its border, so that it can be loaded a second time beside an engine with a fault.
 */
public final class AgreementCheck implements LongPredicate, AutoCloseable {

    private static final int BATCH = 20;

    private final Oracle oracle = new Oracle();
    private final Map<Long, SortedMap<CellKey, CellMoments>> expected = new HashMap<>();
    private List<EventSet> sets = List.of();
    private long firstSeed;

    /** Opens a database of its own. */
    public AgreementCheck() {}

    /** Whether all cells of the set of this seed are equal, in two orders. */
    @Override
    public boolean test(long seed) {
        return disagreeing(seed) == null;
    }

    /** Empty if all cells are equal, else the set and the fewest events, in order, whose cells differ, with these cells. */
    String difference(long seed) {
        Keeping keeping = disagreeing(seed);
        if (keeping == null) {
            return "";
        }
        EventSet set = sets.get((int) (seed - firstSeed));
        return set + smallest(set.catalog(), set.heavyLimit(), keeping, order(set, keeping));
    }

    private @Nullable Keeping disagreeing(long seed) {
        if (!expected.containsKey(seed)) {
            countFrom(seed);
        }
        EventSet set = sets.get((int) (seed - firstSeed));
        for (Keeping keeping : Keeping.values()) {
            if (!compared(set.catalog(), set.heavyLimit(), keeping, order(set, keeping), expected.get(seed))
                    .agrees()) {
                return keeping;
            }
        }
        return null;
    }

    private static List<AcceptedEvent> order(EventSet set, Keeping keeping) {
        return set.inOrder(1000 * set.seed() + keeping.ordinal());
    }

    /** Sets are counted {@value #BATCH} at a time: a query costs the same for one and for many. */
    private void countFrom(long seed) {
        firstSeed = seed;
        sets = LongStream.range(seed, seed + BATCH)
                .mapToObj(each -> new EventSetGenerator(each).generate())
                .toList();
        var cells = oracle.cells(sets.stream()
                .map(set -> new OracleInput(set.catalog(), set.heavyLimit(), set.events()))
                .toList());
        expected.clear();
        for (int i = 0; i < BATCH; i++) {
            expected.put(seed + i, cells.get(i));
        }
    }

    /** As {@link #difference(long)}, for events in the order given. */
    String difference(TestCatalog catalog, int heavyLimit, List<AcceptedEvent> order) {
        var cells = oracle.cells(catalog, heavyLimit, order);
        for (Keeping keeping : Keeping.values()) {
            if (!compared(catalog, heavyLimit, keeping, order, cells).agrees()) {
                return smallest(catalog, heavyLimit, keeping, order);
            }
        }
        return "";
    }

    private String smallest(TestCatalog catalog, int heavyLimit, Keeping keeping, List<AcceptedEvent> order) {
        List<AcceptedEvent> few = Shrinking.smallest(
                order, part -> !compared(catalog, heavyLimit, keeping, part, oracle.cells(catalog, heavyLimit, part))
                        .agrees());
        var cells = oracle.cells(catalog, heavyLimit, few);
        return ", state %s, in this order:%n%s%n%s"
                .formatted(
                        keeping,
                        few.stream().map(AcceptedEvent::shown).collect(Collectors.joining(System.lineSeparator())),
                        compared(catalog, heavyLimit, keeping, few, cells).describe(oracle::explain));
    }

    private static OracleComparison compared(
            TestCatalog catalog,
            int heavyLimit,
            Keeping keeping,
            List<AcceptedEvent> order,
            Map<CellKey, CellMoments> expected) {
        EngineCells engine = new EngineCells(catalog, heavyLimit, keeping).feed(order);
        OracleComparison cells = OracleComparison.of(expected, engine.all());
        return cells.agrees() ? OracleComparison.of(withFolds(expected), engine.foldsTogether()) : cells;
    }

    /** Cells that are kept by fold too: slice {@code all} of the metrics of the plan. */
    private static Map<CellKey, CellMoments> withFolds(Map<CellKey, CellMoments> cells) {
        Map<CellKey, CellMoments> folded = new TreeMap<>(cells);
        folded.keySet()
                .removeIf(key -> !key.slice().equals("all") || key.metric().startsWith("$") || key.bin() != 0);
        return folded;
    }

    @Override
    public void close() {
        oracle.close();
    }
}
