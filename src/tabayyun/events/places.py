"""Where a claim says something happened, and where it says it came from.

Finds the place phrases of the document once, decides for each what its words make of it (the event was there, it was
hit, it was launched from there, it only names an office), and gives each claim the phrase that its content offers.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tabayyun.events.place_mentions import Line, line_of, mentions
from tabayyun.events.place_origins import find_origin
from tabayyun.events.place_phrases import Phrase, find_phrases
from tabayyun.events.place_roles import role_of
from tabayyun.events.place_spots import FINENESS, Context, Spot
from tabayyun.events.place_words import vocabulary
from tabayyun.model.claim import Claim
from tabayyun.model.document import Document
from tabayyun.model.event import Place, Words
from tabayyun.model.span import Span
from tabayyun.model.text import TextLayer
from tabayyun.model.why import Hit, Why

_RANK = {
    "hit": 0,
    "in": 0,
    "close": 0,
    "over": 0,
    "between": 0,
    "subject": 1,
    "of": 1,
    "reached": 1,
    "deep": 2,
    "other": 2,
    "gone": 2,
    "to": 3,
}
"""Which role wins when a content names several places; roles not listed give no place."""
_BY_CONTEXT = frozenset({"settlement", "neighbourhood", "camp", "crossing", "base", "prison", "airport", "port", "site", "province"})
_POINTED = {"in": frozenset({"settlement", "airport", "prison", "base"})}
_POINTED["close"] = _POINTED["in"] | {"camp", "neighbourhood", "site"}
_POINTED["gone"] = frozenset({"prison", "camp", "settlement"})
"""Kinds of definite places (`the town`) that say where the event was, by role."""


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """What one claim's content says of places."""

    place: Place | None = None
    origin: Words | None = None
    detail: dict[str, object] = field(default_factory=dict)
    """`places`: role (`fell_on`, `launched_from`, `aimed_at`) -> name, point and words, JSON-ready."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A phrase with its printed span, role and point."""

    phrase: Phrase
    span: Span
    role: str
    spot: Spot | None


def read_places(doc: Document, text: TextLayer, claims: tuple[Claim, ...]) -> dict[str, PlaceReading]:
    """Claim id -> what its content says of places; claims that say nothing have an empty reading."""
    line = line_of(text, doc)
    say = vocabulary()
    offers = read_offers(line, text)
    begins = [o.span.start for o in offers]
    out: dict[str, PlaceReading] = {}
    for claim in claims:
        pieces = claim.content.pieces()
        near = offers[bisect_left(begins, pieces[0].start) : bisect_left(begins, max(p.end for p in pieces))]
        inside = [o for o in near if any(piece.contains(o.span) for piece in pieces)]
        origin = find_origin(line, text, pieces, [o.phrase for o in inside], say)
        if origin is not None:
            inside = [o for o in inside if not origin.span.overlaps(o.span)]
        is_eventful = any(say.event.search(line.shadow, *text.shadow.stretch(piece.start, piece.end)) for piece in pieces)
        best = _choose(inside, is_eventful)
        place = _place(best) if best else None
        out[claim.id] = PlaceReading(place, origin, _detail(inside, best, origin, doc))
    return out


def read_offers(line: Line, text: TextLayer) -> list[Offer]:
    """Every place phrase of the document with its role and its point."""
    say = vocabulary()
    phrases = find_phrases(line, mentions(line, text), say)
    roles = [role_of(line, p, say) for p in phrases]
    context = Context(line, phrases, roles, say)
    spots = [_half_way(phrases, context, n) if r == "between" else context.spot(n) for n, r in enumerate(roles)]
    spans = [text.shadow.origin(p.head.start, max(q.end for q in p.parts)) for p in phrases]
    return [Offer(p, s, r, spot) for p, s, r, spot in zip(phrases, spans, roles, spots, strict=True)]


def _half_way(phrases: Sequence[Phrase], context: Context, n: int) -> Spot | None:
    """The middle of "between X and Y" where both are known and not far apart; else X."""
    a = context.spot(n)
    b = context.spot(n + 1) if n + 1 < len(phrases) and phrases[n + 1].first - phrases[n].last <= 1 else None
    if a is None or b is None or a.country != b.country or not 1 < a.km(b) < 400:
        return a
    radius = max(int(500 * a.km(b)), a.radius_m)
    return replace(
        a,
        lat=round((a.lat + b.lat) / 2, 4),
        lon=round((a.lon + b.lon) / 2, 4),
        radius_m=radius,
        rule="place.half-way",
        precision="district",
    )


def _choose(inside: Sequence[Offer], is_eventful: bool) -> Offer | None:
    fit = [
        o
        for o in inside
        if _counts(o)
        and (is_eventful or (o.role in ("in", "close", "to", "deep", "gone") and o.spot is not None and o.spot.rule != "place.main"))
    ]
    if not fit:
        return None
    return min(
        fit,
        key=lambda o: (
            _RANK[o.role] + _coarse(o),
            o.phrase.head.is_definite,
            o.phrase.head.mention is None and not o.phrase.head.name,
            o.phrase.first,
        ),
    )


def _coarse(o: Offer) -> int:
    """A whole province yields to any finer place of the same content."""
    return 2 if o.spot is not None and o.spot.precision == "province" else 0


def _counts(o: Offer) -> bool:
    """Is this phrase sure enough to say where the event was? A point from context needs a plain "in" or a hit."""
    s, head = o.spot, o.phrase.head
    if s is None or o.role not in _RANK or s.precision == "country":
        return False
    if s.rule in ("place.main", "place.pointed-at"):
        if head.is_definite:
            return head.kind in _POINTED.get(o.role, ())
        return (
            bool(head.name)
            and (head.kind in _BY_CONTEXT or not head.kind)
            and (o.role in ("in", "close") or (o.role == "hit" and head.kind != "site"))
        )
    return not (o.role == "to" and head.kind in ("site", "airport", "hospital"))


def _place(o: Offer) -> Place:
    s = o.spot
    assert s is not None
    hits = tuple(Hit(p.mention.span, p.mention.entry.id) for p in o.phrase.parts if p.mention is not None)
    return Place(o.span, s.name, s.lat, s.lon, s.precision, s.radius_m, s.place_id, Why(s.rule, hits, f"role {o.role}"), s.country)


def _detail(inside: Sequence[Offer], best: Offer | None, origin: Words | None, doc: Document) -> dict[str, object]:
    places: dict[str, object] = {}
    if origin is not None:
        places["launched_from"] = {"quote": origin.span.words(doc.text)}
    if best is not None and best.role not in ("to", "gone"):
        places["fell_on"] = _entry(best, doc)
    aimed = next((o for o in inside if o.role == "to" and o is not best and o.spot is not None and FINENESS[o.spot.precision] < 5), None)
    if aimed is not None:
        places["aimed_at"] = _entry(aimed, doc)
    return {"places": places} if len(places) > 1 else {}


def _entry(o: Offer, doc: Document) -> dict[str, object]:
    assert o.spot is not None
    return {"quote": o.span.words(doc.text), "name": o.spot.name, "lat": o.spot.lat, "lon": o.spot.lon, "radius_m": o.spot.radius_m}
