package io.touchstone.pipeline.unit;

import io.touchstone.core.bucketing.Bucketing;
import io.touchstone.core.condition.Attributes;
import io.touchstone.model.catalog.Dimension;
import io.touchstone.model.cell.CellSums;
import io.touchstone.model.cell.RowKey;
import io.touchstone.model.cell.SystemMetric;
import io.touchstone.model.record.TopicKey;
import io.touchstone.model.record.TopicRecord;
import io.touchstone.model.record.Trust;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * One event of one unit in, the unit's new state and the changes of cells out. Deterministic, without clock, I/O or shared
 * state; live counting, replay and simulation call this same function. Rules: {@code docs/formats/cells.md}.
 *
 * <p>Cells are sums of contributions of units, so an event changes them by {@code contribution(after) −
 * contribution(before)}; a correction is the same subtraction.
 *
 * <p>Holds a digest as scratch space: one instance a thread.
 */
public final class UnitFunction {

    /** An event received more than this after it happened is late: 72 hours, in milliseconds. */
    public static final long LATE_MILLIS = 72L * 60 * 60 * 1000;

    /** How many matched outcomes of a unit on one event day count. */
    public static final int HEAVY_LIMIT = 1_000;

    private static final Set<String> REASONS_LEFT_OUT = Set.of("forced", "test");
    private static final Bucketing FOLDS = new Bucketing("touchstone-fold");

    private final int heavyLimit;
    private final IdHash idHash = new IdHash();

    /** With the limit for heavy units of the product. */
    public UnitFunction() {
        this(HEAVY_LIMIT);
    }

    /**
     * With another limit for heavy units.
     *
     * @param heavyLimit 1 or more
     */
    public UnitFunction(int heavyLimit) {
        if (heavyLimit < 1) {
            throw new IllegalArgumentException("heavyLimit: " + heavyLimit + " (expected: 1 or more)");
        }
        this.heavyLimit = heavyLimit;
    }

    /**
     * Applies one event.
     *
     * @param key whose event it is
     * @param record the event
     * @param state the unit before it
     * @param catalog a catalog of the unit's environment, not older than the record's {@code config}
     */
    public Transition apply(TopicKey key, TopicRecord record, UnitState state, CompiledCatalog catalog) {
        if (record.body() instanceof TopicRecord.Exposure exposure) {
            Verdict verdict = check(key, exposure, catalog);
            if (verdict.isDead()) {
                return Transition.unchanged(verdict, state);
            }
        }
        if (isLate(record)) {
            return late(key, record, state, catalog);
        }
        long hash = idHash.of(record.id());
        if (state.recent().knows(hash)) {
            return Transition.unchanged(Verdict.DUPLICATE, state);
        }
        UnitState claimed = fold(new UnitState(state.head(), state.recent().claim(hash, record.received())), catalog);
        if (claimed.recent().bytes() > Recent.MAX_BYTES) {
            return Transition.unchanged(Verdict.UNIT_FULL, state);
        }
        return switch (record.body()) {
            case TopicRecord.Exposure exposure -> exposed(key, record, exposure, claimed, catalog);
            case TopicRecord.Outcome outcome -> outcome(key, record, outcome, hash, claimed, catalog);
            case TopicRecord.Profile profile -> profile(key, record, profile, claimed, catalog);
        };
    }

    /** A property of the event alone, so that every order gives the same verdict. */
    private static boolean isLate(TopicRecord record) {
        return record.trust() != Trust.IMPORT && record.received() - record.time() > LATE_MILLIS;
    }

    private static Verdict check(TopicKey key, TopicRecord.Exposure exposure, CompiledCatalog catalog) {
        CompiledPhase phase = catalog.phase(exposure.experiment(), exposure.phase());
        if (phase == null) {
            return Verdict.EXPERIMENT_UNKNOWN;
        }
        if (!phase.hasVariant(exposure.variant())) {
            return Verdict.VARIANT_UNKNOWN;
        }
        return phase.experiment().unitType().equals(key.unitType()) ? Verdict.COUNTED : Verdict.UNIT_TYPE_WRONG;
    }

