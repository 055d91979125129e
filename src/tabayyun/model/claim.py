"""Who said what, how firmly, through whom."""

from dataclasses import dataclass
from enum import StrEnum

from tabayyun.model.span import Span
from tabayyun.model.why import Why


class Kind(StrEnum):
    """What sort of source a voice is (the format's KIND)."""

    OUTLET = "outlet"
    AGENCY = "agency"
    OFFICIAL = "official"
    MILITARY = "military"
    ARMED_GROUP = "armed_group"
    MONITOR = "monitor"
    NGO_UN = "ngo_un"
    WITNESS = "witness"
    MEDICAL = "medical"
    LOCAL_SOURCE = "local_source"
    SECURITY_SOURCE = "security_source"
    INFORMED_SOURCE = "informed_source"
    FIELD_SOURCE = "field_source"
    DOCUMENT = "document"
    SOCIAL_MEDIA = "social_media"
    EXPERT = "expert"
    UNSPECIFIED = "unspecified"


class Polarity(StrEnum):
    """What the innermost source does with the content."""

    AFFIRM = "affirm"
    DENY = "deny"
    QUESTION = "question"


class Certainty(StrEnum):
    """How firmly the innermost source puts it."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class Stance(StrEnum):
    """What the outlet's wording does with its source."""

    NEUTRAL = "neutral"
    ENDORSING = "endorsing"
    DISTANCING = "distancing"


class Act(StrEnum):
    """What the source does by saying it."""

    STATEMENT = "statement"
    ACCUSATION = "accusation"
    RESPONSIBILITY_CLAIM = "responsibility_claim"
    DENIAL = "denial"
    SPECULATION = "speculation"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Link:
    """One voice of a chain, in the words that name it there."""

    span: Span
    kind: Kind
    is_named: bool
    actor: str | None
    """Slug of the registry, or None where the words name nobody it knows."""
    refers_to: str | None = None
    """For an anaphor: id of the attribution whose innermost source it continues (in the same document)."""
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """The proposition without cue and source; `parts` where cue or source interrupts it, else empty."""

    span: Span
    parts: tuple[Span, ...] = ()

    def pieces(self) -> tuple[Span, ...]:
        """The uninterrupted pieces, in reading order."""
        return self.parts or (self.span,)


@dataclass(frozen=True, slots=True)
class Attribution:
    """One "who said what" of a text; an empty chain is the outlet's own voice.

    The same shape serves both layers: the attribution layer holds every one, the claim layer those that
    bear on an incident (`claims.select`), renumbered in reading order.
    """

    id: str
    """`<document>.a<n>` in the attribution layer, `<document>.c<n>` in the claim layer."""
    doc: str
    content: Content
    cue: Span | None
    chain: tuple[Link, ...]
    """Outermost first; the last one is the origin as printed."""
    polarity: Polarity
    certainty: Certainty
    stance: Stance
    act: Act
    why: tuple[Why, ...]
    medium: Span | None = None
    """"in a statement", "on X": of the same body that speaks."""


Claim = Attribution


@dataclass(frozen=True, slots=True)
class Loaded:
    """Words of the outlet that judge: a label, an honorific, a dysphemism, a euphemism, words that hold at a distance."""

    doc: str
    span: Span
    kind: str
    is_quoted: bool
    why: Why


@dataclass(frozen=True, slots=True)
class ClaimLayer:
    """What the claims room found in one document, in reading order."""

    doc: str
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    loaded: tuple[Loaded, ...]
