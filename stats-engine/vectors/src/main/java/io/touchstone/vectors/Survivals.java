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
        JsonNode times = vector.inputs().required("time");
        List<LifeTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            if (vector.inputs().required("group").get(i).intValue() == group) {
                int event = vector.inputs().required("event").get(i).intValue();
                rows.add(new LifeTable.Row(times.get(i).doubleValue(), event, 1 - event));
            }
        }
        return LifeTable.of(rows);
    }

    private static Map<String, @Nullable Object> curve(VectorCase vector, SurvivalCurve curve) {
        List<Object> points = new ArrayList<>();
        for (JsonNode time : vector.parameters().required("at")) {
            points.add(point(curve.at(time.doubleValue(), vector.alpha())));
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
