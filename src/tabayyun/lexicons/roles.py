"""Role entries: the parts that sources play (institution, spokesman, officer, person), with their kind and office."""

from dataclasses import dataclass

from tabayyun.lexicons.load import DATA, Key, entries
from tabayyun.lexicons.match import Form
from tabayyun.model.claim import Kind
from tabayyun.model.errors import Fault

PARTS = frozenset({"body", "spokes", "officer", "person", "quality", "title", "document", "statement", "hearsay", "hardware", "unknown"})
_KEYS = {
    "id": Key(is_required=True),
    "gloss": Key(is_required=True),
    "source": Key(is_required=True),
    "part": Key(is_required=True, one_of=PARTS),
    "kind": Key(is_required=True, one_of=frozenset(Kind)),
    "office": Key(),
    "named": Key("flag"),
    "forms": Key("texts", is_required=True),
    "yes": Key("texts", is_required=True),
    "no": Key("texts"),
}


@dataclass(frozen=True, slots=True)
class RoleEntry:
    """Words for one part a source can play; `office` is what a country's own actor fills (`army`, `health`)."""

    id: str
    language: str
    gloss: str
    part: str
    kind: Kind
    office: str | None
    is_unique: bool
    """One person or body holds it, so that the title alone names (`the provincial governor`)."""
    forms: tuple[Form, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]


def load_roles(language: str, faults: list[Fault]) -> list[RoleEntry]:
    """Every entry of `lexicon/<language>/roles.toml`."""
    file = DATA / "lexicon" / language / "roles.toml"
    out = []
    for e in entries(file, "entry", _KEYS, faults, f"lexicon/{language}/roles.toml") if file.is_file() else []:
        forms = tuple(Form(w, str(e["id"]), "roles", str(e["part"]), "noun") for w in _texts(e, "forms"))
        office = str(e["office"]) if e.get("office") else None
        out.append(
            RoleEntry(
                str(e["id"]), language, str(e["gloss"]), str(e["part"]), Kind(str(e["kind"])), office, bool(e.get("named", False)),
                forms, _texts(e, "yes"), _texts(e, "no"),
            )
        )  # fmt: skip
    return out


def _texts(entry: dict[str, object], k: str) -> tuple[str, ...]:
    value = entry.get(k, [])
    return tuple(str(x) for x in value) if isinstance(value, list) else ()
