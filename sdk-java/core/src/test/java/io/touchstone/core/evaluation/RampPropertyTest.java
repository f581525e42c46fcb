package io.touchstone.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.datafile.Datafile;
import io.touchstone.core.datafile.ExperimentDefinition;
import io.touchstone.core.datafile.ExperimentRule;
import io.touchstone.core.datafile.ExperimentStatus;
import io.touchstone.core.datafile.FlagDefinition;
import io.touchstone.core.datafile.FlagType;
import io.touchstone.core.datafile.LayerDefinition;
import io.touchstone.core.datafile.RolloutRule;
import io.touchstone.core.datafile.SlotRange;
import io.touchstone.core.datafile.VariantDefinition;
import io.touchstone.core.json.JsonValue;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class RampPropertyTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void evaluate_widerSlots_movesNoUnit(
            @ForAll @IntRange(min = 1, max = 999_999) int narrow,
            @ForAll @IntRange(min = 1, max = 999_999) int more,
            @ForAll @IntRange(max = 1000) int weightA,
            @ForAll @IntRange(min = 1, max = 1000) int weightB,
            @ForAll @StringLength(min = 1, max = 12) @AlphaChars String salt) {
        int wide = Math.min(SlotRange.SLOTS, narrow + more);
        CompiledDatafile before = datafile(narrow, weightA, weightB, salt);
        CompiledDatafile after = datafile(wide, weightA, weightB, salt);

        for (int i = 0; i < 200; i++) {
            Units unit = Units.user("user-" + i);
            Decision first = before.evaluate("f", unit, Attributes.EMPTY, NOW);
            Decision then = after.evaluate("f", unit, Attributes.EMPTY, NOW);
            if (first.reason() == Reason.EXPERIMENT) {
                assertThat(then).isEqualTo(first);
            }
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void evaluate_largerShare_takesNobodyOut(
            @ForAll @IntRange(max = 1_000_000) int small, @ForAll @IntRange(max = 1_000_000) int more) {
        CompiledDatafile before = rollout(small);
        CompiledDatafile after = rollout(Math.min(1_000_000, small + more));

        for (int i = 0; i < 200; i++) {
            Units unit = Units.user("user-" + i);
            if (before.evaluate("f", unit, Attributes.EMPTY, NOW).reason() == Reason.ROLLOUT) {
                assertThat(after.evaluate("f", unit, Attributes.EMPTY, NOW).reason())
                        .isEqualTo(Reason.ROLLOUT);
            }
        }
    }

    private static CompiledDatafile datafile(int slots, int weightA, int weightB, String salt) {
        ExperimentDefinition experiment = new ExperimentDefinition(
                "x",
                1,
                "e-" + salt,
                "user",
                "main",
                List.of(new SlotRange(0, slots)),
                ExperimentStatus.RUNNING,
                false,
                NOW.minusSeconds(1),
                null,
                null,
                "a",
                List.of(
                        new VariantDefinition("a", weightA, JsonValue.of("A")),
                        new VariantDefinition("b", weightB, JsonValue.of("B"))));
        FlagDefinition flag = new FlagDefinition(
                "f",
                FlagType.STRING,
                JsonValue.of("none"),
                true,
                List.of(),
                List.of(),
                List.of(new ExperimentRule("x")));
        return compile(List.of(new LayerDefinition("main", "l-" + salt)), List.of(experiment), flag);
    }

    private static CompiledDatafile rollout(int share) {
        RolloutRule rule = new RolloutRule("r", "r-1", "user", share, null, "on", JsonValue.of(true));
        return compile(
                List.of(),
                List.of(),
                new FlagDefinition(
                        "f", FlagType.BOOLEAN, JsonValue.of(false), true, List.of(), List.of(), List.of(rule)));
    }

    private static CompiledDatafile compile(
            List<LayerDefinition> layers, List<ExperimentDefinition> experiments, FlagDefinition flag) {
        return CompiledDatafile.compile(
                new Datafile("p/e", 1, NOW, layers, List.of(), List.of(), experiments, List.of(flag)));
    }
}
