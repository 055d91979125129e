"""The pieces of a content, and contents that stand in front of their cue."""

from tabayyun.claims.arabic.anaphora import is_own_word
from tabayyun.claims.arabic.chains import link_chain
from tabayyun.claims.arabic.frames import Frame
from tabayyun.claims.arabic.labels import dress
from tabayyun.claims.arabic.scenes import Scene
from tabayyun.claims.drafts import Draft
from tabayyun.claims.sources import within
from tabayyun.model.claim import Kind, Polarity
from tabayyun.model.text import Sentence


def content_pieces(sc: Scene, a: int, b: int, paragraph_end: int | None) -> list[tuple[int, int]]:
    """Shadow pieces of a content between tokens: outer quotation marks, final stops and dangling connectives left out."""
    while a < b and sc.key(a) in (",", ":", ";", "-", ".", "?", "!"):
        a += 1
    if a >= b:
        return []
    if (paragraph_end is not None and sc.key(a) == '"') or (a > 0 and sc.key(a - 1) == '"'):
        inside = a + 1 if sc.key(a) == '"' else a
        for q in sc.text.quotations:
            if (
                inside < len(sc.text.tokens)
                and q.start <= sc.token(inside).start <= q.start + 2
                and paragraph_end is not None
                and q.end > sc.token(b - 1).end
            ):
                b = sc.index(min(q.end, paragraph_end))
    a, b = _strip(sc, a, b)
    if a >= b:
        return []
    return [(sc.token(a).start, sc.token(b - 1).end)]


def _strip(sc: Scene, a: int, b: int) -> tuple[int, int]:
    while b > a and (
        sc.key(b - 1) in (",", ":", ";", "-", ".", "?", "!", "…", "و", "(")
        or (sc.is_in(b - 1, "connective") and sc.key(b - 1) not in ("غير", "الا"))
        or sc.key(b - 1) in ("وقد", "كما")
    ):
        b -= 1
    if sc.key(a) == '"':
        inner = [j for j in range(a + 1, b) if sc.key(j) == '"']
        if not inner or inner[0] == b - 1:
            a, b = a + 1, b - 1 if inner else b
    elif sc.key(b - 1) == '"' and sum(sc.key(j) == '"' for j in range(a, b)) == 1:
        b -= 1
    while b > a and sc.key(b - 1) in (",", ".", ":", ";", "?", "!"):
        b -= 1
    if b - a > 2 and sc.key(a) in _SINGLE and sc.key(b - 1) in _SINGLE:
        a, b = a + 1, b - 1
    return a, b


_SINGLE = frozenset("'‘’‚‛‹›`")


