package io.touchstone.certificate;

import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.rate.GuardedRatesTest;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Units that convert or do not, by day of the week. The unpooled normal test under its guard.
 *
 * @param rates share of the control's entrants that converts, by weekday of their entry; seven, or one for all
 * @param lift relative change of the share where the treatment works
 * @param binomials of the days
 */
record ConversionOutcomes(List<Double> rates, double lift, Binomials binomials)
        implements Outcomes<ConversionOutcomes.Cohort> {

    /** Both arms of a day. */
    record Cohort(Proportion control, Proportion treatment) {}

    ConversionOutcomes(double rate, double lift) {
        this(List.of(rate), lift);
    }

    ConversionOutcomes(List<Double> rates, double lift) {
        this(rates, lift, new Binomials());
    }

    @Override
    public Cohort draw(SplittableRandom random, int day, Entry.Day entrants, boolean effect) {
        double rate = rate(day);
        return new Cohort(
                arm(random, rate, entrants.control()),
                arm(random, effect ? rate * (1 + lift) : rate, entrants.treatment()));
    }

    @Override
    public Result<Comparison> compare(List<Cohort> cohorts, Alpha alpha) {
        Proportion control = Proportion.NONE;
        Proportion treatment = Proportion.NONE;
        for (Cohort cohort : cohorts) {
            control = control.plus(cohort.control());
            treatment = treatment.plus(cohort.treatment());
        }
        return GuardedRatesTest.compare(control, treatment, alpha).map(guarded -> guarded.comparison());
    }

    @Override
    public double truth(Entry entry) {
        double sum = 0;
        for (int day = 0; day < entry.days().size(); day++) {
            sum += entry.days().get(day).units() * rate(day) * lift;
        }
        return sum / entry.units();
    }

    private double rate(int day) {
        return rates.get(day % rates.size());
    }

    private Proportion arm(SplittableRandom random, double rate, int units) {
        return new Proportion(binomials.draw(random, rate, units), units);
    }
}
