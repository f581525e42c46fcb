"""Evaluations with their trails: every pair of pass reasons, and every step before and after the rules."""

import touchstone_reference as reference
from reference_instants import millis

AT = "2026-11-22T08:00:00Z"
AUDIENCE = {"op": "all", "of": [{"op": "eq", "attribute": "country", "value": "CN"},
                                {"op": "gt", "attribute": "days", "value": 3}]}
EXPERIMENT_REASONS = ["not_listed", "paused", "not_started", "ended", "unit_missing", "audience", "slots"]
ROLLOUT_REASONS = ["unit_missing", "audience", "share"]


def experiment(key, slots, **changes):
    return {"key": key, "phase": 3, "salt": "e-" + key, "unitType": "user", "layer": "main", "slots": [slots],
            "status": "running", "keepServing": False, "activeFrom": "2026-11-01T00:00:00Z", "control": "control",
            "variants": [{"key": "control", "weight": 1, "value": key + "-a"},
                         {"key": "treatment", "weight": 1, "value": key + "-b"}], **changes}


def rollout(key, **changes):
    return {"kind": "rollout", "key": key, "salt": "r-" + key, "unitType": "user", "share": 1000000, "variant": "on",
            "value": key + "-on", **changes}


def flag(key, rules, **changes):
    return {"key": key, "type": "string", "default": "none", "enabled": True, "rules": rules, **changes}


def datafile(flags, experiments=(), holdouts=(), segments=(), version=17):
    return {"schema": 1, "environment": "tea/production", "version": version, "publishedAt": "2026-11-22T07:00:00Z",
            "layers": [{"key": "main", "salt": "l-main"}, {"key": "second", "salt": "l-second"}],
            "segments": list(segments), "holdouts": list(holdouts), "experiments": list(experiments),
            "flags": list(flags)}


def failing_rule(reason_kind, place, unit):
    """A rule (and its experiment) that passes with the reason, for a unit with empty attributes."""
    rule_kind, reason = reason_kind
    key = f"{place}_{rule_kind}_{reason}"
    if rule_kind == "rollout":
        return rollout(key, **{"unit_missing": {"unitType": "device"}, "audience": {"audience": AUDIENCE},
                               "share": {"share": reference.bucket("r-" + key, unit)}}[reason]), None
    rule = {"kind": "experiment", "experiment": key}
    half = [0, 500000] if place == "first" else [500000, 1000000]
    slot = reference.bucket("l-main", unit)
    own_half = half[0] <= slot < half[1]
    # Slots that the unit misses: all of the half but the unit's own slot.
    missed = [half[0], slot] if own_half and slot > half[0] else half
    changes = {"held_out": {}, "not_listed": None, "paused": {"status": "paused"},
               "not_started": {"activeFrom": "2026-11-22T08:00:00.001Z"}, "ended": {"endsAt": AT},
               "unit_missing": {"unitType": "device"}, "audience": {"audience": AUDIENCE}, "slots": {}}[reason]
    if changes is None:
        return rule, None
    return rule, experiment(key, missed if reason == "slots" else half, **changes)


def pair_cases(documents, cases):
    unit = "user-1"
    plain = [("experiment", r) for r in EXPERIMENT_REASONS] + [("rollout", r) for r in ROLLOUT_REASONS]
    held = [("experiment", "held_out")] + [("rollout", r) for r in ROLLOUT_REASONS]
    pairs = [(i, j, False) for i in plain for j in plain]
    pairs += [(i, j, True) for i in held for j in held if "held_out" in (i[1], j[1])]
    all_shipped = {"key": "h", "salt": "h-1", "unitType": "user", "statusQuo": 0, "allShipped": 1000000,
                   "activeFrom": "2026-01-01T00:00:00Z"}
    for first, second, in_holdout in pairs:
        name = f"pair {first[0]} {first[1]}, {second[0]} {second[1]}"
        rules, experiments = [], []
        for place, reason in (("first", first), ("second", second)):
            rule, definition = failing_rule(reason, place, unit)
            rules.append(rule)
            experiments += [definition] if definition else []
        flags = [flag("f", rules), flag("g", rules + [rollout("last")])]
        documents[name] = datafile(flags, experiments, [all_shipped] if in_holdout else [])
        for key in ("f", "g"):
            cases.append((name, name, key, {"user": unit}, {}, AT))


def find_unit(wanted):
    return next(f"user-{n}" for n in range(1, 1_000_000) if wanted(f"user-{n}"))


