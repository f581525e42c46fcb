package io.touchstone.vectors;

import java.util.Map;
import java.util.Optional;

/** Every adapter, by the method's name in the files. */
public final class Adapters {
    private static final Map<String, Adapter> ALL = Map.ofEntries(
            Map.entry("two_proportion", new TwoProportions()),
            Map.entry("welch_t", new WelchMeans()),
            Map.entry("relative_lift", new RelativeLifts()),
            Map.entry("ratio_metric", new RatioMetrics()),
            Map.entry("non_inferiority", new NonInferiorities()),
            Map.entry("cuped", new CupedMeans()),
            Map.entry("cuped_ratio", new CupedRatios()),
            Map.entry("post_stratified", new PostStratifiedMeans()),
            Map.entry("winsorised_mean", new WinsorisedMeans()),
            Map.entry("srm", new SampleRatios()),
            Map.entry("sample_size", new SampleSizes()),
            Map.entry("survival", new Survivals()),
            Map.entry("cluster_robust", new ClusterVectors()),
            Map.entry("quantile_difference", new Quantiles()),
            Map.entry("heterogeneity", new SegmentVectors()),
            Map.entry("off_policy", new OffPolicies()),
            Map.entry("lan_demets", new LanDeMets()),
            Map.entry("asymptotic_confidence_sequence", new ConfidenceSequences()),
            Map.entry("msprt", new MixtureTests()),
            Map.entry("sequential_srm", new SequentialSampleRatios()),
            Map.entry("bayes_beta_binomial", new BetaBinomials()),
            Map.entry("bayes_normal", new NormalEffects()),
            Map.entry("multiple_testing", new MultipleTests()),
            Map.entry("moments", new MergedMoments()));

    private Adapters() {}

    public static Optional<Adapter> of(String method) {
        return Optional.ofNullable(ALL.get(method));
    }
}