    private Transition late(TopicKey key, TopicRecord record, UnitState state, CompiledCatalog catalog) {
        Deltas deltas = deltas(key, catalog);
        if (record.body() instanceof TopicRecord.Exposure exposure) {
            if (!REASONS_LEFT_OUT.contains(exposure.reason())) {
                countLateExposure(record, exposure, catalog, deltas);
            }
            return new Transition(Verdict.LATE, state, deltas.changes());
        }
        if (record.body() instanceof TopicRecord.Profile) {
            return Transition.unchanged(Verdict.LATE, state);
        }
        UnitState after = new UnitState(state.head().withOneMoreLateOutcome(), state.recent());
        changeAll(state, after, catalog, deltas, metric -> false, true);
        return new Transition(Verdict.LATE, after, deltas.changes());
    }

    private static void countLateExposure(
            TopicRecord record, TopicRecord.Exposure exposure, CompiledCatalog catalog, Deltas deltas) {
        CompiledPhase phase = catalog.phase(exposure.experiment(), exposure.phase());
        if (phase == null) {
            return;
        }
        int day = catalog.calendar().dayOf(record.time());
        CellSums one = new CellSums(1, true);
        one.addToSum(1);
        CellAt at = UnitCells.at(SystemMetric.LATE_EXPOSURE, day);
        deltas.emit(phase, exposure.variant(), day, RowKey.ALL, RowKey.NO_FOLD, at, one);
    }

    private Transition exposed(
            TopicKey key, TopicRecord record, TopicRecord.Exposure exposure, UnitState state, CompiledCatalog catalog) {
        if (REASONS_LEFT_OUT.contains(exposure.reason())) {
            return Transition.unchanged(Verdict.COUNTED, state);
        }
        CompiledPhase phase = catalog.phase(exposure.experiment(), exposure.phase());
        if (phase == null) {
            return Transition.unchanged(Verdict.EXPERIMENT_UNKNOWN, state);
        }
        Head head = state.head();
        UnitPhase known = head.phase(exposure.experiment(), exposure.phase());
        Seen seen = new Seen(exposure.variant(), record.time(), record.id(), declared(phase, exposure.attributes()));
        List<Seen> merged = UnitPhase.merge(known == null ? List.of() : known.seen(), seen);
        if (merged == null) {
            return Transition.unchanged(Verdict.COUNTED, state);
        }
        // What was frozen stays while the first exposure does: the profile of that day may be forgotten by now.
        Frozen frozen = known != null && known.first().equals(merged.get(0))
                ? known.frozen()
                : ProfileHistory.freeze(head.profile(), merged.get(0), phase);
        UnitState after = new UnitState(
                head.withPhase(new UnitPhase(exposure.experiment(), exposure.phase(), merged, frozen)), state.recent());
        Deltas deltas = deltas(key, catalog);
        changeExperiment(state, after, exposure.experiment(), catalog, deltas);
        return new Transition(Verdict.COUNTED, after, deltas.changes());
    }

    private static Map<String, String> declared(CompiledPhase phase, Attributes attributes) {
        Map<String, String> own = new HashMap<>();
        for (Dimension dimension : phase.facts().dimensions()) {
            String value = attributes.text(dimension.key());
            if (value != null) {
                own.put(dimension.key(), value);
            }
        }
        return own;
    }

    private Transition outcome(
            TopicKey key,
            TopicRecord record,
            TopicRecord.Outcome outcome,
            long hash,
            UnitState state,
            CompiledCatalog catalog) {
        long[] signals = catalog.signals(outcome.name(), outcome.properties());
        if (signals.length == 0) {
            return Transition.unchanged(Verdict.COUNTED, state);
        }
        Double value = outcome.value();
        OutcomeEntry entry = new OutcomeEntry(
                record.time(), record.received(), hash, value != null, value == null ? 0 : value, signals);
        UnitState after = new UnitState(state.head(), state.recent().withOutcome(entry));
        Deltas deltas = deltas(key, catalog);
        // Beyond the limit an outcome can push another one out, which may belong to any metric.
        boolean heavy = after.recent().outcomes().size() > heavyLimit;
        changeAll(state, after, catalog, deltas, metric -> heavy || entry.matches(metric.signal()), false);
        return new Transition(Verdict.COUNTED, after, deltas.changes());
    }

