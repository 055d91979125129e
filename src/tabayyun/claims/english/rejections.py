"""Rejections: what is denied, where it is only pointed at, and whose proposition it was."""

from collections.abc import Sequence
from typing import Literal

from tabayyun.claims.drafts import Draft, DraftLink
from tabayyun.claims.english.contents import Share
from tabayyun.claims.english.phrases import right_noun
from tabayyun.claims.english.scenes import Range, Scene, Stage, Word
from tabayyun.claims.english.words import AUX, is_finite
from tabayyun.claims.sources import describe
from tabayyun.model.claim import Act, Polarity, Stance

_POINTERS = frozenset(
    """
    it this that them these those claim claims allegation allegations accusation accusations charge charges report reports
    suggestion suggestions idea version account accounts story theory rumours rumors notion denial statement assertion
    assertions remark remarks
    """.split()
)
_CARRIERS = frozenset(
    """
    claim claims allegation allegations accusation accusations report reports suggestion suggestions rumour rumours rumor
    rumors idea notion speculation talk charge charges assertion assertions theory
    """.split()
)
_DISTANT = frozenset(
    """
    claim claims allegation allegations rumour rumours rumor rumors accusation accusations
    """.split()
)


_FALSE = frozenset(
    """
    lie lies fabrication fabricated fabrications invention nonsense false baseless untrue slander propaganda fiction hoax
    worthless ridiculous absurd fantasy fake rumours smear invented unfounded groundless falsehood myth scandalous lying
    distortion
    """.split()
)
_REJECTED = "judged false"


def rejected(scene: Scene, share: Share, draft: Draft, earlier: list[Draft], stage: Stage) -> Draft | Literal[False] | None:
    """Settles the content of a denial in place; gives a second draft where another voice's proposition is denied.

    False means that the cue only opens another version (`X disputes the official account: "..."`), which is no denial.
    """
    f = share.frame
    is_denial = f.cue is not None and f.cue.entry.family == "denial"
    if f.side == "antecedent" or (not share.pieces and f.cue is not None):
        _point_back(draft, earlier, stage, f.cue is not None and (is_denial or f.side == "antecedent"))
        return None
    words = scene.words
    if f.cue is not None and share.pieces and f.cue.entry.id in {"en.reporting.call", "en.reporting.describe", "en.reporting.label"}:
        _judged(scene, share, draft, earlier, stage)
        return None
    if not is_denial or not share.pieces:
        return None
    piece = share.pieces[0]
    colon = next((k for k in range(piece.first, piece.last - 1) if words[k].key == ":" and words[k + 1].key == '"'), None)
    if colon is not None:
        inside = [w for w in words[colon + 2 : piece.last] if w.key != '"']
        if inside:
            draft.pieces = [(inside[0].start, inside[-1].end)]
            return False
    if words[piece.first].is_quoted and f.side == "before":
        return False
    return _carried(scene, piece, f.last, draft, earlier, stage)


def _point_back(draft: Draft, earlier: list[Draft], stage: Stage, wanted: bool) -> None:
    """The content of the nearest earlier attribution of the same or the preceding paragraph."""
    draft.pieces = []
    if not wanted:
        return
    for d in reversed(earlier):
        here, there = stage.text.sentences[draft.sentence].paragraph, stage.text.sentences[d.sentence].paragraph
        if here - there > 1:
            break
        draft.pieces = list(d.pieces)
        draft.notes.append("content of the attribution before")
        break


