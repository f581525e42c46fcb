package io.touchstone.vectors;

import io.touchstone.statistics.sequential.Boundary;
import io.touchstone.statistics.sequential.GroupSequentialDesign;
import io.touchstone.statistics.sequential.LookSchedule;
import io.touchstone.statistics.sequential.Sides;
import io.touchstone.statistics.sequential.Spending;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class LanDeMets implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        GroupSequentialDesign design = new GroupSequentialDesign(
                spending(vector.word("spending", "obf", "pocock")),
                vector.alpha().value(),
                vector.sides(Sides.TWO));
        double[] fractions = Field.numbers(vector.parameters(), "information_fractions");
        List<@Nullable Double> z = new ArrayList<>();
        List<Double> spent = new ArrayList<>();
        List<@Nullable Double> nominal = new ArrayList<>();
        for (Boundary boundary : design.boundaries(LookSchedule.ofFractions(fractions))) {
            z.add(boundary.z().isPresent() ? boundary.z().getAsDouble() : null);
            spent.add(boundary.spent());
            nominal.add(boundary.nominalP().isPresent() ? boundary.nominalP().getAsDouble() : null);
        }
        return Answer.values().put("z", z).put("alpha_spent_cumulative", spent).put("nominal_p", nominal);
    }

    private static Spending spending(String name) {
        return switch (name) {
            case "obf" -> new Spending.OBrienFleming();
            default -> new Spending.Pocock();
        };
    }
}
