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


def group(op, *of):
    return {"op": op, "of": list(of)}


def exists(attribute):
    return {"op": "exists", "attribute": attribute}


def segment(key):
    return {"op": "inSegment", "segment": key}


ATTRIBUTE_VALUES = {"missing": {}, "true": {"a": True}, "false": {"a": False}, "text": {"a": "x"}, "empty": {"a": ""},
                    "zero": {"a": 0}, "one": {"a": 1}, "half": {"a": 0.5}, "one_as_text": {"a": "1"},
                    "list": {"a": ["x", "y"]}, "instant": {"a": "2026-11-22T08:00:00Z"}}

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

CONDITION_CASES = [(f"{leaf}_{value}", LEAVES[leaf], ATTRIBUTE_VALUES[value]) for leaf in LEAVES
                   for value in ATTRIBUTE_VALUES] + GROUPS