def _carried(scene: Scene, piece: Range, begin: int, draft: Draft, earlier: list[Draft], stage: Stage) -> Draft | None:
    """ "rejected claims by Y that C", "dismissed the report": the proposition behind the noun."""
    words = scene.words
    if _points_back(words, begin):
        _point_back(draft, earlier, stage, True)
        return None
    head = _head(words, piece)
    if head is None:
        return None
    rest = head + 1
    voice: DraftLink | None = None
    if rest < piece.last and words[rest].key in {"by", "from", "in"}:
        noun = right_noun(words, rest + 1, piece.last)
        if noun is not None:
            voice = _link(scene, noun, stage)
            rest = noun.last
    elif head > piece.first and words[head - 1].key.endswith("'s"):
        voice = _link(scene, Range(piece.first, head), stage)
    if rest + 1 < piece.last and words[head].key in _CARRIERS and words[rest].key in {"that", "of"}:
        draft.pieces = [(words[rest + 1].start, words[piece.last - 1].end)]
        return _second(scene, head, draft, voice, stage)
    if words[head].key in _POINTERS and (rest >= piece.last or words[rest].key in {"as", "saying", ",", "and", "for", '"', "a", "an", ":"}):
        before = list(draft.pieces)
        _point_back(draft, earlier, stage, True)
        draft.pieces = draft.pieces or before
    return None


def _judged(scene: Scene, share: Share, draft: Draft, earlier: list[Draft], stage: Stage) -> None:
    """ "called that a lie": a rejection of what was said before; "called it cruel" says nothing of its own."""
    words, piece = scene.words, share.pieces[0]
    begin = share.frame.last
    predicate = {w.key for w in words[begin : piece.last]}
    is_pronoun = words[begin].key in {"it", "this", "that", "them", "him", "her", "these"} and (
        words[begin].key in {"it", "them", "him", "her"}
        or (begin + 1 < len(words) and (words[begin + 1].key in {"as", "a", "an", '"'} or not words[begin + 1].is_word))
    )
    head = _head(words, piece)
    if predicate & _FALSE and (is_pronoun or head is not None):
        _point_back(draft, earlier, stage, True)
        draft.polarity, draft.act = Polarity.DENY, Act.DENIAL
        draft.notes.append(_REJECTED)
    elif is_pronoun:
        draft.pieces = []


def _points_back(words: Sequence[Word], i: int) -> bool:
    """ "that", "this version", "it as a lie" behind the cue, where "that" opens no clause."""
    if i >= len(words) or words[i].key not in {"that", "this", "it", "them", "these", "those"}:
        return False
    follows = [w.key for w in words[i + 1 : i + 4]] or ["."]
    if follows[0] in AUX and words[i].key == "that":
        return True
    ends = {".", ",", ";", ":", "as", "and", "but", '"', "in", "on", "out", "saying", "while"}
    return follows[0] in ends or (
        words[i].key in {"that", "this"} and len(follows) > 1 and follows[1] in ends - {"in", "on", '"'} and not is_finite(follows[0])
    )


def _head(words: Sequence[Word], piece: Range) -> int | None:
    """Index of the pointing or carrying noun near the beginning of the content."""
    for k in range(piece.first, min(piece.last, piece.first + 5)):
        key = words[k].key
        if key in _CARRIERS or (
            key in _POINTERS
            and (k == piece.first or words[k - 1].key in {"the", "this", "that", "these", "those", "any", "such", "all", "both"})
        ):
            return k
        if key in {"of", "by", "to", "in", "from", "that", ","}:
            return None
    return None


def _link(scene: Scene, r: Range, stage: Stage) -> DraftLink:
    a, b = scene.words[r.first].start, scene.words[r.last - 1].end
    return DraftLink(a, b, describe(a, b, stage.text, stage.matches, stage.know, "en", stage.doc.text))


def _second(scene: Scene, head: int, draft: Draft, voice: DraftLink | None, stage: Stage) -> Draft | None:
    w = scene.words[head]
    if voice is None:
        return None
    entry = next((stage.know.cues[m.form.entry] for m in stage.matches if m.start == w.start and m.form.family == "nominal"), None)
    second = Draft(list(draft.pieces), (w.start, w.end), [voice], "claims.en.rejected-claim", entry, draft.sentence)
    second.stance = Stance.DISTANCING if w.key in _DISTANT else Stance.NEUTRAL
    second.act = Act.ACCUSATION if w.key.startswith(("alleg", "accus", "charge")) else Act.STATEMENT
    return second
