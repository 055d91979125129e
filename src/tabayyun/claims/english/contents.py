"""Dividing a scene between its frames: which words are the proposition of which cue."""

from dataclasses import dataclass, field

from tabayyun.claims.english.edges import JOINERS, before_carrier, before_medium, clause_left, clause_right, cut, opening, split, trim
from tabayyun.claims.english.frames import Frame
from tabayyun.claims.english.scenes import Range, Scene, Words
from tabayyun.claims.english.words import RELATIVE, SUBORDINATE


@dataclass(slots=True)
class Share:
    """A frame with the word ranges of its content; empty where the content is an antecedent."""

    frame: Frame
    pieces: list[Range] = field(default_factory=list)
    outside: list[Frame] = field(default_factory=list)
    """Frames that report this one: their voices stand further out in the chain."""
    twin: Frame | None = None
    """The frame of a voice whose proposition this one denies ("denied C, as alleged by Y")."""


def divide(scene: Scene, frames: list[Frame]) -> list[Share]:
    """The frames of a scene with their contents; a frame wholly inside another's clause joins its chain."""
    words = scene.words
    shares = [Share(f) for f in frames]
    at, out = opening(scene), []
    pending: list[Frame] = []
    n = 0
    while n < len(shares):
        s = shares[n]
        after = shares[n + 1].frame if n + 1 < len(shares) else None
        if s.frame.side == "after" and after is not None:
            begin = _content_start(words, s.frame)
            if _is_event(words, s.frame, begin, after):
                n += 1
                continue
            if _nests(words, begin, after):
                pending.append(s.frame)
                at, n = begin, n + 1
                continue
        s.outside, pending = pending, []
        at, swallowed = _fill(words, s, at, shares, n)
        out.append(s)
        if s.twin is not None:
            out.append(Share(s.twin, list(s.pieces)))
        n += 1 + swallowed
    return out


def _is_event(words: Words, f: Frame, begin: int, after: Frame) -> bool:
    """A verb of many meanings inside what a later voice reports: `X admitted 118 patients, Y said`."""
    return after.side == "before" and not after.is_shared and not _is_told(words, f) and not split(words, begin, after.first)


def _fill(words: Words, s: Share, at: int, shares: list[Share], n: int) -> tuple[int, int]:
    """Gives a share its content; returns where the next region begins and how many frames went into this content."""
    f, swallowed = s.frame, 0
    after = shares[n + 1].frame if n + 1 < len(shares) else None
    if f.side == "after":
        begin = _content_start(words, f)
        end, at, swallowed = _until(words, begin, after, shares, n, s)
        s.pieces = trim(words, begin, before_medium(words, begin, end, f))
    elif f.side == "before":
        s.pieces = trim(words, at, f.first)
        stop = _region(words, f.last, after)
        more = _continuation(words, s, f.last, stop)
        s.pieces += more
        at = stop if more else f.last
    elif f.side == "through":
        begin = max(at, clause_left(words, f.span.first, at))
        at = clause_right(words, f.span.last, after.first if after else len(words))
        s.pieces = trim(words, begin, f.span.first) + trim(words, f.span.last, at)
    else:
        at = max(at, f.last)
    return at, swallowed


def _content_start(words: Words, f: Frame) -> int:
    if [w.key for w in words[f.last : f.last + 3 : 2]] == ["the", ":"]:
        return f.last + 3
    if f.cue is not None and f.cue.entry.id == "en.reporting.give":
        return next((k + 1 for k in range(f.last, min(len(words) - 1, f.last + 7)) if words[k].key in {":", "that"}), f.last)
    is_phrase = f.cue is not None and f.style not in {"according", "quoting"} and f.cue.part == "phrase"
    if f.cue is not None and is_phrase and (f.cue.entry.id == "en.reporting.voice" or f.cue.entry.family == "question"):
        return f.cue.last
    return f.last


def _nests(words: Words, begin: int, after: Frame) -> bool:
    """True where the next frame's own words begin right where this content would."""
    if after.side not in {"after"} or after.style not in {"svo", "according", "quoting"} or after.is_shared:
        return False
    return _touches(words, begin, after) and not _is_inside(words, begin, after)


def _touches(words: Words, begin: int, after: Frame) -> bool:
    k = begin
    while k < after.first and (words[k].key in {",", "that"}):
        k += 1
    return k >= after.first


