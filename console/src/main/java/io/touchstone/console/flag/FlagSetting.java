package io.touchstone.console.flag;

import io.touchstone.core.datafile.FlagCodec;
import io.touchstone.core.datafile.FlagDefinition;
import io.touchstone.core.json.CanonicalJson;
import io.touchstone.core.json.Fields;
import io.touchstone.core.json.JsonArray;
import io.touchstone.core.json.JsonObject;
import io.touchstone.core.json.JsonValue;

/**
 * What an environment says about a flag, its lists in the form of the datafile.
 *
 * @param enabled if not, only forced variants and the default
 * @param rules with salts
 * @param forced overrides for testers
 * @param prerequisites other flags that must answer certain variants
 * @param revision 0 as long as nobody has said anything
 */
public record FlagSetting(boolean enabled, JsonValue rules, JsonValue forced, JsonValue prerequisites, long revision) {
    private static final JsonArray NONE = (JsonArray) CanonicalJson.read("[]");

    /** A flag nobody has touched in the environment: on, without rules. */
    public static final FlagSetting UNTOUCHED = new FlagSetting(true, NONE, NONE, NONE, 0);

    /** The flag as the datafile has it. */
    public FlagDefinition definition(Flag flag) {
        JsonObject json = JsonObject.builder()
                .put("key", flag.key())
                .put("type", flag.type().wireName())
                .put("default", flag.defaultValue())
                .put("enabled", enabled)
                .put("rules", rules)
                .put("forced", forced)
                .put("prerequisites", prerequisites)
                .build();
        return FlagCodec.read(Fields.of("", json));
    }

    /** What a definition says, at a revision. */
    static FlagSetting of(FlagDefinition flag, long revision) {
        JsonObject json = FlagCodec.write(flag);
        return new FlagSetting(
                flag.enabled(), list(json, "rules"), list(json, "forced"), list(json, "prerequisites"), revision);
    }

    private static JsonValue list(JsonObject json, String name) {
        JsonValue list = json.get(name);
        return list == null ? NONE : list;
    }
}
