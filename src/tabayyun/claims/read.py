"""Document -> ClaimLayer: the attributions, the claims among them, the loaded words."""

from dataclasses import replace
from typing import Literal

from tabayyun.claims.arabic.read import read as read_arabic
from tabayyun.claims.english.attitudes import read_attitudes
from tabayyun.claims.english.read import read as read_english
from tabayyun.claims.loaded import find_loaded
from tabayyun.claims.own_voice import find_own_voice
from tabayyun.claims.relevance import LEAST_SIGNS, signs_of_conflict
from tabayyun.claims.selection import is_attitude, select
from tabayyun.claims.tagging.combination import ALONE, Trust
from tabayyun.claims.tagging.network import network
from tabayyun.claims.tagging.read import read_tagged
from tabayyun.lexicons import Knowledge
from tabayyun.lexicons.match import Match
from tabayyun.model.claim import Attribution, ClaimLayer
from tabayyun.model.document import Document
from tabayyun.model.text import TextLayer

Reader = Literal["rules", "model", "both"]
"""Who reads: rules and lexicons, the shipped tagger, or both checking each other."""
READERS: tuple[Reader, ...] = ("rules", "model", "both")
DEFAULT_READER: Reader = "both"


def read(doc: Document, text: TextLayer, matches: list[Match], know: Knowledge, reader: Reader = DEFAULT_READER) -> ClaimLayer:
    """Who says what in `doc`; `matches` are `know.matcher.find(text.shadow.text)`.

    A document without an Arabic or English paragraph gives an empty layer.

    Raises:
        DataError: the tagger is asked for and its files are missing or altered.
    """
    languages = {p.language for p in text.paragraphs}
    found: list[Attribution] = []
    if "ar" in languages:
        found += read_arabic(doc, text, matches, know)
    if "en" in languages:
        said = read_english(doc, text, matches, know)
        found += [*said, *read_attitudes(doc, text, matches, know, said)]
    attributions = number(found, doc.id, "a")
    if signs_of_conflict(text, matches, know) < LEAST_SIGNS:
        return ClaimLayer(doc.id, tuple(attributions), (), ())
    own = find_own_voice(doc, text, matches, know, [a for a in attributions if not is_attitude(a)])
    chosen = select(doc, text, matches, know, [*attributions, *own])
    if reader != "rules":
        rules, trust = (chosen, Trust()) if reader == "both" else ([], ALONE)
        chosen = read_tagged(doc, text, matches, know, network(), rules, trust)
        known = {a.id for a in attributions}
        alone = [a for a in chosen if a.chain and a.id not in known]
        attributions = number([*(attributions if reader == "both" else []), *alone], doc.id, "a")
    claims = number(chosen, doc.id, "c")
    return ClaimLayer(doc.id, tuple(attributions), tuple(claims), find_loaded(doc, text, matches, know))


def number(found: list[Attribution], doc: str, letter: str) -> list[Attribution]:
    """The same findings in reading order with fresh ids; references among them follow."""
    ordered = sorted(found, key=lambda a: (a.content.span.start, a.content.span.end, a.cue or a.content.span))
    names = {a.id: f"{doc}.{letter}{n}" for n, a in enumerate(ordered, 1)}
    return [
        replace(a, id=names[a.id], chain=tuple(replace(x, refers_to=names.get(x.refers_to or "")) if x.refers_to else x for x in a.chain))
        for a in ordered
    ]