def _is_inside(words: Words, begin: int, after: Frame) -> bool:
    """True where the next cue is told as part of the content: its subject is the speaker's pronoun, or it is in the past of the past."""
    if (
        after.source is not None
        and after.source.first
        and words[after.source.first - 1].key in RELATIVE
        and words[after.source.first].key in {"he", "she", "they", "it"}
    ):
        return after.style == "svo"
    if after.style == "what":
        return True
    if after.side not in {"after", "antecedent"} or after.style not in {"svo"} or after.cue is None:
        return False
    if after.source is None or not _touches(words, begin, after):
        return not _sets_in(words, begin, after) and any(w.key == "had" for w in words[max(begin, after.cue.first - 2) : after.cue.first])
    if words[after.source.first].key in {"it", "he", "she", "they", "we", "i"} and after.source.last - after.source.first == 1:
        return True
    if any(w.key in {"had", "have", "has"} for w in words[max(begin, after.cue.first - 2) : after.cue.first]):
        return True
    if words[after.cue.first].key in {"reports", "report", "claims", "claim", "charges", "rumours"}:
        return True
    if after.cue.entry.id.rsplit(".", 1)[1] in {"suggest", "indicate", "show", "believe", "hint"}:
        return True
    follows = words[after.cue.last].key if after.cue.last < len(words) else ""
    return not (follows == "that" or "to" in after.cue.entry.takes)


def _sets_in(words: Words, begin: int, after: Frame) -> bool:
    """True where a semicolon or a conjunction opens the next frame's clause."""
    return (
        after.first > begin
        and words[after.first - 1].key in {";", "and", "but", "while", "although", "though", "whereas"}
        and after.first - 1 > begin
    )


def _is_told(words: Words, f: Frame) -> bool:
    """Is this surely speech, not an event that someone else reports (`X has admitted 118 patients, Y said`)?"""
    if f.cue is None or f.style in {"quoting", "according", "colon"} or (f.last < len(words) and words[f.last].key in {"that", '"', ":"}):
        return True
    name = f.cue.entry.id.rsplit(".", 1)[1]
    return f.cue.entry.family in {"denial", "accusation", "responsibility", "distancing"} or name in {
        "say",
        "tell",
        "report",
        "announce",
        "confirm",
        "state",
        "add",
    }


def _until(words: Words, begin: int, after: Frame | None, shares: list[Share], n: int, s: Share) -> tuple[int, int, int]:
    """End of an `after` content, where the next region begins, and how many frames were swallowed."""
    swallowed, f = 0, s.frame
    while after is not None:
        if (after.side == "through" and not split(words, begin, after.span.first)) or _is_inside(words, begin, after):
            swallowed += 1
        elif after.side == "before" and (cleft := split(words, begin, after.first)):
            return cleft, cleft, swallowed
        elif after.side == "before" and after.style == "according" and f.cue is not None and f.cue.entry.family == "denial":
            s.twin = after
            return after.first, after.last, swallowed + 1
        elif after.side == "before" and not after.is_shared and after.style != "inverted":
            s.outside.insert(0, after)
            return after.first, after.last, swallowed + 1
        else:
            return before_carrier(words, begin, after.first), after.first, swallowed
        nxt = n + 1 + swallowed
        after = shares[nxt].frame if nxt < len(shares) else None
    end = cut(words, begin) if f.style != "nominal" else _verb_of_noun(words, begin)
    return end, end, swallowed


def _verb_of_noun(words: Words, begin: int) -> int:
    """Where "proved untrue" or "spread" goes on after "rumours that C"."""
    verbs = {
        "proved",
        "spread",
        "reached",
        "circulated",
        "emerged",
        "remain",
        "remained",
        "appear",
        "appeared",
        "surfaced",
        "are",
        "could",
        "turned",
    }
    return next((k for k in range(len(words) - 1, begin + 2, -1) if words[k].key in verbs), len(words))


def _region(words: Words, last: int, after: Frame | None) -> int:
    if after is None:
        return len(words)
    if after.side == "before":
        return last
    return after.first


def _continuation(words: Words, s: Share, last: int, stop: int) -> list[Range]:
    """What goes on behind `C1, X said,`: a second quotation, or the rest of the clause."""
    if not s.pieces or (s.frame.style == "according" and not (last < len(words) and words[last].key == ",")):
        return []
    k = last
    while k < stop and words[k].key in {",", ".", ":", "-"}:
        k += 1
    if k >= stop or (k == last and words[k].key != '"'):
        return []
    first = s.pieces[0].first
    was_quote = words[first].is_quoted or (first > 0 and words[first - 1].key == '"')
    if words[k].key == '"':
        return trim(words, k, stop)
    if was_quote or words[last].key not in {",", "-"} or words[k].key in JOINERS or words[k].key in RELATIVE or words[k].key in SUBORDINATE:
        return []
    if s.frame.style == "inverted":
        return []
    return trim(words, k, stop)
