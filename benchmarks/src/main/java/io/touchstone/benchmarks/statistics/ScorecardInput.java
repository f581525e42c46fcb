package io.touchstone.benchmarks.statistics;

import io.touchstone.statistics.sequential.HarmEpoch;
import io.touchstone.statistics.sequential.LookSchedule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The sufficient statistics of a shop's experiment on day 21 of 28: three treatments, 250,000 units an arm.
 *
 * @param metrics 50, in the order of the scorecard
 * @param exposed units of all arms at each look taken, control first
 * @param harms epochs of first harmful events for each treatment
 */
record ScorecardInput(List<ScorecardMetric> metrics, List<List<Long>> exposed, List<List<HarmEpoch>> harms) {

    static final int TREATMENTS = 3;
    static final int LOOKS = 28;
    static final int TAKEN = 21;
    static final List<Double> WEIGHTS = List.of(1.0, 1.0, 1.0, 1.0);

    private static final long SEED = 20_261_130L;

    ScorecardInput {
        metrics = List.copyOf(metrics);
        exposed = List.copyOf(exposed);
        harms = List.copyOf(harms);
    }

    /** The same with every call. */
    static ScorecardInput draw() {
        ShopDraws draws = new ShopDraws(SEED);
        LookDraws looks = new LookDraws(SEED + 1);
        List<ScorecardMetric> metrics = new ArrayList<>();
        rates(metrics, draws, looks);
        means(metrics, draws, looks);
        ratios(metrics, draws, looks);
        others(metrics, draws, looks);
        return new ScorecardInput(metrics, looks.exposed(), looks.harms());
    }

    private static void rates(List<ScorecardMetric> metrics, ShopDraws draws, LookDraws looks) {
        add(metrics, looks, Role.SUCCESS, 7, draws.rate(0.062), "first order within 7 days");
        add(metrics, looks, Role.SUCCESS, 7, draws.rate(0.021), "coupon redeemed");
        add(metrics, looks, Role.SUCCESS, 3, draws.rate(0.31), "activated within 3 days");
        add(metrics, looks, Role.SUCCESS, 7, draws.rate(0.18), "retained on day 7");
        String[] conversions = {
            "visited",
            "searched",
            "product viewed",
            "added to cart",
            "checkout begun",
            "paid",
            "shared",
            "favourite added"
        };
        for (int i = 0; i < conversions.length; i++) {
            add(metrics, looks, Role.SHOWN, 1, draws.rate(0.4 / (i + 1)), conversions[i]);
        }
        add(metrics, looks, Role.SHOWN, 1, draws.rate(0.27), "retained on day 1");
        add(metrics, looks, Role.SHOWN, 3, draws.rate(0.22), "retained on day 3");
        add(metrics, looks, Role.SHOWN, 14, draws.rate(0.15), "retained on days 8 to 14");
        add(metrics, looks, Role.GUARDRAIL, 7, draws.rate(0.002), "unsubscribed");
        add(metrics, looks, Role.GUARDRAIL, 7, draws.rate(0.012), "order returned");
        add(metrics, looks, Role.GUARDRAIL, 7, draws.rate(0.00008), "complaint");
        add(metrics, looks, Role.GUARDRAIL, 3, draws.rate(0.00003), "account deleted");
        add(metrics, looks, Role.GUARDRAIL, 1, draws.rate(0.00006), "payment failed twice");
    }

    private static void means(List<ScorecardMetric> metrics, ShopDraws draws, LookDraws looks) {
        add(metrics, looks, Role.SUCCESS, 7, draws.adjusted(0.062, 1.1, 2), "spend of 7 days, capped");
        add(metrics, looks, Role.SUCCESS, 7, draws.adjusted(0.062, 0.4, 2), "orders of 7 days");
        add(metrics, looks, Role.SUCCESS, 14, draws.adjusted(0.09, 1.1, 3), "spend of 14 days, capped");
        add(metrics, looks, Role.SHOWN, 14, draws.adjusted(0.09, 0.4, 3), "orders of 14 days");
        String[] counts = {"sessions", "product views", "searches", "days active", "messages opened", "items bought"};
        for (String count : counts) {
            add(metrics, looks, Role.SHOWN, 7, draws.adjusted(0.5, 0.8, 1), count);
        }
        add(metrics, looks, Role.GUARDRAIL, 7, draws.mean(0.4, 0.7), "full-price items");
        add(metrics, looks, Role.GUARDRAIL, 7, draws.mean(0.3, 0.9), "minutes in the app");
        add(metrics, looks, Role.SHOWN, 7, draws.mean(0.05, 1.5), "shipping cost");
        add(metrics, looks, Role.SHOWN, 7, draws.mean(0.02, 1.2), "coupon cost");
        add(metrics, looks, Role.SHOWN, 7, draws.mean(0.01, 1.4), "refunds, capped");
    }

    private static void ratios(List<ScorecardMetric> metrics, ShopDraws draws, LookDraws looks) {
        add(metrics, looks, Role.SUCCESS, 7, draws.ratio(0.6), "margin over revenue");
        String[] shown = {
            "click-through",
            "orders per session",
            "items per order",
            "coupon share of revenue",
            "returns per order",
            "searches without result",
            "messages opened per sent"
        };
        for (String name : shown) {
            add(metrics, looks, Role.SHOWN, 3, draws.ratio(0.8), name);
        }
    }

    private static void others(List<ScorecardMetric> metrics, ShopDraws draws, LookDraws looks) {
        add(metrics, looks, Role.SHOWN, 1, draws.quantile(0.5), "page load, median");
        add(metrics, looks, Role.SHOWN, 1, draws.quantile(0.9), "page load, 90 %");
        add(metrics, looks, Role.SHOWN, 1, draws.quantile(0.99), "page load, 99 %");
        add(metrics, looks, Role.SHOWN, 7, draws.timeToEvent(0.03), "days to the first order");
        add(metrics, looks, Role.SHOWN, 7, draws.timeToEvent(0.01), "days to churn");
        add(metrics, looks, Role.SUCCESS, 7, draws.pair(), "incremental net profit");
        add(metrics, looks, Role.SUCCESS, 7, draws.clustered(60), "orders per member of a group");
    }

    private static void add(
            List<ScorecardMetric> metrics, LookDraws looks, Role role, int window, Question question, String name) {
        List<LookSchedule> schedules = role == Role.SUCCESS ? looks.own() : looks.ofWindow(window);
        metrics.add(new ScorecardMetric(name, role, question, schedules, looks.units(schedules)));
    }

    /** How many schedules of looks differ. */
    int schedules() {
        Set<LookSchedule> all = new HashSet<>();
        metrics.forEach(metric -> all.addAll(metric.schedules()));
        return all.size();
    }
}
