"""What one claim answers to one question: a value that can be compared, and its words."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tabayyun.dossier.voices import Voice
from tabayyun.model import wire
from tabayyun.text.fold import key as fold

_RADIUS_KM = {"exact": 3.0, "neighbourhood": 5.0, "settlement": 12.0, "district": 40.0, "province": 120.0, "country": 600.0}
_VAGUE = frozenset({"unknown", "other"})
_DENIED_FIRST = ("perpetrator", "target", "killed", "injured", "weapon", "event_type", "place", "time")
"""A denial is about one slot: the first of these that it has; its other slots only say what the denied story was."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One value of one claim. `low`/`high` hold numbers of people; `is_class` marks values of a closed list or registry;
    `day` is the ISO day where the value is at least that precise.
    """

    value: str
    words: str
    polarity: str
    scope: wire.Scope | None = None
    low: int | None = None
    high: int | None = None
    is_class: bool = False
    day: str | None = None
    spot: tuple[float, float, float] | None = None
    """Latitude, longitude and radius in kilometres of a place with a point."""

    def excludes(self, other: "Answer") -> bool:
        """True when the two values cannot both hold."""
        if self.low is not None and other.low is not None:
            return (self.high is not None and self.high < other.low) or (other.high is not None and other.high < self.low)
        if self.day and other.day:
            return self.day != other.day
        if self.spot and other.spot:
            return apart_km(self.spot, other.spot) > self.spot[2] + other.spot[2]
        return self.is_class and other.is_class and self.value != other.value and not {self.value, other.value} & _VAGUE


def apart_km(a: tuple[float, float, float], b: tuple[float, float, float]) -> float:
    """Great-circle distance of two points in kilometres."""
    la1, lo1, la2, lo2 = (math.radians(x) for x in (a[0], a[1], b[0], b[1]))
    h = math.sin((la2 - la1) / 2) ** 2 + math.cos(la1) * math.cos(la2) * math.sin((lo2 - lo1) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def answers(question: wire.Question, c: wire.Claim, voice: Voice, is_related: bool) -> Iterator[Answer]:
    """What `c` answers; nothing where it is silent. `is_related`: a relation names this claim on this very slot.

    A denial answers only for the slot that it is about.
    """
    if question == "responsibility":
        yield from _responsibility(c, voice)
        return
    slot = "event_type" if question == "what" else question
    if getattr(c.slots, slot) is None or (c.polarity == "deny" and not is_related and _denied(c) != slot):
        return
    yield from _READ[question](c)


def _denied(c: wire.Claim) -> str | None:
    return next((s for s in _DENIED_FIRST if getattr(c.slots, s) is not None), None)


def _words(c: wire.Claim, slot: str, otherwise: str | None = None) -> str:
    return c.evidence[slot].quote if slot in c.evidence else otherwise or c.content.quote


def _what(c: wire.Claim) -> Iterator[Answer]:
    yield Answer(str(c.slots.event_type), _words(c, "event_type"), c.polarity)


def _weapon(c: wire.Claim) -> Iterator[Answer]:
    yield Answer(str(c.slots.weapon), _words(c, "weapon"), c.polarity, is_class=True)


def _target(c: wire.Claim) -> Iterator[Answer]:
    t = c.slots.target
    if t is None:
        return
    words = _words(c, "target", t.quote)
    yield Answer(t.kind, words, c.polarity, is_class=True)
    if t.rules_out:
        yield Answer(t.rules_out, words, "affirm" if c.polarity == "deny" else "deny", is_class=True)


def _perpetrator(c: wire.Claim) -> Iterator[Answer]:
    p = c.slots.perpetrator
    if p is not None:
        words = _words(c, "perpetrator", p.quote)
        yield Answer(p.actor or fold(words), words, c.polarity, is_class=p.actor is not None)


def _place(c: wire.Claim) -> Iterator[Answer]:
    p = c.slots.place
    if p is not None:
        point = (p.lat, p.lon, _RADIUS_KM.get(p.precision or "", 10.0)) if p.lat is not None and p.lon is not None else None
        yield Answer(p.name, _words(c, "place", p.quote), c.polarity, spot=point)


def _time(c: wire.Claim) -> Iterator[Answer]:
    t = c.slots.time
    if t is not None:
        words = _words(c, "time", t.quote)
        day = t.value[:10] if t.value and len(t.value) >= 10 else None
        yield Answer(t.value or t.clock or fold(words), words, c.polarity, day=day)


def _count(slot: str) -> Callable[[wire.Claim], Iterator[Answer]]:
    def read(c: wire.Claim) -> Iterator[Answer]:
        n: wire.Count = getattr(c.slots, slot)
        low, high = n.min or 0, n.max
        value = f"{low}+" if high is None else str(low) if low == high else f"{low}-{high}"
        polarity = "affirm" if high == 0 and c.polarity == "deny" else c.polarity  # "no casualties" says none, it denies nobody
        yield Answer(value, _words(c, slot), polarity, n.scope, low, high)

    return read


def _responsibility(c: wire.Claim, voice: Voice) -> Iterator[Answer]:
    p = c.slots.perpetrator
    speaker = voice.actor or (c.chain[-1].actor if c.chain else None)
    if c.detail.get("unclaimed"):
        yield Answer("unclaimed", c.content.quote, "affirm")
    elif c.speech_act == "responsibility_claim" and c.polarity != "deny":
        who = (p.actor if p else None) or speaker or fold(voice.words)
        yield Answer(who, p.quote or voice.words if p else voice.words, c.polarity, is_class=True)
    elif c.polarity == "deny" and p and p.actor and p.actor == speaker:
        yield Answer(p.actor, p.quote or voice.words, "deny", is_class=True)


_READ: dict[str, Callable[[wire.Claim], Iterator[Answer]]] = {
    "what": _what,
    "weapon": _weapon,
    "target": _target,
    "perpetrator": _perpetrator,
    "place": _place,
    "time": _time,
    "killed": _count("killed"),
    "injured": _count("injured"),
}
