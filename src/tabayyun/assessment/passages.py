"""Wording that two documents share: word sequences on folded text, with long passages told apart from chance."""

import re
from collections import defaultdict
from dataclasses import dataclass

from tabayyun.model.document import Document
from tabayyun.text.fold import fold

_WORD = re.compile(r"[^\W_]+")
SHORT, LONG = 3, 5
_MOST_DOCS = 64
"""A word sequence found in more documents than this is a turn of phrase and finds no pairs."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What two documents have in common. `sequences`: three-word sequences; `share`: their part of the shorter one's."""

    share: float
    sequences: int
    longest: int
    """Words of the longest unbroken run."""


def words_of(doc: Document) -> list[str]:
    """The folded words of a document, without punctuation."""
    return _WORD.findall(fold(doc.text).text)


def shared_passages(docs: list[Document]) -> dict[tuple[str, str], Shared]:
    """What each pair of documents shares, for pairs that share at least one three-word sequence; keys in the order of `docs`."""
    words = {d.id: words_of(d) for d in docs}
    short = {i: _sequences(w, SHORT) for i, w in words.items()}
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for doc_id, grams in short.items():
        for gram in grams:
            holders[gram].append(doc_id)
    common: dict[tuple[str, str], int] = defaultdict(int)
    for ids in holders.values():
        if 1 < len(ids) <= _MOST_DOCS:
            for n, a in enumerate(ids):
                for b in ids[n + 1 :]:
                    common[a, b] += 1
    out: dict[tuple[str, str], Shared] = {}
    for (a, b), count in common.items():
        least = min(len(short[a]), len(short[b]))
        both = _sequences(words[a], LONG) & _sequences(words[b], LONG)
        out[a, b] = Shared(count / least, count, min(longest_run(words[a], both), longest_run(words[b], both)))
    return out


def longest_run(words: list[str], common: set[tuple[str, ...]]) -> int:
    """Words of the longest stretch of `words` whose every five-word sequence is in `common`."""
    best = run = 0
    for i in range(len(words) - LONG + 1):
        run = run + 1 if tuple(words[i : i + LONG]) in common else 0
        best = max(best, run)
    return best + LONG - 1 if best else 0


def _sequences(words: list[str], n: int) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}
