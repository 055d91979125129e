"""Arabic parts of the day, weekdays, days counted from today or from the day spoken of, and stretches of time."""

import re

from tabayyun.events.timexes_rules import Atom, Rule, entry, group, known
from tabayyun.lexicons.times import TimeWords
from tabayyun.text.dates import Reference
from tabayyun.text.numbers import find_in

_SAME = r"(?:ذاته|نفسه|ذاتها|نفسها|عينه|عينها|المذكور)"
_NEXT_DAY = r"(?:التالي|التاليه|الموالي|اللاحق|الذي تلاه|الذي يليه)"
_DAY_BEFORE = r"(?:السابق|السابقه|الذي سبقه|الذي سبق)"
_UNIT_AR = {"الشهر": "month", "العام": "year", "السنه": "year", "الاسبوع": "week"}


def day_rules(w: TimeWords, b: str, e: str) -> list[Rule]:
    """The rules; `b` and `e` are the patterns of a word's beginning (with proclitics) and end."""
    return [*_part_rules(w, b, e), *_counted_rules(b, e), *_period_rules(w, b, e), *_ago_rules(w, b, e)]


def _part_rules(w: TimeWords, b: str, e: str) -> list[Rule]:
    """Parts of the day, weekdays, today and last night."""
    names = w.pattern("weekday")
    near = (
        r"(?:اليوم|يوم|امس|البارحه|مبارح|امبارح|اول|الغد|غد|ذلك|تلك|نفس|ال?\s?ـ?\d{1,2}(?!\d)|"
        + names
        + r"|(?:ال[^\W_]+\s+){1,2}(?:من\s+)?(?:"
        + w.pattern("month")
        + "))"
    )
    part = rf"(?P<p>{w.pattern('part', weak=False)})"
    construct = rf"(?P<p>{w.pattern('part', weak=True)})"
    past = w.pattern("edge")
    return [
        Rule("ar.part", re.compile(rf"{b}(?:ساعات\s+|وقت\s+)?{part}{e}"), lambda m: _part(m, w)),
        Rule("ar.part.construct", re.compile(rf"{b}{construct}{e}(?=\s+(?:من\s+)?{near}{e})"), lambda m: _part(m, w)),
        Rule(
            "ar.part.prayer",
            re.compile(
                rf"{b}(?:(?:قبيل|بعد|قبل|عند|بعيد|منذ|مع|حتي|صلاه|اذان|وقت|قرابه|حلول|طلوع)\s+){{1,3}}{construct}"
                rf"{e}"
            ),
            lambda m: _part(m, w),
        ),
        Rule(
            "ar.weekday",
            re.compile(rf"{b}(?:يوم\s+|نهار\s+)?(?P<w>{names}){e}(?!\s+(?:الاخر|اللذ))(?:\s+(?P<edge>{past}){e})?"),
            lambda m: _weekday(m, w),
        ),
        Rule("ar.day", re.compile(rf"{b}(?P<r>{w.pattern('relative_day')}){e}"), lambda m: _relative(m, w)),
        Rule("ar.night", re.compile(rf"{b}(?P<r>{w.pattern('relative_night')}){e}"), lambda m: _night(m, w)),
    ]


def _counted_rules(b: str, e: str) -> list[Rule]:
    """Days and hours counted from what was spoken of."""
    return [
        Rule(
            "ar.same",
            re.compile(
                rf"{b}(?:(?:اليوم|الليله|المساء|الصباح|النهار|الوقت)\s+{_SAME}|(?:ذلك|ذاك|نفس)\s+اليوم(?:\s+"
                rf"{_SAME})?|(?:تلك|نفس)\s+الليله){e}"
            ),
            lambda m: _that(m, 0),
        ),
        Rule(
            "ar.after",
            re.compile(
                rf"{b}(?:(?:اليوم|الليله|الصباح)\s+{_NEXT_DAY}|(?:بعد\s+ذلك|بعدها)\s+بيوم|بعد\s+يوم\s+(?:واحد\s+)?من"
                rf"|بعد\s+يوم\s+واحد){e}"
            ),
            lambda m: _that(m, 1),
        ),
        Rule(
            "ar.before",
            re.compile(
                rf"{b}(?:(?:اليوم|الليله|الامسيه|المساء)\s+{_DAY_BEFORE}|قبل\s+يوم(?:\s+واحد)?(?:\s+من\s+ذلك)?"
                rf"|(?:قبل\s+ذلك|قبلها)\s+بيوم|قبل\s+ليله){e}"
            ),
            lambda m: _that(m, -1),
        ),
        Rule(
            "ar.hours.later",
            re.compile(
                rf"{b}(?:(?:بعد|قبل)\s+(?:ذلك\s+ب|نحو\s+|حوالي\s+|اقل\s+من\s+|قرابه\s+)?(?:ساعه|ساعتين|ساعات"
                rf"|دقائق)(?:\s+(?:واحده|قليله|فقط|عده))?|(?:بعدها|قبلها)\s+ب(?:ساعه|ساعتين|ساعات|دقائق|قليل)"
                rf"|(?:في\s+)?التوقيت\s+{_SAME}|(?:في\s+)?وقت\s+(?:لاحق|سابق)(?:\s+من\s+(?:اليوم|نهار)(?:\s+"
                rf"{_SAME})?)?){e}"
            ),
            lambda m: Atom(m.start(), m.end(), Reference(that=0, unit="hour"), "TIME"),
        ),
        Rule(
            "ar.just",
            re.compile(rf"{b}(?:قبل\s+(?:قليل|شوي|لحظات|شويه)|منذ\s+قليل|للتو){e}"),
            lambda m: Atom(m.start(), m.end(), Reference(shift=0), "TIME"),
        ),
        Rule("ar.before.two", re.compile(rf"{b}(?:قبل\s+يومين\s+من\s+ذلك|(?:قبل\s+ذلك|قبلها)\s+بيومين){e}"), lambda m: _that(m, -2)),
    ]


