package io.touchstone.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.core.bucketing.Units;
import io.touchstone.core.condition.Attributes;
import io.touchstone.core.datafile.Datafile;
import io.touchstone.core.datafile.DatafileCodec;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The compiled evaluator against the naive one, on datafiles nobody would think of. */
class EvaluationPropertyTest {
    private static final int DATAFILES = 400;
    private static final int CALLS = 60;

    @Test
    void explain_randomDatafiles_equalsTheNaiveInterpretation() {
        Random random = new Random(20261122);
        Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
        Map<PassReason, Integer> passes = new EnumMap<>(PassReason.class);
        int stayed = 0;
        for (int i = 0; i < DATAFILES; i++) {
            RandomDatafiles source = new RandomDatafiles(random);
            Datafile datafile = source.datafile();
            CompiledDatafile compiled = CompiledDatafile.compile(datafile);
            NaiveEvaluator naive = new NaiveEvaluator(datafile);
            for (int call = 0; call < CALLS; call++) {
                String flag = source.flagKey();
                Units units = source.units();
                Attributes attributes = source.attributes();
                long at = source.at();
                KeptVariants kept = source.kept();

                Explanation explanation = compiled.explain(flag, units, attributes, at, kept);

                assertThat(explanation)
                        .as("%s %s %s %d in %s", flag, units, attributes, at, datafile)
                        .isEqualTo(naive.explain(flag, units, attributes, at, kept));
                assertThat(compiled.evaluate(flag, units, attributes, at, kept)).isEqualTo(explanation.decision());
                reasons.merge(explanation.decision().reason(), 1, Integer::sum);
                explanation.rules().forEach(rule -> count(passes, rule));
                stayed += compiled.evaluate(flag, units, attributes, at).equals(explanation.decision()) ? 0 : 1;
            }
        }
        // A comparison proves what it met.
        assertThat(reasons).hasSize(Reason.values().length).allSatisfy((reason, count) -> assertThat(count)
                .isGreaterThan(50));
        assertThat(passes).hasSize(PassReason.values().length).allSatisfy((pass, count) -> assertThat(count)
                .isGreaterThan(50));
        assertThat(stayed).isGreaterThan(50);
    }

    @Test
    void readWrite_randomDatafiles_isTheSameDatafile() {
        Random random = new Random(20261123);
        for (int i = 0; i < DATAFILES; i++) {
            Datafile datafile = new RandomDatafiles(random).datafile();
            byte[] canonical = DatafileCodec.writeCanonical(datafile);

            Datafile again = DatafileCodec.read(canonical);

            assertThat(again).isEqualTo(datafile);
            assertThat(DatafileCodec.writeCanonical(again)).isEqualTo(canonical);
        }
    }

    private static void count(Map<PassReason, Integer> passes, RuleTrace rule) {
        if (rule.pass() != null) {
            passes.merge(rule.pass(), 1, Integer::sum);
        }
    }
}
