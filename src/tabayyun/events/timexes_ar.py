"""How Arabic news prints times: one rule for each kind of expression, over the folded text."""

import re

from tabayyun.events.timexes_rules import Atom, Rule, entry, full_year, group, known, number
from tabayyun.lexicons.times import TimeWords, time_words
from tabayyun.text.dates import Reference
from tabayyun.text.fold import key
from tabayyun.text.numbers import find_in

_B, _E = r"(?<![^\W_])(?:[وفبلك]|وب|ول|فب)?", r"(?![^\W_])"
_HOURS = {key(w): n for n, w in enumerate("الواحدة الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة".split(), 1)}
_HOURS.update({key("الحادية عشرة"): 11, key("الحادية عشر"): 11, key("الثانية عشرة"): 12, key("الثانية عشر"): 12})
_HOURS.update({"احد عشر": 11})
_ONES = [key(w) for w in "الحادي الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع".split()]
_DAYS = {w: n for n, w in enumerate(_ONES, 1)} | {
    key("الأول"): 1,
    key("العاشر"): 10,
    key("العشرين"): 20,
    key("العشرون"): 20,
    key("الثلاثين"): 30,
    key("الثلاثون"): 30,
}
del _DAYS[_ONES[0]]
for _n, _w in enumerate(_ONES, 1):
    _DAYS.update({f"{_w} عشر": 10 + _n, f"{_w} والعشرين": 20 + _n, f"{_w} والعشرون": 20 + _n, f"{_w} و العشرين": 20 + _n})
_DAYS.update({f"{_ONES[0]} والثلاثين": 31, f"{_ONES[0]} والثلاثون": 31})
_MINUTES = {
    "والنصف": 30,
    "ونصف": 30,
    "و النصف": 30,
    "والربع": 15,
    "وربع": 15,
    "والثلث": 20,
    "وثلث": 20,
    "الا ربعا": -15,
    "الا ربع": -15,
    "الا الربع": -15,
    "الا ثلثا": -20,
    "الا ثلث": -20,
    "الا خمسا": -5,
    "الا عشرا": -10,
    "والنصف تقريبا": 30,
}
_NEAR = r"(?:(?:في تمام|تمام|في حدود|بحدود|في حوالي|في نحو|في قرابه|عند|في|قرابه|حوالي|نحو|قبيل|بعيد|حدود|علي)\s+){0,4}"


def _alt(words: object) -> str:
    return "|".join(sorted((str(w).replace(" ", r"\s+") for w in words), key=len, reverse=True))  # type: ignore[attr-defined]


_PAST_MINUTES = (
    rf"(?:\s+(?P<mf>{_alt(_MINUTES)}){_E}|\s+و?(?P<less>الا)?\s*(?:و\s?)?(?:ال)?(?P<mw>\d{{1,2}}"
    rf"|(?:[^\W\d_]+\s+){{0,2}}?[^\W\d_]+)\s+(?:دقيقه|دقائق)"
    rf"|\s+والدقيقه\s+(?P<md>\d{{1,2}}))?"
)


_YEAR_SAID = (
    r"(?:\s*,?\s*(?:من\s+)?(?:(?:عام|العام|سنه|لعام|للعام)\s+)?(?P<y>(?:1[34]|19|20)\d\d)(?:\s*(?P<era>هـ|ه|م)(?![^\W_]))?(?![\d:]))?"
)
_DAY_SAID = rf"(?:ال|ال\s?ـ?)?(?P<d>\d{{1,2}})(?!\d)|(?P<od>{_alt(_DAYS)})"
_OF_MONTH = r"(?:\s+من)?(?:\s+شهر)?\s+"


def arabic_rules() -> tuple[Rule, ...]:
    """All rules, the more telling first."""
    w = time_words("ar")
    return (*_clock_rules(w), *_month_rules(w), *_stage_rules(w), *_year_rules(w), *_relative_rules(w))


def _month_of(w: TimeWords, weak: bool | None = None) -> str:
    """The pattern of a month's name, with a second name behind a stroke."""
    name = w.pattern("month") if weak is None else w.pattern("month", weak=weak)
    return rf"(?P<mo>{name})(?:\s*[/(\\\-]\s*(?:{w.pattern('month')})\s*\)?)?{_E}"


