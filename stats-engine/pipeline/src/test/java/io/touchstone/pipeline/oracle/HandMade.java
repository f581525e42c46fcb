package io.touchstone.pipeline.oracle;

import io.touchstone.pipeline.oracle.AcceptedEvent.Who;
import io.touchstone.pipeline.oracle.TestCatalog.Dimension;
import io.touchstone.pipeline.oracle.TestCatalog.Experiment;
import io.touchstone.pipeline.oracle.TestCatalog.Metric;
import io.touchstone.pipeline.oracle.TestCatalog.Phase;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** Small catalogs and events written by hand: one experiment {@code alpha} of two phases on users. */
final class HandMade {

    static final Who ANN = new Who("user", "0".repeat(31) + "1");
    static final Who BOB = new Who("user", "0".repeat(31) + "2");

    private HandMade() {}

    static TestCatalog shanghai(Metric... metrics) {
        return catalog("Asia/Shanghai", List.of(), List.of(), metrics);
    }

    static TestCatalog catalog(String zone, List<Dimension> dimensions, List<String> covariates, Metric... metrics) {
        List<String> variants = List.of("control", "coupon");
        List<Phase> phases = List.of(
                new Phase(1, "stopped", 0, variants, List.of(metrics), dimensions, covariates),
                new Phase(2, "running", 0, variants, List.of(metrics), dimensions, covariates));
        return new TestCatalog(
                zone, List.of(metrics), List.of(new Experiment("alpha", "offer", "user", false, phases)));
    }

    static AcceptedEvent exposed(String id, long time, Who who, int phase, String variant) {
        return AcceptedEvent.exposure(id, time, who, "offer", "alpha", phase, variant);
    }

    static AcceptedEvent bought(String id, long time, Who who, double value) {
        return AcceptedEvent.outcome(id, time, who, "purchase", value);
    }

    /** An instant by the clocks of Shanghai. */
    static long at(String shanghai) {
        return LocalDateTime.parse(shanghai)
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toInstant()
                .toEpochMilli();
    }
}
