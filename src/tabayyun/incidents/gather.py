"""Reports in, incidents out."""

from tabayyun.incidents.across import unite
from tabayyun.incidents.clusters import Cluster
from tabayyun.incidents.facts import Facts, read_facts
from tabayyun.incidents.naming import name_incident, settle_from_context
from tabayyun.incidents.within import segment
from tabayyun.lexicons import Knowledge
from tabayyun.model.claim import Act
from tabayyun.model.incident import Gathering, Report


def gather(reports: tuple[Report, ...], know: Knowledge) -> Gathering:
    """Groups the claims of all reports into incidents, numbered `i1`, `i2`, ... in reading order.

    Each document is read in order first (a claim joins an event in talk or opens one), then events of all documents
    are held against each other. The grouping does not depend on the order of `reports`; only numbers do.
    A document in which no claim says anything of an event adds none.
    """
    order: dict[str, int] = {}
    ordered: list[tuple[str, list[Facts]]] = []
    for report in reports:
        facts = read_facts(report)
        order.update({f.id: len(order) + n for n, f in enumerate(facts)})
        if any(f.has_facts for f in facts):
            ordered.append((report.document.id, facts))
    ordered.sort(key=lambda pair: pair[0])
    clusters = [c for _, facts in ordered for c in segment(facts)]
    united = unite(clusters)
    united.sort(key=lambda c: min(order[f.id] for f in c.claims))
    kept = [c for c in united if is_event(c)]
    named = [name_incident(n, c, order) for n, c in enumerate(kept, 1)]
    incidents = tuple(settle_from_context(named, {i.id for i, c in zip(named, kept, strict=True) if c.is_background}))
    incident_of = {claim: i.id for i in incidents for claim in i.claims}
    return Gathering(incidents, incident_of, _also(kept, incident_of, order))


def is_event(c: Cluster) -> bool:
    """False for a lone total or remark that gives neither day, place nor act."""
    return any(f.has_facts and not (f.is_total and not f.day and not f.place) for f in c.claims)


def _also(kept: list[Cluster], incident_of: dict[str, str], order: dict[str, int]) -> dict[str, tuple[str, ...]]:
    """Claims that speak of two events at once ("both attacks"): the document's other event in talk."""
    out: dict[str, tuple[str, ...]] = {}
    by_doc: dict[str, list[Facts]] = {}
    for c in kept:
        for f in c.claims:
            by_doc.setdefault(f.doc, []).append(f)
    for facts in by_doc.values():
        facts.sort(key=lambda f: order[f.id])
        for n, f in enumerate(facts):
            if f.is_both:
                talk = [incident_of[x.id] for x in facts[:n] if incident_of[x.id] != incident_of[f.id] and x.act is not Act.BACKGROUND]
                if talk:
                    out[f.id] = (talk[-1],)
    return out
