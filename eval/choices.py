"""A logistic choice between candidates and "nothing", fitted whole (L-BFGS over sparse features): the same weights each time."""

import math
from collections import Counter, deque
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]
Example = list[tuple[tuple[str, ...], float]]
"""The candidates of one content: features, and how right the candidate is (0, 0.5, 1)."""
_MEMORY = 8
_TURNS = 80


def fit_whole(rows: list[Example], homes: list[str], ridge: float, most: int, least: int = 5) -> dict[str, float]:
    """At most `most` weights that make the right candidate, or nothing, likeliest.

    `homes` names the bundle of each content: a feature that fewer than `least` bundles know is left out, since it may be the
    wording of one story. All others are fitted; those that move the sums most (weight times root of count) are fitted again.
    """
    where: dict[str, set[str]] = {}
    count = Counter[str]()
    for row, home in zip(rows, homes, strict=True):
        for features, _ in row:
            count.update(set(features))
            for f in features:
                where.setdefault(f, set()).add(home)
    known = sorted(f for f, bundles in where.items() if len(bundles) >= least)
    found = _fit(rows, known, ridge)
    if len(known) <= most:
        return found
    loud = sorted(known, key=lambda f: (-abs(found[f]) * math.sqrt(count[f]), f))[:most]
    return _fit(rows, sorted(loud), ridge)


def _fit(rows: list[Example], known: list[str], ridge: float) -> dict[str, float]:
    ids = {f: n for n, f in enumerate(known)}
    flat: list[int] = []
    ends, starts = [0], list[int]()
    right: list[float] = []
    for row in rows:
        starts.append(len(right))
        for features, y in row:
            flat.extend(ids[f] for f in sorted(set(features)) if f in ids)
            ends.append(len(flat))
            right.append(y)
    table = _Table(np.array(flat), np.array(ends), np.array(starts), np.array(right), len(ids), ridge)
    found = _descend(table.loss, np.zeros(len(ids)))
    return {f: float(found[n]) for f, n in ids.items()}


class _Table:
    """The candidates of all contents, with the loss of a set of weights."""

    def __init__(self, flat: Any, ends: Any, starts: Any, right: Vector, size: int, ridge: float) -> None:
        self.flat, self.starts, self.right, self.size, self.ridge = flat, starts, right, size, ridge
        self.of = np.repeat(np.arange(len(ends) - 1), np.diff(ends))
        self.content = np.repeat(np.arange(len(starts)), [b - a for a, b in pairwise([*starts, len(right)])])
        self.is_filled = np.add.reduceat(right, starts) > 0

    def loss(self, weights: Vector) -> tuple[float, Vector]:
        """The loss and its slope."""
        sums = np.bincount(self.of, weights=weights[self.flat], minlength=len(self.right))
        top = np.maximum(0.0, np.maximum.reduceat(sums, self.starts))
        parts, nothing = np.exp(sums - top[self.content]), np.exp(-top)
        whole = nothing + np.add.reduceat(parts, self.starts)
        good = parts * self.right
        goods = np.add.reduceat(good, self.starts)
        wanted = np.where(self.is_filled, goods, nothing)
        pull = parts / whole[self.content] - np.where(self.is_filled[self.content], good / np.maximum(goods, 1e-300)[self.content], 0.0)
        slope = np.bincount(self.flat, weights=pull[self.of], minlength=self.size) + self.ridge * weights
        value = -float(np.sum(np.log(np.maximum(wanted, 1e-300)) - np.log(whole))) + 0.5 * self.ridge * float(weights @ weights)
        return value, slope


def _descend(loss: Callable[[Vector], tuple[float, Vector]], at: Vector) -> Vector:
    """L-BFGS with halving of the step."""
    value, slope = loss(at)
    kept: deque[tuple[Vector, Vector, float]] = deque(maxlen=_MEMORY)
    for _ in range(_TURNS):
        way = -_curved(slope, kept)
        step = 1.0 if kept else 1.0 / max(1.0, float(np.linalg.norm(slope)))
        down = float(slope @ way)
        for _ in range(20):
            there = at + step * way
            new, tilt = loss(there)
            if new <= value + 1e-4 * step * down:
                break
            step /= 2
        else:
            return at
        moved, turned = there - at, tilt - slope
        bend = float(moved @ turned)
        if bend > 1e-10:
            kept.append((moved, turned, 1.0 / bend))
        is_done = value - new < 1e-6 * abs(value)
        at, value, slope = there, new, tilt
        if is_done:
            break
    return at


def _curved(slope: Vector, kept: deque[tuple[Vector, Vector, float]]) -> Vector:
    """The slope, bent by what the last steps showed."""
    way, shares = slope.copy(), []
    for moved, turned, rate in reversed(kept):
        share = rate * float(moved @ way)
        shares.append(share)
        way -= share * turned
    if kept:
        moved, turned, rate = kept[-1]
        way /= rate * float(turned @ turned)
    for (moved, turned, rate), share in zip(kept, reversed(shares), strict=True):
        way += moved * (share - rate * float(turned @ way))
    return way
