"""Voices set between a verb and what it says: «قال مسعف، وفق ما نقلت وكالة X، إن»."""

from itertools import pairwise

from tabayyun.claims.arabic.phrases import ACCORDING, Phrase, names_voice, source_phrase
from tabayyun.claims.arabic.scenes import Scene


def inserted_end(sc: Scene, i: int, end: int) -> int | None:
    """The closing comma of «، وفق ما نقلت وكالة X، أن» whose opening comma is at `i`: a voice between a verb and what it says."""
    if sc.key(i) != "," or sc.key(i + 1) not in ACCORDING:
        return None
    for j in range(i + 2, min(end - 1, i + 18)):
        if sc.key(j) != ",":
            continue
        k = sc.key(j + 1)
        if k in sc.words["complementizer"] or (k in ("الي", "علي", "عن") and sc.key(j + 2) in sc.words["complementizer"]):
            return j
        return None
    return None


def inserted_voices(sc: Scene, a: int, b: int) -> list[Phrase]:
    """The voices of such an insertion in tokens `[a, b)`, outermost first."""
    for i in range(a, b):
        close = inserted_end(sc, i, b + 1)
        if close is None:
            continue
        start = next((j for j in range(i + 2, close) if names_voice(sc, j, is_led=True)), i + 2)
        cuts = [j for j in range(start, close) if sc.key(j) == "عن"] if any(sc.key(j).startswith("نقل") for j in range(i, start)) else []
        bounds = [start - 1, *cuts, close]
        found = [source_phrase(sc, x + 1, y) for x, y in pairwise(bounds)]
        return [p for p in found if not p.is_empty]
    return []
