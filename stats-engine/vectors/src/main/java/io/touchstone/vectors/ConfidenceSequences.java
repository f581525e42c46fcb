package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.statistics.Alpha;
import io.touchstone.statistics.Comparison;
import io.touchstone.statistics.DifferenceTest;
import io.touchstone.statistics.Estimated;
import io.touchstone.statistics.Interval;
import io.touchstone.statistics.Moments;
import io.touchstone.statistics.NotEstimable;
import io.touchstone.statistics.Result;
import io.touchstone.statistics.WelchTest;
import io.touchstone.statistics.sequential.NormalMixture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class ConfidenceSequences implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        double target = vector.parameter("tuned_for_n");
        NormalMixture mixture =
                vector.word("rho_method", "exact", "approximate").equals("exact")
                        ? NormalMixture.tunedExactly(target, vector.alpha())
                        : NormalMixture.tuned(target, vector.alpha());
        Answer.Values values = Answer.values().put("rho", 1 / Math.sqrt(mixture.rho()));
        return vector.word("samples", "one", "two").equals("one")
                ? oneSample(vector, mixture, values)
                : looks(vector, mixture, values);
    }

    private static Answer oneSample(VectorCase vector, NormalMixture mixture, Answer.Values values) {
        Moments moments = Arms.moments(vector.inputs());
        long n = moments.n();
        if (n < 2 || moments.m2() == 0) {
            return new Answer.None("no standard error: " + moments);
        }
        double mean = moments.mean();
        double error = Math.sqrt(moments.estimate().varianceOfMean());
        double half = error * mixture.multiplier(n, vector.alpha());
        return values.put("halfwidth", half)
                .put("ci", new Interval(mean - half, mean + half))
                .put("p_value_null_0", mixture.p(mean / error, n))
                .put("lower_one_sided", mean - error * mixture.oneSidedMultiplier(n, vector.alpha()))
                .put("fixed_n_ci_halfwidth", error * vector.alpha().z());
    }

    private static Answer looks(VectorCase vector, NormalMixture mixture, Answer.Values values) {
        List<Map<String, Object>> looks = new ArrayList<>();
        double running = 1;
        for (JsonNode node : Field.of(vector.inputs(), "looks")) {
            Moments control = Arms.moments(node, "c");
            Moments treatment = Arms.moments(node, "t");
            Result<Comparison> result = WelchTest.compare(control, treatment, vector.alpha());
            switch (result) {
                case NotEstimable<Comparison> missing -> {
                    return new Answer.None(missing.text());
                }
                case Estimated<Comparison>(Comparison comparison) -> {
                    if (comparison.test() instanceof NotEstimable<DifferenceTest> missing) {
                        return new Answer.None(missing.text());
                    }
                    double error = comparison.test().found().orElseThrow().standardError();
                    long units = control.n() + treatment.n();
                    running = Math.min(running, mixture.p(comparison.difference() / error, units));
                    Map<String, Object> look = look(comparison.difference(), error, units, mixture, vector.alpha());
                    look.put("p_value_running", running);
                    looks.add(look);
                }
            }
        }
        return values.put("looks", looks);
    }

    private static Map<String, Object> look(
            double difference, double error, long units, NormalMixture mixture, Alpha alpha) {
        double half = error * mixture.multiplier(units, alpha);
        Map<String, Object> look = new LinkedHashMap<>();
        look.put("diff", difference);
        look.put("se", error);
        look.put("halfwidth", half);
        look.put("ci", List.of(difference - half, difference + half));
        look.put("p_value_at_look", mixture.p(difference / error, units));
        look.put("significant", Math.abs(difference) > half);
        return look;
    }
}
