"""The words by which news counts the dead and the hurt, by language."""

from dataclasses import dataclass
from functools import lru_cache

from tabayyun.lexicons.load import DATA, Key, entries, raise_all
from tabayyun.model.errors import Fault
from tabayyun.text.fold import key

PARTS = frozenset(["victim", "act", "deed", "suffer", "inflict", "toll", "person", "zero", "safe", "other"])
ROLES = frozenset(["killed", "injured", "both", "none", "missing", "detained", "displaced"])
_KEYS = {
    "id": Key(is_required=True),
    "part": Key(is_required=True, one_of=PARTS),
    "role": Key(is_required=True, one_of=ROLES),
    "one": Key("texts"),
    "two": Key("texts"),
    "many": Key("texts"),
    "who": Key(one_of=frozenset({"civilians", "combatants", "unknown"})),
    "source": Key(is_required=True),
    "yes": Key("texts", is_required=True),
    "no": Key("texts"),
}


@dataclass(frozen=True, slots=True)
class CasualtyWord:
    """One entry; `number` of a form is 1, 2 (Arabic dual) or 3 (plural)."""

    id: str
    part: str
    role: str
    who: str
    forms: tuple[tuple[str, int], ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CasualtyWords:
    """All entries of a language; `single` and `phrases` map folded forms to (entry, number), in the order of the file."""

    language: str
    words: tuple[CasualtyWord, ...]
    single: dict[str, tuple[tuple[CasualtyWord, int], ...]]
    phrases: dict[str, tuple[CasualtyWord, int]]


def load_casualties(language: str, faults: list[Fault]) -> CasualtyWords:
    """The words of `data/casualties/<language>.toml`; faults are appended."""
    file = DATA / "casualties" / f"{language}.toml"
    words = []
    single: dict[str, list[tuple[CasualtyWord, int]]] = {}
    phrases: dict[str, tuple[CasualtyWord, int]] = {}
    for e in entries(file, "entry", _KEYS, faults, f"casualties/{language}.toml") if file.is_file() else []:
        forms = tuple((key(f), n) for n, name in enumerate(("one", "two", "many"), 1) for f in _texts(e.get(name)))
        word = CasualtyWord(
            str(e["id"]), str(e["part"]), str(e["role"]), str(e.get("who", "unknown")), forms, _texts(e["yes"]), _texts(e.get("no"))
        )
        words.append(word)
        for form, n in forms:
            if " " in form or word.part == "safe":
                phrases.setdefault(form, (word, n))
            else:
                single.setdefault(form, []).append((word, n))
    return CasualtyWords(language, tuple(words), {k: tuple(v) for k, v in single.items()}, phrases)


@lru_cache(maxsize=4)
def casualty_words(language: str) -> CasualtyWords:
    """The shipped words of one language, loaded at first use.

    Raises:
        DataError: with every fault of the file at once.
    """
    faults: list[Fault] = []
    words = load_casualties(language, faults)
    raise_all(faults)
    return words


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()