    private Transition profile(
            TopicKey key, TopicRecord record, TopicRecord.Profile profile, UnitState state, CompiledCatalog catalog) {
        Head head = state.head();
        List<ProfileEntry> history = ProfileHistory.with(
                head.profile(), record, profile.attributes(), state.recent().maxReceived());
        Head changed = head.withProfile(history);
        Set<String> experiments = new TreeSet<>();
        for (UnitPhase unit : head.phases()) {
            CompiledPhase phase = catalog.phase(unit.experiment(), unit.phase());
            if (phase == null || record.time() > unit.first().time()) {
                continue;
            }
            Frozen frozen = ProfileHistory.freeze(history, unit.first(), phase);
            if (!frozen.equals(unit.frozen())) {
                changed = changed.withPhase(new UnitPhase(unit.experiment(), unit.phase(), unit.seen(), frozen));
                experiments.add(unit.experiment());
            }
        }
        UnitState after = new UnitState(changed, state.recent());
        Deltas deltas = deltas(key, catalog);
        for (String experiment : experiments) {
            changeExperiment(state, after, experiment, catalog, deltas);
        }
        return new Transition(Verdict.COUNTED, after, deltas.changes());
    }

    /** The difference for every phase of one experiment: what an exposure or a frozen fact can change. */
    private void changeExperiment(
            UnitState before, UnitState after, String experiment, CompiledCatalog catalog, Deltas deltas) {
        UnitOutcomes outcomes = UnitOutcomes.of(after, catalog.calendar(), heavyLimit);
        for (UnitPhase unit : after.head().phases()) {
            CompiledPhase phase = catalog.phase(unit.experiment(), unit.phase());
            if (phase == null || !unit.experiment().equals(experiment)) {
                continue;
            }
            UnitPhase old = before.head().phase(unit.experiment(), unit.phase());
            UnitCells was = old == null ? null : UnitCells.of(before, old, phase, outcomes, metric -> true, true);
            deltas.change(phase, was, UnitCells.of(after, unit, phase, outcomes, metric -> true, true));
        }
    }

    /** The difference for every phase of the unit, in the metrics that {@code wanted} accepts. */
    private void changeAll(
            UnitState before,
            UnitState after,
            CompiledCatalog catalog,
            Deltas deltas,
            Predicate<CompiledMetric> wanted,
            boolean system) {
        if (after.head().phases().isEmpty()) {
            return;
        }
        UnitOutcomes outcomesBefore = UnitOutcomes.of(before, catalog.calendar(), heavyLimit);
        UnitOutcomes outcomesAfter = UnitOutcomes.of(after, catalog.calendar(), heavyLimit);
        for (UnitPhase unit : after.head().phases()) {
            CompiledPhase phase = catalog.phase(unit.experiment(), unit.phase());
            if (phase != null && (system || phase.metrics().stream().anyMatch(wanted))) {
                deltas.change(
                        phase,
                        UnitCells.of(before, unit, phase, outcomesBefore, wanted, system),
                        UnitCells.of(after, unit, phase, outcomesAfter, wanted, system));
            }
        }
    }

    private UnitState fold(UnitState state, CompiledCatalog catalog) {
        return Folding.fold(state, catalog, heavyLimit);
    }

    private static Deltas deltas(TopicKey key, CompiledCatalog catalog) {
        String pseudonym = HexFormat.of().formatHex(key.pseudonym());
        int fold = (int) ((long) FOLDS.bucket(pseudonym) * RowKey.FOLDS / Bucketing.BUCKETS);
        return new Deltas(catalog.environment(), fold);
    }
}
