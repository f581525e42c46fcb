package io.touchstone.pipeline.oracle;

import io.touchstone.pipeline.oracle.EngineCells.Keeping;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * Counts the event set of a seed by oracle and by engine, the engine in two orders, and tells the difference.
 *
 * <p>Public and of plain JDK types at its border, so that it can be loaded a second time beside an engine with a fault.
 */
public final class AgreementCheck implements LongFunction<String>, AutoCloseable {

    private final Oracle oracle = new Oracle();

    /** Opens a database of its own. */
    public AgreementCheck() {}

    /** Empty if all cells are equal, else the set and the fewest events, in order, whose cells differ, with these cells. */
    @Override
    public String apply(long seed) {
        EventSet set = new EventSetGenerator(seed).generate();
        var expected = oracle.cells(set.catalog(), set.heavyLimit(), set.events());
        for (Keeping keeping : Keeping.values()) {
            List<AcceptedEvent> order = set.inOrder(1000 * seed + keeping.ordinal());
            if (!compared(set.catalog(), set.heavyLimit(), keeping, order, expected)
                    .agrees()) {
                return set + smallest(set.catalog(), set.heavyLimit(), keeping, order);
            }
        }
        return "";
    }

    /** As {@link #apply}, for events in the order given. */
    String difference(TestCatalog catalog, int heavyLimit, List<AcceptedEvent> order) {
        var expected = oracle.cells(catalog, heavyLimit, order);
        for (Keeping keeping : Keeping.values()) {
            if (!compared(catalog, heavyLimit, keeping, order, expected).agrees()) {
                return smallest(catalog, heavyLimit, keeping, order);
            }
        }
        return "";
    }

    private String smallest(TestCatalog catalog, int heavyLimit, Keeping keeping, List<AcceptedEvent> order) {
        List<AcceptedEvent> few = Shrinking.smallest(
                order, part -> !compared(catalog, heavyLimit, keeping, part, oracle.cells(catalog, heavyLimit, part))
                        .agrees());
        var expected = oracle.cells(catalog, heavyLimit, few);
        return ", state %s, in this order:%n%s%n%s"
                .formatted(
                        keeping,
                        few.stream().map(AcceptedEvent::shown).collect(Collectors.joining(System.lineSeparator())),
                        compared(catalog, heavyLimit, keeping, few, expected).describe(oracle::explain));
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
                .removeIf(key -> !key.slice().equals("all") || key.metric().startsWith("$"));
        return folded;
    }

    @Override
    public void close() {
        oracle.close();
    }
}
