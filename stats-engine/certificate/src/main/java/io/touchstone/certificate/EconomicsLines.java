package io.touchstone.certificate;

import java.util.List;

/** Two differences read together. */
final class EconomicsLines {
    private EconomicsLines() {}

    static List<Regime> all() {
        return List.of(
                profit("400 and 400 units", new CouponRegime(CouponRegime.Reading.NET_PROFIT, 400, 400)),
                profit(
                        "300 control and 2,700 treatment units",
                        new CouponRegime(CouponRegime.Reading.NET_PROFIT, 300, 2_700)),
                returns("400 and 400 units", new CouponRegime(CouponRegime.Reading.RETURN, 400, 400)),
                returns(
                        "300 control and 2,700 treatment units",
                        new CouponRegime(CouponRegime.Reading.RETURN, 300, 2_700)),
                delivered(
                        "60 % reached, 5 % in control, 300 and 300 units",
                        new DeliveryRegime(0.6, 0.05, 0.4, 300, 300)),
                delivered(
                        "10 % reached, 7 % in control, 500 and 500 units: first stage F about 3",
                        new DeliveryRegime(0.1, 0.07, 2, 500, 500)));
    }

    private static Regime profit(String setting, Regime.Experiment experiment) {
        return new Regime("incremental net profit under the skew guard", "pair", "coupon, " + setting, experiment);
    }

    private static Regime returns(String setting, Regime.Experiment experiment) {
        return new Regime("incremental return, Fieller under the skew guard", "pair", "coupon, " + setting, experiment);
    }

    private static Regime delivered(String setting, Regime.Experiment experiment) {
        return new Regime("effect on the delivered, Fieller", "pair", setting, experiment);
    }
}
