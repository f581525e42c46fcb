package io.touchstone.report.answer;

import io.touchstone.model.catalog.MeansMethod;
import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.PhaseMetric;
import io.touchstone.model.catalog.PhaseVariant;
import io.touchstone.model.catalog.ValueRange;
import io.touchstone.report.count.ArmCount;
import io.touchstone.report.count.Counts;
import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.FiellerInterval;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Lift;
import io.touchstone.statistics.MeanEstimate;
import io.touchstone.statistics.NewcombeInterval;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Proportion;
import io.touchstone.statistics.Reason;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.SkewGuard;
import io.touchstone.statistics.SkewMoments;
import io.touchstone.statistics.TwoProportionTest;
import io.touchstone.statistics.WelchTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** One metric of a phase: every variant's figures, and every treatment against the control. */
final class MetricContrasts {

    /** Below this many units with (or without) the event the Wald interval is too short; Newcombe's is shown beside it. */
    private static final long FEW_EVENTS = 10;

    private final ReportScope scope;
    private final PhaseMetric used;
    private final MetricDefinition metric;
    private final Counts counts;
    private final Alpha alpha;
    /** Made once: centring costs more than all the rest. */
    private final Map<String, Arm> arms = new HashMap<>();

    MetricContrasts(ReportScope scope, PhaseMetric used, Counts counts) {
        this.scope = scope;
        this.used = used;
        this.metric = scope.definition(used);
        this.counts = counts;
        this.alpha = new Alpha(scope.phase().plan().alpha());
        for (PhaseVariant variant : scope.phase().variants()) {
            arms.put(variant.key(), Arm.of(metric, count(variant.key())));
        }
    }

    MetricReport report() {
        List<VariantReport> variants = new ArrayList<>();
        for (PhaseVariant variant : scope.phase().variants()) {
            boolean control = variant.key().equals(scope.phase().control());
            variants.add(new VariantReport(
                    variant.key(), control, figures(variant.key()), contrast(variant.key(), control)));
        }
        return new MetricReport(metric, used, variants);
    }

    List<VariantValue> values() {
        List<VariantValue> values = new ArrayList<>();
        for (PhaseVariant variant : scope.phase().variants()) {
            boolean control = variant.key().equals(scope.phase().control());
            values.add(new VariantValue(variant.key(), control, figures(variant.key()), missing(variant.key())));
        }
        return values;
    }

    private Contrast contrast(String variant, boolean control) {
        Optional<Absence> own = missing(variant);
        if (own.isPresent()) {
            return Contrast.missing(own.get());
        }
        if (control) {
            return Contrast.NONE;
        }
        String controlKey = scope.phase().control();
        return missing(controlKey).map(Contrast::missing).orElseGet(() -> contrast(arm(controlKey), arm(variant)));
    }

    private ArmCount count(String variant) {
        return counts.of(metric.ref(), variant);
    }

    private Arm arm(String variant) {
        return Objects.requireNonNull(arms.get(variant), variant);
    }

    private ArmFigures figures(String variant) {
        return arm(variant).figures(metric, count(variant));
    }

    /** Why an arm has no value of its own. */
    private Optional<Absence> missing(String variant) {
        ArmCount count = count(variant);
        if (arm(variant) instanceof Arm.Unreadable) {
            return Optional.of(Absence.beingCounted(variant));
        }
        if (count.units() > 0) {
            return Optional.empty();
        }
        if (count.waiting() > 0) {
            return Optional.of(new Absence(
                    Absence.NOT_MATURED,
                    "All " + count.waiting() + " units of " + variant + " are waiting for their window to close."));
        }
        return Optional.of(new Absence(Reason.EMPTY_ARM.code(), "No unit of " + variant + " has been counted."));
    }

    private Contrast contrast(Arm control, Arm treatment) {
        if (control instanceof Arm.Rate(Proportion c) && treatment instanceof Arm.Rate(Proportion t)) {
            return rates(c, t);
        }
        if (control instanceof Arm.Amount(SkewMoments c) && treatment instanceof Arm.Amount(SkewMoments t)) {
            return amounts(c, t);
        }
        throw new IllegalStateException(
                "arms: " + control + ", " + treatment + " (expected: both of the metric's kind)");
    }

