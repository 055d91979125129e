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


def choose(slot: str, candidates: Sequence[Candidate], least: float, is_shared: bool = False) -> tuple[Candidate, Why] | None:
    """The likeliest candidate, with its reason, where it is at least as likely as `least`; the earlier one of equals.

    `is_shared`: the candidates overlap each other (phrases of other lengths), so that what counts is the chance that
    any of them is right; else they exclude each other (classes).
    """
    if not candidates:
        return None
    nothing, chances = likelihoods(slot, [c.features for c in candidates])
    at = max(range(len(chances)), key=lambda n: (chances[n], -n))
    chance = 1 - nothing if is_shared else chances[at]
    if chance < least:
        return None
    best = candidates[at]
    return best, Why(f"events.{slot}", best.hits, f"{chance:.2f}: {telling(slot, best.features)}")
