package io.touchstone.core.evaluation;

import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.datafile.Datafile;
import io.touchstone.core.datafile.ExperimentDefinition;
import io.touchstone.core.datafile.ExperimentRule;
import io.touchstone.core.datafile.ExperimentStatus;
import io.touchstone.core.datafile.FlagDefinition;
import io.touchstone.core.datafile.FlagType;
import io.touchstone.core.datafile.ForcedVariant;
import io.touchstone.core.datafile.Holdout;
import io.touchstone.core.datafile.LayerDefinition;
import io.touchstone.core.datafile.Prerequisite;
import io.touchstone.core.datafile.RolloutRule;
import io.touchstone.core.datafile.Rule;
import io.touchstone.core.datafile.Segment;
import io.touchstone.core.datafile.SlotRange;
import io.touchstone.core.datafile.VariantDefinition;
import io.touchstone.core.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Valid datafiles, and calls that meet every part of them, from a seed. */
final class RandomDatafiles {
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final List<String> TYPES = List.of("user", "user", "user", "device", "group");
    private static final List<String> VARIANTS = List.of("control", "b", "c");
    private static final int EXPERIMENTS = 5;
    private static final int FLAGS = 5;

    private final Random random;
    private final RandomConditions conditions;
    private final List<String> segments = new ArrayList<>();

    RandomDatafiles(Random random) {
        this.random = random;
        this.conditions = new RandomConditions(random);
    }

    Datafile datafile() {
        return new Datafile(
                "p/e",
                1 + random.nextInt(9),
                NOW,
                List.of(
                        new LayerDefinition("l0", "l-" + random.nextInt()),
                        new LayerDefinition("l1", "盐" + random.nextInt())),
                list(4, this::segment),
                list(3, this::holdout),
                list(EXPERIMENTS, this::experiment),
                list(FLAGS, this::flag));
    }

    Units units() {
        Units units = Units.of(pick("user", "user", "user", "device"), unit());
        for (String type : List.of("device", "group")) {
            units = units.get(type) == null && random.nextBoolean() ? units.and(type, unit()) : units;
        }
        return units;
    }

    Attributes attributes() {
        return conditions.attributes();
    }

    String flagKey() {
        return "f" + random.nextInt(FLAGS + 1);
    }

    long at() {
        return instant().toEpochMilli();
    }

    /** A store with something for everybody: often the drawn variant of the running phase, often not. */
    KeptVariants kept() {
        String variant = pick("control", "b", "c");
        int phase = 1 + random.nextInt(2);
        return random.nextBoolean() ? null : (experiment, asked, unitType, unit) -> asked == phase ? variant : null;
    }

    private Segment segment(int index) {
        // Names only those made before, so that there is no circle.
        Segment segment = new Segment("s" + index, conditions.condition(2, List.copyOf(segments)));
        segments.add(segment.key());
        return segment;
    }

    private Holdout holdout(int index) {
        List<String> flags = new ArrayList<>();
        for (int i = 0; i < FLAGS; i++) {
            if (random.nextBoolean()) {
                flags.add("f" + i);
            }
        }
        return new Holdout(
                "h" + index,
                "h-" + random.nextInt(),
                pick(TYPES),
                pick(0, 0, 100_000, 300_000),
                pick(0, 200_000, 700_000),
                random.nextInt(3) == 0 ? null : flags,
                instant());
    }

    private ExperimentDefinition experiment(int index) {
        int from = index * 200_000;
        int width = 1 + random.nextInt(100_000);
        List<SlotRange> slots = new ArrayList<>(List.of(new SlotRange(from, from + width)));
        if (random.nextBoolean()) {
            slots.add(new SlotRange(from + width + random.nextInt(50_000), from + 200_000));
        }
        Instant activeFrom = instant();
        return new ExperimentDefinition(
                "e" + index,
                1 + random.nextInt(2),
                "e-" + random.nextInt(),
                pick(TYPES),
                pick("l0", "l1"),
                random.nextInt(3) == 0 ? List.of(new SlotRange(from, from + 200_000)) : slots,
                random.nextInt(4) == 0 ? ExperimentStatus.PAUSED : ExperimentStatus.RUNNING,
                random.nextBoolean(),
                activeFrom,
                random.nextBoolean() ? null : activeFrom.plusMillis(1 + random.nextInt(2)),
                random.nextBoolean() ? null : conditions.condition(3, segments),
                "control",
                variants());
    }

    private List<VariantDefinition> variants() {
        List<VariantDefinition> variants = new ArrayList<>();
        for (String key : VARIANTS.subList(0, 1 + random.nextInt(VARIANTS.size()))) {
            // The first has a weight, so that the total is above 0.
            int weight = random.nextInt(4) + (variants.isEmpty() ? 1 : 0);
            variants.add(new VariantDefinition(key, weight, JsonValue.of("v-" + key)));
        }
        return variants;
    }

    private FlagDefinition flag(int index) {
        List<Prerequisite> prerequisites = new ArrayList<>();
        for (int i = 0; i < index; i++) {
            if (random.nextInt(4) == 0) {
                prerequisites.add(new Prerequisite("f" + i, List.of("on", pick(VARIANTS), "forced")));
            }
        }
        List<ForcedVariant> forced = List.of(
                new ForcedVariant(pick(TYPES), "u0", "forced", JsonValue.of("F0")),
                new ForcedVariant(pick("device", "group"), "u1", "forced", JsonValue.of("F1")));
        return new FlagDefinition(
                "f" + index,
                FlagType.STRING,
                JsonValue.of("none"),
                random.nextInt(10) > 0,
                prerequisites,
                random.nextInt(3) == 0 ? forced : List.of(),
                rules());
    }

    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i <= EXPERIMENTS; i++) {
            if (random.nextInt(3) > 0) {
                rules.add(new ExperimentRule("e" + i));
            }
            if (random.nextInt(4) == 0) {
                rules.add(new RolloutRule(
                        "r" + i,
                        "r-" + random.nextInt(),
                        pick(TYPES),
                        pick(0, 300_000, 1_000_000),
                        random.nextBoolean() ? null : conditions.condition(3, segments),
                        "on",
                        JsonValue.of("R" + i)));
            }
        }
        return rules;
    }

    private String unit() {
        return pick("u0", "u1", "用户-", "😀") + (random.nextInt(3) == 0 ? "" : random.nextInt(1_000));
    }

    /** Around now, so that schedules have begun, have not, and do at this very millisecond. */
    private Instant instant() {
        return NOW.plusMillis(random.nextInt(4) == 0 ? random.nextInt(3) - 1 : 0);
    }

    private <T> List<T> list(int max, java.util.function.IntFunction<T> element) {
        List<T> list = new ArrayList<>();
        int size = random.nextInt(max + 1);
        for (int i = 0; i < size; i++) {
            list.add(element.apply(i));
        }
        return list;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    @SafeVarargs
    private <T> T pick(T... all) {
        return all[random.nextInt(all.length)];
    }
}
