"""Two readers that check each other: what the rules found and what the tagger sees become one list of attributions.

The tagger has the last word on which stretches are contents and on who speaks where it is sure; the rules keep their cues, chains
and labels wherever the two agree on the stretch. Every attribution says who found it, with the tagger's probability.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tabayyun.claims.sources import describe, within
from tabayyun.claims.tagging.decoding import Pointed, Scores, Tagged
from tabayyun.claims.tagging.labels import ACTS, CERTAINTIES, KINDS, POLARITIES
from tabayyun.lexicons import Knowledge
from tabayyun.lexicons.match import Match
from tabayyun.model.claim import Attribution, Certainty, Content, Kind, Link, Polarity, Stance
from tabayyun.model.document import Document
from tabayyun.model.span import Span
from tabayyun.model.text import TextLayer
from tabayyun.model.why import Hit, Why


@dataclass(frozen=True, slots=True)
class Trust:
    """How far each reader is followed; values measured by cross-validation (`make crossval`)."""

    keep_alone: float = 0.3
    """A rule's finding that the tagger does not see stays when its words look like content at least so much."""
    keep_own: float = 0.3
    """The same for the rules' sentences in the outlet's own voice."""
    resource: float = 1.1
    """The tagger's source replaces the rule's from this probability on (1.1: never; replacing lost in every fold)."""
    take_alone: float = 0.95
    """A stretch that only the tagger sees is taken from this mean probability on."""
    take_own: float = 0.9
    """The same for stretches in which it hears the outlet's own voice."""
    reshape: float = 1.1
    """The tagger's borders replace the rule's from this mean probability on (1.1: never)."""
    polarity: float = 1.1
    certainty: float = 1.1
    act: float = 1.1
    kind: float = 1.1
    """The tagger's label replaces the rule's from this probability on (1.1: never)."""
    kind_unknown: float = 0.5
    """The same where the rules could not tell the kind of source."""


ALONE = Trust(take_alone=0.5, take_own=0.5, reshape=0.0)
"""The tagger without the rules."""


def dice(a: tuple[Span, ...], start: int, end: int) -> float:
    """Character Dice of spans and one stretch."""
    both = sum(max(0, min(s.end, end) - max(s.start, start)) for s in a)
    return 2 * both / (sum(len(s) for s in a) + end - start)


def combine(
    doc: Document, text: TextLayer, matches: list[Match], know: Knowledge, found: list[Attribution],
    tagged: Sequence[Tagged], seen: Mapping[str, float], trust: Trust,
) -> list[Attribution]:  # fmt: skip
    """One list of both readers' findings.

    Args:
        found: of the rules, own voice included.
        tagged: of the tagger, in reading order.
        seen: per rule finding's id the mean probability that its words are content.
        trust: whom to follow when.
    """
    out: list[Attribution] = []
    used: set[str] = set()
    for n, t in enumerate(tagged):
        partners = [a for a in found if a.id not in used and (dice(a.content.pieces(), t.start, t.end) >= 0.5 or _begins(t, a))]
        if not partners:
            if t.probability >= (trust.take_own if _is_own(t) else trust.take_alone) and not _is_covered(t, found, seen, trust):
                out.append(_alone(doc, text, matches, know, t, f"{doc.id}.m{n}", out))
            continue
        best = max(partners, key=lambda a: (dice(a.content.pieces(), t.start, t.end), a.id))
        for a in partners:
            used.add(a.id)
            if a is best or a.content == best.content or len(a.content.parts) > 1:
                out.append(_agreed(doc, text, matches, know, a, t, trust, is_best=a is best))
            else:
                out.append(_with_reason(a, t.probability, "both"))
    for a in found:
        if a.id not in used and _stays(a, seen, trust):
            out.append(_with_reason(a, seen.get(a.id, 1.0), "rules"))
    return out


