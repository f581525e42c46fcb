package io.touchstone.standalone.demo.count;

import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.event.Event;
import io.touchstone.core.event.ExposureEvent;
import io.touchstone.core.event.OutcomeEvent;
import io.touchstone.standalone.demo.shop.Customer;
import io.touchstone.standalone.demo.shop.Deed;
import io.touchstone.standalone.demo.shop.History;
import java.util.ArrayList;
import java.util.List;

/**
 * A customer's part of the history as events: the exposure, then what she did. Ids are numbers within the customer, so that sending
 * them again changes nothing.
 *
 * @param history whose
 * @param assignment which variant each customer got
 */
public record CustomerEvents(History history, Assignment assignment) {
    /** Every experiment is in its first phase. */
    public static final int PHASE = 1;

    /** Until the history's moment; empty for a customer no experiment takes. */
    public List<Event> past(Customer customer) {
        return between(customer, Long.MIN_VALUE, history.moment().toEpochMilli());
    }

    /** From one instant (inclusive) to another, epoch milliseconds. */
    public List<Event> between(Customer customer, long from, long until) {
        String variant = assignment.variant(customer);
        if (variant == null) {
            return List.of();
        }
        List<Event> events = new ArrayList<>();
        Units units = customer.units();
        if (from <= customer.met() && customer.met() < until) {
            events.add(exposure(customer, units, variant));
        }
        int number = 0;
        for (Deed deed : history.deeds(customer, variant)) {
            number++;
            if (from <= deed.time() && deed.time() < until) {
                events.add(outcome(customer, number, deed));
            }
        }
        return events;
    }

    /** One thing she does; {@code number} counts hers from 1 and tells it from the others, however often it is sent. */
    public OutcomeEvent outcome(Customer customer, int number, Deed deed) {
        return new OutcomeEvent(
                "demo-" + number,
                deed.time(),
                customer.units(),
                assignment.config(),
                deed.name(),
                deed.value(),
                Attributes.EMPTY);
    }

    private ExposureEvent exposure(Customer customer, Units units, String variant) {
        return new ExposureEvent(
                "demo-0",
                customer.met(),
                units,
                assignment.config(),
                customer.tactic().flag(),
                customer.tactic().key(),
                PHASE,
                variant,
                "experiment",
                null,
                Attributes.EMPTY);
    }
}
