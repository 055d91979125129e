"""How two values of one slot stand to each other, without regard to who gives them."""

from dataclasses import dataclass

from tabayyun.incidents.places import FINE, distance_km, radius
from tabayyun.lexicons import Knowledge
from tabayyun.model.event import Count, Kinded, Perpetrator, Place, Slots, Target, When

AGREE, REFINE, CONTRADICT = "agree", "refine", "contradict"
SLOTS = ("event_type", "weapon", "target", "perpetrator", "place", "time", "killed", "injured")
UNKNOWN_ACTORS = frozenset({"unknown", "unidentified", "unnamed", "gunmen", "unknown-gunmen"})

_RIVAL_TYPES = frozenset(
    frozenset(x)
    for x in (
        ("air_drone_strike", "shelling_rocket"),
        ("air_drone_strike", "ied_bombing"),
        ("shelling_rocket", "ied_bombing"),
    )
)
"""Acts that exclude each other when told of one event; all others may be sides of one (a strike that is an assassination)."""
_SHARED = {
    "artillery": {"rocket_missile", "ied_vbied"},
    "missile": {"artillery_mortar"},
    "ied": {"drone", "rocket_missile"},
}
"""Tree ids of loose words and what they may stand for: "shelling" is done with rockets too and heard for any blast; "missile" and
"shell" are taken for one another by those who hear them fall; a charge may fly. A named make (mortar, Grad, car bomb) is not loose."""
_FIRED_FROM_ABOVE = ({"aircraft", "missile"}, {"aircraft", "rocket"})
"""Jets fire missiles: two halves of one account."""
_MIXED_TARGETS = frozenset({"person", "camp", "other"})
"""A person is hit in something, a camp holds houses, schools, clinics: beside another class they contradict nothing."""
_DOUBLE_TARGETS = ({"infrastructure_energy", "military_base"}, {"hospital", "residential"}, {"checkpoint", "military_base"})
"""An airport that is an air base, a clinic among houses, a post that is a base: two names of one place."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A relation, and whether the first of the two is the finer one (refine only)."""

    relation: str
    rule: str
    is_first_finer: bool = False


def compare(slot: str, a: Slots, b: Slots, know: Knowledge | None) -> Verdict | None:
    """The relation of two claims' values of `slot`, or None where nothing follows (unsaid, out of scope, other facets)."""
    if slot == "event_type":
        return _types(a.event_type.value, b.event_type.value) if a.event_type and b.event_type else None
    if slot == "weapon":
        return _weapons(a.weapon, b.weapon) if a.weapon and b.weapon else None
    if slot == "target":
        return _targets(a.target, b.target) if a.target and b.target else None
    if slot == "perpetrator":
        return _actors(a.perpetrator, b.perpetrator, know) if a.perpetrator and b.perpetrator else None
    if slot == "place":
        return _places(a.place, b.place) if a.place and b.place else None
    if slot == "time":
        return _times(a.time, b.time) if a.time and b.time else None
    x, y = (a.killed, b.killed) if slot == "killed" else (a.injured, b.injured)
    return _counts(x, y) if x and y else None


def value_key(slot: str, slots: Slots) -> tuple[object, ...] | None:
    """A key that equal values share; None where the slot is unsaid or enters no relation."""
    if slot in ("event_type", "weapon"):
        kinded = slots.event_type if slot == "event_type" else slots.weapon
        return (kinded.value,) if kinded else None
    if slot == "target":
        return (slots.target.kind,) if slots.target else None
    if slot == "perpetrator":
        return (slots.perpetrator.actor,) if slots.perpetrator else None
    if slot == "place":
        return (slots.place.name, slots.place.precision) if slots.place else None
    if slot == "time":
        return (slots.time.value, slots.time.granularity) if slots.time and slots.time.value else None
    count = slots.killed if slot == "killed" else slots.injured
    return (count.low, count.high) if count and not count.scope else None


def _types(x: str, y: str) -> Verdict | None:
    if x == y:
        return None if x == "other" else Verdict(AGREE, "type.equal")
    return Verdict(CONTRADICT, "type.rival") if frozenset((x, y)) in _RIVAL_TYPES else None


