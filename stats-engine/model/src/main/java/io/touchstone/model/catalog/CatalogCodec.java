package io.touchstone.model.catalog;

import io.touchstone.core.input.FaultCode;
import io.touchstone.core.input.InvalidInputException;
import io.touchstone.core.json.CanonicalJson;
import io.touchstone.core.json.Fields;
import io.touchstone.core.json.JsonArray;
import io.touchstone.core.json.JsonObject;
import io.touchstone.core.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The canonical JSON of a {@link Catalog}; {@code docs/formats/catalog.md}. */
public final class CatalogCodec {

    private CatalogCodec() {}

    /** @throws InvalidInputException if the bytes are no catalog of a schema this program knows */
    public static Catalog read(byte[] utf8) {
        Fields root = Fields.of("", CanonicalJson.read(utf8));
        root.schema(Catalog.SCHEMA);
        Fields environment = root.object("environment");
        return new Catalog(
                root.integer("version", 1, Long.MAX_VALUE),
                (int) environment.integer("number", 1, Integer.MAX_VALUE),
                environment.text("key"),
                zone(environment),
                root.objects("metrics", MetricCodec::read),
                root.objects("experiments", CatalogCodec::readExperiment));
    }

    /** Canonical bytes: the same catalog always gives the same ones. */
    public static byte[] write(Catalog catalog) {
        return CanonicalJson.write(JsonObject.builder()
                .put("schema", Catalog.SCHEMA)
                .put("version", catalog.version())
                .put(
                        "environment",
                        JsonObject.builder()
                                .put("number", catalog.environment())
                                .put("key", catalog.environmentKey())
                                .put("zone", catalog.zone().getId())
                                .build())
                .put("metrics", array(catalog.metrics(), MetricCodec::write))
                .put("experiments", array(catalog.experiments(), CatalogCodec::writeExperiment))
                .build());
    }

    private static ZoneId zone(Fields environment) {
        String zone = environment.text("zone");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw InvalidInputException.of(FaultCode.ZONE_UNKNOWN, environment.path("zone"), zone, "an IANA time zone");
        }
    }

    private static ExperimentFacts readExperiment(Fields in) {
        return new ExperimentFacts(
                in.text("key"),
                in.text("flag"),
                in.text("unitType"),
                in.bool("imported", false),
                in.objects("phases", CatalogCodec::readPhase));
    }

    private static PhaseFacts readPhase(Fields in) {
        int number = (int) in.integer("number", 1, Integer.MAX_VALUE);
        PhaseState state = in.word("state", List.of(PhaseState.values()), PhaseState::key);
        int generation = (int) in.integer("generation", 1, Integer.MAX_VALUE);
        String control = in.text("control");
        List<PhaseVariant> variants = in.objects("variants", CatalogCodec::readVariant);
        Instant startsAt = in.instant("startsAt");
        Instant activeFrom = in.instant("activeFrom");
        @Nullable Instant endedAt = in.optionalInstant("endedAt");
        List<PhaseMetric> metrics = in.objects("metrics", CatalogCodec::readPhaseMetric);
        List<Dimension> dimensions = in.objects("dimensions", CatalogCodec::readDimension);
        List<String> covariates = in.texts("covariates");
        Plan plan = readPlan(in);
        return in.build(() -> new PhaseFacts(
                number,
                state,
                generation,
                control,
                variants,
                startsAt,
                activeFrom,
                endedAt,
                metrics,
                dimensions,
                covariates,
                plan));
    }

    private static PhaseVariant readVariant(Fields in) {
        return new PhaseVariant(in.text("key"), (int) in.integer("weight", 0, PhaseVariant.MAX_WEIGHT));
    }

    private static PhaseMetric readPhaseMetric(Fields in) {
        return new PhaseMetric(
                new MetricRef(in.text("key"), (int) in.integer("version", 1, Integer.MAX_VALUE)),
                in.word("role", List.of(MetricRole.values()), MetricRole::key),
                in.word("means", List.of(MeansMethod.values()), MeansMethod::key));
    }

    private static Dimension readDimension(Fields in) {
        String key = in.text("key");
        List<String> values = in.texts("values");
        return in.build(() -> new Dimension(key, values));
    }

    private static Plan readPlan(Fields phase) {
        Fields in = phase.object("plan");
        double alpha = in.number("alpha");
        double power = in.number("power");
        return in.build(() -> new Plan(alpha, power));
    }

    private static JsonObject writeExperiment(ExperimentFacts experiment) {
        return JsonObject.builder()
                .put("key", experiment.key())
                .put("flag", experiment.flag())
                .put("unitType", experiment.unitType())
                .put("imported", experiment.imported())
                .put("phases", array(experiment.phases(), CatalogCodec::writePhase))
                .build();
    }

    private static JsonObject writePhase(PhaseFacts phase) {
        JsonObject.Builder out = JsonObject.builder()
                .put("number", phase.number())
                .put("state", phase.state().key())
                .put("generation", phase.generation())
                .put("control", phase.control())
                .put("variants", array(phase.variants(), variant -> JsonObject.builder()
                        .put("key", variant.key())
                        .put("weight", variant.weight())
                        .build()))
                .put("startsAt", phase.startsAt().toString())
                .put("activeFrom", phase.activeFrom().toString())
                .put("metrics", array(phase.metrics(), CatalogCodec::writePhaseMetric))
                .put("dimensions", array(phase.dimensions(), dimension -> JsonObject.builder()
                        .put("key", dimension.key())
                        .put("values", array(dimension.values(), JsonValue::of))
                        .build()))
                .put("covariates", array(phase.covariates(), JsonValue::of))
                .put(
                        "plan",
                        JsonObject.builder()
                                .put("alpha", phase.plan().alpha())
                                .put("power", phase.plan().power())
                                .build());
        if (phase.endedAt() != null) {
            out.put("endedAt", phase.endedAt().toString());
        }
        return out.build();
    }

    private static JsonObject writePhaseMetric(PhaseMetric used) {
        return JsonObject.builder()
                .put("key", used.metric().key())
                .put("version", used.metric().version())
                .put("role", used.role().key())
                .put("means", used.means().key())
                .build();
    }

    static <T> JsonArray array(List<T> values, Function<T, JsonValue> write) {
        return new JsonArray(values.stream().map(write).toList());
    }
}
