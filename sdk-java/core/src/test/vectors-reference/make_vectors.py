"""Writes the vectors that every SDK checks itself against, or checks that the files are what this would write.

    python3 make_vectors.py write ../resources/vectors
    python3 make_vectors.py check ../resources/vectors
"""

import json
import pathlib
import sys

import condition_rules
import reference_versions
import touchstone_reference as reference
from condition_cases import CONDITION_CASES, CONDITION_SEGMENTS, INVALID_CONDITIONS
from datafile_cases import datafile_document
from evaluation_cases import evaluation_document

PROVENANCE = ("Expected values computed by sdk-java/core/src/test/vectors-reference, an implementation in Python written "
              "from docs/formats apart from the Java code. Regenerate with make_vectors.py.")


def document(title, specification="docs/formats/assignment.md", **content):
    return {"schema": 1, "title": title, "specification": specification, "provenance": PROVENANCE, **content}


def bucketing():
    salts = ["", "s", "l-7f3a9c", "e-55d0", "盐", "🧂", "salt/with/slashes", "0123456789abcdef0123456789abcdef"]
    ids = ["0", "a", "ab", "abc", "abcd", "abcde", "user-1", "user-2", "USER-1", "张", "张三", "用户-42", "😀", "a😀b",
           "é", "e\u0301", "ß", "\u0000", "\u007f", "\u0080", "\u07ff", "\u0800", "\uffff", "\U00010000", "\U0010ffff",
           " ", "/", "a/b", "日本語のとても長い識別子" * 5, "x" * 255, "y" * 256, "550e8400-e29b-41d4-a716-446655440000"]
    cases = [{"salt": salt, "id": unit, "hash": reference.hash_of(salt, unit), "bucket": reference.bucket(salt, unit)}
             for salt in salts for unit in ids]
    return document("bucket(salt, id)", cases=cases)


def bucketing_invalid():
    """In a file of its own: a strict JSON reader refuses the whole file, and may."""
    surrogates = ["\ud800", "\udc00", "a\ud800", "\udc00a", "\ud800\ud800", "abcd\udfff", "\udc00\ud800"]
    for unit in surrogates:
        try:
            reference.bucket("s", unit)
            sys.exit(f"{ascii(unit)}: hashed (expected: an error)")
        except UnicodeEncodeError:
            pass
    return document("ids with lone surrogates: each is an error", cases=[{"id": unit} for unit in surrogates])


def weights():
    lists = [[1], [1, 1], [1, 1, 1], [1, 2], [2, 1], [1, 1, 1, 1, 1, 1, 1], [33, 33, 34], [333333, 333333, 333334],
             [0, 1], [1, 0], [0, 1, 0], [1, 0, 1], [1000000], [1000000, 1], [1, 1000000], [1000000] * 3, [99, 1],
             [1, 999999], [7, 11, 13, 17], [50, 30, 20], [1] * 10, [3, 3, 3], [1000000] * 1000, [1] * 999]
    invalid = [[], [0], [0, 0, 0], [-1, 2], [1000001], [1] * 1001]
    return document("weights to half-open ranges of buckets",
                    cases=[{"weights": w, "ranges": reference.ranges(w)} for w in lists], invalid=invalid)


def conditions():
    cases = []
    for name, condition, attributes in CONDITION_CASES:
        assert condition_rules.fault(condition) is None, name
        cases.append({"name": name, "condition": condition, "attributes": attributes,
                      "matches": reference.matches(condition, attributes, CONDITION_SEGMENTS),
                      "notes": reference.notes_of(condition, attributes, CONDITION_SEGMENTS)})
    for code, condition in INVALID_CONDITIONS:
        assert condition_rules.fault(condition) == code, (code, condition, condition_rules.fault(condition))
    invalid = [{"code": code, "condition": condition} for code, condition in INVALID_CONDITIONS]
    return document("conditions on attributes", segments=CONDITION_SEGMENTS, cases=cases, invalid=invalid)


def lay_out(content):
    """One line per case and per datafile, so that differences can be read."""
    parts = []
    for name, value in content.items():
        if isinstance(value, list):
            lines = ",\n".join("  " + json.dumps(element) for element in value)
            parts.append(f' {json.dumps(name)}: [\n{lines}\n ]')
        elif name == "datafiles":
            lines = ",\n".join(f"  {json.dumps(key)}: {json.dumps(element)}" for key, element in value.items())
            parts.append(f' {json.dumps(name)}: {{\n{lines}\n }}')
        else:
            parts.append(f" {json.dumps(name)}: {json.dumps(value)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main(command, folder):
    reference.self_test()
    reference_versions.self_test()
    documents = {"bucketing.json": bucketing(), "bucketing-invalid.json": bucketing_invalid(),
                 "weights.json": weights(), "conditions.json": conditions(),
                 "evaluation.json": document("evaluation with trail", **evaluation_document()),
                 "datafiles.json": document("datafiles: canonical bytes, and refusals", "docs/formats/datafile.md",
                                             **datafile_document())}
    for name, content in documents.items():
        text = lay_out(content)
        path = pathlib.Path(folder) / name
        if command == "write":
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            sys.exit(f"{name}: differs (expected: what make_vectors.py writes)")
    print(f"{command}: {len(documents)} files, {len(documents['evaluation.json']['cases'])} evaluations")


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in ("write", "check"):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
