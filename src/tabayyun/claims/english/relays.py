"""Frames that are no subject and verb: according to X, X quoted Y, was quoted by, reportedly, denied by, a colon."""

from tabayyun.claims.english.frames import CLOSERS, CLOSING_WORDS, Frame, before_cue, left_source
from tabayyun.claims.english.phrases import right_noun
from tabayyun.claims.english.scenes import Cue, Range, Scene, Words
from tabayyun.claims.english.tails import tail
from tabayyun.claims.english.words import ADVERBS, AUX, BE, COORDINATE, SUBORDINATE, is_finite

_QUOTING = frozenset({"quoted", "quotes", "quote", "cited", "cites", "cite"})


def according(words: Words, cue: Cue, lo: int) -> Frame | None:
    """The frame of "according to X" and its kin; quoting verbs with a subject are handed on."""
    key = words[cue.first].key
    if cue.last - cue.first == 1 and key in _QUOTING and cue.first > lo and words[cue.first - 1].key not in {"("}:
        return _quoting(words, cue, lo)
    if key in {"quoted", "cited"} and cue.first > lo and words[cue.first - 1].key in BE and words[cue.last - 1].key == "by":
        return _quoted_in(words, cue, lo)
    if (
        not (key in {"according", "per", "in", "by", "on", "judging"} or (key == "as" and cue.last - cue.first > 1))
        or "told_in" in cue.entry.id
        or "quoted_by" in cue.entry.id
    ):
        return None
    noun = right_noun(words, cue.last, len(words))
    if noun is None:
        return None
    if key == "per" and (cue.first > 0 and words[cue.first - 1].key not in {",", '"'} and cue.first > lo + 1):
        return None
    outer: list[Range] = []
    t = tail(words, noun.last, False)
    i = t.last
    if i + 1 < len(words) and words[i].key in {"quoted", "cited", "interviewed", "contacted", "reached"} and words[i + 1].key == "by":
        name = right_noun(words, i + 2, len(words))
        if name:
            outer.append(name)
            i = name.last
    f = Frame(cue, Range(cue.first, cue.last), cue.first, i, "before", "according", noun, False, [*outer, *t.outer], t.inner, t.medium)
    k = cue.first - 1
    while k >= lo and (
        words[k].key in ADVERBS
        or words[k].key in COORDINATE
        or words[k].key in SUBORDINATE
        or (words[k].key in {","} and k == cue.first - 1)
    ):
        k -= 1
    opens = k < lo or words[k].key in {";", ":", "-", ".", '"'} or not has_room(words, lo, cue.first)
    if opens and i < len(words) and words[i].key in {","}:
        f.side, f.last = "after", i + 1
    elif opens and i < len(words) and words[i].key in {"who", "which"}:
        close = next((n for n in range(i, len(words)) if words[n].key == ","), None)
        if close is not None:
            f.side, f.last = "after", close + 1
    return f


def _quoted_in(words: Words, cue: Cue, lo: int) -> Frame | None:
    """ "X was quoted by Y as saying C"."""
    source, _ = left_source(words, before_cue(words, cue.first), lo)
    relay = right_noun(words, cue.last, len(words))
    if source is None or relay is None:
        return None
    i = tail(words, relay.last, False).last
    if i + 1 < len(words) and words[i].key == "as" and words[i + 1].key.endswith("ing"):
        i += 2
    side = "before" if closed(words, i) and source.first > lo and words[source.first - 1].key in {",", '"'} else "after"
    return Frame(cue, Range(cue.first, cue.first + 1), source.first, i, side, "quoting", source, False, [relay])


def _quoting(words: Words, cue: Cue, lo: int) -> Frame | None:
    """ "The agency quoted a guard as saying C"."""
    p = before_cue(words, cue.first)
    source, _ = left_source(words, p, lo)
    noun = right_noun(words, cue.last, len(words))
    if source is None or noun is None:
        return None
    i = noun.last
    t = tail(words, i, False)
    i = t.last
    if (
        i + 1 < len(words)
        and words[i].key == "as"
        and words[i + 1].key in {"saying", "reporting", "telling", "stating", "adding", "claiming", "describing", "confirming", "denying"}
    ):
        i = tail(words, i + 2, words[i + 1].key == "telling").last
        side = "before" if closed(words, i) and source.first - 1 >= lo and words[source.first - 1].key in {",", '"'} else "after"
        return Frame(cue, Range(cue.first, cue.last), source.first, i, side, "quoting", noun, False, [source])
    if words[cue.first].key in {"cite", "cites", "cited"} and not (i < len(words) and words[i].key in {":", '"', "that"}):
        return Frame(cue, Range(cue.first, cue.last), source.first, cue.last, "after", "svo", source)
    if (i < len(words) and words[i].key in {":", '"'}) or (i < len(words) and words[i].key == "that"):
        return Frame(cue, Range(cue.first, cue.last), source.first, i, "after", "quoting", noun, False, [source])
    return None


