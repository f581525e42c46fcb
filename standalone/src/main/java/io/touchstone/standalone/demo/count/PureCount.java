package io.touchstone.standalone.demo.count;

import io.touchstone.core.event.Event;
import io.touchstone.core.event.ExposureEvent;
import io.touchstone.core.event.OutcomeEvent;
import io.touchstone.core.event.ProfileEvent;
import io.touchstone.model.catalog.Catalog;
import io.touchstone.model.catalog.ExperimentFacts;
import io.touchstone.model.catalog.MetricRef;
import io.touchstone.model.cell.CellDelta;
import io.touchstone.model.cell.CellSums;
import io.touchstone.model.cell.PackedRow;
import io.touchstone.model.cell.RowKey;
import io.touchstone.model.record.TopicKey;
import io.touchstone.model.record.TopicRecord;
import io.touchstone.model.record.Trust;
import io.touchstone.pipeline.unit.CompiledCatalog;
import io.touchstone.pipeline.unit.Transition;
import io.touchstone.pipeline.unit.UnitFunction;
import io.touchstone.pipeline.unit.UnitState;
import io.touchstone.pipeline.unit.Verdict;
import io.touchstone.report.answer.Freshness;
import io.touchstone.report.answer.Report;
import io.touchstone.report.answer.ReportAssembler;
import io.touchstone.report.answer.ReportScope;
import io.touchstone.report.count.CountedRow;
import io.touchstone.report.count.Tally;
import io.touchstone.standalone.demo.shop.Customer;
import io.touchstone.standalone.demo.shop.History;
import io.touchstone.standalone.demo.shop.Tactic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts customers as an import of them is counted, event by event through {@link UnitFunction}, and reports as of the last whole day.
 * One thread; customers in any order.
 */
public final class PureCount {
    private final History history;
    private final Catalog catalog;
    private final CompiledCatalog compiled;
    private final UnitFunction function = new UnitFunction();
    private final Map<RowKey, SortedMap<Integer, CellSums>> rows = new HashMap<>();

    /** @param config version of the datafile that the events name */
    public PureCount(History history, long config) {
        this.history = history;
        this.catalog = ShopCatalog.of(history, config);
        this.compiled = new CompiledCatalog(catalog);
    }

    /** Counts all that one customer did. */
    public void add(Customer customer, List<Event> events) {
        TopicKey key = new TopicKey(catalog.environment(), "user", pseudonym(customer.id()));
        UnitState state = UnitState.EMPTY;
        for (Event event : events) {
            Transition transition = function.apply(key, record(event), state, compiled);
            if (transition.verdict() != Verdict.COUNTED) {
                throw new IllegalStateException("event " + event.id() + " of " + customer.id() + ": "
                        + transition.verdict() + " (expected: counted)");
            }
            state = transition.state();
            transition.deltas().forEach(this::add);
        }
    }

    /** What was counted of a tactic. */
    public Report report(Tactic tactic) {
        ExperimentFacts experiment = catalog.experiment(tactic.key()).orElseThrow();
        ReportScope scope = new ReportScope(
                catalog, experiment, experiment.phases().getLast(), history.lastDay(), history.moment());
        Tally tally = new Tally(scope.cut(), scope.metrics());
        rows.forEach((row, cells) -> {
            if (row.experiment().equals(tactic.key())) {
                MetricRef metric = new MetricRef(row.metric(), row.metricVersion());
                tally.add(new CountedRow(metric, row.variant(), row.eventDay(), new PackedRow(cells)));
            }
        });
        return ReportAssembler.assemble(scope, tally.counts(), Freshness.of(scope, Optional.empty(), history.moment()));
    }

    /** Reports read the values of all units; folds and the retention curve are for other answers. */
    private void add(CellDelta delta) {
        RowKey row = delta.row();
        if (row.fold() == RowKey.NO_FOLD
                && row.bin() == RowKey.VALUE
                && row.slice().equals(RowKey.ALL)) {
            CellSums change = delta.change();
            rows.computeIfAbsent(row, absent -> new TreeMap<>())
                    .computeIfAbsent(delta.cohortDay(), absent -> new CellSums(change.components(), change.amount()))
                    .add(change);
        }
    }

    /** As ingestion writes it. */
    private TopicRecord record(Event event) {
        TopicRecord.Body body =
                switch (event) {
                    case ExposureEvent met ->
                        new TopicRecord.Exposure(
                                Objects.requireNonNullElse(met.flag(), ""),
                                met.experiment(),
                                met.phase(),
                                met.variant(),
                                Objects.requireNonNullElse(met.reason(), ""),
                                met.propensity(),
                                met.attributes());
                    case OutcomeEvent did -> new TopicRecord.Outcome(did.name(), did.value(), did.properties());
                    case ProfileEvent is -> new TopicRecord.Profile(is.attributes());
                };
        long received = history.moment().toEpochMilli();
        return new TopicRecord(received, event.timeMillis(), event.id(), Trust.IMPORT, catalog.version(), body);
    }

    /** Decides the fold alone, which reports do not read: any bytes of the id will do. */
    private static byte[] pseudonym(String id) {
        byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(TopicKey.PSEUDONYM_BYTES);
        for (int i = 0; i < TopicKey.PSEUDONYM_BYTES; i++) {
            bytes.put(i, utf8.length == 0 ? 0 : utf8[utf8.length - 1 - i % utf8.length]);
        }
        return bytes.array();
    }
}
