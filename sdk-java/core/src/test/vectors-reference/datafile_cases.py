"""Documents with their canonical bytes, and documents that are refused with their code."""

import copy
import json

import datafile_rules
import reference_canonical

BASE = {
    "schema": 1, "environment": "tea/production", "version": 17, "publishedAt": "2026-11-22T08:00:00Z",
    "layers": [{"key": "default", "salt": "l-7f3a9c"}],
    "segments": [{"key": "lapsed", "condition": {"op": "gt", "attribute": "days", "value": 30}}],
    "holdouts": [{"key": "h2026", "salt": "h-1", "unitType": "user", "statusQuo": 25000, "allShipped": 25000,
                  "flags": ["offer"], "activeFrom": "2026-01-01T00:00:00Z"}],
    "experiments": [{
        "key": "winback", "phase": 1, "salt": "e-55d0", "unitType": "user", "layer": "default", "slots": [[0, 500000]],
        "status": "running", "activeFrom": "2026-11-22T08:00:20Z", "endsAt": "2026-12-22T08:00:00Z",
        "audience": {"op": "inSegment", "segment": "lapsed"}, "control": "control",
        "variants": [{"key": "control", "weight": 1, "value": "none"}, {"key": "coupon", "weight": 1, "value": "off20"}]}],
    "flags": [
        {"key": "offer", "type": "string", "default": "none", "enabled": True,
         "prerequisites": [{"flag": "on", "variants": ["on"]}],
         "forced": [{"unitType": "user", "unit": "tester", "variant": "coupon", "value": "off20"}],
         "rules": [{"kind": "experiment", "experiment": "winback"},
                   {"kind": "rollout", "key": "r1", "salt": "r-8", "unitType": "user", "share": 250000, "variant": "on",
                    "value": "off10"}]},
        {"key": "on", "type": "boolean", "default": False, "enabled": True,
         "rules": [{"kind": "rollout", "key": "all", "salt": "r-9", "unitType": "user", "share": 1000000,
                    "variant": "on", "value": True}]}]}

ABSENT = object()
DEEP = {"a": None}
for _ in range(59):
    DEEP = {"a": DEEP}


def edited(*edits):
    """The base with values put at paths."""
    document = copy.deepcopy(BASE)
    for path, value in edits:
        place = document
        for step in path[:-1]:
            place = place[step]
        if value is ABSENT:
            del place[path[-1]]
        elif isinstance(place, list) and path[-1] == len(place):
            place.append(value)
        else:
            place[path[-1]] = value
    return document


EXPERIMENT, FLAG, ROLLOUT = ("experiments", 0), ("flags", 0), ("flags", 0, "rules", 1)


def chain(kind, length, closed=False):
    """Segments or flags of which each names the next."""
    names = [f"c{n}" for n in range(length)]
    following = names[1:] + ([names[0]] if closed else [])
    if kind == "segments":
        leaf = {"op": "exists", "attribute": "a"}
        return [{"key": name, "condition": {"op": "inSegment", "segment": then} if then else leaf}
                for name, then in zip(names, following + [None])]
    return [{"key": name, "type": "boolean", "default": False, "enabled": True, "rules": [],
             "prerequisites": [{"flag": then, "variants": ["on"]}] if then else []}
            for name, then in zip(names, following + [None])]


def wide(kind, width):
    """Levels of which every member names the next level as often as the width says."""
    if kind == "segments":
        return [{"key": f"w{level}", "condition": {"op": "all", "of": [
            {"op": "inSegment", "segment": f"w{level + 1}"} if level < 2 else {"op": "exists", "attribute": "a"}] * width}}
                for level in range(3)]
    return [{"key": f"w{level}-{n}", "type": "boolean", "default": False, "enabled": True, "rules": [], "prerequisites": [
        {"flag": f"w{level + 1}-{m}", "variants": ["on"]} for m in range(width if level < 2 else 0)]}
            for level in range(3) for n in range(width if level else 1)]


