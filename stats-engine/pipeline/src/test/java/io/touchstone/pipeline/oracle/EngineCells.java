package io.touchstone.pipeline.oracle;

import io.touchstone.core.condition.Attributes;
import io.touchstone.model.catalog.Catalog;
import io.touchstone.model.catalog.CatalogCodec;
import io.touchstone.model.cell.CellDelta;
import io.touchstone.model.cell.CellSums;
import io.touchstone.model.cell.RowKey;
import io.touchstone.model.record.TopicKey;
import io.touchstone.model.record.TopicRecord;
import io.touchstone.model.record.Trust;
import io.touchstone.pipeline.unit.CompiledCatalog;
import io.touchstone.pipeline.unit.HeadCodec;
import io.touchstone.pipeline.unit.RecentCodec;
import io.touchstone.pipeline.unit.Transition;
import io.touchstone.pipeline.unit.UnitFunction;
import io.touchstone.pipeline.unit.UnitState;
import io.touchstone.pipeline.unit.UnitStates;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Feeds events to the engine's pure function, one after another, and adds up the changes it answers with. */
final class EngineCells {

    /** How a unit's state goes from one event to the next. */
    enum Keeping {
        /** As the same objects. */
        IN_MEMORY,
        /** As stored bytes, read back before every event: what a restart does. */
        AS_BYTES
    }

    private final CompiledCatalog catalog;
    private final UnitFunction function;
    private final Keeping keeping;
    private final Map<TopicKey, UnitState> states = new HashMap<>();
    private final Map<CellDay, CellSums> cells = new HashMap<>();

    EngineCells(TestCatalog catalog, int heavyLimit, Keeping keeping) {
        Catalog read = CatalogCodec.read(catalog.json().getBytes(StandardCharsets.UTF_8));
        this.catalog = new CompiledCatalog(read);
        this.function = new UnitFunction(heavyLimit);
        this.keeping = keeping;
    }

    EngineCells feed(List<AcceptedEvent> events) {
        events.forEach(this::feed);
        return this;
    }

    private void feed(AcceptedEvent event) {
        TopicKey key = new TopicKey(1, event.unitType(), HexFormat.of().parseHex(event.unit()));
        UnitState before = states.getOrDefault(key, UnitState.EMPTY);
        Transition transition = function.apply(key, record(event), before, catalog);
        UnitState after = transition.state();
        states.put(
                key,
                keeping == Keeping.IN_MEMORY
                        ? after
                        : UnitStates.decode(HeadCodec.encode(after), RecentCodec.encode(after)));
        for (CellDelta delta : transition.deltas()) {
            cells.merge(
                    new CellDay(delta.row(), delta.cohortDay()), delta.change().copy(), (sum, change) -> {
                        sum.add(change);
                        return sum;
                    });
        }
    }

    static TopicRecord record(AcceptedEvent event) {
        TopicRecord.Body body =
                switch (event.type()) {
                    case EXPOSURE ->
                        new TopicRecord.Exposure(
                                event.flag(),
                                event.experiment(),
                                event.phase(),
                                event.variant(),
                                event.reason(),
                                null,
                                attributes(event.attributes()));
                    case OUTCOME ->
                        new TopicRecord.Outcome(event.name(), event.value(), attributes(event.properties()));
                    case PROFILE -> new TopicRecord.Profile(attributes(event.attributes()));
                };
        return new TopicRecord(
                event.received(), event.time(), event.id(), event.imported() ? Trust.IMPORT : Trust.CLIENT, 1, body);
    }

    private static Attributes attributes(Map<String, Object> values) {
        Attributes.Builder builder = Attributes.builder();
        values.forEach((name, value) -> {
            switch (value) {
                case String text -> builder.put(name, text);
                case Number number -> builder.put(name, number.doubleValue());
                case Boolean truth -> builder.put(name, truth);
                default -> throw new IllegalArgumentException("value: " + value.getClass() + " (expected: a scalar)");
            }
        });
        return builder.build();
    }

    /** The cells of all units, fold −1. */
    Map<CellKey, CellMoments> all() {
        Map<CellKey, CellMoments> all = new TreeMap<>();
        cells.forEach((at, sums) -> {
            if (at.row().fold() == RowKey.NO_FOLD) {
                all.put(at.key(), moments(sums));
            }
        });
        return all;
    }

    /** Folds 0 to 63 added up: the cells of slice {@code all} of the metrics that keep folds. */
    Map<CellKey, CellMoments> foldsTogether() {
        Map<CellKey, CellSums> sums = new TreeMap<>();
        cells.forEach((at, cell) -> {
            if (at.row().fold() != RowKey.NO_FOLD) {
                sums.merge(at.key(), cell.copy(), (sum, change) -> {
                    sum.add(change);
                    return sum;
                });
            }
        });
        Map<CellKey, CellMoments> together = new TreeMap<>();
        sums.forEach((key, sum) -> together.put(key, moments(sum)));
        return together;
    }

    private static CellMoments moments(CellSums sums) {
        List<Double> totals = new ArrayList<>();
        List<Double> products = new ArrayList<>();
        for (int i = 0; i < sums.components(); i++) {
            totals.add(sums.sum(i).value());
            for (int j = i; j < sums.components(); j++) {
                products.add(sums.product(i, j).value());
            }
        }
        return sums.amount()
                ? new CellMoments(
                        sums.units(),
                        totals,
                        products,
                        sums.cube().value(),
                        sums.nonZero(),
                        sums.capped(),
                        sums.excess().value())
                : new CellMoments(sums.units(), totals, products, 0, 0, 0, 0);
    }

    private record CellDay(RowKey row, int cohortDay) {
        CellKey key() {
            return new CellKey(
                    row.experiment(),
                    row.phase(),
                    row.metric(),
                    row.metricVersion(),
                    row.variant(),
                    row.slice(),
                    row.bin(),
                    cohortDay,
                    row.eventDay());
        }
    }
}
