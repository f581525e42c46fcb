package io.touchstone.standalone.demo.shop;

import java.time.Duration;
import java.util.List;

/**
 * Active customers and the hour of a push, decided in the morning: more open it in the evening, and neither orders nor
 * unsubscriptions change at all. Two true effects are exactly 0.
 */
final class PushTimeModel implements Model {
    private static final double[] OPENS_PUSH = {0.052, 0.073};
    private static final Duration[] PUSHED = {Duration.ofHours(12), Duration.ofMinutes(17 * 60 + 30)};
    private static final double ORDERS = 0.08;
    private static final double UNSUBSCRIBES = 0.008;
    private static final Basket BASKET = new Basket(27, 0.4);

    private static final int OPEN = OWN;
    private static final int OPEN_AT = OWN + 1;
    private static final int ORDER = OWN + 2;
    private static final int ORDER_AT = OWN + 3;
    private static final int WORTH = OWN + 4;
    private static final int UNSUBSCRIBE = OWN + 6;
    private static final int UNSUBSCRIBE_AT = OWN + 7;

    @Override
    public Duration opens() {
        return Duration.ofMinutes(9 * 60 + 30);
    }

    @Override
    public Duration closes() {
        return Duration.ofHours(11);
    }

    @Override
    public void play(Scene scene, int arm, List<Deed> deeds) {
        Chance chance = scene.chance();
        if (chance.happens(OPEN, OPENS_PUSH[arm])) {
            long pushed = scene.days().start(scene.days().dayOf(scene.met())) + PUSHED[arm].toMillis();
            long after = chance.between(
                    OPEN_AT,
                    Duration.ofSeconds(5).toMillis(),
                    Duration.ofHours(2).toMillis());
            deeds.add(new Deed(pushed + after, "push_open", null));
        }
        if (chance.happens(ORDER, ORDERS)) {
            long at = scene.later(ORDER_AT, Duration.ofMinutes(5), Duration.ofHours(23));
            deeds.add(new Deed(at, "order", BASKET.at(chance.normal(WORTH))));
        }
        if (chance.happens(UNSUBSCRIBE, UNSUBSCRIBES)) {
            deeds.add(new Deed(
                    scene.soon(UNSUBSCRIBE_AT, Duration.ofHours(9), Duration.ofHours(60)), "unsubscribe", null));
        }
    }

    @Override
    public double mean(ShopMetric metric, int arm) {
        return switch (metric) {
            case PUSH_OPEN_1D -> OPENS_PUSH[arm];
            case ORDER_1D -> ORDERS;
            case UNSUBSCRIBE_3D -> UNSUBSCRIBES;
            default -> throw new IllegalArgumentException("metric: " + metric + " (expected: one of the push time)");
        };
    }
}
