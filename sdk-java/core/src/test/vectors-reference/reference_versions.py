"""Versions of semver.org 2.0.0 whose minor and patch may be left out: validity and precedence."""

import re

_NUMBER = r"(?:0|[1-9][0-9]*)"
_IDENTIFIER = rf"(?:{_NUMBER}|[0-9]*[A-Za-z-][0-9A-Za-z-]*)"
_VERSION = re.compile(rf"({_NUMBER})(?:\.({_NUMBER}))?(?:\.({_NUMBER}))?"
                      rf"(?:-({_IDENTIFIER}(?:\.{_IDENTIFIER})*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?")


def precedence(text):
    """A value that sorts as the version does; None for text that is no version."""
    match = _VERSION.fullmatch(text) if isinstance(text, str) else None
    if not match:
        return None
    core = tuple(int(number or 0) for number in match.groups()[:3])
    if match.group(4) is None:
        return core, 1, ()
    identifiers = tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in match.group(4).split("."))
    return core, 0, identifiers


def self_test():
    ladder = ["1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11",
              "1.0.0-rc.1", "1.0.0"]  # section 11 of the standard
    assert sorted(reversed(ladder), key=precedence) == ladder
    assert precedence("1.0.0+a") == precedence("1.0.0") == precedence("1")
    assert all(precedence(text) is None for text in ("", "1.", "01.0.0", "1.0.0-", "1.0.0-01", "1.0.0+", "v1", "1.2.3.4"))
