package io.touchstone.standalone.demo.shop;

import io.touchstone.core.condition.Condition;
import io.touchstone.core.json.JsonValue;
import io.touchstone.model.catalog.MetricRole;
import java.util.ArrayList;
import java.util.List;

/** What the shop tries: each is an experiment on a flag and a layer of its own, for customers of one lifecycle stage. */
public enum Tactic {
    WINBACK(
            new Names("winback-coupon", "流失召回券", "Win-back coupon"),
            new Placing("winback_offer", "coupons", "lapsed"),
            27_000,
            List.of(
                    new Arm("control", new Label("不发券", "No coupon"), "none"),
                    new Arm("off20", new Label("8 折券", "20 % off"), "off20"),
                    new Arm("30-12", new Label("满 30 减 12", "¥12 off ¥30"), "30-12")),
            List.of(
                    new Use(ShopMetric.ORDER_3D, MetricRole.SUCCESS),
                    new Use(ShopMetric.ORDER_VALUE_3D, MetricRole.SUCCESS),
                    new Use(ShopMetric.COUPON_COST_3D, MetricRole.SECONDARY),
                    new Use(ShopMetric.RETENTION_D7, MetricRole.SECONDARY),
                    new Use(ShopMetric.UNSUBSCRIBE_3D, MetricRole.GUARDRAIL)),
            new WinbackModel()),
    ONBOARDING(
            new Names("onboarding-guide", "新客引导", "Onboarding guide"),
            new Placing("onboarding", "onboarding", "new"),
            14_000,
            List.of(
                    new Arm("control", new Label("原版首页", "Plain start page"), "plain"),
                    new Arm("guide", new Label("三步引导", "Three-step guide"), "guide")),
            List.of(
                    new Use(ShopMetric.ACTIVATION_1D, MetricRole.SUCCESS),
                    new Use(ShopMetric.MEMBERSHIP, MetricRole.SECONDARY),
                    new Use(ShopMetric.RETENTION_D1, MetricRole.SUCCESS),
                    new Use(ShopMetric.RETENTION_D3, MetricRole.SECONDARY),
                    new Use(ShopMetric.RETENTION_D7, MetricRole.SUCCESS),
                    new Use(ShopMetric.RETENTION_D14, MetricRole.SECONDARY),
                    new Use(ShopMetric.ORDER_VALUE_7D, MetricRole.SECONDARY)),
            new OnboardingModel()),
    PUSH_TIME(
            new Names("push-time", "推送时间", "Push time"),
            new Placing("push_time", "messages", "active"),
            14_000,
            List.of(
                    new Arm("noon", new Label("12:00 推送", "Push at 12:00"), "12:00"),
                    new Arm("evening", new Label("17:30 推送", "Push at 17:30"), "17:30")),
            List.of(
                    new Use(ShopMetric.PUSH_OPEN_1D, MetricRole.SUCCESS),
                    new Use(ShopMetric.ORDER_1D, MetricRole.SUCCESS),
                    new Use(ShopMetric.UNSUBSCRIBE_3D, MetricRole.GUARDRAIL)),
            new PushTimeModel());

    private static final List<String> CITIES = List.of("上海", "杭州", "成都", "广州", "长沙");
    private static final double WEEKEND = 1.25;

    private final Names names;
    private final Placing placing;
    private final int customers;
    private final List<Arm> arms;
    private final List<Use> metrics;
    private final Model model;

    Tactic(Names names, Placing placing, int customers, List<Arm> arms, List<Use> metrics, Model model) {
        this.names = names;
        this.placing = placing;
        this.customers = customers;
        this.arms = arms;
        this.metrics = metrics;
        this.model = model;
    }

    /**
     * How it is called.
     *
     * @param key of the experiment
     */
    private record Names(String key, String zh, String en) {}

    /**
     * Where it stands.
     *
     * @param flag that asks it
     * @param layer whose slots it takes, all of them
     * @param stage whom it addresses
     */
    private record Placing(String flag, String layer, String stage) {}

    /**
     * A variant; all have the same weight, the first is the control.
     *
     * @param key of the variant
     * @param label for people
     * @param value what the flag answers
     */
    public record Arm(String key, Label label, String value) {}

    /**
     * A metric of the experiment.
     *
     * @param metric which
     * @param role what for
     */
    public record Use(ShopMetric metric, MetricRole role) {}

    /** Key of the experiment. */
    public String key() {
        return names.key;
    }

    public Label label() {
        return new Label(names.zh, names.en);
    }

    public String flag() {
        return placing.flag;
    }

    public String layer() {
        return placing.layer;
    }

    /** The lifecycle stage it addresses. */
    public String stage() {
        return placing.stage;
    }

    /** Whom it addresses, as a condition. */
    public Condition audience() {
        return new Condition.Eq("stage", JsonValue.of(placing.stage));
    }

    /** How many customers meet it in four weeks. */
    public int customers() {
        return customers;
    }

    /** The variants, the control first. */
    public List<Arm> arms() {
        return arms;
    }

    /** What is measured. */
    public List<Use> metrics() {
        return metrics;
    }

    /** The customer of that number, meeting the tactic on that day at her hour. */
    Customer customer(Chance chance, long number, String prefix, Days days, int day) {
        long met = days.start(day)
                + chance.between(
                        Model.HOUR, model.opens().toMillis(), model.closes().toMillis());
        String city = CITIES.get((int) (chance.uniform(Model.CITY) * CITIES.size()));
        return new Customer(this, number, prefix + number, city, met);
    }

    /** What she does in the four weeks after she met the arm, in no order. */
    List<Deed> deeds(Chance chance, Customer customer, String arm, Days days) {
        List<Deed> deeds = new ArrayList<>();
        model.play(new Model.Scene(chance, customer.met(), days), armIndex(arm), deeds);
        return deeds;
    }

    /** The mean of the metric over all customers, if all had met that arm. */
    double mean(ShopMetric metric, String arm) {
        return model.mean(metric, armIndex(arm));
    }

    /** How much busier than a weekday a day is. */
    static double busyness(boolean weekend) {
        return weekend ? WEEKEND : 1;
    }

    private int armIndex(String key) {
        for (int i = 0; i < arms.size(); i++) {
            if (arms.get(i).key().equals(key)) {
                return i;
            }
        }
        throw new IllegalArgumentException("arm: " + key + " (expected: one of " + arms + ")");
    }
}
