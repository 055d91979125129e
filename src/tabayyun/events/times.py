"""The time slot: which time expression of a claim dates its event, and what it comes to.

Expressions are resolved over the whole text in reading order, because "that night" and "at half past four" lean on the
day spoken of before; a claim then takes one that stands inside its own content.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tabayyun.events.timexes import TimeMention, find_times
from tabayyun.model.claim import Claim
from tabayyun.model.document import Document
from tabayyun.model.event import When
from tabayyun.model.span import Span
from tabayyun.model.text import TextLayer
from tabayyun.model.why import Hit, Why
from tabayyun.text.dates import Anchor, Reference, Resolved, anchor, resolve

RECENT_DAYS = 12
"""A day this close before publication is what the report is about; a bare "in the evening" leans on such a day."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression with its meaning here; `span` in the printed text."""

    mention: TimeMention
    span: Span
    meaning: Resolved
    leans: bool
    """Took its day from the text before it."""


def read_times(doc: Document, text: TextLayer, claims: tuple[Claim, ...], with_event: Collection[str] | None = None) -> dict[str, When]:
    """claim id -> when its event took place, as the content says it; claims that name no time are absent.

    Args:
        doc: its `published` anchors today, weekdays and dates without a year; without it those stay open.
        text: the text layer of `doc`.
        claims: the document's claims, or its attributions.
        with_event: ids of the claims in which an event was found, where the caller knows; a time in any other claim must
            name its own day, and only claims with an event take a time that begins or bounds ("since dawn").
    """
    published = anchor(doc.published)
    dated = date_mentions(doc, text, tuple(p for c in claims for p in c.content.pieces()))

    def again(d: Dated, day: date) -> Resolved:
        return resolve(d.mention.reference, published, day)

    out = {}
    for claim in claims:
        has_event = None if with_event is None else claim.id in with_event
        if (chosen := _choose(claim, dated, again, has_event)) is not None:
            out[claim.id] = _when(chosen)
    return out


def date_mentions(doc: Document, text: TextLayer, contents: tuple[Span, ...] = ()) -> list[Dated]:
    """Every time expression of a document, resolved in reading order.

    Days inside `contents` are days of events; a day outside (when somebody said so) is leant on only while there is no other.
    """
    published = anchor(doc.published)
    out: list[Dated] = []
    spoken = _Spoken(published)
    has_heard = False
    begins = [p.start for p in text.paragraphs]
    told = _united(contents)
    for m in find_times(text, doc.language):
        if m.is_vague or m.kind in ("DURATION", "SET"):
            continue
        span = text.shadow.origin(m.start, m.end)
        paragraph = bisect_right(begins, m.start)
        lean = spoken.day_for(m.reference, paragraph)
        meaning = resolve(m.reference, published, lean, spoken.part_for(m))
        leans = not _names_day(m.reference) and meaning.day is not None
        out.append(Dated(m, span, meaning, leans))
        at = bisect_left(told, span.end, key=lambda c: c[0])
        is_event = at > 0 and span.start < told[at - 1][1]
        if is_event or not has_heard:
            spoken.hear(m, meaning, paragraph)
            has_heard = has_heard or (is_event and meaning.day is not None)
    return out


def _united(spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    """The stretches that the spans cover, apart from each other and in reading order."""
    out: list[tuple[int, int]] = []
    for s in sorted(spans):
        if out and s.start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], s.end))
        else:
            out.append((s.start, s.end))
    return out


def _names_day(ref: Reference) -> bool:
    return any(x is not None for x in (ref.day, ref.weekday, ref.shift, ref.ago, ref.month)) or ref.is_last_night


class _Spoken:
    """What day and part of day the text spoke of last, while reading on."""

    def __init__(self, published: Anchor | None) -> None:
        self._published = published
        self._last: date | None = None
        self._recent: date | None = None
        self._paragraph = -1
        self._parts: dict[date, str] = {}

    def day_for(self, ref: Reference, paragraph: int) -> date | None:
        """The day that a reference without its own day leans on."""
        if ref.that is not None:
            near = self._last if paragraph == self._paragraph else self._recent or self._last
            return near or (self._published.day if self._published else None)
        day = self._recent
        if day and ref.part in ("dawn", "midnight") and self._parts.get(day) in _LATE and self._published and day < self._published.day:
            return day + timedelta(1)
        return day

    def part_for(self, m: TimeMention) -> str | None:
        """The part of day spoken of for that day, which tells 4:30 from 16:30."""
        day = self._recent or self._last
        return self._parts.get(day) if day and m.reference.hour is not None and m.reference.part is None else None

    def hear(self, m: TimeMention, meaning: Resolved, paragraph: int) -> None:
        """Keeps the day for what follows."""
        if meaning.day is None or m.is_future or m.is_loose:
            return
        self._last, self._paragraph = meaning.day, paragraph
        if self._published is None or 0 <= (self._published.day - meaning.day).days <= RECENT_DAYS:
            self._recent = meaning.day
        if m.reference.part:
            self._parts[meaning.day] = m.reference.part
        elif m.reference.half:
            self._parts.setdefault(meaning.day, {"pm": "afternoon", "am": "morning"}[m.reference.half])


_LATE = frozenset({"evening", "night"})
_FINE = {"minute": 4, "part_of_day": 3, "day": 3, "month": 1, "year": 0}
_SLACK = 4
"""Characters by which a time may stand over the edge of a content: a clitic or preposition before, a full stop after."""


def _choose(claim: Claim, dated: Sequence[Dated], again: Callable[[Dated, date], Resolved], has_event: bool | None) -> Dated | None:
    """The expression that dates the event: inside the content, no plan, rather a day than a month, rather the first."""
    found: list[tuple[tuple[float, ...], Dated]] = []
    pieces = claim.content.pieces()
    first = bisect_left(dated, min(p.start for p in pieces), key=lambda d: d.span.end)
    last = bisect_left(dated, max(p.end for p in pieces), key=lambda d: d.span.start)
    for d in dated[first:last]:
        inside = _clipped(d, claim)
        rank = _rank(d, has_event) if inside else None
        if rank is not None and inside is not None:
            found.append((rank, replace(d, span=inside)))
    if not found:
        return None
    best = max(found, key=lambda x: x[0])[1]
    if best.leans and best.mention.reference.that is None:
        day = next((d.meaning.day for _, d in found if not d.leans and d.meaning.day and not d.mention.is_loose), None)
        if day is not None and day != best.meaning.day:
            return replace(best, meaning=again(best, day))
    return best


def _clipped(d: Dated, claim: Claim) -> Span | None:
    for p in claim.content.pieces():
        if p.contains(d.span):
            return d.span
        if p.overlaps(d.span) and p.start - d.span.start <= _SLACK and d.span.end - p.end <= _SLACK:
            return Span(max(p.start, d.span.start), min(p.end, d.span.end))
    return None


def _rank(d: Dated, has_event: bool | None) -> tuple[float, ...] | None:
    m = d.mention
    if m.is_future or (d.meaning.value is None and d.meaning.clock is None and not d.meaning.note):
        return None
    if m.is_loose and not has_event:
        return None
    fine = _FINE[d.meaning.granularity]
    if has_event is False and (d.leans or fine < 3):
        return None
    return (-1 if m.is_loose else 0, fine + (0 if d.leans else 0.5), -d.span.start)


def _when(d: Dated) -> When:
    hits = tuple(Hit(d.span, e) for _, _, e in d.mention.entries)
    why = Why("events.time.leaning" if d.leans else "events.time", hits, d.meaning.note)
    return When(d.span, d.meaning.value, d.meaning.granularity, why, d.meaning.clock)
