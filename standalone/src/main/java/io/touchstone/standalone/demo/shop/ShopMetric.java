package io.touchstone.standalone.demo.shop;

import io.touchstone.model.catalog.DayRange;
import io.touchstone.model.catalog.Direction;
import io.touchstone.model.catalog.MetricDefinition;
import io.touchstone.model.catalog.MetricKind;
import io.touchstone.model.catalog.ValueRange;
import io.touchstone.model.catalog.Window;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The shop's metrics; all in version 1. */
public enum ShopMetric {
    ORDER_1D("order-1d", "24 小时内下单", "Order within 24 hours", Shape.rate("order", Duration.ofDays(1))),
    ORDER_3D("order-3d", "3 天内下单", "Order within 3 days", Shape.rate("order", Duration.ofDays(3))),
    ORDER_VALUE_3D("order-value-3d", "3 天内订单金额", "Order value within 3 days", Shape.amount("order", 3, 120.0)),
    ORDER_VALUE_7D("order-value-7d", "7 天内订单金额", "Order value within 7 days", Shape.amount("order", 7, 120.0)),
    COUPON_COST_3D(
            "coupon-cost-3d",
            "3 天内券成本",
            "Coupon cost within 3 days",
            Shape.amount("coupon_redeemed", 3, null).better(Direction.DECREASE)),
    RETENTION_D1("retention-d1", "次日留存", "Retention, day 1", Shape.retention(1)),
    RETENTION_D3("retention-d3", "第 3 日留存", "Retention, day 3", Shape.retention(3)),
    RETENTION_D7("retention-d7", "第 7 日留存", "Retention, day 7", Shape.retention(7)),
    RETENTION_D14("retention-d14", "第 14 日留存", "Retention, day 14", Shape.retention(14)),
    UNSUBSCRIBE_3D(
            "unsubscribe-3d",
            "3 天内退订",
            "Unsubscribed within 3 days",
            Shape.rate("unsubscribe", Duration.ofDays(3)).better(Direction.DECREASE)),
    MEMBERSHIP("membership", "开通会员", "Joined the membership", Shape.rate("join_membership", null)),
    ACTIVATION_1D(
            "activation-1d",
            "激活（24 小时内首单）",
            "Activated: first order within 24 hours",
            Shape.rate("first_order", Duration.ofDays(1))),
    PUSH_OPEN_1D(
            "push-open-1d",
            "24 小时内点开推送",
            "Opened the push within 24 hours",
            Shape.rate("push_open", Duration.ofDays(1)));

    private final String key;
    private final Label label;
    private final Shape shape;

    ShopMetric(String key, String zh, String en, Shape shape) {
        this.key = key;
        this.label = new Label(zh, en);
        this.shape = shape;
    }

    public String key() {
        return key;
    }

    public Label label() {
        return label;
    }

    /** The largest total of a customer that counts; infinite where there is no bound. */
    double cap() {
        Double cap = shape.cap;
        return cap == null ? Double.POSITIVE_INFINITY : cap;
    }

    /** Whether it is a share of customers, shown in percent; else it is money. */
    public boolean share() {
        return !shape.kind.amount();
    }

    public MetricDefinition definition(Language language) {
        return new MetricDefinition(
                key,
                1,
                label.in(language),
                shape.kind,
                shape.event,
                null,
                shape.window,
                shape.days,
                shape.cap,
                shape.direction,
                share() ? "%" : "¥",
                ValueRange.POSITIVE);
    }

    private record Shape(
            MetricKind kind,
            String event,
            @Nullable Window window,
            @Nullable DayRange days,
            @Nullable Double cap,
            Direction direction) {

        static Shape rate(String event, @Nullable Duration within) {
            Window window = within == null ? null : new Window(0, within.toMillis());
            return new Shape(MetricKind.CONVERSION, event, window, null, null, Direction.INCREASE);
        }

        static Shape amount(String event, int days, @Nullable Double cap) {
            Window window = new Window(0, Duration.ofDays(days).toMillis());
            return new Shape(MetricKind.SUM, event, window, null, cap, Direction.INCREASE);
        }

        static Shape retention(int day) {
            return new Shape(MetricKind.RETENTION, "app_open", null, new DayRange(day, day), null, Direction.INCREASE);
        }

        Shape better(Direction other) {
            return new Shape(kind, event, window, days, cap, other);
        }
    }
}
