"""Every "who said what" of the English paragraphs of a document."""

from collections.abc import Iterator
from dataclasses import replace

from tabayyun.claims.drafts import IMPERSONAL, Draft, DraftLink, finish
from tabayyun.claims.english.anaphors import antecedent, inherit, owner, partitive
from tabayyun.claims.english.clauses import frames
from tabayyun.claims.english.contents import Share, divide
from tabayyun.claims.english.frames import Frame
from tabayyun.claims.english.labels import label
from tabayyun.claims.english.rejections import rejected
from tabayyun.claims.english.scenes import Range, Scene, Stage, scenes
from tabayyun.claims.english.words import DETERMINERS
from tabayyun.claims.sources import Voice, describe, within
from tabayyun.lexicons.knowledge import Knowledge
from tabayyun.lexicons.match import Match
from tabayyun.model.claim import Attribution, Kind
from tabayyun.model.document import Document
from tabayyun.model.text import TextLayer

_OWN = frozenset({"we", "i"})
_OWN_TEAM = ("our team", "our researchers", "our office", "our organisation", "our staff", "our investigation", "our count", "our records")


def read(doc: Document, text: TextLayer, matches: list[Match], know: Knowledge) -> list[Attribution]:
    """Attributions `<doc>.a1`... in reading order; `matches` are all families' of the whole shadow, sorted by start."""
    stage = Stage(doc, text, matches, know)
    return read_scenes(stage, scenes(stage))


def read_scenes(stage: Stage, staged: list[Scene]) -> list[Attribution]:
    """The same for scenes already made."""
    drafts: list[Draft] = []
    for scene in staged:
        if not _goes_on(scene, drafts, stage):
            _stage_scene(scene, drafts, stage)
    return finish(stage.doc, stage.text, drafts)


def _goes_on(scene: Scene, drafts: list[Draft], stage: Stage) -> bool:
    """A scene that is wholly a quotation continues the quotation of the attribution before it in the paragraph."""
    words = scene.words
    if len(words) < 3 or words[0].key != '"' or any(w.is_word and not w.is_quoted for w in words) or not drafts:
        return False
    last = drafts[-1]
    if last.sentence >= scene.sentence:
        return False
    is_open = any(not q.is_closed and q.start <= last.end <= q.end for q in stage.text.quotations)
    if stage.text.sentences[last.sentence].paragraph != scene.paragraph - (1 if is_open else 0):
        return False
    before = stage.text.shadow.text[max(0, last.start - 1) : last.start]
    if before != '"' or last.rule.endswith("accuse"):
        return False
    inner = [w for w in words if w.key != '"']
    while inner and inner[-1].key in {".", ",", "!", "?"}:
        inner.pop()
    if inner:
        last.pieces.append((inner[0].start, inner[-1].end))
    last.sentence = scene.sentence
    return True


def _stage_scene(scene: Scene, drafts: list[Draft], stage: Stage) -> None:
    before = len(drafts)
    latest: list[DraftLink] = []
    for share in _parallel(scene, divide(scene, _speaking(scene, frames(scene), stage)), stage):
        links = _links(scene, share, drafts, before, latest, stage)
        if links is None:
            continue
        latest = links or latest
        f = share.frame
        outermost = share.outside[0] if share.outside else f
        span = outermost.span
        draft = Draft(
            [_span(scene, p) for p in share.pieces], _span(scene, span), links, f"claims.en.{f.style}",
            (f.cue.entry if f.cue else None), scene.sentence,
        )  # fmt: skip
        if f.medium:
            draft.medium = _span(scene, f.medium)
        second = rejected(scene, share, draft, drafts, stage)
        if not draft.pieces or _is_lone_pronoun(share, scene):
            continue
        label(draft, stage, is_rejection=f.cue is not None and f.cue.entry.family == "denial" and second is not False)
        if share.outside and outermost.cue is not None:
            draft.stance = outermost.cue.entry.stance
        if _says_again(draft, drafts[before:]):
            continue
        if isinstance(second, Draft):
            drafts.append(second)
        drafts.append(draft)


def _says_again(draft: Draft, here: list[Draft]) -> bool:
    """ "rejected the report, calling it false": the same voice takes the same stand on the same words twice."""
    return any(
        d.pieces == draft.pieces and d.polarity is draft.polarity and d.links and draft.links and draft.links[-1].refers is d for d in here
    )


