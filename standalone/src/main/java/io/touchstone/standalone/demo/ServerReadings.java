package io.touchstone.standalone.demo;

import io.touchstone.standalone.demo.count.Reading;
import io.touchstone.standalone.demo.shop.TrueEffect;
import io.touchstone.standalone.importing.ControlPlane;
import io.touchstone.standalone.importing.ImportStop;
import io.touchstone.statistics.Interval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The estimates as the server reports them, each beside its truth. */
final class ServerReadings {
    private ServerReadings() {}

    /** As of a day; an effect without an estimate is left out. */
    static List<Reading> of(ControlPlane plane, LocalDate day) throws ImportStop, InterruptedException {
        Map<String, JsonNode> reports = new HashMap<>();
        List<Reading> readings = new ArrayList<>();
        for (TrueEffect truth : TrueEffect.all()) {
            String key = truth.tactic().key();
            JsonNode report = reports.get(key);
            if (report == null) {
                report = plane.report(key, day).orElse(MissingNode.getInstance());
                reports.put(key, report);
            }
            JsonNode absolute = absolute(report, truth);
            if (absolute.path("estimate").isNumber()) {
                readings.add(new Reading(truth, absolute.path("estimate").asDouble(), interval(absolute)));
            }
        }
        return readings;
    }

    private static JsonNode absolute(JsonNode report, TrueEffect truth) {
        for (JsonNode metric : report.path("metrics")) {
            for (JsonNode variant : metric.path("variants")) {
                if (metric.path("key").asString("").equals(truth.metric().key())
                        && variant.path("key").asString("").equals(truth.arm())) {
                    return variant.path("absolute");
                }
            }
        }
        return MissingNode.getInstance();
    }

    private static Optional<Interval> interval(JsonNode absolute) {
        return absolute.path("low").isNumber() && absolute.path("high").isNumber()
                ? Optional.of(new Interval(
                        absolute.path("low").asDouble(), absolute.path("high").asDouble()))
                : Optional.empty();
    }
}
