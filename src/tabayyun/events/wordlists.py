"""Closed word classes of `data/events/grammar.toml` and the fitted weights of `data/events/weights.csv`, ready for look-up."""

import csv
import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from tabayyun.lexicons.load import DATA, Key, entries, raise_all
from tabayyun.model.errors import Fault
from tabayyun.text.fold import key

_KEYS = {"id": Key(is_required=True), "gloss": Key(is_required=True), "words": Key("texts", is_required=True)}


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    faults: list[Fault] = []
    rows = entries(DATA / "events" / "grammar.toml", "list", _KEYS, faults, "events/grammar.toml")
    raise_all(faults)
    return {str(r["id"]): frozenset(key(str(w)) for w in r["words"]) for r in rows if isinstance(r["words"], list)}


def words(language: str, name: str) -> frozenset[str]:
    """The folded words of one list (`words("ar", "near")`).

    Raises:
        DataError: the data file is faulty.
        KeyError: there is no such list.
    """
    return _lists()[f"{language}.{name}"]


@lru_cache(maxsize=1)
def _weights() -> dict[str, dict[str, float]]:
    out: dict[str, dict[str, float]] = {}
    file = DATA / "events" / "weights.csv"
    if file.is_file():
        for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines()):
            out.setdefault(row["slot"], {})[row["feature"]] = float(row["weight"])
    return out


def likelihoods(slot: str, candidates: Sequence[Iterable[str]]) -> tuple[float, list[float]]:
    """How often readers leave the slot empty, and how often they fill it with each candidate: these sum to 1."""
    return shares(_weights().get(slot, {}), candidates)


def shares(table: Mapping[str, float], candidates: Sequence[Iterable[str]]) -> tuple[float, list[float]]:
    """The same with the weights of `table`."""
    sums = [min(30.0, sum(table.get(f, 0.0) for f in set(features))) for features in candidates]
    top = max(0.0, *sums) if sums else 0.0
    parts = [math.exp(s - top) for s in sums]
    whole = math.exp(-top) + sum(parts)
    return math.exp(-top) / whole, [p / whole for p in parts]


def telling(slot: str, features: Iterable[str], most: int = 3) -> str:
    """The features that spoke loudest for it, as a note for the reader."""
    table = _weights().get(slot, {})
    loud = sorted(((table.get(f, 0.0), f) for f in features), reverse=True)
    return "; ".join(f for w, f in loud[:most] if w > 0)