EDITS = [
    (("schema",), 2), (("schema",), 0), (("schema",), "1"), (("schema",), ABSENT), (("schema",), 2 ** 31),
    (("environment",), ""), (("environment",), "e" * 258), (("environment",), None), (("environment",), 7),
    (("version",), 0), (("version",), 1.5), (("version",), "17"), (("version",), ABSENT), (("version",), 2 ** 63),
    (("publishedAt",), "2026-11-22"), (("publishedAt",), "9999-12-31T23:59:59-01:00"), (("publishedAt",), 1795334400000),
    (("layers",), {}), (("layers", 0), []), (("layers", 0, "salt"), ""), (("layers", 0, "key"), "other"),
    (("layers", 1), {"key": "default", "salt": "l-2"}), (("layers", 0, "salt"), "s" * 129),
    (("segments", 0, "condition"), ABSENT), (("segments", 0, "condition"), {"op": "matches", "attribute": "a"}),
    (("segments", 0, "condition"), {"op": "inSegment", "segment": "lapsed"}),
    (("segments", 0, "condition"), {"op": "inSegment", "segment": "nobody"}), (("segments", 0, "key"), "other"),
    (("segments", 1), {"key": "lapsed", "condition": {"op": "all", "of": []}}),
    (("holdouts", 0, "statusQuo"), 1000001), (("holdouts", 0, "allShipped"), 975001), (("holdouts", 0, "statusQuo"), -1),
    (("holdouts", 0, "key"), "winback"), (("holdouts", 0, "flags"), ["offer", "offer"]),
    (("holdouts", 0, "activeFrom"), ABSENT), (("holdouts", 0, "unitType"), "\u0007"),
    (EXPERIMENT + ("phase",), 0), (EXPERIMENT + ("layer",), "other"), (EXPERIMENT + ("slots",), []),
    (EXPERIMENT + ("slots",), [[0, 1000001]]), (EXPERIMENT + ("slots",), [[5, 5]]), (EXPERIMENT + ("slots",), [[5, 4]]),
    (EXPERIMENT + ("slots",), [[-1, 4]]), (EXPERIMENT + ("slots",), [[1, 2, 3]]), (EXPERIMENT + ("slots",), [[0, 1.5]]),
    (EXPERIMENT + ("slots",), [[0, 10], [9, 12]]), (EXPERIMENT + ("status",), "draft"),
    (EXPERIMENT + ("keepServing",), 1), (EXPERIMENT + ("endsAt",), "2026-11-22T08:00:20Z"),
    (EXPERIMENT + ("audience",), {"op": "inSegment", "segment": "nobody"}), (EXPERIMENT + ("control",), "nobody"),
    (EXPERIMENT + ("variants",), []), (EXPERIMENT + ("variants", 0, "weight"), -1),
    (EXPERIMENT + ("variants", 0, "weight"), 1000001), (EXPERIMENT + ("variants", 0, "weight"), 0.5),
    (EXPERIMENT + ("variants", 0, "value"), 7), (EXPERIMENT + ("variants", 0, "value"), None),
    (EXPERIMENT + ("variants", 1, "key"), "control"),
    (("experiments", 1), dict(BASE["experiments"][0], key="other", slots=[[499999, 500001]])),
    (("experiments", 1), dict(BASE["experiments"][0], slots=[[500000, 500001]])),
    (FLAG + ("type",), "text"), (FLAG + ("default",), 1), (FLAG + ("default",), ABSENT), (FLAG + ("enabled",), "yes"),
    (FLAG + ("enabled",), ABSENT), (FLAG + ("prerequisites", 0, "flag"), "nobody"),
    (FLAG + ("prerequisites", 0, "flag"), "offer"), (FLAG + ("prerequisites", 0, "variants"), []),
    (FLAG + ("prerequisites", 1), {"flag": "on", "variants": ["x"]}), (FLAG + ("forced", 0, "unit"), ""),
    (FLAG + ("forced", 0, "unit"), "海" * 86), (FLAG + ("forced", 0, "value"), False),
    (FLAG + ("forced", 1), BASE["flags"][0]["forced"][0]), (FLAG + ("rules", 0, "kind"), "bandit"),
    (FLAG + ("rules", 2), {"kind": "experiment", "experiment": "winback"}), (FLAG + ("rules", 2), BASE["flags"][0]["rules"][1]),
    (ROLLOUT + ("share",), -1), (ROLLOUT + ("share",), 1000001), (ROLLOUT + ("value",), 10), (ROLLOUT + ("salt",), ABSENT),
    (ROLLOUT + ("audience",), {"op": "inSegment", "segment": "nobody"}), (ROLLOUT + ("audience",), "lapsed"),
    (("flags", 2), BASE["flags"][1]),
]

