"""The public JSON: bundle format, version 1. Field order here is key order there.

All offsets are Unicode code points of the document's `text`, half-open; `quote == text[start:end]` always.
Fields without a default are always written (null where unknown); fields with one are left out while they hold it.
`slots` holds the eleven keys of the format and nothing else: reasons and spans of slots stand in `evidence`,
everything finer in `detail`.
"""

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field

FORMAT = 1
Index = Annotated[int, Meta(ge=0)]
KindName = Literal[
    "outlet", "agency", "official", "military", "armed_group", "monitor", "ngo_un", "witness", "medical", "local_source",
    "security_source", "informed_source", "field_source", "document", "social_media", "expert", "unspecified",
]  # fmt: skip
TypeName = Literal[
    "air_drone_strike", "shelling_rocket", "ied_bombing", "armed_clash", "assassination", "abduction_arrest", "prison_break_riot",
    "protest", "movement_of_forces", "agreement_statement", "displacement", "other",
]  # fmt: skip
WeaponName = Literal[
    "drone", "rocket_missile", "artillery_mortar", "aircraft_bomb", "ied_vbied", "suicide_vest", "small_arms", "unknown"
]  # fmt: skip
TargetName = Literal[
    "intelligence_site", "military_base", "checkpoint", "convoy_vehicle", "prison", "hospital", "school", "residential", "market",
    "infrastructure_energy", "government_office", "religious_site", "camp", "person", "other",
]  # fmt: skip
PolarityName = Literal["affirm", "deny", "question"]
CertaintyName = Literal["certain", "probable", "possible"]
StanceName = Literal["neutral", "endorsing", "distancing"]
ActName = Literal["statement", "accusation", "responsibility_claim", "denial", "speculation", "background"]
Precision = Literal["exact", "neighbourhood", "settlement", "district", "province", "country"]
Granularity = Literal["minute", "part_of_day", "day", "month", "year"]
Scope = Literal["subset", "superseded", "aggregate"]
Who = Literal["civilians", "combatants", "mixed", "unknown"]
Question = Literal["what", "weapon", "target", "place", "time", "perpetrator", "killed", "injured", "responsibility"]
Status = Literal["contested", "agreed", "single account", "silent"]


class Wire(Struct, frozen=True, omit_defaults=True):
    """Base of all parts of a bundle."""


class Piece(Wire, frozen=True, kw_only=True):
    """A stretch of text."""

    start: Index
    end: Index


class Quote(Piece, frozen=True, kw_only=True):
    """A stretch of text with its words."""

    quote: str


class Hit(Quote, frozen=True, kw_only=True):
    """Words that a lexicon entry recognised."""

    entry: str


class Reason(Wire, frozen=True, kw_only=True):
    """Why a finding exists: the rule, the entries it rested on, a note where the rule needs one."""

    rule: str
    hits: tuple[Hit, ...] = ()
    note: str = ""


class Content(Quote, frozen=True, kw_only=True):
    """The proposition; `parts` are its pieces where cue or source interrupts it."""

    parts: tuple[Piece, ...] = ()


class Link(Quote, frozen=True, kw_only=True):
    """One voice of a chain."""

    kind: KindName
    named: bool
    actor: str | None
    refers_to: str | None = None
    """Claim whose innermost source this anaphor continues."""
    continues: str | None = None
    """The same, where that is an attribution that bears on no incident."""
    why: Reason | None = None


class Target(Wire, frozen=True, kw_only=True, rename={"kind": "class", "rules_out": "not"}):
    """What was hit or aimed at."""

    quote: str | None = None
    kind: TargetName
    rules_out: TargetName | None = None


class Perpetrator(Wire, frozen=True, kw_only=True):
    """Who did it, as named in the claim."""

    quote: str | None = None
    actor: str | None


class Place(Wire, frozen=True, kw_only=True):
    """A place as claimed; WGS84 degrees."""

    quote: str | None = None
    name: str
    lat: float | None = None
    lon: float | None = None
    precision: Precision | None = None


class Time(Wire, frozen=True, kw_only=True):
    """A time as claimed, local to the outlet."""

    quote: str | None = None
    value: str | None
    granularity: Granularity | None = None
    clock: str | None = None


class Words(Wire, frozen=True, kw_only=True):
    """A slot whose value is the words themselves."""

    quote: str


class Count(Wire, frozen=True, kw_only=True):
    """A number of people as claimed; `max` null: no upper bound given."""

    min: int | None
    max: int | None
    who: Who
    scope: Scope | None = None


class Slots(Wire, frozen=True, kw_only=True):
    """The eleven keys; absent means that this claim does not say it."""

    event_type: TypeName | None = None
    weapon: WeaponName | None = None
    target: Target | None = None
    perpetrator: Perpetrator | None = None
    place: Place | None = None
    time: Time | None = None
    origin: Words | None = None
    killed: Count | None = None
    injured: Count | None = None
    damage: Words | None = None
    motive: Words | None = None


