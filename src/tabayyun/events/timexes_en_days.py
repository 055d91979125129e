"""English parts of the day, weekdays, days counted from today or from the day spoken of, and stretches of time."""

import re

from tabayyun.events.timexes_rules import Atom, Rule, entry, group, known
from tabayyun.lexicons.times import TimeWords
from tabayyun.text.dates import Reference
from tabayyun.text.numbers import find_in

_E = r"(?![^\W_])"
_B = r"(?<![^\W_'])"
_PART_OF = {"morning": "morning", "afternoon": "afternoon", "evening": "evening", "night": "night", "dawn": "dawn"}


def value_of(w: TimeWords, kind: str, m: re.Match[str], name: str) -> str | None:
    """The value of the lexicon word behind a group."""
    word = known(w, kind, group(m, name))
    return word.value if word else None


def day_rules(w: TimeWords) -> list[Rule]:
    """Weekdays, parts of the day, today and yesterday."""
    names, parts, edges = w.pattern("weekday"), w.pattern("part"), w.pattern("edge")
    plain = "|".join(p for p in parts.split("|") if p not in ("early", "late", "night"))
    lead = r"(?:(?:at|in|by|around|about|on|during|just|shortly|before|after|the|since|throughout|towards|until|from)\s+){0,5}"
    return [
        Rule(
            "en.weekday",
            re.compile(
                rf"{_B}(?:(?:on|by|since|until|from)\s+)?(?:(?P<edge>{edges})\s+)?(?P<w>{names})(?:'s)?{_E}"
                rf"(?:\s+(?=prayers))?"
            ),
            lambda m: _weekday(m, w),
        ),
        Rule("en.part", re.compile(rf"{_B}(?P<lead>{lead})(?P<p>{plain})(?:'s)?{_E}"), lambda m: _part(m, w)),
        Rule(
            "en.night",
            re.compile(
                rf"{_B}(?:(?:at|in the middle of the|on the|during the|in the|the)\s+)(?P<p>night)(?:\s+of)?"
                rf"{_E}"
            ),
            lambda m: _part(m, w),
        ),
        Rule("en.night.bare", re.compile(rf"{_B}(?P<p>night|late|early)(?=\s+(?:on\s+)?(?:{names}){_E})"), lambda m: _part(m, w)),
        Rule("en.night.after", re.compile(rf"(?<=day )(?P<p>night|early|late){_E}"), lambda m: _part(m, w)),
        Rule(
            "en.early.on",
            re.compile(rf"{_B}(?P<p>late|early)(?=\s+on\s+(?:the\s+)?(?:\d|{names}|{w.pattern('month')}))"),
            lambda m: _part(m, w),
        ),
        *_near_rules(w),
    ]


def _near_rules(w: TimeWords) -> list[Rule]:
    """Today, tonight, yesterday morning, now."""
    return [
        Rule("en.day", re.compile(rf"{_B}(?P<r>{w.pattern('relative_day')})(?:'s)?{_E}"), lambda m: _shift(m, w)),
        Rule(
            "en.lastnight",
            re.compile(rf"{_B}(?P<r>last night)(?:'s)?{_E}"),
            lambda m: Atom(
                m.start(), m.end(), Reference(shift=-1, part="night"), "TIME", entry(m, "r", known(w, "relative_night", "last night"))
            ),
        ),
        Rule(
            "en.tonight",
            re.compile(rf"{_B}(?P<r>tonight){_E}"),
            lambda m: Atom(
                m.start(), m.end(), Reference(shift=0, part="night"), "TIME", entry(m, "r", known(w, "relative_night", "tonight"))
            ),
        ),
        Rule(
            "en.thispart",
            re.compile(rf"{_B}(?P<e>this|yesterday|earlier this)\s+(?P<p>morning|afternoon|evening){_E}"),
            lambda m: Atom(
                m.start(),
                m.end(),
                Reference(shift=-1 if m["e"] == "yesterday" else 0, part=value_of(w, "part", m, "p")),
                "TIME",
                entry(m, "p", known(w, "part", m["p"])),
            ),
        ),
        Rule(
            "en.now",
            re.compile(rf"{_B}(?:now|currently|so far|to date){_E}"),
            lambda m: Atom(m.start(), m.end(), Reference(shift=0), "DATE", is_loose=True),
        ),
    ]


