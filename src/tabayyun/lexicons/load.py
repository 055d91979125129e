"""Reading data files so that every fault is named at once: file, entry, key, problem, remedy."""

import difflib
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from tabayyun.model.errors import DataError, Fault

DATA = files("tabayyun") / "data"


@dataclass(frozen=True, slots=True)
class Key:
    """What one key of an entry may hold: `text`, `texts` (list of strings), `flag`, `number` or `tables`."""

    shape: str = "text"
    is_required: bool = False
    one_of: frozenset[str] = frozenset()


_SHAPES: dict[str, type | tuple[type, ...]] = {"text": str, "texts": list, "flag": bool, "number": (int, float), "tables": list}


def toml_files(folder: Traversable) -> list[Traversable]:
    """The TOML files of a data folder, by name; an absent folder holds none."""
    if not folder.is_dir():
        return []
    return sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)


def entries(file: Traversable, table: str, keys: Mapping[str, Key], faults: list[Fault], where: str = "") -> list[dict[str, object]]:
    """The `[[table]]` entries of a TOML file that hold only known keys of the right shape; faults are appended.

    An entry with a fault is left out, so that the caller can go on and report everything together.
    """
    name = where or file.name
    try:
        loaded = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
        faults.append(Fault(name, "-", "-", f"is not readable as TOML ({e})", "mend the syntax at that line"))
        return []
    for other in loaded.keys() - {table}:
        faults.append(Fault(name, str(other), "-", "is no table of this file", f"write [[{table}]]"))
    out = []
    for n, entry in enumerate(loaded.get(table, [])):
        label = str(entry.get("id") or entry.get("slug") or f"entry {n + 1}")
        found = list(_check(name, label, entry, keys))
        faults.extend(found)
        if not found:
            out.append(entry)
    return out


def _check(file: str, label: str, entry: Mapping[str, object], keys: Mapping[str, Key]) -> Iterable[Fault]:
    for k, spec in keys.items():
        if spec.is_required and not entry.get(k):
            yield Fault(file, label, k, "is missing", f"add {k} = ...")
    for k, value in entry.items():
        if k not in keys:
            near = difflib.get_close_matches(k, keys, 1)
            yield Fault(file, label, k, "is no key", f"did you mean '{near[0]}'?" if near else f"use one of {', '.join(sorted(keys))}")
            continue
        spec = keys[k]
        if not isinstance(value, _SHAPES[spec.shape]) or (spec.shape == "number" and isinstance(value, bool)):
            yield Fault(file, label, k, f"holds a {type(value).__name__}", f"write {spec.shape}")
            continue
        words = value if isinstance(value, list) else [value]
        for w in words:
            if spec.shape == "texts" and not isinstance(w, str):
                yield Fault(file, label, k, f"holds a {type(w).__name__} in its list", "write strings")
            elif isinstance(w, str):
                if spec.one_of and w not in spec.one_of:
                    yield Fault(file, label, k, f"'{w}' is not allowed", f"use one of {', '.join(sorted(spec.one_of))}")
                if hidden := [c for c in w if unicodedata.category(c) == "Cf"]:
                    yield Fault(file, label, k, f"holds the invisible character U+{ord(hidden[0]):04X}", "delete it")


def raise_all(faults: list[Fault]) -> None:
    """Raises every fault together; does nothing when there is none."""
    if faults:
        raise DataError(faults)
