"""Claims taken together as one event, with what they jointly say: the representative that newcomers are held against."""

from collections import Counter
from datetime import date

from tabayyun.incidents.facts import Facts
from tabayyun.incidents.places import lie
from tabayyun.model.claim import Act
from tabayyun.model.event import Place


class Cluster:
    """A growing group of claims; every question asked of it is answered from all of its claims, never from one link."""

    def __init__(self) -> None:
        self.claims: list[Facts] = []
        self.reasons: list[str] = []
        self.joins: list[str] = []
        self.days: Counter[str] = Counter()
        self.months: Counter[str] = Counter()
        self.places: list[Place] = []
        self.types: Counter[str] = Counter()
        self.weapons: Counter[str] = Counter()
        self.targets: Counter[str] = Counter()
        self.actors: Counter[str] = Counter()
        self.killed: set[tuple[int, int | None]] = set()
        self.injured: set[tuple[int, int | None]] = set()
        self.words: Counter[str] = Counter()
        self.background = 0

    def add(self, fact: Facts) -> None:
        """Takes one more claim in."""
        self.claims.append(fact)
        self.background += fact.act is Act.BACKGROUND
        if fact.day:
            self.days[fact.day] += 1
        if fact.month:
            self.months[fact.month] += 1
        if fact.place:
            self.places.append(fact.place)
        for counter, value in (
            (self.types, fact.event_type), (self.weapons, fact.weapon), (self.targets, fact.target), (self.actors, fact.perpetrator),
        ):  # fmt: skip
            if value:
                counter[value] += 1
        for tolls, count in ((self.killed, fact.killed), (self.injured, fact.injured)):
            if count and not count.scope and count.high != 0:
                tolls.add((count.low, count.high))
        self.words.update(fact.words)

    @property
    def day(self) -> str | None:
        """The day that most of its claims give, the earliest of equals."""
        return min(self.days, key=lambda d: (-self.days[d], d)) if self.days else None

    @property
    def month(self) -> str | None:
        """The month or year that most of its claims give where none gives a day."""
        return min(self.months, key=lambda d: (-self.months[d], d)) if self.months and not self.days else None

    @property
    def is_background(self) -> bool:
        """True when at least half of its claims are background."""
        return 2 * self.background >= len(self.claims) > 0


def place_fit(place: Place, places: list[Place]) -> str:
    """How one place lies to a group's places: the closest relation that a third of them have, else the closest common one."""
    order = ("same", "near", "within", "open", "apart", "far")
    seen = Counter(lie(place, p) for p in places)
    for kind in order:
        if 3 * seen[kind] >= len(places):
            return kind
    return max(order, key=lambda k: (seen[k], -order.index(k)))


def days_between(a: str, b: str) -> int:
    """Whole days between two ISO days."""
    return abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days)


def prefix_fit(a: str, b: str) -> bool:
    """True when the coarser ISO prefix holds the finer one."""
    n = min(len(a), len(b))
    return a[:n] == b[:n]


_KIN = {
    "assassination": {"air_drone_strike", "ied_bombing", "armed_clash", "shelling_rocket"},
    "prison_break_riot": {"armed_clash", "protest", "ied_bombing"},
    "armed_clash": {"shelling_rocket", "movement_of_forces", "abduction_arrest", "protest", "ied_bombing"},
    "displacement": {"air_drone_strike", "shelling_rocket", "armed_clash", "movement_of_forces"},
    "abduction_arrest": {"assassination", "protest", "movement_of_forces"},
}
"""Types that accounts of one event may give beside each other."""
_RIVAL = frozenset({"air_drone_strike", "shelling_rocket", "ied_bombing"})
"""Types that rival accounts of one explosion give."""


def kin(a: str, b: str) -> str:
    """same | kin | rival | other: how two types stand to each other, symmetric."""
    if a == b:
        return "same"
    if b in _KIN.get(a, ()) or a in _KIN.get(b, ()):
        return "kin"
    return "rival" if a in _RIVAL and b in _RIVAL else "other"


def type_fit(event_type: str, types: Counter[str]) -> str:
    """same | kin | rival | other | first: how a type stands to those that a group has given, the closest."""
    fits = {kin(event_type, t) for t in types}
    return next((k for k in ("same", "kin", "rival", "other") if k in fits), "first")
