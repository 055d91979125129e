"""Attributions while they are being put together, in shadow offsets; `finish` turns them into the frozen model."""

from dataclasses import dataclass, field, replace

from tabayyun.claims.sources import Voice
from tabayyun.lexicons.cues import CueEntry
from tabayyun.model.claim import Act, Attribution, Certainty, Content, Kind, Link, Polarity, Stance
from tabayyun.model.document import Document
from tabayyun.model.span import Span
from tabayyun.model.text import TextLayer
from tabayyun.model.why import Hit, Why

IMPERSONAL = Voice(Kind.UNSPECIFIED, False, None, ())


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


_SELF = frozenset("ذاته ذاتها نفسه نفسها عينه عينها المذكور المذكوره".split())
_OTHERS = frozenset("اخر الاخر اخرون اخرين احدهم احدهما احداهما احداهن الاول الثاني الثالث الاخيره الاخير one another others both".split())
_NOBODY = frozenset({Kind.UNSPECIFIED, Kind.OUTLET, Kind.AGENCY, Kind.DOCUMENT, Kind.SOCIAL_MEDIA})


def settle(text: TextLayer, ordered: list[Draft]) -> None:
    """Gives anaphors left open their antecedents, in place: «المصدر ذاته» the last source noun, «آخر» the kind of its like.

    A pronoun that continues such an anaphor takes the voice over. `ordered` are drafts in reading order.
    """
    changed: set[int] = set()
    for n, d in enumerate(ordered):
        link = d.links[-1] if d.links else None
        if link is None or link.voice is IMPERSONAL:
            continue
        if link.refers is not None and id(link.refers) in changed and link.refers.links:
            link.voice = replace(link.refers.links[-1].voice, hits=link.voice.hits)
            changed.add(id(d))
        elif (other := _source_noun(text, link, ordered[:n])) is not None:
            link.refers, link.voice = other, replace(other.links[-1].voice, hits=link.voice.hits)
            changed.add(id(d))
        elif link.voice.kind is Kind.UNSPECIFIED and link.refers is None and _says(text, link)[:1] and _says(text, link)[0] in _OTHERS:
            like = next((x.links[-1].voice for x in reversed(ordered[:n]) if x.links and x.links[-1].voice.kind not in _NOBODY), None)
            if like is not None:
                link.voice = replace(link.voice, kind=like.kind)
                changed.add(id(d))


def _says(text: TextLayer, link: DraftLink) -> list[str]:
    return text.shadow.text[link.start : link.end].split()


def _source_noun(text: TextLayer, link: DraftLink, earlier: list[Draft]) -> Draft | None:
    """For «المصدر», «المصادر الأمنية ذاتها», "the source": the nearest draft that a source of this number and sort began."""
    words = [w for w in _says(text, link) if w not in _SELF]
    if not words or len(words) > 2 or not _is_definite_source(words):
        return None
    if link.refers is not None and link.refers.links and _first_source(text, link.refers) is not None:
        return None
    sort = words[1].removeprefix("ال") if len(words) > 1 and not words[0].isascii() else None
    for d in reversed(earlier):
        said = _first_source(text, d) if d.links and d.links[-1].refers is None else None
        if said is not None and said[0] == _number(words) and (sort is None or sort in said):
            return d
    return None


def _is_definite_source(words: list[str]) -> bool:
    head = words[-1] if words[0].isascii() else words[0].lstrip("وف")
    return head in ("source", "sources") if words[0].isascii() else head.startswith(("المصدر", "المصادر", "للمصدر"))


def _number(words: list[str]) -> str:
    head = words[-1] if words[0].isascii() else words[0]
    return "many" if head == "sources" or "مصادر" in head else "one"


def _first_source(text: TextLayer, d: Draft) -> list[str] | None:
    """The words of a draft's source from its source noun on, its number in front; None where it is no such noun."""
    words = _says(text, d.links[-1])
    if words and words[0].isascii():
        head = next((w for w in words if w in ("source", "sources")), None)
        return ["many" if head == "sources" else "one", *words] if head else None
    for n, w in enumerate(words[:2]):
        if w.lstrip("وفلب").removeprefix("ال").startswith(("مصدر", "مصادر")):
            return ["many" if "مصادر" in w else "one", *words[n:]]
    return None


def finish(doc: Document, text: TextLayer, drafts: list[Draft]) -> list[Attribution]:
    """Drafts in reading order as attributions `<doc>.a1`, `<doc>.a2`, ... with spans into the original text."""
    ordered = sorted((d for d in drafts if d.pieces), key=lambda d: (d.start, d.end, d.cue or (-1, -1)))
    settle(text, ordered)
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
