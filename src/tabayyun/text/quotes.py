"""Pairs of quotation marks."""

import re
from bisect import bisect_left, bisect_right

from tabayyun.model.text import Quotation, Shadow

_OPEN = "«“„‹〝<"
_CLOSE = "»”›〞>"
_BEFORE_OPEN = re.compile(r"(?:^|[\s(\[{:,;\"'/-]|(?<![^\W_])[وفبلك]{1,2}|(?<![^\W_])[وف]?ال)\Z")
_SINGLE = "'"
_LONGEST_SINGLE = 800
_PROSE_STOPS = ",.?!…"


def quotations(shadow: Shadow, original: str, paragraphs: list[tuple[int, int]]) -> tuple[Quotation, ...]:
    """Quotations of each paragraph, outermost only, as shadow offsets of their insides.

    A mark opens or closes by its shape and by the sides that words stand on; every paragraph starts afresh. An opening mark
    without its closing one runs to the paragraph's end and is said to be open. Single marks count where they stand in
    pairs outside double ones; apostrophes, feet and inches are no marks.
    """
    out: list[Quotation] = []
    for start, end in paragraphs:
        marks = [(i, original[shadow.starts[i]]) for i in range(start, end) if shadow.text[i] == '"']
        double = _by_sides(shadow.text, marks, start, end)
        if double is None:
            double = _by_turns(shadow.text, marks, end)
        out += double
        out += [q for q in _singles(shadow, original, start, end) if all(q.end <= d.start or d.end <= q.start for d in double)]
    return tuple(sorted(out, key=lambda q: q.start))


def _sides(text: str, i: int, start: int, end: int) -> str:
    """`open`, `close` or nothing, by what stands on the two sides of the mark at `i`."""
    left, right = text[max(start, i - 4) : i], text[i + 1 : min(end, i + 2)]
    is_free = right == "" or right.isspace()
    opens = _BEFORE_OPEN.search(left) is not None and not is_free
    closes = bool(left) and not left[-1].isspace() and not (right.isalnum() or right in ("(", "["))
    return "" if opens == closes else "open" if opens else "close"


def _by_sides(text: str, marks: list[tuple[int, str]], start: int, end: int) -> list[Quotation] | None:
    """Quotations with nested ones inside, or None where an opened mark is not closed."""
    out: list[Quotation] = []
    opened: list[int] = []
    for i, mark in marks:
        side = _sides(text, i, start, end)
        shape = "open" if mark in _OPEN else "close" if mark in _CLOSE else ""
        if shape and (not side or (shape == "open" and not opened) or (shape == "close" and opened)):
            side = shape
        side = side or ("close" if opened else "open")
        if side == "open":
            opened.append(i)
        elif opened:
            begin = opened.pop()
            if not opened and begin + 1 < i:
                out.append(Quotation(begin + 1, i, True))
        elif not shape and not text[i - 1].isdigit():
            return None
    return None if opened else out


def _by_turns(text: str, marks: list[tuple[int, str]], end: int) -> list[Quotation]:
    """Directed marks pair by direction, straight ones by turns; the last one may stay open."""
    out: list[Quotation] = []
    opened: list[tuple[int, str]] = []
    for i, mark in marks:
        if mark in _CLOSE or (mark not in _OPEN and opened and opened[-1][1] not in _OPEN):
            if opened:
                begin, _ = opened.pop()
                if not opened and begin + 1 < i:
                    out.append(Quotation(begin + 1, i, True))
        elif mark not in _OPEN and opened and opened[-1][1] in _OPEN and _closes(text, i):
            begin, _ = opened.pop()
            if not opened and begin + 1 < i:
                out.append(Quotation(begin + 1, i, True))
        else:
            opened.append((i, mark))
    if opened and opened[0][0] + 1 < end:
        out.append(Quotation(opened[0][0] + 1, end, False))
    return out


def _closes(text: str, i: int) -> bool:
    """A straight mark after an opening curly one closes it when no letter follows."""
    return i + 1 >= len(text) or not text[i + 1].isalnum()


def _singles(shadow: Shadow, original: str, start: int, end: int) -> list[Quotation]:
    """Words in single marks: opened before a letter and after none, closed behind words; else they are apostrophes."""
    text = shadow.text
    marks = [i for i in range(start, end) if text[i] == _SINGLE]
    opens = [i for i in marks if _opens_single(text, original[shadow.starts[i]], i, start, end)]
    out: list[Quotation] = []
    for n, i in enumerate(opens):
        limit = min(opens[n + 1] if n + 1 < len(opens) else end, i + _LONGEST_SINGLE)
        ends = [j for j in marks[bisect_right(marks, i + 2) : bisect_left(marks, limit)] if not text[j - 1].isspace()]
        ends = [j for j in ends if j + 1 >= end or not text[j + 1].isalnum()]
        ends = [j for j in ends if original[shadow.starts[j]] != "‘"]
        best = [j for j in ends if text[j - 1] in _PROSE_STOPS] or [j for j in ends if text[j - 1] != "s"] or ends
        if best:
            out.append(Quotation(i + 1, best[0], True))
    return out


def _opens_single(text: str, mark: str, i: int, start: int, end: int) -> bool:
    following = text[i + 1 : min(end, i + 4)]
    is_word = following[:1].isalpha() or following[:1] == '"' or (following[:1].isdigit() and mark == "‘" and not following[2:3].isalpha())
    return mark in "‘'" and is_word and _BEFORE_OPEN.search(text[max(start, i - 4) : i]) is not None
