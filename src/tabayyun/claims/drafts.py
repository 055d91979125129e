"""Attributions while they are being put together, in shadow offsets; `finish` turns them into the frozen model."""

from dataclasses import dataclass, field

from tabayyun.claims.sources import Voice
from tabayyun.lexicons.cues import CueEntry
from tabayyun.model.claim import Act, Attribution, Certainty, Content, Kind, Link, Polarity, Stance
from tabayyun.model.document import Document
from tabayyun.model.span import Span
from tabayyun.model.text import TextLayer
from tabayyun.model.why import Hit, Why


@dataclass(slots=True)
class DraftLink:
    """A voice in the making: shadow offsets, what `describe` said, and the draft that an anaphor continues."""

    start: int
    end: int
    voice: Voice
    refers: "Draft | None" = None


@dataclass(slots=True)
class Draft:
    """One attribution in the making; `pieces` and `cue` are shadow offsets."""

    pieces: list[tuple[int, int]]
    cue: tuple[int, int] | None
    links: list[DraftLink]
    rule: str
    entry: CueEntry | None = None
    sentence: int = 0
    polarity: Polarity = Polarity.AFFIRM
    certainty: Certainty = Certainty.CERTAIN
    stance: Stance = Stance.NEUTRAL
    act: Act = Act.STATEMENT
    medium: tuple[int, int] | None = None
    gender: str = ""
    """`m`, `f` or empty: how an anaphor to this draft's source must agree."""
    notes: list[str] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where the content begins (shadow)."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Where the content ends (shadow)."""
        return self.pieces[-1][1]


def finish(doc: Document, text: TextLayer, drafts: list[Draft]) -> list[Attribution]:
    """Drafts in reading order as attributions `<doc>.a1`, `<doc>.a2`, ... with spans into the original text."""
    ordered = sorted((d for d in drafts if d.pieces), key=lambda d: (d.start, d.end, d.cue or (-1, -1)))
    names = {id(d): f"{doc.id}.a{n}" for n, d in enumerate(ordered, 1)}
    return [_attribution(doc, text, d, names) for d in ordered]


def _attribution(doc: Document, text: TextLayer, d: Draft, names: dict[int, str]) -> Attribution:
    origin = text.shadow.origin
    pieces = tuple(origin(a, b) for a, b in d.pieces)
    content = Content(Span(pieces[0].start, pieces[-1].end), pieces if len(pieces) > 1 else ())
    hits: tuple[Hit, ...] = (Hit(origin(*d.cue), d.entry.id),) if d.cue and d.entry else ()
    chain = tuple(
        Link(
            origin(x.start, x.end), x.voice.kind, x.voice.is_named, x.voice.actor,
            names.get(id(x.refers)) if x.refers else None,
            Why("claims.source-anaphor" if x.refers else "claims.source-phrase", x.voice.hits),
        )
        for x in d.links
    )  # fmt: skip
    return Attribution(
        names[id(d)], doc.id, content, origin(*d.cue) if d.cue else None, chain, d.polarity, d.certainty, d.stance, d.act,
        (Why(d.rule, hits, "; ".join(d.notes)),), origin(*d.medium) if d.medium else None,
    )  # fmt: skip


IMPERSONAL = Voice(Kind.UNSPECIFIED, False, None, ())
