"""A stretch of English text made ready for the rules: words with their print, what is quoted, and the cues."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tabayyun.claims.sources import within
from tabayyun.lexicons.cues import CueEntry
from tabayyun.lexicons.knowledge import Knowledge
from tabayyun.lexicons.match import Match
from tabayyun.model.document import Document
from tabayyun.model.text import Paragraph, TextLayer

CUE_FAMILIES = frozenset(
    ["reporting", "according_to", "denial", "question", "distancing", "endorsing", "responsibility", "accusation", "impersonal"]
)
_SHORT = re.compile(
    r"[a-z](?:\.[a-z])+|dr|gen|col|brig|lt|maj|mr|mrs|ms|sgt|capt|st|rep|reps|sen|sens|rev|gov|govs|del|jr|sr|prof|hon|adm|amb|atty|supt|cpl|cmdr"
)
_INITIAL = re.compile(r"[a-z]")
_ACRONYMS = frozenset({"who", "us", "it"})
_FIRST_WORD_CUES = frozenset(
    f"en.{x}"
    for x in (
        "responsibility.claim_attack",
        "responsibility.claim_bare",
        "denial.deny_responsibility",
        "denial.call_false",
        "denial.no_truth",
        "reporting.find",
        "accusation.charge",
        "reporting.hold",
        "reporting.witness",
    )
)
"""Entries whose phrase reaches into the content: the cue is its first word."""
_BLOCKING = frozenset({"stop", "pseudo"})
_RANK = {
    "responsibility": 0,
    "denial": 1,
    "accusation": 2,
    "endorsing": 3,
    "question": 4,
    "distancing": 5,
    "impersonal": 6,
    "according_to": 7,
}


@dataclass(frozen=True, slots=True)
class Word:
    """A token with what the rules ask of it; `start`/`end` are shadow offsets."""

    start: int
    end: int
    key: str
    is_word: bool
    is_capital: bool
    is_quoted: bool


Words = Sequence[Word]


@dataclass(frozen=True, slots=True)
class Range:
    """Words `[first, last)` of a scene."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue expression as a run of words `[first, last)` of its scene."""

    first: int
    last: int
    entry: CueEntry
    match: Match

    @property
    def part(self) -> str:
        """Which list of the entry it stood in: `verb`, `participle`, `phrase`, `noun`."""
        return self.match.form.part


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence, or several that one quotation holds together."""

    words: tuple[Word, ...]
    cues: tuple[Cue, ...]
    nominals: tuple[Cue, ...]
    """Nouns with their complementizer (`rumours that`), for places where no verb speaks."""
    paragraph: int
    sentence: int
    is_first: bool
    """True at the beginning of its paragraph."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What every rule needs at hand."""

    doc: Document
    text: TextLayer
    matches: list[Match]
    know: Knowledge


def scenes(stage: Stage) -> list[Scene]:
    """The scenes of all English paragraphs, in reading order."""
    out: list[Scene] = []
    for n, paragraph in enumerate(stage.text.paragraphs):
        if paragraph.language == "en":
            out += _of_paragraph(stage, paragraph, n)
    return out


def _of_paragraph(stage: Stage, paragraph: Paragraph, number: int) -> list[Scene]:
    text = stage.text
    out: list[Scene] = []
    at = paragraph.first
    while at < paragraph.last:
        last = at
        while last + 1 < paragraph.last and (_is_held(text, text.sentences[last].end) or _runs_on(stage, last)):
            last += 1
        a, b = text.sentences[at].first, text.sentences[last].last
        words = _joined(_words(stage, a, b))
        out.append(Scene(words, _cues(stage, words), _nominals(stage, words), number, at, at == paragraph.first))
        at = last + 1
    return out


