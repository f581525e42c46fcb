package io.touchstone.standalone.importing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a usable row says.
 *
 * @param number the row's number over all files of the experiment, from 1
 * @param line physical line on which it begins
 * @param unit id of the unit
 * @param variant the arm
 * @param time instant of the exposure; absent: the start of the experiment
 * @param outcomes one a column, in the order of the layout: 1 for a conversion, the amount of a sum; null: nothing happened
 * @param covariates one a column, in the order of the layout; null: not known
 */
record UnitRow(
        long number,
        long line,
        String unit,
        String variant,
        @Nullable Instant time,
        List<@Nullable Double> outcomes,
        List<@Nullable Double> covariates) {}
