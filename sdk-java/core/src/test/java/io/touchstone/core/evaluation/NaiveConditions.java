package io.touchstone.core.evaluation;

import io.touchstone.core.condition.Attributes;
import io.touchstone.core.condition.Condition;
import io.touchstone.core.condition.ConditionNote;
import io.touchstone.core.datafile.Segment;
import io.touchstone.core.json.JsonArray;
import io.touchstone.core.json.JsonBoolean;
import io.touchstone.core.json.JsonDecimal;
import io.touchstone.core.json.JsonInteger;
import io.touchstone.core.json.JsonString;
import io.touchstone.core.json.JsonValue;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Conditions read sentence by sentence from docs/formats/assignment.md, without compiling: what is compiled has to agree. A leaf
 * answers true, false or null, null for a value that it cannot judge.
 */
final class NaiveConditions {
    private final Map<String, Condition> segments;

    NaiveConditions(List<Segment> segments) {
        this.segments = segments.stream().collect(Collectors.toMap(Segment::key, Segment::condition));
    }

    boolean matches(Condition condition, Attributes attributes) {
        if (condition instanceof Condition.All) {
            return condition.parts().stream().allMatch(part -> matches(part, attributes));
        }
        if (condition instanceof Condition.Any) {
            return condition.parts().stream().anyMatch(part -> matches(part, attributes));
        }
        if (condition instanceof Condition.None) {
            return condition.parts().stream().noneMatch(part -> matches(part, attributes));
        }
        if (condition instanceof Condition.InSegment in) {
            return matches(segments.get(in.segment()), attributes);
        }
        JsonValue value = attributes.toJson().get(attributeOf(condition));
        return value != null && Boolean.TRUE.equals(judge(condition, value));
    }

    List<ConditionNote> notes(Condition condition, Attributes attributes) {
        Set<ConditionNote> notes = new LinkedHashSet<>();
        collect(condition, attributes, notes);
        return new ArrayList<>(notes);
    }

    private void collect(Condition condition, Attributes attributes, Set<ConditionNote> notes) {
        if (condition instanceof Condition.InSegment in) {
            collect(segments.get(in.segment()), attributes, notes);
        }
        condition.parts().forEach(part -> collect(part, attributes, notes));
        String attribute = attributeOf(condition);
        if (attribute == null || condition instanceof Condition.Exists) {
            return;
        }
        JsonValue value = attributes.toJson().get(attribute);
        if (value == null) {
            notes.add(new ConditionNote(attribute, ConditionNote.Kind.MISSING));
        } else if (judge(condition, value) == null) {
            notes.add(new ConditionNote(attribute, ConditionNote.Kind.TYPE));
        }
    }

    private static String attributeOf(Condition condition) {
        JsonValue name =
                io.touchstone.core.condition.ConditionCodec.write(condition).get("attribute");
        return name == null ? null : ((JsonString) name).value();
    }

    private static Boolean judge(Condition leaf, JsonValue value) {
        if (leaf instanceof Condition.Exists) {
            return true;
        }
        if (leaf instanceof Condition.Eq eq) {
            return kind(value).equals(kind(eq.value())) ? (Boolean) same(value, eq.value()) : null;
        }
        if (leaf instanceof Condition.In in) {
            boolean comparable = in.values().stream().anyMatch(one -> kind(one).equals(kind(value)));
            return comparable ? (Boolean) in.values().stream().anyMatch(one -> same(one, value)) : null;
        }
        return leaf instanceof Condition.Contains
                        || leaf instanceof Condition.StartsWith
                        || leaf instanceof Condition.Semver
                ? judgeText(leaf, value)
                : judgeOrder(leaf, value);
    }

