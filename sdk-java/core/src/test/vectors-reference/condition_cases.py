"""Conditions and attributes whose truth the vectors state."""

CONDITION_SEGMENTS = {
    "lapsed": {"op": "gt", "attribute": "days", "value": 30},
    "rich": {"op": "gte", "attribute": "spend", "value": 100.5},
    "lapsed_and_rich": {"op": "all", "of": [{"op": "inSegment", "segment": "lapsed"},
                                            {"op": "inSegment", "segment": "rich"}]},
}


def eq(attribute, value):
    return {"op": "eq", "attribute": attribute, "value": value}


def one_of(attribute, *values):
    return {"op": "in", "attribute": attribute, "values": list(values)}


def compare(op, attribute, value):
    return {"op": op, "attribute": attribute, "value": value}


def between(attribute, start, end):
    return {"op": "between", "attribute": attribute, "from": start, "to": end}


def semver(attribute, order, value):
    return {"op": "semver", "attribute": attribute, "order": order, "value": value}


def group(op, *of):
    return {"op": op, "of": list(of)}


def exists(attribute):
    return {"op": "exists", "attribute": attribute}


def segment(key):
    return {"op": "inSegment", "segment": key}


ATTRIBUTE_VALUES = {"missing": {}, "true": {"a": True}, "false": {"a": False}, "text": {"a": "x"}, "empty": {"a": ""},
                    "zero": {"a": 0}, "one": {"a": 1}, "half": {"a": 0.5}, "one_as_text": {"a": "1"},
                    "list": {"a": ["x", "y"]}, "instant": {"a": "2026-11-22T08:00:00Z"},
                    "empty_list": {"a": []}, "version": {"a": "2.10.0"}, "pre_release": {"a": "2.10.0-rc.1"}}

LEAVES = {
    "eq_true": eq("a", True), "eq_false": eq("a", False), "eq_text": eq("a", "x"), "eq_empty": eq("a", ""),
    "eq_zero": eq("a", 0), "eq_one": eq("a", 1), "eq_text_one": eq("a", "1"),
    "in_texts": one_of("a", "x", "z"), "in_numbers": one_of("a", 0, 0.5), "in_mixed": one_of("a", "1", 1, True),
    "in_nothing": one_of("a"),
    "gt_zero": compare("gt", "a", 0), "gte_one": compare("gte", "a", 1), "lt_one": compare("lt", "a", 1),
    "lte_half": compare("lte", "a", 0.5),
    "gt_instant": compare("gt", "a", "2026-11-22T07:59:59.999Z"),
    "gte_instant": compare("gte", "a", "2026-11-22T16:00:00+08:00"),
    "lt_instant": compare("lt", "a", "2026-11-22T08:00:00Z"),
    "lte_instant": compare("lte", "a", "2026-11-22T08:00:00.000999Z"),
    "exists": exists("a"),
    "between_numbers": between("a", 0, 1), "between_fractions": between("a", 0.5, 0.75),
    "between_instants": between("a", "2026-11-22T08:00:00Z", "2026-11-22T08:00:00.001Z"),
    "between_instants_before": between("a", "2026-11-21T08:00:00Z", "2026-11-22T08:00:00Z"),
    "before": compare("before", "a", "2026-11-22T08:00:00.001Z"),
    "before_itself": compare("before", "a", "2026-11-22T08:00:00Z"),
    "after": compare("after", "a", "2026-11-22T15:59:59.999+08:00"),
    "after_itself": compare("after", "a", "2026-11-22T08:00:00Z"),
    "contains": compare("contains", "a", "x"), "contains_dots": compare("contains", "a", "10.0"),
    "starts_with": compare("startsWith", "a", "2"), "starts_with_more": compare("startsWith", "a", "2.10.0-rc.12"),
    "semver_eq": semver("a", "eq", "2.10"), "semver_gt": semver("a", "gt", "2.9.9"),
    "semver_gte": semver("a", "gte", "2.10.0-rc.1"), "semver_lt": semver("a", "lt", "2.10.0"),
    "semver_lte": semver("a", "lte", "2"),
}

