package io.touchstone.vectors;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every adapter, by the method's name in the files. */
public final class Adapters {
    private static final Map<String, Mapping> ALL = Map.ofEntries(
            Map.entry("two_proportion", mapping(new TwoProportions(), "alpha", "alternative")),
            Map.entry("welch_t", mapping(new WelchMeans(), "alpha", "alternative")),
            Map.entry("relative_lift", mapping(new RelativeLifts(), "alpha")),
            Map.entry("ratio_metric", mapping(new RatioMetrics(), "alpha")),
            Map.entry(
                    "non_inferiority",
                    mapping(new NonInferiorities(), "alpha_one_sided", "kind", "margin", "margin_type", "direction")),
            Map.entry("cuped", mapping(new CupedMeans(), "alpha", "covariates")),
            Map.entry("cuped_ratio", mapping(new CupedRatios(), "alpha")),
            Map.entry("post_stratified", mapping(new PostStratifiedMeans(), "alpha", "weights")),
            Map.entry(
                    "winsorised_mean",
                    mapping(
                            new WinsorisedMeans(),
                            "alpha",
                            "quantile_type",
                            "cap_type",
                            "lower",
                            "upper",
                            "ignore_zeros")),
            Map.entry("srm", mapping(new SampleRatios(), "weights", "threshold")),
            Map.entry(
                    "sample_size",
                    mapping(
                            new SampleSizes(),
                            "design",
                            "baseline",
                            "relative_effect",
                            "absolute_effect",
                            "difference",
                            "expected_diff",
                            "margin",
                            "direction",
                            "variance_c",
                            "variance_t",
                            "n_c",
                            "n_t",
                            "k",
                            "alpha",
                            "power",
                            "sided",
                            "cuped_rho")),
            Map.entry("survival", mapping(new Survivals(), "alpha", "at", "tau")),
            Map.entry("cluster_robust", mapping(new ClusterVectors(), "alpha", "two_way")),
            Map.entry("quantile_difference", mapping(new Quantiles(), "alpha", "q", "clustered")),
            Map.entry("heterogeneity", mapping(new SegmentVectors(), "alpha")),
            Map.entry("off_policy", mapping(new OffPolicies(), "clip")),
            Map.entry("lan_demets", mapping(new LanDeMets(), "spending", "information_fractions", "alpha", "sided")),
            Map.entry(
                    "asymptotic_confidence_sequence",
                    mapping(new ConfidenceSequences(), "alpha", "tuned_for_n", "rho_method", "samples")),
            Map.entry("msprt", mapping(new MixtureTests(), "alpha", "tau2")),
            Map.entry(
                    "sequential_srm",
                    mapping(new SequentialSampleRatios(), "weights", "dirichlet_concentration", "alpha")),
            Map.entry("bayes_beta_binomial", mapping(new BetaBinomials(), "prior_c", "prior_t", "level")),
            Map.entry("bayes_normal", mapping(new NormalEffects(), "prior", "level", "effect")),
            Map.entry("multiple_testing", mapping(new MultipleTests(), "alpha")),
            Map.entry("moments", mapping(new MergedMoments())));

    private Adapters() {}

    /**
     * An adapter and the parameters it understands.
     *
     * @param parameters by name; a case may have others, which change nothing in the answer
     */
    public record Mapping(Adapter adapter, Set<String> parameters) {

        public Mapping {
            parameters = Set.copyOf(parameters);
        }

        /** A line for each parameter of the case that is not read: the answer may be one to another question. */
        List<String> unread(VectorCase vector) {
            return vector.parameters()
                    .propertyStream()
                    .map(Map.Entry::getKey)
                    .filter(name -> !parameters.contains(name))
                    .map(name -> "parameter not read: " + name)
                    .toList();
        }
    }

    private static Mapping mapping(Adapter adapter, String... parameters) {
        return new Mapping(adapter, Set.of(parameters));
    }

    public static Optional<Mapping> of(String method) {
        return Optional.ofNullable(ALL.get(method));
    }
}