def _weekday(m: re.Match[str], w: TimeWords) -> Atom | None:
    word, edge = known(w, "weekday", m["w"]), value_of(w, "edge", m, "edge")
    if word is None or (
        m["w"] in ("sun", "mon", "sat", "wed") and m.group() == m["w"] and m.string[m.end() : m.end() + 1] not in (",", ".")
    ):
        return None
    loose = m.group().startswith(("since", "until", "by ", "from"))
    return Atom(m.start(), m.end(), Reference(weekday=int(word.value), edge=edge), "DATE", entry(m, "w", word), is_loose=loose)


def _part(m: re.Match[str], w: TimeWords) -> Atom:
    word = known(w, "part", m["p"])
    lead = group(m, "lead") or ""
    part = word.value if word else None
    if part == "dawn" and m["p"] == "early" and m.string[m.end() :].lstrip().startswith(("evening", "afternoon", "april")):
        part = None
    if part == "midnight" and "before" in lead:
        part = "night"
    return Atom(
        m.start(), m.end(), Reference(part=part), "TIME", entry(m, "p", word), is_loose=lead.startswith(("since", "until", "by", "from"))
    )


def _shift(m: re.Match[str], w: TimeWords) -> Atom | None:
    word = known(w, "relative_day", m["r"])
    return Atom(m.start(), m.end(), Reference(shift=int(word.value)), "DATE", entry(m, "r", word)) if word else None


def that_rules(w: TimeWords) -> list[Rule]:
    """Days counted from the day spoken of: "the same day", "the night before"."""
    part = r"(?P<p>morning|afternoon|evening|night|dawn)"
    return [
        Rule(
            "en.same",
            re.compile(
                rf"{_B}(?:on\s+|at\s+|later\s+|earlier\s+){{0,3}}(?:the\s+same|that\s+same|that\s+very|that)\s+"
                rf"(?:day|{part}){_E}"
            ),
            lambda m: _that(m, 0),
        ),
        Rule(
            "en.previous",
            re.compile(
                rf"{_B}(?:on\s+)?(?:the\s+(?:previous|preceding)\s+(?:day|{part})|(?:the|a|one)\s+(?:day"
                rf"|(?P<q>night|evening))\s+(?:before|earlier)){_E}(?!\s+yesterday)"
            ),
            lambda m: _that(m, -1),
        ),
        Rule(
            "en.following",
            re.compile(
                rf"{_B}(?:on\s+)?(?:the\s+(?:following|next)\s+(?:day|{part})|(?:the|a|one)\s+day\s+(?:after"
                rf"|later)){_E}"
            ),
            lambda m: _that(m, 1),
        ),
        Rule(
            "en.later",
            re.compile(
                rf"{_B}(?:later|earlier)\s+(?:in\s+the|that|the\s+same)\s+day{_E}|{_B}at\s+the\s+same\s+time"
                rf"{_E}"
            ),
            lambda m: _that(m, 0),
        ),
        Rule(
            "en.hours.later",
            re.compile(
                rf"{_B}(?:(?:about|some|around)\s+)?(?:an\s+hour|(?:a\s+few|several|two|three|four|five|six"
                rf"|some|\d)?\s*hours|minutes|within\s+the\s+hour|within\s+hours)\s*(?:later|earlier|afterwards)?"
                rf"(?<=later|rlier|wards|\shour|hours){_E}(?!\s+(?:ago|of|long|before|after))"
            ),
            lambda m: _hours(m),
        ),
        Rule("en.two.before", re.compile(rf"{_B}two\s+days\s+(?:before|earlier){_E}"), lambda m: _that(m, -2)),
        Rule("en.two.after", re.compile(rf"{_B}two\s+days\s+(?:after|later){_E}"), lambda m: _that(m, 2)),
    ]


def _hours(m: re.Match[str]) -> Atom | None:
    if not m.group().endswith(("later", "earlier", "afterwards")) and not m.group().startswith("within"):
        return None
    return Atom(m.start(), m.end(), Reference(that=0, unit="hour"), "TIME")


