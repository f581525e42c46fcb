package io.touchstone.standalone.importing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a report says about how much has been counted.
 *
 * @param units units over all variants
 * @param totals sum over all units of each metric: conversions, or amounts
 * @param through every event acknowledged before is counted; absent where the report does not say
 * @param answeredAt when the server answered, by its own clock; absent where the report does not say
 */
record CountedReport(long units, Map<String, Double> totals, Optional<Instant> through, Optional<Instant> answeredAt) {

    /** No report yet. */
    static final CountedReport NOTHING = new CountedReport(0, Map.of(), Optional.empty(), Optional.empty());

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
        String text = report.at("/freshness/countedThrough").asString("");
        Optional<Instant> through = text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        long lag = report.at("/freshness/lagMillis").asLong(0);
        return new CountedReport(most, totals, through, through.map(instant -> instant.plusMillis(lag)));
    }

    /** Whether the numbers are the same, whatever arrived elsewhere. */
    boolean sameNumbers(CountedReport other) {
        return units == other.units && totals.equals(other.totals);
    }
}
