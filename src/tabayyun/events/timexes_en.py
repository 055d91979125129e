"""How English news prints times: one rule for each kind of expression, over the folded (lower-case) text."""

import re

from tabayyun.events.timexes_en_days import day_rules, span_rules, that_rules
from tabayyun.events.timexes_rules import Atom, Rule, entry, full_year, group, known, number
from tabayyun.lexicons.times import TimeWords, time_words
from tabayyun.text.dates import Reference

_E = r"(?![^\W_])"
_B = r"(?<![^\W_'])"
_HALF = r"(?:\s*(?P<ap>a\.m\.|p\.m\.|am|pm|a\.m|p\.m)(?![^\W_]))"
_HOURS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_NEAR = (
    r"(?:(?:at|around|about|approximately|by|just|shortly|before|after|exactly|nearly|almost|roughly"
    r"|from|since|until|towards|on the stroke of)\s+){0,4}"
)
_PART_OF = {"morning": "morning", "afternoon": "afternoon", "evening": "evening", "night": "night", "dawn": "dawn"}


_YEAR_SAID = r"(?:\s*,?\s*(?:of\s+)?(?P<y>(?:19|20)\d\d)(?![\d:]))?"
_DAY_SAID = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:.]\d)(?![^\W_])"


def english_rules() -> tuple[Rule, ...]:
    """All rules, the more telling first."""
    w = time_words("en")
    own = (*_clock_rules(w), *_month_rules(w), *_year_rules(w))
    return (*own, *day_rules(w), *that_rules(w), *span_rules(w))


def _month_rules(w: TimeWords) -> list[Rule]:
    """Days of a month, months, days between two dates."""
    month = rf"(?P<mo>{w.pattern('month')})(?:\.(?=\s*,?\s*\d))?{_E}"
    firm = rf"(?P<mo>{w.pattern('month', weak=False)})(?:\.(?=\s*,?\s*\d))?{_E}"
    weak = rf"(?P<mo>{w.pattern('month', weak=True)}){_E}"
    lead = r"(?P<pre>in|since|last|early|late|mid|mid-|until|by|from|during|through|of|this|next|before|after)"
    return [
        Rule(
            "en.day.month",
            re.compile(rf"{_B}(?<![\d:.,]){_DAY_SAID}(?:\s+of)?\s+{month}{_YEAR_SAID}(?:\s+(?P<ly>last year))?"),
            lambda m: _date(m, w),
        ),
        Rule("en.month.day", re.compile(rf"{_B}(?P<before>last |this )?{month}\s+{_DAY_SAID}{_YEAR_SAID}"), lambda m: _date(m, w)),
        Rule(
            "en.month",
            re.compile(
                rf"{_B}(?:(?P<pre>last|next|this|since|until)\s+)?(?:the month of\s+)?{firm}{_YEAR_SAID}(?:\s+"
                rf"(?P<ly>last year|this year))?"
            ),
            lambda m: _month(m, w),
        ),
        Rule(
            "en.month.weak",
            re.compile(
                rf"{_B}{lead}[\s\-]+{weak}{_YEAR_SAID}(?:\s+(?P<ly>last year|this year))?(?!\s+(?:have|be|not|also"
                rf"|well|still|been|only))"
            ),
            lambda m: _month(m, w),
        ),
        Rule("en.month.weak.year", re.compile(rf"{_B}{weak}\s+(?P<y>(?:19|20)\d\d)(?!\d)"), lambda m: _month(m, w)),
        Rule(
            "en.between",
            re.compile(
                rf"{_B}(?:between|from)\s+[0-3]?\d\s+(?:and|to)\s+{_DAY_SAID}\s+{month}{_YEAR_SAID}|{_B}(?:between|from)\s+"
                rf"(?:{w.pattern('month')})\.?\s+[0-3]?\d\s+(?:and|to)\s+{_DAY_SAID.replace('?P<d>', '')}(?!\s+"
                rf"(?:people|civilians))"
            ),
            lambda m: Atom(m.start(), m.end(), Reference(unit="days")),
        ),
    ]


