"""The words around place names, from `data/places/words.toml`."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache

from tabayyun.lexicons.load import DATA
from tabayyun.model.errors import DataError, Fault
from tabayyun.text.fold import key

PRECISION = {
    "province": "province",
    "district": "district",
    "settlement": "settlement",
    "neighbourhood": "neighbourhood",
    "camp": "neighbourhood",
}
"""Precision of what a kind word announces; every other class is a site, exact."""
_LABELS = {"kind": "class", "before": "role", "definite": "precision", "demonym": "country"}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Folded words by what they do, one field a table of the file; forms of several words are joined by one space."""

    kind: Mapping[str, str]
    """kind noun -> class (`province`, `settlement`, `prison`, ...)."""
    before: Mapping[str, str]
    """word in front of a place -> role (`in`, `close`, `over`, `hit`, `from`, `to`, `office`)."""
    definite: Mapping[str, str]
    """definite noun (`the camp`) -> precision."""
    demonym: Mapping[str, str]
    """adjective of a country -> ISO 3166 alpha-2."""
    event: re.Pattern[str]
    """Finds parts of folded words that tell of an event."""
    launch: frozenset[str]
    launch_at: frozenset[str]
    source: frozenset[str]
    side: frozenset[str]
    around: frozenset[str]
    no_origin: frozenset[str]
    origin_stop: frozenset[str]
    measure: frozenset[str]
    gone: frozenset[str]
    carry: frozenset[str]
    treated: frozenset[str]
    link: frozenset[str]
    plain: frozenset[str]
    half: frozenset[str]
    title: frozenset[str]
    ends_name: frozenset[str]
    no_place: frozenset[str]
    compass: frozenset[str]


_TABLES = tuple(f.name for f in fields(Vocabulary))


def _pairs(tables: Iterable[Mapping[str, object]], name: str, faults: list[Fault]) -> dict[str, str]:
    label = _LABELS.get(name, "")
    out: dict[str, str] = {}
    for n, table in enumerate(tables):
        forms, value = table.get("words"), table.get(label, "") if label else ""
        if not isinstance(forms, list) or not all(isinstance(w, str) for w in forms) or not isinstance(value, str) or (label and not value):
            remedy = f"write words = [...]{f' and {label} = ...' if label else ''}"
            faults.append(Fault("places/words.toml", f"{name} {n + 1}", "words", "needs a list of words and its label", remedy))
            continue
        for w in forms:
            out.setdefault(key(w), value)
    return out


def read_vocabulary(toml: str) -> Vocabulary:
    """The words of a file's text.

    Raises:
        DataError: with every unknown, missing or faulty table.
    """
    loaded = tomllib.loads(toml)
    faults = [
        Fault("places/words.toml", k, "-", "is no table of this file", "use one of " + ", ".join(_TABLES))
        for k in loaded.keys() - {*_TABLES}
    ]
    faults += [Fault("places/words.toml", k, "-", "is missing", f"add [[{k}]]") for k in _TABLES if not loaded.get(k)]
    read = {name: _pairs(loaded.get(name, []), name, faults) for name in _TABLES}
    if faults:
        raise DataError(faults)
    sets = {name: frozenset(read[name]) for name in _TABLES if name not in _LABELS and name != "event"}
    event = re.compile("|".join(map(re.escape, read["event"])))
    return Vocabulary(read["kind"], read["before"], read["definite"], read["demonym"], event, **sets)


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The shipped words, loaded at first use and shared; raises as `read_vocabulary`."""
    return read_vocabulary((DATA / "places" / "words.toml").read_text(encoding="utf-8"))
