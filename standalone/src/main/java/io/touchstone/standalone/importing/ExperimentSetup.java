package io.touchstone.standalone.importing;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Creates flag, metrics and experiment where they are absent, and refuses those that stand there and differ. */
final class ExperimentSetup {

    private final ControlPlane plane;
    private final ImportOptions options;
    private final Survey survey;
    private final Check check;
    private final String key;

    ExperimentSetup(ControlPlane plane, ImportOptions options, Survey survey, Check check) {
        this.plane = plane;
        this.options = options;
        this.survey = survey;
        this.check = check;
        this.key = options.target().experiment();
    }

    /** The running experiment, with its stored start. */
    StoredExperiment prepare() throws ImportStop, InterruptedException {
        Optional<JsonNode> existing = plane.experiment(key);
        StoredExperiment experiment;
        if (existing.isPresent()) {
            experiment = StoredExperiment.read(existing.get());
            refuseDifferent(experiment);
        } else {
            experiment = create();
        }
        if (experiment.start() == null) {
            plane.start(key);
            experiment = StoredExperiment.read(plane.experiment(key)
                    .orElseThrow(
                            () -> ImportStop.refused("experiment " + key + ": gone (expected: it was just started)")));
        }
        if (experiment.start() == null || !experiment.state().equals("running")) {
            throw ImportStop.refused("experiment " + key + ": is " + experiment.state()
                    + " (expected: running; choose another --experiment)");
        }
        return experiment;
    }

