package io.touchstone.benchmarks.scenario;

import io.touchstone.model.record.TopicRecord;
import io.touchstone.model.record.Trust;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * What happened before the traffic: every unit met nine of ten of its experiments in the six days before, unit by unit. Without it nearly
 * all outcomes would be of units that are in no experiment, which cost nothing.
 */
public final class ScenarioHistory implements Iterator<ScenarioEvent> {

    private static final long DELAY_MILLIS = 200;

    private final Scenario scenario;
    private final ScenarioUnits units;
    private final EventBodies bodies;
    private final EventIds ids = new EventIds(1);
    private final long begin;
    private final double millisPerUnit;
    private int unit;
    private int layer = -1;

    /** From its beginning. */
    public ScenarioHistory(Scenario scenario) {
        this.scenario = scenario;
        this.units = new ScenarioUnits(scenario.seed());
        this.bodies = new EventBodies(units);
        Duration length = Duration.ofDays(Scenario.HISTORY_DAYS);
        this.begin = scenario.start().minus(length).toEpochMilli();
        this.millisPerUnit = (double) length.toMillis() / scenario.units();
        seek();
    }

    @Override
    public boolean hasNext() {
        return unit < scenario.units();
    }

    @Override
    public ScenarioEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        long received = begin + (long) (unit * millisPerUnit);
        TopicRecord record = new TopicRecord(
                received,
                received - DELAY_MILLIS,
                ids.next(),
                Trust.SERVER,
                Scenario.CONFIG,
                bodies.exposure(unit, layer));
        ScenarioEvent event = new ScenarioEvent(units.key(unit), record);
        seek();
        return event;
    }

    /** Goes on to the next experiment that a unit met before. */
    private void seek() {
        do {
            layer++;
            if (layer == Scenario.LAYERS) {
                layer = 0;
                unit++;
            }
        } while (unit < scenario.units() && !units.metBefore(unit, layer));
    }
}