def step_cases(documents, cases):
    lapsed = {"key": "lapsed", "condition": {"op": "gt", "attribute": "days", "value": 30}}
    thirds = experiment("thirds", [0, 1000000], layer="second", variants=[
        {"key": k, "weight": 1, "value": {"arm": k, "n": n}} for n, k in enumerate(("control", "b", "c"))])
    forced = [{"unitType": "device", "unit": "d1", "variant": "by-device", "value": "D"},
              {"unitType": "user", "unit": "tester", "variant": "by-user", "value": "U"}]
    documents["steps"] = datafile(
        [flag("plain", []),
         flag("on", [rollout("all")]),
         flag("forced", [rollout("all")], forced=forced),
         flag("off", [rollout("all")], enabled=False, forced=forced),
         flag("needs_on", [rollout("all")], prerequisites=[{"flag": "on", "variants": ["x", "on"]}]),
         flag("needs_plain", [rollout("all")], prerequisites=[{"flag": "on", "variants": ["on"]},
                                                             {"flag": "plain", "variants": ["on"]}]),
         flag("needs_needs", [rollout("all")], prerequisites=[{"flag": "needs_on", "variants": ["on"]}]),
         flag("needs_tested", [rollout("all")], prerequisites=[{"flag": "tested", "variants": ["treatment"]}]),
         flag("tested", [{"kind": "experiment", "experiment": "main"}, rollout("rest")]),
         flag("segmented", [rollout("s", audience={"op": "inSegment", "segment": "lapsed"})]),
         flag("paused", [{"kind": "experiment", "experiment": "paused_serving"}]),
         flag("scheduled", [{"kind": "experiment", "experiment": "scheduled"}]),
         flag("thirds", [{"kind": "experiment", "experiment": "thirds"}], type="object", default={}),
         flag("quarter", [rollout("quarter", share=250000)]),
         flag("by_device", [{"kind": "experiment", "experiment": "by_device"}])],
        [experiment("main", [0, 400000]),
         experiment("paused_serving", [400000, 500000], status="paused", keepServing=True),
         experiment("scheduled", [500000, 1000000], activeFrom=AT, endsAt="2026-11-23T08:00:00Z"),
         experiment("by_device", [0, 400000], unitType="device", layer="second-device"),
         thirds],
        segments=[lapsed])
    documents["steps"]["layers"].append({"key": "second-device", "salt": "l-device"})
    slot = lambda unit: reference.bucket("l-main", unit)
    serving = find_unit(lambda unit: 400000 <= slot(unit) < 500000)
    scheduled = find_unit(lambda unit: slot(unit) >= 500000)
    tester = {"user": "tester", "device": "d1"}
    add = lambda key, units, attributes=None, at=AT: cases.append(
        (f"{key} {'+'.join(units)} at {at}", "steps", key, units, attributes or {}, at))
    for key in ("plain", "on", "forced", "off", "needs_on", "needs_plain", "needs_needs", "nothing"):
        add(key, {"user": "user-1"})
    for key in ("forced", "off"):
        add(key, tester)
        add(key, {"user": "tester"})
        add(key, {"device": "d1"})
    for n in range(1, 31):
        add("tested", {"user": f"user-{n}"})
        add("thirds", {"user": f"用户-{n}"})
        add("quarter", {"user": f"user-{n}"})
        add("needs_tested", {"user": f"user-{n}"})
    for n in range(1, 6):
        add("by_device", {"user": "user-1", "device": f"d{n}😀"})
    add("by_device", {"user": "user-1"})
    for days in (30, 31, "31", None):
        add("segmented", {"user": "user-1"}, {} if days is None else {"days": days})
    add("paused", {"user": serving})
    for at in ("2026-11-22T07:59:59.999Z", AT, "2026-11-23T07:59:59.999Z", "2026-11-23T08:00:00Z"):
        add("scheduled", {"user": scheduled}, at=at)


def holdout_cases(documents, cases):
    def holdout(key, status_quo, all_shipped, **changes):
        return {"key": key, "salt": "h-" + key, "unitType": "user", "statusQuo": status_quo, "allShipped": all_shipped,
                "activeFrom": "2026-01-01T00:00:00Z", **changes}

    rules = [{"kind": "experiment", "experiment": "main"}, rollout("half", share=500000)]
    documents["holdouts"] = datafile(
        [flag("covered", rules), flag("free", rules), flag("off", rules, enabled=False),
         flag("needs", [rollout("all")], prerequisites=[{"flag": "covered", "variants": ["control", "treatment"]}])],
        [experiment("main", [0, 800000])],
        [holdout("one", 200000, 200000, flags=["covered", "off", "needs"]),
         holdout("two", 100000, 300000, flags=["covered"]),
         holdout("later", 500000, 500000, activeFrom="2026-11-22T08:00:00.001Z", flags=["free"]),
         holdout("devices", 500000, 500000, unitType="device", flags=["free"])])
    for n in range(1, 61):
        for key in ("covered", "free", "off", "needs"):
            cases.append((f"holdouts {key}", "holdouts", key, {"user": f"user-{n}"}, {}, AT))
    for n in range(1, 6):
        units = {"user": "user-1", "device": f"d{n}"}
        cases.append(("holdouts of devices", "holdouts", "free", units, {}, "2026-11-22T08:00:00.000Z"))
        cases.append(("holdouts of both", "holdouts", "free", units, {}, "2026-11-22T08:00:00.001Z"))
    everywhere = datafile([flag("any", rules)], [experiment("main", [0, 800000])], [holdout("all", 500000, 500000)])
    documents["holdout of every flag"] = everywhere
    for n in range(1, 6):
        cases.append(("every flag", "holdout of every flag", "any", {"user": f"user-{n}"}, {}, AT))


