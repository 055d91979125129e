"""Where contents begin and end: datelines, list marks, trailing remarks, joiners, quotation marks."""

from tabayyun.claims.english.adverbials import skip_medium
from tabayyun.claims.english.frames import Frame
from tabayyun.claims.english.scenes import Range, Scene, Words
from tabayyun.claims.english.words import CARRIERS, COORDINATE, RELATIVE, is_finite

_LEADING = frozenset({",", ";", ":", ".", "-", ")", "that", "?", "!", "*", "•"})


JOINERS = frozenset({"and", "but", "while", "although", "though", "whereas", "as", "whilst", "or", "yet", "so"})


_CUTS = frozenset({"but", "although", "though", "while", "whereas", "whilst"})


def opening(scene: Scene) -> int:
    """Index of the first word after a dateline, a clock time, a bullet or a number of a list."""
    words = scene.words
    if not scene.is_first:
        return 0
    for i, w in enumerate(words[:16]):
        if w.key == "-" and i and i + 1 < len(words) and words[i + 1].start > w.end and words[i - 1].end < w.start:
            head = [x for x in words[:i] if x.is_word]
            if head and (head[0].is_capital or head[0].key[0].isdigit()) and not any(is_finite(x.key) for x in head):
                return i + 1
            break
        if w.key in {",", ";"} and i > 4:
            break
    colon = next((i for i, w in enumerate(words[:9]) if w.key == ":" and i + 1 < len(words) and words[i + 1].start > w.end), None)
    if colon and not any(is_finite(w.key) or w.key in {",", '"'} for w in words[:colon]):
        return colon + 1
    i = 0
    while i < len(words) and (not words[i].is_word and words[i].key not in {'"', "("}):
        i += 1
    if i + 1 < len(words) and words[i].key.isdigit() and words[i + 1].key in {".", ")"}:
        return i + 2
    return i


def before_carrier(words: Words, begin: int, first: int) -> int:
    """Cuts ", an explanation that" off the end of a content."""
    if first - 1 > begin and words[first - 1].key == "that":
        for k in range(first - 2, max(begin, first - 6), -1):
            if words[k].key == "," and any(w.key in CARRIERS for w in words[k:first]):
                return k
    return first


def before_medium(words: Words, begin: int, end: int, f: Frame) -> int:
    """ "claimed the attack in a statement": the medium is no part of a content that is a noun phrase."""
    if (
        f.cue is None
        or f.cue.entry.family not in {"responsibility", "distancing"}
        or any(is_finite(w.key) for w in words[begin : min(end, begin + 3)])
    ):
        return end
    for k in range(begin + 1, end):
        after = skip_medium(words, k, end)
        if words[k].key in {"through", "via"} and k + 1 < end and words[k + 1].key in {"its", "their", "his", "a"}:
            return k
        if after > k and words[k].key in {"in", "on", "via", "through", "over"}:
            f.medium = f.medium or Range(k, after)
            return k
        if is_finite(words[k].key):
            return end
    return end


def cut(words: Words, begin: int) -> int:
    """The end of the scene, or the place where a contrast in the outlet's own voice sets in."""
    end = len(words)
    for k in range(begin + 3, end - 2):
        if words[k].is_quoted:
            continue
        if words[k].key == ";":
            return k
        if words[k].key == "," and words[k + 1].key == "without" and words[k + 2].key.endswith("ing"):
            return k
        if (
            words[k].key == ","
            and words[k + 1].key in {"without", "offering"}
            and words[k + 2].key in {"elaborating", "giving", "providing", "specifying", "evidence", "offering", "naming", "no", "saying"}
        ):
            return k
        if words[k].key == "," and words[k + 1].key in _CUTS and any(is_finite(w.key) for w in words[k + 2 :]):
            return k
    return end


def split(words: Words, lo: int, hi: int) -> int | None:
    """The last place in `[lo, hi)` where a new clause sets in, or None."""
    for k in range(hi - 1, lo, -1):
        if words[k].is_quoted:
            continue
        key = words[k].key
        if key == ";":
            return k
        if (
            key in JOINERS - {"or", "yet", "so"}
            and words[k - 1].key in {",", '"', "-"}
            and any(is_finite(w.key) for w in words[k + 1 : hi])
        ):
            return k
        if key in {"while", "but", "although", "whereas"} and k > lo + 1:
            return k
    return None


def clause_left(words: Words, i: int, lo: int) -> int:
    """Where the clause around `i` begins, not before `lo`."""
    for k in range(i - 1, lo - 1, -1):
        if words[k].key == ";" or (words[k].key in _CUTS | COORDINATE and k > lo and words[k - 1].key == ","):
            return k + 1
        if words[k].key in RELATIVE and k > lo and words[k - 1].key == ",":
            return k
    return lo


def clause_right(words: Words, i: int, hi: int) -> int:
    """Where the clause around `i` ends, not after `hi`."""
    for k in range(i, hi - 1):
        if words[k].key == ";" or (
            words[k].key == "," and words[k + 1].key in _CUTS | COORDINATE and any(is_finite(w.key) for w in words[k + 2 : hi])
        ):
            return k
    return hi


def trim(words: Words, first: int, last: int) -> list[Range]:
    """`[first, last)` without joiners, complementizer, outer quotation marks and punctuation; empty list where nothing is left."""
    last = min(last, len(words))
    changed = True
    while changed and first < last:
        changed = False
        head, tail = words[first], words[last - 1]
        if head.key in _LEADING or (head.key in JOINERS and not _is_quantity(words, first)):
            first, changed = first + 1, True
        elif tail.key in {",", ".", ";", ":", "-", "?", "!", "("} or tail.key in JOINERS or tail.key == "that":
            last, changed = last - 1, True
        elif head.key == '"' and _pairs(words, first, last):
            first, changed = first + 1, True
        elif tail.key == '"' and not any(w.key == '"' for w in words[first : last - 1]):
            last, changed = last - 1, True
    return [Range(first, last)] if first < last and any(w.is_word for w in words[first:last]) else []


def _is_quantity(words: Words, i: int) -> bool:
    return words[i].key == "as" and i + 1 < len(words) and words[i + 1].key in {"many", "much", "few"}


def _pairs(words: Words, first: int, last: int) -> bool:
    """True where the mark at `first` closes only at the end of the range (or nowhere in it)."""
    close = next((k for k in range(first + 1, last) if words[k].key == '"'), None)
    return close is None or all(not w.is_word for w in words[close:last])