def _month_rules(w: TimeWords) -> list[Rule]:
    """Days of a month, months, dates in digits."""
    month, firm, weak = _month_of(w), _month_of(w, weak=False), _month_of(w, weak=True)
    hijri = rf"(?P<hm>{w.pattern('hijri_month')}){_E}"
    edge = rf"(?:\s+(?:من\s+)?(?:(?:هذا\s+)?العام\s+)?(?P<edge>{w.pattern('edge')}){_E})?"
    return [
        Rule("ar.date", re.compile(rf"{_B}(?:{_DAY_SAID}){_OF_MONTH}(?:{month}|{hijri}){_YEAR_SAID}{edge}"), lambda m: _date(m, w)),
        Rule(
            "ar.numeric", re.compile(r"(?<![\d/.\-])(?P<a>\d{1,4})(?P<s>[/\-.])(?P<b>\d{1,2})(?P=s)(?P<c>\d{4}|\d{1,2})(?![\d/])"), _numeric
        ),
        Rule(
            "ar.numeric.short", re.compile(r"(?:يوم|بتاريخ|في|ليله|مساء|صباح|فجر)\s+(?P<a>\d{1,2})/(?P<b>\d{1,2})(?![\d/])"), _numeric_short
        ),
        Rule("ar.month", re.compile(rf"{_B}(?:شهر\s+)?{firm}{_YEAR_SAID}{edge}"), lambda m: _date(m, w)),
        Rule(
            "ar.month.weak",
            re.compile(
                rf"{_B}(?:(?P<pre>شهر|في|منذ|مطلع|اواخر|منتصف|اوائل|نهايه|بدايه|خلال|حتي)\s+)?{weak}{_YEAR_SAID}"
                rf"{edge}"
            ),
            lambda m: _weak(m, w),
        ),
        Rule("ar.hijri", re.compile(rf"{_B}(?:شهر\s+){hijri}{_YEAR_SAID}{edge}"), lambda m: _date(m, w)),
    ]


def _stage_rules(w: TimeWords) -> list[Rule]:
    """Beginnings, middles and ends of periods; days between two dates."""
    return [
        Rule(
            "ar.stage",
            re.compile(
                rf"{_B}(?P<st>{w.pattern('stage')})\s+(?=(?:شهر\s+)?(?:{w.pattern('month')}|عام|العام|السنه"
                rf"|الشهر|سنه|(?:19|20)\d\d){_E})"
            ),
            lambda m: Atom(
                m.start("st"), m.end("st"), Reference(stage=_value(w, "stage", m, "st")), "DATE", entry(m, "st", known(w, "stage", m["st"]))
            ),
        ),
        Rule(
            "ar.between",
            re.compile(
                rf"{_B}(?:بين|ما\s+بين|من)\s+(?:يومي\s+)?(?:ال)?(?:\d{{1,2}}|{_alt(_DAYS)})\s+(?:و|الي|حتي"
                rf"|-)\s*(?:{_DAY_SAID}){_OF_MONTH}(?:{_month_of(w)}){_YEAR_SAID}"
            ),
            lambda m: Atom(m.start(), m.end(), Reference(unit="days")),
        ),
        Rule(
            "ar.stage.year",
            re.compile(
                rf"{_B}(?P<st>{w.pattern('stage')})\s+(?P<u>العام|السنه|الشهر|هذا\s+العام|هذا\s+الشهر)(?:\s+"
                rf"(?P<edge>{w.pattern('edge')}))?{_E}"
            ),
            lambda m: _stage_of(m, w),
        ),
    ]


