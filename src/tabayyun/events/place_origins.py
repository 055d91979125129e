"""Where something was launched or came from, in the claim's words."""

from bisect import bisect_left
from collections.abc import Sequence

from tabayyun.events.gazetteer import bare_forms
from tabayyun.events.place_mentions import Line
from tabayyun.events.place_phrases import Phrase
from tabayyun.events.place_words import Vocabulary
from tabayyun.model.event import Words
from tabayyun.model.span import Span
from tabayyun.model.text import TextLayer
from tabayyun.model.why import Hit, Why

_LONGEST = 9
_REACH = 7
_THERE = frozenset({"in", "close", "over"})


def find_origin(line: Line, text: TextLayer, pieces: Sequence[Span], phrases: Sequence[Phrase], say: Vocabulary) -> Words | None:
    """The words after "fired from" and its like inside the content; None where the content names no origin."""
    for piece in pieces:
        start, end = text.shadow.stretch(piece.start, piece.end)
        first, last = _index(line, start), _index(line, end)
        if last and line.words[last - 1].end > end:
            last -= 1  # the content ends inside a word
        found = _inside(line, text, first, last, phrases, say)
        if found is not None:
            return found
    return None


def _index(line: Line, offset: int) -> int:
    return bisect_left(line.words, offset, key=lambda w: w.start)


def _inside(line: Line, text: TextLayer, first: int, last: int, phrases: Sequence[Phrase], say: Vocabulary) -> Words | None:
    armed: tuple[int, str] | None = None
    for n in range(first, last):
        key = line.words[n].key
        forms = [b for _, b in bare_forms(key)]
        strength = _strength(line, n, forms, say)
        if strength == "source" and n + 1 < last and not _broken(line, n + 1):
            got = _capture(line, n + 1, last, phrases, say)
            if got is not None:
                return _words(line, text, n, got)
        if strength:
            is_weaker = armed is not None and armed[1] == "at" and strength != "at" and n - armed[0] <= 2
            armed = armed if is_weaker else (n, strength)
            continue
        near = armed is not None and n - armed[0] <= _REACH
        if key in ("من", "from") and n + 1 < last and not (n > first and line.words[n - 1].key in say.measure):
            is_side = line.words[n + 1].key in say.side
            got = _capture(line, n + 1, last, phrases, say) if near or is_side else None
            if got is not None and (is_side or (armed is not None and (armed[1] == "launch" or _is_place(got, phrases)))):
                return _words(line, text, armed[0] if near and armed is not None else n, got)
        elif near and armed is not None and armed[1] == "at" and any(say.before.get(b) in _THERE for b in forms) and n + 1 < last:
            got = _capture(line, n + 1, last, phrases, say)
            if got is not None and _is_place(got, phrases):
                return _words(line, text, armed[0], got)
    return None


def _strength(line: Line, n: int, forms: list[str], say: Vocabulary) -> str:
    """How a word arms a following "from": `source`, `launch`, `at` (a following "in" too), `hit` (only before a place), or nothing."""
    pairs = {f"{f} {line.words[n + 1].key}" for f in forms} if n + 1 < len(line.words) else set()
    if any(f in say.source for f in forms):
        return "source"
    if any(f in say.launch_at for f in (*forms, *pairs)):
        return "at"
    if any(f in say.launch for f in (*forms, *pairs)):
        return "launch"
    return "hit" if any(say.before.get(f) == "hit" for f in forms) else ""


def _is_place(got: tuple[int, int], phrases: Sequence[Phrase]) -> bool:
    return any(p.first <= got[0] + 1 and got[0] < p.last and not p.head.is_definite for p in phrases)


def _words(line: Line, text: TextLayer, trigger: int, got: tuple[int, int]) -> Words:
    word = line.words[trigger]
    i, j = got
    hit = Hit(text.shadow.origin(word.start, word.end), f"place.{word.key}")
    return Words(text.shadow.origin(line.words[i].start, line.words[j - 1].end), Why("place.launched-from", (hit,)))


def _capture(line: Line, i: int, last: int, phrases: Sequence[Phrase], say: Vocabulary) -> tuple[int, int] | None:
    key = line.words[i].key
    starts_phrase = any(p.first <= i + 1 and p.last > i for p in phrases)
    follows = [w.key for w in line.words[i + 1 : i + 5]]
    if key in ("a", "an") and (starts_phrase or any(w in say.kind for w in follows)):
        key = ""
    if line.words[i].key[0].isdigit() or key in say.no_origin:
        return None
    if key in say.side and i + 1 < last and line.words[i + 1].key in say.no_origin:
        return None
    j = i + 1
    for p in phrases:
        if i <= p.first <= i + 4 and not any(w.key in say.origin_stop for w in line.words[i : p.first]):
            j = max(j, p.last)
    while j < min(last, i + _LONGEST) and not _broken(line, j):
        key = line.words[j].key
        if key in say.origin_stop or key[0].isdigit() or (key[0] == "و" and len(key) > 4 and not key.startswith(("وادي", "وسط", "ولاي"))):
            break
        j += 1
    return i, min(j, last)


def _broken(line: Line, j: int) -> bool:
    gap = line.shadow[line.words[j - 1].end : line.words[j].start]
    return any(c in gap for c in ',.;:!?\n()"')