GROUPS = [
    ("all_of_nothing", group("all"), {}),
    ("any_of_nothing", group("any"), {}),
    ("none_of_nothing", group("none"), {}),
    ("all_true", group("all", eq("a", 1), eq("b", 2)), {"a": 1, "b": 2}),
    ("all_one_false", group("all", eq("a", 1), eq("b", 2)), {"a": 1, "b": 3}),
    ("all_one_missing", group("all", eq("a", 1), eq("b", 2)), {"a": 1}),
    ("all_both_missing", group("all", eq("b", 1), eq("a", 2)), {}),
    ("any_one_true", group("any", eq("a", 1), eq("b", 2)), {"b": 2}),
    ("any_none_true", group("any", eq("a", 1), eq("b", 2)), {"a": "1", "b": 3}),
    ("none_none_true", group("none", eq("a", 1), eq("b", 2)), {"a": 2, "b": 1}),
    ("none_one_true", group("none", eq("a", 1), eq("b", 2)), {"a": 1, "b": 1}),
    ("none_of_missing", group("none", eq("a", 1)), {}),
    ("none_not_exists", group("none", exists("a")), {}),
    ("same_note_once", group("any", eq("a", 1), one_of("a", 2), compare("gt", "a", 3)), {}),
    ("nested", group("all", group("any", eq("a", 1), group("none", eq("b", 1))), exists("c")), {"b": 2, "c": False}),
    ("segment_true", segment("lapsed"), {"days": 31}),
    ("segment_false", segment("lapsed"), {"days": 30}),
    ("segment_missing", segment("lapsed"), {}),
    ("segment_of_segments_true", segment("lapsed_and_rich"), {"days": 31, "spend": 100.5}),
    ("segment_of_segments_false", segment("lapsed_and_rich"), {"days": 31, "spend": 100.49}),
    ("segment_of_segments_missing", group("none", segment("lapsed_and_rich")), {"days": "31"}),
    ("text_chinese", one_of("city", "北京", "上海"), {"city": "上海"}),
    ("text_emoji", eq("mood", "😀"), {"mood": "😀"}),
    ("text_is_not_normalised", eq("name", "é"), {"name": "e\u0301"}),
    ("text_case_counts", eq("name", "cn"), {"name": "CN"}),
    ("number_fraction", eq("a", 0.1), {"a": 0.1}),
    ("number_sum_is_not_three_tenths", eq("a", 0.3), {"a": 0.30000000000000004}),
    ("number_minus_zero", eq("a", 0), {"a": -0.0}),
    ("number_beyond_2_53_is_a_double", eq("a", 9007199254740992), {"a": 9007199254740993}),
    ("number_exponent", eq("a", 100), {"a": 1e2}),
    ("instant_leap_second", compare("lt", "t", "2017-01-01T00:00:00Z"), {"t": "2016-12-31T23:59:60Z"}),
    ("instant_leap_day", compare("gt", "t", "2024-02-28T23:59:59Z"), {"t": "2024-02-29T00:00:00Z"}),
    ("instant_no_leap_day", compare("gt", "t", "2023-02-28T23:59:59Z"), {"t": "2023-02-29T00:00:00Z"}),
    ("instant_date_only", compare("gt", "t", "2023-02-28T23:59:59Z"), {"t": "2024-02-28"}),
    ("instant_lower_case", compare("gte", "t", "2026-11-22T08:00:00Z"), {"t": "2026-11-22t08:00:00z"}),
    ("instant_before_1970", compare("lt", "t", "1969-12-31T23:59:59.999Z"), {"t": "1969-12-31T23:59:59.998Z"}),
    ("instant_nine_digits", compare("lte", "t", "2026-11-22T08:00:00.123Z"), {"t": "2026-11-22T08:00:00.123999999Z"}),
    ("instant_ten_digits", compare("lte", "t", "2026-11-22T08:00:00.123Z"), {"t": "2026-11-22T08:00:00.1239999999Z"}),
    ("instant_negative_offset", compare("gte", "t", "2026-11-22T08:00:00Z"), {"t": "2026-11-22T01:30:00-06:30"}),
]

TEXTS = [
    ("contains_in_the_middle", compare("contains", "t", "海"), {"t": "上海市"}),
    ("contains_itself", compare("contains", "t", "abc"), {"t": "abc"}),
    ("contains_case_counts", compare("contains", "t", "B"), {"t": "abc"}),
    ("contains_is_not_normalised", compare("contains", "t", "é"), {"t": "cafe\u0301"}),
    ("contains_no_half_of_a_pair", compare("contains", "t", "\U0001F601"), {"t": "\U0001F600\U0001F641"}),
    ("contains_dot_is_a_dot", compare("contains", "t", "a.c"), {"t": "abc"}),
    ("contains_element", compare("contains", "t", "tea"), {"t": ["coffee", "tea"]}),
    ("contains_part_of_element", compare("contains", "t", "tea"), {"t": ["teapot"]}),
    ("starts_with_itself", compare("startsWith", "t", "138"), {"t": "138"}),
    ("starts_with_emoji", compare("startsWith", "t", "😀"), {"t": "😀a"}),
    ("starts_with_in_the_middle", compare("startsWith", "t", "38"), {"t": "138"}),
    ("starts_with_list", compare("startsWith", "t", "a"), {"t": ["a"]}),
]

# In the order of their precedence; those of one row are equal.
LADDER = [["0.0.0", "0"], ["0.0.1-0"], ["0.0.1-1"], ["0.0.1-10"], ["0.0.1-99999999999999999999"], ["0.0.1--"],
          ["0.0.1-A"], ["0.0.1-a", "0.0.1-a+b"], ["0.0.1-a.0"], ["0.0.1-a.a"], ["0.0.1-a.a.0"], ["0.0.1-a-"],
          ["0.0.1", "0.0.1+build.01"], ["0.9.0", "0.9"], ["0.10"], ["1-alpha", "1.0-alpha", "1.0.0-alpha"],
          ["1", "1.0", "1.0.0+20130313144700"], ["1.0.1"], ["2.0.0-rc.9"], ["2.0.0-rc.10"], ["2"], ["10.0.0"],
          ["18446744073709551616.0.0"]]
