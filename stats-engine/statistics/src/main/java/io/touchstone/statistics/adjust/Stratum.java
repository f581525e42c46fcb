package io.touchstone.statistics.adjust;

import io.touchstone.statistics.Moments;

/**
 * The units of one level of a declared dimension, known before exposure.
 *
 * @param name of the level; missing is a level
 * @param control moments of the control's units
 * @param treatment moments of the treatment's units
 */
public record Stratum(String name, Moments control, Moments treatment) {

    /** Units of both arms. */
    public long units() {
        return Math.addExact(control.n(), treatment.n());
    }
}
