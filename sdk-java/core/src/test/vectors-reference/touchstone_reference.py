"""A second implementation of docs/formats/assignment.md, written from that page and not from the Java code.

It is slow and plain on purpose: every line can be held against a sentence of the page. make_vectors.py uses it to
compute the expected numbers of the vectors. Python 3.9 or later, nothing else.
"""

from reference_instants import millis
from reference_versions import precedence

BUCKETS = 1_000_000
PASS_WORDS = ["held_out", "not_listed", "paused", "not_started", "ended", "unit_missing", "audience", "slots", "share"]


# ---- Hash -----------------------------------------------------------------------------------------------------------

def rotate_left(word, bits):
    return ((word << bits) | (word >> (32 - bits))) & 0xFFFFFFFF


def murmur3_x86_32(data, seed=0):
    """MurmurHash3_x86_32 of SMHasher (Austin Appleby), as an unsigned integer."""
    c1, c2 = 0xCC9E2D51, 0x1B873593
    hash_ = seed
    whole = len(data) // 4 * 4
    for at in range(0, whole, 4):
        k = int.from_bytes(data[at:at + 4], "little")
        k = rotate_left(k * c1 & 0xFFFFFFFF, 15) * c2 & 0xFFFFFFFF
        hash_ = (rotate_left(hash_ ^ k, 13) * 5 + 0xE6546B64) & 0xFFFFFFFF
    tail = data[whole:]
    if tail:
        k = int.from_bytes(tail, "little")
        hash_ ^= rotate_left(k * c1 & 0xFFFFFFFF, 15) * c2 & 0xFFFFFFFF
    hash_ ^= len(data)
    hash_ = (hash_ ^ (hash_ >> 16)) * 0x85EBCA6B & 0xFFFFFFFF
    hash_ = (hash_ ^ (hash_ >> 13)) * 0xC2B2AE35 & 0xFFFFFFFF
    return hash_ ^ (hash_ >> 16)


def hash_of(salt, unit):
    return murmur3_x86_32((salt + "/" + unit).encode("utf-8"))  # a lone surrogate raises UnicodeEncodeError


def bucket(salt, unit):
    return hash_of(salt, unit) * BUCKETS // 2 ** 32


