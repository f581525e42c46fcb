package io.touchstone.standalone.demo.shop;

import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;

/**
 * Somebody who meets a tactic once.
 *
 * @param tactic which
 * @param number her luck's: from 0 within the tactic for customers of the history, beyond all of them for newcomers
 * @param id as the shop knows her
 * @param city where she lives
 * @param met when she meets it, epoch milliseconds
 */
public record Customer(Tactic tactic, long number, String id, String city, long met) {

    /** What she is for the evaluator. */
    public Units units() {
        return Units.user(id);
    }

    /** What audiences look at. */
    public Attributes attributes() {
        return Attributes.of("stage", tactic.stage(), "city", city);
    }
}