def _is_lone_pronoun(share: Share, scene: Scene) -> bool:
    """ "few believe it": a content of one pronoun, unless a rejection points back with it."""
    if not share.pieces or (share.frame.cue is not None and share.frame.cue.entry.family == "denial"):
        return False
    words = [w.key for p in share.pieces for w in scene.words[p.first : p.last] if w.is_word]
    return len(words) == 1 and words[0] in {"it", "this", "that", "so", "them", "him", "her", "us", "nothing", "otherwise", "differently"}


def _parallel(scene: Scene, shares: list[Share], stage: Stage) -> Iterator[Share]:
    """The shares, those of "residents and medics said C" twice: each voice answers for the content on its own."""
    for share in shares:
        halves = _halves(scene, share.frame, stage)
        if not halves:
            yield share
        for half in halves:
            yield replace(share, frame=replace(share.frame, source=half), pieces=list(share.pieces))


def _speaking(scene: Scene, found: list[Frame], stage: Stage) -> list[Frame]:
    """The frames without a colon after words that name no voice (`Aleppo: two men ...`)."""
    return [
        f for f in found if f.style != "colon" or f.source is None or _is_source(scene, f, _voice(scene, f.source, stage), False, stage)
    ]


def _halves(scene: Scene, f: Frame, stage: Stage) -> tuple[Range, ...]:
    if f.source is None or f.style in {"impersonal", "colon"}:
        return ()
    words = scene.words
    first = f.source.first + (words[f.source.first].key == "both")
    ands = [k for k in range(first + 1, f.source.last - 1) if words[k].key == "and" and not words[k].is_quoted]
    if len(ands) != 1 or any(w.key in {"between", ","} for w in words[first : ands[0]]):
        return ()
    left, right = Range(first, ands[0]), Range(ands[0] + 1, f.source.last)
    inner = {w.key for w in words[left.first : left.last]} & {"of", "for", "in", "from", "at", "by", "to", "with", "on"}
    opens = words[right.first].key
    if inner and not (opens in DETERMINERS or _is_plural_source(scene, right, stage)):
        return ()
    if inner and "both" in {w.key for w in words[left.first : left.last]}:
        return ()
    voices = [_voice(scene, r, stage) for r in (left, right)]
    known = [v.kind is not Kind.UNSPECIFIED or v.actor is not None for v in voices]
    return (left, right) if all(known) and opens not in {"its", "their", "his", "her"} else ()


def _is_plural_source(scene: Scene, r: Range, stage: Stage) -> bool:
    """A bare plural such as `witnesses`, or a registered name that begins the phrase."""
    begin = scene.words[r.first].start
    return any(
        m.form.family in {"sources", "actors"} and m.form.part != "demonym"
        for m in within(begin, scene.words[r.last - 1].end, stage.matches)
        if m.start == begin
    )


def _span(scene: Scene, r: Range) -> tuple[int, int]:
    return scene.words[r.first].start, scene.words[r.last - 1].end


def _voice(scene: Scene, r: Range, stage: Stage) -> Voice:
    a, b = _span(scene, r)
    return describe(a, b, stage.text, stage.matches, stage.know, "en", stage.doc.text)


def _links(scene: Scene, share: Share, drafts: list[Draft], first: int, latest: list[DraftLink], stage: Stage) -> list[DraftLink] | None:
    """The chain of a share, outermost first; None where the phrase cannot be a source."""
    f = share.frame
    if f.style == "open":
        return []
    out: list[DraftLink] = []
    for g in share.outside:
        made = _source(scene, g, drafts, first, latest, stage)
        if made is None:
            return None
        out += made
    own = _source(scene, f, drafts, first, latest, stage)
    if own is None:
        return None
    if share.outside and own and own[-1].start < own[-1].end and _phrase(scene, f, stage) in {"it", "he", "she", "they"}:
        return out
    return out + own


def _phrase(scene: Scene, f: Frame, stage: Stage) -> str:
    if f.source is None:
        return ""
    a, b = _span(scene, f.source)
    return stage.text.shadow.text[a:b]


