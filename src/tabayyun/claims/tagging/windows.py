"""A document cut into windows of word pieces, with what the rules found marked on every piece.

Pieces come from the unigram tokenizer that ships with the model; its input is the text without vowel signs, tatweel and
invisible characters, so that a printed decoration never changes what the model reads. All offsets are of the original text.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from tokenizers import Tokenizer

from tabayyun.model.claim import Attribution
from tabayyun.model.document import Document
from tabayyun.model.text import Shadow, TextLayer
from tabayyun.text.fold import clean

MAX_PIECES = 288
CONTEXT = 48
BEGIN, END, UNKNOWN = 0, 2, 3
# what the rules say of a piece
NOTHING, RULE_CONTENT, RULE_OWN, RULE_CUE, RULE_SOURCE, RULE_CONTENT_BEGINS, RULE_OWN_BEGINS = range(7)


@dataclass(slots=True)
class Window:
    """Pieces of one stretch of a document. The first `context` pieces only give context: nothing is decided on them."""

    ids: list[int]
    starts: list[int]
    ends: list[int]
    """Original offsets of each piece; -1 for the marks at the borders."""
    context: int
    marks: list[int] = field(default_factory=list)
    """What the rules say of each piece (RULE_...)."""
    points: list[int] = field(default_factory=list)
    """For a piece of a rule's content: index of the first piece of the source that the rule gives it; 0 for the outlet's own
    voice; -1 where the rules say nothing or the source lies outside the window."""
    cues: list[int] = field(default_factory=list)
    """The same for the rule's cue."""
    begins: list[int] = field(default_factory=list)
    edges: list[int] = field(default_factory=list)
    """`starts` and `ends` without gaps, rising, for look-up by bisection."""

    def __post_init__(self) -> None:
        at = 0
        for a, b in zip(self.starts, self.ends, strict=True):
            at = max(at, b) if a >= 0 else at
            self.begins.append(a if a >= 0 else at)
            self.edges.append(b if a >= 0 else at)


def windows(doc: Document, text: TextLayer, tokenizer: Tokenizer, languages: Iterable[str] = ("ar", "en")) -> list[Window]:
    """Windows over the paragraphs in the given languages, in reading order; every piece is decided on in one window only."""
    shadow = clean(doc.text)
    at = {o: i for i, o in reversed(list(enumerate(shadow.starts)))}
    wanted = set(languages)
    lines: list[list[tuple[int, int, int]]] = []
    for p in text.paragraphs:
        if p.language not in wanted:
            continue
        for piece in _parts(text, p.first, p.last):
            a, b = (text.shadow.starts[piece[0]], text.shadow.ends[piece[1] - 1])
            i = _index(at, a, b)
            j = _last(at, a, b)
            if i is None or j is None:
                continue
            encoded = tokenizer.encode(shadow.text[i : j + 1], add_special_tokens=False)
            lines.append([(n, *_printed(shadow, i, s, e)) for n, (s, e) in zip(encoded.ids, encoded.offsets, strict=True) if e > s])
    return _packed(lines)


def _printed(shadow: Shadow, base: int, s: int, e: int) -> tuple[int, int]:
    """Original offsets of a piece without the space in front of its word."""
    while s < e - 1 and shadow.text[base + s] == " ":
        s += 1
    return shadow.starts[base + s], shadow.ends[base + e - 1]


def _parts(text: TextLayer, first: int, last: int) -> list[tuple[int, int]]:
    """A paragraph as one piece, or its sentences where it is long."""
    a, b = text.sentences[first].start, text.sentences[last - 1].end
    if b - a <= 700:
        return [(a, b)]
    return [(text.sentences[n].start, text.sentences[n].end) for n in range(first, last)]


def _index(at: dict[int, int], a: int, b: int) -> int | None:
    return next((at[o] for o in range(a, b) if o in at), None)


def _last(at: dict[int, int], a: int, b: int) -> int | None:
    return next((at[o] for o in range(b - 1, a - 1, -1) if o in at), None)


def _packed(lines: list[list[tuple[int, int, int]]]) -> list[Window]:
    out: list[Window] = []
    held: list[tuple[int, int, int]] = []
    before: list[tuple[int, int, int]] = []

    def close() -> None:
        nonlocal held, before
        if not held:
            return
        tail = before[-CONTEXT:]
        body = [*tail, (END, -1, -1), *held] if tail else held
        out.append(
            Window(
                [BEGIN, *(x[0] for x in body), END],
                [-1, *(x[1] for x in body), -1],
                [-1, *(x[2] for x in body), -1],
                len(tail) + 1 if tail else 0,
            )
        )
        before, held = held, []

    for line in lines:
        for k in range(0, len(line), MAX_PIECES):
            part = line[k : k + MAX_PIECES]
            if held and len(held) + len(part) + 1 > MAX_PIECES:
                close()
            held = [*held, (END, -1, -1), *part] if held else part
    close()
    return out


def mark(window: Window, found: list[Attribution]) -> None:
    """Writes what the rules found onto the pieces of a window."""
    n = len(window.ids)
    window.marks, window.points, window.cues = [NOTHING] * n, [-1] * n, [-1] * n
    for a in found:
        own = not a.chain
        pieces = [k for s in a.content.pieces() for k in pieces_of(window, s.start, s.end)]
        if not pieces:
            continue
        source = 0 if own else next(iter(pieces_of(window, a.chain[-1].span.start, a.chain[-1].span.end)), -1)
        cue = next(iter(pieces_of(window, a.cue.start, a.cue.end)), -1) if a.cue else 0 if own else -1
        for k in pieces:
            if window.marks[k] in (NOTHING, RULE_CUE, RULE_SOURCE):
                window.marks[k] = RULE_OWN if own else RULE_CONTENT
                window.points[k], window.cues[k] = source, cue
        window.marks[pieces[0]] = RULE_OWN_BEGINS if own else RULE_CONTENT_BEGINS
    for a in found:
        for span, label in [*((x.span, RULE_SOURCE) for x in a.chain), *([(a.cue, RULE_CUE)] if a.cue else [])]:
            for k in pieces_of(window, span.start, span.end):
                if window.marks[k] == NOTHING:
                    window.marks[k] = label


def _inside(window: Window, start: int, end: int) -> range:
    """Pieces that share a letter with `[start, end)`; marks between paragraphs inside it count as pieces of the stretch."""
    first = bisect_right(window.edges, start)
    last = bisect_left(window.begins, end)
    return range(first, last)


def pieces_of(window: Window, start: int, end: int) -> list[int]:
    """Pieces with letters that share one with `[start, end)` of the original text."""
    return [k for k in _inside(window, start, end) if window.starts[k] >= 0]