def ranges(weights):
    total = sum(weights)
    cumulative = 0
    result = []
    for weight in weights:
        start = BUCKETS * cumulative // total
        cumulative += weight
        result.append([start, BUCKETS * cumulative // total])
    return result


def self_test():
    """Check values that others have published for MurmurHash3_x86_32."""
    assert murmur3_x86_32(b"", 0) == 0
    assert murmur3_x86_32(b"", 1) == 0x514E28B7
    assert murmur3_x86_32(b"", 0xFFFFFFFF) == 0x81F16F39
    assert murmur3_x86_32(b"\xff\xff\xff\xff", 0) == 0x76293B50
    assert murmur3_x86_32(b"\x21\x43\x65\x87", 0) == 0xF55B516B
    assert murmur3_x86_32(b"\x21\x43\x65", 0) == 0x7E4A8634
    assert murmur3_x86_32(b"\x21", 0) == 0x72661CF4
    assert murmur3_x86_32(b"Hello, world!", 1234) == 0xFAF6CDB3
    assert murmur3_x86_32("ππππππππ".encode(), 0x9747B28C) == 0xD58063C1
    assert murmur3_x86_32(b"The quick brown fox jumps over the lazy dog", 0x9747B28C) == 0x2FA826CD


# ---- Conditions -----------------------------------------------------------------------------------------------------

def kind(value):
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, (int, float)):
        return "number"
    return "text" if isinstance(value, str) else "list"


def equal(left, right):
    if kind(left) != kind(right):
        return False
    return float(left) == float(right) if kind(left) == "number" else left == right


def order_holds(op, left, right):
    return {"eq": left == right, "gt": left > right, "gte": left >= right, "lt": left < right, "lte": left <= right}[op]


def matches(condition, attributes, segments):
    op = condition["op"]
    if op == "all":
        return all(matches(part, attributes, segments) for part in condition["of"])
    if op == "any":
        return any(matches(part, attributes, segments) for part in condition["of"])
    if op == "none":
        return not any(matches(part, attributes, segments) for part in condition["of"])
    if op == "inSegment":
        return matches(segments[condition["segment"]], attributes, segments)
    value = attributes.get(condition["attribute"])
    if value is None:
        return False
    if op == "exists":
        return True
    if op == "eq":
        return equal(value, condition["value"])
    if op == "in":
        return any(equal(value, candidate) for candidate in condition["values"])
    if not comparable(condition, value):
        return False
    if op == "contains":
        return condition["value"] in value  # of a text: somewhere in it; of a list: an element
    if op == "startsWith":
        return value.startswith(condition["value"])
    if op == "semver":
        return order_holds(condition["order"], precedence(value), precedence(condition["value"]))
    if op == "between":
        return scale(condition["from"], condition["from"]) <= scale(value, condition["from"]) < scale(
            condition["to"], condition["from"])
    limit = condition["value"]
    return order_holds({"before": "lt", "after": "gt"}.get(op, op), scale(value, limit), scale(limit, limit))


def scale(value, example):
    """A number, or an instant in milliseconds, as the example is one."""
    return float(value) if kind(example) == "number" else millis(value)


def comparable(condition, value):
    """Whether the leaf can judge a value of that type."""
    op = condition["op"]
    if op == "exists":
        return True
    if op in ("eq", "in"):
        return kind(value) in [kind(v) for v in condition.get("values", [condition.get("value")])]
    if op == "contains":
        return kind(value) in ("text", "list")
    if op == "startsWith":
        return kind(value) == "text"
    if op == "semver":
        return precedence(value) is not None
    if kind(condition["from"] if op == "between" else condition["value"]) == "number":
        return kind(value) == "number"
    return millis(value) is not None


def collect_notes(condition, attributes, segments, notes):
    op = condition["op"]
    if op in ("all", "any", "none"):
        for part in condition["of"]:
            collect_notes(part, attributes, segments, notes)
    elif op == "inSegment":
        collect_notes(segments[condition["segment"]], attributes, segments, notes)
    elif op != "exists":
        note = leaf_note(condition, attributes.get(condition["attribute"]))
        if note and note not in notes:
            notes.append(note)


def leaf_note(condition, value):
    if value is None:
        return {"attribute": condition["attribute"], "kind": "missing"}
    return None if comparable(condition, value) else {"attribute": condition["attribute"], "kind": "type"}


def notes_of(condition, attributes, segments):
    notes = []
    if condition is not None:
        collect_notes(condition, attributes, segments, notes)
    return notes


# ---- Evaluation -----------------------------------------------------------------------------------------------------

def by_key(objects):
    return {entry["key"]: entry for entry in objects or []}


class Evaluator:
    def __init__(self, datafile):
        self.config = datafile["version"]
        self.layers = by_key(datafile.get("layers"))
        self.segments = {key: s["condition"] for key, s in by_key(datafile.get("segments")).items()}
        self.holdouts = datafile.get("holdouts") or []
        self.experiments = by_key(datafile.get("experiments"))
        self.flags = by_key(datafile.get("flags"))

    def evaluate(self, flag_key, units, attributes, at, kept=()):
        """The decision, the first unmet prerequisite (or None) and the trail. `kept`: what a sticky store holds."""
        flag = self.flags.get(flag_key)
        if flag is None:
            return self.decision(flag_key, None, None, "unknown_flag"), None, []
        for forced in flag.get("forced") or []:
            if units.get(forced["unitType"]) == forced["unit"]:
                return self.decision(flag_key, forced["value"], forced["variant"], "forced"), None, []
        if not flag["enabled"]:
            return self.decision(flag_key, flag["default"], None, "off"), None, []
        for prerequisite in flag.get("prerequisites") or []:
            answer = self.evaluate(prerequisite["flag"], units, attributes, at, kept)[0]
            if answer["variant"] is None or answer["variant"] not in prerequisite["variants"]:
                return self.decision(flag_key, flag["default"], None, "prerequisite"), prerequisite["flag"], []
        exposures = self.held_in(flag_key, units, at)
        parts = [exposure["variant"] for exposure in exposures]
        if "status-quo" in parts:
            return self.decision(flag_key, flag["default"], None, "holdout", exposures=exposures), None, []
        trail = []
        for rule in flag.get("rules") or []:
            key, reason, condition = self.gate(rule, units, attributes, at, "all-shipped" in parts)
            if reason in ("audience", "slots") and self.keeps(rule, units, kept):
                reason = None
            notes = notes_of(condition, attributes, self.segments) if reason == "audience" else []
            trail.append({"rule": key, "pass": reason, "notes": notes})
            if reason is None:
                return self.answer(flag_key, rule, units, exposures), None, trail
        return self.decision(flag_key, flag["default"], None, "default", exposures=exposures), None, trail

    def held_in(self, flag_key, units, at):
        exposures = []
        for holdout in self.holdouts:
            covered = holdout.get("flags") is None or flag_key in holdout["flags"]
            unit = units.get(holdout["unitType"])
            if covered and unit is not None and at >= millis(holdout["activeFrom"]):
                b = bucket(holdout["salt"], unit)
                if b < holdout["statusQuo"] + holdout["allShipped"]:
                    part = "status-quo" if b < holdout["statusQuo"] else "all-shipped"
                    exposures.append(
                        {"experiment": holdout["key"], "phase": 1, "variant": part, "unitType": holdout["unitType"]})
        return exposures

    def gate(self, rule, units, attributes, at, rollouts_only):
        if rule["kind"] == "rollout":
            audience = rule.get("audience")
            return rule["key"], self.rollout_gate(rule, audience, units, attributes), audience
        key = rule["experiment"]
        if rollouts_only:
            return key, "held_out", None
        experiment = self.experiments.get(key)
        if experiment is None:
            return key, "not_listed", None
        audience = experiment.get("audience")
        return key, self.experiment_gate(experiment, audience, units, attributes, at), audience

    def rollout_gate(self, rule, audience, units, attributes):
        unit = units.get(rule["unitType"])
        if unit is None:
            return "unit_missing"
        if audience is not None and not matches(audience, attributes, self.segments):
            return "audience"
        return None if bucket(rule["salt"], unit) < rule["share"] else "share"

    def experiment_gate(self, experiment, audience, units, attributes, at):
        if experiment["status"] == "paused" and not experiment.get("keepServing", False):
            return "paused"
        if at < millis(experiment["activeFrom"]):
            return "not_started"
        if experiment.get("endsAt") is not None and at >= millis(experiment["endsAt"]):
            return "ended"
        unit = units.get(experiment["unitType"])
        if unit is None:
            return "unit_missing"
        if audience is not None and not matches(audience, attributes, self.segments):
            return "audience"
        slot = bucket(self.layers[experiment["layer"]]["salt"], unit)
        return None if any(start <= slot < end for start, end in experiment["slots"]) else "slots"

    def keeps(self, rule, units, kept):
        """The store holds, for this unit in this phase, the variant that the hash gives."""
        if rule["kind"] == "rollout":
            return False
        experiment = self.experiments[rule["experiment"]]
        return {"experiment": experiment["key"], "phase": experiment["phase"], "unitType": experiment["unitType"],
                "unit": units[experiment["unitType"]], "variant": self.drawn(experiment, units)["key"]} in list(kept)

    def drawn(self, experiment, units):
        b = bucket(experiment["salt"], units[experiment["unitType"]])
        owned = ranges([variant["weight"] for variant in experiment["variants"]])
        return next(v for v, (start, end) in zip(experiment["variants"], owned) if start <= b < end)

    def answer(self, flag_key, rule, units, exposures):
        if rule["kind"] == "rollout":
            return self.decision(flag_key, rule["value"], rule["variant"], "rollout", rule["key"], exposures=exposures)
        experiment = self.experiments[rule["experiment"]]
        variant = self.drawn(experiment, units)
        exposure = {"experiment": experiment["key"], "phase": experiment["phase"], "variant": variant["key"],
                    "unitType": experiment["unitType"]}
        return self.decision(flag_key, variant["value"], variant["key"], "experiment", experiment["key"], experiment,
                             exposures + [exposure])

    def decision(self, flag_key, value, variant, reason, rule=None, experiment=None, exposures=()):
        return {"flag": flag_key, "value": value, "variant": variant, "reason": reason, "rule": rule,
                "experiment": experiment["key"] if experiment else None,
                "phase": experiment["phase"] if experiment else 0, "config": self.config,
                "exposures": list(exposures)}