class Evidence(Quote, frozen=True, kw_only=True):
    """The exact words and the reason behind one slot; radius and ids where the slot is a place."""

    why: Reason
    fine: str | None = None
    """Id in the event or weapon tree."""
    radius_m: int | None = None
    place_id: str | None = None
    country: str | None = None


class Attribution(Wire, frozen=True, kw_only=True):
    """One "who said what" of a text, whether or not it bears on an incident."""

    id: str
    doc: str
    content: Content
    cue: Quote | None
    medium: Quote | None = None
    chain: tuple[Link, ...]
    polarity: PolarityName
    certainty: CertaintyName
    reporter_stance: StanceName
    speech_act: ActName
    why: tuple[Reason, ...] = ()


class Claim(Wire, frozen=True, kw_only=True):
    """An attribution that bears on an incident, with what it says of it."""

    id: str
    doc: str
    content: Content
    cue: Quote | None
    medium: Quote | None = None
    chain: tuple[Link, ...]
    polarity: PolarityName
    certainty: CertaintyName
    reporter_stance: StanceName
    speech_act: ActName
    incident: str | None
    also_incidents: tuple[str, ...] = ()
    slots: Slots
    evidence: dict[str, Evidence] = {}
    detail: dict[str, Any] = {}
    why: tuple[Reason, ...] = ()


class Document(Wire, frozen=True, kw_only=True):
    """One report with its frozen text."""

    id: str
    language: str
    outlet: str
    url: str | None
    published: str | None
    title: str
    text: str
    raw_sha256: str = ""
    text_sha256: str = ""
    media_type: str = ""
    extraction: str = ""
    notes: tuple[str, ...] = ()


class Spot(Wire, frozen=True, kw_only=True):
    """Where an incident is filed."""

    name: str
    lat: float | None = None
    lon: float | None = None
    precision: Precision | None = None


class Incident(Wire, frozen=True, kw_only=True):
    """One event that claims speak of: a handle, no truth."""

    id: str
    event_type: TypeName | None
    date: str | None
    place: Spot | None
    documents: tuple[str, ...]
    why: tuple[Reason, ...] = ()


class Relation(Wire, frozen=True, kw_only=True):
    """How two claims of different innermost sources stand on one slot; in refine, b adds precision to a."""

    incident: str
    slot: str
    a: str
    b: str
    relation: Literal["agree", "refine", "contradict"]
    by: Literal["annotator", "rule"] | None = None
    why: Reason | None = None


class Origin(Wire, frozen=True, kw_only=True):
    """Documents that rest on one origin and count once."""

    origin: str
    documents: tuple[str, ...]
    first: str
    evidence: str
    why: Reason | None = None


class Loaded(Wire, frozen=True, kw_only=True):
    """Words that judge."""

    doc: str
    start: Index
    end: Index
    quote: str
    kind: Literal["label", "distancing", "euphemism", "honorific", "dysphemism"]
    quoted: bool = False
    why: Reason | None = None


class Account(Wire, frozen=True, kw_only=True):
    """One innermost source on one value: what it does with it and where that is printed."""

    source: str
    """The words that name it, or the outlet where the outlet speaks itself."""
    kind: KindName
    actor: str | None
    polarity: PolarityName
    certainty: CertaintyName
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    origins: int
    """Independent origins among these documents; copies count once."""


class Value(Wire, frozen=True, kw_only=True):
    """One answer given to one question, with everybody who affirms, denies or asks it."""

    value: str
    words: str
    """The first words that say it."""
    scope: Scope | None = None
    accounts: tuple[Account, ...]


class Answers(Wire, frozen=True, kw_only=True):
    """What the accounts say to one question of one incident."""

    question: Question
    status: Status
    values: tuple[Value, ...]


class Balance(Wire, frozen=True, kw_only=True):
    """The accounts of one incident held side by side, contested questions first; no truth is picked."""

    incident: str
    questions: tuple[Answers, ...]


class Failure(Wire, frozen=True, kw_only=True):
    """An input that could not be read."""

    input: str
    problem: str


class Bundle(Wire, frozen=True, kw_only=True):
    """Several reports about one or a few incidents, read and held against each other."""

    bundle: str
    format: int | None = None
    constructed: bool
    note: str
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    incidents: tuple[Incident, ...]
    relations: tuple[Relation, ...]
    origins: tuple[Origin, ...]
    same_source: tuple[tuple[str, ...], ...] = ()
    loaded: tuple[Loaded, ...] = field(default_factory=lambda: ())  # written even when empty, as the format has it
    attributions: tuple[Attribution, ...] = ()
    balance: tuple[Balance, ...] = ()
    failures: tuple[Failure, ...] = ()
    versions: dict[str, str] = {}
