package io.touchstone.standalone.openfeature;

import io.touchstone.standalone.up.Api;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the flags of OpenFeature's {@code test-flags.json} into a Touchstone over its REST API.
 *
 * <ul>
 *   <li>A flag with a default variant and nothing else: a rollout of that variant to all users, so that the answer has a variant.
 *   <li>With an expression {@code A && B ? 'v' : ''}: a rollout of {@code v} to the audience A and B; all others get the flag's default,
 *       which is the default variant's value. Terms: {@code a == 'text'}, {@code a > 1}, {@code !a}.
 *   <li>Disabled: switched off. The suite then expects the value of the application's code; with us that stands in the flag.
 *   <li>Without a default variant: no rule.
 *   <li>{@code flagMetadata} has no place: our metadata are of the decision.
 * </ul>
 */
final class SpecFlags {
    private static final Pattern EXPRESSION = Pattern.compile("(.+) \\? '(.+)' : ''");
    private static final Pattern EQUALS = Pattern.compile("(\\w+) == '(.*)'");
    private static final Pattern GREATER = Pattern.compile("(\\w+) > (\\d+)");
    private static final Pattern NOT = Pattern.compile("!(\\w+)");

    /** What the suite's applications have in their code for a flag that is switched off. */
    private static final Map<String, String> WHEN_OFF =
            Map.of("boolean", "false", "string", "\"bye\"", "integer", "1", "float", "0.1", "object", "{\"a\": 1}");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SpecFlags() {}

    /** Returns the keys, in the file's order. */
    static List<String> load(Api control, String testFlags) throws IOException, InterruptedException {
        List<String> keys = new ArrayList<>();
        for (Map.Entry<String, JsonNode> flag : JSON.readTree(testFlags).properties()) {
            load(control, flag.getKey(), flag.getValue());
            keys.add(flag.getKey());
        }
        return keys;
    }

    private static void load(Api control, String key, JsonNode flag) throws IOException, InterruptedException {
        JsonNode variants = flag.path("variants");
        String byDefault = flag.path("defaultVariant").asString("");
        JsonNode fallback = byDefault.isEmpty() ? variants.values().iterator().next() : variants.path(byDefault);
        boolean disabled = flag.path("disabled").asBoolean(false);
        String type = type(fallback);
        ObjectNode definition = JSON.createObjectNode().put("key", key).put("type", type);
        definition.set("default", disabled ? JSON.readTree(WHEN_OFF.get(type)) : fallback);
        control.post(Api.PROJECT + "/flags", definition.toString());

        ObjectNode setting = JSON.createObjectNode().put("enabled", !disabled);
        ArrayNode rules = setting.putArray("rules");
        setting.putArray("forced");
        setting.putArray("prerequisites");
        Matcher expression = EXPRESSION.matcher(flag.path("contextEvaluator").asString(""));
        if (expression.matches()) {
            String variant = expression.group(2);
            rules.add(rollout(variant, variants.path(variant)).set("audience", audience(expression.group(1))));
        } else if (!byDefault.isEmpty()) {
            rules.add(rollout(byDefault, fallback));
        }
        control.put(Api.ENVIRONMENT + "/flags/" + key, setting.toString());
    }

    private static String type(JsonNode value) {
        if (value.isBoolean()) {
            return "boolean";
        }
        if (value.isString()) {
            return "string";
        }
        return value.isObject() ? "object" : value.isIntegralNumber() ? "integer" : "float";
    }

    private static ObjectNode rollout(String variant, JsonNode value) {
        ObjectNode rule = JSON.createObjectNode()
                .put("kind", "rollout")
                .put("key", "all")
                .put("unitType", "user")
                .put("share", 1_000_000)
                .put("variant", variant);
        return rule.set("value", value);
    }

    private static ObjectNode audience(String terms) {
        ObjectNode all = JSON.createObjectNode().put("op", "all");
        ArrayNode parts = all.putArray("of");
        for (String term : terms.split(" && ", -1)) {
            parts.add(condition(term));
        }
        return all;
    }

    private static ObjectNode condition(String term) {
        ObjectNode condition = JSON.createObjectNode();
        Matcher equal = EQUALS.matcher(term);
        if (equal.matches()) {
            return condition.put("op", "eq").put("attribute", equal.group(1)).put("value", equal.group(2));
        }
        Matcher greater = GREATER.matcher(term);
        if (greater.matches()) {
            return condition
                    .put("op", "gt")
                    .put("attribute", greater.group(1))
                    .put("value", Integer.parseInt(greater.group(2)));
        }
        Matcher not = NOT.matcher(term);
        if (!not.matches()) {
            throw new IllegalArgumentException("term: " + term + " (expected: ==, > or !)");
        }
        // The deprecated suite gives the boolean as text.
        condition
                .put("op", "in")
                .put("attribute", not.group(1))
                .putArray("values")
                .add(false)
                .add("false");
        return condition;
    }
}
