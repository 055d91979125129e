"""Words as signs of an act: their stems, and the word lists of `data/acts/words.toml`."""

from functools import lru_cache

from tabayyun.lexicons.load import DATA, Key, entries, raise_all
from tabayyun.lexicons.match import Form, Match, Matcher
from tabayyun.model.errors import Fault

EMPTY = frozenset(
    "من في علي الي عن الت الذ الذي التي ما ان هذ ذلك تلك مع بين كما لدي حيث the a an of in at to and for with that which on by".split()
)
"""Stems that every long sentence holds: they say nothing of an act."""


@lru_cache(maxsize=1 << 16)
def bare(word: str, language: str) -> str:
    """A folded word without conjunctions, prepositions and article in front."""
    if language == "ar":
        if len(word) > 4 and word[0] in "وف":
            word = word[1:]
        for front in ("بال", "لل", "كال", "ال"):
            if word.startswith(front) and len(word) > len(front) + 2:
                return word[len(front) :]
    return word


@lru_cache(maxsize=1 << 16)
def stem(word: str, language: str) -> str:
    """A bare word without its commonest endings (and, in Arabic, without the present tense's opening letter)."""
    if language == "ar":
        for end in ("وها", "تها", "هما", "هم", "ها", "ات", "ون", "ين", "وا", "ان", "نا", "ته", "يه", "ه", "ت", "ي"):
            if word.endswith(end) and len(word) > len(end) + 2:
                word = word[: -len(end)]
                break
        return word[1:] if len(word) > 3 and word[0] in "يت" else word
    for end in ("ings", "ing", "ies", "ers", "ed", "es", "er", "ly", "s", "e", "y"):
        if word.endswith(end) and len(word) > len(end) + 2:
            return word[: -len(end)]
    return word


@lru_cache(maxsize=1)
def talk() -> Matcher:
    """The word lists of `data/acts/words.toml`; a match's family is the list.

    Raises:
        DataError: the file is faulty.
    """
    keys = {"id": Key(is_required=True), "gloss": Key(is_required=True), "words": Key("texts", is_required=True)}
    faults: list[Fault] = []
    found = entries(DATA / "acts" / "words.toml", "list", keys, faults, "acts/words.toml")
    raise_all(faults)
    lists = [(str(e["id"]), [str(w) for w in e["words"]] if isinstance(e["words"], list) else []) for e in found]
    return Matcher(Form(w, f"acts.{name}", name, "phrase", "none" if w.isascii() else "noun", True) for name, words in lists for w in words)


def without_names(shadow: str, matches: list[Match]) -> str:
    """A shadow of the same length with blanks for the names of actors."""
    kept: list[str] = []
    at = 0
    for m in matches:
        if m.form.family == "actors" and m.end > at:
            begin = max(at, m.start)
            kept += [shadow[at:begin], " " * (m.end - begin)]
            at = m.end
    return "".join([*kept, shadow[at:]])
