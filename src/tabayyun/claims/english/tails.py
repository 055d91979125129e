"""What stands between a cue and its content or its stop: listeners, media, times, places, deeper and relaying voices."""

from dataclasses import dataclass, field

from tabayyun.claims.english.adverbials import skip_medium, skip_time
from tabayyun.claims.english.frames import CLOSERS
from tabayyun.claims.english.phrases import right_noun
from tabayyun.claims.english.scenes import Range, Words
from tabayyun.claims.english.words import ADVERBS, DETERMINERS, LISTENERS, POSSESSIVES, PREPOSITIONS, is_finite


@dataclass(slots=True)
class Tail:
    """What stands between a cue and its content or its stop."""

    last: int
    outer: list[Range] = field(default_factory=list)
    inner: list[Range] = field(default_factory=list)
    medium: Range | None = None


def tail(words: Words, i: int, takes_listener: bool) -> Tail:
    """Reads listeners, media, time, "citing X" after a cue that ends before `i`."""
    t, end = Tail(i), len(words)
    if takes_listener:
        t.last = _listener(words, i, t)
        if t.last == i:
            t.last = _plain_listener(words, i)
    moved = True
    while moved:
        moved = False
        i = t.last
        if i < end and words[i].key in ADVERBS and words[i].key not in {"both", "all", "each", "only", "just", "even", "most"}:
            follows = words[i + 1].key if i + 1 < end else "."
            if follows in CLOSERS or follows in {"that", '"', "in", "on", ":"}:
                t.last, moved = i + 1, True
                continue
        if i + 2 < end and words[i].key == "," and words[i + 1].key in ADVERBS and words[i + 2].key == ",":
            t.last, moved = i + 3, True
            continue
        after = skip_time(words, i, end)
        if after > i and _fits(words, after):
            t.last, moved = after, True
            continue
        after = skip_medium(words, i, end)
        if after > i:
            t.medium = t.medium or Range(i, after)
            t.last, moved = _carrier(words, after, t), True
            continue
        if i < end and words[i].key == "to" and i + 1 < end:
            after = _listener(words, i + 1, t)
            if after > i + 1:
                t.last, moved = after, True
                continue
        moved = _citing(words, i, t) or _place(words, i, t)
    return t


def _fits(words: Words, i: int) -> bool:
    """A time after a cue belongs to the cue unless a preposition shows that a noun phrase goes on."""
    return i >= len(words) or words[i].key not in {"of", "and", "'s"}


def _place(words: Words, i: int, t: Tail) -> bool:
    """ "told reporters in Baghdad that": a place between cue and complementizer."""
    end = len(words)
    if i >= end or words[i].key not in {"in", "at", "from", "during", "of", "about", "outside", "near"}:
        return False
    j = i + 1
    while j < end and j - i < 9 and words[j].is_word and words[j].key not in {"that", "and", "but"} and not is_finite(words[j].key):
        j += 1
    if j < end and j > i + 1 and words[j].key in {"that", ":"} and j - i < 8:
        t.last = j
        return True
    return False


def _carrier(words: Words, i: int, t: Tail) -> int:
    """After a medium: "to/with X" and "carried by X" name the relaying voice; "on X" goes with the medium."""
    end = len(words)
    after = skip_medium(words, i, end)
    if after > i:
        return _carrier(words, after, t)
    if i + 1 < end and words[i].key in {
        "carried",
        "published",
        "posted",
        "relayed",
        "broadcast",
        "sent",
        "issued",
        "quoted",
        "reported",
        "released",
    }:
        if words[i + 1].key in {"by", "to"}:
            name = right_noun(words, i + 2, end)
            if name:
                t.outer.append(name)
                return name.last
        after = skip_medium(words, i + 1, end)
        if after > i + 1:
            return after
    if i + 1 < end and words[i].key in {"to", "with"}:
        return max(_listener(words, i + 1, t), i)
    return i


def _citing(words: Words, i: int, t: Tail) -> bool:
    end = len(words)
    j = i + 1 if i < end and words[i].key == "," else i
    if j + 1 >= end:
        return False
    if words[j].key in {"citing", "quoting"}:
        name = right_noun(words, j + 1, end)
        if name:
            t.inner.append(name)
            t.last = name.last
            return True
    if j > i and words[j].key == "speaking" and words[j + 1].key == "to":
        after = _listener(words, j + 2, t)
        if after > j + 2:
            t.last = after
            return True
    return False


_PRIVATE = frozenset(
    """
    reporters journalists investigators volunteers lawmakers diplomats officials relatives families residents partners staff
    council parliament conference briefing rally crowd court hearing committee
    office team members everyone
    """.split()
)
"""Listeners that relay nothing: they are no link of the chain."""


def _listener(words: Words, i: int, t: Tail) -> int:
    """Where the listener that begins at `i` ends; a name or a news body becomes an outer link of the tail."""
    end = len(words)
    if i >= end:
        return i
    if words[i].key in {"us", "them", "him", "her", "me", "it", "you"}:
        return i + 1
    start = i
    while start < end and start - i < 4 and (words[start].key in DETERMINERS or words[start].key in POSSESSIVES):
        start += 1
    j = _name_of_listener(words, start, end)
    if j == start:
        return i
    if words[j - 1].key not in _PRIVATE:
        t.outer.append(Range(start, j))
    return j


def _name_of_listener(words: Words, start: int, end: int) -> int:
    j, lead = start, start
    while j < end and j - start < 7:
        w = words[j]
        joins = w.key in {"-", "of", "for", "&"} and j > start and j + 1 < end and words[j + 1].is_capital
        if w.is_capital or w.key in LISTENERS or joins:
            j += 1
            goes_on = (j < end and words[j].key in LISTENERS) or _named_listener(words, j, end)
            if w.key in LISTENERS and not w.is_capital and not goes_on:
                break
        elif lead == j and w.is_word and j + 1 < end and _leads_to_listener(words, j, end):
            j += 1
            lead = j
        else:
            break
    return j


def _plain_listener(words: Words, i: int) -> int:
    """A listener that is no news body (`the committee`, `his family`), known by what closes it."""
    j = i
    while j < len(words) and j - i < 5 and words[j].is_word and words[j].key not in {"that", "how", "of"} and not is_finite(words[j].key):
        j += 1
    closed = j >= len(words) or words[j].key in {"that", ":", '"', ".", ";"} or (words[j].key == "," and j - i <= 3)
    return j if closed and j > i else i


def _named_listener(words: Words, j: int, end: int) -> bool:
    """ "the state daily Al-Ahram that": a name behind the noun, closed before the content."""
    k = j
    while k < end and words[k].is_capital:
        k += 1
    return k > j and (k >= end or words[k].key in {"that", ",", ".", "on", ":", '"', "in"})


def _leads_to_listener(words: Words, j: int, end: int) -> bool:
    """A lower-case modifier (`state television`, `our field team`, `the local outlet`) before a listener's noun or name."""
    for k in range(j, min(end, j + 4)):
        if words[k].key in LISTENERS and k > j:
            return True
        if not words[k].is_word or is_finite(words[k].key) or words[k].key in PREPOSITIONS or words[k].key == "that":
            return False
    return False
