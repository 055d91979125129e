"""What a claim's content says of an event: values with their words and reasons. Absent means not said."""

from dataclasses import dataclass, field

from tabayyun.model.span import Span
from tabayyun.model.why import Why


@dataclass(frozen=True, slots=True)
class Kinded:
    """A class from a tree (event type, weapon): the format's coarse value, the tree id, and the words."""

    value: str
    """TYPE or WEAPON of the public format."""
    fine: str
    """Id in the tree under `data/events` or `data/weapons` (`strike.drone`)."""
    span: Span
    why: Why


@dataclass(frozen=True, slots=True)
class Target:
    """What was hit or aimed at, in the claim's words."""

    span: Span
    kind: str
    """TARGET class of the public format."""
    why: Why
    rules_out: str | None = None
    """A class that the claim says it was not."""


@dataclass(frozen=True, slots=True)
class Perpetrator:
    """Who did it, as named here."""

    span: Span
    actor: str | None
    why: Why


@dataclass(frozen=True, slots=True)
class Place:
    """A place as claimed. Coordinates are WGS84 degrees; None where the words do not fix a point."""

    span: Span
    name: str
    lat: float | None
    lon: float | None
    precision: str
    """exact | neighbourhood | settlement | district | province | country."""
    radius_m: int
    place_id: str | None
    why: Why
    country: str | None = None
    """ISO 3166 alpha-2, where the gazetteer knows it."""


@dataclass(frozen=True, slots=True)
class When:
    """A time as claimed, local to the outlet."""

    span: Span
    value: str | None
    """ISO prefix whose length is its precision; None while it stays open."""
    granularity: str
    """minute | part_of_day | day | month | year."""
    why: Why
    clock: str | None = None
    """`HH:MM` where the hour is known and the day is not."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people as claimed; `high` None means no upper bound was given."""

    span: Span
    low: int
    high: int | None
    who: str
    """civilians | combatants | mixed | unknown."""
    why: Why
    scope: str | None = None
    """subset | superseded | aggregate: such a number enters no relation."""


@dataclass(frozen=True, slots=True)
class Words:
    """A slot whose value is the words themselves."""

    span: Span
    why: Why


@dataclass(frozen=True, slots=True)
class Slots:
    """All that one claim says of an event; every span lies inside the claim's content."""

    event_type: Kinded | None = None
    weapon: Kinded | None = None
    target: Target | None = None
    perpetrator: Perpetrator | None = None
    place: Place | None = None
    time: When | None = None
    origin: Words | None = None
    killed: Count | None = None
    injured: Count | None = None
    damage: Words | None = None
    motive: Words | None = None
    detail: dict[str, object] = field(default_factory=dict)
    """Finer than the eleven slots, JSON-ready: `type`, `weapon` (tree ids), `stage`, `places`, `unclaimed`, ..."""


@dataclass(frozen=True, slots=True)
class EventLayer:
    """Slots of every claim of one document, by claim id."""

    doc: str
    slots: dict[str, Slots]
