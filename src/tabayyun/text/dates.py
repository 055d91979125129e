"""Arithmetic of dates as news prints them: what a reference means, given when the report was published.

Nothing here looks at words; `events.timexes` reads them into `Reference`. The machine's clock is never asked: without
a date of publication whatever leans on it stays open.
"""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

_ISO = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d))?)?")
HALVES = {"dawn": "am", "morning": "am", "noon": "noon", "afternoon": "pm", "evening": "pm", "night": "night", "overnight": "night",
          "midnight": "midnight"}  # fmt: skip
_BEGINS = {"morning": 5, "noon": 11, "afternoon": 13, "evening": 16}
"""The hour before which nobody would yet report the part of day that starts there."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """When a report was published, in its outlet's own zone; `clock` is minutes after midnight, None where only the day is known."""

    day: date
    clock: int | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A time as words give it; every field None unless said."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    is_hijri: bool = False
    weekday: int | None = None
    """0 = Monday."""
    until_weekday: int | None = None
    """Second day of a night between two days."""
    shift: int | None = None
    """Days from publication (today 0)."""
    that: int | None = None
    """Days from the day spoken of last (the same day 0)."""
    edge: str | None = None
    """past | this | next."""
    ago: int | None = None
    """How many units before publication, negative for ahead."""
    unit: str | None = None
    """minute | hour | day | week | month | year."""
    part: str | None = None
    """dawn | morning | noon | afternoon | evening | night | overnight | midnight."""
    is_last_night: bool = False
    hour: int | None = None
    minute: int | None = None
    half: str | None = None
    """am | pm, where the words say it."""
    is_24: bool = False
    """The clock is of 24 hours (leading zero, 13 and above)."""
    stage: str | None = None
    """start | middle | end or a season."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a reference comes to: an ISO prefix or None, its granularity, a clock time where the day stays open, and why not."""

    value: str | None
    granularity: str
    day: date | None = None
    clock: str | None = None
    note: str = ""


def anchor(published: str | None) -> Anchor | None:
    """The day (and minute) of an ISO 8601 string as printed, its zone left as it is; None without a day."""
    m = _ISO.match(published or "")
    if not m or m[3] is None:
        return None
    try:
        day = date(int(m[1]), int(m[2]), int(m[3]))
    except ValueError:
        return None
    clock = int(m[4]) * 60 + int(m[5]) if m[4] and int(m[4]) < 24 and int(m[5]) < 60 else None
    return Anchor(day, clock)


def clock_of(ref: Reference, part: str | None) -> int | None:
    """Minutes after midnight of a clock reference, helped by a part of day (its own or one spoken of before)."""
    if ref.hour is None or not (0 <= ref.hour <= 24 and 0 <= (ref.minute or 0) < 60):
        return None
    hour = ref.hour % 24
    half = ref.half or HALVES.get(ref.part or "") or (None if ref.is_24 else HALVES.get(part or ""))
    if hour <= 12 and not ref.is_24:
        if (half == "pm" and hour < 12) or (half == "noon" and hour <= 4) or (half == "night" and 6 <= hour < 12):
            hour = hour % 12 + 12
        elif half in ("am", "midnight", "night") and hour == 12:
            hour = 0
        elif half == "midnight" and 10 <= hour < 12:
            hour += 12
    return hour * 60 + (ref.minute or 0)


def resolve(ref: Reference, published: Anchor | None, spoken: date | None = None, part: str | None = None) -> Resolved:
    """What `ref` means in a report published at `published`.

    Args:
        ref: the reference as read.
        published: anchor of today, yesterday, weekdays and dates without a year.
        spoken: the day spoken of last, for "the same day" and for a bare clock time or part of day.
        part: the part of day spoken of last, which tells 4:30 from 16:30.
    """
    minutes = clock_of(ref, part)
    granularity = "minute" if minutes is not None else "part_of_day" if _has_part(ref) else "day"
    clock = f"{minutes // 60:02}:{minutes % 60:02}" if minutes is not None else None
    try:
        coarse = _coarse(ref, published)
        if coarse is not None:
            return coarse
        day, note = _day(ref, published, spoken, minutes)
    except (ValueError, OverflowError):
        return Resolved(None, granularity, None, clock, "no such day in the calendar")
    if day is None:
        return Resolved(None, granularity, None, clock, note)
    if (
        minutes is not None
        and minutes >= 720
        and not ref.half
        and not ref.part
        and published
        and day == published.day
        and (published.clock is not None and minutes > published.clock and not ref.is_24)
    ):
        clock = f"{minutes // 60 - 12:02}:{minutes % 60:02}"
    if clock is not None:
        return Resolved(f"{day.isoformat()}T{clock}", granularity, day)
    return Resolved(day.isoformat(), granularity, day)