def _weapons(a: Kinded, b: Kinded) -> Verdict | None:
    """Small arms are heard beside every other weapon and contradict none; nor do words that two weapons share, see `_SHARED`."""
    x, y = a.value, b.value
    if x == y:
        return Verdict(AGREE, "weapon.equal")
    if "unknown" in (x, y):
        return Verdict(REFINE, "weapon.unknown-known", y == "unknown")
    if "small_arms" in (x, y) or y in _SHARED.get(a.fine, ()) or x in _SHARED.get(b.fine, ()) or {a.fine, b.fine} in _FIRED_FROM_ABOVE:
        return None
    return Verdict(CONTRADICT, "weapon.other-class")


def _targets(x: Target, y: Target) -> Verdict | None:
    if x.kind == y.rules_out or y.kind == x.rules_out:
        return Verdict(CONTRADICT, "target.ruled-out")
    if x.kind == y.kind:
        return Verdict(AGREE, "target.equal")
    pair = {x.kind, y.kind}
    return None if pair & _MIXED_TARGETS or pair in _DOUBLE_TARGETS else Verdict(CONTRADICT, "target.other-class")


def _actors(x: Perpetrator, y: Perpetrator, know: Knowledge | None) -> Verdict | None:
    unknown = (x.actor in UNKNOWN_ACTORS, y.actor in UNKNOWN_ACTORS)
    if all(unknown):
        return Verdict(AGREE, "actor.both-unknown")
    if any(unknown):
        known = y if unknown[0] else x
        return Verdict(REFINE, "actor.unknown-known", unknown[1]) if known.actor else None
    if x.actor is None or y.actor is None:
        return None
    if canonical(x.actor, know) == canonical(y.actor, know):
        return Verdict(AGREE, "actor.equal")
    if y.actor in ancestors(x.actor, know):
        return Verdict(REFINE, "actor.part-of", True)
    if x.actor in ancestors(y.actor, know):
        return Verdict(REFINE, "actor.part-of")
    return Verdict(CONTRADICT, "actor.other")


def canonical(slug: str, know: Knowledge | None) -> str:
    """The slug under which the registry folds this one."""
    entry = know.actors.get(slug) if know else None
    return entry.same_as or slug if entry else slug


def ancestors(slug: str, know: Knowledge | None) -> frozenset[str]:
    """The bodies that an actor belongs to, by the registry."""
    out: set[str] = set()
    entry = know.actors.get(slug) if know else None
    while know and entry and entry.parent and entry.parent not in out:
        out.add(entry.parent)
        entry = know.actors.get(entry.parent)
    return frozenset(out)


def _places(x: Place, y: Place) -> Verdict | None:
    km = distance_km(x, y)
    if km is None:
        return Verdict(AGREE, "place.name") if x.name == y.name else None
    if x.precision == y.precision:
        if km <= (1.0 if x.precision in FINE else 5.0) or (x.name == y.name and km < radius(x)):
            return Verdict(AGREE, "place.equal")
        return None
    if x.name == y.name and km <= 0.3:
        return Verdict(AGREE, "place.equal")
    coarse, fine = (x, y) if radius(x) > radius(y) else (y, x)
    reach = 1.0 if coarse.precision == "neighbourhood" else radius(coarse) * 1.5 + radius(fine)
    if km <= reach:
        return Verdict(REFINE, "place.holds", fine is x)
    return None


def _times(x: When, y: When) -> Verdict | None:
    if not x.value or not y.value:
        return None
    if x.value == y.value and x.granularity == y.granularity:
        return Verdict(AGREE, "time.equal")
    n = min(len(x.value), len(y.value))
    rank = {"year": 0, "month": 1, "day": 2, "part_of_day": 3, "minute": 4}
    if x.value[:n] != y.value[:n]:
        return None
    a, b = rank.get(x.granularity, 2), rank.get(y.granularity, 2)
    return Verdict(REFINE, "time.holds", a > b) if a != b else Verdict(AGREE, "time.equal")


def _counts(x: Count, y: Count) -> Verdict | None:
    if x.scope or y.scope:
        return None
    if (x.low, x.high) == (y.low, y.high):
        return Verdict(AGREE, "count.equal")
    xh, yh = (float("inf") if c.high is None else c.high for c in (x, y))
    if x.low > yh or y.low > xh:
        return Verdict(CONTRADICT, "count.disjoint")
    if x.low <= y.low and yh <= xh:
        return Verdict(REFINE, "count.inside")
    if y.low <= x.low and xh <= yh:
        return Verdict(REFINE, "count.inside", True)
    return None
