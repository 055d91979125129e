"""The known words of one source phrase, sorted by family: names, roles, source nouns, marks of countries."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from tabayyun.lexicons import Knowledge
from tabayyun.lexicons.match import Match, longest
from tabayyun.model.claim import Kind
from tabayyun.model.text import TextLayer, Token
from tabayyun.model.why import Hit

_STATE = frozenset({Kind.OFFICIAL, Kind.MILITARY})
_BACKED_AFTER = re.compile(r"-(?:backed|supported|aligned|allied|funded)\b")
_BACKED_BEFORE = re.compile(r"(?:المدعوم|المسنود|الموالي|المتحالف)(?:ه|ين|ون)? (?:من|مع)? ?$")
_SPEAKS_FOR = ("باسم ", "قيادي في ", "مصدر في ", "مسؤول في ", "عضو في ")
_BACK = frozenset("its their his her باسمها باسمه باسمهم ناطقه ناطقها".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """The known words of one phrase, by family, each in reading order."""

    start: int
    end: int
    text: TextLayer
    printed: str
    know: Knowledge
    all: list[Match]
    tokens: tuple[Token, ...]
    names: list[Match]
    roles: list[Match]
    nouns: list[Match]
    marks: list[Match]
    """Adjectives and towns of countries."""
    countries: list[str]
    """Countries that the phrase itself points to by adjective or town."""

    def hits(self, *matches: Match | None) -> tuple[Hit, ...]:
        """The words of `matches` as hits in the printed text."""
        return tuple(Hit(self.text.shadow.origin(m.start, m.end), m.form.entry) for m in matches if m)

    def words(self) -> str:
        """The phrase in the shadow."""
        return self.text.shadow.text[self.start : self.end]

    def is_back(self) -> bool:
        """True when the phrase leans on somebody named before: a pronoun, or a bare title."""
        return any(t.key in _BACK for t in self.tokens) or not self.countries


def within(start: int, end: int, matches: list[Match]) -> list[Match]:
    """The matches that lie wholly inside `[start, end)`; `matches` must be sorted by start."""
    first = bisect_left(matches, start, key=lambda m: m.start)
    last = bisect_left(matches, end, key=lambda m: m.start)
    return [m for m in matches[first:last] if m.end <= end]


def read_phrase(
    start: int, end: int, text: TextLayer, matches: list[Match], know: Knowledge, printed: str, is_party: bool = False
) -> Phrase:
    """Sorts the matches inside `[start, end)`: of overlapping names and roles the longest, adjectives outside of names."""
    inside = [m for m in within(start, end, matches) if is_party or not _is_backer(m, text, know)]
    first = bisect_right(text.tokens, start, key=lambda t: t.end)
    last = bisect_left(text.tokens, end, key=lambda t: t.start)
    tokens = text.tokens[first:last]
    names = [m for m in inside if m.form.family == "actors" and m.form.part == "name" and m.form.entry != "unknown"]
    names += [m for m in inside if m.form.family == "acronyms" and printed and text.shadow.origin(m.start, m.end).words(printed).isupper()]
    names += [m for m in inside if m.form.family == "bynames" and _stands_as_name(m, tokens, text, 1 if is_party else 3)]
    wide = [m for m in inside if m.form.family == "roles" and m.form.part in ("body", "person")]
    names = [m for m in names if not any(w.start < m.start and m.end <= w.end for w in wide)]
    best = _best_names(longest(names), know)
    free = [m for m in inside if not any(n.start <= m.start and m.end <= n.end and m.end - m.start < n.end - n.start for n in best)]
    marks = longest(m for m in free if m.form.part in ("demonym", "place"))
    countries = [c for c in (know.actors[m.form.entry].country for m in marks) if c]
    roles = _one_each(longest(m for m in free if m.form.family == "roles"), ("quality", "title"))
    nouns = _one_each(longest(m for m in free if m.form.family == "sources"), ())
    return Phrase(start, end, text, printed, know, matches, tokens, best, roles, nouns, marks, countries)


def _is_backer(m: Match, text: TextLayer, know: Knowledge) -> bool:
    """A state that only backs the one spoken of: `Saudi-backed government`; or an ordinal cut short, «الرابعة» of «الرابعة عشرة»."""
    if m.form.family not in ("actors", "bynames") or m.form.part == "place":
        return False
    shadow = text.shadow.text
    if shadow.startswith((" عشره", " عشر "), m.end) and shadow[m.start : m.end].endswith("ه"):
        return True
    actor = know.actors[m.form.entry]
    if actor.country is None or actor.kind not in _STATE:
        return False
    return _BACKED_AFTER.match(shadow, m.end) is not None or _BACKED_BEFORE.search(shadow, max(0, m.word - 20), m.word) is not None


def _stands_as_name(m: Match, tokens: tuple[Token, ...], text: TextLayer, most: int) -> bool:
    """A short name that is also a common word counts in quotes or at the end of a phrase of at most `most` words."""
    words = [t for t in tokens if t.is_word]
    quoted = text.shadow.text[max(0, m.start - 1) : m.start] == '"' or text.shadow.text[max(0, m.word - 8) : m.word].endswith(_SPEAKS_FOR)
    return quoted or (0 < len(words) <= most and words[-1].end <= m.end)


def _best_names(names: list[Match], know: Knowledge) -> list[Match]:
    out: list[Match] = []
    for m in names:
        if out and out[-1].start == m.start:
            if know.actors[out[-1].form.entry].same_as and not know.actors[m.form.entry].same_as:
                out[-1] = m
            continue
        out.append(m)
    return out


def _one_each(matches: list[Match], last: tuple[str, ...]) -> list[Match]:
    """One match a spot; those of the parts `last` only where no other stands there."""
    out: list[Match] = []
    for m in sorted(matches, key=lambda m: (m.start, m.form.part in last, m.form.entry)):
        if not out or out[-1].start != m.start:
            out.append(m)
    return out
