"""Predictions for PolNeAR (who said what in English political news), from the attribution layer, in that corpus's conventions.

`run` reads the text files of a compartment and no label. What the corpus counts otherwise than Tabayyun, and is restored here:

* **source**: the innermost voice, as printed beside the cue; a further verb of the same voice (", adding that ...") has the
  words that name the voice before as its source; an impersonal cue ("reportedly", "rumours that") has none.
* **cue**: the whole verb group: auxiliaries, negation, adverbs and "to" in front of the verb, a particle behind it.
* **content**: begins with its complementizer ("that", "whether", "how"), holds quotation marks and final punctuation.
* **chains**: attributions never nest there; of a voice told within another's words the outer one stands, and its content holds
  the inner voice.
* **several voices**: "X and Y said" is one source.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from tabayyun.claims.read import Reader
from tabayyun.claims.read import read as read_claims
from tabayyun.lexicons import knowledge
from tabayyun.model.claim import Attribution, Link
from tabayyun.model.document import Document
from tabayyun.model.span import Span
from tabayyun.text import read as read_text

Role = list[list[int]]
Triple = tuple[Span | None, Span, list[Span]]
"""Source, cue, content."""

_GROUP = re.compile(
    r"(?:\b(?:is|are|was|were|am|be|been|being|has|have|had|having|do|does|did|will|would|can|could|may|might|must|shall|should|cannot"
    r"|not|never|also|then|later|further|again|still|once|often|already|just|even|now|always|instead|soon|ever|only|simply|too"
    r"|\w+n['’]t|\w+ly)\s+|(?<=\w)['’](?:s|re|ve|d|ll|m)\s+)$",
    re.IGNORECASE,
)
_NO_ADVERB = re.compile(
    r"(?:early|family|only|july|italy|daily|ally|rally|assembly|reply|supply|bully|kelly|ally|elderly)\s+$", re.IGNORECASE
)
_COMPLEMENTIZER = re.compile(r"\b(?:that|whether|if|how|why|what|when|where|who|which)[\s,]+$", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:I|[Ww]e)\s*$")
_RELATIVE = re.compile(r"\b(who|which|that)\s+$")
_BEHIND = re.compile(r"\s\([^()\n]{1,24}\)")
_MORE = re.compile(
    r",? (?!(?:adding|citing|as|while|but|and|after|in|on|during|at|when|before|though|although|because|since|noting|referring|speaking)\b)"
    r"(?!(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day)(?<=, )[^.\n\"“”;:]+(?=[.\n])"
)
_CLAUSE = re.compile(r"(, (?:who|whose|whom)\b[^\n\"“”;:]+),? ?$")
_LEFT_GAP = re.compile(r"[\s,)\"“”’'—–-]*(?:who[\s,]+|that[\s,]+|which[\s,]+)?$")
_ADVERB_AFTER = re.compile(r"\s+(?:then|again|later|earlier|repeatedly|publicly|openly|bluntly|flatly)\b")


def predict(text: str, name: str, reader: Reader = "rules") -> list[dict[str, Role]]:
    """The attributions of one article, each with the spans of `source`, `cue` and `content` (offsets into `text`, ends exclusive)."""
    know = knowledge()
    doc = Document(name, text, "en", "", None, None, "", "", "", "text/plain", "plain/1")
    layer = read_text(doc)
    found = read_claims(doc, layer, know.matcher.find(layer.shadow.text), know, reader).attributions
    by_id = {a.id: a for a in found}
    triples = [one for a in found for one in _convert(a, by_id, text)]
    return [_made(*one) for one in _unnested(_merged(text, triples))]


def run(source: Path, target: Path, reader: Reader = "rules") -> Iterator[str]:
    """Writes one line an article of the compartment `source` (folder with `text/*.txt`) to the file `target`; yields names."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("w", encoding="utf-8") as out:
        for file in sorted((source / "text").glob("*.txt")):
            with file.open(encoding="utf-8", newline="") as given:
                text = given.read()
            out.write(json.dumps({"doc": file.stem, "attributions": predict(text, file.stem, reader)}, ensure_ascii=False) + "\n")
            yield file.stem


def _convert(a: Attribution, by_id: dict[str, Attribution], text: str) -> Iterator[Triple]:
    if a.cue is None:
        return
    cue = verb_group(text, a.cue)
    pieces = _with_complementizer(text, a.content.pieces())
    own = a.chain[-1] if a.chain else None
    speaker = _speaker(a, text, cue)
    if speaker is not None and own is not None and speaker is not own:
        yield _whole(text, speaker.span), cue, _around(pieces, own.span, cue)
        return
    relative = _RELATIVE.search(text, max(0, cue.start - 8), cue.start)
    if relative is not None and own is not None and own.span.end <= relative.start():
        yield Span(relative.start(1), relative.end(1)), cue, pieces
        return
    source = _source(a, own, by_id, text, cue)
    yield (_described(text, _whole(text, source), cue) if source else None), cue, pieces


