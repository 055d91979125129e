"""What several accounts speak of, and how they stand to each other."""

from dataclasses import dataclass

from tabayyun.model.claim import ClaimLayer
from tabayyun.model.document import Document
from tabayyun.model.event import EventLayer, Place
from tabayyun.model.why import Why


@dataclass(frozen=True, slots=True)
class Report:
    """One document with all its layers: the unit that the incidents room gathers."""

    document: Document
    claims: ClaimLayer
    events: EventLayer


@dataclass(frozen=True, slots=True)
class Incident:
    """One event that claims speak of; it holds no truth, only a handle for sorting and naming."""

    id: str
    event_type: str
    date: str | None
    """ISO prefix of the day most accounts give, or None."""
    place: Place | None
    documents: tuple[str, ...]
    claims: tuple[str, ...]
    """Claim ids whose first incident this is, in reading order."""
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Gathering:
    """The outcome of the incidents room."""

    incidents: tuple[Incident, ...]
    incident_of: dict[str, str]
    """claim id -> incident id; a claim that fits none is absent."""
    also: dict[str, tuple[str, ...]]
    """claim id -> further incidents it speaks to."""


@dataclass(frozen=True, slots=True)
class Relation:
    """How two claims of different innermost sources stand on one slot of one incident."""

    incident: str
    slot: str
    a: str
    b: str
    relation: str
    """agree | refine | contradict; in refine, b adds precision to a."""
    why: Why


@dataclass(frozen=True, slots=True)
class Origin:
    """Documents that rest on one origin and so count once."""

    id: str
    documents: tuple[str, ...]
    first: str
    evidence: str
    why: Why


@dataclass(frozen=True, slots=True)
class Assessment:
    """How the accounts stand to each other, over the whole bundle."""

    relations: tuple[Relation, ...]
    origins: tuple[Origin, ...]
    same_source: tuple[tuple[str, ...], ...]
    """Groups of claim ids with one innermost source."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything the dossier room prints: one bundle of reports, read and held against each other."""

    name: str
    note: str
    reports: tuple[Report, ...]
    gathering: Gathering
    assessment: Assessment
    failures: tuple[tuple[str, str], ...] = ()
    """(input, error message) of what could not be read; nothing is lost silently."""
    versions: tuple[tuple[str, str], ...] = ()
    """(what, version): program, data, rules."""
