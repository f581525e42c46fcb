package io.touchstone.pipeline.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What two hundred sets contain, so that agreement on them means something. */
class EventSetGeneratorTest {

    @Test
    void generator_sameSeed_sameSetInEveryOrder() {
        EventSet set = new EventSetGenerator(7).generate();

        assertThat(new EventSetGenerator(7).generate()).isEqualTo(set);
        assertThat(set.inOrder(1)).isNotEqualTo(set.inOrder(2)).containsExactlyInAnyOrderElementsOf(set.events());
    }

    @Test
    void generator_twoHundredSets_holdEveryTroubleInFullMeasure() {
        long records = 0;
        long copies = 0;
        long late = 0;
        Set<String> slices = new TreeSet<>();
        Set<String> metrics = new TreeSet<>();
        try (Oracle oracle = new Oracle()) {
            for (int seed = 0; seed < EngineAgreesWithOracleTest.SETS; seed++) {
                EventSet set = new EventSetGenerator(seed).generate();
                assertThat(set.events()).as(set.toString()).hasSizeBetween(50, 2000);
                records += set.events().size();
                copies += set.events().size()
                        - set.events().stream()
                                .map(event -> event.unit() + event.id())
                                .distinct()
                                .count();
                late += set.events().stream()
                        .filter(event -> !event.imported() && event.received() - event.time() > 72 * 3_600_000L)
                        .count();
                if (seed % 10 == 0) {
                    var cells = oracle.cells(set.catalog(), set.heavyLimit(), set.events());
                    cells.forEach((key, cell) -> {
                        slices.add(key.slice());
                        if (cell.sums().getFirst() != 0) {
                            metrics.add(key.metric());
                        }
                    });
                }
            }
        }
        assertThat((double) copies / records).isBetween(0.15, 0.25);
        assertThat((double) late / records).isBetween(0.025, 0.06);
        assertThat(slices).contains("all", "earlier", "city=other", "city=柏林", "level=missing");
        assertThat(metrics).contains("$crossover", "$late", "$late_exposure", "balance", "back", "opens_capped");
    }
}