def _period_rules(w: TimeWords, b: str, e: str) -> list[Rule]:
    """Months and years by their place to now, now itself, what comes again and again."""
    past = w.pattern("edge")
    return [
        Rule(
            "ar.period",
            re.compile(rf"{b}(?:هذا\s+|هذه\s+)?(?P<u>الشهر|العام|السنه|الاسبوع)\s+(?P<edge>{past}){e}"),
            lambda m: _period(m, w),
        ),
        Rule("ar.period.this", re.compile(rf"{b}(?P<this>هذا|هذه)\s+(?P<u>الشهر|العام|السنه|الاسبوع){e}"), lambda m: _period(m, w)),
        Rule(
            "ar.now",
            re.compile(
                rf"{b}(?P<now>الان|حاليا|حتي\s+الان|حتي\s+اللحظه|في\s+الوقت\s+الحالي|الوقت\s+الراهن|الوقت\s+الحاضر"
                rf"|حتي\s+الساعه(?=\s*(?:[.,]|$))){e}"
            ),
            lambda m: Atom(m.start("now"), m.end(), Reference(shift=0), "DATE", is_loose=True),
        ),
        Rule(
            "ar.set",
            re.compile(
                rf"{b}(?:كل\s+(?:يوم|ليله|اسبوع|شهر|عام|سنه|ساعه)|يوميا|شهريا|سنويا|اسبوعيا"
                rf"|(?:(?:ال)?(?:نصف\s+)?(?:سنوي|شهري|اسبوعي)|اليومي)ه?){e}"
            ),
            lambda m: Atom(m.start(), m.end(), Reference(), "SET"),
        ),
    ]


def _part(m: re.Match[str], w: TimeWords) -> Atom | None:
    word = known(w, "part", m["p"])
    if m["p"] == "الظهر" and m.string[: m.start("p")].rstrip().endswith("من"):
        return None  # the back, not noon
    if m["p"] == "العصر" and _is_age(m, w):
        return None
    start = m.start("p") if m["p"] != m.group().split()[-1] else m.start()
    return Atom(min(start, m.start("p")), m.end(), Reference(part=word.value if word else None), "TIME", entry(m, "p", word))


_AGE_BEFORE = re.compile(r"(?:هذا|ذلك|ذاك|روح|لغه|علوم|تحديات|متطلبات|امراض|قضايا)\s*$")
_AGE_AFTER = re.compile(r"\s+(ال[^\W\d_]+)")


def _is_age(m: re.Match[str], w: TimeWords) -> bool:
    """Whether "العصر" is an age ("the modern age", "this age"), not the afternoon."""
    if _AGE_BEFORE.search(m.string, max(0, m.start() - 12), m.start("p")):
        return True
    after = _AGE_AFTER.match(m.string, m.end())
    return after is not None and not (known(w, "weekday", after[1]) or known(w, "relative_day", after[1]))


def _weekday(m: re.Match[str], w: TimeWords) -> Atom | None:
    word = known(w, "weekday", m["w"])
    edge = known(w, "edge", group(m, "edge"))
    if word is None:
        return None
    return Atom(m.start(), m.end(), Reference(weekday=int(word.value), edge=edge.value if edge else None), "DATE", entry(m, "w", word))


def _relative(m: re.Match[str], w: TimeWords) -> Atom | None:
    word = known(w, "relative_day", m["r"])
    return Atom(m.start("r"), m.end(), Reference(shift=int(word.value)), "DATE", entry(m, "r", word)) if word else None


def _night(m: re.Match[str], w: TimeWords) -> Atom | None:
    word = known(w, "relative_night", m["r"])
    if word is None:
        return None
    ref = Reference(part="night", is_last_night=True) if word.value == "-1" else Reference(part="night", shift=0)
    return Atom(m.start("r"), m.end(), ref, "TIME", entry(m, "r", word))