def _has_part(ref: Reference) -> bool:
    return ref.part is not None or ref.is_last_night or ref.unit in ("hour", "minute")


def _coarse(ref: Reference, published: Anchor | None) -> Resolved | None:
    """Months, years and "last month": values shorter than a day; None where the reference names a day."""
    if ref.day is not None or ref.weekday is not None or ref.shift is not None or ref.that is not None or ref.is_last_night:
        return None
    if ref.month is not None:
        return _month(ref, published)
    if ref.unit == "days":
        return Resolved(None, "day", note="a stretch of days")
    if ref.unit in ("month", "year", "week") and (ref.ago is not None or ref.edge is not None):
        return _units(ref, published)
    if ref.year is not None:
        return Resolved(f"{_gregorian_year(ref):04}", "year")
    return None


def _gregorian_year(ref: Reference) -> int:
    year = ref.year or 0
    return Hijri(year, 6, 1).to_gregorian().year if ref.is_hijri else year


def _month(ref: Reference, published: Anchor | None) -> Resolved:
    month = ref.month or 1
    if ref.is_hijri:
        year = ref.year or (_hijri_year(month, 1, published.day) if published else None)
        if year is None:
            return Resolved(None, "month", note="no year and no date of publication")
        start = Hijri(year, month, 15).to_gregorian()
        return Resolved(f"{start.year:04}-{start.month:02}", "month")
    if ref.year is not None:
        return Resolved(f"{ref.year:04}-{month:02}", "month")
    if published is None:
        return Resolved(None, "month", note="no year and no date of publication")
    now = published.day
    year = now.year
    if ref.edge == "next":
        year += month <= now.month
    elif (ref.unit == "year" and ref.edge == "past") or month > now.month or (month == now.month and ref.edge == "past"):
        year -= 1
    return Resolved(f"{year:04}-{month:02}", "month")


def _units(ref: Reference, published: Anchor | None) -> Resolved | None:
    """ "two months ago", "last year", "last week"; weeks counted back name a day, "last week" stays open."""
    if ref.unit == "week" and ref.ago is not None:
        return None
    granularity = "day" if ref.unit == "week" else str(ref.unit)
    if published is None:
        return Resolved(None, granularity, note="no date of publication")
    if ref.unit == "week":
        return Resolved(None, "day", note="a week is no day")
    back = ref.ago if ref.ago is not None else {"past": 1, "this": 0, "next": -1}[ref.edge or "this"]
    now = published.day
    if ref.unit == "year":
        return Resolved(f"{now.year - back:04}", "year")
    months = now.year * 12 + now.month - 1 - back
    return Resolved(f"{months // 12:04}-{months % 12 + 1:02}", "month")


def _day(ref: Reference, published: Anchor | None, spoken: date | None, minutes: int | None) -> tuple[date | None, str]:
    if ref.day is not None:
        return _calendar_day(ref, published)
    if ref.that is not None:
        return (spoken + timedelta(ref.that), "") if spoken else (None, "no day spoken of before")
    if published is None:
        open_day = ref.shift is None and ref.weekday is None and ref.ago is None and not ref.is_last_night
        return (spoken, "") if spoken and open_day else (None, "no date of publication")
    now = published.day
    if ref.weekday is not None:
        return _weekday(ref, published), ""
    if ref.is_last_night or (ref.part == "overnight" and ref.shift is None):
        early = published.clock is not None and published.clock < 180
        back = 1 if early or ref.part == "evening" else 0
        return (spoken if ref.part == "overnight" and spoken and (now - spoken).days > 1 else now - timedelta(back)), ""
    if ref.shift is not None:
        return _not_ahead(now + timedelta(ref.shift), ref, published, minutes) if ref.shift == 0 else now + timedelta(ref.shift), ""
    if ref.ago is not None:
        return _counted(ref, published), ""
    if spoken is not None and spoken != now:
        return spoken, ""
    return _not_ahead(now, ref, published, minutes), ""


