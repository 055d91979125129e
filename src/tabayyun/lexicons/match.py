"""Finding every known form of a shadow in one pass, at word boundaries, with Arabic clitics allowed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from tabayyun.lexicons.load import DATA, Key, entries, raise_all
from tabayyun.model.errors import Fault
from tabayyun.text.fold import key

VERB_PROCLITICS = frozenset({"", "و", "ف", "س", "وس", "فس", "ل", "ول"})
_SIMPLE = ("", "ب", "ل", "ك")
_ARTICLES = (*_SIMPLE, "ال", "بال", "كال", "لل")
NOUN_PROCLITICS = frozenset(a + b for a in ("", "و", "ف") for b in _ARTICLES)
NAME_PROCLITICS = frozenset({a + b for a in ("", "و", "ف") for b in _SIMPLE})
_SUFFIX = re.compile(r"(?:ه|ها|هم|هما|هن|نا|كم|ك|ني|ي)?(?![^\W_])")
_WORD_BACK = re.compile(r"[^\W_]*\Z")
_NOT_WORD = re.compile(r"[\W_]|\Z")
_WORD_ON = re.compile(r"[^\W_]*")
_WHOLE_KEYS = {"id": Key(is_required=True), "gloss": Key(is_required=True), "words": Key("texts", is_required=True)}


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of one entry. `part` says which list of the entry it came from (`verb`, `participle`, `noun`, ...)."""

    words: str
    entry: str
    family: str
    part: str = ""
    clitics: str = "noun"
    """Which proclitics may stand in front: `verb`, `noun`, `name` (no article) or `none`."""
    takes_suffix: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A form found in a shadow: `[start, end)` in shadow offsets, `word` where its printed word begins (before clitics)."""

    start: int
    end: int
    word: int
    form: Form


@lru_cache(maxsize=1)
def whole_words() -> frozenset[str]:
    """Folded Arabic words in which no shorter word is read (`lexicon/ar/whole_words.toml`).

    Raises:
        DataError: the file is faulty.
    """
    faults: list[Fault] = []
    where = "lexicon/ar/whole_words.toml"
    found = entries(DATA / "lexicon" / "ar" / "whole_words.toml", "list", _WHOLE_KEYS, faults, where)
    raise_all(faults)
    return frozenset(key(str(w)) for e in found for w in (e["words"] if isinstance(e["words"], list) else ()))


_ALLOWED = {"verb": VERB_PROCLITICS, "noun": NOUN_PROCLITICS, "name": NAME_PROCLITICS, "none": frozenset({""})}


class Matcher:
    """Every form of all lexicons given, compiled once; `find` is one linear pass."""

    def __init__(self, forms: Iterable[Form]) -> None:
        by_key: dict[str, list[Form]] = {}
        for form in forms:
            folded = key(form.words)
            if not folded:
                continue
            by_key.setdefault(folded, []).append(form)
            if form.clitics in ("noun", "name") and folded.startswith("ال") and len(folded) > 4:
                fused = "لل" + (folded[3:] if folded.startswith("الل") else folded[2:])
                by_key.setdefault(fused, []).append(form)
            if "ؤو" in folded:  # مسئول beside مسؤول, شئون beside شؤون: the seat that Egyptian papers print
                by_key.setdefault(folded.replace("ؤو", "ئو"), []).append(form)
        self._forms = list(by_key.values())
        self._automaton = AhoCorasick(list(by_key), matchkind=MatchKind.Standard) if by_key else None

    def find(self, shadow: str) -> list[Match]:
        """All matches at word boundaries, by start then longest first; overlapping ones of all families are kept."""
        out: list[Match] = []
        if self._automaton is None:
            return out
        for pattern, start, end in self._automaton.find_matches_as_indexes(shadow, overlapping=True):
            before = shadow[start - 1 : start]
            word = start
            if before.isalnum():
                back = _WORD_BACK.search(shadow, max(0, start - 5), start)
                word = back.start() if back else start
                if word and start - word >= 5:
                    continue
            clitic = shadow[word:start]
            closed = _NOT_WORD.match(shadow, end) is not None
            suffix = None if closed else _SUFFIX.match(shadow, end)
            if not closed and suffix is None:
                continue
            is_whole = None if clitic or suffix else False
            for form in self._forms[pattern]:
                if not _allows(form, clitic, shadow[start:end]) or not (closed or form.takes_suffix):
                    continue
                if is_whole is None:
                    is_whole = _is_whole(shadow, word, start, end)
                if is_whole:
                    break
                out.append(Match(start, suffix.end() if suffix else end, word, form))
        out.sort(key=lambda m: (m.start, -m.end, m.form.family, m.form.entry))
        return out


def _is_whole(shadow: str, word: int, start: int, end: int) -> bool:
    """Whether the printed word, with or without proclitics of its own, is one that is never cut at `start` or `end`."""
    last = _WORD_ON.match(shadow, end)
    stop = last.end() if last else end
    known = whole_words()
    begins = (at for at in range(word, start + 1) if (at, stop) != (start, end) and shadow[word:at] in NOUN_PROCLITICS)
    return any(shadow[at:stop] in known for at in begins)


def _allows(form: Form, clitic: str, verb: str) -> bool:
    """Whether the form may stand behind the proclitics.

    س and ل stand before the imperfect only (سيعلن، ليؤكد): لنقل is "for the transport of", not "related". Events are meant by
    the verbal noun as well, which is often spelt like the perfect (لضرب الميناء).
    """
    if clitic not in _ALLOWED[form.clitics]:
        return False
    if form.clitics != "verb" or clitic[-1:] not in ("س", "ل"):
        return True
    if clitic[-1] == "س":
        return verb[0] in "يتن" or (verb[0] == "ا" and len(verb) > 3)
    return form.family == "events" or verb[0] in "يت" or (verb[0] in "ان" and len(verb) > 3)


def longest(matches: Iterable[Match]) -> list[Match]:
    """Of overlapping matches the longest, leftmost first; several entries on the very same words all stay."""
    kept: list[Match] = []
    for m in sorted(matches, key=lambda m: (m.start - m.end, m.start, m.form.entry)):
        if all(m.end <= k.start or k.end <= m.start or (m.start == k.start and m.end == k.end) for k in kept):
            kept.append(m)
    return sorted(kept, key=lambda m: (m.start, m.form.entry))
