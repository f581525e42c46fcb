package io.touchstone.standalone.demo.shop;

import java.time.Duration;
import java.util.List;

/** New customers and a guide of three steps: more join, order, and come back. */
final class OnboardingModel implements Model {
    private static final double[] JOINS = {0.42, 0.485};
    private static final double[] ORDERS_AT_ONCE = {0.30, 0.352};
    private static final double ORDERS_IN_THE_WEEK = 0.04;
    private static final Basket[] BASKETS = {new Basket(26, 0.4), new Basket(28, 0.4)};
    private static final Curve[] RETENTION = {new Curve(0.32, 0.36), new Curve(0.375, 0.31)};
    private static final double LOYALTY_SPREAD = 0.6;

    private static final int JOIN = OWN;
    private static final int JOIN_AT = OWN + 1;
    private static final int ORDER = OWN + 2;
    private static final int ORDER_AT = OWN + 3;
    private static final int WORTH = OWN + 4;

    @Override
    public void play(Scene scene, int arm, List<Deed> deeds) {
        Chance chance = scene.chance();
        if (chance.happens(JOIN, JOINS[arm])) {
            deeds.add(new Deed(
                    scene.later(JOIN_AT, Duration.ofMinutes(1), Duration.ofMinutes(8)), "join_membership", null));
        }
        double order = chance.uniform(ORDER);
        if (order < ORDERS_AT_ONCE[arm]) {
            order(scene, arm, scene.soon(ORDER_AT, Duration.ofMinutes(4), Duration.ofHours(23)), deeds);
        } else if (order < ORDERS_AT_ONCE[arm] + ORDERS_IN_THE_WEEK) {
            order(scene, arm, scene.later(ORDER_AT, Duration.ofHours(25), Duration.ofDays(6)), deeds);
        }
        scene.openApp(RETENTION[arm], LOYALTY_SPREAD, deeds);
    }

    private static void order(Scene scene, int arm, long at, List<Deed> deeds) {
        deeds.add(new Deed(at, "first_order", null));
        deeds.add(new Deed(at, "order", BASKETS[arm].at(scene.chance().normal(WORTH))));
    }

    @Override
    public double mean(ShopMetric metric, int arm) {
        return switch (metric) {
            case MEMBERSHIP -> JOINS[arm];
            case ACTIVATION_1D -> ORDERS_AT_ONCE[arm];
            case ORDER_VALUE_7D -> (ORDERS_AT_ONCE[arm] + ORDERS_IN_THE_WEEK) * BASKETS[arm].meanCapped(metric.cap());
            case RETENTION_D1 -> RETENTION[arm].at(1);
            case RETENTION_D3 -> RETENTION[arm].at(3);
            case RETENTION_D7 -> RETENTION[arm].at(7);
            case RETENTION_D14 -> RETENTION[arm].at(14);
            default -> throw new IllegalArgumentException("metric: " + metric + " (expected: one of the onboarding)");
        };
    }
}
