"""Time expressions and media ("in a statement", "on X") as word ranges of a scene."""

from tabayyun.claims.english.scenes import Words
from tabayyun.claims.english.words import COORDINATE, DAYS, MEDIA, MONTHS, PREPOSITIONS, PRONOUNS, SUBORDINATE, TIME_GLUE, TIMES, is_finite


def skip_time(words: Words, i: int, end: int) -> int:
    """Where the time expression that begins at `i` ends; `i` itself where none begins."""
    j, last = i, i
    while j < end and j - i < 9:
        key = words[j].key
        if key in TIMES or (key in DAYS):
            last = j + 1
        elif not (key in TIME_GLUE or key[:1].isdigit() or key == ":"):
            break
        j += 1
    if last == i:
        return i
    first = words[i].key
    if first in {"late", "early", "earlier", "later", "overnight", "today", "yesterday", "tonight"} | DAYS:
        return last
    if first in {"on", "in", "at", "by", "since", "last", "next", "this", "before", "after"}:
        return last
    if words[last - 1].key in {"later", "earlier", "ago"} or first in MONTHS:
        return last
    return (
        last
        if first in {"the", "that"} and words[min(i + 1, end - 1)].key in {"same", "next", "previous", "following", *DAYS, "day", "night"}
        else i
    )


def skip_medium(words: Words, i: int, end: int) -> int:
    """Where a phrase like "in a statement", "on X", "by telephone", "on condition of anonymity" ends; `i` where none begins."""
    if i >= end or words[i].key not in {"in", "on", "via", "through", "over", "by", "at", "during", "under", "from", "using"}:
        return i
    if [w.key for w in words[i : i + 4]] == ["on", "condition", "of", "anonymity"]:
        return i + 4
    if words[i].key == "under" and i + 1 < end:
        return i
    j = i + 1
    while j < end and j - i <= 8:
        w = words[j]
        if w.key in MEDIA and not (w.key == "x" and not w.is_capital):
            k = j + 1
            while k < end and words[k].key in MEDIA:
                k += 1
            if words[k - 1].key == "'" or (k < end and words[k].key in {"of"}):
                return i
            return k
        if not w.is_word or w.key in SUBORDINATE or w.key in PRONOUNS or is_finite(w.key) or w.key in COORDINATE or w.key in PREPOSITIONS:
            return i
        j += 1
    return i
