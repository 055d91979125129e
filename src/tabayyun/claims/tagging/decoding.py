"""From the network's scores to spans: contents, and for each the source and cue that it points at."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tabayyun.claims.tagging.labels import LABELS
from tabayyun.claims.tagging.windows import Window

Scores = NDArray[np.float32]
_OUT, _SAID, _SAID_IN, _OWN, _OWN_IN = range(5)
_STARTS = {_SAID: _SAID_IN, _OWN: _OWN_IN}
_CUE, _CUE_IN, _SOURCE, _SOURCE_IN, _OUTER, _OUTER_IN = range(1, 7)


@dataclass(frozen=True, slots=True)
class Pointed:
    """A span that a content points at: original offsets and the probability of the pointing."""

    start: int
    end: int
    probability: float


@dataclass(frozen=True, slots=True)
class Tagged:
    """A content as the tagger sees it, in original offsets."""

    start: int
    end: int
    probability: float
    """Mean over its pieces of lying inside a content."""
    own: float
    """Probability that the outlet itself speaks."""
    source: Pointed | None
    cue: Pointed | None
    outer: Pointed | None
    labels: tuple[Scores, ...]
    """Probabilities of polarity (affirm, deny, question), certainty (certain, probable, possible), act and the source's kind."""


def softmax(x: Scores) -> Scores:
    """Probabilities along the last axis."""
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return (e / e.sum(axis=-1, keepdims=True)).astype(np.float32)  # type: ignore[no-any-return]


def path(scores: Scores) -> list[int]:
    """The best sequence of content tags in which an inside tag only follows its own kind."""
    rows = np.log(softmax(scores) + 1e-9).tolist()
    o, s, si, w, wi = rows[0][_OUT], rows[0][_SAID], -1e9, rows[0][_OWN], -1e9
    back: list[tuple[int, int, int, int, int]] = []
    for out_now, said, said_in, own, own_in in rows[1:]:  # plain names: this loop runs for every piece
        said_at, best_said = (_SAID, s) if s >= si else (_SAID_IN, si)
        own_at, best_own = (_OWN, w) if w >= wi else (_OWN_IN, wi)
        any_at, best = (said_at, best_said) if best_said > o else (_OUT, o)
        if best_own > best:
            any_at, best = own_at, best_own
        back.append((any_at, any_at, said_at, any_at, own_at))
        o, s, si, w, wi = best + out_now, best + said, best_said + said_in, best + own, best_own + own_in
    last = [o, s, si, w, wi]
    at = max(range(5), key=last.__getitem__)
    out = [at]
    for step in reversed(back):
        at = step[at]
        out.append(at)
    return out[::-1]


def decode(window: Window, content: Scores, role: Scores, source: Scores, cue: Scores, labels: Scores) -> list[Tagged]:
    """The contents of one window; pieces that only give context decide nothing."""
    tags = path(content)
    inside = 1.0 - softmax(content)[:, _OUT]
    roles = role.argmax(axis=-1)
    out = []
    for first, last in _spans(tags, window):
        pieces = slice(first, last)
        start, end = window.starts[first], window.ends[last - 1]
        towards = softmax(source[pieces].mean(axis=0))
        at = int(towards.argmax())
        cues = softmax(cue[pieces].mean(axis=0))
        cue_at = int(cues.argmax())
        shares = labels[first]
        out.append(
            Tagged(
                start,
                end,
                float(inside[pieces].mean()),
                float(towards[0]),
                _span(window, roles, at, _SOURCE, float(towards[at])),
                _span(window, roles, cue_at, _CUE, float(cues[cue_at])),
                _outer(window, roles, at, first, last),
                tuple(softmax(shares[where]) for where in LABELS),
            )
        )
    return out


def _spans(tags: list[int], window: Window) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    begun = None
    for k, tag in enumerate([*tags, _OUT]):
        is_edge = k >= len(window.starts) or window.starts[k] < 0 or k < window.context
        if begun is not None and (is_edge or tag not in (_SAID_IN, _OWN_IN)):
            if is_edge and k < len(window.starts) and tag in (_SAID_IN, _OWN_IN) and k >= window.context and window.starts[k] < 0:
                continue  # a paragraph's end inside a content: it goes on
            out.append((begun, k))
            begun = None
        if not is_edge and tag in _STARTS:
            begun = k
    return [(a, _trimmed(window, a, b)) for a, b in out if _trimmed(window, a, b) > a]


def _trimmed(window: Window, a: int, b: int) -> int:
    while b > a and window.starts[b - 1] < 0:
        b -= 1
    return b


def _span(window: Window, roles: NDArray[np.int64], at: int, begins: int, probability: float) -> Pointed | None:
    if at <= 0 or window.starts[at] < 0:
        return None
    end = at + 1
    while end < len(roles) and window.starts[end] >= 0 and roles[end] == begins + 1:
        end += 1
    return Pointed(window.starts[at], window.ends[end - 1], probability)


def _outer(window: Window, roles: NDArray[np.int64], source: int, first: int, last: int) -> Pointed | None:
    """The outer voice nearest to the source, in the same stretch."""
    if source <= 0:
        return None
    found = [k for k in range(max(1, source - 40), min(len(roles), source + 40)) if roles[k] == _OUTER and not first <= k < last]
    if not found:
        return None
    return _span(window, roles, min(found, key=lambda k: (abs(k - source), k)), _OUTER, 1.0)
