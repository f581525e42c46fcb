package io.touchstone.vectors;

import io.touchstone.statistics.planning.ErrorRates;
import io.touchstone.statistics.planning.MinimumDetectableEffect;
import io.touchstone.statistics.planning.PlannedUnits;
import io.touchstone.statistics.planning.Power;
import io.touchstone.statistics.planning.SampleSize;
import io.touchstone.statistics.planning.UnitVariances;
import io.touchstone.statistics.planning.VarianceFactor;
import io.touchstone.statistics.sequential.Sides;

final class SampleSizes implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        String design = vector.parameters().path("design").asText();
        return switch (design) {
            case "proportions" -> rates(vector);
            case "means" -> means(vector);
            case "non_inferiority_means" -> nonInferiority(vector);
            case "power_means" -> power(vector);
            case "mde_means" -> meansEffect(vector);
            case "mde_proportions" -> ratesEffect(vector);
            default -> throw new UnmappedException("design: " + design);
        };
    }

    private static Answer rates(VectorCase vector) {
        double base = vector.parameter("baseline");
        double planned = vector.parameters().has("relative_effect")
                ? base * (1 + vector.parameter("relative_effect"))
                : base + vector.parameter("absolute_effect");
        double k = vector.parameter("k", 1);
        PlannedUnits pooled = SampleSize.forRatesPooled(base, planned, k, errors(vector), covariates(vector));
        PlannedUnits unpooled = SampleSize.forRates(base, planned, k, errors(vector), covariates(vector));
        return Answer.values()
                .put("p2", planned)
                .put("n_c_pooled_exact", pooled.controlExact())
                .put("n_c_pooled", pooled.control())
                .put("n_t_pooled", pooled.treatment())
                .put("n_c_unpooled_exact", unpooled.controlExact())
                .put("n_c_unpooled", unpooled.control())
                .put("n_t_unpooled", unpooled.treatment());
    }

    private static Answer means(VectorCase vector) {
        return units(SampleSize.forDifference(
                variances(vector), vector.parameter("difference"), vector.parameter("k", 1), errors(vector)));
    }

    private static Answer nonInferiority(VectorCase vector) {
        double difference = vector.parameter("expected_diff");
        boolean higher =
                vector.word("direction", "higher_is_better", "lower_is_better").equals("higher_is_better");
        return units(SampleSize.forNonInferiority(
                variances(vector),
                higher ? difference : -difference,
                vector.parameter("margin"),
                vector.parameter("k", 1),
                new ErrorRates(vector.alpha(), vector.sides(Sides.ONE), vector.parameter("power"))));
    }

    private static Answer power(VectorCase vector) {
        double error = variances(vector).standardError(units(vector, "n_c"), units(vector, "n_t"));
        return Answer.values()
                .put("power", Power.of(vector.parameter("difference"), error, vector.alpha(), sides(vector)));
    }

    private static Answer meansEffect(VectorCase vector) {
        return Answer.values()
                .put(
                        "mde",
                        MinimumDetectableEffect.ofMeans(
                                variances(vector), units(vector, "n_c"), units(vector, "n_t"), errors(vector)));
    }

    private static Answer ratesEffect(VectorCase vector) {
        double base = vector.parameter("baseline");
        long control = units(vector, "n_c");
        long treatment = units(vector, "n_t");
        VarianceFactor factor = covariates(vector);
        return Answer.of(
                MinimumDetectableEffect.ofRates(base, control, treatment, errors(vector), factor),
                rise -> Answer.values()
                        .put("mde_absolute", rise)
                        .put("mde_relative", rise / base)
                        .put(
                                "mde_simple",
                                MinimumDetectableEffect.ofRatesSimple(
                                        base, control, treatment, errors(vector), factor)));
    }

    private static Answer units(PlannedUnits units) {
        return Answer.values()
                .put("n_c_exact", units.controlExact())
                .put("n_c", units.control())
                .put("n_t", units.treatment());
    }

    private static UnitVariances variances(VectorCase vector) {
        return new UnitVariances(vector.parameter("variance_c"), vector.parameter("variance_t"))
                .times(covariates(vector));
    }

    private static VarianceFactor covariates(VectorCase vector) {
        return VarianceFactor.covariates(vector.parameter("cuped_rho", 0));
    }

    private static ErrorRates errors(VectorCase vector) {
        return new ErrorRates(vector.alpha(), sides(vector), vector.parameter("power"));
    }

    private static Sides sides(VectorCase vector) {
        return vector.sides(Sides.TWO);
    }

    private static long units(VectorCase vector, String name) {
        return Field.whole(vector.parameters(), name);
    }
}