    private static Boolean judgeText(Condition leaf, JsonValue value) {
        if (leaf instanceof Condition.Contains contains && value instanceof JsonArray list) {
            return list.values().stream()
                    .anyMatch(one -> ((JsonString) one).value().equals(contains.value()));
        }
        if (!(value instanceof JsonString string)) {
            return null;
        }
        if (leaf instanceof Condition.Contains contains) {
            return string.value().indexOf(contains.value()) >= 0;
        }
        if (leaf instanceof Condition.StartsWith starts) {
            return string.value().indexOf(starts.value()) == 0;
        }
        Condition.Semver semver = (Condition.Semver) leaf;
        if (!isVersion(string.value())) {
            return null;
        }
        int order = compareVersions(string.value(), semver.value());
        return switch (semver.order()) {
            case EQ -> order == 0;
            case GT -> order > 0;
            case GTE -> order >= 0;
            case LT -> order < 0;
            case LTE -> order <= 0;
        };
    }

    private static Boolean judgeOrder(Condition leaf, JsonValue value) {
        if (leaf instanceof Condition.Compare compare) {
            return compared(value, compare.value(), order -> switch (compare.order()) {
                case GT -> order > 0;
                case GTE -> order >= 0;
                case LT -> order < 0;
                case LTE -> order <= 0;
            });
        }
        if (leaf instanceof Condition.Between between) {
            Boolean from = compared(value, between.from(), order -> order >= 0);
            Boolean to = compared(value, between.to(), order -> order < 0);
            return from == null || to == null ? null : (Boolean) (from && to);
        }
        if (leaf instanceof Condition.Before before) {
            return compared(value, JsonValue.of(before.value()), order -> order < 0);
        }
        return compared(value, JsonValue.of(((Condition.After) leaf).value()), order -> order > 0);
    }

    private static Boolean compared(JsonValue value, JsonValue limit, Function<Integer, Boolean> rule) {
        if (!(limit instanceof JsonString)) {
            return kind(value).equals("number") ? rule.apply(Double.compare(number(value), number(limit))) : null;
        }
        Long instant = millis(value);
        return instant == null ? null : rule.apply(Long.compare(instant, millis(limit)));
    }

    private static String kind(JsonValue value) {
        if (value instanceof JsonInteger || value instanceof JsonDecimal) {
            return "number";
        }
        return value instanceof JsonBoolean ? "boolean" : value instanceof JsonString ? "text" : "list";
    }

    private static boolean same(JsonValue left, JsonValue right) {
        return kind(left).equals("number") && kind(right).equals("number")
                ? number(left) == number(right)
                : left.equals(right);
    }

    private static double number(JsonValue value) {
        return value instanceof JsonInteger integer ? integer.value() : ((JsonDecimal) value).value();
    }

    private static Long millis(JsonValue value) {
        try {
            return value instanceof JsonString text
                    ? (Long) OffsetDateTime.parse(text.value()).toInstant().toEpochMilli()
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isVersion(String text) {
        String identifier = "(0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)";
        String number = "(0|[1-9]\\d*)";
        return text.matches(number + "(\\." + number + "){0,2}(-" + identifier + "(\\." + identifier
                + ")*)?(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*)?");
    }

    private static int compareVersions(String left, String right) {
        String[] l = left.replaceFirst("\\+.*", "").split("-", 2);
        String[] r = right.replaceFirst("\\+.*", "").split("-", 2);
        String[] leftCore = (l[0] + ".0.0").split("\\.");
        String[] rightCore = (r[0] + ".0.0").split("\\.");
        for (int i = 0; i < 3; i++) {
            int order = new BigInteger(leftCore[i]).compareTo(new BigInteger(rightCore[i]));
            if (order != 0) {
                return order;
            }
        }
        if (l.length != r.length) {
            return r.length - l.length;
        }
        return l.length == 1 ? 0 : comparePreReleases(l[1].split("\\."), r[1].split("\\."));
    }

    private static int comparePreReleases(String[] left, String[] right) {
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            boolean leftNumber = left[i].matches("\\d+");
            boolean rightNumber = right[i].matches("\\d+");
            int order = leftNumber && rightNumber
                    ? new BigInteger(left[i]).compareTo(new BigInteger(right[i]))
                    : leftNumber == rightNumber ? left[i].compareTo(right[i]) : leftNumber ? -1 : 1;
            if (order != 0) {
                return order;
            }
        }
        return left.length - right.length;
    }
}
