"""What a rule for time expressions is made of, for both languages."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tabayyun.lexicons.times import TimeWord, TimeWords
from tabayyun.text.dates import Reference


@dataclass(frozen=True, slots=True)
class Atom:
    """One piece of a time expression, shadow offsets."""

    start: int
    end: int
    reference: Reference
    kind: str = "DATE"
    entries: tuple[tuple[int, int, str], ...] = ()
    rank: int = 0
    is_loose: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over the shadow and what it reads from a match; None where the words mean something else."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Atom | None]


def squeeze(words: str) -> str:
    """Single spaces, as the lexicon's folded forms have them."""
    return " ".join(words.split())


def group(m: re.Match[str], name: str) -> str | None:
    """A named group, or None where the pattern has none or it did not take part."""
    return m.groupdict().get(name)


def entry(m: re.Match[str], name: str, word: TimeWord | None) -> tuple[tuple[int, int, str], ...]:
    """The lexicon word behind a group, as (start, end, id)."""
    return ((m.start(name), m.end(name), word.id),) if word is not None else ()


def known(words: TimeWords, kind: str, form: str | None) -> TimeWord | None:
    """The entry of a folded form."""
    return words.by_form.get(kind, {}).get(squeeze(form)) if form else None


def number(digits: str | None) -> int | None:
    """Digits as a number."""
    return int(digits) if digits else None


def full_year(year: int | None) -> int | None:
    """Two-digit years are of this century; others stay."""
    return 2000 + year if year is not None and year < 100 else year


def has(m: Mapping[str, str | None], *names: str) -> bool:
    """True when one of the groups took part."""
    return any(m.get(n) for n in names)
