"""What an attribution and its surroundings show of what the source does by saying it: named signs, each once.

A sign is a word of the content (`s:`), one of its first words (`early:`, `first:`), a lexicon's finding (`event:`, `talk:`), a party
that does something (`agent:`), something about the voice and its cue (`kind:`, `cue:`), the text before (`before:`), or the reading
by rules (`act:`). A party that is only mentioned is no sign: reports and analyses name many, and naming is not blaming.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tabayyun.claims.act_words import EMPTY, bare, stem, talk, without_names
from tabayyun.lexicons import Knowledge
from tabayyun.lexicons.match import Match
from tabayyun.model.claim import Attribution, Kind, Polarity
from tabayyun.model.document import Document
from tabayyun.model.span import Span
from tabayyun.model.text import TextLayer

_FORCES = frozenset({Kind.MILITARY, Kind.ARMED_GROUP})
_BODIES = frozenset({Kind.MILITARY, Kind.ARMED_GROUP, Kind.OFFICIAL, Kind.SECURITY_SOURCE})
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OURS = re.compile(r"(?<!\w)[ول]?(?:قواتنا|مجاهدينا|مجاهدونا|شعبنا|ابطالنا|مقاتلينا|مقاتلونا|وطننا|اهلنا)(?!\w)")
_PLUPERFECT = re.compile(r"(?:^|\s)[وف]?(?:كان|كانت|كانوا) (?:\S+ ){0,4}?(?:قد )")
_FRONT_AR = (
    "من قبل|علي يد|علي ايدي|من جانب|من طرف|برصاص|بقصف|بنيران|بقذائف|بصواريخ|بغاره|بغارات|وراءها?|خلفها?"
    "|مسيره|طائره|طائرات|طيران|مدفعيه|قذائف|صواريخ|صاروخ|قصف|غاره|غارات"
)
_BY = {
    "ar": re.compile(rf"(?<!\w)[وفبل]?(?:{_FRONT_AR}) (?:(?:قوات|عناصر|مسلحي|مقاتلي|ميليشيا|جيش|طائرات|مسيرات|تابعه? ل) ?)?$"),
    "en": re.compile(r"\b(?:by|behind|from)(?: the| a| an)?(?: suspected)? $"),
}
"""What stands before a party that did it."""
_TAME_EN = (
    "held|controlled|run|backed|supported|guarded|manned|led|hosted|used|owned|supervised|funded|overlooked|administered|protected"
    "|trained|armed|occupied|patrolled|operated|recognised|recognized|designated"
)
_TAME_AR = "مدعوم|مسيطر عليه|مستخدم|محتل|مدار|ممول|محمي|مصنف|معترف ب|مسلح"
_TAME = re.compile(rf"(?:\b(?:{_TAME_EN}) by|(?<!\w)[وفبلك]?(?:ال)?(?:{_TAME_AR})(?:ه|ها|ين|ون)? (?:من قبل|من جانب|من طرف))(?: the| a)? $")
"""What stands before a party that did no harm by it."""
_SINCE = re.compile(r"(?<!\w)(?:[وف]?(?:منذ|في ظل|خلال|بعد|عقب|ابان|اثناء|علي خلفيه)|since|during|amid|after)(?: \S+){0,2} $")
"""What stands before a judging word that only dates the event."""
_DEEDS_AR = "استهدف|قصف|اطلق|شن|قتل|اقتحم|اعتقل|خطف|اختطف|فجر|هاجم|اعدم|ضرب|احرق|نهب|اغتال|زرع|ارتكب|منع|دمر"
_DEEDS_EN = (
    "struck|hit|target|attack|fire|shell|bomb|kill|launch|shot|raid|storm|abduct|detain|kidnap|burn|plant|drop|arrest|took|detonat"
    "|beat|execut|carr|stag|used|blew|enter|cross|prevent|block"
)
_DONE = {
    "ar": re.compile(rf"^\S* ?(?:\S+ )?(?:قد )?[تي]?(?:{_DEEDS_AR})"),
    "en": re.compile(rf"^(?:'s|s')?(?: \w+){{0,2}}? (?:had |have |has )?(?:\w+ly )?(?:{_DEEDS_EN})"),
}
"""What stands behind a party that did it."""
_DID = re.compile(rf"(?<!\w)[وف]?[تي]?(?:{_DEEDS_AR})(?:وا|ت|ه|ها|هم|ته|تها|تهم)? (?:\S+ )?(?:تابعه? ل)?$")
"""What stands before an Arabic party that did it: the verb."""


@dataclass(frozen=True, slots=True)
class Place:
    """An attribution in its text: the shadow stretches of its content, its sentence, its language."""

    found: Attribution
    pieces: tuple[tuple[int, int], ...]
    sentence: int
    language: str
    nameless: str
    """The whole shadow with every party's name blanked out: no name may speak for an act."""
    tone: tuple[str, ...]
    """What the whole text sounds like."""


