"""Dossier -> the public JSON (format version 1) and its bytes."""

from typing import Any, cast

import msgspec

from tabayyun.dossier.balance import hold_side_by_side
from tabayyun.dossier.evidence import to_evidence, to_slots
from tabayyun.lexicons.knowledge import Knowledge
from tabayyun.model import claim as claims
from tabayyun.model import document as documents
from tabayyun.model import incident as incidents
from tabayyun.model import wire
from tabayyun.model.claim import ClaimLayer
from tabayyun.model.event import Slots
from tabayyun.model.span import Span
from tabayyun.model.why import Why


def to_bundle(dossier: incidents.Dossier, know: Knowledge | None = None) -> wire.Bundle:
    """The dossier as the public format holds it, with reasons, hashes and the balance of accounts.

    `know` is not needed for the JSON; it is taken so that every output of this room is called alike.
    """
    texts = {r.document.id: r.document.text for r in dossier.reports}
    found = [c for r in dossier.reports for c in _claims(r, dossier.gathering)]
    bundle = wire.Bundle(
        bundle=dossier.name,
        format=wire.FORMAT,
        constructed=False,
        note=dossier.note,
        documents=tuple(_document(r.document) for r in dossier.reports),
        claims=tuple(found),
        incidents=tuple(_incident(i) for i in dossier.gathering.incidents),
        relations=tuple(_relation(r) for r in dossier.assessment.relations),
        origins=tuple(_origin(o) for o in dossier.assessment.origins),
        same_source=dossier.assessment.same_source,
        loaded=tuple(_loaded(x, texts[x.doc]) for r in dossier.reports for x in r.claims.loaded),
        attributions=tuple(_attribution(a, r) for r in dossier.reports for a in r.claims.attributions),
        failures=tuple(wire.Failure(input=name, problem=problem) for name, problem in dossier.failures),
        versions=dict(dossier.versions),
    )
    return msgspec.structs.replace(bundle, balance=hold_side_by_side(bundle))


def encode(bundle: wire.Bundle) -> bytes:
    """UTF-8 JSON, indented by one, keys in the order of the format, one newline at the end; same bundle, same bytes."""
    return msgspec.json.format(msgspec.json.encode(bundle), indent=1) + b"\n"


def decode(data: bytes) -> wire.Bundle:
    """Reads a bundle of format version 1, whoever wrote it; unknown keys are passed over.

    Raises:
        msgspec.ValidationError: says which key of which item is wrong.
    """
    return msgspec.json.decode(data, type=wire.Bundle)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the public format."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Tabayyun bundle, version 1"}
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(head | msgspec.json.schema(wire.Bundle)))
    return plain


def quote(span: Span, text: str) -> wire.Quote:
    """A span with its words."""
    return wire.Quote(start=span.start, end=span.end, quote=span.words(text))


def reason(why: Why, text: str) -> wire.Reason:
    """A why with the printed words of its hits; hits outside this text (of another document) are left out."""
    hits = tuple(
        wire.Hit(start=h.span.start, end=h.span.end, quote=h.span.words(text), entry=h.entry) for h in why.hits if h.span.end <= len(text)
    )
    return wire.Reason(rule=why.rule, hits=hits, note=why.note)


def _bare(why: Why) -> wire.Reason:
    """A why that rests on no single document: its hits have no text to point into."""
    return wire.Reason(rule=why.rule, note=why.note)


def _document(d: documents.Document) -> wire.Document:
    return wire.Document(
        id=d.id, language=d.language, outlet=d.outlet, url=d.url, published=d.published, title=d.title, text=d.text,
        raw_sha256=d.raw_sha256, text_sha256=d.text_sha256, media_type=d.media_type, extraction=d.extraction, notes=d.notes,
    )  # fmt: skip


def _claims(report: incidents.Report, gathering: incidents.Gathering) -> list[wire.Claim]:
    text = report.document.text
    ids = _claim_ids(report.claims)
    out = []
    for c in report.claims.claims:
        slots = report.events.slots.get(c.id, Slots())
        out.append(
            wire.Claim(
                **_common(c, text, ids),
                incident=gathering.incident_of.get(c.id),
                also_incidents=gathering.also.get(c.id, ()),
                slots=to_slots(slots, text),
                evidence=to_evidence(slots, text, reason),
                detail=slots.detail,
            )
        )
    return out


def _attribution(a: claims.Attribution, report: incidents.Report) -> wire.Attribution:
    return wire.Attribution(**_common(a, report.document.text, {x.id: x.id for x in report.claims.attributions}))


def _claim_ids(layer: ClaimLayer) -> dict[str, str]:
    """Ids that a claim's anaphor may name -> claim id: claims themselves, and the attributions that became claims."""
    places = {(c.content, c.cue, c.polarity): c.id for c in layer.claims}
    became = {a.id: places[a.content, a.cue, a.polarity] for a in layer.attributions if (a.content, a.cue, a.polarity) in places}
    return became | {c.id: c.id for c in layer.claims}


def _common(c: claims.Attribution, text: str, ids: dict[str, str]) -> dict[str, Any]:
    """The fields that a claim and an attribution share."""
    span = c.content.span
    parts = tuple(wire.Piece(start=p.start, end=p.end) for p in c.content.parts)
    return {
        "id": c.id,
        "doc": c.doc,
        "content": wire.Content(start=span.start, end=span.end, quote=span.words(text), parts=parts),
        "cue": quote(c.cue, text) if c.cue else None,
        "medium": quote(c.medium, text) if c.medium else None,
        "chain": tuple(_link(x, text, ids) for x in c.chain),
        "polarity": str(c.polarity),
        "certainty": str(c.certainty),
        "reporter_stance": str(c.stance),
        "speech_act": str(c.act),
        "why": tuple(reason(w, text) for w in c.why),
    }


def _link(x: claims.Link, text: str, ids: dict[str, str]) -> wire.Link:
    refers_to = ids.get(x.refers_to) if x.refers_to else None
    return wire.Link(
        start=x.span.start, end=x.span.end, quote=x.span.words(text),
        kind=cast(wire.KindName, str(x.kind)), named=x.is_named, actor=x.actor,
        refers_to=refers_to, continues=None if refers_to else x.refers_to,
        why=reason(x.why, text) if x.why else None,
    )  # fmt: skip


def _incident(i: incidents.Incident) -> wire.Incident:
    p = i.place
    spot = wire.Spot(name=p.name, lat=p.lat, lon=p.lon, precision=cast(wire.Precision, p.precision)) if p else None
    return wire.Incident(
        id=i.id, event_type=cast(wire.TypeName, i.event_type), date=i.date, place=spot, documents=i.documents,
        why=tuple(_bare(w) for w in i.why),
    )  # fmt: skip


def _relation(r: incidents.Relation) -> wire.Relation:
    return wire.Relation(incident=r.incident, slot=r.slot, a=r.a, b=r.b, relation=cast(Any, r.relation), by="rule", why=_bare(r.why))


def _origin(o: incidents.Origin) -> wire.Origin:
    return wire.Origin(origin=o.id, documents=o.documents, first=o.first, evidence=o.evidence, why=_bare(o.why))


def _loaded(x: claims.Loaded, text: str) -> wire.Loaded:
    return wire.Loaded(
        doc=x.doc, start=x.span.start, end=x.span.end, quote=x.span.words(text), kind=cast(Any, x.kind), quoted=x.is_quoted,
        why=reason(x.why, text),
    )  # fmt: skip