    /** Metric of each outcome, in the order of the layout; looks only, creates nothing. */
    List<String> metricKeys() throws ImportStop, InterruptedException {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < survey.layout().outcomes().size(); i++) {
            keys.add(metric(i).key);
        }
        return keys;
    }

    private StoredExperiment create() throws ImportStop, InterruptedException {
        if (options.mode().append()) {
            throw ImportStop.refused("--append: there is no experiment " + key
                    + " (expected: one that was imported; leave --append out for the first file)");
        }
        if (survey.variants().size() < 2) {
            throw ImportStop.refused("--variant: the only variant is "
                    + survey.variants().getFirst() + " (expected: the control and at least one other)");
        }
        refuseMiscountedWeights(survey.variants().size());
        List<String> metrics = new ArrayList<>();
        for (int i = 0; i < survey.layout().outcomes().size(); i++) {
            metrics.add(createdMetric(i));
        }
        createFlagIfAbsent();
        return StoredExperiment.read(plane.createExperiment(definition(metrics)));
    }

    private ObjectNode definition(List<String> metrics) {
        ObjectNode body = plane.object();
        body.put("key", key).put("name", key).put("flag", key).put("imported", true);
        body.put("control", options.control());
        ArrayNode variants = body.putArray("variants");
        for (int i = 0; i < survey.variants().size(); i++) {
            String variant = survey.variants().get(i);
            int weight = options.weights().isEmpty() ? 1 : options.weights().get(i);
            variants.addObject().put("key", variant).put("weight", weight).put("value", variant);
        }
        ArrayNode list = body.putArray("metrics");
        for (int i = 0; i < metrics.size(); i++) {
            list.addObject().put("key", metrics.get(i)).put("role", "success").put("means", means(i));
        }
        ArrayNode covariates = body.putArray("covariates");
        survey.layout().covariates().forEach(covariate -> covariates.add(covariate.attribute()));
        if (survey.earliest() != null) {
            body.put(
                    "startsAt", survey.earliest().truncatedTo(ChronoUnit.MILLIS).toString());
        }
        return body;
    }

    private String means(int outcome) {
        boolean sum = survey.layout().outcomes().get(outcome).knownKind() == OutcomeKind.SUM;
        return (sum ? options.means() : Means.GUARDED).text();
    }

    private void createFlagIfAbsent() throws ImportStop, InterruptedException {
        Optional<JsonNode> existing = plane.flag(key);
        if (existing.isEmpty()) {
            plane.createFlag(plane.object()
                    .put("key", key)
                    .put("name", key)
                    .put("type", "string")
                    .put("default", options.control()));
        } else if (!existing.get().path("type").asString("").equals("string")) {
            throw ImportStop.refused("flag " + key + ": exists with type "
                    + existing.get().path("type").asString("") + " (expected: string; choose another --experiment)");
        }
    }

    private record Metric(String key, boolean exists) {}

    private String createdMetric(int outcome) throws ImportStop, InterruptedException {
        Metric metric = metric(outcome);
        if (!metric.exists) {
            Layout.Outcome column = survey.layout().outcomes().get(outcome);
            boolean signed = check.magnitude(outcome) != Math.abs(check.total(outcome));
            ObjectNode body = plane.object()
                    .put("key", metric.key)
                    .put("name", CellFormat.label(column.column()))
                    .put("kind", column.knownKind().text())
                    .put("event", column.event())
                    .put("range", signed ? "signed" : "positive");
            if (column.knownKind() == OutcomeKind.CONVERSION) {
                body.put("unit", "%");
            }
            plane.createMetric(body);
        }
        return metric.key;
    }

    /** Metrics are the project's: where another experiment took the column's key, this one's key goes before it. */
    private Metric metric(int outcome) throws ImportStop, InterruptedException {
        Layout.Outcome column = survey.layout().outcomes().get(outcome);
        String own = MetricKey.of(key + "." + column.metric());
        for (String candidate : List.of(column.metric(), own)) {
            Optional<JsonNode> existing = plane.metric(candidate);
            if (existing.isEmpty()) {
                return new Metric(candidate, false);
            }
            if (existing.get().path("event").asString("").equals(column.event())) {
                refuseDifferentMetric(candidate, existing.get(), column);
                return new Metric(candidate, true);
            }
        }
        throw ImportStop.refused("metric " + own + ": exists and measures something else than column " + column.column()
                + " (expected: the event " + column.event() + "; rename the column)");
    }

    private static void refuseDifferentMetric(String key, JsonNode metric, Layout.Outcome column) throws ImportStop {
        String kind = metric.path("kind").asString("");
        if (!kind.equals(column.knownKind().text())) {
            throw ImportStop.refused("metric " + key + ": exists with kind " + kind + " (expected: "
                    + column.knownKind().text() + "; say --outcome " + column.column() + ":" + kind
                    + " or rename the column)");
        }
        for (String extra : List.of("filter", "window", "cap")) {
            if (!metric.path(extra).isMissingNode() && !metric.path(extra).isNull()) {
                throw ImportStop.refused(
                        "metric " + key + ": exists with a " + extra + " (expected: none; rename the column)");
            }
        }
    }

    private void refuseDifferent(StoredExperiment stored) throws ImportStop, InterruptedException {
        if (!stored.imported()) {
            throw different("is not an imported one", "imported");
        }
        if (!stored.control().equals(options.control())) {
            throw different("has control " + stored.control(), options.control());
        }
        refuseDifferentVariants(stored);
        Set<String> metrics = new HashSet<>(metricKeys());
        if (!metrics.equals(stored.metrics().keySet())) {
            throw different(
                    "has outcomes " + String.join(", ", stored.metrics().keySet()), String.join(", ", metricKeys()));
        }
        for (int i = 0; i < metricKeys().size(); i++) {
            String means = stored.metrics().getOrDefault(metricKeys().get(i), "");
            if (!means.equals(means(i))) {
                throw different("tests " + metricKeys().get(i) + " with means " + means, "--means " + means(i));
            }
        }
        List<String> covariates = survey.layout().covariates().stream()
                .map(Layout.Covariate::attribute)
                .toList();
        if (!stored.covariates().equals(covariates)) {
            throw different("has covariates " + stored.covariates(), covariates.toString());
        }
    }

    private void refuseDifferentVariants(StoredExperiment stored) throws ImportStop {
        Set<String> known = stored.weights().keySet();
        boolean fits = options.mode().append()
                ? known.containsAll(survey.variants())
                : known.equals(new HashSet<>(survey.variants()));
        if (!fits) {
            throw different("has variants " + String.join(", ", known), String.join(", ", survey.variants()));
        }
        if (!options.weights().isEmpty()) {
            refuseMiscountedWeights(known.size());
            if (!options.weights().equals(List.copyOf(stored.weights().values()))) {
                throw different(
                        "has weights " + stored.weights().values(),
                        options.weights().toString());
            }
        }
    }

    private void refuseMiscountedWeights(int variants) throws ImportStop {
        int weights = options.weights().size();
        if (weights != 0 && weights != variants) {
            throw ImportStop.usage("--weights: " + Numbers.counted(weights, "weight") + " (expected: " + variants
                    + ", for " + String.join(", ", survey.variants()) + ")");
        }
    }

    private ImportStop different(String stands, String expected) {
        return ImportStop.refused("experiment " + key + ": exists and " + stands + " (expected: " + expected
                + "; choose another --experiment)");
    }
}
