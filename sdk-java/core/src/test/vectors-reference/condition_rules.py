"""Which conditions docs/formats/datafile.md refuses, and with which code. None: it is valid."""

from reference_instants import millis
from reference_versions import precedence
from touchstone_reference import kind

GROUPS = ("all", "any", "none")
LEAVES = {"eq": ("value",), "in": ("values",), "gt": ("value",), "gte": ("value",), "lt": ("value",), "lte": ("value",),
          "between": ("from", "to"), "before": ("value",), "after": ("value",), "contains": ("value",),
          "startsWith": ("value",), "semver": ("order", "value"), "exists": ()}


def fault(condition):
    if not isinstance(condition, dict):
        return "type_invalid"
    op = condition.get("op")
    if op is None:
        return "field_missing"
    if not isinstance(op, str):
        return "type_invalid"
    if op in GROUPS:
        return fault_of_group(condition)
    if op == "inSegment":
        return fault_of_key(condition.get("segment"))
    return fault_of_leaf(op, condition) if op in LEAVES else "op_unknown"


def fault_of_group(condition):
    parts = condition.get("of")
    if parts is None:
        return "field_missing"
    if not isinstance(parts, list):
        return "type_invalid"
    for part in parts:
        if fault(part):
            return fault(part)
    if depth(condition) > 16:
        return "condition_too_deep"
    return "condition_too_large" if size(condition) > 1000 else None


def depth(condition):
    return 1 + max((depth(part) for part in condition.get("of", [])), default=0)


def size(condition):
    return 1 + sum(size(part) for part in condition.get("of", []))


def fault_of_key(key):
    if key is None:
        return "field_missing"
    if not isinstance(key, str):
        return "type_invalid"
    plain = all(c >= " " and not "\x7f" <= c <= "\x9f" for c in key)
    return None if 1 <= len(key.encode("utf-8")) <= 128 and plain else "key_invalid"


def fault_of_leaf(op, condition):
    if condition.get("attribute") is None or any(condition.get(name) is None for name in LEAVES[op]):
        return "field_missing"
    judge = {"eq": lambda: None if is_scalar(condition["value"]) else "type_invalid",
             "in": lambda: fault_of_values(condition["values"]), "between": lambda: fault_of_range(condition),
             "before": lambda: fault_of_instant(condition["value"]), "after": lambda: fault_of_instant(condition["value"]),
             "contains": lambda: fault_of_text(condition["value"]),
             "startsWith": lambda: fault_of_text(condition["value"]), "semver": lambda: fault_of_version(condition),
             "exists": lambda: None}.get(op, lambda: None if is_ordered(condition["value"]) else "type_invalid")
    return fault_of_key(condition["attribute"]) or judge()


def is_scalar(value):
    return isinstance(value, (bool, int, float, str))


def is_ordered(value):
    return is_scalar(value) and (kind(value) == "number" or millis(value) is not None)


def fault_of_values(values):
    return None if isinstance(values, list) and all(is_scalar(value) for value in values) else "type_invalid"


def fault_of_range(condition):
    start, end = condition["from"], condition["to"]
    if not is_ordered(start) or not is_ordered(end) or kind(start) != kind(end):
        return "type_invalid"
    if kind(start) == "number":
        return None if float(start) < float(end) else "number_range"
    return None if millis(start) < millis(end) else "time_range"


def fault_of_instant(value):
    if not isinstance(value, str):
        return "type_invalid"
    return None if millis(value) is not None else "time_invalid"


def fault_of_text(value):
    if not isinstance(value, str):
        return "type_invalid"
    return None if 1 <= len(value.encode("utf-8")) <= 256 else "value_invalid"


def fault_of_version(condition):
    if not isinstance(condition["order"], str):
        return "type_invalid"
    if condition["order"] not in ("eq", "gt", "gte", "lt", "lte"):
        return "value_unknown"
    return fault_of_text(condition["value"]) or (None if precedence(condition["value"]) else "value_invalid")
