"""Reading with the tagger: alone, or together with the rules."""

from collections.abc import Mapping
from dataclasses import dataclass

from tabayyun.claims.tagging.combination import Trust, combine
from tabayyun.claims.tagging.decoding import Tagged, decode, softmax
from tabayyun.claims.tagging.network import Network
from tabayyun.claims.tagging.windows import mark, pieces_of, windows
from tabayyun.lexicons import Knowledge
from tabayyun.lexicons.match import Match
from tabayyun.model.claim import Attribution
from tabayyun.model.document import Document
from tabayyun.model.text import TextLayer


@dataclass(frozen=True, slots=True)
class Sight:
    """What the tagger sees in one document."""

    tagged: tuple[Tagged, ...]
    seen: Mapping[str, float]
    """Per id of a rule's finding the mean probability that its words are content."""


def look(doc: Document, text: TextLayer, net: Network, found: list[Attribution]) -> Sight:
    """The document through the network, with what the rules found marked in its input; an empty `found` leaves the tagger alone."""
    tagged: list[Tagged] = []
    seen: dict[str, list[float]] = {}
    for window in windows(doc, text, net.tokenizer):
        mark(window, found)
        scores = net.score(window)
        tagged.extend(decode(window, *scores))
        inside = 1.0 - softmax(scores[0])[:, 0]
        for a in found:
            for part in a.content.pieces():
                at = [k for k in pieces_of(window, part.start, part.end) if k >= window.context and window.starts[k] >= part.start]
                seen.setdefault(a.id, []).extend(inside[at].tolist())
    return Sight(tuple(tagged), {name: sum(x) / len(x) for name, x in seen.items() if x})


def read_tagged(
    doc: Document, text: TextLayer, matches: list[Match], know: Knowledge, net: Network, found: list[Attribution], trust: Trust
) -> list[Attribution]:
    """Attributions, own voice included, of both readers together; with an empty `found` of the tagger alone."""
    sight = look(doc, text, net, found)
    return combine(doc, text, matches, know, found, sight.tagged, sight.seen, trust)