    private Contrast rates(Proportion control, Proportion treatment) {
        List<Warning> warnings = new ArrayList<>();
        Optional<Interval> newcombe = Optional.empty();
        if (fewest(control, treatment) < FEW_EVENTS) {
            newcombe = NewcombeInterval.of(control, treatment, alpha).found();
            warnings.add(Warning.of(
                    Warning.SMALL_COUNTS,
                    "Fewer than 10 units of an arm have, or lack, the event: read Newcombe's interval."));
        }
        return contrast(
                Absolute.UNPOOLED_Z,
                TwoProportionTest.compare(control, treatment, alpha),
                newcombe,
                () -> lift(control.estimate(), treatment.estimate()),
                warnings);
    }

    private static long fewest(Proportion control, Proportion treatment) {
        return Math.min(
                Math.min(control.successes(), control.failures()),
                Math.min(treatment.successes(), treatment.failures()));
    }

    private Contrast amounts(SkewMoments control, SkewMoments treatment) {
        List<Warning> warnings = new ArrayList<>();
        SkewGuard.kappa(control, treatment)
                .found()
                .filter(kappa -> Math.abs(kappa) > SkewGuard.LIMIT)
                .ifPresent(kappa -> warnings.add(skewed(kappa)));
        return contrast(
                Absolute.WELCH,
                WelchTest.compare(control.moments(), treatment.moments(), alpha),
                Optional.empty(),
                () -> lift(control.moments().estimate(), treatment.moments().estimate()),
                warnings);
    }

    private Warning skewed(double kappa) {
        String declared = used.means() == MeansMethod.WELCH ? " It was declared before the data." : "";
        return new Warning(
                Warning.SKEWED_MEANS,
                "The values are so skewed that the tails of plain Welch hold another share than they say." + declared,
                Map.of(Warning.KAPPA, kappa));
    }

    private Contrast contrast(
            String method,
            Result<Comparison> result,
            Optional<Interval> newcombe,
            Supplier<Result<Lift>> lift,
            List<Warning> warnings) {
        return switch (result) {
            case NotEstimable<Comparison> missing -> Contrast.missing(Absence.of(missing));
            case Estimated<Comparison>(Comparison(double difference, Result<DifferenceTest> test)) -> {
                Absolute absolute = new Absolute(method, difference, test.found(), newcombe);
                Relative relative =
                        switch (test) {
                            case NotEstimable<DifferenceTest> missing -> Relative.missing(Absence.of(missing));
                            case Estimated<DifferenceTest> _ -> relative(lift, warnings);
                        };
                Optional<Absence> why = Optional.empty();
                if (test instanceof NotEstimable<DifferenceTest> missing) {
                    why = Optional.of(Absence.of(missing));
                    if (missing.reason() == Reason.ZERO_VARIANCE && difference != 0) {
                        warnings.add(Warning.of(
                                Warning.CONSTANT_ARMS, "All units of an arm have one value, and the arms differ."));
                    }
                }
                yield new Contrast(Optional.of(absolute), Optional.of(relative), warnings, why);
            }
        };
    }

    private Relative relative(Supplier<Result<Lift>> lift, List<Warning> warnings) {
        if (metric.range() == ValueRange.SIGNED) {
            return Relative.missing(new Absence(
                    Absence.SIGNED_METRIC, "The metric takes values of both signs: only the difference is shown."));
        }
        return switch (lift.get()) {
            case NotEstimable<Lift> missing -> Relative.missing(Absence.of(missing));
            case Estimated<Lift>(Lift found) -> {
                if (found.controlNegative()) {
                    warnings.add(Warning.of(
                            Warning.CONTROL_MEAN_NEGATIVE,
                            "The control mean is negative: the sign of the lift is opposite to the change."));
                }
                Result<Interval> interval = found.interval();
                Optional<Absence> why = interval instanceof NotEstimable<Interval> missing
                        ? Optional.of(Absence.of(missing))
                        : Optional.empty();
                yield new Relative(Relative.FIELLER, Optional.of(found.estimate()), interval.found(), why);
            }
        };
    }

    private Result<Lift> lift(MeanEstimate control, MeanEstimate treatment) {
        return FiellerInterval.of(control, treatment, alpha);
    }
}
