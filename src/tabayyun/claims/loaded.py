"""Words of a text that judge: labels, honorifics, dysphemisms, euphemisms, words that hold at a distance."""

from bisect import bisect_left, bisect_right

from tabayyun.lexicons import Knowledge
from tabayyun.lexicons.match import Match, longest
from tabayyun.model.claim import Loaded
from tabayyun.model.document import Document
from tabayyun.model.text import TextLayer
from tabayyun.model.why import Hit, Why

_AT_MOST = 2
"""How often the same words are listed in one text; further repetitions say nothing new."""
_SURNAMED = frozenset({"label", "dysphemism"})


def find_loaded(doc: Document, text: TextLayer, matches: list[Match], know: Knowledge) -> tuple[Loaded, ...]:
    """Loaded words of `doc` in reading order, with original offsets; `matches` are those of the whole shadow.

    Longest first; what stands inside a proper name (شهداء الأقصى, a hospital) is no verdict. A label takes in the name
    that it is put on and the labels that follow it ("ميليشيا … الإرهابية"). `is_quoted` tells that the words stand
    inside quotation marks: then they are the source's, not necessarily the outlet's.
    """
    names = [m for m in matches if m.form.family == "actors" and m.form.part == "name"]
    proper = _merged([m for m in names if m.form.words not in know.actors[m.form.entry].pejorative])
    slurs = [m for m in names if m.form.words in know.actors[m.form.entry].pejorative]
    words = [m for m in matches if m.form.family == "loaded"]
    found = [m for m in longest([*words, *slurs]) if not _inside(m, proper)]
    out: list[Loaded] = []
    listed: dict[str, int] = {}
    end = -1
    for n, m in enumerate(found):
        if m.start < end:
            continue
        kind = know.loaded[m.form.entry].kind if m.form.family == "loaded" else "label"
        end = _extended(m, found[n + 1 :], names, kind, text, know)
        key = text.shadow.text[m.start : end]
        listed[key] = listed.get(key, 0) + 1
        if listed[key] > _AT_MOST:
            continue
        hit = Hit(text.shadow.origin(m.start, m.end), m.form.entry)
        why = Why("claims.loaded." + kind, (hit,))
        out.append(Loaded(doc.id, text.shadow.origin(m.start, end), kind, _is_quoted(m.start, end, text), why))
    return tuple(out)


def _merged(matches: list[Match]) -> list[tuple[int, int]]:
    """The stretches that names cover, by start, none overlapping."""
    out: list[tuple[int, int]] = []
    for m in matches:
        if out and m.start < out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], m.end))
        else:
            out.append((m.start, m.end))
    return out


def _inside(m: Match, spans: list[tuple[int, int]]) -> bool:
    at = bisect_right(spans, (m.start, 1 << 60)) - 1
    return at >= 0 and m.end <= spans[at][1] and (m.start, m.end) != spans[at]


def _extended(m: Match, later: list[Match], names: list[Match], kind: str, text: TextLayer, know: Knowledge) -> int:
    """Where a label ends with the name it is put on and the labels right behind that; other kinds end with their words."""
    if kind not in _SURNAMED:
        return m.end
    shadow = text.shadow.text
    end = m.end
    follow = {x.start: x.end for x in later[:4] if x.form.family == "loaded" and know.loaded[x.form.entry].kind in _SURNAMED}
    at = bisect_left(names, end, key=lambda x: x.start)
    while end + 1 < len(shadow) and shadow[end] == " ":
        start = end + 1 + (shadow[end + 1] == '"')
        name = max((x.end for x in names[at : at + 12] if x.start == start), default=0)
        after = max(name, follow.get(start, 0))
        if not after:
            break
        end = after + (shadow[after : after + 1] == '"' and shadow[start - 1] == '"')
    return end


def _is_quoted(start: int, end: int, text: TextLayer) -> bool:
    at = bisect_right(text.quotations, start, key=lambda q: q.start) - 1
    return at >= 0 and end <= text.quotations[at].end + 1
