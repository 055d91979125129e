"""Reading with the tagger: alone, or together with the rules."""

from tabayyun.claims.tagging.combination import Trust, combine
from tabayyun.claims.tagging.decoding import Tagged, decode, softmax
from tabayyun.claims.tagging.network import Network
from tabayyun.claims.tagging.windows import mark, pieces_of, windows
from tabayyun.lexicons import Knowledge
from tabayyun.lexicons.match import Match
from tabayyun.model.claim import Attribution
from tabayyun.model.document import Document
from tabayyun.model.text import TextLayer


def read_tagged(
    doc: Document, text: TextLayer, matches: list[Match], know: Knowledge, net: Network, found: list[Attribution], trust: Trust
) -> list[Attribution]:
    """Attributions, own voice included, of both readers together; with an empty `found` of the tagger alone."""
    tagged: list[Tagged] = []
    seen: dict[str, list[float]] = {}
    for window in windows(doc, text, net.tokenizer):
        mark(window, found)
        content, role, source, cue, labels = net.score(window)
        tagged.extend(decode(window, content, role, source, cue, labels))
        inside = 1.0 - softmax(content)[:, 0]
        for a in found:
            for part in a.content.pieces():
                at = [k for k in pieces_of(window, part.start, part.end) if k >= window.context and window.starts[k] >= part.start]
                seen.setdefault(a.id, []).extend(inside[at].tolist())
    means = {name: sum(x) / len(x) for name, x in seen.items() if x}
    return combine(doc, text, matches, know, found, tagged, means, trust)