def _joined(words: list[Word]) -> tuple[Word, ...]:
    """The words with `40,000` as one and with the stop of `u.n.` or `gen.` taken into its word."""
    out: list[Word] = []
    for w in words:
        last = out[-1] if out else None
        if last is not None and last.end == w.start:
            comma = len(out) > 1 and last.key == "," and out[-2].key[-1:].isdigit() and w.key[:1].isdigit() and out[-2].end == last.start
            if comma:
                out[-2:] = [replace(out[-2], end=w.end, key=f"{out[-2].key},{w.key}")]
                continue
            is_short = _SHORT.fullmatch(last.key) or (last.is_capital and _INITIAL.fullmatch(last.key) and len(out) > 1)
            if w.key == "." and is_short and w is not words[-1]:
                out[-1] = replace(last, end=w.end, key=last.key + ".")
                continue
        out.append(w)
    return tuple(out)


def _is_held(text: TextLayer, end: int) -> bool:
    """True when a closed quotation goes on after the sentence that ends here."""
    return any(q.is_closed and q.start < end < q.end - 1 for q in text.quotations)


def _runs_on(stage: Stage, i: int) -> bool:
    """`"Who did it?" he asked`: a question or a cry inside quotation marks does not end the sentence around it."""
    a, b = stage.text.sentences[i].end, stage.text.sentences[i + 1].start
    opens = stage.text.shadow.origin(b, b + 1).words(stage.doc.text)
    return opens.islower() and stage.text.shadow.text[a - 1 : a] in {'"', "'"}


def _words(stage: Stage, first: int, last: int) -> list[Word]:
    tokens = stage.text.tokens[first:last]
    starts, ends, printed_text = stage.text.shadow.starts, stage.text.shadow.ends, stage.doc.text
    marks = [q for q in stage.text.quotations if tokens and q.start < tokens[-1].end and tokens[0].start < q.end]
    out = []
    for t in tokens:
        printed = printed_text[starts[t.start] : ends[t.end - 1]]
        key = t.key.upper() if t.key in _ACRONYMS and printed.isupper() and len(printed) > 1 else t.key
        capital = printed[0].isupper() or ("-" in printed and any(c.isupper() for c in printed))
        quoted = bool(marks) and any(q.start <= t.start and t.end <= q.end for q in marks)
        out.append(Word(t.start, t.end, key, t.is_word, capital, quoted))
    return out


def _cues(stage: Stage, words: tuple[Word, ...]) -> tuple[Cue, ...]:
    if not words:
        return ()
    begins = [w.start for w in words]
    near = [m for m in within(words[0].start, words[-1].end, stage.matches) if m.form.family in CUE_FAMILIES | _BLOCKING]
    near.sort(key=lambda m: (m.start - m.end, m.form.family not in _BLOCKING, _RANK.get(m.form.family, 8), m.start))
    taken: list[Match] = []
    for m in near:
        if all(m.end <= k.start or k.end <= m.start for k in taken):
            taken.append(m)
    out = []
    for m in sorted(taken, key=lambda m: m.start):
        entry = stage.know.cues[m.form.entry]
        if m.form.family in _BLOCKING or entry.language != "en" or (entry.takes == {"none"} and m.form.family != "impersonal"):
            continue
        first, last = bisect_left(begins, m.start), bisect_left(begins, m.end)
        if m.form.part == "phrase" and entry.id in _FIRST_WORD_CUES and last > first:
            last = first + 1
            is_whole = words[first].start == m.start
        else:
            is_whole = first < last and words[first].start == m.start and words[last - 1].end == m.end
        if is_whole and not words[first].is_quoted:
            out.append(Cue(first, last, entry, m))
    return tuple(out)


def _nominals(stage: Stage, words: tuple[Word, ...]) -> tuple[Cue, ...]:
    begins = [w.start for w in words]
    out = []
    for m in within(words[0].start, words[-1].end, stage.matches) if words else []:
        if m.form.family != "nominal" or not m.form.words.endswith((" that", " of")):
            continue
        first, last = bisect_left(begins, m.start), bisect_left(begins, m.end)
        if first < last <= len(words) and words[first].start == m.start and not words[first].is_quoted:
            out.append(Cue(first, last, stage.know.cues[m.form.entry], m))
    return tuple(out)
