package io.touchstone.standalone.importing;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a report says about how much has been counted.
 *
 * @param units units over all variants
 * @param totals sum over all units of each metric: conversions, or amounts
 * @param through arrival of the newest event that is counted; empty where the report does not say
 */
record CountedReport(long units, Map<String, Double> totals, String through) {

    CountedReport {
        totals = Map.copyOf(totals);
    }

    static CountedReport read(JsonNode report) {
        long most = 0;
        Map<String, Double> totals = new LinkedHashMap<>();
        for (JsonNode metric : report.path("metrics")) {
            long units = 0;
            double total = 0;
            for (JsonNode variant : metric.path("variants")) {
                long counted = variant.path("units").asLong(0);
                units += counted;
                total += variant.has("count")
                        ? variant.path("count").asDouble(0)
                        : variant.path("value").asDouble(0) * counted;
            }
            most = Math.max(most, units);
            totals.put(metric.path("key").asString(""), total);
        }
        return new CountedReport(
                most, totals, report.at("/freshness/countedThrough").asString(""));
    }

    /** Whether the numbers are the same, whatever arrived elsewhere. */
    boolean sameNumbers(CountedReport other) {
        return units == other.units && totals.equals(other.totals);
    }
}