def _that(m: re.Match[str], days: int) -> Atom:
    part = group(m, "p") or group(m, "q")
    return Atom(m.start(), m.end(), Reference(that=days, part=_PART_OF.get(part or "")), "TIME" if part else "DATE")


def span_rules(w: TimeWords) -> list[Rule]:
    """Units counted back, seasons, durations, repetitions."""
    unit, edge = w.pattern("unit"), w.pattern("edge")
    n = r"(?P<n>an?|one|\d{1,3}|(?:[^\W\d_]+[\s\-])?[^\W\d_]+)"
    return [
        Rule(
            "en.ago",
            re.compile(
                rf"{_B}(?:(?:about|around|nearly|almost|some|over|more than)\s+)?{n}\s+(?P<u>{unit})\s+ago"
                rf"{_E}"
            ),
            lambda m: _ago(m, w),
        ),
        Rule(
            "en.period",
            re.compile(
                rf"{_B}(?:(?P<st>early|late|in|earlier)\s+)?(?P<edge>{edge})\s+(?P<u>week|month|year){_E}"
                rf"(?!\s+old)"
            ),
            lambda m: _period(m, w),
        ),
        Rule(
            "en.season",
            re.compile(
                rf"{_B}(?:in the |the |last )?(?P<st>spring|summer|autumn|winter)\s+of\s+(?P<y>(?:19|20)\d\d)"
                rf"{_E}"
            ),
            lambda m: Atom(m.start(), m.end(), Reference(year=int(m["y"]), stage=m["st"])),
        ),
        Rule(
            "en.war",
            re.compile(rf"{_B}the\s+(?P<y>(?:19|20)\d\d)\s+(?=[a-z])"),
            lambda m: Atom(m.start(), m.end("y"), Reference(year=int(m["y"]))),
        ),
        Rule(
            "en.duration",
            re.compile(
                rf"{_B}(?:for\s+|over\s+|within\s+|in\s+|during\s+|after\s+|about\s+|more than\s+|the\s+"
                rf"(?:past|last|next)\s+){{0,4}}{n}[\s\-]+(?P<u>{unit}){_E}(?!-old|\s+old|\s+ago)(?:\s+(?:later"
                rf"|earlier|before|after))?"
            ),
            lambda m: _duration(m, w),
        ),
        Rule(
            "en.set",
            re.compile(
                rf"{_B}(?:every|each)\s+(?:day|night|week|month|year|hour|morning|evening|{w.pattern('weekday')})"
                rf"{_E}|{_B}(?:daily|weekly|monthly|nightly){_E}"
            ),
            lambda m: Atom(m.start(), m.end(), Reference(), "SET"),
        ),
    ]


def _amount(words: str) -> int | None:
    if words in ("a", "an", "one"):
        return 1
    found = find_in(words)
    return found[0].low if len(found) == 1 and found[0].low == found[0].high and (found[0].start, found[0].end) == (0, len(words)) else None


def _ago(m: re.Match[str], w: TimeWords) -> Atom | None:
    count, word = _amount(m["n"]), known(w, "unit", m["u"])
    if word is None:
        return None
    if count is None:
        return Atom(m.start("n"), m.end(), Reference(), "DURATION")
    unit = "day" if word.value == "night" else word.value
    return Atom(
        m.start(),
        m.end(),
        Reference(ago=count, unit=unit),
        "DATE" if unit not in ("hour", "minute") else "TIME",
        is_loose=unit in ("hour", "minute"),
    )


def _period(m: re.Match[str], w: TimeWords) -> Atom:
    edge = value_of(w, "edge", m, "edge")
    return Atom(m.start("edge"), m.end(), Reference(unit=m["u"], edge=edge, stage=group(m, "st")), "DATE", is_loose=m["u"] == "week")


def _duration(m: re.Match[str], w: TimeWords) -> Atom | None:
    if (_amount(m["n"]) is None and m["n"] not in ("several", "few", "many", "some")) or (
        m["n"] in ("a", "an", "one") and m["u"] in ("day", "night")
    ):
        return None
    return Atom(m.start(), m.end(), Reference(), "DURATION")