NO_VERSIONS = ["", "v1.0.0", "1.", ".1", "1..0", "1.0.0.0", "01.0.0", "1.00.0", "1.0.0-", "1.0.0-01", "1.0.0-a..b",
               "1.0.0+", "1.0.0+a..b", "1.0.0-ä", "1.0.0 ", " 1", "1.0.0-a_b", "+1", "-1.0.0", "１.0.0", "latest"]


def version_cases():
    rungs = [(place, text) for place, row in enumerate(LADDER) for text in row]
    for place, text in rungs:
        for other, value in rungs:
            if abs(place - other) <= 1:
                for order in ("eq", "gt", "gte", "lt", "lte"):
                    yield f"{text} {order} {value}", semver("v", order, value), {"v": text}
    for text in NO_VERSIONS:
        yield f"{text!r} is no version", group("none", semver("v", "gte", "0")), {"v": text}


def boundary_cases():
    """Both ends of ranges, and the instants on either side."""
    for value in (17, 17.999999999999996, 18, 24.999999999999996, 25, -0.0):
        yield f"between 18 and 25: {value}", between("n", 18, 25), {"n": value}
    yield "between around zero: -0", between("n", 0, 1), {"n": -0.0}
    start, end = "2026-11-22T16:00:00+08:00", "2026-11-23T08:00:00Z"
    for at in ("2026-11-22T07:59:59.999Z", "2026-11-22T08:00:00Z", "2026-11-23T07:59:59.9999Z", "2026-11-23T08:00:00Z",
               "2026-11-22", "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59-00:01"):
        yield f"between instants: {at}", between("t", start, end), {"t": at}
        yield f"before: {at}", compare("before", "t", start), {"t": at}
        yield f"after: {at}", compare("after", "t", start), {"t": at}


CONDITION_CASES = [(f"{leaf}_{value}", LEAVES[leaf], ATTRIBUTE_VALUES[value]) for leaf in LEAVES
                   for value in ATTRIBUTE_VALUES] + GROUPS + TEXTS + list(version_cases()) + list(boundary_cases())

# Each is refused with that code: the tree is closed and typed.
INVALID_CONDITIONS = [
    ("op_unknown", compare("matches", "a", "x.*")), ("op_unknown", compare("EQ", "a", 1)),
    ("field_missing", {"op": "eq", "attribute": "a"}), ("field_missing", {"op": "eq", "value": 1}),
    ("field_missing", {"op": "eq", "attribute": "a", "value": None}), ("field_missing", {"op": "all"}),
    ("field_missing", {"op": "between", "attribute": "a", "from": 1}), ("field_missing", {"attribute": "a"}),
    ("field_missing", compare("semver", "a", "1.0.0")), ("type_invalid", {"op": 1}), ("type_invalid", []),
    ("type_invalid", eq("a", ["x"])), ("type_invalid", eq("a", {})), ("type_invalid", one_of("a", [])),
    ("type_invalid", compare("gt", "a", "thirty")), ("type_invalid", compare("lt", "a", True)),
    ("type_invalid", between("a", 1, "2026-11-22T08:00:00Z")), ("type_invalid", between("a", "x", "y")),
    ("type_invalid", compare("before", "a", 1795334400000)), ("type_invalid", compare("contains", "a", 1)),
    ("type_invalid", {"op": "any", "of": {}}), ("type_invalid", {"op": "none", "of": [1]}),
    ("number_range", between("a", 1, 1)), ("number_range", between("a", 2, 1)),
    ("number_range", between("a", 9007199254740992, 9007199254740993)),
    ("time_range", between("a", "2026-11-22T08:00:00Z", "2026-11-22T16:00:00+08:00")),
    ("time_invalid", compare("before", "a", "2026-11-22")), ("time_invalid", compare("after", "a", "")),
    ("value_invalid", compare("contains", "a", "")), ("value_invalid", compare("startsWith", "a", "海" * 86)),
    ("value_invalid", semver("a", "gte", "v1")), ("value_invalid", semver("a", "gte", "1" * 257)),
    ("value_unknown", semver("a", "between", "1.0.0")), ("key_invalid", exists("")), ("key_invalid", exists("a\n")),
    ("key_invalid", segment("s" * 129)), ("condition_too_large", group("any", *[exists("a")] * 1000)),
]


def nested(levels):
    return exists("a") if levels == 1 else group("all", nested(levels - 1))


INVALID_CONDITIONS.append(("condition_too_deep", nested(17)))
CONDITION_CASES += [("deepest", nested(16), {"a": 1}), ("largest", group("any", *[exists("a")] * 999), {"a": 1})]