REPLACED = [
    ("a name twice", '"version": 17', '"version": 17, "version": 17'),
    ("a name twice, the second null", '"version": 17', '"version": 17, "version": null'),
    ("NaN", '"version": 17', '"version": NaN'), ("a number beyond doubles", '"version": 17', '"x": 1e999, "version": 17'),
    ("a comma too many", '"version": 17', '"version": 17,'), ("text behind", "}]}]}", "}]}]} x"), ("cut off", "}]}]}", "}]}"),
    ("a lone high surrogate", "tea/production", "tea/\\ud83c"), ("a lone low surrogate", "l-7f3a9c", "\\udc00"),
    ("a lone surrogate in an unknown field", '"version": 17', '"x": ["\\ud800"], "version": 17'),
    ("too deep", '"version": 17', '"x": ' + "[" * 64 + "]" * 64 + ', "version": 17'), ("single quotes", '"version"', "'version'"),
]


def invalid_cases():
    texts = [(f"{'.'.join(map(str, path))}: {'absent' if value is ABSENT else shown(value)}", dumps(edited((path, value))))
             for path, value in EDITS]
    texts += [(name, dumps(BASE).replace(old, new, 1)) for name, old, new in REPLACED]
    texts += [("an empty document", ""), ("a list", "[]"), ("null", "null"),
              ("weights all zero", dumps(BASE).replace('"weight": 1', '"weight": 0')),
              ("six segments in a chain", dumps(edited((("segments",), BASE["segments"] + chain("segments", 6))))),
              ("segments in a circle", dumps(edited((("segments",), BASE["segments"] + chain("segments", 4, True))))),
              ("six flags in a chain", dumps(edited((("flags",), BASE["flags"] + chain("flags", 6))))),
              ("flags in a circle", dumps(edited((("flags",), BASE["flags"] + chain("flags", 3, True))))),
              ("segments that multiply", dumps(edited((("segments",), BASE["segments"] + wide("segments", 22))))),
              ("flags that multiply", dumps(edited((("flags",), BASE["flags"] + wide("flags", 32)))))]
    cases = []
    for name, text in texts:
        code = datafile_rules.fault(text)
        assert code is not None, name
        cases.append({"name": name, "text": text, "code": code})
    return cases


def shown(value):
    text = dumps(value)
    return text if len(text) <= 60 else text[:59] + "…"


def dumps(document):
    return json.dumps(document, ensure_ascii=False)


def valid_documents():
    unknown = edited((("later",), {"x": [1]}), (("layers", 0, "colour"), "red"), (("segments", 0, "owner"), None),
                     (("segments", 0, "condition", "hint"), 1), (("holdouts", 0, "note"), "x"), (EXPERIMENT + ("x",), {}),
                     (EXPERIMENT + ("variants", 0, "x"), 0), (FLAG + ("x",), False), (ROLLOUT + ("x",), "y"),
                     (FLAG + ("rules", 0, "x"), 1), (FLAG + ("forced", 0, "x"), 1), (FLAG + ("prerequisites", 0, "x"), 1))
    nulls = edited((("holdouts", 0, "flags"), None), (EXPERIMENT + ("endsAt",), None), (EXPERIMENT + ("audience",), None),
                   (EXPERIMENT + ("keepServing",), None), (ROLLOUT + ("audience",), None), (FLAG + ("forced",), None),
                   (FLAG + ("prerequisites",), None), (("flags", 1, "prerequisites"), None), (("segments",), None))
    least = {"schema": 1, "environment": "e", "version": 2 ** 63 - 1, "publishedAt": "0001-01-01T00:00:00Z"}
    times = edited((("publishedAt",), "2026-11-22T16:00:00.1239+08:00"), (EXPERIMENT + ("activeFrom",), "2016-12-31t23:59:60z"),
                   (EXPERIMENT + ("endsAt",), "9999-12-31T23:59:59.999Z"), (("holdouts", 0, "activeFrom"), "1969-12-31T23:59:59.5-00:00"))
    slots = edited((EXPERIMENT + ("slots",), [[999999, 1000000], [7, 9], [0, 1], [9, 10]]), (EXPERIMENT + ("keepServing",), True))
    return [("as in the guide", BASE), ("nothing in it", least), ("unknown fields", unknown), ("nulls", nulls),
            ("instants", times), ("slots are sorted", slots), ("values", values()), ("every operator", every_operator()),
            ("limits", at_the_limits())]


