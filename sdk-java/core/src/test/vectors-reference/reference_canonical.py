"""The canonical bytes of a datafile, from docs/formats/datafile.md: what is kept of it, and how it is written."""

import json
import math

from reference_instants import millis

CONDITION_FIELDS = {"all": ["of"], "any": ["of"], "none": ["of"], "in": ["attribute", "values"],
                    "between": ["attribute", "from", "to"], "semver": ["attribute", "order", "value"],
                    "exists": ["attribute"], "inSegment": ["segment"]}


def canonical(datafile):
    """Bytes of the document without what nobody knows."""
    return write(kept(datafile)).encode("utf-8")


# ---- JSON (RFC 8785 but for whole numbers of 64 bits, which keep all their digits) ------------------------------------

def write(value):
    if isinstance(value, dict):
        return "{" + ",".join(text(key) + ":" + write(value[key]) for key in sorted(value)) + "}"
    if isinstance(value, list):
        return "[" + ",".join(write(element) for element in value) + "]"
    if isinstance(value, str):
        return text(value)
    if isinstance(value, bool) or value is None:
        return json.dumps(value)
    return number(value)


def text(value):
    named = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return '"' + "".join(named.get(c, f"\\u{ord(c):04X}" if c < " " else c) for c in value) + '"'


def number(value):
    if isinstance(value, int) and -2 ** 63 <= value < 2 ** 63:
        return str(value)
    double = float(value)
    if double == 0:
        return "0"
    if double.is_integer() and abs(double) <= 2 ** 53:
        return str(int(double))
    digits, exponent = shortest(abs(double))
    return ("-" if double < 0 else "") + lay_out(digits, exponent)


def shortest(double):
    """Digits without zeros around them, and the power of ten behind which 0.digits stands; repr is the shortest."""
    mantissa, _, exponent = repr(double).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = whole + fraction
    point = len(whole) + int(exponent or 0) - (len(digits) - len(digits.lstrip("0")))
    return digits.strip("0"), point


def lay_out(digits, point):
    """Number.prototype.toString of ECMAScript."""
    count = len(digits)
    if count <= point <= 21:
        return digits + "0" * (point - count)
    if 0 < point <= 21:
        return digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return "0." + "0" * -point + digits
    exponent = f"e{'+' if point > 0 else '-'}{abs(point - 1)}"
    return (digits if count == 1 else digits[0] + "." + digits[1:]) + exponent


# ---- What is kept ----------------------------------------------------------------------------------------------------

def pick(source, *names):
    return {name: source[name] for name in names if source.get(name) is not None}


def instants(target, source, *names):
    for name in names:
        if source.get(name) is not None:
            target[name] = instant(source[name])
    return target


def instant(written):
    epoch = millis(written)
    days, rest = divmod(epoch, 86_400_000)
    year, month, day = civil(days)
    hours, rest = divmod(rest, 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    seconds, fraction = divmod(rest, 1000)
    tail = f".{fraction:03d}Z" if fraction else "Z"
    return f"{year:04d}-{month:02d}-{day:02d}T{hours:02d}:{minutes:02d}:{seconds:02d}{tail}"


def civil(days):
    """Year, month and day of days since 1970, by counting: slow and plain."""
    year = 1970 + math.floor(days / 365.2425)
    while days_before(year) > days:
        year -= 1
    while days_before(year + 1) <= days:
        year += 1
    day = days - days_before(year)
    for month, length in enumerate([31, 29 if leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31], 1):
        if day < length:
            return year, month, day + 1
        day -= length
    raise AssertionError(days)


def leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_before(year):
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 - 719_162


def kept(datafile):
    result = pick(datafile, "environment", "version")
    result["schema"] = 1
    instants(result, datafile, "publishedAt")
    for name, reduce in (("layers", lambda layer: pick(layer, "key", "salt")), ("segments", segment),
                         ("holdouts", holdout), ("experiments", experiment), ("flags", flag)):
        result[name] = [reduce(element) for element in datafile.get(name) or []]
    return result


def condition(source):
    names = CONDITION_FIELDS.get(source["op"], ["attribute", "value"])
    result = pick(source, "op", *names)
    if "of" in result:
        result["of"] = [condition(part) for part in result["of"]]
    return result


def with_audience(target, source):
    if source.get("audience") is not None:
        target["audience"] = condition(source["audience"])
    return target


def segment(source):
    return {"key": source["key"], "condition": condition(source["condition"])}


def holdout(source):
    return instants(pick(source, "key", "salt", "unitType", "statusQuo", "allShipped", "flags"), source, "activeFrom")


def experiment(source):
    result = pick(source, "key", "phase", "salt", "unitType", "layer", "status", "control")
    result["slots"] = sorted(source["slots"])
    result["keepServing"] = bool(source.get("keepServing"))
    result["variants"] = [pick(variant, "key", "weight", "value") for variant in source["variants"]]
    return with_audience(instants(result, source, "activeFrom", "endsAt"), source)


def flag(source):
    result = pick(source, "key", "type", "default", "enabled")
    result["prerequisites"] = [pick(one, "flag", "variants") for one in source.get("prerequisites") or []]
    result["forced"] = [pick(one, "unitType", "unit", "variant", "value") for one in source.get("forced") or []]
    result["rules"] = [rule(one) for one in source.get("rules") or []]
    return result


def rule(source):
    if source["kind"] == "experiment":
        return pick(source, "kind", "experiment")
    return with_audience(pick(source, "kind", "key", "salt", "unitType", "share", "variant", "value"), source)
