"""Which documents docs/formats/datafile.md refuses, and with which code. None: it is valid."""

import json
import math

import condition_rules
from reference_instants import millis

MILLION = 1_000_000


class Refused(Exception):
    """Its first argument is the code."""


def fault(text):
    try:
        check(parse(text))
    except Refused as refused:
        return refused.args[0]
    return None


def require(condition, code):
    if not condition:
        raise Refused(code)


# ---- JSON ------------------------------------------------------------------------------------------------------------

def parse(text):
    require(deepest(text) <= 64, "json_limit")
    try:
        document = json.loads(text, object_pairs_hook=fields, parse_constant=lambda word: require(False, "json_malformed"),
                              parse_float=finite, parse_int=integer)
    except json.JSONDecodeError:
        raise Refused("json_malformed") from None
    try:
        json.dumps(document, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        raise Refused("text_surrogate") from None
    return document


def deepest(text):
    depth = most = 0
    quoted = escaped = False
    for c in text:
        if quoted:
            quoted, escaped = escaped or c != '"', c == "\\" and not escaped
        elif c in "{[":
            depth += 1
            most = max(most, depth)
        elif c in "}]":
            depth -= 1
        else:
            quoted = c == '"'
    return most


def fields(pairs):
    require(len({name for name, _ in pairs}) == len(pairs), "json_duplicate_name")
    return dict(pairs)


def integer(text):
    """Beyond 64 bits it is a double, and no integer."""
    return int(text) if -2 ** 63 <= int(text) < 2 ** 63 else finite(text)


def finite(text):
    require(math.isfinite(float(text)), "number_range")
    return float(text)


# ---- Fields ----------------------------------------------------------------------------------------------------------

def field(source, name, *types):
    value = source.get(name)
    require(value is not None, "field_missing")
    require(type(value) in types, "type_invalid")
    return value


def optional(source, name, *types):
    return None if source.get(name) is None else field(source, name, *types)


def whole(source, name, low, high):
    require(low <= field(source, name, int) <= high, "number_range")
    return source[name]


def key(source, name):
    require(condition_rules.fault_of_key(source.get(name)) is None, condition_rules.fault_of_key(source.get(name)))
    return source[name]


def instant(source, name):
    require(millis(field(source, name, str)) is not None, "time_invalid")
    return millis(source[name])


def objects(source, name):
    elements = optional(source, name, list) or []
    require(all(isinstance(element, dict) for element in elements), "type_invalid")
    return elements


def unique(values):
    values = list(values)
    require(len(set(values)) == len(values), "duplicate")
    return set(values)


def condition(value):
    if value is not None:
        code = condition_rules.fault(value)
        require(code is None, code)


# ---- Parts -----------------------------------------------------------------------------------------------------------

def check(document):
    require(isinstance(document, dict), "type_invalid")
    whole(document, "schema", 1, 2 ** 31 - 1)
    require(document["schema"] == 1, "schema_unknown")
    require(1 <= len(field(document, "environment", str).encode("utf-8")) <= 257, "key_invalid")
    whole(document, "version", 1, 2 ** 63 - 1)
    instant(document, "publishedAt")
    checks = {"layers": layer, "segments": segment, "holdouts": holdout, "experiments": experiment, "flags": flag}
    for name, check_one in checks.items():
        for element in objects(document, name):
            check_one(element)
        unique(element["key"] for element in objects(document, name))
    check_together(*(objects(document, name) for name in checks))


def layer(source):
    key(source, "key")
    key(source, "salt")


def segment(source):
    key(source, "key")
    require(source.get("condition") is not None, "field_missing")
    condition(source["condition"])


def holdout(source):
    for name in ("key", "salt", "unitType"):
        key(source, name)
    whole(source, "allShipped", 0, MILLION - whole(source, "statusQuo", 0, MILLION))
    unique(optional(source, "flags", list) or [])
    instant(source, "activeFrom")


def experiment(source):
    for name in ("key", "salt", "unitType", "layer"):
        key(source, name)
    whole(source, "phase", 1, 2 ** 31 - 1)
    slots(field(source, "slots", list))
    require(field(source, "status", str) in ("running", "paused"), "value_unknown")
    optional(source, "keepServing", bool)
    start = instant(source, "activeFrom")
    require(source.get("endsAt") is None or instant(source, "endsAt") > start, "schedule_invalid")
    condition(source.get("audience"))
    variants = objects(source, "variants")
    require(1 <= len(variants) <= 1000, "number_range")
    for variant in variants:
        key(variant, "key")
        whole(variant, "weight", 0, MILLION)
        require(variant.get("value") is not None, "field_missing")
    require(field(source, "control", str) in unique(variant["key"] for variant in variants), "control_unknown")
    require(sum(variant["weight"] for variant in variants) > 0, "weights_zero")


def slots(pairs):
    for pair in pairs:
        require(isinstance(pair, list) and [type(bound) for bound in pair] == [int, int], "slots_invalid")
        require(0 <= pair[0] < pair[1] <= MILLION, "slots_invalid")
    require(pairs, "number_range")
    disjoint(pairs)


def disjoint(pairs):
    pairs = sorted(pairs)
    require(all(first[1] <= second[0] for first, second in zip(pairs, pairs[1:])), "slots_overlap")


def flag(source):
    key(source, "key")
    types = {"boolean": (bool,), "string": (str,), "integer": (int,), "float": (int, float), "object": (dict,)}
    require(field(source, "type", str) in types, "value_unknown")
    value = lambda holder, name: field(holder, name, *types[source["type"]])
    value(source, "default")
    field(source, "enabled", bool)
    for one in objects(source, "prerequisites"):
        key(one, "flag")
        require(1 <= len(objects_of_text(one, "variants")) <= 1000, "number_range")
    unique(one["flag"] for one in objects(source, "prerequisites"))
    for one in objects(source, "forced"):
        key(one, "unitType")
        require(1 <= len(field(one, "unit", str).encode("utf-8")) <= 256, "id_invalid")
        key(one, "variant")
        value(one, "value")
    unique((one["unitType"], one["unit"]) for one in objects(source, "forced"))
    for one in objects(source, "rules"):
        rule(one, value)
    unique((one["kind"], one.get("key", one.get("experiment"))) for one in objects(source, "rules"))


def objects_of_text(source, name):
    texts = optional(source, name, list) or []
    require(all(isinstance(text, str) for text in texts), "type_invalid")
    return texts


def rule(source, value):
    require(field(source, "kind", str) in ("experiment", "rollout"), "value_unknown")
    if source["kind"] == "experiment":
        key(source, "experiment")
        return
    for name in ("key", "salt", "unitType", "variant"):
        key(source, name)
    whole(source, "share", 0, MILLION)
    condition(source.get("audience"))
    value(source, "value")


# ---- Between the parts -----------------------------------------------------------------------------------------------

def check_together(layers, segments, holdouts, experiments, flags):
    for one in layers:
        disjoint([pair for e in experiments if e["layer"] == one["key"] for pair in e["slots"]])
    require({e["layer"] for e in experiments} <= {one["key"] for one in layers}, "reference_unknown")
    require(not {h["key"] for h in holdouts} & {e["key"] for e in experiments}, "duplicate")
    named = {one["key"]: uses(one["condition"]) for one in segments}
    own = {one["key"]: condition_rules.size(one["condition"]) for one in segments}
    audiences = [e.get("audience") for e in experiments]
    audiences += [r.get("audience") for f in flags for r in f.get("rules") or [] if r["kind"] == "rollout"]
    for number, audience in enumerate(one for one in audiences if one is not None):
        require(set(uses(audience)) <= set(named), "reference_unknown")
        bounded(named, own)
        cost = condition_rules.size(audience) + sum(cost_of(name, named, own) for name in uses(audience))
        require(cost <= 10_000, "condition_too_large")
    bounded(named, own)
    needs = {f["key"]: [one["flag"] for one in f.get("prerequisites") or []] for f in flags}
    nested(needs)
    require(all(cost_of(name, needs, dict.fromkeys(needs, 1)) <= 1000 for name in needs), "reference_too_many")
    types = {"boolean": (bool,), "string": (str,), "integer": (int,), "float": (int, float), "object": (dict,)}
    for one in flags:
        tested = {r["experiment"] for r in one.get("rules") or [] if r["kind"] == "experiment"}
        for variant in (v for e in experiments if e["key"] in tested for v in e["variants"]):
            require(type(variant["value"]) in types[one["type"]], "type_invalid")


def uses(tree):
    return [tree["segment"]] if tree["op"] == "inSegment" else [key for part in tree.get("of", []) for key in uses(part)]


def bounded(named, own):
    nested(named)
    require(all(cost_of(name, named, own) <= 10_000 for name in named), "condition_too_large")


def nested(named):
    require(all(name in named for names in named.values() for name in names), "reference_unknown")
    for start in named:
        reached = [start]
        for level in range(1, 6):
            reached = sorted({name for key in reached for name in named[key]})
            require(start not in reached, "reference_circle")
            require(not reached or level < 5, "reference_too_deep")


def cost_of(name, named, own):
    return own[name] + sum(cost_of(other, named, own) for other in named[name])
