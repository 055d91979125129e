"""Document -> ClaimLayer: the attributions, the claims among them, the loaded words."""

from dataclasses import replace
from typing import Literal

from tabayyun.claims.acts import weigh_acts
from tabayyun.claims.arabic.read import read as read_arabic
from tabayyun.claims.english.attitudes import read_all as read_english
from tabayyun.claims.loaded import find_loaded
from tabayyun.claims.own_voice import find_own_voice
from tabayyun.claims.relevance import is_about_conflict
from tabayyun.claims.selection import is_attitude, select
from tabayyun.claims.tagging.combination import ALONE, Trust
from tabayyun.claims.tagging.network import network
from tabayyun.claims.tagging.read import read_tagged
from tabayyun.lexicons import Knowledge
from tabayyun.lexicons.match import Match
from tabayyun.model.claim import Attribution, ClaimLayer
from tabayyun.model.document import Document
from tabayyun.model.span import Span
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
    attributions, chosen = read_by_rules(doc, text, matches, know)
    if chosen is None:
        return ClaimLayer(doc.id, tuple(attributions), (), ())
    if reader != "rules":
        rules, trust = (chosen, Trust()) if reader == "both" else ([], ALONE)
        chosen = read_tagged(doc, text, matches, know, network(), rules, trust)
        known = {a.id for a in attributions}
        alone = [a for a in chosen if a.chain and a.id not in known]
        attributions = number([*(attributions if reader == "both" else []), *alone], doc.id, "a")
    claims = number(chosen, doc.id, "c")
    return ClaimLayer(doc.id, tuple(attributions), tuple(claims), find_loaded(doc, text, matches, know))


def read_by_rules(
    doc: Document, text: TextLayer, matches: list[Match], know: Knowledge, is_weighed: bool = True
) -> tuple[list[Attribution], list[Attribution] | None]:
    """All attributions that the rules find, and the claims among them and the outlet's own; no list of claims where the text
    does not tell of conflict at all.

    `is_weighed` settles acts by weighed signs; without it they are those of the rules alone (what the weights are learned on).
    """
    languages = {p.language for p in text.paragraphs}
    found: list[Attribution] = []
    if "ar" in languages:
        found += read_arabic(doc, text, matches, know)
    if "en" in languages:
        found += read_english(doc, text, matches, know)
    attributions = number(found, doc.id, "a")
    if not is_about_conflict(text, matches, know):
        return attributions, None
    own = find_own_voice(doc, text, matches, know, [a for a in attributions if not is_attitude(a)])
    chosen = sorted(select(doc, text, matches, know, [*attributions, *own]), key=_place)
    if not is_weighed:
        return attributions, chosen
    chosen = weigh_acts(doc, text, matches, know, chosen)
    settled = {a.id: a for a in chosen}
    return [settled.get(a.id, a) for a in attributions], chosen


def _place(a: Attribution) -> tuple[int, int, Span]:
    return a.content.span.start, a.content.span.end, a.cue or a.content.span


def number(found: list[Attribution], doc: str, letter: str) -> list[Attribution]:
    """The same findings in reading order with fresh ids; references among them follow."""
    ordered = sorted(found, key=_place)
    names = {a.id: f"{doc}.{letter}{n}" for n, a in enumerate(ordered, 1)}
    return [
        replace(a, id=names[a.id], chain=tuple(replace(x, refers_to=names.get(x.refers_to or "")) if x.refers_to else x for x in a.chain))
        for a in ordered
    ]
