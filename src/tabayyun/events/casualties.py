"""How many a claim says were killed and injured, and what else it counts.

A content is read as a row of items; every word of death or injury takes the number, dual, plural or person that its
grammar gives it, and what the claim says together is the sum of what it says side by side.
"""

from bisect import bisect_left
from dataclasses import dataclass, field

from tabayyun.events.casualty_counts import read_counts
from tabayyun.events.casualty_items import Item, items
from tabayyun.events.casualty_victims import Reading
from tabayyun.events.timexes import find_times
from tabayyun.model.claim import Claim
from tabayyun.model.document import Document
from tabayyun.model.event import Count
from tabayyun.model.span import Span
from tabayyun.model.text import TextLayer
from tabayyun.model.why import Hit, Why


@dataclass(frozen=True, slots=True)
class Casualties:
    """What one claim counts; `detail` is JSON-ready (missing, detained, displaced)."""

    killed: Count | None = None
    injured: Count | None = None
    detail: dict[str, object] = field(default_factory=dict)


def read_casualties(doc: Document, text: TextLayer, claims: tuple[Claim, ...]) -> dict[str, Casualties]:
    """claim id -> its tolls; claims that count nobody are absent.

    Args:
        doc: the document, for its language.
        text: its text layer.
        claims: the document's claims, or its attributions.
    """
    times = [(m.start, m.end) for m in find_times(text, doc.language)]
    out = {}
    for claim in claims:
        language = "en" if _latin(doc.text, claim.content.span) else "ar"
        row: list[Item] = []
        for piece in claim.content.pieces():
            a, b = text.shadow.stretch(piece.start, piece.end)
            near = times[bisect_left(times, (a, a)) : bisect_left(times, (b, b))]
            row += items(text, doc.text, a, b, language, near)
        readings = read_counts(row, text.shadow.text, language)
        found = Casualties(_count(text, claim, readings, "killed"), _count(text, claim, readings, "injured"), _detail(readings))
        if found.killed or found.injured or found.detail:
            out[claim.id] = found
    return out


def _latin(text: str, span: Span) -> bool:
    words = span.words(text)
    return sum("a" <= c.lower() <= "z" for c in words) > sum("\u0600" < c < "\u06ff" for c in words)


def _count(text: TextLayer, claim: Claim, readings: list[Reading], role: str) -> Count | None:
    mine = [r for r in readings if r.role in (role, "both")]
    if not mine:
        return None
    counted = [r for r in mine if not r.is_zero]
    if not counted:
        best = [mine[0]]
    else:
        exact = [r for r in counted if r.is_explicit]
        wholes = [r for r in (exact or counted[:1]) if not r.is_part]
        best = _summands(wholes) or (exact or counted)[:1]
    low = sum(r.low for r in best)
    high = None if any(r.high is None for r in best) else sum(r.high or 0 for r in best)
    first = best[0]
    span = text.shadow.origin(first.start, first.end)
    span = _inside(span, claim)
    hits = tuple(Hit(text.shadow.origin(r.anchor[0], r.anchor[1]), r.entry) for r in best)
    scope = "subset" if first.is_part else None
    return Count(span, low, high, first.who, Why(f"events.casualties.{first.rule}", hits), scope)


def _summands(wholes: list[Reading]) -> list[Reading]:
    """What adds up: a toll stands alone, and a number that the rest spells out ("five dead, four here and one there") does too."""
    if tolls := [r for r in wholes if r.rule == "toll"]:
        return tolls[:1]
    if len(wholes) > 2 and sum(r.low for r in wholes[1:]) == wholes[0].low:
        return wholes[:1]
    return wholes


def _detail(readings: list[Reading]) -> dict[str, object]:
    """People missing, detained, displaced, as `[low, high]`."""
    return {r.role: [r.low, r.high] for r in readings if r.role in ("missing", "detained", "displaced")}


def _inside(span: Span, claim: Claim) -> Span:
    """The span, or what of it lies in the content's piece where it begins."""
    piece = next((p for p in claim.content.pieces() if p.start <= span.start < p.end), claim.content.span)
    start, end = max(span.start, piece.start), min(span.end, piece.end)
    return Span(start, end) if start < end else piece