def places(text: TextLayer, matches: list[Match], found: Sequence[Attribution]) -> list[Place]:
    """The places of attributions, in their order."""
    nameless, tone = without_names(text.shadow.text, matches), _tone(text.shadow.text, matches)
    starts = [s.start for s in text.sentences]
    out = []
    for a in found:
        pieces = tuple(shadow_of(text, p) for p in a.content.pieces())
        n = max(0, bisect_left(starts, pieces[0][0] + 1) - 1)
        out.append(Place(a, pieces, n, text.paragraphs[text.sentences[n].paragraph].language, nameless, tone))
    return out


def shadow_of(text: TextLayer, span: Span) -> tuple[int, int]:
    """Shadow offsets of an original span."""
    a, b = text.shadow.stretch(span.start, span.end)
    return a, max(a + 1, b)


def signs(doc: Document, text: TextLayer, matches: list[Match], know: Knowledge, here: Sequence[Place], n: int) -> list[str]:
    """The signs of the `n`th of the attributions `here`, which stand in reading order."""
    p = here[n]
    out: set[str] = set(_labels(p.found))
    out.update(_voice(p, know))
    out.update(_words(text, p))
    out.update(_known(text, matches, know, p))
    out.update(_talk(text, p))
    out.update(_around(doc, text, p))
    out.update(_before(here, n))
    out.add(f"text:{p.tone[0]}")
    out.update(f"text:{x}/{_group(p.found)}" for x in p.tone)
    return sorted(out)


def _tone(shadow: str, matches: list[Match]) -> tuple[str, ...]:
    """How much the whole text judges, by a thousand letters, and whether it says "our fighters"."""
    loud = 1000 * sum(m.form.family == "loaded" for m in matches) / max(1000, len(shadow))
    tone = "loud" if loud > 4 else "judging" if loud >= 1 else "calm"
    return (tone, "ours") if _OURS.search(shadow) else (tone,)


def _kind(a: Attribution) -> str:
    return a.chain[-1].kind.value if a.chain else "own"


def _group(a: Attribution) -> str:
    if not a.chain:
        return "own"
    kind = a.chain[-1].kind
    return "force" if kind in _FORCES else "body" if kind in _BODIES else "other"


def _labels(a: Attribution) -> Iterator[str]:
    yield f"act:{a.act.value}"
    yield f"polarity:{a.polarity.value}"
    yield f"certainty:{a.certainty.value}"
    yield f"act:{a.act.value}/kind:{_kind(a)}"
    yield f"stance:{a.stance.value}"
    if "negates" in a.why[0].note:
        yield "negates"


def _voice(p: Place, know: Knowledge) -> Iterator[str]:
    a = p.found
    yield f"kind:{_kind(a)}"
    yield f"rule:{a.why[0].rule.rsplit('.', 1)[-1]}"
    if a.chain:
        yield "named" if a.chain[-1].is_named else "unnamed"
        yield "group:body" if a.chain[-1].kind in _BODIES else "group:other"
        if a.chain[-1].refers_to:
            yield "goes-on"
        if len(a.chain) > 1:
            yield "relayed"
    elif a.cue:
        yield "own-cue"
    for h in a.why[0].hits:
        if h.entry in know.cues:
            entry = know.cues[h.entry]
            yield f"cue:{entry.id}"
            yield f"cue-family:{entry.family}"
            yield f"cue-act:{entry.act.value}"
            yield f"cue-family:{entry.family}/kind:{_kind(a)}"


def _words(text: TextLayer, p: Place) -> Iterator[str]:
    said = " ".join(p.nameless[a:b] for a, b in p.pieces)
    words = [m.group() for m in _WORD.finditer(said)]
    keys = [stem(bare(w, p.language), p.language) for w in words]
    for i, w in enumerate(keys):
        if not w[0].isdigit() and w not in EMPTY:
            yield f"s:{w}"
            if i < 6:
                yield f"early:{w}"
    if keys and keys[0] not in EMPTY:
        yield f"first:{keys[0]}"
    yield "short" if len(keys) < 5 else "long" if len(keys) > 18 else "middle"
    if any(w[0].isdigit() for w in keys):
        yield "digit"
    if '"' in said or text.shadow.text[p.pieces[0][0] - 1 : p.pieces[0][0]] == '"':
        yield "quotes"


def _talk(text: TextLayer, p: Place) -> Iterator[str]:
    said = " ".join(text.shadow.text[a:b] for a, b in p.pieces)
    group = _group(p.found)
    for m in talk().find(said):
        yield f"talk:{m.form.family}"
        yield f"talk:{m.form.family}/{group}"
        if m.start < 25:
            yield f"talk-early:{m.form.family}"


