"""Event types, weapons and targets as trees, with the words that name them; loaded words beside them."""

from dataclasses import dataclass

from tabayyun.lexicons.load import DATA, Key, entries
from tabayyun.lexicons.match import Form
from tabayyun.model.errors import Fault

TYPES = frozenset(
    [
        "air_drone_strike",
        "shelling_rocket",
        "ied_bombing",
        "armed_clash",
        "assassination",
        "abduction_arrest",
        "prison_break_riot",
        "protest",
        "movement_of_forces",
        "agreement_statement",
        "displacement",
        "other",
    ]
)
WEAPONS = frozenset(["drone", "rocket_missile", "artillery_mortar", "aircraft_bomb", "ied_vbied", "suicide_vest", "small_arms", "unknown"])
TARGETS = frozenset(
    [
        "intelligence_site",
        "military_base",
        "checkpoint",
        "convoy_vehicle",
        "prison",
        "hospital",
        "school",
        "residential",
        "market",
        "infrastructure_energy",
        "government_office",
        "religious_site",
        "camp",
        "person",
        "other",
    ]
)
LOADED_KINDS = frozenset({"label", "distancing", "euphemism", "honorific", "dysphemism"})
_TREE_KEYS = {
    "id": Key(is_required=True),
    "coarse": Key(is_required=True),
    "parent": Key(),
    "label_ar": Key(is_required=True),
    "label_en": Key(is_required=True),
    "acled": Key(),
    "plover": Key(),
    "ucdp": Key(),
    "airwars": Key(),
    "weapon": Key(),
    "source": Key(is_required=True),
    "note": Key(),
}
_WORD_KEYS = {
    "id": Key(is_required=True),
    "node": Key(is_required=True),
    "gloss": Key(is_required=True),
    "verb": Key("texts"),
    "noun": Key("texts"),
    "phrase": Key("texts"),
    "strength": Key("number"),
    "weapon": Key(),
    "source": Key(),
    "yes": Key("texts", is_required=True),
    "no": Key("texts"),
}
_LOADED_KEYS = {
    "id": Key(is_required=True),
    "forms": Key("texts", is_required=True),
    "kind": Key(is_required=True, one_of=LOADED_KINDS),
    "gloss": Key(is_required=True),
    "used_by": Key(),
    "source": Key(is_required=True),
    "yes": Key("texts", is_required=True),
    "no": Key("texts"),
}


@dataclass(frozen=True, slots=True)
class Node:
    """One class of a tree; `coarse` is its projection onto the public format."""

    id: str
    coarse: str
    parent: str | None
    label_ar: str
    label_en: str
    weapon: str | None
    """For an event type: the weapon node that it implies, if any."""
    crosswalk: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WordEntry:
    """Words that name a node; `strength` orders competing words (default 1)."""

    id: str
    node: str
    language: str
    gloss: str
    strength: float
    weapon: str | None
    forms: tuple[Form, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LoadedEntry:
    """Words that judge instead of reporting."""

    id: str
    language: str
    kind: str
    gloss: str
    forms: tuple[Form, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]


def load_tree(name: str, allowed: frozenset[str], faults: list[Fault]) -> dict[str, Node]:
    """The tree `data/<name>/tree.toml` (name: events, weapons, targets), by id."""
    out: dict[str, Node] = {}
    where = f"{name}/tree.toml"
    file = DATA / name / "tree.toml"
    for e in entries(file, "node", _TREE_KEYS, faults, where) if file.is_file() else []:
        if str(e["coarse"]) not in allowed:
            faults.append(
                Fault(where, str(e["id"]), "coarse", f"'{e['coarse']}' is not allowed", f"use one of {', '.join(sorted(allowed))}")
            )
        walk = tuple((k, str(e[k])) for k in ("acled", "plover", "ucdp", "airwars") if e.get(k))
        parent, weapon = (str(e[k]) if e.get(k) else None for k in ("parent", "weapon"))
        out[str(e["id"])] = Node(str(e["id"]), str(e["coarse"]), parent, str(e["label_ar"]), str(e["label_en"]), weapon, walk)
    for node in out.values():
        if node.parent and node.parent not in out:
            faults.append(Fault(where, node.id, "parent", f"'{node.parent}' is no node", "name a node of this file"))
    return out


def load_words(name: str, language: str, nodes: dict[str, Node], faults: list[Fault]) -> list[WordEntry]:
    """The words of a tree in one language: `data/<name>/<language>.toml`."""
    out = []
    where = f"{name}/{language}.toml"
    file = DATA / name / f"{language}.toml"
    for e in entries(file, "entry", _WORD_KEYS, faults, where) if file.is_file() else []:
        if str(e["node"]) not in nodes:
            faults.append(Fault(where, str(e["id"]), "node", f"'{e['node']}' is no node", f"see {name}/tree.toml"))
            continue
        forms = tuple(
            Form(str(w), str(e["id"]), name, part, "verb" if part == "verb" else "noun", True)
            for part in ("verb", "noun", "phrase")
            for w in _list(e.get(part))
        )
        strength = e.get("strength", 1)
        out.append(
            WordEntry(
                str(e["id"]), str(e["node"]), language, str(e["gloss"]), float(strength) if isinstance(strength, (int, float)) else 1.0,
                str(e["weapon"]) if e.get("weapon") else None, forms,
                tuple(map(str, _list(e.get("yes")))), tuple(map(str, _list(e.get("no")))),
            )
        )  # fmt: skip
    return out


def load_loaded(language: str, faults: list[Fault]) -> list[LoadedEntry]:
    """Loaded words: `data/lexicon/<language>/loaded.toml`."""
    file = DATA / "lexicon" / language / "loaded.toml"
    out = []
    for e in entries(file, "entry", _LOADED_KEYS, faults, f"lexicon/{language}/loaded.toml") if file.is_file() else []:
        forms = tuple(Form(str(w), str(e["id"]), "loaded", "noun", "noun", True) for w in _list(e["forms"]))
        out.append(
            LoadedEntry(
                str(e["id"]), language, str(e["kind"]), str(e["gloss"]), forms,
                tuple(map(str, _list(e.get("yes")))), tuple(map(str, _list(e.get("no")))),
            )
        )  # fmt: skip
    return out


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
