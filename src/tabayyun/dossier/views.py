"""What the page shows, arranged but not yet written: everything is taken from the bundle, nothing is decided here."""

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from tabayyun.dossier import labels
from tabayyun.dossier.glosses import gloss
from tabayyun.dossier.labels import Label
from tabayyun.dossier.maps import Map, draw
from tabayyun.lexicons.knowledge import Knowledge
from tabayyun.model import wire


@dataclass(frozen=True, slots=True)
class Case:
    """One incident with all that its section shows. `claims` are those filed here; `visiting` are filed elsewhere and speak to it too."""

    incident: wire.Incident
    title: Label
    where: str
    where_ar: str
    day: str
    balance: tuple[wire.Answers, ...]
    claims: tuple[wire.Claim, ...]
    visiting: tuple[wire.Claim, ...]
    relations: tuple[wire.Relation, ...]
    map: Map | None

    def having(self, status: str) -> list[wire.Answers]:
        """The questions with this status."""
        return [a for a in self.balance if a.status == status]


@dataclass(frozen=True, slots=True)
class LoadedRow:
    """One loaded expression of one document, however often it stands there."""

    doc: str
    words: str
    kind: Label
    gloss: str
    times: int
    is_quoted: bool


def cases(bundle: wire.Bundle) -> tuple[Case, ...]:
    """Incidents for reading: those that most documents speak of first."""
    weight = {i.id: (-len(i.documents), -sum(c.incident == i.id for c in bundle.claims)) for i in bundle.incidents}
    ordered = sorted(bundle.incidents, key=lambda i: weight[i.id])
    return tuple(_case(i, bundle) for i in ordered)


def _case(i: wire.Incident, bundle: wire.Bundle) -> Case:
    claims = tuple(c for c in bundle.claims if c.incident == i.id)
    visiting = tuple(c for c in bundle.claims if i.id in c.also_incidents and c.incident != i.id)
    balance = next((b.questions for b in bundle.balance if b.incident == i.id), ())
    relations = tuple(r for r in bundle.relations if r.incident == i.id)
    return Case(
        incident=i,
        title=labels.label(labels.TYPES, i.event_type),
        where=i.place.name if i.place else "",
        where_ar=_arabic_name(i, [*claims, *visiting]),
        day=labels.when(i.date),
        balance=balance,
        claims=claims,
        visiting=visiting,
        relations=relations,
        map=draw([*claims, *visiting]),
    )


def _arabic_name(i: wire.Incident, claims: list[wire.Claim]) -> str:
    """The Arabic words that name the incident's place most often; empty for a single site (its words lean on the sentence)."""
    if i.place is None or i.place.precision in (None, "exact"):
        return ""
    places = [c.slots.place for c in claims if c.slots.place and c.slots.place.name == i.place.name]
    named = Counter(p.quote for p in places if p.quote and direction(p.quote) == "rtl" and p.quote not in _NAMELESS)
    return min(named, key=lambda q: (-named[q], len(q), q), default="")


def meant(link: wire.Link, claims: dict[str, wire.Claim]) -> str:
    """The words of the source that an anaphor continues, as printed where it was last named."""
    seen: set[str] = set()
    while link.refers_to in claims and link.refers_to not in seen and claims[link.refers_to].chain:
        seen.add(link.refers_to)
        link = claims[link.refers_to].chain[-1]
    return link.quote


def loaded_rows(bundle: wire.Bundle, know: Knowledge | None) -> tuple[LoadedRow, ...]:
    """Loaded expressions by document, in the order of their first appearance."""
    seen = Counter((x.doc, x.quote, x.kind, x.quoted) for x in bundle.loaded)
    entries = {(x.doc, x.quote, x.kind, x.quoted): x.why.hits[0].entry for x in bundle.loaded if x.why and x.why.hits}
    return tuple(
        LoadedRow(k[0], k[1], labels.label(labels.LOADED, k[2]), gloss(entries.get(k, ""), know), n, k[3]) for k, n in seen.items()
    )


def pieces(content: wire.Content) -> list[tuple[str, bool]]:
    """The content's words in order; True marks what interrupts it (the cue and its source)."""
    if not content.parts:
        return [(content.quote, False)]
    out = []
    at = content.start
    for p in content.parts:
        if p.start > at:
            out.append((content.quote[at - content.start : p.start - content.start], True))
        out.append((content.quote[p.start - content.start : p.end - content.start], False))
        at = p.end
    if at < content.end:
        out.append((content.quote[at - content.start :], True))
    return out


_NAMELESS = frozenset("المدينة البلدة القرية المنطقة المحافظة المكان الموقع الحي المخيم القضاء الناحية البلاد هناك".split())
_SLOT_OF = {"what": "event_type", "responsibility": "perpetrator"}


def spotlight(c: wire.Claim, question: str) -> list[tuple[str, bool]]:
    """The claim's words in order; True marks those that answer the question."""
    e = c.evidence.get(_SLOT_OF.get(question, question))
    start, end, text = c.content.start, c.content.end, c.content.quote
    if e is None or not start <= e.start < e.end <= end or e.end - e.start == end - start:
        return [(text, False)]
    cut = ((text[: e.start - start], False), (text[e.start - start : e.end - start], True), (text[e.end - start :], False))
    return [(words, is_lit) for words, is_lit in cut if words]


@lru_cache(maxsize=4096)
def direction(text: str) -> str:
    """`rtl` or `ltr`, whichever most letters of the text run; `auto` where it has none."""
    kinds = Counter(unicodedata.bidirectional(c) for c in text if c.isalpha())
    right, left = kinds["R"] + kinds["AL"], kinds["L"]
    return "auto" if right == left else "rtl" if right > left else "ltr"


def slot_words(name: str, c: wire.Claim, know: Knowledge | None) -> tuple[Label, str]:
    """A slot's value as a label, and the words behind it (empty where the value is the words, or the words are the whole claim)."""
    value = getattr(c.slots, name)
    evidence = c.evidence.get(name)
    words = evidence.quote if evidence else getattr(value, "quote", None) or ""
    words = "" if words == c.content.quote else words
    if name in ("event_type", "weapon"):
        exact = labels.fine(name, evidence.fine if evidence else None, know)
        return exact or labels.label(labels.TYPES if name == "event_type" else labels.WEAPONS, value), words
    if isinstance(value, wire.Target):
        return labels.label(labels.TARGETS, value.kind), words
    if isinstance(value, wire.Perpetrator):
        return (labels.actor(value.actor, know), words) if value.actor else (Label(value.quote or words), "")
    if isinstance(value, wire.Place):
        exact = labels.label(labels.PRECISION, value.precision)
        return Label(f"{value.name} ({exact.en})" if exact.en else value.name), words
    if isinstance(value, wire.Time):
        return Label(labels.when(value.value) or value.clock or "day not known"), words
    if isinstance(value, wire.Count):
        extra = [x for x in (labels.label(labels.WHO, value.who).en, labels.label(labels.SCOPE, value.scope).en) if x]
        return Label(labels.people(value.min, value.max) + (f" ({', '.join(extra)})" if extra else "")), words
    return Label(value.quote), ""


def filled(c: wire.Claim) -> list[str]:
    """The names of the slots that the claim fills, in the format's order."""
    return [n for n in labels.SLOTS if getattr(c.slots, n) is not None]


def web_address(url: str | None) -> str:
    """The address where a reader may follow it; empty for anything but http and https."""
    return url if url and url.lower().startswith(("https://", "http://")) else ""
