package io.touchstone.statistics.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.touchstone.statistics.Normal;
import io.touchstone.statistics.multiplicity.AdjustedP;
import io.touchstone.statistics.multiplicity.Correction;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GraphicalTestTest {

    private static final Spending OBF = new Spending.OBrienFleming();

    private static GraphicalTest.Hypothesis hypothesis(Spending spending, LookSchedule schedule, double z) {
        return new GraphicalTest.Hypothesis(spending, schedule, new MatureDifference(z, 1, 1000));
    }

    @Test
    void rejection_passesWeightOn() {
        // Two primaries with half each; each hands half to its own secondary and half to the other.
        AlphaGraph graph = new AlphaGraph(
                List.of(0.5, 0.5, 0.0, 0.0),
                List.of(
                        List.of(0.0, 0.5, 0.5, 0.0),
                        List.of(0.5, 0.0, 0.0, 0.5),
                        List.of(0.0, 1.0, 0.0, 0.0),
                        List.of(1.0, 0.0, 0.0, 0.0)));
        AlphaGraph after = graph.afterRejecting(0);
        assertThat(after.weights()).containsExactly(0.0, 0.75, 0.25, 0.0);
        assertThat(after.transitions().get(1).get(2)).isCloseTo(0.25 / 0.75, within(1e-15));
        assertThat(after.transitions().get(1).get(3)).isCloseTo(0.5 / 0.75, within(1e-15));
        assertThat(after.transitions().get(3).get(1)).isEqualTo(0.5);
        assertThat(after.transitions().get(3).get(2)).isEqualTo(0.5);
        assertThatThrownBy(() -> after.afterRejecting(0)).hasMessageContaining("j: 0");
    }

    @Property(tries = 100)
    void holmGraph_atOneLook_isHolm(
            @ForAll @Size(5) List<@DoubleRange(min = 1e-6, max = 0.2) @Scale(9) Double> pValues) {
        List<GraphicalTest.Hypothesis> hypotheses = new ArrayList<>();
        List<OptionalDouble> optional = new ArrayList<>();
        for (double p : pValues) {
            hypotheses.add(hypothesis(OBF, LookSchedule.ofFractions(1), Normal.upperQuantile(p / 2)));
            optional.add(OptionalDouble.of(p));
        }
        List<Boolean> holm = AdjustedP.adjust(Correction.HOLM, optional).stream()
                .map(p -> p.getAsDouble() <= 0.05)
                .toList();
        assertThat(GraphicalTest.look(0.05, Sides.TWO, AlphaGraph.holm(5), hypotheses)
                        .rejected())
                .isEqualTo(holm);
    }

    @Test
    void secondHypothesis_getsTheLevelOfTheFirst() {
        LookSchedule half = LookSchedule.ofFractions(0.5);
        double atFull = new GroupSequentialDesign(OBF, 0.05, Sides.TWO)
                .boundaries(half)
                .getFirst()
                .z()
                .orElseThrow();
        AlphaGraph inOrder = new AlphaGraph(List.of(1.0, 0.0), List.of(List.of(0.0, 1.0), List.of(0.0, 0.0)));
        GraphicalTest.Hypothesis strong = hypothesis(OBF, half, 9);
        GraphicalTest.Hypothesis border = hypothesis(OBF, half, atFull + 1e-9);
        GraphicalTest.Hypothesis weak = hypothesis(OBF, half, atFull - 1e-6);
        assertThat(GraphicalTest.look(0.05, Sides.TWO, inOrder, List.of(strong, border))
                        .rejected())
                .containsExactly(true, true);
        assertThat(GraphicalTest.look(0.05, Sides.TWO, inOrder, List.of(strong, weak))
                        .rejected())
                .containsExactly(true, false);
        assertThat(GraphicalTest.look(0.05, Sides.TWO, inOrder, List.of(weak, strong))
                        .rejected())
                .containsExactly(false, false);
    }

    @Test
    void graphs_thatGiveMoreThanThereIs_areRefused() {
        assertThatThrownBy(() -> new AlphaGraph(List.of(0.7, 0.5), List.of(List.of(0.0, 1.0), List.of(1.0, 0.0))))
                .hasMessageContaining("weights");
        assertThatThrownBy(() -> new AlphaGraph(List.of(0.5, 0.5), List.of(List.of(0.5, 0.5), List.of(1.0, 0.0))))
                .hasMessageContaining("diagonal");
        assertThatThrownBy(() -> GraphicalTest.look(0.05, Sides.TWO, AlphaGraph.holm(2), List.of()))
                .hasMessageContaining("hypotheses: 0");
    }
}
