"""The registry of actors: who is named in conflict news, under which names, in which script, used by whom."""

from dataclasses import dataclass, replace
from functools import lru_cache

from tabayyun.lexicons.load import DATA, Key, entries, toml_files
from tabayyun.lexicons.match import Form
from tabayyun.model.claim import Kind
from tabayyun.model.errors import Fault
from tabayyun.text.fold import key

_KEYS = {
    "slug": Key(is_required=True),
    "name_ar": Key(is_required=True),
    "name_en": Key(is_required=True),
    "kind": Key(is_required=True, one_of=frozenset(Kind)),
    "same_as": Key(),
    "parent": Key(),
    "region": Key(),
    "country": Key(),
    "office": Key("texts"),
    "ar": Key("texts"),
    "en": Key("texts"),
    "pejorative": Key("texts"),
    "used_by": Key(),
    "demonym": Key("texts"),
    "acronym": Key("texts"),
    "byname": Key("texts"),
    "places": Key("texts"),
    "backed_by": Key("texts"),
    "valid_from": Key(),
    "valid_to": Key(),
    "source": Key(is_required=True),
    "note": Key(),
    "yes": Key("texts"),
    "no": Key("texts"),
}


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """One actor. `kind` is what it is when it speaks; `same_as` the slug under which the gold folds it."""

    slug: str
    name_ar: str
    name_en: str
    kind: Kind
    same_as: str | None
    parent: str | None
    region: str
    country: str | None
    """Where it belongs: a short country name shared by the actors of that country (`syria`), None for worldwide bodies."""
    offices: tuple[tuple[str, str], ...]
    """(country, office) pairs that it fills there: so "the army" of a text on Lebanon is read as that country's."""
    forms: tuple[Form, ...]
    heads: frozenset[str]
    """First words of its names, folded, without the article: by them "the movement" is read as this one."""
    pejorative: frozenset[str]
    backed_by: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]


def load_actors(faults: list[Fault]) -> dict[str, ActorEntry]:
    """Every actor of `data/actors/*.toml`, by slug."""
    out: dict[str, ActorEntry] = {}
    for file in toml_files(DATA / "actors"):
        where = f"actors/{file.name}"
        for e in entries(file, "actor", _KEYS, faults, where):
            slug = str(e["slug"])
            if slug in out:
                faults.append(Fault(where, slug, "slug", "is given twice", "merge the two entries"))
                continue
            out[slug] = _actor(slug, e)
    for a in list(out.values()):
        canon = out.get(a.same_as or "")
        if canon is not None:
            out[a.slug] = _without_echo(a, canon)
        for k, other in (("same_as", a.same_as), ("parent", a.parent)):
            if other and other not in out:
                faults.append(Fault("actors/", a.slug, k, f"'{other}' is no slug", "name an actor of the registry"))
    return out


def _without_echo(synonym: ActorEntry, canon: ActorEntry) -> ActorEntry:
    """A synonym keeps only the names that its canonical entry lacks, so that no words lead to both."""
    taken = {key(f.words) for f in canon.forms}
    return replace(synonym, forms=tuple(f for f in synonym.forms if key(f.words) not in taken))


def _actor(slug: str, e: dict[str, object]) -> ActorEntry:
    def texts(k: str) -> list[str]:
        value = e.get(k, [])
        return [str(x) for x in value] if isinstance(value, list) else []

    def text(k: str) -> str | None:
        return str(e[k]) if e.get(k) else None

    names = list(dict.fromkeys([str(e["name_ar"]), str(e["name_en"]), *texts("ar"), *texts("en"), *texts("pejorative")]))
    forms = [Form(w, slug, "actors", "name", "name") for w in names]
    forms += [Form(w, slug, "actors", "demonym", "noun", False) for d in texts("demonym") for w in _inflected(d)]
    forms += [Form(w, slug, "acronyms", "acronym", "name") for w in texts("acronym")]
    forms += [Form(w, slug, "bynames", "byname", "name") for w in texts("byname")]
    forms += [Form(w, slug, "countries", "place", "name") for w in texts("places")]
    country = text("country")
    offices = tuple((where or country or "", office) for office, _, where in (o.partition("@") for o in texts("office")))
    return ActorEntry(
        slug, str(e["name_ar"]), str(e["name_en"]), Kind(str(e["kind"])), text("same_as"), text("parent"), str(e.get("region", "")),
        country, offices,
        tuple(forms), frozenset(key(w.strip('"«»').split()[0]).removeprefix("ال") for w in names),
        frozenset(texts("pejorative")), tuple(texts("backed_by")), tuple(texts("yes")), tuple(texts("no")),
    )  # fmt: skip


def _inflected(demonym: str) -> tuple[str, ...]:
    """An Arabic adjective in -ī with its accusative, dual and plurals; other words as they are."""
    if not demonym.endswith("ي") or demonym.startswith("ال"):
        return (demonym,)
    return (demonym, *(demonym + end for end in ("ا", "ين", "ون", "ان", "تين", "تان")))


@lru_cache(maxsize=1)
def first_names() -> frozenset[str]:
    """Given names of the region and of those who report on it, folded: `data/actors/first-names.txt`."""
    lines = (DATA / "actors" / "first-names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(key(name) for line in lines if not line.startswith("#") for name in line.split())
