"""Events of several documents held against each other and joined where they are one.

Average-link by construction: a joined cluster answers with everything all its claims say, and is weighed anew.
"""

from collections import Counter, defaultdict
from heapq import heappop, heappush

from tabayyun.incidents.clusters import Cluster, days_between, kin, prefix_fit
from tabayyun.incidents.places import distance_km, lie, radius
from tabayyun.incidents.weights import MERGE
from tabayyun.model.event import Place

BASE = "pair"
VETO = 100.0
VETOES = frozenset({"day:far", "place:remote"})
"""Settled days three or more apart are never one event; nearer ones may be a slip, and weigh heavily against it. Nor are events of
different countries, each named more than once (`are_remote`)."""
REMOTE_KM = 100.0


def unite(clusters: list[Cluster]) -> list[Cluster]:
    """Joins clusters while two of them weigh above zero, best pair first; the result keeps the order of first appearance."""
    alive: dict[int, Cluster] = {}
    index: dict[tuple[str, ...], set[int]] = defaultdict(set)
    firsts: dict[int, int] = {}
    heap: list[tuple[float, int, int]] = []
    for n, cluster in enumerate(clusters):
        firsts[n] = n
        _enter(n, cluster, alive, index, heap)
    fresh = len(clusters)
    while heap:
        _, a, b = heappop(heap)
        if a not in alive or b not in alive:
            continue
        joined = merge(alive[a], alive[b])
        firsts[fresh] = min(firsts[a], firsts[b])
        for gone in (a, b):
            for key in keys(alive.pop(gone)):
                index[key].discard(gone)
        _enter(fresh, joined, alive, index, heap)
        fresh += 1
    return [alive[k] for k in sorted(alive, key=firsts.__getitem__)]


def _enter(
    n: int, cluster: Cluster, alive: dict[int, Cluster], index: dict[tuple[str, ...], set[int]], heap: list[tuple[float, int, int]]
) -> None:
    """Weighs a new cluster against all that share a key with it: see `keys`."""
    found = keys(cluster)
    for other in sorted({k for key in found for k in index.get(key, ())}):
        score = weigh(pair_features(alive[other], cluster))
        if score > 0:
            heappush(heap, (-score, other, n))
    for key in found:
        index[key].add(n)
    alive[n] = cluster


def merge(a: Cluster, b: Cluster) -> Cluster:
    """Both clusters' claims as one, with the reason of the join."""
    out = Cluster()
    for fact in (*a.claims, *b.claims):
        out.add(fact)
    named = pair_features(a, b)
    kept = sorted((n for n in named if MERGE.get(n, 0.0) > 0), key=lambda n: (-MERGE[n], n))[:4]
    out.reasons = [*a.reasons, *b.reasons]
    out.joins = [*a.joins, *b.joins, ",".join(kept)]
    return out


def weigh(names: list[str]) -> float:
    """Log-odds that two clusters are one event; a veto outweighs everything else."""
    if not VETOES.isdisjoint(names):
        return -VETO
    return sum(MERGE.get(n, 0.0) for n in names)


