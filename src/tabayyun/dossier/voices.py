"""Who stands behind a claim: innermost sources made one across anaphora, copies and shared interviews."""

from collections.abc import Iterable
from dataclasses import dataclass

from tabayyun.model import wire
from tabayyun.text.fold import key as fold


@dataclass(frozen=True, slots=True)
class Voice:
    """One innermost source. `id` is equal for all claims that rest on it; `words` name it as first printed; `actor` only if named."""

    id: str
    words: str
    kind: wire.KindName
    actor: str | None


@dataclass(frozen=True, slots=True)
class Voices:
    """The voice behind every claim and the origin behind every document of one bundle."""

    of: dict[str, Voice]
    """claim id -> voice."""
    origin: dict[str, str]
    """document id -> its origin; copies share one, a document that stands alone is its own."""


def voices(bundle: wire.Bundle) -> Voices:
    """Names the voice behind each claim.

    Equal are: the same named actor; an anaphor and what it continues; unnamed sources in the same words inside documents of one
    origin; an outlet and itself (copies speak with the voice of the document copied); whatever `same_source` puts together.
    """
    origin = {d.id: d.id for d in bundle.documents}
    for o in bundle.origins:
        origin.update((d, o.first) for d in o.documents)
    outlets = {d.id: d.outlet or d.id for d in bundle.documents}
    by_id = {c.id: c for c in bundle.claims}
    said = {c.id: _voice(c, by_id, origin, outlets) for c in bundle.claims}
    merged = _merge([[said[c].id for c in group if c in said] for group in bundle.same_source])
    first: dict[str, Voice] = {}
    of = {}
    for c in bundle.claims:
        v = said[c.id]
        one = merged.get(v.id, v.id)
        of[c.id] = first.setdefault(one, Voice(one, v.words, v.kind, v.actor))
    return Voices(of, origin)


def _voice(c: wire.Claim, by_id: dict[str, wire.Claim], origin: dict[str, str], outlets: dict[str, str]) -> Voice:
    seen = {c.id}
    while c.chain and c.chain[-1].refers_to in by_id and c.chain[-1].refers_to not in seen:
        c = by_id[c.chain[-1].refers_to or ""]
        seen.add(c.id)
    if not c.chain:
        outlet = outlets[origin.get(c.doc, c.doc)]
        return Voice(f"outlet {fold(outlet)}", outlet, "outlet", None)
    link = c.chain[-1]
    if link.actor and link.named:
        return Voice(f"actor {link.actor}", link.quote, link.kind, link.actor)
    return Voice(f"words {origin.get(c.doc, c.doc)} {fold(link.quote)}", link.quote, link.kind, None)


def _merge(groups: Iterable[list[str]]) -> dict[str, str]:
    """voice id -> the id that stands for its whole group; groups that share a member are one."""
    parent: dict[str, str] = {}

    def root(x: str) -> str:
        while parent.setdefault(x, x) != x:
            x = parent[x]
        return x

    for group in groups:
        for other in group[1:]:
            a, b = root(group[0]), root(other)
            parent[max(a, b)] = min(a, b)
    return {x: root(x) for x in sorted(parent)}