def impersonal(words: Words, cue: Cue) -> Frame:
    """The cue is the participle alone; "is", "to" and "it" belong to the clause."""
    first, last = cue.first, cue.last
    side = "through"
    if words[first].key == "it":
        side = "after"
        return Frame(cue, Range(first, last), first, last, side, "impersonal", Range(first, last))
    while last - first > 1 and words[first].key in {"is", "are", "was", "were"}:
        first += 1
    while last - first > 1 and words[last - 1].key in {"to", "of"}:
        last -= 1
    return Frame(cue, Range(first, last), first, last, side, "impersonal", Range(first, last))


def colon(scene: Scene, found: list[Frame]) -> list[Frame] | None:
    """ "Medical source: C" where the scene has no other frame before the colon."""
    words = scene.words
    at = next((i for i, w in enumerate(words[:16]) if w.key == ":" and i + 1 < len(words) and words[i + 1].start > w.end), None)
    if at is None or at < 1:
        return None
    if any(f.first <= at for f in found) or any(is_finite(w.key) for w in words[:at]):
        return None
    begin = max((i + 1 for i in range(at) if words[i].key in {"-", "|", "*", "•"} and words[i].end < words[i + 1].start), default=0)
    noun = right_noun(words, begin, at)
    if noun is None or noun.last != at:
        return None
    return [Frame(None, Range(at, at + 1), begin, at + 1, "after", "colon", noun), *found]


def passive_denial(words: Words, cue: Cue) -> Frame | None:
    """ "a charge denied by the army"."""
    if cue.entry.family != "denial" or cue.last >= len(words) or words[cue.last].key != "by" or not words[cue.first].key.endswith("ed"):
        return None
    noun = right_noun(words, cue.last + 1, len(words))
    if noun is None:
        return None
    return Frame(cue, Range(cue.first, cue.last), cue.first, noun.last, "antecedent", "passive", noun)


def closed(words: Words, i: int) -> bool:
    """True where nothing that could be a content begins at `i`."""
    if i >= len(words):
        return True
    key = words[i].key
    if key == "that" and i + 1 < len(words) and words[i + 1].key in AUX:
        return True
    if key == "as":
        return not (i + 1 < len(words) and words[i + 1].key in {"many", "much", "few", "of"})
    return key in CLOSERS or key in CLOSING_WORDS


def has_room(words: Words, lo: int, k: int) -> bool:
    """Could the words between `lo` and `k` be a proposition? A clause, a quotation, or a phrase of six words."""
    inside = words[lo:k]
    n = sum(w.is_word for w in inside)
    return n >= 6 or any(w.key == '"' for w in inside) or (n >= 2 and any(is_finite(w.key) for w in inside))


_IDLE = frozenset(
    (
        "unconfirmed conflicting media local press initial many several widespread persistent growing some unverified earlier"
        " fresh numerous"
    ).split()
)


def nominal(scene: Scene, found: list[Frame]) -> list[Frame]:
    """ "There were reports that C", "Rumours that C spread": the noun itself is the voice, where no verb has taken it."""
    words = scene.words
    out: list[Frame] = []
    for cue in scene.nominals:
        first = cue.first
        while first > 0 and words[first - 1].key in _IDLE:
            first -= 1
        before = words[first - 1].key if first else ""
        if first > 0 and before not in {"were", "are", "been", "was", "is"} | {"-", ".", '"', "|", "amid"}:
            continue
        if any(f.first <= cue.last and f.last > first for f in found) or any(g.last > first for g in out):
            continue
        noun = Range(first, max(first + 1, cue.last - 1))
        out.append(Frame(cue, Range(cue.first, max(cue.first + 1, cue.last - 1)), first, cue.last, "after", "nominal", noun))
    return out