def _that(m: re.Match[str], days: int) -> Atom:
    words = m.group()
    part = "night" if "ليل" in words else "evening" if "مساء" in words else "morning" if "صباح" in words else None
    return Atom(m.start(), m.end(), Reference(that=days, part=part), "TIME" if part else "DATE")


def _period(m: re.Match[str], w: TimeWords) -> Atom:
    edge = known(w, "edge", group(m, "edge"))
    return Atom(
        m.start(), m.end(), Reference(unit=_UNIT_AR[m["u"]], edge=edge.value if edge else "this"), "DATE", is_loose=m["u"] == "الاسبوع"
    )


def _ago_rules(w: TimeWords, b: str, e: str) -> list[Rule]:
    one, two, many = (w.pattern("unit", count=c) for c in ("1", "2", "n"))
    about = r"(?:(?:نحو|حوالي|حوالى|قرابه|اكثر من|اقل من|ما يقارب|ما يزيد عن|ما يزيد علي|زهاء|عده|بضعه)\s+)?"
    words = r"(?P<n>\d{1,3}|(?:[^\W\d_]+\s+){0,2}?[^\W\d_]+)"
    unit = rf"(?:(?P<two>{two})|(?P<one>{one})|{words}\s+(?P<many>{many}|{one}))"
    return [
        Rule("ar.ago", re.compile(rf"{b}(?P<dir>قبل|منذ)\s+{about}{unit}{e}(?!\s+من\s)(?P<loose>\s+(?:مضت|خلت))?"), lambda m: _ago(m, w)),
        Rule(
            "ar.duration",
            re.compile(
                rf"{b}(?:(?:لمده|مده|بعد|لاكثر من|علي مدي|استمر|استمرت|في غضون|اكثر من|اقل من|قرابه|زهاء|نحو)"
                rf"\s+){{1,3}}(?:ال)?{unit}"
                rf"{e}(?:\s+(?:{w.pattern('edge')}){e})?"
            ),
            lambda m: _duration(m, w),
        ),
        Rule(
            "ar.duration.bare",
            re.compile(
                rf"{b}(?:(?:ال)?(?P<two>{two})|(?:ال)?(?P<n>\d{{1,4}}|(?:[^\W\d_]+\s+)?[^\W\d_]+)\s+(?P<many>"
                rf"{many}|{one})){e}(?:\s+(?:{w.pattern('edge')}|الماضيين|الماضيتين|الاخيرين|الاخيرتين){e})?"
            ),
            lambda m: _duration(m, w),
        ),
        Rule(
            "ar.duration.part",
            re.compile(rf"{b}(?P<f>(?:ربع|نصف|ثلث)\s+(?:ال)?(?:{one})){e}"),
            lambda m: Atom(m.start("f"), m.end(), Reference(), "DURATION"),
        ),
        Rule(
            "ar.days.past",
            re.compile(
                rf"{b}(?:الايام|الساعات|الاسابيع|الاشهر|السنوات|الاعوام)\s+(?:[^\W_]+\s+)?(?:{w.pattern('edge')}"
                rf"|الاولي|اللاحقه|التي\s+مضت){e}"
            ),
            lambda m: Atom(m.start(), m.end(), Reference(), "DURATION"),
        ),
    ]


_CLITICS = 3
"""Characters that may stand before a number inside its own word."""


def _count(m: re.Match[str], w: TimeWords) -> tuple[int, str, int] | None:
    """(how many, unit, where it starts) of a stretch of time."""
    if two := group(m, "two"):
        word = known(w, "unit", two)
        return (2, word.value, m.start("two")) if word else None
    if one := group(m, "one"):
        word = known(w, "unit", one)
        return (1, word.value, m.start("one")) if word else None
    found = find_in(m["n"])
    word = known(w, "unit", m["many"])
    if word is None or len(found) != 1 or found[0].end != len(m["n"]):
        return None
    low = found[0].low if found[0].high == found[0].low else -1
    return low, word.value, m.start("n") + (found[0].start if found[0].start > _CLITICS else 0)


def _ago(m: re.Match[str], w: TimeWords) -> Atom | None:
    count = _count(m, w)
    if count is None:
        return None
    n, unit, begin = count
    start = m.start("dir")
    if group(m, "n") and begin > m.start("n"):
        return None  # a word stands between
    if n < 0 or n > 400 or unit in ("decade", "century") or (unit == "night" and n > 1):
        return Atom(start, m.end(), Reference(), "DURATION")
    unit = "day" if unit == "night" else unit
    return Atom(
        start,
        m.end(),
        Reference(ago=n, unit=unit),
        "DATE" if unit not in ("hour", "minute") else "TIME",
        is_loose=m["dir"] == "منذ" or unit in ("hour", "minute"),
    )


def _duration(m: re.Match[str], w: TimeWords) -> Atom | None:
    count = _count(m, w)
    if count is None:
        return None
    has_other_word = group(m, "n") is not None and count[2] > m.start("n")
    return Atom(count[2] if has_other_word else m.start(), m.end(), Reference(), "DURATION")