def boundary_cases(documents, cases):
    """Slots, shares, parts of holdouts and weights that end just before and just behind a unit's own bucket."""
    unit = "用户-1😀"
    slot, own = reference.bucket("l-main", unit), reference.bucket("e-x", unit)
    edges = {"below": [0, slot], "from": [slot, slot + 1], "above": [slot + 1, 1000000], "to": [0, slot + 1]}
    for name, slots in edges.items():
        documents[f"slots {name}"] = datafile([flag("f", [{"kind": "experiment", "experiment": "x"}])], [experiment("x", slots)])
        cases.append((f"slots {name}", f"slots {name}", "f", {"user": unit}, {}, AT))
    weights = {"second": [own, 1000000 - own], "first": [own + 1, 999999 - own], "none of weight 0": [own, 0, 1000000 - own],
               "all in the last": [0, 0, 7]}
    for name, parts in weights.items():
        variants = [{"key": k, "weight": w, "value": k} for k, w in zip(("control", "b", "c"), parts)]
        documents[f"weights {name}"] = datafile(
            [flag("f", [{"kind": "experiment", "experiment": "x"}])], [experiment("x", [0, 1000000], variants=variants)])
        cases.append((f"weights {name}", f"weights {name}", "f", {"user": unit}, {}, AT))
    share, held = reference.bucket("r-edge", unit), reference.bucket("h-edge", unit)
    for more in (0, 1):
        documents[f"share + {more}"] = datafile([flag("f", [rollout("edge", share=share + more)])])
        cases.append((f"share + {more}", f"share + {more}", "f", {"user": unit}, {}, AT))
    for status_quo, all_shipped in ((held, 0), (held, 1), (held + 1, 0), (0, held), (0, held + 1)):
        name = f"holdout {status_quo - held if status_quo else 'none'} and {all_shipped}"
        documents[name] = datafile([flag("f", [{"kind": "experiment", "experiment": "x"}, rollout("rest")])],
                                   [experiment("x", [0, 1000000])],
                                   [{"key": "edge", "salt": "h-edge", "unitType": "user", "statusQuo": status_quo,
                                     "allShipped": all_shipped, "activeFrom": AT}])
        cases.append((name, name, "f", {"user": unit}, {}, AT))


def prerequisite_holdout_cases(documents, cases):
    """Holdouts of both kinds on a flag, on its prerequisite and on both."""
    def holdout(key, status_quo, all_shipped, flags):
        return {"key": key, "salt": "h-" + key, "unitType": "user", "statusQuo": status_quo, "allShipped": all_shipped,
                "activeFrom": "2026-01-01T00:00:00Z", "flags": flags}

    documents["prerequisites and holdouts"] = datafile(
        [flag("base", [{"kind": "experiment", "experiment": "base"}, rollout("base-rest", share=700000)]),
         flag("top", [{"kind": "experiment", "experiment": "top"}, rollout("top-rest", share=500000)],
              prerequisites=[{"flag": "base", "variants": ["on", "treatment"]}]),
         flag("over", [rollout("over")], prerequisites=[{"flag": "top", "variants": ["on"]},
                                                        {"flag": "base", "variants": ["on"]}])],
        [experiment("base", [0, 600000]), experiment("top", [600000, 1000000], unitType="device")],
        [holdout("on-base", 200000, 300000, ["base"]), holdout("on-top", 200000, 300000, ["top"]),
         holdout("on-both", 150000, 150000, ["top", "base", "gone"])])
    for n in range(1, 41):
        for key in ("base", "top", "over"):
            cases.append((f"prerequisites and holdouts {key}", "prerequisites and holdouts", key,
                          {"user": f"user-{n}", "device": f"设备-{n}"}, {}, AT))


