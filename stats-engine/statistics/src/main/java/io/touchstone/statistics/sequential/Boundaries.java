package io.touchstone.statistics.sequential;

import io.touchstone.statistics.Normal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The boundaries of the looks taken so far, and what the next one needs: a trial's past never changes, so whoever keeps this
 * value pays for one look a day and not for all of them. Immutable; {@link GroupSequentialDesign#start} is the empty one.
 */
public final class Boundaries {

    /** A look that may use less has no boundary; its share is left to the next. */
    private static final double SMALLEST_SPEND = 1e-15;

    private static final double LOWEST_Z = -12;

    private final GroupSequentialDesign design;
    private final List<Boundary> list;
    /** Alpha used by looks with a boundary. */
    private final double used;
    /** Paths just before the newest look with a boundary could stop them; its truncation waits for the next step's grid. */
    private final ScoreDensity density;
    /** The newest look's information and score boundary while its truncation waits; else those of the density, infinite. */
    private final double information;

    private final double high;

    private Boundaries(
            GroupSequentialDesign design,
            List<Boundary> list,
            double used,
            ScoreDensity density,
            double information,
            double high) {
        this.design = design;
        this.list = list;
        this.used = used;
        this.density = density;
        this.information = information;
        this.high = high;
    }

    static Boundaries none(GroupSequentialDesign design) {
        ScoreDensity start = design.sides() == Sides.TWO ? ScoreDensity.symmetric() : ScoreDensity.at(0, 0);
        return new Boundaries(design, List.of(), 0, start, 0, Double.POSITIVE_INFINITY);
    }

    /** In the order of the looks. */
    public List<Boundary> list() {
        return list;
    }

    /**
     * Of the newest look.
     *
     * @throws java.util.NoSuchElementException before the first
     */
    public Boundary last() {
        return list.getLast();
    }

    /**
     * With one look more.
     *
     * @throws IllegalArgumentException where {@link LookSchedule} refuses this look after the one before
     */
    public Boundaries next(Look look) {
        if (!list.isEmpty()) {
            LookSchedule.rises(last().look(), look);
        }
        double spent = design.spending().spent(design.alpha(), design.sides(), look.spendingTime());
        double due = spent - used;
        if (due < SMALLEST_SPEND) {
            // Nothing stops here, so the density goes through this look as if there were none.
            Boundary open = new Boundary(look, OptionalDouble.empty(), spent, OptionalDouble.empty());
            return new Boundaries(design, with(open), used, density, information, high);
        }
        ScoreDensity here = Double.isInfinite(high)
                ? density
                : density.next(information, 0, design.lowOf(high), high, look.information() - information);
        double z = solve(here, look.information(), due);
        double tail = Normal.upperTail(z);
        double nominal = design.sides() == Sides.TWO ? 2 * tail : tail;
        Boundary boundary = new Boundary(look, OptionalDouble.of(z), spent, OptionalDouble.of(nominal));
        return new Boundaries(
                design, with(boundary), spent, here, look.information(), z * Math.sqrt(look.information()));
    }

    private List<Boundary> with(Boundary boundary) {
        List<Boundary> longer = new ArrayList<>(list.size() + 1);
        longer.addAll(list);
        longer.add(boundary);
        return List.copyOf(longer);
    }

    /** The z above which the paths that come here hold {@code due}. */
    private double solve(ScoreDensity here, double nextInformation, double due) {
        double tailDue = design.sides() == Sides.TWO ? due / 2 : due;
        double root = Math.sqrt(nextInformation);
        double lowest = (design.sides() == Sides.TWO ? 0 : LOWEST_Z) * root;
        // Without earlier stops this is exact; after them fewer paths are left, so the boundary lies lower.
        double highest = Normal.upperQuantile(tailDue) * root;
        double guess = Double.isInfinite(high) ? highest : high;
        return ThresholdSearch.find(here, nextInformation, tailDue, lowest, guess, highest) / root;
    }
}