def values():
    """Texts, numbers and names as payloads keep them."""
    payload = {"": True, "\uffff": 1, "\U00010000": 2, "b": [3, 1, {"d": None, "c": []}], "a": "\"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028<é😀",
               "numbers": [0, -0.0, 1.0, 0.1, 1e-7, 0.000001, 123456.789, 1e21, 1e20, 100.0, -2.5, 5e-324, 1.7976931348623157e308,
                           9007199254740993, -2 ** 63, 2 ** 63, 0.30000000000000004, 4.35, 1e16, 2e-323]}
    flag = {"key": "键 \"q\"", "type": "object", "default": payload, "enabled": False, "rules": []}
    ratio = {"key": "ratio", "type": "float", "default": 1, "enabled": True, "rules": [
        {"kind": "rollout", "key": "r", "salt": "盐", "unitType": "群", "share": 0, "variant": "😀", "value": 2.0}]}
    return edited((("flags", 2), flag), (("flags", 3), ratio))


def every_operator():
    of = [{"op": "eq", "attribute": "a", "value": True}, {"op": "in", "attribute": "a", "values": ["x", 1.0, False]},
          {"op": "gt", "attribute": "a", "value": 1e2}, {"op": "gte", "attribute": "a", "value": "2026-11-22T16:00:00+08:00"},
          {"op": "lt", "attribute": "a", "value": -0.5}, {"op": "lte", "attribute": "a", "value": 9007199254740993},
          {"op": "between", "attribute": "a", "from": 18, "to": 25.5}, {"op": "exists", "attribute": "a"},
          {"op": "between", "attribute": "a", "from": "2026-11-22T16:00:00+08:00", "to": "2026-11-22T08:00:00.001Z"},
          {"op": "before", "attribute": "a", "value": "2026-11-22t08:00:00z"}, {"op": "semver", "attribute": "a", "order": "eq", "value": "1.0+b"},
          {"op": "after", "attribute": "a", "value": "2026-11-22T08:00:00.100Z"}, {"op": "contains", "attribute": "a", "value": "海"},
          {"op": "startsWith", "attribute": "a", "value": "\u0000"}, {"op": "inSegment", "segment": "lapsed"}]
    return edited((ROLLOUT + ("audience",), {"op": "all", "of": [{"op": "any", "of": of}, {"op": "none", "of": []}]}))


def at_the_limits():
    variants = [{"key": f"v{n}", "weight": 1000000, "value": ""} for n in range(1000)]
    return edited((EXPERIMENT + ("variants",), variants), (EXPERIMENT + ("control",), "v999"), (("layers", 0, "salt"), "盐" * 42 + "ab"),
                  (("environment",), "e" * 257), (EXPERIMENT + ("phase",), 2 ** 31 - 1), (FLAG + ("forced", 0, "unit"), "😀" * 64),
                  (FLAG + ("default",), "x"), (("segments",), BASE["segments"] + chain("segments", 5) + wide("segments", 20)),
                  (("flags",), BASE["flags"] + chain("flags", 5) + wide("flags", 30)), (("later",), DEEP))


def datafile_document():
    cases = []
    for name, document in valid_documents():
        text = dumps(document)
        assert datafile_rules.fault(text) is None, (name, datafile_rules.fault(text))
        canonical = reference_canonical.canonical(datafile_rules.parse(text)).decode("utf-8")
        assert reference_canonical.canonical(json.loads(canonical)).decode("utf-8") == canonical, name
        cases.append({"name": name, "text": text, "canonical": canonical})
    return {"cases": cases, "invalid": invalid_cases()}
