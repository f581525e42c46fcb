package io.touchstone.standalone.demo.shop;

import java.time.Duration;
import java.util.List;

/**
 * Lapsed customers and a coupon that is valid for three days: none, 20 % off, ¥12 off ¥30.
 *
 * <p>Orders within three days: whether at all by arm; their worth together is a {@link Basket}; one of ¥60 or more is two orders,
 * the first the larger, so that with ¥12 off ¥30 one coupon is redeemed exactly when the worth together reaches ¥30.
 */
final class WinbackModel implements Model {
    private static final double[] ORDERS = {0.062, 0.085, 0.081};
    private static final Basket[] BASKETS = {new Basket(29, 0.45), new Basket(31, 0.45), new Basket(37, 0.4)};
    private static final double[] UNSUBSCRIBES = {0.006, 0.006, 0.015};
    private static final Curve[] RETENTION = {new Curve(0.31, 0.55), new Curve(0.40, 0.55), new Curve(0.385, 0.55)};
    private static final double LOYALTY_SPREAD = 0.5;

    /** Who orders without being asked, later. */
    private static final double ORDERS_LATER = 0.04;

    /** Who has a coupon and uses it. */
    private static final double USES = 0.92;

    private static final double SHARE_OFF = 0.2;
    private static final double YUAN_OFF = 12;
    private static final double LEAST_WORTH = 30;
    private static final double TWO_ORDERS = 60;
    private static final int TWENTY_OFF = 1;
    private static final int YUAN_TWELVE_OFF = 2;

    private static final int ORDER = OWN;
    private static final int WORTH = OWN + 1;
    private static final int FIRST_AT = OWN + 3;
    private static final int SECOND_AT = OWN + 4;
    private static final int PART = OWN + 5;
    private static final int USE = OWN + 6;
    private static final int UNSUBSCRIBE = OWN + 7;
    private static final int UNSUBSCRIBE_AT = OWN + 8;
    private static final int LATER = OWN + 9;
    private static final int LATER_AT = OWN + 10;
    private static final int LATER_WORTH = OWN + 11;

    @Override
    public void play(Scene scene, int arm, List<Deed> deeds) {
        Chance chance = scene.chance();
        if (chance.happens(ORDER, ORDERS[arm])) {
            order(scene, arm, BASKETS[arm].at(chance.normal(WORTH)), deeds);
        }
        if (chance.happens(LATER, ORDERS_LATER)) {
            double worth = BASKETS[0].at(chance.normal(LATER_WORTH));
            deeds.add(new Deed(scene.later(LATER_AT, Duration.ofHours(73), Duration.ofDays(14)), "order", worth));
        }
        if (chance.happens(UNSUBSCRIBE, UNSUBSCRIBES[arm])) {
            deeds.add(new Deed(
                    scene.soon(UNSUBSCRIBE_AT, Duration.ofMinutes(2), Duration.ofHours(60)), "unsubscribe", null));
        }
        scene.openApp(RETENTION[arm], LOYALTY_SPREAD, deeds);
    }

    private static void order(Scene scene, int arm, double worth, List<Deed> deeds) {
        Chance chance = scene.chance();
        boolean two = worth >= TWO_ORDERS;
        double first = two ? Basket.inFen(worth * (0.5 + 0.2 * chance.uniform(PART))) : worth;
        boolean uses = chance.happens(USE, USES);
        long at = scene.soon(FIRST_AT, Duration.ofMinutes(3), Duration.ofHours(48));
        deeds.add(new Deed(at, "order", first));
        redeem(arm, uses, at, first, deeds);
        if (two) {
            double second = Basket.inFen(worth - first);
            long then = scene.later(SECOND_AT, Duration.ofHours(49), Duration.ofHours(71));
            deeds.add(new Deed(then, "order", second));
            if (arm == TWENTY_OFF) {
                redeem(arm, uses, then, second, deeds);
            }
        }
    }

    private static void redeem(int arm, boolean uses, long at, double worth, List<Deed> deeds) {
        if (uses && arm == TWENTY_OFF) {
            deeds.add(new Deed(at, "coupon_redeemed", Basket.inFen(SHARE_OFF * worth)));
        } else if (uses && arm == YUAN_TWELVE_OFF && worth >= LEAST_WORTH) {
            deeds.add(new Deed(at, "coupon_redeemed", YUAN_OFF));
        }
    }

    @Override
    public double mean(ShopMetric metric, int arm) {
        return switch (metric) {
            case ORDER_3D -> ORDERS[arm];
            case ORDER_VALUE_3D -> ORDERS[arm] * BASKETS[arm].meanCapped(metric.cap());
            case COUPON_COST_3D -> ORDERS[arm] * USES * costOfUse(arm);
            case RETENTION_D7 -> RETENTION[arm].at(7);
            case UNSUBSCRIBE_3D -> UNSUBSCRIBES[arm];
            default -> throw new IllegalArgumentException("metric: " + metric + " (expected: one of the win-back)");
        };
    }

    private static double costOfUse(int arm) {
        return switch (arm) {
            case TWENTY_OFF -> SHARE_OFF * BASKETS[arm].mean();
            case YUAN_TWELVE_OFF -> YUAN_OFF * BASKETS[arm].reaches(LEAST_WORTH);
            default -> 0;
        };
    }
}
