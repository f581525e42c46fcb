package io.touchstone.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Lift;
import io.touchstone.statistics.Result;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is measured is a whole scorecard: no line is cheap because its method refused. */
class ScorecardTest {

    private static final ScorecardInput INPUT = ScorecardInput.draw();
    private static final Scorecard CARD = Scorecard.of(INPUT, DayBoundaries.cold());

    @Test
    void input_fiftyMetrics_ofTheDeclaredKinds() {
        assertThat(INPUT.metrics().stream().map(ScorecardMetric::name).distinct())
                .hasSize(50);
        assertThat(INPUT.metrics().stream()
                        .collect(Collectors.groupingBy(
                                metric -> metric.question().getClass().getSimpleName(), Collectors.counting())))
                .containsEntry("Rate", 20L)
                .containsEntry("Adjusted", 10L)
                .containsEntry("Mean", 5L)
                .containsEntry("Ratio", 8L)
                .containsEntry("Quantile", 3L)
                .containsEntry("TimeToEvent", 2L)
                .containsEntry("Return", 1L)
                .containsEntry("Clustered", 1L);
        // 10 success metrics with looks of their own, and windows of 1, 3, 7 and 14 days.
        assertThat(INPUT.schedules()).isEqualTo((10 + 4) * ScorecardInput.TREATMENTS);
    }

    @Test
    void lines_allComparisons_areTestedAndHaveARepeatedInterval() {
        assertThat(CARD.lines()).hasSize(150).allSatisfy(line -> {
            Comparison comparison = line.comparison().found().orElseThrow();
            assertThat(comparison.test()).as(line.metric()).isInstanceOf(Estimated.class);
            Scorecard.Sequential sequential = line.sequential().found().orElseThrow();
            assertThat(sequential.interval()).as(line.metric()).isInstanceOf(Estimated.class);
            assertThat(line.lift()).as(line.metric()).allSatisfy(lift -> assertThat(
                            lift.found().map(Lift::interval))
                    .hasValueSatisfying(ScorecardTest::isThere));
            line.harmless().ifPresent(ScorecardTest::isThere);
        });
    }

    private static void isThere(Result<?> result) {
        assertThat(result).isInstanceOf(Estimated.class);
    }

    @Test
    void decision_successMetricsAndTreatments_areOneFamily() {
        assertThat(CARD.adjusted()).hasSize(30).allSatisfy(p -> assertThat(p).isPresent());
        assertThat(CARD.sampleRatio()).hasSize(ScorecardInput.TAKEN);
        assertThat(CARD.harms()).hasSize(3).allSatisfy(harm -> isThere(harm.bound()));
        assertThat(CARD.lines().stream()
                        .filter(line -> line.harmless().isPresent())
                        .count())
                .isEqualTo(7 * 3);
        assertThat(CARD.lines().stream()
                        .filter(line ->
                                line.sequential().found().orElseThrow().power().isPresent())
                        .count())
                .isGreaterThan(20);
    }

    @Test
    void boundaries_keptOrApart_giveTheSameScorecard() {
        assertThat(Scorecard.of(INPUT, DayBoundaries.kept(DayBoundaries.yesterday(INPUT))))
                .isEqualTo(CARD);
        assertThat(Scorecard.of(INPUT, DayBoundaries.apart())).isEqualTo(CARD);
    }
}
