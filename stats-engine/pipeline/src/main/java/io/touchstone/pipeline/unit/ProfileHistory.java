package io.touchstone.pipeline.unit;

import io.touchstone.core.condition.Attributes;
import io.touchstone.model.catalog.Dimension;
import io.touchstone.model.record.TopicRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of a unit's attributes over time, and what they were at an instant. */
final class ProfileHistory {

    /** Most the values of a unit's attributes may take, in bytes. */
    static final int MAX_BYTES = 48 << 10;

    private static final Comparator<ProfileEntry> DROPPED_LAST = Comparator.comparing(ProfileEntry::attribute)
            .thenComparing(Comparator.comparingLong(ProfileEntry::time).reversed());

    private ProfileHistory() {}

    /** {@code history} with the attributes of one more profile event. */
    static List<ProfileEntry> with(
            List<ProfileEntry> history, TopicRecord record, Attributes attributes, long maxReceived) {
        List<ProfileEntry> entries = new ArrayList<>(history);
        for (int i = 0; i < attributes.size(); i++) {
            String name = attributes.nameAt(i);
            Double number = attributes.number(name);
            String text = attributes.text(name);
            if (text != null) {
                entries.add(new ProfileEntry(
                        name,
                        record.time(),
                        record.id(),
                        record.received(),
                        text,
                        number != null,
                        number == null ? 0 : number));
            }
        }
        return withinBound(withoutSuperseded(entries, maxReceived - Recent.KEPT_MILLIS));
    }

    /**
     * Drops whole attributes, from the end of their alphabet, until the rest fits: which ones stay depends on no order of arrival. Should
     * one attribute alone be too much, its oldest values go.
     */
    private static List<ProfileEntry> withinBound(List<ProfileEntry> entries) {
        List<ProfileEntry> kept = new ArrayList<>(entries);
        int bytes = kept.stream().mapToInt(ProfileEntry::bytes).sum();
        while (bytes > MAX_BYTES) {
            ProfileEntry last = Collections.max(kept, DROPPED_LAST);
            bytes -= last.bytes();
            kept.remove(last);
        }
        return kept;
    }

    /** Of the values received before {@code oldest}, only the newest of each attribute can still matter. */
    private static List<ProfileEntry> withoutSuperseded(List<ProfileEntry> entries, long oldest) {
        List<ProfileEntry> kept = new ArrayList<>(entries.size());
        for (ProfileEntry entry : entries) {
            if (entry.received() >= oldest || !isSuperseded(entry, entries, oldest)) {
                kept.add(entry);
            }
        }
        return kept;
    }

    private static boolean isSuperseded(ProfileEntry entry, List<ProfileEntry> entries, long oldest) {
        for (ProfileEntry other : entries) {
            if (other.received() < oldest && other.attribute().equals(entry.attribute()) && isAfter(other, entry)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAfter(ProfileEntry a, ProfileEntry b) {
        return EventOrder.compare(a.time(), a.id(), b.time(), b.id()) > 0;
    }

    /** The value as of {@code time}: the one with the largest (time, id) among those not later. */
    static @Nullable ProfileEntry asOf(List<ProfileEntry> history, String attribute, long time) {
        ProfileEntry newest = null;
        for (ProfileEntry entry : history) {
            if (entry.time() <= time
                    && entry.attribute().equals(attribute)
                    && (newest == null || isAfter(entry, newest))) {
                newest = entry;
            }
        }
        return newest;
    }

    /** Slice values and covariates of a phase as of the unit's first exposure. */
    static Frozen freeze(List<ProfileEntry> history, Seen first, CompiledPhase phase) {
        List<String> slices = new ArrayList<>();
        for (Dimension dimension : phase.facts().dimensions()) {
            slices.add(dimension.key() + "=" + sliceValue(history, first, dimension));
        }
        List<Double> covariates = new ArrayList<>();
        for (String attribute : phase.facts().covariates()) {
            ProfileEntry value = asOf(history, attribute, first.time());
            boolean known = value != null && value.numeric();
            covariates.add(value != null && known ? value.number() : 0.0);
            covariates.add(known ? 0.0 : 1.0);
        }
        return slices.isEmpty() && covariates.isEmpty() ? Frozen.NONE : new Frozen(slices, covariates);
    }

    private static String sliceValue(List<ProfileEntry> history, Seen first, Dimension dimension) {
        String value = first.attributes().get(dimension.key());
        if (value == null) {
            ProfileEntry entry = asOf(history, dimension.key(), first.time());
            value = entry == null ? null : entry.text();
        }
        if (value == null) {
            return Dimension.MISSING;
        }
        return dimension.values().contains(value) ? value : Dimension.OTHER;
    }
}
