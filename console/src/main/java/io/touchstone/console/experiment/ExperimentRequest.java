package io.touchstone.console.experiment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An experiment as people write it.
 *
 * @param key 1 to 128 of {@code a-z 0-9 _ . -}
 * @param name for people; absent: the key
 * @param flag key of a flag of the project
 * @param unitType what is randomised; absent: {@code user}
 * @param layer key of a layer; absent: {@code default}
 * @param slots half-open ranges of millionths; absent: all of the layer
 * @param variants 2 to 20
 * @param control key of the control; absent: the first variant
 * @param audience a condition; absent: everyone
 * @param metrics at least one before a start
 * @param dimensions at most 20
 * @param covariates at most 4 numeric profile attributes
 * @param plan what is fixed before the start
 * @param imported assigned elsewhere: takes no slots and no rule
 * @param startsAt when it starts; in the past for imported ones and with {@code backfill} only; absent: with the call of start
 * @param backfill its first phase began at {@code startsAt}, in the past: an import brings what happened since
 */
public record ExperimentRequest(
        @Nullable String key,
        @Nullable String name,
        @Nullable String flag,
        @Nullable String unitType,
        @Nullable String layer,
        @Nullable List<List<Long>> slots,
        @Nullable List<DesignVariant> variants,
        @Nullable String control,
        @Nullable JsonNode audience,
        @Nullable List<MetricUse> metrics,
        @Nullable List<DimensionUse> dimensions,
        @Nullable List<String> covariates,
        @Nullable PlanBody plan,
        @Nullable Boolean imported,
        @Nullable Instant startsAt,
        @Nullable Boolean backfill) {}
