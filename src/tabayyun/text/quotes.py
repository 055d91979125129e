"""Pairs of quotation marks."""

from tabayyun.model.text import Quotation, Shadow

_OPEN = "«“„‹〝"
_CLOSE = "»”›〞"


def quotations(shadow: Shadow, original: str, paragraphs: list[tuple[int, int]]) -> tuple[Quotation, ...]:
    """Quotations of each paragraph, outermost only, as shadow offsets of their insides.

    Directed marks pair by direction, straight ones by parity; both start afresh in each paragraph. An opening mark
    without its closing one runs to the paragraph's end and is said to be open.
    """
    out: list[Quotation] = []
    for start, end in paragraphs:
        opened: list[tuple[int, str]] = []
        for i in range(start, end):
            if shadow.text[i] != '"':
                continue
            mark = original[shadow.starts[i]]
            if mark in _CLOSE or (mark not in _OPEN and opened and opened[-1][1] not in _OPEN):
                if opened:
                    begin, _ = opened.pop()
                    if not opened and begin + 1 < i:
                        out.append(Quotation(begin + 1, i, True))
            elif mark not in _OPEN and opened and opened[-1][1] in _OPEN and _closes(shadow.text, i):
                begin, _ = opened.pop()
                if not opened and begin + 1 < i:
                    out.append(Quotation(begin + 1, i, True))
            else:
                opened.append((i, mark))
        if opened and opened[0][0] + 1 < end:
            out.append(Quotation(opened[0][0] + 1, end, False))
    return tuple(sorted(out, key=lambda q: q.start))


def _closes(text: str, i: int) -> bool:
    """A straight mark after an opening curly one closes it when no letter follows."""
    return i + 1 >= len(text) or not text[i + 1].isalnum()
