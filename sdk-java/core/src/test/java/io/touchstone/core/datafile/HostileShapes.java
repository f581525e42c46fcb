package io.touchstone.core.datafile;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Documents made to cost a reader time or stack: large, deep, or of parts that multiply. */
final class HostileShapes {
    private static final String HEAD =
            "{\"schema\":1,\"environment\":\"e\",\"version\":1,\"publishedAt\":\"2026-11-22T08:00:00Z\"";

    private HostileShapes() {}

    static String shape(String name) {
        return switch (name) {
            case "deep list" -> "[".repeat(1_000_000);
            case "deep object" -> "{\"a\":".repeat(1_000_000);
            case "deep condition" -> segment("{\"op\":\"all\",\"of\":[".repeat(30) + "]}".repeat(30));
            case "wide condition" -> segment(group(list(200_000, i -> "{\"op\":\"exists\",\"attribute\":\"a\"}")));
            case "segments that multiply" ->
                HEAD + ",\"segments\":["
                        + list(
                                5,
                                i -> "{\"key\":\"s" + i + "\",\"condition\":"
                                        + group(list(
                                                999,
                                                j -> i == 4 ? "{\"op\":\"exists\",\"attribute\":\"a\"}" : use(i + 1)))
                                        + "}")
                        + "]}";
            case "long chain of segments" ->
                HEAD + ",\"segments\":["
                        + list(100_000, i -> "{\"key\":\"s" + i + "\",\"condition\":" + use(i + 1) + "}")
                        + ",{\"key\":\"s100000\",\"condition\":{\"op\":\"exists\",\"attribute\":\"a\"}}]}";
            case "long chain of flags" ->
                HEAD + ",\"flags\":[" + list(50_000, i -> flag(i, i == 49_999 ? "" : need(i + 1))) + "]}";
            case "many flags in a circle" ->
                HEAD + ",\"flags\":[" + list(50_000, i -> flag(i, need((i + 1) % 50_000))) + "]}";
            case "many prerequisites" ->
                HEAD + ",\"flags\":[" + list(20_000, i -> flag(i, i == 0 ? list(19_999, j -> need(j + 1)) : "")) + "]}";
            case "many layers" ->
                HEAD + ",\"layers\":[" + list(50_000, i -> "{\"key\":\"l" + i + "\",\"salt\":\"s\"}") + "]}";
            case "many equal layers" ->
                HEAD + ",\"layers\":[" + list(50_000, i -> "{\"key\":\"l\",\"salt\":\"s\"}") + "]}";
            case "long text" -> HEAD + ",\"x\":\"" + "x".repeat(10_000_000) + "\"}";
            case "long name" -> HEAD + ",\"" + "x".repeat(10_000_000) + "\":1}";
            case "long number" -> HEAD + ",\"x\":" + "9".repeat(5_000_000) + "}";
            case "many escapes" -> HEAD + ",\"x\":\"" + "\\u0041".repeat(1_000_000) + "\"}";
            case "many slots" ->
                HEAD + ",\"layers\":[{\"key\":\"l\",\"salt\":\"s\"}],\"experiments\":[{\"key\":\"e\",\"phase\":1,"
                        + "\"salt\":\"s\",\"unitType\":\"user\",\"layer\":\"l\",\"status\":\"running\",\"control\":\"c\","
                        + "\"activeFrom\":\"2026-11-22T08:00:00Z\",\"variants\":[{\"key\":\"c\",\"weight\":1,\"value\":true}],"
                        + "\"slots\":[" + list(100_000, i -> "[" + 2 * i + "," + (2 * i + 1) + "]") + "]}],\"flags\":["
                        + flag(0, "")
                                .replace("\"rules\":[]", "\"rules\":[{\"kind\":\"experiment\",\"experiment\":\"e\"}]")
                        + "]}";
            case "holdouts of long lists" ->
                HEAD + ",\"holdouts\":["
                        + list(
                                10,
                                i -> "{\"key\":\"h" + i
                                        + "\",\"salt\":\"s\",\"unitType\":\"user\",\"statusQuo\":1,\"allShipped\":1,"
                                        + "\"activeFrom\":\"2026-11-22T08:00:00Z\",\"flags\":["
                                        + list(20_000, j -> "\"f" + (19_999 - j) + "\"") + "]}")
                        + "],\"flags\":[" + list(20_000, i -> flag(i, "")) + "]}";
            default -> throw new AssertionError(name);
        };
    }

    private static String segment(String condition) {
        return HEAD + ",\"segments\":[{\"key\":\"s\",\"condition\":" + condition + "}]}";
    }

    private static String group(String of) {
        return "{\"op\":\"all\",\"of\":[" + of + "]}";
    }

    private static String use(int segment) {
        return "{\"op\":\"inSegment\",\"segment\":\"s" + segment + "\"}";
    }

    private static String flag(int index, String prerequisites) {
        return "{\"key\":\"f" + index + "\",\"type\":\"boolean\",\"default\":false,\"enabled\":true,\"prerequisites\":["
                + prerequisites + "],\"rules\":[]}";
    }

    private static String need(int flag) {
        return "{\"flag\":\"f" + flag + "\",\"variants\":[\"on\"]}";
    }

    private static String list(int size, IntFunction<String> element) {
        return IntStream.range(0, size).mapToObj(element).collect(Collectors.joining(","));
    }
}