def _source(scene: Scene, f: Frame, drafts: list[Draft], first: int, latest: list[DraftLink], stage: Stage) -> list[DraftLink] | None:
    outer = [DraftLink(*_span(scene, r), _relay(_voice(scene, r, stage))) for r in f.outer if not _is_publisher(scene, r, stage)]
    inner = [DraftLink(*_span(scene, r), _voice(scene, r, stage)) for r in f.inner]
    if f.style == "nominal" and f.source is not None:
        return [DraftLink(*_span(scene, f.source), IMPERSONAL)]
    if f.style == "impersonal":
        return [DraftLink(*_span(scene, f.span), IMPERSONAL)]
    if f.is_shared or f.source is None:
        return _shared(scene, f, drafts[first:], latest, outer, inner)
    phrase = _phrase(scene, f, stage)
    if phrase in _OWN or phrase.startswith(_OWN_TEAM) or _is_publisher(scene, f.source, stage):
        return []
    voice = _voice(scene, f.source, stage)
    refers = antecedent(phrase, drafts, stage)
    if refers is not None:
        voice = inherit(voice, refers.links[-1].voice, True)
    else:
        part = partitive(phrase, drafts, stage)
        whole = part or owner(phrase, drafts, stage)
        if whole is not None:
            voice = inherit(voice, whole.links[-1].voice, part is not None and len(phrase.split()) <= 3)
    if not _is_source(scene, f, voice, refers is not None, stage):
        return None
    return [*outer, DraftLink(*_span(scene, f.source), voice, refers), *inner]


def _relay(voice: Voice) -> Voice:
    """Whoever is told something and passes it on is a news body."""
    return replace(voice, kind=Kind.OUTLET, is_named=True) if voice.kind is Kind.UNSPECIFIED else voice


def _shared(
    scene: Scene, f: Frame, here: list[Draft], latest: list[DraftLink], outer: list[DraftLink], inner: list[DraftLink]
) -> list[DraftLink] | None:
    """A cue without its own subject continues the last voice of its scene, with the voices around that one."""
    last = here[-1] if here and here[-1].links == latest else None
    if not latest:
        return [] if here and here[-1].cue else None
    innermost = latest[-1]
    if f.style == "participle":
        own = DraftLink(*_span(scene, f.span), innermost.voice, last)
    else:
        own = DraftLink(innermost.start, innermost.end, innermost.voice, last)
    return [*(outer or latest[:-1]), own, *inner]


def _is_publisher(scene: Scene, r: Range, stage: Stage) -> bool:
    """True where the words name the outlet that publishes the document."""
    names = {w for w in stage.doc.outlet.lower().replace("-", " ").split() if w not in {"the", "of", "and", "for"}}
    said = [w.key for w in scene.words[r.first : r.last] if w.is_word and w.key not in {"the", "this", "our", "of"}]
    if (
        any(w.key == "this" for w in scene.words[r.first : r.first + 1])
        and said
        and said[-1] in {"newspaper", "magazine", "paper", "agency", "website", "publication", "outlet"}
    ):
        return True
    capital = any(w.is_capital for w in scene.words[r.first : r.last])
    return (
        bool(said)
        and capital
        and all(w in names for w in said)
        and (said[-1] == stage.doc.outlet.lower().replace("-", " ").split()[-1] or len(said) > 1)
    )


_WEAK_CUES = frozenset(
    """
    show find hold_responsible put give call label describe identify list count document record detect share publish
    broadcast voice reveal_images add_detail accept_media refer_to witness appeal continue_quote joke geolocate issue
    teach expect consider welcome tout observe lament correct raise
    """.split()
)


def _is_source(scene: Scene, f: Frame, voice: Voice, is_anaphor: bool, stage: Stage) -> bool:
    """Could these words speak? Weak cues and colons ask for a voice that is known, a name or a pronoun."""
    assert f.source is not None
    words = scene.words[f.source.first : f.source.last]
    if not words or all(not w.is_word for w in words):
        return False
    if f.style == "colon":
        return bool(voice.hits) and voice.kind not in {Kind.DOCUMENT, Kind.UNSPECIFIED}
    known = is_anaphor or voice.kind is not Kind.UNSPECIFIED or voice.actor is not None
    if known or any(w.key in {"he", "she", "they", "one", "some", "others", "another", "many", "who"} for w in words):
        return True
    if f.cue is not None and f.cue.entry.id.rsplit(".", 1)[1] in _WEAK_CUES:
        return any(w.is_capital and w.key not in {"the", "a", "an"} for w in words[1:]) or (
            words[0].is_capital and len(words) <= 3 and words[0].key not in {"the", "a", "an", "this", "that", "it"}
        )
    return True
