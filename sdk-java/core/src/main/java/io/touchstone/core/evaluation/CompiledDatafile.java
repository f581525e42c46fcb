package io.touchstone.core.evaluation;

import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.datafile.Datafile;
import io.touchstone.core.datafile.FlagType;
import io.touchstone.core.json.JsonNull;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A datafile made ready to decide. Immutable and safe for any number of threads; hold it behind one volatile reference and swap
 * it whole. Evaluating is a pure function of its arguments.
 */
public final class CompiledDatafile {
    private final String environment;
    private final long version;
    private final Map<String, CompiledFlag> flags;

    private CompiledDatafile(Datafile datafile) {
        this.environment = datafile.environment();
        this.version = datafile.version();
        this.flags = new Compilation(datafile).flags();
    }

    /** Compiles a datafile. A valid one always compiles. */
    public static CompiledDatafile compile(Datafile datafile) {
        return new CompiledDatafile(datafile);
    }

    /** The environment it belongs to. */
    public String environment() {
        return environment;
    }

    /** Its version; every decision carries it. */
    public long version() {
        return version;
    }

    /** The keys of its flags, in the datafile's order. */
    public Set<String> flagKeys() {
        return Collections.unmodifiableSet(flags.keySet());
    }

    /** The type of a flag; null if there is no such flag. */
    public @Nullable FlagType type(String flagKey) {
        CompiledFlag flag = flags.get(flagKey);
        return flag == null ? null : flag.type();
    }

    /**
     * Whether nothing about the flag could tell two users apart: no override, prerequisite or holdout, and no rule or first one that
     * answers all users. False for an unknown flag.
     */
    public boolean answersEveryoneAlike(String flagKey) {
        CompiledFlag flag = flags.get(flagKey);
        return flag != null && flag.answersEveryoneAlike();
    }

    /**
     * Keys of the flags that are new, gone, or may answer otherwise than in another datafile, whatever their versions. A flag may be
     * named although it answers the same, such as after a change of a segment that it does not use; one that changed is not left out.
     */
    public Set<String> changedSince(CompiledDatafile other) {
        Set<String> changed = new LinkedHashSet<>();
        flags.forEach((key, flag) -> {
            CompiledFlag before = other.flags.get(key);
            if (before == null || before.fingerprint() != flag.fingerprint()) {
                changed.add(key);
            }
        });
        other.flags.keySet().stream().filter(key -> !flags.containsKey(key)).forEach(changed::add);
        return changed;
    }

    /**
     * What the flag answers. Allocates nothing, unless the unit is in a holdout or the flag is unknown.
     *
     * @param flagKey key of the flag; an unknown one gives {@link Reason#UNKNOWN_FLAG}
     * @param units the identities at hand
     * @param attributes what is known
     * @param epochMillis the instant decided at, in milliseconds since 1970
     */
    public Decision evaluate(String flagKey, Units units, Attributes attributes, long epochMillis) {
        return evaluate(flagKey, units, attributes, epochMillis, null);
    }

    /**
     * The same with what a sticky store keeps.
     *
     * @param kept null for no store
     */
    public Decision evaluate(
            String flagKey, Units units, Attributes attributes, long epochMillis, @Nullable KeptVariants kept) {
        CompiledFlag flag = flags.get(flagKey);
        return flag == null ? unknown(flagKey) : flag.evaluate(units, attributes, epochMillis, kept);
    }

    /** The same at an instant. */
    public Decision evaluate(String flagKey, Units units, Attributes attributes, Instant at) {
        return evaluate(flagKey, units, attributes, at.toEpochMilli());
    }

    /** The same decision and how it came about. */
    public Explanation explain(String flagKey, Units units, Attributes attributes, long epochMillis) {
        return explain(flagKey, units, attributes, epochMillis, null);
    }

    /** The same with what a sticky store keeps. */
    public Explanation explain(
            String flagKey, Units units, Attributes attributes, long epochMillis, @Nullable KeptVariants kept) {
        CompiledFlag flag = flags.get(flagKey);
        return flag == null
                ? new Explanation(unknown(flagKey), null, java.util.List.of())
                : flag.explain(units, attributes, epochMillis, kept);
    }

    private Decision unknown(String flagKey) {
        return Decision.plain(flagKey, JsonNull.NULL, null, Reason.UNKNOWN_FLAG, null, version);
    }
}
