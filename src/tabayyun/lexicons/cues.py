"""Cue entries: the expressions by which news attributes, denies, hedges, asks, distances."""

from dataclasses import dataclass

from tabayyun.lexicons.load import DATA, Key, entries, toml_files
from tabayyun.lexicons.match import Form
from tabayyun.model.claim import Act, Certainty, Kind, Polarity, Stance
from tabayyun.model.errors import Fault

FAMILIES = (
    "reporting", "according_to", "denial", "hedge", "question", "distancing", "endorsing", "responsibility",
    "accusation", "impersonal", "nominal", "mental", "stop", "pseudo",
)  # fmt: skip
TAKES = frozenset({"that", "to", "object", "quote", "accuse", "of", "with", "source", "infinitive", "none"})
_CUE_KEYS = {
    "id": Key(is_required=True),
    "gloss": Key(is_required=True),
    "source": Key(is_required=True),
    "verb": Key("texts"),
    "participle": Key("texts"),
    "noun": Key("texts"),
    "phrase": Key("texts"),
    "stance": Key(one_of=frozenset(Stance)),
    "polarity": Key(one_of=frozenset(Polarity)),
    "certainty": Key(one_of=frozenset(Certainty)),
    "act": Key(one_of=frozenset(Act)),
    "takes": Key("texts", one_of=TAKES),
    "yes": Key("texts", is_required=True),
    "no": Key("texts"),
    "since": Key(),
}
_SOURCE_KEYS = {
    "id": Key(is_required=True),
    "gloss": Key(is_required=True),
    "source": Key(is_required=True),
    "forms": Key("texts", is_required=True),
    "kind": Key(is_required=True, one_of=frozenset(Kind)),
    "named": Key("flag"),
    "number": Key(one_of=frozenset({"singular", "plural", "dual"})),
    "gender": Key(one_of=frozenset({"m", "f"})),
    "yes": Key("texts", is_required=True),
    "no": Key("texts"),
    "since": Key(),
}


@dataclass(frozen=True, slots=True)
class CueEntry:
    """One expression with what it does to source and content. See `docs/data-files.md` for the keys."""

    id: str
    family: str
    language: str
    gloss: str
    stance: Stance
    polarity: Polarity
    certainty: Certainty
    act: Act
    takes: frozenset[str]
    forms: tuple[Form, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A noun that names a kind of source (`مصادر ميدانية`, `witnesses`)."""

    id: str
    language: str
    gloss: str
    kind: Kind
    is_named: bool
    number: str
    gender: str
    forms: tuple[Form, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]


def _texts(entry: dict[str, object], k: str) -> tuple[str, ...]:
    value = entry.get(k, [])
    return tuple(str(x) for x in value) if isinstance(value, list) else ()


def load_cues(language: str, faults: list[Fault]) -> list[CueEntry]:
    """Every cue entry of `lexicon/<language>/`, one file a family."""
    out = []
    for file in toml_files(DATA / "lexicon" / language):
        family = file.name.removesuffix(".toml")
        if family not in FAMILIES:
            continue
        where = f"lexicon/{language}/{file.name}"
        for e in entries(file, "entry", _CUE_KEYS, faults, where):
            forms = tuple(
                Form(w, str(e["id"]), family, part, "verb" if part == "verb" else "noun", part == "verb")
                for part in ("verb", "participle", "noun", "phrase")
                for w in _texts(e, part)
            )
            if not forms:
                faults.append(Fault(where, str(e["id"]), "verb", "has no form", "add verb, participle, noun or phrase"))
            out.append(
                CueEntry(
                    str(e["id"]), family, language, str(e["gloss"]),
                    Stance(str(e.get("stance", "neutral"))), Polarity(str(e.get("polarity", "affirm"))),
                    Certainty(str(e.get("certainty", "certain"))), Act(str(e.get("act", "statement"))),
                    frozenset(_texts(e, "takes")), forms, _texts(e, "yes"), _texts(e, "no"),
                )
            )  # fmt: skip
    return out


def load_sources(language: str, faults: list[Fault]) -> list[SourceEntry]:
    """Every source noun of `lexicon/<language>/sources.toml`."""
    file = DATA / "lexicon" / language / "sources.toml"
    if not file.is_file():
        return []
    out = []
    for e in entries(file, "entry", _SOURCE_KEYS, faults, f"lexicon/{language}/sources.toml"):
        forms = tuple(Form(w, str(e["id"]), "sources", "noun", "noun", True) for w in _texts(e, "forms"))
        out.append(
            SourceEntry(
                str(e["id"]), language, str(e["gloss"]), Kind(str(e["kind"])), bool(e.get("named", False)),
                str(e.get("number", "singular")), str(e.get("gender", "m")), forms, _texts(e, "yes"), _texts(e, "no"),
            )
        )  # fmt: skip
    return out