def _merged(text: str, found: list[Triple]) -> list[Triple]:
    """Voices that stand side by side and share cue and content as one."""
    out: list[Triple] = []
    for one in found:
        last = out[-1] if out else None
        if last is not None and last[1:] == one[1:] and last[0] and one[0] and last[0] != one[0]:
            if len(text[last[0].end : one[0].start].split()) <= 1:
                out[-1] = (Span(min(last[0].start, one[0].start), max(last[0].end, one[0].end)), *one[1:])
        elif one not in out:
            out.append(one)
    return out


def _unnested(found: list[Triple]) -> list[Triple]:
    """Those whose cue stands in no other's content."""
    inside = [(p.start, p.end, n) for n, (_, _, pieces) in enumerate(found) for p in pieces]
    return [x for n, x in enumerate(found) if not any(a <= x[1].start and x[1].end <= b and k != n for a, b, k in inside)]


def _made(source: Span | None, cue: Span, content: list[Span]) -> dict[str, Role]:
    return {
        "source": [[source.start, source.end]] if source else [],
        "cue": [[cue.start, cue.end]],
        "content": [[p.start, p.end] for p in content],
    }


def verb_group(text: str, cue: Span) -> Span:
    """The cue with auxiliaries, negation and adverbs in front, and with an adverb behind."""
    start = cue.start
    while (found := _GROUP.search(text, max(0, start - 24), start)) and not _NO_ADVERB.search(text, max(0, start - 24), start):
        start = found.start()
    after = _ADVERB_AFTER.match(text, cue.end)
    return Span(start, after.end() if after else cue.end)


def _with_complementizer(text: str, pieces: tuple[Span, ...]) -> list[Span]:
    first = pieces[0]
    found = _COMPLEMENTIZER.search(text, max(0, first.start - 10), first.start)
    return [Span(found.start(), first.end) if found else first, *pieces[1:]]


def _speaker(a: Attribution, text: str, cue: Span) -> Link | None:
    """The link whose words stand beside the cue: before it, else right behind it."""
    for link in reversed(a.chain):
        if link.span.end <= cue.start and _LEFT_GAP.fullmatch(text, link.span.end, cue.start):
            return link
    for link in reversed(a.chain):
        if link.span.start >= cue.end and not text[cue.end : link.span.start].strip():
            return link if a.why[0].rule.endswith(("according", "inverted", "quoting")) else a.chain[-1]
    return a.chain[-1] if a.chain else None


def _around(pieces: list[Span], inner: Span, cue: Span) -> list[Span]:
    """The content of an outer voice: it begins with the inner voice where that stands before the inner content."""
    first = pieces[0]
    begins = cue.end <= inner.start < first.start or inner.end <= first.start < cue.start
    return [Span(inner.start, first.end), *pieces[1:]] if begins else pieces


def _whole(text: str, source: Span) -> Span:
    """A source with the party or age in parentheses behind it."""
    behind = _BEHIND.match(text, source.end)
    return Span(source.start, behind.end()) if behind else source


def _described(text: str, source: Span, cue: Span) -> Span:
    """A source with what describes it further: "said X, head of Y, who saw it" and "X, who saw it, said"."""
    if cue.end <= source.start <= cue.end + 2:
        behind = _MORE.match(text, source.end)
        return Span(source.start, behind.end()) if behind else source
    between = _CLAUSE.match(text, source.end, cue.start)
    return Span(source.start, between.end(1)) if between else source


def _source(a: Attribution, own: Link | None, by_id: dict[str, Attribution], text: str, cue: Span) -> Span | None:
    """The words that name the voice; None for cues that nobody utters."""
    seen: set[str] = set()
    at, link = a, own
    while link is not None and at.cue is not None and link.span.start < at.cue.end and at.cue.start < link.span.end:
        if link.refers_to is None or link.refers_to in seen:
            return None
        seen.add(link.refers_to)
        at = by_id[link.refers_to]
        link = at.chain[-1] if at.chain else None
    if link is not None:
        return link.span
    own_words = _PRONOUN.search(text, max(0, cue.start - 4), cue.start)
    return Span(own_words.start(), own_words.start() + len(own_words.group().rstrip())) if own_words else None
