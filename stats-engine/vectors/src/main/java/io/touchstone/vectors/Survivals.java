package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.survival.LifeTable;
import io.touchstone.statistics.survival.LogRank;
import io.touchstone.statistics.survival.LogRankTest;
import io.touchstone.statistics.survival.SurvivalCurve;
import io.touchstone.statistics.survival.SurvivalError;
import io.touchstone.statistics.survival.SurvivalPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

final class Survivals implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        LifeTable control = table(vector, 0);
        LifeTable treatment = table(vector, 1);
        return Answer.of(
                SurvivalCurve.of(control),
                c -> Answer.of(SurvivalCurve.of(treatment), t -> Answer.values()
                        .put("control", curve(vector, c))
                        .put("treatment", curve(vector, t))
                        .put("logrank", LogRankTest.test(control, treatment), Survivals::logRank)));
    }

    private static LifeTable table(VectorCase vector, int group) {
        JsonNode inputs = vector.inputs();
        List<LifeTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < Field.rows(inputs, "time", "event", "group"); i++) {
            double time = Field.number(Field.of(inputs, "time").get(i));
            long event = happened(Field.of(inputs, "event").get(i));
            long own = Field.whole(Field.of(inputs, "group").get(i));
            if (own != 0 && own != 1) {
                throw new UnmappedException("group: " + own);
            }
            if (own == group) {
                rows.add(new LifeTable.Row(time, event, 1 - event));
            }
        }
        return LifeTable.of(rows);
    }

    private static long happened(JsonNode node) {
        long value = Field.whole(node);
        if (value != 0 && value != 1) {
            throw new IllegalArgumentException("event: " + value + " (expected: 0 or 1)");
        }
        return value;
    }

    private static Map<String, @Nullable Object> curve(VectorCase vector, SurvivalCurve curve) {
        List<Object> points = new ArrayList<>();
        for (JsonNode time : Field.of(vector.parameters(), "at")) {
            points.add(point(curve.at(Field.number(time), vector.alpha())));
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("at", points);
        values.put("median", curve.median().isPresent() ? curve.median().getAsDouble() : null);
        values.put("rmst", curve.areaUpTo(vector.parameter("tau")).mean());
        return values;
    }

    private static Map<String, @Nullable Object> point(SurvivalPoint point) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("time", point.time());
        values.put("at_risk", point.atRisk());
        values.put("survival", point.survival());
        values.put("se", point.error().found().map(SurvivalError::standardError).orElse(null));
        values.put("ci_plain", interval(point.error(), SurvivalError::plain));
        values.put("ci_log", interval(point.error(), SurvivalError::log));
        values.put("ci_loglog", interval(point.error(), SurvivalError::logLog));
        return values;
    }

    private static @Nullable List<Double> interval(
            Result<SurvivalError> error, Function<SurvivalError, Interval> choice) {
        if (error instanceof NotEstimable<SurvivalError>) {
            return null;
        }
        Interval interval = choice.apply(error.found().orElseThrow());
        return List.of(interval.low(), interval.high());
    }

    private static Object logRank(LogRank test) {
        return Map.of(
                "observed_t", test.observed(),
                "expected_t", test.expected(),
                "variance", test.variance(),
                "chi2", test.statistic(),
                "p_value", test.p());
    }
}
