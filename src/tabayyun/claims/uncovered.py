"""Words that no attribution covers: whole sentences, what stands in front of the first voice, and what follows the last one."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from tabayyun.model.claim import Attribution
from tabayyun.model.text import Sentence, TextLayer

_LEADING = re.compile(r"^(?:[\s,;:.\-*•|#\"()]|\d{1,2}[.)] )+")
_TRAILING = re.compile(r"[\s,;:\-*•|\"(]+$")
_STOPS = ".?!…"
_CONNECTIVE_END = re.compile(r"(?:^|[\s,])(?:و|فيما|بينما|في حين|كما|حيث|اذ|لكن|وسط|while|although|but|and|as|though|whereas|with)$")
_WORDS_IN_WAW = tuple("وقع وصل وزي وقا ولا وفا ورد وجه واص وضع وثق وقف".split())
_TAIL = re.compile(r"^[\s\"]*[,;] *(?:في حين |فيما |بينما |لكن |و(?=\w{2}))")
_LOOSE_FACT = re.compile(
    r" *,? و(?=لم (?:يتبن|تتبن|ترد (?:انباء|معلومات|تقارير|اي)|يرد (?:انباء|معلومات)|يعرف|تعرف|تعلن اي|يعلن اي|تسجل|يسجل|تقع|يصب)\b)"
)
LEAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that no attribution covers: shadow offsets, the sentence they stand in, and which part of it they are."""

    start: int
    end: int
    sentence: int
    part: str
    """`whole`, `prefix` (in front of the first voice) or `tail` (behind the last)."""


def stretches(text: TextLayer, attributions: list[Attribution]) -> list[Stretch]:
    """What no attribution covers, in reading order; a negative fact of its own («، ولم ترد أنباء عن إصابات») stands alone."""
    used = sorted(_extent(a) for a in attributions)
    starts = [a for a, _ in used]
    out: list[Stretch] = []
    for n, s in enumerate(text.sentences):
        begin, end = text.shadow.starts[s.start], text.shadow.ends[s.end - 1]
        touching = [u for u in used[: bisect_left(starts, end)] if u[1] > begin]
        if not touching:
            out += _split(text, _trimmed(text, s, n, s.start, s.end, "whole"))
            continue
        if all(a > begin for a, _ in touching):
            stop = bisect_left(text.shadow.starts, min(a for a, _ in touching))
            out += _split(text, _trimmed(text, s, n, s.start, stop, "prefix"))
        behind = bisect_left(text.shadow.starts, max(b for _, b in touching))
        tail = _TAIL.match(text.shadow.text[behind : s.end]) if behind < s.end else None
        if tail:
            out += _split(text, _trimmed(text, s, n, behind + tail.end(), s.end, "tail"))
    return out


def _extent(a: Attribution) -> tuple[int, int]:
    points = [a.content.span, *([a.cue] if a.cue else []), *(x.span for x in a.chain)]
    return min(p.start for p in points), max(p.end for p in points)


def _split(text: TextLayer, stretch: Stretch | None) -> list[Stretch]:
    if stretch is None:
        return []
    cut = _LOOSE_FACT.search(text.shadow.text, stretch.start + 12, stretch.end)
    if cut is None or stretch.end - cut.end() < 12:
        return [stretch]
    first = Stretch(stretch.start, cut.start(), stretch.sentence, stretch.part)
    return [first, Stretch(cut.end(), stretch.end, stretch.sentence, "tail")]


def _trimmed(text: TextLayer, s: Sentence, n: int, start: int, stop: int, part: str) -> Stretch | None:
    shadow = text.shadow.text
    lead = _LEADING.match(shadow[start:stop])
    if lead:
        start += lead.end()
    if shadow[start : start + 1] == "و" and shadow[start : start + 3] not in _WORDS_IN_WAW:
        start += 1
    end = stop
    while True:
        before = end
        end -= len(shadow[start:end]) - len(_TRAILING.sub("", shadow[start:end]))
        while end > start and shadow[end - 1] in _STOPS:
            end -= 1
        tail = _CONNECTIVE_END.search(shadow[start:end]) if stop < s.end else None
        if tail:
            end = start + tail.start()
        if end == before:
            break
    if len(shadow[start:end].split()) < (LEAST_WORDS + (part == "prefix")):
        return None
    return Stretch(start, end, n, part)
