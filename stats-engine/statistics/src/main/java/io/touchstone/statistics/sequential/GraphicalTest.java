package io.touchstone.statistics.sequential;

import java.util.List;

/**
 * Several hypotheses with looks of their own that pass alpha on when they are rejected: Maurer and Bretz 2013.
 *
 * <p>A hypothesis of weight w is tested at every look by its own spending function at level w·α. When it is rejected its weight
 * passes along the graph and the rest is tested again at this look, at boundaries computed as if the new level had been there
 * from the start. Statistics of earlier looks are not used again.
 */
public final class GraphicalTest {

    private GraphicalTest() {}

    /**
     * One hypothesis at the look that is taken now.
     *
     * @param spending its own function
     * @param schedule its looks up to now
     * @param difference its matured data now
     */
    public record Hypothesis(Spending spending, LookSchedule schedule, MatureDifference difference) {}

    /**
     * The graph after all rejections at this look; keep it for the next one.
     *
     * @param alpha of the whole family, above 0 and below 1
     * @param hypotheses in the order of the graph; those rejected before are passed over
     */
    public static AlphaGraph look(double alpha, Sides sides, AlphaGraph graph, List<Hypothesis> hypotheses) {
        return look(alpha, sides, graph, hypotheses, BoundarySource.COMPUTED);
    }

    /**
     * As {@link #look(double, Sides, AlphaGraph, List)}.
     *
     * @param source of the boundaries
     */
    public static AlphaGraph look(
            double alpha, Sides sides, AlphaGraph graph, List<Hypothesis> hypotheses, BoundarySource source) {
        if (hypotheses.size() != graph.weights().size()) {
            throw new IllegalArgumentException("hypotheses: " + hypotheses.size() + " of them (expected: "
                    + graph.weights().size() + ", as in the graph)");
        }
        AlphaGraph current = graph;
        int i = 0;
        while (i < hypotheses.size()) {
            double level = current.weights().get(i) * alpha;
            if (!current.rejected().get(i) && rejects(level, sides, hypotheses.get(i), source)) {
                current = current.afterRejecting(i);
                i = 0;
            } else {
                i++;
            }
        }
        return current;
    }

    private static boolean rejects(double level, Sides sides, Hypothesis hypothesis, BoundarySource source) {
        if (level <= 0) {
            return false;
        }
        GroupSequentialDesign design = new GroupSequentialDesign(hypothesis.spending(), level, sides);
        return source.of(design, hypothesis.schedule())
                .getLast()
                .crossedBy(hypothesis.difference().z(), sides);
    }
}
