"""Who is the subject of a cue: what its phrase hides, what a parenthesis adds, and the main clause behind it."""

from tabayyun.claims.english.adverbials import skip_time
from tabayyun.claims.english.frames import Frame
from tabayyun.claims.english.phrases import right_noun
from tabayyun.claims.english.scenes import Range, Words
from tabayyun.claims.english.tails import tail
from tabayyun.claims.english.words import ADVERBS, CARRIERS, COORDINATE, DETERMINERS, SUBORDINATE


def after_carrier(words: Words, source: Range) -> Range | None:
    """ "C, an allegation the army rejected": the subject begins behind the noun that stands for the proposition."""
    if words[source.first].key == "something" and source.last - source.first > 1:
        return Range(source.first + 1, source.last)
    if words[source.first].key not in {"a", "an", "the"}:
        return None
    for k in range(source.first + 1, min(source.last - 1, source.first + 5)):
        opens = words[k + 1].key in DETERMINERS or (words[k + 1].is_capital and not words[k].is_capital)
        if words[k].key in CARRIERS and opens:
            return Range(k + 1, source.last)
    return None


def without_relay(words: Words, source: Range, f: Frame) -> Range:
    """ "a medic quoted by X": the medic speaks, X relays."""
    for k in range(source.first + 1, source.last - 2):
        if words[k].key in {"quoted", "cited"} and words[k + 1].key == "by":
            f.outer.append(Range(k + 2, source.last))
            return Range(source.first, k)
        if words[k].key in {"interviewed", "reached", "contacted"} and words[k + 1].key == "by":
            return Range(source.first, k)
        if words[k].key == "speaking" and words[k + 1].key == "to":
            f.outer += tail(words[: source.last], k + 1, False).outer
            return Range(source.first, k)
    return source


def main_subject(words: Words, p: int) -> Range | None:
    """The subject of the scene's main clause, for a participle that follows a verb which is no cue."""
    begin = 0
    while begin < p and (
        not words[begin].is_word or words[begin].key in COORDINATE or words[begin].key in SUBORDINATE or words[begin].key in ADVERBS
    ):
        begin += 1
    begin = max(begin, skip_time(words, begin, p))
    while begin < p and not words[begin].is_word:
        begin += 1
    noun = right_noun(words, begin, p)
    if noun is None or noun.last >= p:
        return None
    return noun


def read_inside(words: Words, inside: Range, f: Frame) -> None:
    """What a parenthesis between source and verb says of further voices: citing Y, speaking to Z, in an interview with Z."""
    i = inside.first
    if i >= inside.last:
        return
    part = words[: inside.last]
    key = words[i].key
    if key in {"citing", "quoting"}:
        noun = right_noun(part, i + 1, inside.last)
        if noun:
            f.inner.append(noun)
        return
    if key in {"quoted", "cited", "according"} and i + 1 < inside.last and words[i + 1].key in {"by", "to"}:
        noun = right_noun(part, i + 2, inside.last)
        if noun:
            f.outer.append(noun)
        return
    if key in {"speaking", "talking"} and i + 1 < inside.last and words[i + 1].key in {"to", "with"}:
        f.outer += tail(part, i + 1, False).outer
        return
    t = tail(part, i, False)
    if t.last > i:
        f.outer += t.outer
        f.medium = f.medium or t.medium
