"""Whether a report speaks of a conflict incident at all: a football match or a honey festival makes no claims."""

from functools import lru_cache

from tabayyun.lexicons import Knowledge
from tabayyun.lexicons.load import DATA, Key, entries, raise_all
from tabayyun.lexicons.match import Form, Match, Matcher
from tabayyun.model.claim import Kind
from tabayyun.model.errors import Fault
from tabayyun.model.text import TextLayer

LEAST_SIGNS = 2
"""Fewer signs than this in a whole report, and nothing of it is a claim (counted on constructed reports: 16 of 23 without an
incident have fewer, 4 of 828 with one)."""
LEAST_ORDINARY = 4
"""From so many words of other matters on they count against the signs of conflict."""
_PEACEFUL = frozenset({"agreement_statement", "movement_of_forces", "other"})
_ARMED = frozenset({Kind.ARMED_GROUP, Kind.MILITARY})


def is_about_conflict(text: TextLayer, matches: list[Match], know: Knowledge) -> bool:
    """Whether the report speaks of a conflict incident: enough signs of one, and not outnumbered by words of other matters."""
    signs = signs_of_conflict(text, matches, know)
    if signs < LEAST_SIGNS:
        return False
    ordinary = len({m.start for m in word_lists("ordinary").find(text.shadow.text)})
    return ordinary < LEAST_ORDINARY or ordinary <= signs


@lru_cache(maxsize=4)
def word_lists(name: str) -> Matcher:
    """The words of `data/lexicon/<name>.toml`: `harm` (to people), `ordinary` (sport, markets, harvests, weather).

    Raises:
        DataError: the file is faulty.
    """
    keys = {"id": Key(is_required=True), "gloss": Key(is_required=True), "words": Key("texts", is_required=True)}
    faults: list[Fault] = []
    found = entries(DATA / "lexicon" / f"{name}.toml", "list", keys, faults, f"lexicon/{name}.toml")
    raise_all(faults)
    words = [str(w) for e in found for w in (e["words"] if isinstance(e["words"], list) else [])]
    return Matcher(Form(w, f"{name}.{w}", name, "noun", "noun") for w in words)


def signs_of_conflict(text: TextLayer, matches: list[Match], know: Knowledge) -> int:
    """How many different places of the text name a violent happening, a weapon, an armed actor, or harm to people."""
    places = {m.start for m in word_lists("harm").find(text.shadow.text)}
    places.update(m.start for m in matches if _is_sign(m, know))
    return len(places)


def _is_sign(m: Match, know: Knowledge) -> bool:
    if m.form.family == "events":
        return know.event_nodes[know.events[m.form.entry].node].coarse not in _PEACEFUL
    if m.form.family == "actors":
        return m.form.entry in know.actors and know.actors[m.form.entry].kind in _ARMED
    return m.form.family == "weapons"
