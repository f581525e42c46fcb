package io.touchstone.standalone.demo;

import io.touchstone.core.condition.ConditionCodec;
import io.touchstone.model.catalog.DayRange;
import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.Window;
import io.touchstone.standalone.demo.shop.History;
import io.touchstone.standalone.demo.shop.Label;
import io.touchstone.standalone.demo.shop.Language;
import io.touchstone.standalone.demo.shop.ShopMetric;
import io.touchstone.standalone.demo.shop.Tactic;
import io.touchstone.standalone.importing.ControlPlane;
import io.touchstone.standalone.importing.ImportStop;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Builds the shop through the control plane: what is there already stays as it is. */
final class ShopSetup {
    static final String PROJECT = "camellia-tea";
    static final String ENVIRONMENT = "production";

    private static final Label SHOP = new Label("山茶茶饮", "Camellia Tea");
    private static final Label PRODUCTION = new Label("线上", "Production");
    private static final int SLOTS = 1_000_000;

    private final ControlPlane plane;
    private final History history;
    private final Language language;
    private final JsonMapper json = JsonMapper.builder().build();

    ShopSetup(ControlPlane plane, History history, Language language) {
        this.plane = plane;
        this.history = history;
        this.language = language;
    }

    void build() throws ImportStop, InterruptedException {
        if (plane.project().isEmpty()) {
            plane.createProject(named(PROJECT, SHOP));
        }
        if (plane.environment(ENVIRONMENT).isEmpty()) {
            plane.createEnvironment(named(ENVIRONMENT, PRODUCTION).put("zone", History.ZONE.getId()));
        }
        for (ShopMetric metric : ShopMetric.values()) {
            if (plane.metric(metric.key()).isEmpty()) {
                plane.createMetric(metric(metric.definition(language)));
            }
        }
        for (Tactic tactic : Tactic.values()) {
            build(tactic);
        }
    }

    private void build(Tactic tactic) throws ImportStop, InterruptedException {
        if (plane.flag(tactic.flag()).isEmpty()) {
            plane.createFlag(named(tactic.flag(), tactic.label())
                    .put("type", "string")
                    .put("default", tactic.arms().getFirst().value()));
        }
        if (plane.layer(tactic.layer()).isEmpty()) {
            plane.createLayer(plane.object().put("key", tactic.layer()));
        }
        if (plane.experiment(tactic.key()).isEmpty()) {
            plane.createExperiment(experiment(tactic));
        }
        boolean draft = plane.experiment(tactic.key())
                .filter(found -> found.path("state").asString("").equals("draft"))
                .isPresent();
        if (draft) {
            plane.start(tactic.key());
        }
    }

    private ObjectNode experiment(Tactic tactic) {
        ObjectNode body = named(tactic.key(), tactic.label())
                .put("flag", tactic.flag())
                .put("layer", tactic.layer())
                .put("backfill", true)
                .put("startsAt", history.begin().toString());
        body.putArray("slots").addArray().add(0).add(SLOTS);
        body.set(
                "audience",
                json.readTree(ConditionCodec.write(tactic.audience()).toJson()));
        ArrayNode variants = body.putArray("variants");
        for (Tactic.Arm arm : tactic.arms()) {
            variants.addObject()
                    .put("key", arm.key())
                    .put("name", arm.label().in(language))
                    .put("weight", 1)
                    .put("value", arm.value());
        }
        ArrayNode metrics = body.putArray("metrics");
        for (Tactic.Use use : tactic.metrics()) {
            metrics.addObject()
                    .put("key", use.metric().key())
                    .put("role", use.role().key());
        }
        return body;
    }

    private ObjectNode metric(MetricDefinition metric) {
        ObjectNode body = plane.object()
                .put("key", metric.key())
                .put("name", metric.name())
                .put("kind", metric.kind().key())
                .put("event", metric.event())
                .put("direction", metric.direction().key())
                .put("unit", metric.unit())
                .put("range", metric.range().key());
        Window window = metric.window();
        if (window != null) {
            body.putObject("window")
                    .put("delayMillis", window.delayMillis())
                    .put("lengthMillis", window.lengthMillis());
        }
        DayRange days = metric.days();
        if (days != null) {
            body.putArray("days").add(days.from()).add(days.to());
        }
        Double cap = metric.cap();
        if (cap != null) {
            body.put("cap", cap.doubleValue());
        }
        return body;
    }

    private ObjectNode named(String key, Label name) {
        return plane.object().put("key", key).put("name", name.in(language));
    }
}
