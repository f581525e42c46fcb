package io.touchstone.core.evaluation;

import io.touchstone.core.bucketing.Bucketing;
import io.touchstone.core.bucketing.Units;
import io.touchstone.core.datafile.Holdout;
import org.jspecify.annotations.Nullable;

/** A holdout made ready. */
final class CompiledHoldout {
    private final Bucketing bucketing;
    private final String unitType;
    private final int statusQuoEnd;
    private final int allShippedEnd;
    private final long activeFromMillis;
    private final DueExposure statusQuo;
    private final DueExposure allShipped;

    CompiledHoldout(Holdout holdout) {
        this.bucketing = new Bucketing(holdout.salt());
        this.unitType = holdout.unitType();
        this.statusQuoEnd = holdout.statusQuo();
        this.allShippedEnd = holdout.statusQuo() + holdout.allShipped();
        this.activeFromMillis = holdout.activeFrom().toEpochMilli();
        this.statusQuo = new DueExposure(holdout.key(), 1, DueExposure.STATUS_QUO, unitType);
        this.allShipped = new DueExposure(holdout.key(), 1, DueExposure.ALL_SHIPPED, unitType);
    }

    /** The part the unit is in; null if it is not held out. */
    @Nullable
    DueExposure part(Units units, long epochMillis) {
        String unit = units.get(unitType);
        if (unit == null || epochMillis < activeFromMillis) {
            return null;
        }
        int bucket = bucketing.bucket(unit);
        if (bucket >= allShippedEnd) {
            return null;
        }
        return bucket < statusQuoEnd ? statusQuo : allShipped;
    }
}
