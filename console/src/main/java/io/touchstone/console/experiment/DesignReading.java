package io.touchstone.console.experiment;

import io.touchstone.console.flag.Flag;
import io.touchstone.console.flag.Payload;
import io.touchstone.console.json.CoreJson;
import io.touchstone.console.layer.Layers;
import io.touchstone.console.problem.ProblemCode;
import io.touchstone.console.problem.ProblemException;
import io.touchstone.console.problem.Require;
import io.touchstone.model.catalog.Dimension;
import io.touchstone.model.catalog.MeansMethod;
import io.touchstone.model.catalog.MetricRole;
import io.touchstone.model.catalog.PhaseFacts;
import io.touchstone.model.catalog.PhaseVariant;
import io.touchstone.model.catalog.Plan;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks an experiment as people write it and fills in the defaults. References to metrics and layers are checked elsewhere. */
final class DesignReading {
    private static final int MAX_VARIANTS = 20;
    private static final int MAX_METRICS = 100;
    private static final int MAX_DIMENSIONS = 20;
    private static final String USER = "user";

    private final Flag flag;
    private final boolean imported;

    /** @param flag the one the request names */
    DesignReading(Flag flag, boolean imported) {
        this.flag = flag;
        this.imported = imported;
    }

    /** @throws ProblemException naming the field that is wrong */
    Design read(ExperimentRequest body) {
        List<DesignVariant> variants = variants(Require.present("variants", body.variants()));
        CoreJson.condition("audience", body.audience());
        if (imported && Boolean.TRUE.equals(body.backfill())) {
            throw ProblemException.of(
                    ProblemCode.VALUE_INVALID, "backfill", true, "absent; imported experiments take past data anyway");
        }
        JsonNode audience = CoreJson.isPresent(body.audience()) ? body.audience() : null;
        return new Design(
                flag.key(),
                body.unitType() == null ? USER : Require.key("unitType", body.unitType()),
                body.layer() == null ? Layers.DEFAULT : Require.key("layer", body.layer()),
                body.slots() == null ? Slots.ALL : Slots.check(body.slots()),
                variants,
                control(body.control(), variants),
                audience,
                metrics(body.metrics() == null ? List.of() : body.metrics()),
                dimensions(body.dimensions() == null ? List.of() : body.dimensions()),
                covariates(body.covariates() == null ? List.of() : body.covariates()),
                plan(body.plan()),
                imported,
                startsAt(body.startsAt()),
                Boolean.TRUE.equals(body.backfill()) ? Boolean.TRUE : null);
    }

    private List<DesignVariant> variants(List<DesignVariant> given) {
        Require.size("variants", given, 2, MAX_VARIANTS);
        List<DesignVariant> variants = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String field = "variants[" + i + "]";
            variants.add(variant(field, Require.present(field, given.get(i))));
        }
        Require.distinct(ProblemCode.DUPLICATE, "variants", variants, DesignVariant::key);
        if (variants.stream().allMatch(variant -> Objects.equals(variant.weight(), 0L))) {
            throw ProblemException.of(ProblemCode.WEIGHTS_ZERO, "variants[].weight", 0, "at least one weight above 0");
        }
        return variants;
    }

    private DesignVariant variant(String field, DesignVariant given) {
        // What was assigned elsewhere keeps its names, such as "No E-Mail".
        String key = imported ? Require.name(field + ".key", given.key()) : Require.key(field + ".key", given.key());
        long weight = Require.present(field + ".weight", given.weight());
        if (weight < 0 || weight > PhaseVariant.MAX_WEIGHT) {
            throw ProblemException.of(
                    ProblemCode.NUMBER_RANGE, field + ".weight", weight, "whole, 0 to " + PhaseVariant.MAX_WEIGHT);
        }
        boolean valueNeeded = !imported || CoreJson.isPresent(given.value());
        JsonNode value =
                valueNeeded ? CoreJson.node(Payload.require(flag.type(), field + ".value", given.value())) : null;
        String name = given.name() == null ? null : Require.name(field + ".name", given.name());
        return new DesignVariant(key, weight, value, name);
    }

    private static String control(@Nullable String given, List<DesignVariant> variants) {
        String first = String.valueOf(variants.getFirst().key());
        String control = given == null ? first : given;
        if (variants.stream().noneMatch(variant -> control.equals(variant.key()))) {
            throw ProblemException.of(ProblemCode.CONTROL_UNKNOWN, "control", control, "the key of a variant");
        }
        return control;
    }

    private static List<MetricUse> metrics(List<MetricUse> given) {
        Require.size("metrics", given, 0, MAX_METRICS);
        List<MetricUse> metrics = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String field = "metrics[" + i + "]";
            MetricUse use = Require.present(field, given.get(i));
            String usual = (i == 0 ? MetricRole.SUCCESS : MetricRole.SECONDARY).key();
            metrics.add(new MetricUse(
                    Require.key(field + ".key", use.key()),
                    use.version(),
                    use.role() == null ? usual : Require.oneOf(field + ".role", use.role(), ROLES),
                    use.means() == null
                            ? MeansMethod.GUARDED.key()
                            : Require.oneOf(field + ".means", use.means(), MEANS)));
        }
        return Require.distinct(ProblemCode.DUPLICATE, "metrics", metrics, MetricUse::key);
    }

    private static final List<String> ROLES =
            Arrays.stream(MetricRole.values()).map(MetricRole::key).toList();
    private static final List<String> MEANS =
            Arrays.stream(MeansMethod.values()).map(MeansMethod::key).toList();

    private static List<DimensionUse> dimensions(List<DimensionUse> given) {
        Require.size("dimensions", given, 0, MAX_DIMENSIONS);
        List<DimensionUse> dimensions = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String field = "dimensions[" + i + "]";
            DimensionUse use = Require.present(field, given.get(i));
            String key = Require.name(field + ".key", use.key());
            List<String> values = Require.present(field + ".values", use.values());
            Require.size(field + ".values", values, 1, Dimension.MAX_VALUES);
            Require.names(field + ".values", values);
            Require.distinct(ProblemCode.DUPLICATE, field + ".values", values, value -> value);
            dimensions.add(new DimensionUse(key, values));
        }
        return Require.distinct(ProblemCode.DUPLICATE, "dimensions", dimensions, DimensionUse::key);
    }

    private static List<String> covariates(List<String> given) {
        Require.size("covariates", given, 0, PhaseFacts.MAX_COVARIATES);
        Require.names("covariates", given);
        return Require.distinct(ProblemCode.DUPLICATE, "covariates", given, name -> name);
    }

    private static PlanBody plan(@Nullable PlanBody given) {
        double alpha = given == null || given.alpha() == null ? Plan.DEFAULT.alpha() : given.alpha();
        double power = given == null || given.power() == null ? Plan.DEFAULT.power() : given.power();
        if (!(alpha > 0 && alpha <= 0.5)) {
            throw ProblemException.of(ProblemCode.NUMBER_RANGE, "plan.alpha", alpha, "above 0, at most 0.5");
        }
        if (!(power >= 0.5 && power < 1)) {
            throw ProblemException.of(ProblemCode.NUMBER_RANGE, "plan.power", power, "from 0.5, below 1");
        }
        return new PlanBody(alpha, power);
    }

    private static @Nullable Instant startsAt(@Nullable Instant given) {
        if (given != null && (given.isBefore(EARLIEST) || !given.isBefore(LATEST))) {
            throw ProblemException.of(ProblemCode.TIME_RANGE, "startsAt", given, "between 1970 and 2100");
        }
        return given == null ? null : given.truncatedTo(ChronoUnit.MILLIS);
    }

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
}
