"""Closed word classes of a language (`lexicon/<language>/grammar.toml`), folded."""

from functools import lru_cache

from tabayyun.lexicons.load import DATA, Key, entries, raise_all
from tabayyun.model.errors import Fault
from tabayyun.text.fold import key

_KEYS = {"id": Key(is_required=True), "gloss": Key(is_required=True), "words": Key("texts", is_required=True)}


@lru_cache(maxsize=4)
def grammar(language: str) -> dict[str, frozenset[str]]:
    """Word lists by id, every word folded as tokens are.

    Raises:
        DataError: the file is faulty.
    """
    faults: list[Fault] = []
    file = DATA / "lexicon" / language / "grammar.toml"
    found = entries(file, "list", _KEYS, faults, f"lexicon/{language}/grammar.toml")
    raise_all(faults)
    out = {}
    for e in found:
        words = e["words"]
        out[str(e["id"])] = frozenset(key(str(w)) for w in words) if isinstance(words, list) else frozenset()
    return out
