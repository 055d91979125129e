"""All data files, loaded once and checked together."""

from dataclasses import dataclass
from functools import lru_cache

from tabayyun.lexicons.actors import ActorEntry, load_actors
from tabayyun.lexicons.cues import CueEntry, SourceEntry, load_cues, load_sources
from tabayyun.lexicons.events import TARGETS, TYPES, WEAPONS, LoadedEntry, Node, WordEntry, load_loaded, load_tree, load_words
from tabayyun.lexicons.load import raise_all
from tabayyun.lexicons.match import Form, Matcher
from tabayyun.lexicons.roles import RoleEntry, load_roles
from tabayyun.model.errors import Fault

LANGUAGES = ("ar", "en")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What linguists and analysts wrote down, ready for use; one matcher over all of it."""

    cues: dict[str, CueEntry]
    sources: dict[str, SourceEntry]
    roles: dict[str, RoleEntry]
    actors: dict[str, ActorEntry]
    event_nodes: dict[str, Node]
    weapon_nodes: dict[str, Node]
    target_nodes: dict[str, Node]
    events: dict[str, WordEntry]
    weapons: dict[str, WordEntry]
    targets: dict[str, WordEntry]
    loaded: dict[str, LoadedEntry]
    matcher: Matcher


def load() -> Knowledge:
    """Reads every data file.

    Raises:
        DataError: with every fault of every file at once.
    """
    faults: list[Fault] = []
    cues = {e.id: e for lang in LANGUAGES for e in load_cues(lang, faults)}
    sources = {e.id: e for lang in LANGUAGES for e in load_sources(lang, faults)}
    roles = {e.id: e for lang in LANGUAGES for e in load_roles(lang, faults)}
    actors = load_actors(faults)
    trees = {name: load_tree(name, allowed, faults) for name, allowed in (("events", TYPES), ("weapons", WEAPONS), ("targets", TARGETS))}
    words = {name: {e.id: e for lang in LANGUAGES for e in load_words(name, lang, tree, faults)} for name, tree in trees.items()}
    loaded = {e.id: e for lang in LANGUAGES for e in load_loaded(lang, faults)}
    raise_all(faults)
    forms: list[Form] = [f for e in cues.values() for f in e.forms]
    forms += [f for s in sources.values() for f in s.forms]
    forms += [f for r in roles.values() for f in r.forms]
    forms += [f for a in actors.values() for f in a.forms]
    forms += [f for group in words.values() for w in group.values() for f in w.forms]
    forms += [f for x in loaded.values() for f in x.forms]
    return Knowledge(
        cues, sources, roles, actors, trees["events"], trees["weapons"], trees["targets"],
        words["events"], words["weapons"], words["targets"], loaded, Matcher(forms),
    )  # fmt: skip


@lru_cache(maxsize=1)
def knowledge() -> Knowledge:
    """The shipped data, loaded at first use and shared."""
    return load()