def _begins(t: Tagged, a: Attribution) -> bool:
    """Whether the tagger sees only the beginning of what the rules found in somebody else's words."""
    span = a.content.span
    return bool(a.chain) and abs(t.start - span.start) <= 6 and t.end <= span.end and not _is_own(t)


def _is_own(t: Tagged) -> bool:
    return t.source is None or t.own >= 0.5


def _stays(a: Attribution, seen: Mapping[str, float], trust: Trust) -> bool:
    """Whether a rule's finding that the tagger does not mark as such stays."""
    return seen.get(a.id, 1.0) >= (trust.keep_alone if a.chain or a.cue else trust.keep_own)


def _is_covered(t: Tagged, found: list[Attribution], seen: Mapping[str, float], trust: Trust) -> bool:
    """Whether the stretch lies mostly inside the content of a rule's finding that stays: then it is only a part of it."""
    for a in found:
        if _stays(a, seen, trust):
            both = sum(max(0, min(p.end, t.end) - max(p.start, t.start)) for p in a.content.pieces())
            if both > 0.5 * (t.end - t.start):
                return True
    return False


def _with_reason(a: Attribution, probability: float, by: str) -> Attribution:
    return replace(a, why=(*a.why, Why("claims.tagger", (), f"{by} {probability:.2f}")))


def _agreed(
    doc: Document, text: TextLayer, matches: list[Match], know: Knowledge, a: Attribution, t: Tagged, trust: Trust, is_best: bool
) -> Attribution:
    content = a.content
    if is_best and not content.parts and t.probability >= trust.reshape and dice(content.pieces(), t.start, t.end) >= 0.5:
        content = Content(_trimmed(doc.text, t.start, t.end, content.span))
    same = _same_source(a, t)
    a = _labelled(a, t, trust, is_same=same)
    sure = max(t.own, t.source.probability if t.source else 0.0)
    if is_best and not same and sure >= trust.resource:
        if t.own >= sure and not a.cue:
            a = replace(a, chain=())
        elif t.own >= sure:
            a = replace(a, chain=(), cue=None if a.chain else a.cue)
        elif t.source is not None:
            link = _link(doc, text, matches, know, t.source, a.why)
            outer = a.chain[:-1] if a.chain and not any(x.span.overlaps(link.span) for x in a.chain[:-1]) else ()
            cue = a.cue or (Span(t.cue.start, t.cue.end) if t.cue else None)
            a = replace(a, chain=(*outer, link), cue=cue)
        return _with_reason(replace(a, content=content), sure, "tagger's source")
    return _with_reason(replace(a, content=content), t.probability, "both")


def _labelled(a: Attribution, t: Tagged, trust: Trust, is_same: bool) -> Attribution:
    """The finding with the tagger's labels where it is sure enough of them."""
    polarity, certainty, act, kind = (_best(x) for x in t.labels)
    if polarity[1] >= trust.polarity:
        a = replace(a, polarity=POLARITIES[polarity[0]])
    if certainty[1] >= trust.certainty:
        a = replace(a, certainty=CERTAINTIES[certainty[0]])
    if act[1] >= trust.act:
        a = replace(a, act=ACTS[act[0]])
    if a.chain and is_same and kind[1] >= (trust.kind_unknown if a.chain[-1].kind is Kind.UNSPECIFIED else trust.kind):
        a = replace(a, chain=(*a.chain[:-1], replace(a.chain[-1], kind=KINDS[kind[0]])))
    return a


def _best(shares: Scores) -> tuple[int, float]:
    at = int(shares.argmax())
    return at, float(shares[at])


def _same_source(a: Attribution, t: Tagged) -> bool:
    if not a.chain:
        return t.own >= 0.5 or t.source is None
    if t.source is None:
        return False
    last = a.chain[-1].span
    return last.start < t.source.end and t.source.start < last.end


