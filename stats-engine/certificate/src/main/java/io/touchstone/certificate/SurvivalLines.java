package io.touchstone.certificate;

import java.util.List;

/** Time to an event with rolling entry. */
final class SurvivalLines {
    private static final Lifetime EVENT = new Lifetime.Constant(20, 30);
    private static final Lifetime RARE = new Lifetime.Constant(150, 400);
    private static final Lifetime CHURN = new Lifetime.Churn(1.2);

    private SurvivalLines() {}

    static List<Regime> all() {
        return List.of(
                logRank("an event after 20 days on average, 150 and 150 units", EVENT, 150, 150),
                logRank("an event after 20 days on average, 40 and 360 units", EVENT, 40, 360),
                logRank("churn after 7 silent days, 200 and 200 units", CHURN, 200, 200),
                restricted("an event after 20 days on average, up to day 20, 150 and 150 units", EVENT, 20, 150, 150),
                restricted("an event after 20 days on average, up to day 20, 40 and 360 units", EVENT, 20, 40, 360),
                restricted("an event after 150 days on average, up to day 20, 150 and 150 units", RARE, 20, 150, 150),
                restricted("churn after 7 silent days, up to day 20, 200 and 200 units", CHURN, 20, 200, 200),
                atDay("an event after 20 days on average, day 14, 150 and 150 units", EVENT, 14, 150, 150),
                atDay("an event after 20 days on average, day 14, 40 and 360 units", EVENT, 14, 40, 360),
                atDay("an event after 150 days on average, day 14, 150 and 150 units", RARE, 14, 150, 150),
                atDay("churn after 7 silent days, day 20, 200 and 200 units", CHURN, 20, 200, 200));
    }

    private static Regime logRank(String setting, Lifetime lifetime, int control, int treatment) {
        return new Regime(
                "log-rank",
                "time-to-event",
                setting,
                Claim.alarm(0.05),
                new SurvivalRegime(SurvivalRegime.Reading.LOG_RANK, lifetime, 0, control, treatment));
    }

    private static Regime restricted(String setting, Lifetime lifetime, int tau, int control, int treatment) {
        return new Regime(
                "difference of restricted means",
                "time-to-event",
                setting,
                new SurvivalRegime(SurvivalRegime.Reading.RESTRICTED_MEAN, lifetime, tau, control, treatment));
    }

    private static Regime atDay(String setting, Lifetime lifetime, int day, int control, int treatment) {
        return new Regime(
                "difference of survival at a day",
                "time-to-event",
                setting,
                new SurvivalRegime(SurvivalRegime.Reading.AT_DAY, lifetime, day, control, treatment));
    }
}