def _year_rules(w: TimeWords) -> list[Rule]:
    """Weekends, dates in digits, years, stages of a period, vague times."""
    return [
        Rule(
            "en.weekend", re.compile(rf"{_B}(?:at|over|on)\s+the\s+weekend{_E}"), lambda m: Atom(m.start(), m.end(), Reference(unit="days"))
        ),
        Rule(
            "en.numeric", re.compile(r"(?<![\d/.\-])(?P<a>\d{1,4})(?P<s>[/\-])(?P<b>\d{1,2})(?P=s)(?P<c>\d{4}|\d{1,2})(?![\d/])"), _numeric
        ),
        Rule(
            "en.year",
            re.compile(
                rf"{_B}(?P<pre>in|since|of|from|until|during|before|after|by|the|year)\s+(?P<y>(?:19|20)\d\d)"
                rf"(?![\d:/,.]\d|\s*(?:people|men|fighters|civilians|others|troops)|[^\W_])"
            ),
            _year,
        ),
        Rule(
            "en.stage",
            re.compile(rf"{_B}(?P<st>{w.pattern('stage')})[\s\-]*(?=(?:{w.pattern('month')}|last\s+(?:year|month)|(?:19|20)\d\d){_E})"),
            lambda m: Atom(
                m.start("st"),
                m.end("st"),
                Reference(stage=_value(w, "stage", m, "st")),
                "DATE",
                entry(m, "st", known(w, "stage", m["st"])),
            ),
        ),
        Rule(
            "en.day.of.month",
            re.compile(rf"{_B}(?:on|of|since)\s+the\s+(?P<d>[0-3]?\d)(?:st|nd|rd|th){_E}(?!\s+(?:of\s+)?(?:{w.pattern('month')}))"),
            _month_day,
        ),
        Rule(
            "en.vague",
            re.compile(rf"{_B}(?P<v>{w.pattern('vague')}){_E}"),
            lambda m: Atom(m.start("v"), m.end(), Reference(), "VAGUE", entry(m, "v", known(w, "vague", m["v"])), is_loose=True),
        ),
    ]


def _value(w: TimeWords, kind: str, m: re.Match[str], name: str) -> str | None:
    word = known(w, kind, group(m, name))
    return word.value if word else None


def _clock_rules(w: TimeWords) -> list[Rule]:
    hours = "|".join(sorted(_HOURS, key=len, reverse=True))
    zone = r"(?:\s*(?:local time|utc|gmt|hours|local)\b(?:\s+time)?)?"
    return [
        Rule("en.clock", re.compile(rf"{_B}{_NEAR}(?<![\d:.,])(?P<h>[012]?\d)[:.](?P<m>[0-5]\d){_HALF}{zone}"), _clock),
        Rule("en.clock.half", re.compile(rf"{_B}{_NEAR}(?<![\d:.,])(?P<h>1?\d){_HALF}{zone}"), _clock),
        Rule("en.clock.24", re.compile(rf"{_B}{_NEAR}(?<![\d:.,])(?P<h>[012]?\d):(?P<m>[0-5]\d)(?::\d\d)?(?![\d:]){zone}"), _clock),
        Rule(
            "en.clock.dot",
            re.compile(
                rf"{_B}(?:at|around|about)\s+(?:about\s+|around\s+)?(?P<h>[012]?\d)\.(?P<m>[0-5]\d)(?!\d"
                rf"|\s*(?:%|per|km|million|metres|m\b))"
            ),
            _clock,
        ),
        Rule(
            "en.clock.military",
            re.compile(rf"{_B}{_NEAR}(?P<h>[012]\d)(?P<m>[0-5]\d)\s+(?:local time|utc|gmt|hours|hrs|local){_E}"),
            _clock,
        ),
        Rule(
            "en.clock.words",
            re.compile(
                rf"{_B}{_NEAR}(?:(?P<past>half past|quarter past|quarter to|a quarter past|a quarter to|ten"
                rf" past|ten to|twenty past|twenty to|five past|five to)\s+)(?P<oh>{hours}){_E}"
            ),
            _clock_words,
        ),
        Rule("en.clock.oclock", re.compile(rf"{_B}{_NEAR}(?:(?P<oh>{hours})|(?P<h>1?\d))\s+o'clock{_E}"), _clock_words),
        Rule(
            "en.clock.in.the",
            re.compile(
                rf"{_B}(?:at|around|about)\s+(?:about\s+|around\s+)?(?:(?P<oh>{hours})|(?P<h>1?\d))(?=\s+"
                rf"(?:in the|on the)\s+(?:morning|afternoon|evening)|\s+at night)"
            ),
            _clock_words,
        ),
    ]


