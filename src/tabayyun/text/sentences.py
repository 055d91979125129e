"""Paragraphs and sentences of a shadow."""

import re

_STOP = re.compile(r"[.!?…]+[\"')\]]*(?=\s|$)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"])(?:[a-z]|mr|mrs|ms|dr|st|gen|col|lt|maj|capt|sgt|brig|cpl|prof|rev|sen|rep|gov|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
    r"|no|vs|etc|approx|u\.s|u\.n|u\.k|e\.g|i\.e|a\.m|p\.m|[دأامصبقهجسرع]|ا\.د|\d{1,2})\.$"
)


def paragraphs(shadow: str) -> list[tuple[int, int]]:
    """Non-empty lines of the shadow as `[start, end)` without outer white space."""
    out = []
    for m in re.finditer(r"[^\n]+", shadow):
        line = m.group()
        start = m.start() + len(line) - len(line.lstrip())
        end = m.start() + len(line.rstrip())
        if start < end:
            out.append((start, end))
    return out


def sentences(shadow: str, start: int, end: int) -> list[tuple[int, int]]:
    """Sentences of one paragraph.

    Breaks after a stop that white space follows; not after abbreviations, initials and list numbers; not inside
    quotation marks that close later in the paragraph unless the mark closes with the stop.
    """
    out = []
    at = start
    inside = _quoted(shadow, start, end)
    for m in _STOP.finditer(shadow, start, end):
        stop = m.end()
        last = shadow[m.start()]
        if last == "." and len(m.group()) == 1 and _ABBREVIATION.search(shadow, max(at, m.start() - 8), m.start() + 1):
            follows = shadow[stop : stop + 2].strip()
            if not (m.start() - at > 8 and re.search(r"\d\.$", shadow[at : m.start() + 1]) and follows and not follows[0].isdigit()):
                continue
        if any(a <= m.start() and stop < b for a, b in inside):
            continue
        if shadow[at:stop].strip():
            out.append(_trim(shadow, at, stop))
        at = stop
    if shadow[at:end].strip():
        out.append(_trim(shadow, at, end))
    return out


def _trim(shadow: str, start: int, end: int) -> tuple[int, int]:
    piece = shadow[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _quoted(shadow: str, start: int, end: int) -> list[tuple[int, int]]:
    """Short inside-quote stretches of a paragraph (by parity of `"`), where a stop does not end the sentence around."""
    marks = [m.start() for m in re.finditer('"', shadow[start:end])]
    pairs = [(start + a, start + b) for a, b in zip(marks[::2], marks[1::2], strict=False)]
    return [(a, b) for a, b in pairs if b - a <= 400]
