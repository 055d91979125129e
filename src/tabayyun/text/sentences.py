"""Paragraphs and sentences of a shadow."""

import re
from collections.abc import Callable, Sequence

_STOP = re.compile(r"[.!?…]+(?:[\"')\]]|\[\d{1,3}\])*(?=\s|$)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'])(?:[a-z]|messrs|mr|mrs|ms|dr|st|gen|cols?|lt|maj|capt|cpt|cdr|cmdr|adm|sgt|brig|cpl|pvt|spc|prof|rev|fr|hon|amb|supt|insp"
    r"|pres|sen|reps?|gov|mt|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|no|nos|vs|etc|cf|ca|approx|est|al"
    r"|(?:[a-z]\.)+[a-z]|[دأامصبقهجسرع](?:\.[دأامصبقهجسرعكمنوي])*|\d{1,2})\.$"
)
_MAY_END = re.compile(r"(?:^|[\s(\"'])(?:(?:[a-z]\.)+[a-z]|etc|al)\.$")
_OPENERS = re.compile(
    r"[\"'(]*(?:the|he|she|it|they|we|but|in|on|at|this|that|these|those|his|her|their|its|and|after|when|while|there|officials|residents"
    r"|witnesses|police|according|no|some|two|three|one|as|for|both)\b(?!\.)"
)
_CLOCK = re.compile(r"[ap]\.m\.$")
_CLOCK_GOES_ON = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|gmt|utc|e[sd]t|[a-z]{3,8} time|local|(?:jan|febr)uary|march|april|may\b|june|july|august"
    r"|(?:septem|octo|novem|decem)ber"
)
_BRACKETS = re.compile(r"\([^()]{1,200}\)")
_FILL = " \"'([-"
_LONGEST_ASIDE = 400


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


def sentences(
    shadow: str,
    start: int,
    end: int,
    quoted: Sequence[tuple[int, int]] | None = None,
    is_small: Callable[[int], bool] = lambda _: False,
) -> list[tuple[int, int]]:
    """Sentences of one paragraph.

    Breaks after a stop that white space follows; not after abbreviations, initials and list numbers, nor before a small
    letter; not inside brackets and quotation marks that close later in the paragraph unless the mark closes with the stop.

    Args:
        shadow: The folded text.
        start: Where the paragraph begins.
        end: Where it ends.
        quoted: Insides of its quotation marks; told by turns from the marks where not given.
        is_small: Whether the letter printed at a shadow offset is a small one (Latin script).
    """
    out = []
    at = start
    asides = [(a, b) for a, b in (_quoted(shadow, start, end) if quoted is None else quoted) if b - a <= _LONGEST_ASIDE]
    asides += [m.span() for m in _BRACKETS.finditer(shadow, start, end)]
    for m in _STOP.finditer(shadow, start, end):
        stop = m.end()
        if any(a <= m.start() and stop < b for a, b in asides):
            continue
        if shadow[m.start()] == "." and len(m.group()) == 1 and _is_abbreviation(shadow, at, m.start(), end, is_small):
            continue
        if _goes_on(shadow, at, m, end, is_small):
            continue
        if shadow[at:stop].strip():
            out.append(_trim(shadow, at, stop))
        at = stop
    if shadow[at:end].strip():
        out.append(_trim(shadow, at, end))
    return out


def _is_abbreviation(shadow: str, at: int, dot: int, end: int, is_small: Callable[[int], bool]) -> bool:
    """Whether the dot belongs to the word before it and no sentence ends there."""
    word = shadow[max(at, dot - 8) : dot + 1]
    if not _ABBREVIATION.search(word):
        return False
    behind = shadow[dot + 1 : min(end, dot + 40)]
    follows = behind.lstrip()
    if re.search(r"(?:^|\W)\d{1,2}\.$", word):
        return not (dot - at > 8 and follows and not follows[0].isdigit())
    if re.search(r"(?:^|\W)no\.$", word):
        return follows[:1].isdigit()
    is_capital = follows[:1].isalpha() and not is_small(dot + 1 + len(behind) - len(follows))
    if _CLOCK.search(word):
        return not (is_capital and not _CLOCK_GOES_ON.match(follows))
    return not (is_capital and _MAY_END.search(word) and _OPENERS.match(follows))


def _goes_on(shadow: str, at: int, stop: re.Match[str], end: int, is_small: Callable[[int], bool]) -> bool:
    """Whether the sentence goes on behind a stop: a small letter follows, or a question or call quoted in Arabic ends there."""
    begin, follows = at, stop.end()
    while begin < stop.start() and shadow[begin] in _FILL:
        begin += 1
    while follows < end and shadow[follows] in _FILL:
        follows += 1
    if follows >= end:
        return False
    if is_small(follows):
        return not is_small(begin) and not shadow.startswith(("al-", "el-", "ar-", "as-", "an-", "ash-"), follows)
    is_arabic = "\u0600" <= shadow[follows] <= "\u06ff"
    return is_arabic and stop.group()[0] in "?!" and stop.group()[-1] == '"' and shadow[stop.end() : follows].isspace()


def _trim(shadow: str, start: int, end: int) -> tuple[int, int]:
    piece = shadow[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _quoted(shadow: str, start: int, end: int) -> list[tuple[int, int]]:
    """Inside-quote stretches of a paragraph by turns of `"`, where a stop does not end the sentence around."""
    marks = [m.start() for m in re.finditer('"', shadow[start:end])]
    return [(start + a, start + b) for a, b in zip(marks[::2], marks[1::2], strict=False)]
