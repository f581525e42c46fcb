package io.touchstone.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.datafile.DatafileCodec;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class EvaluationAllocationTest {
    private static final String DATAFILE = """
            {"schema": 1, "environment": "a/b", "version": 1, "publishedAt": "2026-11-22T08:00:00Z",
             "layers": [{"key": "l", "salt": "l-1"}],
             "holdouts": [{"key": "h", "salt": "h-1", "unitType": "user", "statusQuo": 0, "allShipped": 0,
                           "activeFrom": "2026-01-01T00:00:00Z"}],
             "experiments": [{"key": "x", "phase": 1, "salt": "e-1", "unitType": "user", "layer": "l",
                "slots": [[0, 500000]], "status": "running", "activeFrom": "2026-11-01T00:00:00Z", "control": "a",
                "audience": {"op": "all", "of": [
                    {"op": "in", "attribute": "country", "values": ["CN", "SG"]},
                    {"op": "lt", "attribute": "seen", "value": "2026-11-22T00:00:00Z"},
                    {"op": "none", "of": [{"op": "eq", "attribute": "plan", "value": "pro"}]}]},
                "variants": [{"key": "a", "weight": 1, "value": "A"}, {"key": "b", "weight": 2, "value": "B"}]}],
             "flags": [
                {"key": "f", "type": "string", "default": "N", "enabled": true,
                 "prerequisites": [{"flag": "g", "variants": ["on"]}],
                 "forced": [{"unitType": "user", "unit": "tester", "variant": "b", "value": "B"}],
                 "rules": [{"kind": "experiment", "experiment": "x"},
                           {"kind": "rollout", "key": "r", "salt": "r", "unitType": "user", "share": 500000,
                            "variant": "on", "value": "R"}]},
                {"key": "g", "type": "boolean", "default": false, "enabled": true,
                 "rules": [{"kind": "rollout", "key": "r", "salt": "r", "unitType": "user", "share": 1000000,
                            "variant": "on", "value": true}]}]}
            """;

    @Test
    void evaluate_everyStep_allocatesNothing() {
        CompiledDatafile datafile = CompiledDatafile.compile(DatafileCodec.read(DATAFILE));
        Attributes attributes = Attributes.of("country", "CN", "seen", "2026-11-21T08:00:00.5+08:00");
        Units[] units = new Units[100];
        for (int i = 0; i < units.length; i++) {
            units[i] = Units.user("用户-" + i);
        }
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        int[] seen = new int[Reason.values().length];
        evaluateAll(datafile, units, attributes, seen);

        long before = threads.getCurrentThreadAllocatedBytes();
        for (int round = 0; round < 100; round++) {
            evaluateAll(datafile, units, attributes, seen);
        }
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(seen[Reason.EXPERIMENT.ordinal()]).isPositive();
        assertThat(seen[Reason.ROLLOUT.ordinal()]).isPositive();
        assertThat(seen[Reason.DEFAULT.ordinal()]).isPositive();
        // 10,000 evaluations; the meter itself may take a few bytes.
        assertThat(bytes).isLessThan(2_000);
    }

    private static void evaluateAll(CompiledDatafile datafile, Units[] units, Attributes attributes, int[] seen) {
        for (int i = 0; i < units.length; i++) {
            seen[
                    datafile.evaluate("f", units[i], attributes, 1_795_334_400_000L)
                            .reason()
                            .ordinal()]++;
        }
    }
}
