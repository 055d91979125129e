"""What an incident is called: type, day and place as most of its claims give them, and why it stands."""

from collections import Counter, defaultdict
from dataclasses import replace

from tabayyun.incidents.clusters import Cluster
from tabayyun.incidents.facts import Facts
from tabayyun.incidents.places import FINE, lie, radius
from tabayyun.model.event import Place
from tabayyun.model.incident import Incident
from tabayyun.model.why import Why


def name_incident(number: int, cluster: Cluster, order: dict[str, int]) -> Incident:
    """The incident `i<number>` of a cluster; `order` is the reading order of claim ids over the bundle."""
    claims = sorted(cluster.claims, key=lambda f: order[f.id])
    day, days = settle_day(claims)
    place, placed = settle_place(claims)
    event_type = cluster.types.most_common(1)[0][0] if cluster.types else "other"
    documents = tuple(dict.fromkeys(f.doc for f in claims))
    why = [Why("incidents.gathered", note=f"{len(claims)} claims of {len(documents)} documents")]
    for rule, ids in (("incidents.day-by-majority", days), ("incidents.place-by-majority", placed)):
        if ids:
            why.append(Why(rule, note=" ".join(ids)))
    why += [Why("incidents.same-event", note=j) for j in dict.fromkeys(cluster.joins) if j]
    return Incident(f"i{number}", event_type, day, place, documents, tuple(f.id for f in claims), tuple(why))


def settle_day(claims: list[Facts]) -> tuple[str | None, list[str]]:
    """The ISO day (else month, else year) of most claims, and the ids that give it; claims with an event of their own weigh double.

    Where a claim means a day that nothing fixes ("today" without a date), a month or year of another claim does not stand in.
    """
    is_open = any(f.has_open_day for f in claims)
    for said in ([(f, f.day) for f in claims if f.day], [(f, f.month) for f in claims if f.month and not is_open]):
        votes: Counter[str] = Counter()
        for f, value in said:
            votes[value or ""] += 2 if f.event_type or f.target else 1
        if votes:
            best = min(votes, key=lambda v: (-votes[v], -len(v), v))
            return best, [f.id for f, value in said if value == best]
    return None, []


def settle_place(claims: list[Facts]) -> tuple[Place | None, list[str]]:
    """The place most claims agree on, as exactly as more than one of them says it, and the ids that speak for it."""
    said = [(f, f.place) for f in claims if f.place]
    if not said:
        return None, []
    votes: dict[int, float] = defaultdict(float)
    for i, (_, p) in enumerate(said):
        for f, q in said:
            fit = lie(p, q)
            weight = 1.5 if f.event_type or f.target else 1.0
            votes[i] += weight * {"same": 1.0, "near": 0.6, "within": 0.5}.get(fit, 0.0)
        if p.precision not in FINE:
            votes[i] *= 0.7
        if p.lat is None:
            votes[i] *= 0.5
    best = min(votes, key=lambda i: (-round(votes[i], 6), radius(said[i][1]), i))
    place = said[best][1]
    return place, [f.id for f, p in said if lie(place, p) in ("same", "near", "within")]


def settle_from_context(incidents: list[Incident], background: set[str]) -> list[Incident]:
    """Incidents without a day or place of their own take them from the largest incident of the same documents.

    Reports leave out what their main event has made clear. `background` names incidents that look back: they take no day.
    """
    by_doc: dict[str, list[Incident]] = defaultdict(list)
    for incident in incidents:
        for doc in incident.documents:
            by_doc[doc].append(incident)
    out = []
    for incident in incidents:
        near = {i.id: i for d in incident.documents for i in by_doc[d] if i.id != incident.id}
        ranked = sorted(near.values(), key=lambda i: (-len(i.claims), i.claims[0], i.id))
        dated = next((i for i in ranked if i.date and len(i.date) == 10 and i.id not in background), None)
        placed = next((i for i in ranked if i.place), None)
        if incident.date is None and dated and incident.id not in background:
            why = (*incident.why, Why("incidents.day-from-context", note=f"as {dated.id} in the same report"))
            incident = replace(incident, date=dated.date, why=why)
        if incident.place is None and placed:
            why = (*incident.why, Why("incidents.place-from-context", note=f"as {placed.id} in the same report"))
            incident = replace(incident, place=placed.place, why=why)
        out.append(incident)
    return out
