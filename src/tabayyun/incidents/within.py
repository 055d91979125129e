"""One document's claims, read in order: each joins an event already in talk or opens a new one."""

from tabayyun.incidents.clusters import Cluster, days_between, place_fit, prefix_fit, type_fit
from tabayyun.incidents.facts import Facts
from tabayyun.incidents.weights import JOIN
from tabayyun.model.claim import Act

NEW = "new"


def segment(facts: list[Facts]) -> list[Cluster]:
    """Clusters of one document, in order of their first claim; every claim lands in exactly one."""
    clusters: list[Cluster] = []
    of: dict[str, int] = {}
    for n, fact in enumerate(facts):
        last = facts[n - 1] if n else None
        options = features(fact, clusters, of, last)
        best = max(options, key=lambda k: (total(options[k]), k)) if options else -1
        if best == len(clusters):
            clusters.append(Cluster())
        clusters[best].add(fact)
        clusters[best].reasons.append(reason(options[best]))
        of[fact.id] = best
    return clusters


def total(names: list[str]) -> float:
    """Sum of the weights of the features that hold."""
    return sum(JOIN.get(n, 0.0) for n in names)


def reason(names: list[str]) -> str:
    """The features that spoke most for the choice, for `why`."""
    return ",".join(sorted(names, key=lambda n: (-JOIN.get(n, 0.0), n))[:3])


def features(fact: Facts, clusters: list[Cluster], of: dict[str, int], last: Facts | None) -> dict[int, list[str]]:
    """Per choice (index of a cluster, or their number for a new one) the names of the features that hold."""
    out = {i: _join(fact, c, i, clusters, of, last) for i, c in enumerate(clusters)}
    out[len(clusters)] = _open(fact, clusters, last)
    return out


def _open(fact: Facts, clusters: list[Cluster], last: Facts | None) -> list[str]:
    names = [NEW]
    if not clusters:
        return names
    if fact.act is Act.BACKGROUND:
        names.append("new:background")
    for flag, name in (
        (fact.is_earlier, "earlier"),
        (fact.is_another, "another"),
        (fact.is_anaphor, "anaphor"),
        (fact.is_total, "total"),
        (fact.is_item, "item"),
    ):
        if flag:
            names.append(f"new:{name}")
    said = (fact.event_type or fact.weapon, fact.place, fact.day or fact.month, fact.target)
    names.append(f"new:facts{sum(x is not None for x in said)}")
    if fact.place and fact.event_type:
        names.append("new:place+type")
    if (fact.day or fact.month) and fact.event_type:
        names.append("new:time+type")
    if last and last.paragraph != fact.paragraph:
        names.append("new:paragraph")
    if fact.refers_to:
        names.append("new:refers")
    if fact.act is Act.DENIAL:
        names.append("new:denial")
    if len(clusters) == 1 and not (clusters[0].places and clusters[0].types):
        names.append("new:second")
    if fact.lead and not any(fact.lead & c.words.keys() for c in clusters):
        names.append("new:lead")
    return names


def _join(fact: Facts, c: Cluster, i: int, clusters: list[Cluster], of: dict[str, int], last: Facts | None) -> list[str]:
    names: list[str] = []
    fresh = "" if last and last.paragraph == fact.paragraph else ":paragraph"
    if i == 0:
        names.append("main:first" + fresh)
    if len(c.claims) == max(len(x.claims) for x in clusters):
        names.append("main:largest" + fresh)
    if last and of[last.id] == i:
        names.append("focus:paragraph" if last.paragraph == fact.paragraph else "focus:before")
        if fact.is_another:
            names.append("focus:another")
        if fact.is_earlier:
            names.append("focus:earlier")
        if last.act is Act.BACKGROUND:
            names.append("focus:background")
        if not fact.has_facts:
            names.append("focus:bare")
        if fact.is_item and last.paragraph != fact.paragraph:
            names.append("focus:item")
    if fact.refers_to in of and of[fact.refers_to] == i:
        names.append("source:continued")
    if fact.is_anaphor and (i == 0 or (last and of[last.id] == i)):
        names.append("anaphor:main" if i == 0 else "anaphor:focus")
    if any(x.start < fact.end and fact.start < x.end for x in c.claims):
        names.append("content:shared")
    return names + _time(fact, c) + _place(fact, c) + _kinds(fact, c) + _wording(fact, c, clusters) + _act(fact, c)


def _act(fact: Facts, c: Cluster) -> list[str]:
    if (fact.act is Act.BACKGROUND) == c.is_background:
        return ["act:background" if c.is_background else "act:news"]
    return ["act:old-for-new" if fact.act is Act.BACKGROUND else "act:new-for-old"]


def _time(fact: Facts, c: Cluster) -> list[str]:
    when, day, month = fact.day, c.day, c.month
    if when and day:
        gap = min(days_between(when, d) for d in c.days)
        return ["day:same" if gap == 0 else "day:next" if gap == 1 else "day:other"]
    if fact.month and (day or month):
        return ["month:holds" if prefix_fit(fact.month, day or month or "") else "month:other"]
    if when and month:
        return ["month:holds" if prefix_fit(when, month) else "month:other"]
    if when:
        return ["day:first"]
    return ["day:unsaid"] if day else []


def _place(fact: Facts, c: Cluster) -> list[str]:
    if not fact.place:
        return []
    return [f"place:{place_fit(fact.place, c.places)}"] if c.places else ["place:first"]


def _kinds(fact: Facts, c: Cluster) -> list[str]:
    out = []
    for name, value, seen in (
        ("weapon", fact.weapon, c.weapons),
        ("target", fact.target, c.targets),
        ("actor", fact.perpetrator, c.actors),
    ):
        if value:
            out.append(f"{name}:{'same' if value in seen else 'other' if seen else 'first'}")
    if fact.event_type:
        out.append(f"type:{type_fit(fact.event_type, c.types)}")
    for name, count, tolls in (("killed", fact.killed, c.killed), ("injured", fact.injured, c.injured)):
        if count and not count.scope and tolls:
            out.append(f"{name}:{'same' if (count.low, count.high) in tolls else 'other'}")
    return out


def _wording(fact: Facts, c: Cluster, clusters: list[Cluster]) -> list[str]:
    shared = fact.words & c.words.keys()
    own = {w for w in shared if not any(w in x.words for x in clusters if x is not c)}
    out = [f"words:{'most' if 2 * len(shared) >= len(fact.words) > 3 else 'some' if len(shared) > 1 else 'few' if shared else 'none'}"]
    if own and len(clusters) > 1:
        out.append("words:own" if len(own) == 1 else "words:own2")
    lead = {w for w in fact.lead & c.words.keys() if not any(w in x.words for x in clusters if x is not c)}
    if lead and len(clusters) > 1:
        out.append("lead:own")
    return out