def _trimmed(words: str, start: int, end: int, near: Span) -> Span:
    """The tagger's stretch without outer marks, clitics and complementizers; a rule's border a few letters away wins."""
    while start < end and words[start] in " \t\n،,;:؛.\"“”«»'’‘-–()":
        start += 1
    while end > start and words[end - 1] in " \t\n،,;:؛.\"“”«»'’‘-–(؟?!…":
        end -= 1
    if abs(near.start - start) <= 3 and near.start < end:
        start = near.start
    if abs(near.end - end) <= 3 and near.end > start:
        end = near.end
    return Span(start, end) if start < end else near


def _link(doc: Document, text: TextLayer, matches: list[Match], know: Knowledge, p: Pointed, why: tuple[Why, ...]) -> Link:
    a, b = _shadow(text, p.start, p.end)
    language = "ar" if any("\u0600" <= c <= "\u06ff" for c in doc.text[p.start : p.end]) else "en"
    voice = describe(a, b, text, matches, know, language, doc.text)
    span = Span(p.start, p.end)
    words = span.words(doc.text).rstrip(' ،,;:."”»')
    if words and len(words) < len(span):
        span = Span(span.start, span.start + len(words))
    return Link(span, voice.kind, voice.is_named, voice.actor, None, Why("claims.tagger-source", voice.hits, f"{p.probability:.2f}"))


def _shadow(text: TextLayer, start: int, end: int) -> tuple[int, int]:
    a, b = text.shadow.stretch(start, end)
    return a, max(a + 1, b)


def _alone(
    doc: Document, text: TextLayer, matches: list[Match], know: Knowledge, t: Tagged, name: str, before: list[Attribution]
) -> Attribution:
    content = Content(_trimmed(doc.text, t.start, t.end, Span(t.start, max(t.start + 1, t.end))))
    sure = max(t.own, t.source.probability if t.source else 0.0)
    reason = Why("claims.tagger", (), f"tagger {t.probability:.2f}, source {sure:.2f}")
    labels = (POLARITIES[int(t.labels[0].argmax())], CERTAINTIES[int(t.labels[1].argmax())], ACTS[int(t.labels[2].argmax())])
    if t.source is None or _is_own(t):
        return Attribution(name, doc.id, content, None, (), labels[0], labels[1], Stance.NEUTRAL, labels[2], (reason,))
    link = _link(doc, text, matches, know, t.source, ())
    cue = Span(t.cue.start, t.cue.end) if t.cue else None
    entry = None
    if cue is not None:
        a, b = _shadow(text, cue.start, cue.end)
        known = [m for m in within(a, b, matches) if m.form.entry in know.cues]
        if known:
            best = max(known, key=lambda m: (m.end - m.start, m.form.entry))
            entry = know.cues[best.form.entry]
            reason = Why("claims.tagger", (Hit(text.shadow.origin(best.start, best.end), entry.id),), reason.note)
    if cue is not None and link.span.overlaps(cue):
        link = _continued(link, before)
    stance = entry.stance if entry else Stance.NEUTRAL
    polarity = entry.polarity if entry and entry.polarity is not Polarity.AFFIRM else labels[0]
    certainty = entry.certainty if entry and entry.certainty is not Certainty.CERTAIN else labels[1]
    chain: tuple[Link, ...] = (link,)
    if t.outer is not None and not link.span.overlaps(Span(t.outer.start, t.outer.end)):
        chain = (_link(doc, text, matches, know, t.outer, ()), link)
    return Attribution(name, doc.id, content, cue, chain, polarity, certainty, stance, labels[2], (reason,))


def _continued(link: Link, before: list[Attribution]) -> Link:
    """A pronoun's link: kind, name and actor of the voice that spoke last."""
    for a in reversed(before):
        if a.chain and a.chain[-1].kind is not Kind.UNSPECIFIED:
            last = a.chain[-1]
            return replace(link, kind=last.kind, is_named=last.is_named, actor=last.actor, refers_to=a.id)
    return link
