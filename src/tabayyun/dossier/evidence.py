"""Slots -> the eleven keys of the format, and beside them the words and the reason of each."""

from collections.abc import Callable
from typing import Any, cast

from tabayyun.model import event, wire
from tabayyun.model.why import Why

NAMES = ("event_type", "weapon", "target", "perpetrator", "place", "time", "origin", "killed", "injured", "damage", "motive")


def to_slots(s: event.Slots, text: str) -> wire.Slots:
    """The eleven keys; absent stays absent."""
    return wire.Slots(
        event_type=cast(Any, s.event_type.value) if s.event_type else None,
        weapon=cast(Any, s.weapon.value) if s.weapon else None,
        target=_target(s.target, text) if s.target else None,
        perpetrator=wire.Perpetrator(quote=s.perpetrator.span.words(text), actor=s.perpetrator.actor) if s.perpetrator else None,
        place=_place(s.place, text) if s.place else None,
        time=_time(s.time, text) if s.time else None,
        origin=wire.Words(quote=s.origin.span.words(text)) if s.origin else None,
        killed=_count(s.killed) if s.killed else None,
        injured=_count(s.injured) if s.injured else None,
        damage=wire.Words(quote=s.damage.span.words(text)) if s.damage else None,
        motive=wire.Words(quote=s.motive.span.words(text)) if s.motive else None,
    )


def to_evidence(s: event.Slots, text: str, reason: Callable[[Why, str], wire.Reason]) -> dict[str, wire.Evidence]:
    """By slot: the exact words, the reason, and what the eleven keys have no room for."""
    out: dict[str, wire.Evidence] = {}
    for name in NAMES:
        value = getattr(s, name)
        if value is None:
            continue
        place = value if isinstance(value, event.Place) else None
        out[name] = wire.Evidence(
            start=value.span.start,
            end=value.span.end,
            quote=value.span.words(text),
            why=reason(value.why, text),
            fine=value.fine if isinstance(value, event.Kinded) else None,
            radius_m=place.radius_m if place else None,
            place_id=place.place_id if place else None,
            country=place.country if place else None,
        )
    return out


def _target(t: event.Target, text: str) -> wire.Target:
    return wire.Target(quote=t.span.words(text), kind=cast(Any, t.kind), rules_out=cast(Any, t.rules_out))


def _place(p: event.Place, text: str) -> wire.Place:
    return wire.Place(quote=p.span.words(text), name=p.name, lat=p.lat, lon=p.lon, precision=cast(Any, p.precision))


def _time(t: event.When, text: str) -> wire.Time:
    return wire.Time(quote=t.span.words(text), value=t.value, granularity=cast(Any, t.granularity), clock=t.clock)


def _count(c: event.Count) -> wire.Count:
    return wire.Count(min=c.low, max=c.high, who=cast(Any, c.who), scope=cast(Any, c.scope))
