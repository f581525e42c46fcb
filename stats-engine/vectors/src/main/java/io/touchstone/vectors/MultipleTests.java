package io.touchstone.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.statistics.multiplicity.AdjustedP;
import io.touchstone.statistics.multiplicity.Correction;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

final class MultipleTests implements Adapter {
    @Override
    public Answer answer(VectorCase vector) {
        List<OptionalDouble> pValues = new ArrayList<>();
        for (JsonNode p : Field.of(vector.inputs(), "p_values")) {
            pValues.add(p.isNull() ? OptionalDouble.empty() : OptionalDouble.of(Field.number(p)));
        }
        double alpha = vector.alpha().value();
        List<OptionalDouble> holm = AdjustedP.adjust(Correction.HOLM, pValues);
        List<OptionalDouble> bh = AdjustedP.adjust(Correction.BENJAMINI_HOCHBERG, pValues);
        return Answer.values()
                .put("bonferroni", numbers(AdjustedP.adjust(Correction.BONFERRONI, pValues)))
                .put("holm", numbers(holm))
                .put("reject_holm", rejections(holm, alpha))
                .put("bh", numbers(bh))
                .put("reject_bh", rejections(bh, alpha))
                .put("by", numbers(AdjustedP.adjust(Correction.BENJAMINI_YEKUTIELI, pValues)));
    }

    private static List<@Nullable Double> numbers(List<OptionalDouble> adjusted) {
        List<@Nullable Double> list = new ArrayList<>();
        for (OptionalDouble p : adjusted) {
            list.add(p.isPresent() ? p.getAsDouble() : null);
        }
        return list;
    }

    private static List<@Nullable Boolean> rejections(List<OptionalDouble> adjusted, double alpha) {
        List<@Nullable Boolean> list = new ArrayList<>();
        for (OptionalDouble p : adjusted) {
            list.add(p.isPresent() ? p.getAsDouble() <= alpha : null);
        }
        return list;
    }
}
