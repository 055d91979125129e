"""What a source does by saying it (states, accuses, takes on itself, denies, guesses, looks back), by weighed signs.

The rules of each language read an act first; it is one sign among many. Every sign of `act_signs` adds its weights from
`data/acts/weights.csv`, and the act with the greatest sum is taken. What spoke loudest for it stands in the reason.
"""

import csv
import math
from dataclasses import replace
from functools import lru_cache
from heapq import nsmallest

from tabayyun.claims.act_signs import places, signs
from tabayyun.lexicons import Knowledge
from tabayyun.lexicons.load import DATA, raise_all
from tabayyun.lexicons.match import Match
from tabayyun.model.claim import Act, Attribution, Polarity
from tabayyun.model.document import Document
from tabayyun.model.errors import Fault
from tabayyun.model.text import TextLayer
from tabayyun.model.why import Why

BIAS = "bias"
"""The sign that every attribution has."""
STILL_DENIED = 0.35
"""A denial that the rules read stays one in polarity while the signs leave it more than this share."""
ACTS = tuple(Act)
_AT = {act.value: n for n, act in enumerate(ACTS)}
_FILE = "acts/weights.csv"


@lru_cache(maxsize=1)
def weights() -> dict[str, tuple[tuple[int, float], ...]]:
    """Weights of each sign: index into ACTS, weight.

    Raises:
        DataError: the file is missing or faulty.
    """
    faults: list[Fault] = []
    out: dict[str, list[tuple[int, float]]] = {}
    file = DATA / "acts" / "weights.csv"
    if not file.is_file():
        raise_all([Fault(_FILE, "-", "-", "is missing", "write it with tools/weigh_acts.py")])
    for n, row in enumerate(csv.reader(file.read_text(encoding="utf-8").splitlines())):
        if n == 0:
            continue
        try:
            sign, act, weight = row
            out.setdefault(sign, []).append((_AT[act], float(weight)))
        except (ValueError, KeyError) as e:
            faults.append(Fault(_FILE, f"line {n + 1}", "-", f"is no weight ({e})", "write sign,act,number"))
    raise_all(faults)
    return {s: tuple(x) for s, x in out.items()}


def weigh_acts(doc: Document, text: TextLayer, matches: list[Match], know: Knowledge, found: list[Attribution]) -> list[Attribution]:
    """The same attributions in the same order, with the act (and the polarity that goes with it) that the signs speak for.

    A question stays a question; a denial named by its cue, or read in the content and not much doubted by the signs, stays one in
    polarity whatever its act.
    """
    here = places(text, matches, found)
    return [_settled(a, signs(doc, text, matches, know, here, n), know) for n, a in enumerate(found)]


def shares(found: list[str]) -> dict[Act, float]:
    """How the signs share their belief among the acts; sums to 1."""
    table = weights()
    sums = [0.0] * len(ACTS)
    for s in (BIAS, *found):
        for n, w in table.get(s, ()):
            sums[n] += w
    top = max(sums)
    parts = [math.exp(v - top) for v in sums]
    whole = sum(parts)
    return {act: v / whole for act, v in zip(ACTS, parts, strict=True)}


def _settled(a: Attribution, found: list[str], know: Knowledge) -> Attribution:
    share = shares(found)
    act = max(ACTS, key=lambda x: share[x])
    polarity = a.polarity
    if polarity is not Polarity.QUESTION and act is not Act.DENIAL:
        is_read = Polarity.DENY is polarity or a.act is Act.DENIAL
        stays = _is_denied_by_cue(a, know) or (is_read and share[Act.DENIAL] > STILL_DENIED)
        polarity = Polarity.DENY if stays else Polarity.AFFIRM
    return replace(a, act=act, polarity=polarity, why=(*a.why, Why("claims.act", (), _telling(act, share[act], found))))


def _telling(act: Act, share: float, found: list[str]) -> str:
    table, at = weights(), ACTS.index(act)
    loud = [(-w, s) for s in found for n, w in table.get(s, ()) if n == at and w > 0]
    return f"{act.value} {share:.2f}: " + ", ".join(f"{s} {-w:+.1f}" for w, s in nsmallest(4, loud))


def _is_denied_by_cue(a: Attribution, know: Knowledge) -> bool:
    return any(h.entry in know.cues and know.cues[h.entry].polarity is Polarity.DENY for w in a.why for h in w.hits)
