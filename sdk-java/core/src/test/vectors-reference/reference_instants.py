"""Instants of RFC 3339."""

import calendar
import re

RFC3339 = re.compile(r"^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?([Zz]|[+-]\d\d:\d\d)$", re.ASCII)


FIRST_MILLIS = -62_135_596_800_000  # 0001-01-01T00:00:00Z
LAST_MILLIS = 253_402_300_799_999  # 9999-12-31T23:59:59.999Z


def millis(text):
    """Epoch milliseconds of an RFC 3339 date-time, the fraction cut to three digits; None for other text."""
    match = RFC3339.match(text) if isinstance(text, str) and not text.endswith("\n") else None
    if not match:
        return None
    year, month, day, hour, minute, second = (int(group) for group in match.groups()[:6])
    if year < 1 or not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    if hour > 23 or minute > 59 or second > 60:
        return None
    leap = second == 60
    seconds = calendar.timegm((year, month, day, hour, minute, min(second, 59)))
    fraction = 999 if leap else int((match.group(7) or "0").ljust(3, "0")[:3])
    offset = match.group(8)
    shift = 0
    if offset not in "Zz":
        hours, minutes = int(offset[1:3]), int(offset[4:6])
        if hours > 23 or minutes > 59:
            return None
        shift = (hours * 60 + minutes) * (60 if offset[0] == "+" else -60)
    result = (seconds - shift) * 1000 + fraction
    return result if FIRST_MILLIS <= result <= LAST_MILLIS else None
