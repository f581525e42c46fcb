package io.touchstone.standalone.demo.count;

import io.touchstone.model.catalog.Catalog;
import io.touchstone.model.catalog.ExperimentFacts;
import io.touchstone.model.catalog.MeansMethod;
import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.MetricRef;
import io.touchstone.model.catalog.PhaseFacts;
import io.touchstone.model.catalog.PhaseMetric;
import io.touchstone.model.catalog.PhaseState;
import io.touchstone.model.catalog.PhaseVariant;
import io.touchstone.model.catalog.Plan;
import io.touchstone.standalone.demo.shop.History;
import io.touchstone.standalone.demo.shop.Language;
import io.touchstone.standalone.demo.shop.ShopMetric;
import io.touchstone.standalone.demo.shop.Tactic;
import java.util.Arrays;
import java.util.List;

/** The shop's catalog, as the control plane publishes it. */
final class ShopCatalog {
    private static final int ENVIRONMENT = 1;

    private ShopCatalog() {}

    static Catalog of(History history, long version) {
        List<MetricDefinition> metrics = Arrays.stream(ShopMetric.values())
                .map(metric -> metric.definition(Language.EN))
                .toList();
        List<ExperimentFacts> experiments = Arrays.stream(Tactic.values())
                .map(tactic -> new ExperimentFacts(
                        tactic.key(), tactic.flag(), "user", false, List.of(phase(tactic, history))))
                .toList();
        return new Catalog(version, ENVIRONMENT, "camellia-tea/production", History.ZONE, metrics, experiments);
    }

    private static PhaseFacts phase(Tactic tactic, History history) {
        return new PhaseFacts(
                CustomerEvents.PHASE,
                PhaseState.RUNNING,
                1,
                tactic.arms().getFirst().key(),
                tactic.arms().stream()
                        .map(arm -> new PhaseVariant(arm.key(), 1))
                        .toList(),
                history.begin(),
                history.moment(),
                null,
                tactic.metrics().stream()
                        .map(use ->
                                new PhaseMetric(new MetricRef(use.metric().key(), 1), use.role(), MeansMethod.GUARDED))
                        .toList(),
                List.of(),
                List.of(),
                Plan.DEFAULT);
    }
}
