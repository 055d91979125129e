"""A possible value of a slot with the features that speak for and against it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tabayyun.events.wordlists import likelihoods, telling
from tabayyun.model.why import Hit, Why


@dataclass(frozen=True, slots=True)
class Candidate:
    """`value` is the slot's class, `first`/`last` the content's tokens it rests on; `fine` a tree id or nothing."""

    value: str
    fine: str
    first: int
    last: int
    features: tuple[str, ...]
    hits: tuple[Hit, ...] = ()
    skip: int = 0
    """Characters of the first token that are attached in front and do not belong to it."""


LEAST = {"event_type": 0.3, "weapon": 0.33, "target": 0.37, "perpetrator": 0.37, "damage": 0.3, "motive": 0.3}
"""How likely a slot must be filled to be filled."""
SHARED = frozenset({"target", "perpetrator", "damage", "motive"})
"""Slots whose candidates overlap each other (phrases of other lengths): what counts is the chance that any of them is right.
In the others they exclude each other (classes)."""


def pick(slot: str, nothing: float, chances: Sequence[float]) -> tuple[int, float] | None:
    """Index of the likeliest candidate (the earlier one of equals) and the chance it stands on, where that is enough."""
    at = max(range(len(chances)), key=lambda n: (chances[n], -n))
    chance = 1 - nothing if slot in SHARED else chances[at]
    return (at, chance) if chance >= LEAST[slot] else None


def choose(slot: str, candidates: Sequence[Candidate]) -> tuple[Candidate, Why] | None:
    """The likeliest candidate, with its reason, where it is likely enough (`LEAST`)."""
    if not candidates:
        return None
    found = pick(slot, *likelihoods(slot, [c.features for c in candidates]))
    if found is None:
        return None
    best, chance = candidates[found[0]], found[1]
    return best, Why(f"events.{slot}", best.hits, f"{chance:.2f}: {telling(slot, best.features)}")