def _known(text: TextLayer, matches: list[Match], know: Knowledge, p: Place) -> Iterator[str]:
    voice = p.found.chain[-1].actor if p.found.chain else None
    group = _kind(p.found)
    covered = -1
    shadow = text.shadow.text
    order: list[str] = []
    for a, b in p.pieces:
        lo = bisect_left(matches, a, key=lambda m: m.start)
        for m in matches[lo : bisect_left(matches, b, key=lambda m: m.start)]:
            family = m.form.family
            if family == "events":
                coarse = know.event_nodes[know.events[m.form.entry].node].coarse
                order.append(m.form.part)
                yield f"event:{coarse}"
                yield f"event:{coarse}/kind:{group}"
                yield f"event-{m.form.part}:{coarse}"
            elif family == "loaded" and not _SINCE.search(shadow[max(a, m.word - 30) : m.word]):
                yield f"loaded:{know.loaded[m.form.entry].kind}"
            elif family in ("weapons", "targets"):
                order.append(family)
            elif family in ("hedge", "question", "denial", "accusation", "responsibility"):
                yield f"family:{family}"
            elif family == "actors" and m.form.entry in know.actors and m.end > covered:
                covered = m.end
                if m.form.entry == voice:
                    order.append("same")
                yield from _deed(shadow, know, m, voice, p.language, group, a)
    order = [x for i, x in enumerate(order) if i == 0 or x != order[i - 1]]
    for x, y in pairwise(["^", *order[:6]]):
        yield f"order:{x}>{y}"
        yield f"order:{x}>{y}/kind:{group}"


def _deed(shadow: str, know: Knowledge, m: Match, voice: str | None, language: str, group: str, begin: int) -> Iterator[str]:
    """What a party does by the content's words; nothing of a party that is only mentioned."""
    kind = know.actors[m.form.entry].kind
    who = "same" if m.form.entry == voice else "force" if kind in _FORCES else "official" if kind is Kind.OFFICIAL else "else"
    before, after = shadow[max(begin, m.word - 40) : m.word], shadow[m.end : m.end + 45]
    how = []
    if language in _BY and not _TAME.search(before):
        by = _BY[language].search(before)
        if by:
            how.append("by")
            yield f"by:{by.group().strip()}"
        if _DONE[language].search(after):
            how.append("does")
        if language == "ar" and _DID.search(before):
            how.append("did")
    for x in how:
        yield f"{x}:{who}"
        yield f"{x}:{who}/kind:{group}"
    if how:
        yield f"agent:{who}"
        yield f"agent:{who}/kind:{group}"
        if m.form.words in know.actors[m.form.entry].pejorative:
            yield "agent:slur"


def _around(doc: Document, text: TextLayer, p: Place) -> Iterator[str]:
    shadow = text.shadow.text
    s = text.sentences[p.sentence]
    begin, end = p.pieces[0][0], p.pieces[-1][1]
    if p.sentence == 0:
        yield "opens-text"
    yield f"third:{3 * p.sentence // max(1, len(text.sentences))}"
    if p.sentence >= len(text.sentences) - 2:
        yield "closes-text"
    if s.end < len(shadow) and "?" in shadow[end : end + 2]:
        yield "asks"
    for w in _WORD.findall(p.nameless[end : s.end])[:3]:
        yield f"tail:{bare(w, p.language)}"
    said = shadow[begin:end]
    published = (doc.published or "")[:4]
    for y in _YEAR.findall(said):
        yield "year:same" if y == published else "year:earlier" if y < published else "year:later"
    if p.language == "ar" and _PLUPERFECT.search(shadow[max(s.start, begin - 8) : end]):
        yield "pluperfect"


def _before(here: Sequence[Place], n: int) -> Iterator[str]:
    p = here[n]
    if n == 0:
        yield "before:none"
        return
    last = here[n - 1]
    near = "same" if last.sentence == p.sentence else "near" if p.sentence - last.sentence == 1 else "far"
    yield f"before:{near}/{last.found.act.value}"
    if last.pieces == p.pieces:
        yield f"twin:{last.found.act.value}"
    if n + 1 < len(here) and here[n + 1].pieces == p.pieces:
        yield f"twin:{here[n + 1].found.act.value}"
    if p.found.chain and p.found.chain[-1].refers_to:
        first = next((x.found for x in reversed(here[:n]) if x.found.id == p.found.chain[-1].refers_to), None)
        if first is not None:
            yield f"goes-on:{first.act.value}"
            if first.polarity is Polarity.DENY:
                yield "goes-on:denial-before"
            for h in first.why[0].hits:
                yield f"goes-on-cue:{h.entry}"
