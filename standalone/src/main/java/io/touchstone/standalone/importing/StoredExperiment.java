package io.touchstone.standalone.importing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An experiment as the control plane answers it; the one class that knows its JSON.
 *
 * @param imported assigned elsewhere
 * @param state draft, running and so on
 * @param flag the flag it stands on
 * @param unitType what was randomised
 * @param control key of the control
 * @param weights weight of each variant, in list order
 * @param metrics how the means of each metric are tested, by its key
 * @param covariates profile attributes
 * @param phase number of its last phase; 0 before the start
 * @param start declared start of that phase; absent before the start
 */
record StoredExperiment(
        boolean imported,
        String state,
        String flag,
        String unitType,
        String control,
        Map<String, Integer> weights,
        Map<String, String> metrics,
        List<String> covariates,
        int phase,
        @Nullable Instant start) {

    static StoredExperiment read(JsonNode json) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        for (JsonNode variant : json.path("variants")) {
            weights.put(variant.path("key").asString(""), variant.path("weight").asInt(0));
        }
        Map<String, String> metrics = new LinkedHashMap<>();
        for (JsonNode metric : json.path("metrics")) {
            metrics.put(metric.path("key").asString(""), metric.path("means").asString(Means.GUARDED.text()));
        }
        List<String> covariates = new ArrayList<>();
        json.path("covariates").forEach(one -> covariates.add(one.asString("")));
        JsonNode phases = json.path("phases");
        JsonNode last = phases.isEmpty() ? phases : phases.get(phases.size() - 1);
        String start = last.path("startsAt").asString("");
        return new StoredExperiment(
                json.path("imported").asBoolean(false),
                json.path("state").asString(""),
                json.path("flag").asString(""),
                json.path("unitType").asString("user"),
                json.path("control").asString(""),
                weights,
                metrics,
                covariates,
                last.path("number").asInt(0),
                start.isEmpty() ? null : Instant.parse(start));
    }
}
