"""What follows a verb or noun of will, thought and stand: a clause, an infinitive, a noun phrase; and where it ends."""

from tabayyun.claims.english.scenes import Range, Words
from tabayyun.claims.english.words import ADVERBS, AUX, DETERMINERS, PREPOSITIONS, PRONOUNS, RELATIVE, is_finite

_OPENERS = frozenset({"that", "whether", "how", "why", "what", "if", "who", "when", "where"})
_OBJECTS = frozenset(
    {"him", "her", "them", "us", "me", "you", "it", "this", "these", "those", "everyone", "anyone", "nothing", "something"}
)
_BREAKS = frozenset(
    {"while", "but", "although", "though", "whereas", "because", "after", "before", "when", "since", "unless", "until", "as", "if"}
)


def complement(words: Words, i: int, stop: int, takes: frozenset[str], form_end: str) -> Range | None:
    """The content behind a cue that ends before `i`, of a kind that the cue takes; None where none begins."""
    while (
        i < stop
        and (words[i].key in ADVERBS or (words[i].key.endswith("ly") and not words[i].is_capital))
        and words[i].key not in {"all", "only", "just"}
    ):
        i += 1
    if i >= stop:
        return None
    key = words[i].key
    if key in _OPENERS and ("that" in takes or (key == "what" and "object" in takes) or (key != "that" and "of" in takes)):
        return _range(words, i, object_end(words, i + 1, stop, True))
    if key == '"' and i + 1 < stop and ("quote" in takes or "object" in takes):
        return _range(words, i, object_end(words, i + 1, stop, False))
    if "infinitive" in takes:
        begin = _infinitive(words, i, stop, "object" in takes)
        if begin is not None:
            return _range(words, begin, object_end(words, begin + 1, stop, True))
    if form_end == "to" and "of" in takes:
        return _range(words, i, object_end(words, i + 1, stop, True))
    if "that" in takes and _is_clause(words, i, stop):
        return _range(words, i, object_end(words, i, stop, True))
    if ("object" in takes or "of" in takes) and _opens_noun(words, i, "of" in takes):
        return _range(words, i, object_end(words, i, stop, False))
    return None


def noun_complement(words: Words, i: int, stop: int) -> Range | None:
    """The content behind a noun cue (with its preposition) that ends before `i`."""
    if i >= stop or not (words[i].is_word or words[i].key == '"'):
        return None
    return _range(words, i, object_end(words, i + 1, stop, words[i].key in {"to", "that"}))


def _range(words: Words, first: int, last: int) -> Range | None:
    while last > first and (not words[last - 1].is_word and words[last - 1].key != '"'):
        last -= 1
    return Range(first, last) if last > first else None


def _infinitive(words: Words, i: int, stop: int, has_listener: bool) -> int | None:
    """Where `to` with its verb begins: right here, or behind a short listener."""
    for k in range(i, min(stop - 1, i + (9 if has_listener else 1))):
        key = words[k].key
        if key == "to":
            follows = words[k + 1]
            is_verb = follows.is_word and follows.key not in DETERMINERS and not follows.is_capital and follows.key not in PRONOUNS
            return k if is_verb and not follows.key.endswith("ing") else None
        if not words[k].is_word or is_finite(key) or key in RELATIVE or key in _OPENERS:
            return None
    return None


def _is_clause(words: Words, i: int, stop: int) -> bool:
    """A clause without `that`: a subject within seven words of a finite verb, no preposition in front."""
    if words[i].key in PREPOSITIONS or words[i].key in {"to", "as", "and", "or"} or not words[i].is_word:
        return False
    for k in range(i + 1, min(stop, i + 8)):
        if not words[k].is_word:
            return False
        if is_finite(words[k].key) and (words[k].key in AUX or words[k].key.endswith("ed") or words[i].key in PRONOUNS):
            return True
        if words[k].key in RELATIVE or words[k].key in _BREAKS:
            return False
    return words[i].key in {"he", "she", "they", "we", "i", "it", "you"}


def _opens_noun(words: Words, i: int, after_preposition: bool) -> bool:
    w = words[i]
    if not w.is_word:
        return w.key == '"'
    if w.key in AUX or w.key in RELATIVE or w.key in {"to", "as", "than", "and", "or", "but", "by", "that"}:
        return False
    return after_preposition or w.key in _OBJECTS or w.key not in PREPOSITIONS


def object_end(words: Words, i: int, stop: int, is_clause: bool) -> int:
    """Where a content ends: at a break between clauses, a relative or participle behind a comma, or the end of the sentence."""
    quoted = i > 0 and words[i - 1].key == '"'
    for k in range(i, stop):
        w = words[k]
        if w.key == '"':
            quoted = not quoted
        if quoted or k == i:
            continue
        follows = words[k + 1].key if k + 1 < stop else ""
        if w.key in {";", ":"} or (w.key == "-" and words[k - 1].end < w.start):
            return k
        if w.key == "," and _breaks(words, k + 1, stop):
            return k
        if not is_clause and k > i + 1 and w.key in {"while", "because", "although", "though", "but", "whereas"}:
            return k
        if w.key in {"and", "but"} and follows and _coordinates(words, k, stop, is_clause):
            return k
    return stop


def _breaks(words: Words, i: int, stop: int) -> bool:
    """Does what follows a comma belong to another clause? Relative clauses, participles, conjunctions with a verb."""
    if i >= stop:
        return True
    key = words[i].key
    if key in {"which", "who", "whose", "where"} or key in _BREAKS or (key.endswith("ing") and len(key) > 5):
        return True
    if key in {"and", "or", "but", "so", "yet"}:
        return key in {"but", "so", "yet"} or any(is_finite(w.key) for w in words[i + 1 : min(stop, i + 8)])
    return key in {"according", "including", "he", "she", "they"} - {"including"}


def _coordinates(words: Words, k: int, stop: int, is_clause: bool) -> bool:
    """Does `and` without a comma open a new predicate ("supports the plan and wants more")?"""
    after = words[k + 1]
    if after.key in AUX or (is_finite(after.key) and not after.key.endswith("ed")):
        return True
    return not is_clause and after.key.endswith("ed") and is_finite(after.key) and not (k + 2 < stop and not words[k + 2].is_word)
