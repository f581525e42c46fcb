package io.touchstone.core.evaluation;

import io.touchstone.core.condition.Attributes;
import io.touchstone.core.condition.Condition;
import io.touchstone.core.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Conditions of every operator and attributes that they are true and false of, and cannot judge. */
final class RandomConditions {
    private static final List<String> ATTRIBUTES = List.of("a", "b", "c", "d");
    private static final List<Double> NUMBERS = List.of(-1.0, 0.0, 1.0, 2.5, 30.0);
    private static final List<String> TEXTS = List.of("x", "xy", "上海", "😀", "1");
    private static final List<String> VERSIONS = List.of(
            "1", "1.0.0-a", "1.0.0-a.2", "1.0.0-a.10", "1.0.0-a-", "1.0+b", "1.2", "2.0.0-1", "2.0.0-x", "10.0.0");
    private static final List<String> INSTANTS = List.of(
            "2026-11-22T08:00:00Z",
            "2026-11-22T16:00:00.001+08:00",
            "2026-11-22T07:59:59.999Z",
            "2026-11-23T00:00:00Z");

    private final Random random;

    RandomConditions(Random random) {
        this.random = random;
    }

    Condition condition(int depth, List<String> segments) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return !segments.isEmpty() && random.nextInt(4) == 0
                    ? new Condition.InSegment(pick(segments))
                    : leaf(pick(ATTRIBUTES));
        }
        List<Condition> of = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            of.add(condition(depth - 1, segments));
        }
        return switch (random.nextInt(4)) {
            case 0 -> new Condition.All(of);
            case 1 -> new Condition.None(of);
            default -> new Condition.Any(of);
        };
    }

    Attributes attributes() {
        Attributes.Builder builder = Attributes.builder();
        for (String name : ATTRIBUTES) {
            switch (random.nextInt(7)) {
                case 0 -> builder.put(name, pick(NUMBERS));
                case 1 -> builder.put(name, pick(TEXTS));
                case 2 -> builder.put(name, pick(VERSIONS));
                case 3 -> builder.put(name, pick(INSTANTS));
                case 4 -> builder.put(name, TEXTS.subList(0, random.nextInt(TEXTS.size())));
                case 5 -> builder.put(name, random.nextBoolean());
                default -> {} // missing
            }
        }
        return builder.build();
    }

    private Condition leaf(String attribute) {
        return switch (random.nextInt(10)) {
            case 0 -> new Condition.Eq(attribute, scalar());
            case 1 ->
                new Condition.In(
                        attribute, List.of(scalar(), scalar(), scalar()).subList(0, random.nextInt(4)));
            case 2 ->
                new Condition.Compare(
                        pick(List.of(Condition.Order.values())),
                        attribute,
                        random.nextBoolean() ? JsonValue.of(pick(NUMBERS)) : JsonValue.of(pick(INSTANTS)));
            case 3 -> new Condition.Between(attribute, JsonValue.of(pick(NUMBERS)), JsonValue.of(30.5));
            case 4 ->
                new Condition.Between(
                        attribute, JsonValue.of(pick(INSTANTS)), JsonValue.of("2026-11-23T00:00:00.001Z"));
            case 5 ->
                random.nextBoolean()
                        ? new Condition.Before(attribute, pick(INSTANTS))
                        : new Condition.After(attribute, pick(INSTANTS));
            case 6 -> new Condition.Contains(attribute, pick(TEXTS));
            case 7 -> new Condition.StartsWith(attribute, pick(TEXTS));
            case 8 -> new Condition.Semver(pick(List.of(Condition.VersionOrder.values())), attribute, pick(VERSIONS));
            default -> new Condition.Exists(attribute);
        };
    }

    private JsonValue scalar() {
        return switch (random.nextInt(3)) {
            case 0 -> JsonValue.of(pick(NUMBERS));
            case 1 -> JsonValue.of(random.nextBoolean());
            default -> JsonValue.of(pick(TEXTS));
        };
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
