"""Why a claim is there, in words: its chain, its labels, its slots, each with rule and lexicon entries."""

from collections.abc import Iterator

from tabayyun.dossier import labels, views
from tabayyun.dossier.glosses import gloss, printable
from tabayyun.lexicons.knowledge import Knowledge
from tabayyun.model import wire
from tabayyun.model.errors import UsageError


def explain(bundle: wire.Bundle, claim_id: str, know: Knowledge | None = None) -> str:
    """The reasons behind one claim as plain text; with `know`, lexicon entries are named by their gloss.

    Raises:
        UsageError: no claim has this id.
    """
    claims = {c.id: c for c in bundle.claims}
    if claim_id not in claims:
        near = ", ".join(list(claims)[:5])
        raise UsageError(
            f"[T401] no claim '{claim_id}' in {bundle.bundle}; claim ids look like {near or 'd1.c1, and this bundle has none'}"
        )
    c = claims[claim_id]
    document = next(d for d in bundle.documents if d.id == c.doc)
    lines = [f"{c.id} in {c.doc} ({document.outlet or 'outlet not known'}), characters {c.content.start} to {c.content.end}:"]
    lines += [f"  “{c.content.quote}”", ""]
    lines += _source(c, claims, document, know)
    lines += _labels(c)
    lines += ["", "Found by:"] + [x for w in c.why for x in _reason(w, know, "  ")]
    lines += _slots(c, know)
    lines += _standing(c, bundle)
    return printable("\n".join(lines).rstrip() + "\n")


def _source(c: wire.Claim, claims: dict[str, wire.Claim], document: wire.Document, know: Knowledge | None) -> Iterator[str]:
    if not c.chain:
        yield f"Source: {document.outlet or c.doc} in its own voice."
    else:
        yield f"Source: {document.outlet or c.doc}, which cites"
    for depth, x in enumerate(c.chain, 1):
        named = "named" if x.named else "not named"
        who = f", {labels.actor(x.actor, know).en} ({x.actor})" if x.actor else ""
        line = f"{'  ' * depth}“{x.quote}” ({labels.label(labels.KINDS, x.kind).en}, {named}{who})"
        back = x.refers_to or x.continues
        if x.refers_to:
            line += f", which continues “{views.meant(x, claims)}” of {x.refers_to}"
        elif back:
            line += f", which continues {back}"
        yield line
        if x.why:
            yield from _reason(x.why, know, "  " * depth + "  ")
    if c.cue:
        yield f"Reporting words: “{c.cue.quote}”."
    if c.medium:
        yield f"Said by way of: “{c.medium.quote}”."


def _labels(c: wire.Claim) -> Iterator[str]:
    yield f"The source {labels.label(labels.POLARITY, c.polarity).en} it, {labels.label(labels.CERTAINTY, c.certainty).en}."
    yield f"Act: {labels.label(labels.ACTS, c.speech_act).en}. Outlet: {labels.label(labels.STANCE, c.reporter_stance).en}."


def _slots(c: wire.Claim, know: Knowledge | None) -> Iterator[str]:
    names = views.filled(c)
    if names:
        yield ""
        yield "It says:"
    for name in names:
        value, words = views.slot_words(name, c, know)
        yield f"  {labels.SLOTS[name].en}: {value.en}" + (f" — “{words}”" if words else "")
        if name in c.evidence:
            yield from _reason(c.evidence[name].why, know, "    ")


def _standing(c: wire.Claim, bundle: wire.Bundle) -> Iterator[str]:
    yield ""
    if c.incident is None:
        yield "It is filed under no incident."
    else:
        also = f", and speaks to {', '.join(c.also_incidents)}" if c.also_incidents else ""
        yield f"It is filed under incident {c.incident}{also}."
    for r in bundle.relations:
        if c.id in (r.a, r.b):
            because = f" (rule {r.why.rule}{': ' + r.why.note if r.why.note else ''})" if r.why else ""
            yield f"  {labels.label(labels.SLOTS, r.slot).en}: {_stands(r, c.id)}{because}"


def _stands(r: wire.Relation, here: str) -> str:
    if r.relation == "refine":
        return f"{r.b} is finer" if here == r.a else f"finer than {r.a}"
    return f"{'agrees with' if r.relation == 'agree' else 'contradicts'} {r.b if here == r.a else r.a}"


def _reason(w: wire.Reason, know: Knowledge | None, indent: str) -> Iterator[str]:
    yield f"{indent}rule {w.rule}" + (f": {w.note}" if w.note else "")
    for h in w.hits:
        meaning = gloss(h.entry, know)
        yield f"{indent}  “{h.quote}” is entry {h.entry}" + (f" ({meaning})" if meaning else "")
