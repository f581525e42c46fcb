package io.touchstone.benchmarks.evaluate;

import io.touchstone.core.condition.Condition;
import io.touchstone.core.datafile.Datafile;
import io.touchstone.core.datafile.ExperimentDefinition;
import io.touchstone.core.datafile.ExperimentRule;
import io.touchstone.core.datafile.ExperimentStatus;
import io.touchstone.core.datafile.FlagDefinition;
import io.touchstone.core.datafile.FlagType;
import io.touchstone.core.datafile.LayerDefinition;
import io.touchstone.core.datafile.SlotRange;
import io.touchstone.core.datafile.VariantDefinition;
import io.touchstone.core.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Datafiles of running experiments, each 50/50 on a flag and in a layer of its own, for {@code country in [4]} and
 * {@code age >= 18}.
 */
public final class Datafiles {

    /** Key of the flag that is asked for, and of its experiment. */
    public static final String ASKED = "offer-00000";

    static final String LAYER_SALT = "l-00000";
    static final String SPLIT_SALT = "e-00000";

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Datafiles() {}

    static String key(int index) {
        return "offer-%05d".formatted(index);
    }

    /** With that many experiments; the one asked for stands in the middle. */
    public static Datafile of(int experiments) {
        List<LayerDefinition> layers = new ArrayList<>();
        List<ExperimentDefinition> definitions = new ArrayList<>();
        List<FlagDefinition> flags = new ArrayList<>();
        for (int i = 0; i < experiments; i++) {
            int number = (i + experiments - experiments / 2) % experiments;
            layers.add(new LayerDefinition("layer-%05d".formatted(number), "l-%05d".formatted(number)));
            definitions.add(experiment(number));
            flags.add(flag(number));
        }
        return new Datafile("bench/production", 1, START, layers, List.of(), List.of(), definitions, flags);
    }

    private static ExperimentDefinition experiment(int number) {
        @Nullable Instant openEnd = null;
        return new ExperimentDefinition(
                key(number),
                1,
                "e-%05d".formatted(number),
                "user",
                "layer-%05d".formatted(number),
                List.of(new SlotRange(0, SlotRange.SLOTS)),
                ExperimentStatus.RUNNING,
                false,
                START,
                openEnd,
                audience(),
                "control",
                List.of(
                        new VariantDefinition("control", 1, JsonValue.of("none")),
                        new VariantDefinition("coupon", 1, JsonValue.of("off20"))));
    }

    private static Condition audience() {
        List<JsonValue> countries = User.TARGETED.stream().map(JsonValue::of).toList();
        return new Condition.All(List.of(
                new Condition.In("country", countries),
                new Condition.Compare(Condition.Order.GTE, "age", JsonValue.of(User.ADULT))));
    }

    private static FlagDefinition flag(int number) {
        return new FlagDefinition(
                key(number),
                FlagType.STRING,
                JsonValue.of("none"),
                true,
                List.of(),
                List.of(),
                List.of(new ExperimentRule(key(number))));
    }
}