def _clock(m: re.Match[str]) -> Atom | None:
    hour, minute = int(m["h"]), number(group(m, "m")) or 0
    half = (group(m, "ap") or "").replace(".", "") or None
    if hour > 24 or (half and hour > 12):
        return None
    is_24 = half is None and (m["h"][0] == "0" or hour > 12)
    loose = m.group().startswith(("since", "until", "by", "from"))
    return Atom(m.start(), m.end(), Reference(hour=hour, minute=minute, half=half, is_24=is_24), "TIME", is_loose=loose)


def _clock_words(m: re.Match[str]) -> Atom | None:
    hour = _HOURS[m["oh"]] if group(m, "oh") else int(m["h"])
    past = (group(m, "past") or "").removeprefix("a ")
    minute = {"half": 30, "quarter": 15, "ten": 10, "twenty": 20, "five": 5}.get(past.split()[0] if past else "", 0)
    if past.endswith(" to"):
        hour, minute = (hour - 1) or 12, 60 - minute
    return Atom(m.start(), m.end(), Reference(hour=hour, minute=minute), "TIME") if hour <= 12 else None


def _date(m: re.Match[str], w: TimeWords) -> Atom | None:
    word, day = known(w, "month", m["mo"]), int(m["d"])
    if word is None or not 1 <= day <= 31 or (word.is_weak and m.group().startswith(("last ", "this "))):
        return None
    last = bool(group(m, "ly"))
    start = m.start() + len(group(m, "before") or "")
    ref = Reference(
        year=number(group(m, "y")), month=int(word.value), day=day, edge="past" if last else None, unit="year" if last else None
    )
    return Atom(start, m.end(), ref, "DATE", entry(m, "mo", word))


def _month(m: re.Match[str], w: TimeWords) -> Atom | None:
    word = known(w, "month", m["mo"])
    pre, tail = group(m, "pre"), group(m, "ly")
    if word is None:
        return None
    edge = {"last": "past", "next": "next", "this": "this"}.get(pre or "") or ("past" if tail == "last year" else None)
    ref = Reference(year=number(group(m, "y")), month=int(word.value), edge=edge, unit="year" if tail == "last year" else None)
    start = m.start("pre") if pre in ("last", "next", "this") else m.start("mo")
    return Atom(start, m.end(), ref, "DATE", entry(m, "mo", word), is_loose=pre in ("since", "until"))


def _numeric(m: re.Match[str]) -> Atom | None:
    a, b, c = int(m["a"]), int(m["b"]), int(m["c"])
    year, month, day = (a, b, c) if a > 31 else (full_year(c) or 0, b, a)
    if month > 12 and day <= 12 and a <= 31:
        month, day = day, month
    if not (1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Atom(m.start(), m.end(), Reference(year=year, month=month, day=day))


def _year(m: re.Match[str]) -> Atom:
    start = m.start("y") if m["pre"] in ("of", "the", "year") else m.start()
    return Atom(start, m.end(), Reference(year=int(m["y"])), is_loose=m["pre"] in ("since", "until", "before", "after", "by", "from"))


def _month_day(m: re.Match[str]) -> Atom | None:
    return Atom(m.start(), m.end(), Reference(day=int(m["d"]))) if 1 <= int(m["d"]) <= 31 else None
