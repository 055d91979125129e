"""Claims of two documents laid side by side in reading order: a translation keeps sources, values and their order."""

from dataclasses import dataclass

from tabayyun.model.claim import Claim
from tabayyun.model.event import Slots
from tabayyun.model.incident import Report

SAME_KIND, OTHER_KIND, SAME_ACTOR, OTHER_ACTOR, OTHER_POLARITY = 1.0, -0.5, 0.5, -0.5, -1.0
SAME_VALUE, LONE_VALUE = 0.6, -0.4


@dataclass(frozen=True, slots=True)
class Alignment:
    """`score` per claim of the shorter document; `pairs` of claim ids that stand for each other."""

    score: float
    pairs: tuple[tuple[str, str], ...]


def values(slots: Slots) -> frozenset[tuple[object, ...]]:
    """Everything comparable that a claim says of its event, whatever the language."""
    out: set[tuple[object, ...]] = set()
    if slots.event_type:
        out.add(("event_type", slots.event_type.value))
    if slots.weapon:
        out.add(("weapon", slots.weapon.value))
    if slots.target:
        out.add(("target", slots.target.kind))
    if slots.perpetrator and slots.perpetrator.actor:
        out.add(("perpetrator", slots.perpetrator.actor))
    if slots.place and slots.place.lat is not None and slots.place.lon is not None:
        out.add(("place", round(slots.place.lat, 1), round(slots.place.lon, 1)))
    if slots.time and slots.time.value:
        out.add(("time", slots.time.value))
    for name, count in (("killed", slots.killed), ("injured", slots.injured)):
        if count:
            out.add((name, count.low, count.high))
    return frozenset(out)


def likeness(a: Claim, b: Claim, x: frozenset[tuple[object, ...]], y: frozenset[tuple[object, ...]]) -> float:
    """How much one claim looks like the other's translation: kind of source, actor, polarity, values."""
    kind_a, kind_b = (c.chain[-1].kind if c.chain else None for c in (a, b))
    actor_a, actor_b = (c.chain[-1].actor if c.chain else None for c in (a, b))
    score = SAME_KIND if kind_a == kind_b else OTHER_KIND
    if actor_a == actor_b:
        score += SAME_ACTOR if actor_a else 0.0
    else:
        score += OTHER_ACTOR
    if a.polarity is not b.polarity:
        score += OTHER_POLARITY
    return score + SAME_VALUE * len(x & y) + LONE_VALUE * len(x ^ y)


def align(a: Report, b: Report) -> Alignment:
    """The best order-keeping pairing of two documents' claims."""
    rows, columns = (sorted(r.claims.claims, key=lambda c: (c.content.span, c.id)) for r in (a, b))
    if not rows or not columns:
        return Alignment(0.0, ())
    xs = [values(a.events.slots.get(c.id) or Slots()) for c in rows]
    ys = [values(b.events.slots.get(c.id) or Slots()) for c in columns]
    like = [[likeness(r, c, x, y) for c, y in zip(columns, ys, strict=True)] for r, x in zip(rows, xs, strict=True)]
    best = [[0.0] * (len(columns) + 1) for _ in range(len(rows) + 1)]
    for i in range(len(rows)):
        for j in range(len(columns)):
            best[i + 1][j + 1] = max(best[i][j + 1], best[i + 1][j], best[i][j] + max(0.0, like[i][j]))
    pairs: list[tuple[str, str]] = []
    i, j = len(rows), len(columns)
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            pairs.append((rows[i - 1].id, columns[j - 1].id))
            i, j = i - 1, j - 1
    return Alignment(best[-1][-1] / min(len(rows), len(columns)), tuple(reversed(pairs)))
