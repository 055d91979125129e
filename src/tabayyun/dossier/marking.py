"""A document's text cut at every border of a finding: joined again, the pieces are the text, to the letter."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from tabayyun.model import wire


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with what covers it; `begins` are the claims to be numbered in front of it."""

    text: str
    roles: tuple[str, ...]
    """`content`, `cue`, `source`, `loaded`, each at most once."""
    claims: tuple[str, ...]
    begins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Cover:
    start: int
    end: int
    role: str
    claim: str


def mark(document: wire.Document, bundle: wire.Bundle) -> tuple[Piece, ...]:
    """The pieces of one document in reading order."""
    text = document.text
    claims = [c for c in bundle.claims if c.doc == document.id]
    covers = [x for c in claims for x in _covers(c)]
    covers += [_Cover(x.start, x.end, "loaded", "") for x in bundle.loaded if x.doc == document.id]
    begins: dict[int, list[str]] = {}
    for c in claims:
        begins.setdefault(_word_start(text, c.content.start), []).append(c.id)
    edges = sorted({0, len(text), *begins, *(e for x in covers for e in (x.start, x.end))} & set(range(len(text) + 1)))
    cells: list[list[_Cover]] = [[] for _ in edges]
    for x in covers:
        for i in range(bisect_right(edges, x.start) - 1, len(edges)):
            if edges[i] >= x.end:
                break
            cells[i].append(x)
    order = ("content", "cue", "source", "loaded")
    return tuple(
        Piece(
            text[a:b],
            tuple(r for r in order if any(x.role == r for x in cells[i])),
            tuple(dict.fromkeys(x.claim for x in cells[i] if x.claim)),
            tuple(begins.get(a, ())),
        )
        for i, (a, b) in enumerate(pairwise(edges))
    )


def _covers(c: wire.Claim) -> list[_Cover]:
    parts = c.content.parts or (wire.Piece(start=c.content.start, end=c.content.end),)
    out = [_Cover(p.start, p.end, "content", c.id) for p in parts]
    out += [_Cover(c.cue.start, c.cue.end, "cue", c.id)] if c.cue else []
    return out + [_Cover(x.start, x.end, "source", c.id) for x in c.chain]


def _word_start(text: str, i: int) -> int:
    """Back to where the printed word begins, so that a number never stands inside an Arabic word."""
    while i > 0 and text[i - 1].isalnum():
        i -= 1
    return i