def operator_cases(documents, cases):
    """Audiences of the operators that read texts, with what they note."""
    audience = {"op": "any", "of": [
        {"op": "all", "of": [{"op": "semver", "attribute": "app", "order": "gte", "value": "2.10"},
                             {"op": "startsWith", "attribute": "phone", "value": "138"}]},
        {"op": "contains", "attribute": "tags", "value": "vip"},
        {"op": "between", "attribute": "age", "from": 18, "to": 25},
        {"op": "before", "attribute": "joined", "value": "2020-01-01T00:00:00+08:00"},
        {"op": "after", "attribute": "seen", "value": "2026-11-01T00:00:00Z"}]}
    documents["operators"] = dict(datafile([flag("f", [rollout("r", audience=audience, later=True)], later={"x": 1})]), later=[])
    for attributes in ({}, {"app": "2.9.1", "phone": "13800000000"}, {"app": "2.10.0-rc.1", "phone": "138"},
                       {"app": "2.10.0", "phone": "138"}, {"app": "v3", "phone": 138}, {"tags": ["new", "vip"]}, {"tags": "vips"},
                       {"tags": ["vips"]}, {"age": 18}, {"age": 25}, {"age": "18"}, {"joined": "2019-12-31T15:59:59.999Z"},
                       {"joined": "2019-12-31T16:00:00Z"}, {"seen": "2026-11-01T00:00:00.0009Z"},
                       {"seen": "2026-11-01T00:00:00.001Z"}, {"seen": 1793491200001, "joined": "long ago"}):
        cases.append(("operators", "operators", "f", {"user": "user-1"}, attributes, AT))


def sticky_cases(documents, cases):
    """What a sticky store may do: keep a unit in the variant that its hash gives, in the same phase, and nothing else."""
    unit = find_unit(lambda one: reference.bucket("l-main", one) >= 500000)
    documents["sticky"] = datafile(
        [flag("slots", [{"kind": "experiment", "experiment": "narrow"}, rollout("rest")]),
         flag("audience", [{"kind": "experiment", "experiment": "aimed"}]),
         flag("paused", [{"kind": "experiment", "experiment": "paused"}]),
         flag("devices", [{"kind": "experiment", "experiment": "devices"}]),
         flag("needs", [rollout("all")], prerequisites=[{"flag": "audience", "variants": ["control", "treatment"]}]),
         flag("held", [{"kind": "experiment", "experiment": "aimed"}])],
        [experiment("narrow", [0, 1]), experiment("aimed", [0, 1000000], audience=AUDIENCE, layer="second"),
         experiment("paused", [1, 500000], status="paused"), experiment("devices", [0, 1000000], unitType="device", layer="third")],
        [{"key": "h", "salt": "h-1", "unitType": "user", "statusQuo": 0, "allShipped": 1000000,
          "activeFrom": "2026-01-01T00:00:00Z", "flags": ["held"]}])
    documents["sticky"]["layers"].append({"key": "third", "salt": "l-third"})
    for key, flags in (("narrow", ["slots"]), ("aimed", ["audience", "needs", "held"]), ("paused", ["paused"]), ("devices", ["devices"])):
        for variant in ("control", "treatment", "gone"):
            for phase in (2, 3):
                held = {"experiment": key, "phase": phase, "unitType": "user", "unit": unit, "variant": variant}
                for name in flags:
                    cases.append((f"sticky {key} {phase} {variant}", "sticky", name, {"user": unit}, {}, AT, [held]))
    other = [{"experiment": "aimed", "phase": 3, "unitType": t, "unit": u, "variant": v}
             for t, u in (("user", "somebody"), ("device", unit)) for v in ("control", "treatment")]
    cases.append(("sticky of others", "sticky", "audience", {"user": unit}, {}, AT, other))


def evaluation_document():
    documents, inputs = {}, []
    for add in (pair_cases, step_cases, holdout_cases, boundary_cases, prerequisite_holdout_cases, operator_cases, sticky_cases):
        add(documents, inputs)
    cases = []
    for name, document, key, units, attributes, at, *kept in inputs:
        evaluator = reference.Evaluator(documents[document])
        decision, unmet, trail = evaluator.evaluate(key, units, attributes, millis(at), *kept)
        cases.append({"name": name, "datafile": document, "flag": key, "units": units, "attributes": attributes,
                      "at": at, "decision": decision, "unmetPrerequisite": unmet, "trail": trail})
        if kept:
            cases[-1]["kept"] = kept[0]
    require_pairs(cases)
    return {"datafiles": documents, "cases": cases}


def require_pairs(cases):
    """Every pair of pass reasons that can occur together stands in some trail."""
    seen = {(t[0]["pass"], t[1]["pass"]) for t in (case["trail"] for case in cases) if len(t) > 1}
    alone = {"held_out": {"held_out", *ROLLOUT_REASONS}}
    for first in reference.PASS_WORDS:
        for second in reference.PASS_WORDS:
            possible = second in alone.get(first, {second}) and first in alone.get(second, {first})
            assert not possible or (first, second) in seen, (first, second)