def keys(c: Cluster) -> set[tuple[str, ...]]:
    """Blocking keys: days and months said, half-degree cells of the map, spans of publication.

    Two clusters without a common key are never weighed; reports up to a month apart always share one.
    """
    out: set[tuple[str, ...]] = {("day", d) for d in c.days} | {("month", m[:7]) for m in (*c.months, *c.days)}
    for f in c.claims:
        if f.published is None:
            out.add(("undated",))
        else:
            out |= {("published", str(f.published // 60)), ("published", str((f.published + 30) // 60 + 0.5))}
    for p in c.places:
        if p.lat is not None and p.lon is not None:
            row, column = round(p.lat * 2), round(p.lon * 2)
            out |= {("cell", str(row + i), str(column + j)) for i in (0, 1) for j in (0, 1)}
        else:
            out.add(("name", p.name))
    return out


def pair_features(a: Cluster, b: Cluster) -> list[str]:
    """Names of the features that hold between two clusters; symmetric in both."""
    names = [BASE]
    docs_a, docs_b = {f.doc for f in a.claims}, {f.doc for f in b.claims}
    if docs_a & docs_b:
        names.append("doc:shared")
    mains = sum(any(f.order == 0 for f in c.claims) for c in (a, b))
    names.append(f"main:{mains}")
    names.append(f"background:{a.is_background + b.is_background}")
    small = min(len(a.claims), len(b.claims))
    names.append("size:1" if small == 1 else "size:2-3" if small < 4 else "size:4+")
    names += _time(a, b)
    fit = places_fit(a.places, b.places)
    names.append(f"place:{fit}")
    if fit in ("apart", "far") and are_remote(a.places, b.places):
        names.append("place:remote")
    names.append(f"type:{_types(a.types, b.types)}")
    for kind, x, y in (("weapon", a.weapons, b.weapons), ("target", a.targets, b.targets), ("actor", a.actors, b.actors)):
        names.append(f"{kind}:{_overlap(x, y)}")
    for kind, s, t in (("killed", a.killed, b.killed), ("injured", a.injured, b.injured)):
        if s and t:
            names.append(f"{kind}:{'same' if s & t else 'other'}")
    names.append(_wording(a, b))
    if fit in ("same", "near", "within") and "day:same" in names:
        names.append("day+place")
    return names


def _types(x: Counter[str], y: Counter[str]) -> str:
    overlap = _overlap(x, y)
    if overlap != "other":
        return overlap
    fits = {kin(t, u) for t in x for u in y}
    return next(k for k in ("kin", "rival", "other") if k in fits)


def _overlap(x: Counter[str], y: Counter[str]) -> str:
    if not x or not y:
        return "open"
    if max(x, key=lambda k: (x[k], k)) == max(y, key=lambda k: (y[k], k)):
        return "same"
    return "shared" if x.keys() & y.keys() else "other"


def _time(a: Cluster, b: Cluster) -> list[str]:
    if a.day and b.day:
        gap = days_between(a.day, b.day)
        if gap and a.days.keys() & b.days.keys():
            return ["day:shared"]
        return ["day:same" if gap == 0 else "day:next" if gap == 1 else "day:other" if gap == 2 else "day:far"]
    x, y = a.day or a.month, b.day or b.month
    if x and y:
        return ["month:holds" if prefix_fit(x, y) else "month:other"]
    return ["day:one"] if x or y else ["day:none"]


def places_fit(x: list[Place], y: list[Place]) -> str:
    """How the places of two groups lie to each other, by the closest relation that a fair share of pairs has."""
    if not x or not y:
        return "one" if x or y else "none"
    seen = Counter(lie(p, q) for p in x for q in y)
    order = ("same", "near", "within", "open", "apart", "far")
    for kind in order[:3]:
        if seen[kind] * 2 >= min(len(x), len(y)):
            return kind
    return max(order, key=lambda k: (seen[k], -order.index(k)))


def are_remote(x: list[Place], y: list[Place]) -> bool:
    """True when both sides name places of different countries, twice or more each, and no two of them lie within REMOTE_KM.

    One place alone is not enough: it may be a reason ("in answer to Gaza") that was read as the scene.
    """
    lands = [{p.country for p in group if p.country} for group in (x, y)]
    if not all(lands) or not lands[0].isdisjoint(lands[1]) or min(len(x), len(y)) < 2:
        return False
    gaps = [(km, radius(p) + radius(q)) for p in x for q in y if (km := distance_km(p, q)) is not None]
    return bool(gaps) and all(km > REMOTE_KM + spread for km, spread in gaps)


def _wording(a: Cluster, b: Cluster) -> str:
    arabic = [sum("\u0600" <= w[0] <= "\u06ff" for w in c.words) * 2 > len(c.words) for c in (a, b)]
    if arabic[0] != arabic[1]:
        return "words:translated"
    least = min(len(a.words), len(b.words))
    share = len(a.words.keys() & b.words.keys()) / least if least else 0.0
    return f"words:{'most' if share >= 0.5 else 'many' if share >= 0.3 else 'some' if share >= 0.15 else 'few'}"