def _counted(ref: Reference, published: Anchor) -> date:
    n = ref.ago or 0
    if ref.unit in ("hour", "minute"):
        minutes = (published.clock if published.clock is not None else 720) - n * (60 if ref.unit == "hour" else 1)
        return published.day + timedelta(minutes // 1440)
    return published.day - timedelta(n * (7 if ref.unit == "week" else 1))


def _not_ahead(day: date, ref: Reference, published: Anchor, minutes: int | None) -> date:
    """A report of the small hours that says "this evening" means the evening just past."""
    begins = minutes if minutes is not None else _BEGINS.get(ref.part or "", 0) * 60
    return day - timedelta(1) if published.clock is not None and begins > published.clock + 5 else day


def _weekday(ref: Reference, published: Anchor) -> date:
    weekday = ref.until_weekday if ref.until_weekday is not None else ref.weekday or 0
    back = (published.day.weekday() - weekday) % 7
    if ref.edge == "next":
        return published.day + timedelta(7 - back if back else 7)
    if ref.shift is not None and ref.shift > 0:
        return published.day + timedelta((7 - back) % 7)
    if back == 0 and ref.edge == "past":
        back = 7
    return published.day - timedelta(back)


def _calendar_day(ref: Reference, published: Anchor | None) -> tuple[date | None, str]:
    day = ref.day or 1
    if ref.is_hijri:
        year = ref.year or (_hijri_year(ref.month or 1, day, published.day) if published else None)
        if year is None:
            return None, "no year and no date of publication"
        g = Hijri(year, ref.month or 1, day).to_gregorian()
        return date(g.year, g.month, g.day), ""
    if ref.month is not None and ref.year is not None:
        return date(ref.year, ref.month, day), ""
    if published is None:
        return None, "no year and no date of publication"
    if ref.month is None:
        return _day_of_month(day, published), ""
    if ref.unit == "year" and ref.edge == "past":
        return date(published.day.year - 1, ref.month, day), ""
    return _latest(ref.month, day, published.day, ahead=ref.edge == "next"), ""


def _latest(month: int, day: int, now: date, ahead: bool) -> date:
    if not 1 <= day <= (29 if month == 2 else calendar.monthrange(2000, month)[1]):
        raise ValueError("no such day")
    step = 1 if ahead else -1
    for year in range(now.year, now.year + 9 * step, step):
        if day == 29 and month == 2 and not calendar.isleap(year):
            continue
        found = date(year, month, day)
        if (found > now) if ahead else (found <= now + timedelta(1)):
            return found
    raise ValueError("no such day")


def _day_of_month(day: int, published: Anchor) -> date:
    first = published.day.replace(day=1)
    for _ in range(12):
        length = calendar.monthrange(first.year, first.month)[1]
        if 1 <= day <= length and first.replace(day=day) <= published.day:
            return first.replace(day=day)
        first = (first - timedelta(1)).replace(day=1)
    raise ValueError("no such day")


def _hijri_year(month: int, day: int, now: date) -> int:
    """The latest Hijri year whose `month`/`day` is not after `now` (Umm al-Qura; sightings may differ by a day)."""
    h = Gregorian(now.year, now.month, now.day).to_hijri()
    return int(h.year) if (month, day) <= (h.month, h.day + 1) else int(h.year) - 1


def merged(a: Reference, b: Reference) -> Reference | None:
    """Both together, or None where they speak against each other (two different days, two clocks)."""
    changes: dict[str, object] = {}
    for name in Reference.__slots__:
        x, y = getattr(a, name), getattr(b, name)
        if y is None or y is False:
            continue
        if (x is None or x is False) and y is not None:
            changes[name] = y
        elif x != y:
            return None
    return replace(a, **changes)  # type: ignore[arg-type]
