"""Time expressions of a text: atoms (a clock, a part of day, a weekday, a date) joined where the words join them."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tabayyun.events.timexes_ar import arabic_rules
from tabayyun.events.timexes_en import english_rules
from tabayyun.events.timexes_rules import Atom, Rule
from tabayyun.model.text import TextLayer
from tabayyun.text.dates import Reference, merged

_JOIN = {
    "ar": re.compile(r"\s*(?:,)?\s*(?:من|يوم|من يوم|الموافق|الموافق ل|الواقع في|المصادف|من مساء|\()?\s*"),
    "en": re.compile(r"\s*,?\s*(?:on|of|the|on the|in the|at|of the|in|-)?\s*"),
}
_IN_JOIN = re.compile(r"\s+(?:في|في يوم|فى|ب|بتاريخ|بتوقيت)?\s*")


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression, `[start, end)` in shadow offsets.

    `kind` is the TIMEX3 type (DATE, TIME, DURATION, SET); `reference` what it says; `entries` the words that were known.
    """

    start: int
    end: int
    kind: str
    reference: Reference
    entries: tuple[tuple[int, int, str], ...]
    is_loose: bool = False
    """Bounds or begins a stretch of time ("since 2015", "until now") more often than it dates one event."""
    is_future: bool = False
    is_vague: bool = False
    """Names no day, month or year that could be resolved ("recently", "in the seventies")."""


@lru_cache(maxsize=4)
def _rules(language: str) -> tuple[Rule, ...]:
    make: dict[str, Callable[[], tuple[Rule, ...]]] = {"ar": arabic_rules, "en": english_rules}
    return make[language]() if language in make else ()


def find_times(text: TextLayer, language: str) -> list[TimeMention]:
    """Time expressions in reading order, not overlapping; a language without rules has none.

    Args:
        text: the text layer; paragraphs of another known language are read by that language's rules.
        language: the document's language.
    """
    stretches = tuple((p.language if p.language in ("ar", "en") else language, p.start, p.end) for p in text.paragraphs)
    return list(_found(text.shadow.text, stretches))


@lru_cache(maxsize=4)
def _found(shadow: str, stretches: tuple[tuple[str, int, int], ...]) -> tuple[TimeMention, ...]:
    """Kept for the last few texts: tolls and times of one document both ask."""
    return tuple(m for language, start, end in stretches for m in find_in(shadow, language, start, end))


def find_in(shadow: str, language: str, start: int = 0, end: int | None = None) -> list[TimeMention]:
    """`find_times` on one stretch of a folded text."""
    stop = len(shadow) if end is None else end
    groups = _joined(_atoms(shadow, language, start, stop), shadow, language)
    kept = (g for g in groups if _says_more(g))
    return [_mention(g) for g in kept]


def _atoms(shadow: str, language: str, start: int, end: int) -> list[Atom]:
    found: list[Atom] = []
    for rank, rule in enumerate(_rules(language)):
        for m in rule.pattern.finditer(shadow, start, end):
            atom = rule.read(m)
            if atom is not None:
                found.append(Atom(atom.start, atom.end, atom.reference, atom.kind, atom.entries, rank, atom.is_loose))
    kept: list[Atom] = []
    taken = bytearray(max(0, end - start))
    for a in sorted(found, key=lambda a: (-(a.end - a.start), a.rank, a.start)):
        if not any(taken[a.start - start : a.end - start]):
            taken[a.start - start : a.end - start] = b"\x01" * (a.end - a.start)
            kept.append(a)
    return sorted(kept, key=lambda a: a.start)


def _joined(atoms: Iterable[Atom], shadow: str, language: str) -> list[list[Atom]]:
    groups: list[list[Atom]] = []
    whole: list[Reference] = []
    for a in atoms:
        if groups and (both := _together(groups[-1], whole[-1], a, shadow, language)) is not None:
            groups[-1].append(a)
            whole[-1] = both
        else:
            groups.append([a])
            whole.append(a.reference)
    return groups


def _together(group: list[Atom], so_far: Reference, a: Atom, shadow: str, language: str) -> Reference | None:
    if any(x.kind in ("DURATION", "SET", "VAGUE") for x in (*group, a)):
        return None
    gap = shadow[group[-1].end : a.start]
    night_to = _night_between(group[-1], a, gap)
    if night_to is not None:
        return Reference(weekday=so_far.weekday, until_weekday=night_to, part=so_far.part, hour=so_far.hour, minute=so_far.minute)
    dated = a.reference.day is not None or a.reference.weekday is not None
    if len(gap) > 14 or not (_JOIN[language].fullmatch(gap) or (dated and _IN_JOIN.fullmatch(gap))):
        return None
    if "," in gap and not (dated or group[-1].reference.day is not None or group[-1].reference.weekday is not None):
        return None
    return merged(so_far, a.reference)


_UNTIL = re.compile(r"\s*(?:-|/|الي|علي|to|into)\s*(?:ليل|يوم)?\s*")


def _night_between(a: Atom, b: Atom, gap: str) -> int | None:
    """The second weekday of "the night of Monday to Tuesday"."""
    one, two = a.reference.weekday, b.reference.weekday
    if one is None or two is None or (two - one) % 7 != 1 or not gap.strip() or not _UNTIL.fullmatch(gap):
        return None
    return two


def _says_more(group: list[Atom]) -> bool:
    """False for the start of nothing: "مطلع" without a month or year."""
    return any(a.kind in ("DURATION", "SET", "VAGUE") or a.reference != Reference(stage=a.reference.stage) for a in group)


def _mention(group: list[Atom]) -> TimeMention:
    reference = group[0].reference
    for a, b in pairwise(group):
        one, two = a.reference.weekday, b.reference.weekday
        if one is not None and two is not None and one != two:
            reference = merged(reference, Reference(until_weekday=two)) or reference
        else:
            reference = merged(reference, b.reference) or reference
    kinds = {a.kind for a in group}
    kind = "TIME" if reference.hour is not None or reference.part is not None or reference.is_last_night or "TIME" in kinds else "DATE"
    if kinds & {"DURATION", "SET"}:
        kind = group[0].kind
    is_vague = reference == Reference()
    ahead = reference.edge == "next" or (reference.shift or 0) > 0 or (reference.ago or 0) < 0
    entries = tuple(e for a in group for e in a.entries)
    return TimeMention(group[0].start, group[-1].end, kind, reference, entries, group[0].is_loose, ahead, is_vague)
