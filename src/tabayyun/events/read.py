"""Claims -> EventLayer: what each claim's content says happened, where, when, by whom, with what harm."""

from tabayyun.events.casualties import Casualties, read_casualties
from tabayyun.events.kinds import Kinds, read_kinds
from tabayyun.events.places import PlaceReading, read_places
from tabayyun.events.times import read_times
from tabayyun.lexicons import Knowledge
from tabayyun.lexicons.match import Match
from tabayyun.model.claim import Claim
from tabayyun.model.document import Document
from tabayyun.model.event import EventLayer, Place, Slots
from tabayyun.model.text import TextLayer


def read(doc: Document, text: TextLayer, matches: list[Match], know: Knowledge, claims: tuple[Claim, ...]) -> EventLayer:
    """Slots of every claim; a claim that says nothing of an event has empty slots."""
    if not claims:
        return EventLayer(doc.id, {})
    kinds = {claim.id: read_kinds(doc, text, matches, know, claim) for claim in claims}
    casualties = read_casualties(doc, text, claims)
    eventful = {c.id for c in claims if _speaks_of_event(kinds[c.id], casualties.get(c.id))}
    places = read_places(doc, text, claims)
    times = read_times(doc, text, claims, eventful)
    slots: dict[str, Slots] = {}
    for claim in claims:
        kind = kinds[claim.id]
        place, toll = places.get(claim.id), casualties.get(claim.id)
        detail: dict[str, object] = dict(kind.detail)
        if place:
            detail.update(place.detail)
        if toll:
            detail.update(toll.detail)
        slots[claim.id] = Slots(
            event_type=kind.event_type,
            weapon=kind.weapon,
            target=kind.target,
            perpetrator=kind.perpetrator,
            place=_kept(place, claim.id in eventful),
            time=times.get(claim.id),
            origin=place.origin if place else None,
            killed=toll.killed if toll else None,
            injured=toll.injured if toll else None,
            damage=kind.damage,
            motive=kind.motive,
            detail=detail,
        )
    return EventLayer(doc.id, slots)


def _speaks_of_event(kind: Kinds, toll: Casualties | None) -> bool:
    """Whether a claim says what happened, with what, to what, or with what toll."""
    return bool(kind.event_type or kind.weapon or kind.target or (toll and (toll.killed or toll.injured)))


def _kept(reading: PlaceReading | None, is_eventful: bool) -> Place | None:
    """The place of a claim; "the place", "there" count only where the claim speaks of an event."""
    if reading is None or reading.place is None or (not is_eventful and reading.place.why.rule == "place.pointed-at"):
        return None
    return reading.place
