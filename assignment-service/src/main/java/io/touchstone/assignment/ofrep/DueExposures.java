package io.touchstone.assignment.ofrep;

import io.touchstone.assignment.exposure.PendingExposure;
import io.touchstone.assignment.publication.Snapshot;
import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.evaluation.Decision;
import io.touchstone.core.evaluation.DueExposure;
import io.touchstone.core.evaluation.Reason;
import io.touchstone.model.record.TopicRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a decision has to record: who met what, with those attributes that results are sliced by and no others. */
final class DueExposures {
    private static final int MAX_VALUE_CHARACTERS = 256;

    private DueExposures() {}

    static List<PendingExposure> of(Snapshot snapshot, Decision decision, EvaluationContext context, long now) {
        if (decision.exposures().isEmpty()) {
            return List.of();
        }
        List<PendingExposure> pending = new ArrayList<>(decision.exposures().size());
        for (DueExposure due : decision.exposures()) {
            String unit = unit(context.units(), due);
            if (unit != null) {
                TopicRecord.Exposure body = body(snapshot, decision, due, context.attributes());
                pending.add(new PendingExposure(due.unitType(), unit, now, decision.config(), body));
            }
        }
        return pending;
    }

    private static @Nullable String unit(Units units, DueExposure due) {
        return units.get(due.unitType());
    }

    private static TopicRecord.Exposure body(
            Snapshot snapshot, Decision decision, DueExposure due, Attributes attributes) {
        boolean own = due.experiment().equals(decision.experiment());
        return new TopicRecord.Exposure(
                own ? decision.flag() : "",
                due.experiment(),
                due.phase(),
                due.variant(),
                (own ? Reason.EXPERIMENT : Reason.HOLDOUT).wireName(),
                null,
                only(snapshot.dimensions(due.experiment(), due.phase()), attributes));
    }

    private static Attributes only(List<String> names, Attributes attributes) {
        Attributes.Builder kept = Attributes.builder();
        for (String name : names) {
            switch (attributes.get(name)) {
                case String text when text.length() <= MAX_VALUE_CHARACTERS -> kept.put(name, text);
                case Double number -> kept.put(name, number);
                case Boolean bool -> kept.put(name, bool);
                case null, default -> {} // no slice can have it as its value
            }
        }
        return kept.build();
    }
}
