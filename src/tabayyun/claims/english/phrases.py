"""Noun phrases before and after a cue, time expressions, media and listeners, all as word ranges of a scene.

There is no parser: a phrase ends at punctuation, at a conjunction, at a relative pronoun or at a word that can only
be a finite verb. Appositives stay in a source, relative clauses and parentheses do not.
"""

from tabayyun.claims.english.adverbials import skip_medium, skip_time
from tabayyun.claims.english.scenes import Range, Words
from tabayyun.claims.english.words import (
    ADVERBS,
    BE,
    CARRIERS,
    COORDINATE,
    DETERMINERS,
    HAVE,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVE,
    SUBORDINATE,
    is_finite,
)

_ALONE = frozenset({"he", "she", "it", "they", "we", "i", "you"})
"""Pronouns that are a whole subject."""


def is_rel_open(words: Words, lo: int, j: int) -> int | None:
    """Index of a relative pronoun that opens a clause reaching to `j`, or None; commas and strong words end the search."""
    for i in range(j, max(lo - 1, j - 14), -1):
        key = words[i].key
        if key in RELATIVE:
            return i
        if key in {",", ";", ":", '"', "while", "but", "although", "though", "as"}:
            return None
    return None


def left_noun(words: Words, j: int, lo: int) -> Range | None:
    """The noun phrase that ends before `j` (exclusive), looking back as far as `lo`."""
    if j > lo and words[j - 1].key in _ALONE:
        return Range(j - 1, j)
    end, i = j, j - 1
    relative: int | None = None
    while i >= lo:
        step = _step_left(words, i, lo, end, relative)
        if step is None:
            break
        i, relative = step
    first = _strip_preposition(words, _strip_front(words, i + 1, end), end)
    if first >= end:
        return None
    if relative is not None and relative > first:
        short = words[relative - 1].end - words[first].start
        whole = words[end - 1].end - words[first].start
        if whole <= 3 * short or words[relative - 1].key == ",":
            end = relative
    return Range(first, end) if first < end else None


def _step_left(words: Words, i: int, lo: int, end: int, relative: int | None) -> tuple[int, int | None] | None:
    """The next word to look at and the relative pronoun seen so far, or None where the phrase begins behind `i`."""
    w = words[i]
    if w.key == '"':
        opened = _short_quote(words, i, lo)
        return None if opened is None else (opened - 1, relative)
    if not w.is_word and (w.key not in {"'", "/", "&", ".", "(", ")", "-"} or (w.key == "-" and not _is_tight(words, i))):
        return None
    if w.key in COORDINATE:
        return (i - 1, relative) if _joins(words, i, lo, end) else None
    if w.key == "that" and i > lo and words[i - 1].key in PREPOSITIONS:
        return i - 1, relative
    if w.key == "that" and _restricts(words, i, lo):
        return i - 1, i
    if w.key in SUBORDINATE and not _is_inner_as(words, i):
        return None
    if w.key in RELATIVE:
        return (i - 1, i) if w.key == "who" or any(is_finite(x.key) for x in words[i + 1 : end]) else None
    if is_finite(w.key) and i < end - 1:
        clause = is_rel_open(words, lo, i)
        if clause is not None:
            return clause - 1, clause
        return (i - 1, relative) if _is_reduced(words, i, end) else None
    if w.key in {"he", "she", "it", "they", "we"} and i < end - 1 and relative is None:
        return None
    return i - 1, relative


def _strip_preposition(words: Words, first: int, end: int) -> int:
    """A subject begins with no preposition: behind "by" or "of" its own noun is taken, behind a place nothing is left."""
    if first >= end or words[first].key not in PREPOSITIONS - {"at", "over", "under", "about", "around", "between"}:
        return first
    if words[first].key not in {"by", "to", "from", "with", "for", "of"}:
        return end
    return 1 + max(k for k in range(first, end) if words[k].key in {"of", "by", "to", "from", "with", "in", "for", "against"})


def _restricts(words: Words, i: int, lo: int) -> bool:
    """ "an organisation that tracks ...": a short noun phrase with its determiner stands right before `that`."""
    if (
        i + 1 >= len(words)
        or words[i + 1].key in DETERMINERS
        or words[i + 1].is_capital
        or words[i + 1].key in PRONOUNS
        or words[i - 1].key in CARRIERS
    ):
        return False
    if not (words[i + 1].key.endswith("s") or is_finite(words[i + 1].key)):
        return False
    for k in range(i - 1, max(lo, i - 6) - 1, -1):
        if not words[k].is_word or is_finite(words[k].key):
            return False
        if words[k].key in {"a", "an"}:
            return k == lo or not words[k - 1].is_word
    return False


def _is_tight(words: Words, i: int) -> bool:
    return 0 < i < len(words) - 1 and words[i].start == words[i - 1].end and words[i].end == words[i + 1].start


def _short_quote(words: Words, i: int, lo: int) -> int | None:
    """The opening mark of a quotation of at most five words that closes at `i` and is no sentence of its own."""
    for k in range(i - 1, max(lo, i - 7) - 1, -1):
        if words[k].key == '"':
            inside = i - k - 1
            before = words[k - 1].key if k > lo else ""
            closes = words[i - 1].key in {",", ".", "!", "?"}
            return k if inside and not closes and before not in {"", ",", ":"} else None
    return None


