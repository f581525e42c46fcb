package io.touchstone.certificate;

import java.util.List;
import java.util.stream.Stream;

/** Every line of the certificate; each group stands in a class of its own. */
public final class Regimes {

    private Regimes() {}

    /** In the order of the document. */
    public static List<Regime> all() {
        return Stream.of(
                        RateLines.all(),
                        MeanLines.all(),
                        RatioLines.all(),
                        AdjustedLines.all(),
                        ValueLines.all(),
                        LiftLines.all(),
                        MarginLines.all(),
                        EconomicsLines.all(),
                        SegmentLines.all(),
                        LookLines.all(),
                        MultiplicityLines.all(),
                        ClusterLines.all(),
                        QuantileLines.all(),
                        SurvivalLines.all(),
                        OtherLines.all())
                .flatMap(List::stream)
                .toList();
    }
}
