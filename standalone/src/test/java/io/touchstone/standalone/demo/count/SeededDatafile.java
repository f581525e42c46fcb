package io.touchstone.standalone.demo.count;

import io.touchstone.core.datafile.Datafile;
import io.touchstone.core.datafile.ExperimentDefinition;
import io.touchstone.core.datafile.ExperimentRule;
import io.touchstone.core.datafile.ExperimentStatus;
import io.touchstone.core.datafile.FlagDefinition;
import io.touchstone.core.datafile.FlagType;
import io.touchstone.core.datafile.LayerDefinition;
import io.touchstone.core.datafile.SlotRange;
import io.touchstone.core.datafile.VariantDefinition;
import io.touchstone.core.evaluation.CompiledDatafile;
import io.touchstone.core.json.JsonValue;
import io.touchstone.standalone.demo.shop.Customer;
import io.touchstone.standalone.demo.shop.History;
import io.touchstone.standalone.demo.shop.Tactic;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The shop's datafile with salts of the seed, and the evaluator of the SDK on it. */
final class SeededDatafile implements Assignment {
    private final CompiledDatafile compiled;
    private final long instant;

    SeededDatafile(History history, long seed) {
        Instant from = history.moment();
        this.compiled = CompiledDatafile.compile(new Datafile(
                "camellia-tea/production",
                1,
                from,
                tactics()
                        .map(tactic -> new LayerDefinition(tactic.layer(), "l-" + seed))
                        .toList(),
                List.of(),
                List.of(),
                tactics().map(tactic -> experiment(tactic, "e-" + seed, from)).toList(),
                tactics().map(SeededDatafile::flag).toList()));
        this.instant = from.toEpochMilli();
    }

    @Override
    public String variant(Customer customer) {
        return compiled.evaluate(customer.tactic().flag(), customer.units(), customer.attributes(), instant)
                .variant();
    }

    @Override
    public long config() {
        return compiled.version();
    }

    private static java.util.stream.Stream<Tactic> tactics() {
        return Arrays.stream(Tactic.values());
    }

    private static ExperimentDefinition experiment(Tactic tactic, String salt, Instant from) {
        return new ExperimentDefinition(
                tactic.key(),
                1,
                salt,
                "user",
                tactic.layer(),
                List.of(new SlotRange(0, SlotRange.SLOTS)),
                ExperimentStatus.RUNNING,
                false,
                from,
                null,
                tactic.audience(),
                tactic.arms().getFirst().key(),
                tactic.arms().stream()
                        .map(arm -> new VariantDefinition(arm.key(), 1, JsonValue.of(arm.value())))
                        .toList());
    }

    private static FlagDefinition flag(Tactic tactic) {
        return new FlagDefinition(
                tactic.flag(),
                FlagType.STRING,
                JsonValue.of(tactic.arms().getFirst().value()),
                true,
                List.of(),
                List.of(),
                List.of(new ExperimentRule(tactic.key())));
    }
}
