package io.touchstone.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.datafile.DatafileCodec;
import org.junit.jupiter.api.Test;

/** Slots that cover their layer are not hashed; whoever answers has to be the same as if they were. */
class WholeLayerTest {
    private static final int UNITS = 20_000;

    @Test
    void evaluate_slotsInOneTwoAndAllButOnePiece_giveEveryUnitTheSameVariant() {
        CompiledDatafile whole = withSlots("[[0, 1000000]]");
        CompiledDatafile pieces = withSlots("[[600000, 1000000], [0, 600000]]");
        CompiledDatafile gap = withSlots("[[0, 600000], [600001, 1000000]]");

        for (int i = 0; i < UNITS; i++) {
            Units units = Units.user("u" + i);
            assertThat(variant(pieces, units)).isNotNull().isEqualTo(variant(whole, units));
            assertThat(variant(gap, units)).isIn(variant(whole, units), null);
        }
    }

    @Test
    void evaluate_halfOfTheLayer_leavesHalfOut() {
        CompiledDatafile half = withSlots("[[0, 250000], [750000, 1000000]]");

        int in = 0;
        for (int i = 0; i < UNITS; i++) {
            in += variant(half, Units.user("u" + i)) == null ? 0 : 1;
        }

        // Six standard deviations.
        assertThat(in).isBetween(UNITS / 2 - 425, UNITS / 2 + 425);
    }

    private static String variant(CompiledDatafile datafile, Units units) {
        return datafile.evaluate("f", units, Attributes.EMPTY, 1_795_334_400_000L)
                .variant();
    }

    private static CompiledDatafile withSlots(String slots) {
        return CompiledDatafile.compile(DatafileCodec.read("""
                {"schema": 1, "environment": "a/b", "version": 1, "publishedAt": "2026-11-22T08:00:00Z",
                 "layers": [{"key": "l", "salt": "l-1"}],
                 "experiments": [{"key": "x", "phase": 1, "salt": "e-1", "unitType": "user", "layer": "l",
                    "slots": SLOTS, "status": "running", "activeFrom": "2026-11-01T00:00:00Z", "control": "a",
                    "variants": [{"key": "a", "weight": 1, "value": "A"}, {"key": "b", "weight": 2, "value": "B"}]}],
                 "flags": [{"key": "f", "type": "string", "default": "N", "enabled": true,
                    "rules": [{"kind": "experiment", "experiment": "x"}]}]}
                """.replace("SLOTS", slots)));
    }
}