def read_backward(sc: Scene, f: Frame, s: Sentence, number: int, drafts: list[Draft], end: int) -> list[Draft]:
    """The content stands in front of the cue; where another voice already holds it, the two form one chain.

    `end` is the token at which the next voice's clause begins: what follows the cue reaches so far at most.
    """
    links, phrase = link_chain(sc, f, drafts, number)
    if not links and not is_own_word(sc, f.cue):
        return []
    clause_begin = sc.token(f.clause).start
    same = [d for d in drafts if d.sentence == number]
    if same and f.rule != "claims.ar.verb-of-antecedent":
        last = same[-1]
        if last.end <= clause_begin and clause_begin - last.end <= 4 and last.links:
            key = sc.text.shadow.text[f.cue.start : f.cue.end]
            if key.startswith("نقلا"):
                last.links.extend(links)
            elif links[-1].voice.kind in (Kind.AGENCY, Kind.OUTLET) and last.polarity is not Polarity.DENY:
                last.links[:0] = links
            elif last.polarity is Polarity.DENY and f.cue.part == "phrase" and sc.key(f.cue.first) == "كما":
                d = Draft(list(last.pieces), (f.cue.start, f.cue.end), links, "claims.ar.denied-rumour", f.cue.entry, number)
                dress(sc, d, f, phrase)
                return [d]
            return []
    if same and f.rule == "claims.ar.verb-of-antecedent":
        pieces = list(same[-1].pieces)
    else:
        begin = max([s.first, *(sc.index(d.end) for d in same)])
        if begin == s.first and sc.key(begin + 1) == ":" and sc.key(begin) in NOTICES:
            begin += 2
        pieces = content_pieces(sc, begin, f.clause, None)
        begin = _past_setting(sc, begin, f.clause)
        turn = _last_turn(sc, begin, f.clause)
        if turn is not None:
            pieces = content_pieces(sc, turn, f.clause, None)
        while pieces and sc.is_in(sc.index(pieces[0][0]), "connective") and sc.index(pieces[0][0]) + 2 < f.clause:
            pieces = content_pieces(sc, sc.index(pieces[0][0]) + 1, f.clause, None)
        after = f.content
        if pieces and f.rule == "claims.ar.according-to-back" and end - after >= 3 and not _opens_clause(sc, after):
            behind = content_pieces(sc, after, end, None)
            lone = f.clause > begin + 1 and sc.key(f.clause - 2) == "," and sc.key(f.clause - 1)[:1] == "و"
            pieces = behind if lone and behind else pieces + behind  # «وخلّف، بحسب X، ثلاثة قتلى»
    if not pieces or pieces[0][1] - pieces[0][0] < 4:
        return []
    pieces[0] = (_past_and(sc, pieces[0][0]), pieces[0][1])
    d = Draft(pieces, (f.cue.start, f.cue.end), links, f.rule, f.cue.entry, number)
    dress(sc, d, f, phrase)
    return [d]


NOTICES = frozenset("عاجل توضيح تحديث تنويه ملاحظه تصحيح خبر متابعه".split())
"""Words that announce a line («توضيح : ...»)."""


def _past_setting(sc: Scene, a: int, b: int) -> int:
    """Behind «وفي سياق متصل،» and the like at the head of a sentence."""
    if sc.bare(a) not in ("في", "علي") and sc.key(a) not in ("في", "علي"):
        return a
    if sc.key(a + 1) not in ("سياق", "صعيد", "السياق", "الاثناء", "غضون", "المقابل", "موازاه"):
        return a
    comma = next((i for i in range(a + 2, min(b - 3, a + 5)) if sc.key(i) == ","), None)
    return a if comma is None else comma + 1


_FACTS = frozenset("والصحيح والحقيقه والحق والواقع الصحيح الحقيقه علما".split())


def _last_turn(sc: Scene, a: int, b: int) -> int | None:
    """Behind the last «والصحيح أن», «علماً أن» in `[a, b)`: only what follows is vouched for by the voice behind it."""
    for i in range(b - 3, a - 1, -1):
        if sc.key(i) in _FACTS and sc.key(i + 1) in sc.words["complementizer"]:
            return i + 2
    return None


def _past_and(sc: Scene, start: int) -> int:
    """Behind a leading و that no word owns («وأسفر»: a known word begins behind it)."""
    if sc.text.shadow.text[start : start + 1] != "و":
        return start
    near = [m for m in within(start, start + 30, sc.matches) if m.word == start]
    owned = any(m.start == start for m in near)
    return start + 1 if not owned and any(m.start == start + 1 for m in near) else start


_AFTERTHOUGHTS = frozenset("بل لكن مما".split())
"""Words with which the outlet goes on behind «، بحسب X،»."""


def _opens_clause(sc: Scene, i: int) -> bool:
    k = sc.key(i)
    if k in _AFTERTHOUGHTS or (k == "في" and sc.key(i + 1) in ("حين", "المقابل", "ظل", "وقت")):
        return True
    return sc.is_in(i, "connective") or (k[:1] == "و" and len(k) > 3) or k in (".", "!", "?", "وهو", "وهي", "الامر")