def _year_rules(w: TimeWords) -> list[Rule]:
    """Years, vague times, days of the month that is spoken of."""
    return [
        Rule(
            "ar.year",
            re.compile(
                rf"{_B}(?P<pre>عام|العام|سنه|السنه|في|منذ|حتي|خلال|حرب|لعام|صيف|شتاء|ربيع|خريف|عامي|العامين)\s+"
                rf"(?P<y>(?:1[5-9]|20)\d\d)(?:\s*م{_E})?(?![:/.,\-]?\d)"
            ),
            _year,
        ),
        Rule(
            "ar.year.bare",
            re.compile(
                rf"(?:(?<=\()(?P<y>(?:19|20)\d\d)(?=\))|(?<![\d:/.,\-])(?P<z>(?:19|20)\d\d)\s?م{_E}|(?<=\d\d\d\d)\s+و\s?"
                rf"(?P<x>(?:19|20)\d\d)(?![\d:/.,]))"
            ),
            _bare_year,
        ),
        Rule(
            "ar.vague",
            re.compile(rf"{_B}(?P<v>{w.pattern('vague')}){_E}"),
            lambda m: _vague(m, w),
        ),
        Rule(
            "ar.day.number",
            re.compile(
                rf"{_B}(?:يوم|ليله|مساء|صباح|فجر)\s+(?:ال\s?ـ?)?(?P<d>\d{{1,2}})(?![\d:./%])(?:\s+من\s+الشهر\s+"
                rf"(?P<edge>{w.pattern('edge')}))?"
            ),
            lambda m: _month_day(m, w),
        ),
        Rule(
            "ar.day.of.month",
            re.compile(rf"{_B}(?:{_DAY_SAID})\s+من\s+(?:(?:هذا\s+)?الشهر|شهرنا)(?:\s+(?P<edge>{w.pattern('edge')}))?{_E}"),
            lambda m: _month_day(m, w),
        ),
    ]


def _value(w: TimeWords, kind: str, m: re.Match[str], name: str) -> str | None:
    word = known(w, kind, group(m, name))
    return word.value if word else None


def _clock_rules(w: TimeWords) -> list[Rule]:
    hours = rf"(?P<oh>{_alt(_HOURS)})"
    abbreviation = r"(?:\s*(?P<ap>ص|م)(?![^\W_]))?"
    part = w.pattern("part")
    return [
        Rule(
            "ar.clock",
            re.compile(
                rf"{_B}{_NEAR}(?:ال)?ساعه\s+(?:ال)?(?P<h>\d{{1,2}})(?!\d)(?:[:.](?P<m>\d\d))?{_PAST_MINUTES}"
                rf"{abbreviation}"
            ),
            _clock,
        ),
        Rule("ar.clock.military", re.compile(rf"{_B}{_NEAR}الساعه\s+(?P<h>[012]\d)(?P<m>[0-5]\d)(?!\d)"), _clock),
        Rule("ar.clock.words", re.compile(rf"{_B}{_NEAR}الساعه\s+{hours}{_E}{_PAST_MINUTES}{abbreviation}"), _clock),
        Rule(
            "ar.clock.words.bare",
            re.compile(
                rf"{_B}(?:عند|قرابه|حوالي|نحو|قبيل|بعيد|منذ|حتي|في حدود|في تمام|في حوالي|بحدود)\s+{hours}"
                rf"{_E}{_PAST_MINUTES}{abbreviation}"
            ),
            _clock,
        ),
        Rule("ar.clock.words.part", re.compile(rf"{_B}{hours}{_E}{_PAST_MINUTES}(?=\s+(?:من\s+)?(?:{part}){_E})"), _clock),
        Rule("ar.clock.words.minutes", re.compile(rf"{_B}{hours}\s+(?P<mf>{_alt(_MINUTES)}){_E}"), _clock),
        Rule(
            "ar.clock.digits", re.compile(rf"(?<![\d:.,/]){_NEAR}(?P<h>[012]?\d):(?P<m>[0-5]\d)(?::\d\d)?(?![\d:]){abbreviation}"), _clock
        ),
        Rule(
            "ar.clock.digits.part",
            re.compile(rf"(?<![\d:.,/])(?P<h>[012]?\d)(?:[.](?P<m>[0-5]\d))?(?=\s+(?:من\s+)?(?:{part}){_E})(?!\d)"),
            _clock,
        ),
        Rule(
            "ar.clock.noon",
            re.compile(rf"{_B}(?P<when>الساعه\s+صفر){_E}"),
            lambda m: Atom(m.start(), m.end(), Reference(hour=0, minute=0, is_24=True), "TIME"),
        ),
    ]


def _clock(m: re.Match[str]) -> Atom | None:
    digits = group(m, "h")
    hour = int(digits) if digits else _HOURS[" ".join(m["oh"].split())]
    minute = number(group(m, "m")) or number(group(m, "md")) or 0
    end = m.end()
    if form := group(m, "mf"):
        minute = _MINUTES[" ".join(form.split())]
    elif spelled := group(m, "mw"):
        found = find_in(spelled)
        if len(found) == 1 and found[0].low < 60:
            minute = -found[0].low if group(m, "less") else found[0].low
        else:
            end = m.end("oh") if group(m, "oh") else m.end("m") if group(m, "m") else m.end("h")
    if minute < 0:
        hour, minute = (hour - 1) or 12, minute + 60
    if hour > 24 or minute > 59:
        return None
    half = {"ص": "am", "م": "pm"}.get(group(m, "ap") or "")
    is_24 = bool(digits and ((len(digits) == 2 and digits[0] == "0") or hour > 12))
    start = m.start() + len(m.group()) - len(m.group().lstrip())
    return Atom(
        start,
        end,
        Reference(hour=hour, minute=minute, half=half, is_24=is_24),
        "TIME",
        is_loose="منذ" in m.group()[:5] or "حتي" in m.group()[:5],
    )