def _joins(words: Words, i: int, lo: int, end: int) -> bool:
    """Does the and/or at `i` join two nouns of one phrase? It does when no finite verb stands before it in its clause."""
    if i == end - 1 or i == lo:
        return False
    for k in range(i - 1, lo - 1, -1):
        key = words[k].key
        if key in {";", ":", '"'} or (key in SUBORDINATE and not _is_inner_as(words, k)):
            return k < i - 1
        if is_finite(key) and is_rel_open(words, lo, k) is None and not _is_reduced(words, k, i):
            return False
        if key == ",":
            return k < i - 1
    return lo == 0 or not words[lo - 1].is_word


def _is_inner_as(words: Words, i: int) -> bool:
    key, before = words[i].key, words[i - 1].key if i else ""
    if key == "as":
        return before in {"known", "such", "well", "identified", "described", "serving", "working", "acting"}
    return key == "where" and False


def _is_reduced(words: Words, i: int, end: int) -> bool:
    """A participle that narrows its noun: `images reviewed by X`, `men trapped inside`, `a trench dug near`."""
    if i > 1 and words[i].key.endswith("ed") and words[i - 1].key.endswith("ly") and words[i - 2].key in DETERMINERS:
        return True
    if i + 1 >= end or not words[i].key.endswith(("ed", "en", "wn", "ught", "ld")):
        return i > 0 and words[i].key.endswith("ed") and words[i - 1].key in DETERMINERS
    if i > 0 and (words[i - 1].key in BE or words[i - 1].key in HAVE):
        return False
    return words[i + 1].key in PREPOSITIONS or (i > 0 and words[i - 1].key in DETERMINERS)


def _strip_front(words: Words, first: int, end: int) -> int:
    """Where the phrase proper begins, after conjunctions, adverbs and a time expression in front."""
    while first < end:
        w = words[first]
        if (
            w.key in COORDINATE
            or w.key in SUBORDINATE
            or (w.key in ADVERBS and w.key not in DETERMINERS)
            or (not w.is_word and w.key != '"')
        ):
            first += 1
            continue
        after = skip_time(words, first, end)
        if after > first and after < end:
            first = after
            continue
        return first
    return first


def right_noun(words: Words, i: int, end: int) -> Range | None:
    """The noun phrase that begins at `i`, with an appositive name or description, without relative clause or time."""
    j = _core(words, i, end)
    if j == i or words[i].key in PREPOSITIONS:
        return None
    if j < end and words[j].key == "who" and j - i <= 2:
        k = j + 1
        while (
            k < end
            and words[k].is_word
            and words[k].key not in COORDINATE
            and words[k].key not in {"while", "but", "although", "as", "when"}
        ):
            k += 1
        return Range(i, k)
    if j < end and words[j].key == "," and j + 1 < end:
        k = _core(words, j + 1, end)
        opens = words[j + 1]
        closed = k >= end or words[k].key in {",", ".", ";", "?"}
        is_name = words[i].is_capital or all(w.is_capital for w in words[j + 1 : k] if w.key not in {"al", "bin", "abu", "the", "of"})
        if (
            (
                closed
                and k - j <= 12
                and is_name
                and (opens.key in {"a", "an", "the", "who", "its", "his", "her", "their"} or opens.is_capital)
                and opens.key != "who"
            )
            and not any(is_finite(w.key) for w in words[j + 1 : k])
            and words[j + 1].key not in PRONOUNS
        ):
            j = k
    return Range(i, j)


def _core(words: Words, i: int, end: int) -> int:
    j = i
    while j < end:
        w = words[j]
        if w.key == '"':
            close = next((k for k in range(j + 1, min(end, j + 7)) if words[k].key == '"'), None)
            if close is None or (j == i and (close + 1 < end and words[close + 1].key not in {",", "."})):
                break
            j = close + 1
            continue
        if not w.is_word and w.key not in {"'", "/", "&", "-", "."}:
            break
        if w.key == "." and (j + 1 >= end or words[j + 1].start > w.end):
            break
        if w.key == "-" and not _is_tight(words, j):
            break
        if w.key in RELATIVE or (w.key in SUBORDINATE and not _is_inner_as(words, j)):
            break
        if w.key in COORDINATE and any(is_finite(x.key) for x in words[j + 1 : j + 8]):
            break
        if j > i and is_finite(w.key) and not _is_reduced(words, j, end):
            break
        if j > i and skip_time(words, j, end) > j and w.key not in {"the", "that"}:
            break
        if j > i and w.key in {
            "told",
            "quoted",
            "cited",
            "citing",
            "quoting",
            "speaking",
            "reached",
            "interviewed",
            "saying",
            "adding",
            "contacted",
            "asked",
            "carried",
            "published",
        }:
            break
        if j > i and w.key in PREPOSITIONS and skip_medium(words, j, end) > j and w.key != "of":
            break
        j += 1
    return j
