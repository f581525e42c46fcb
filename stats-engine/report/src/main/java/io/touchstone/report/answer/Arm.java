package io.touchstone.report.answer;

import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.report.count.ArmCount;
import io.touchstone.report.count.Centring;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.SkewMoments;
import java.util.Optional;

/** One arm in the form its metric's test takes. */
sealed interface Arm {

    /** Conversion and retention. */
    record Rate(Proportion proportion) implements Arm {}

    /** Count and sum. */
    record Amount(SkewMoments moments) implements Arm {}

    /** Sums that contradict each other. */
    record Unreadable() implements Arm {}

    static Arm of(MetricDefinition metric, ArmCount count) {
        return switch (metric.kind()) {
            case CONVERSION, RETENTION ->
                Centring.proportion(count).<Arm>map(Rate::new).orElseGet(Unreadable::new);
            case COUNT, SUM -> Centring.moments(count).<Arm>map(Amount::new).orElseGet(Unreadable::new);
        };
    }

    default ArmFigures figures(MetricDefinition metric, ArmCount count) {
        long units = Math.max(0, count.units());
        Optional<Long> capped =
                metric.cap() == null || this instanceof Unreadable ? Optional.empty() : Optional.of(count.capped());
        return switch (this) {
            case Rate(Proportion p)
            when p.trials() > 0 ->
                figures(count, Optional.of(p.successes()), p.rate().getAsDouble(), box(p), capped);
            case Amount(SkewMoments m)
            when m.moments().n() > 0 ->
                figures(count, Optional.empty(), m.moments().mean(), box(m.moments()), capped);
            case Rate _, Amount _, Unreadable _ ->
                new ArmFigures(
                        units, count.waiting(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        };
    }

    private static ArmFigures figures(
            ArmCount count, Optional<Long> converted, double value, Optional<Double> variance, Optional<Long> capped) {
        return new ArmFigures(count.units(), count.waiting(), converted, Optional.of(value), variance, capped);
    }

    private static Optional<Double> box(Proportion proportion) {
        return proportion.variance().stream().boxed().findFirst();
    }

    private static Optional<Double> box(Moments moments) {
        return moments.variance().stream().boxed().findFirst();
    }
}