def _date(m: re.Match[str], w: TimeWords) -> Atom | None:
    day = number(group(m, "d"))
    if day is None and (word := group(m, "od")):
        day = _DAYS[" ".join(word.split())]
    hijri = group(m, "hm")
    month = known(w, "hijri_month", hijri) if hijri else known(w, "month", m["mo"])
    year = number(group(m, "y"))
    if month is None or (year is not None and not hijri and year < 1500):
        return None
    name = "hm" if hijri else "mo"
    bare = m.string.rfind("شهر", m.start(), m.start(name))  # "the month of March" is one expression
    first = bare if bare >= 0 else m.start(name)
    begin = m.start("d") if group(m, "d") else m.start("od") if group(m, "od") else first
    ref = Reference(
        year=year,
        month=int(month.value),
        day=day,
        is_hijri=bool(hijri),
        edge=_value(w, "edge", m, "edge"),
        unit="year" if "العام" in m.group() and group(m, "edge") else None,
    )
    return Atom(begin, m.end(), ref, "DATE", entry(m, name, month))


def _weak(m: re.Match[str], w: TimeWords) -> Atom | None:
    return _date(m, w) if group(m, "pre") or group(m, "y") or group(m, "edge") or re.search(r"[/(]", m.group()) else None


def _stage_of(m: re.Match[str], w: TimeWords) -> Atom:
    edge = _value(w, "edge", m, "edge") or "this"
    unit = "month" if "شهر" in m["u"] else "year"
    return Atom(
        m.start("st"),
        m.end(),
        Reference(unit=unit, edge=edge, stage=_value(w, "stage", m, "st")),
        is_loose=edge == "this" and unit == "year",
    )


def _numeric(m: re.Match[str]) -> Atom | None:
    a, b, c = int(m["a"]), int(m["b"]), int(m["c"])
    year, month, day = (a, b, c) if a > 31 else (full_year(c) or 0, b, a)
    if month > 12 and day <= 12 and a <= 31:
        month, day = day, month
    if not (1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= 31) or (m["s"] == "." and len(m["c"]) < 4):
        return None
    return Atom(m.start(), m.end(), Reference(year=year, month=month, day=day))


def _numeric_short(m: re.Match[str]) -> Atom | None:
    day, month = int(m["a"]), int(m["b"])
    return Atom(m.start("a"), m.end(), Reference(month=month, day=day)) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _vague(m: re.Match[str], w: TimeWords) -> Atom | None:
    if m["v"] == "اخيرا" and m.string.endswith("اولا و", 0, m.start("v")):
        return None  # "first and last", of importance
    return Atom(m.start("v"), m.end(), Reference(), "VAGUE", entry(m, "v", known(w, "vague", m["v"])), is_loose=True)


def _year(m: re.Match[str]) -> Atom:
    return Atom(m.start("pre"), m.end(), Reference(year=int(m["y"])), is_loose=m["pre"] in ("منذ", "حتي"))


def _bare_year(m: re.Match[str]) -> Atom:
    name = next(n for n in ("y", "z", "x") if m[n])
    return Atom(m.start(name), m.end(), Reference(year=int(m[name])), is_loose=True)


def _month_day(m: re.Match[str], w: TimeWords) -> Atom | None:
    day = number(group(m, "d")) or _DAYS.get(" ".join((group(m, "od") or "").split()))
    if day is None or day > 31:
        return None
    edge = _value(w, "edge", m, "edge")
    begin = m.start("d") if group(m, "d") else m.start("od")
    return Atom(begin, m.end(), Reference(day=day, edge=edge, unit="month" if edge else None))


def _relative_rules(w: TimeWords) -> list[Rule]:
    from tabayyun.events.timexes_ar_days import day_rules

    return day_rules(w, _B, _E)
