"""Frames: one reporting expression of a scene with its source, its listeners and the side its content lies on."""

from dataclasses import dataclass, field

from tabayyun.claims.english.phrases import left_noun
from tabayyun.claims.english.scenes import Cue, Range, Words
from tabayyun.claims.english.words import ADVERBS, AUX, PREPOSITIONS, RELATIVE, is_finite

CLOSERS = frozenset({",", ".", ";", "?", "!", ")", "-"})


CLOSING_WORDS = frozenset({"while", "but", "although", "though", "whereas", "and", "after", "when", "before", "whilst", "until", "during"})


@dataclass(slots=True)
class Frame:
    """One cue in its clause. `side` says where the content is: `after`, `before`, `through`, `antecedent` or `none`."""

    cue: Cue | None
    span: Range
    """The words of the cue expression as printed in the output."""
    first: int
    last: int
    side: str
    style: str
    source: Range | None = None
    is_shared: bool = False
    """True where the cue has no subject of its own and continues the voice of the frame before."""
    outer: list[Range] = field(default_factory=list)
    inner: list[Range] = field(default_factory=list)
    medium: Range | None = None
    """Words of "in a statement"."""


def before_cue(words: Words, i: int) -> int:
    """Index after the last word that is no adverb or auxiliary before `i`."""
    while i > 0 and (words[i - 1].key in ADVERBS or words[i - 1].key in AUX) and words[i - 1].key != "all":
        i -= 1
    return i


def left_source(words: Words, i: int, lo: int) -> tuple[Range | None, Range | None]:
    """The subject that ends before `i` and the parenthesis between them, if any."""
    if i <= lo:
        return None, None
    if words[i - 1].key not in {",", ")", "-"}:
        return left_noun(words, i, lo), None
    stop, opener = i - 1, {")": "("}.get(words[i - 1].key, words[i - 1].key)
    for k in range(stop - 1, lo - 1, -1):
        if words[k].key == opener and not words[k].is_quoted and not (words[k].key == "-" and words[k].start == words[k - 1].end):
            if not _is_inserted(words, k + 1, stop):
                continue
            noun = left_noun(words, k, lo)
            if noun is None or (words[k].key == "," and _clausal(words, noun)):
                continue
            if _is_appositive(words, k + 1, stop) and words[k].key == ",":
                return Range(noun.first, stop), None
            return noun, Range(k + 1, stop)
        if words[k].key in {";", ":"}:
            break
    return None, None


def _is_inserted(words: Words, i: int, j: int) -> bool:
    """A parenthesis holds a finite verb only where a relative pronoun, a participle or a conjunction opens it."""
    if i >= j:
        return False
    opens = words[i].key
    if (
        opens in RELATIVE
        or opens.endswith(("ing", "ed"))
        or opens in {"as", "where", "when", "according", "quoted", "asked", "contacted", "reached", "cited", "interviewed", "and", "whose"}
    ):
        return True
    if (i + 2 < j and words[i + 1].key in {"of"} and words[i + 2].key in RELATIVE) or (i + 1 < j and words[i + 1].key in RELATIVE):
        return True
    return not any(
        is_finite(w.key) and not (w.key.endswith("ed") and x and words[x + 1].key in PREPOSITIONS)
        for x, w in enumerate(words[i:j], i)
        if x + 1 < len(words)
    )


def _clausal(words: Words, noun: Range) -> bool:
    return any(w.key in AUX for w in words[noun.first : noun.last])


def _is_appositive(words: Words, i: int, j: int) -> bool:
    if j <= i:
        return False
    w = words[i]
    if (
        w.key in RELATIVE
        or w.key in PREPOSITIONS
        or w.key.endswith("ing")
        or w.key
        in {
            "asked",
            "reached",
            "quoted",
            "cited",
            "contacted",
            "interviewed",
            "meanwhile",
            "however",
            "too",
            "though",
            "where",
            "when",
            "while",
            "as",
            "including",
        }
    ):
        return False
    if w.key in ADVERBS or w.key in {"and", "but", "or"}:
        return False
    return not any(is_finite(x.key) for x in words[i:j] if x.key not in {"based"})
