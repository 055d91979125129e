"""What English texts attribute beside claims: what people want, believe, feel, order, support, leave unsaid.

These attributions belong to the attribution layer alone: their rule begins with `claims.en.mental`, and selection never
lets them become claims. They stand only where the rules for speech found nothing, outside of quotation marks.
"""

from bisect import bisect_left
from dataclasses import replace

from tabayyun.claims.drafts import Draft, DraftLink, finish
from tabayyun.claims.english.complements import complement, noun_complement, object_end
from tabayyun.claims.english.frames import left_source
from tabayyun.claims.english.phrases import right_noun
from tabayyun.claims.english.read import read_scenes
from tabayyun.claims.english.scenes import CUE_FAMILIES, Cue, Range, Scene, Stage, Words, scenes
from tabayyun.claims.english.subjects import main_subject
from tabayyun.claims.english.uses import disagrees, is_noun_use
from tabayyun.claims.english.words import ADVERBS, AUX, BE, COORDINATE, DETERMINERS, POSSESSIVES, PREPOSITIONS, PRONOUNS, RELATIVE
from tabayyun.claims.sources import describe, within
from tabayyun.lexicons.knowledge import Knowledge
from tabayyun.lexicons.match import Match
from tabayyun.model.claim import Attribution
from tabayyun.model.document import Document
from tabayyun.model.text import TextLayer

RULE = "claims.en.mental"
_FAMILIES = (CUE_FAMILIES - {"according_to", "impersonal"}) | {"mental"}
_TRYING = frozenset(
    """
    continue continues continued continuing try tries tried trying appear appears appeared seem seems seemed begin begins began
    fail fails failed failing need needs needed going used decline declines declined refuse refuses refused expected able ought has
    have had seeking sought attempt attempted attempting start started come came
    """.split()
)
"""Verbs whose infinitive carries the attribution: `continued to call for`."""
_NO_SOURCE = frozenset({"there", "this", "that", "what", "these", "those", "no", "nothing", "which"})
_NOUNS_TOO = frozenset(
    """
    plan plans plot plots offer offers promise promises pledge pledges vow vows threat hope hopes fear fears wish wishes desire desires
    request requests demand demands order orders need needs want wants support supports praise challenge challenges debate debates
    study studies review reviews address addresses link links document documents list lists label labels brand brands frame frames
    paint post posts blog estimate estimates forecast forecasts project projects bet bets doubt doubts dream dreams worry worries
    reason reasons figure figures guess gut value values respect like likes love loves hate blame fault honor honour salute favor favors
    favour back backs press mandate command commands direct ban bans permit permits license grant grants sentence name names reference
    contrast view views sign signs picture play fight trust regret experience judge judges rate rates rank ranks cast thought found
    saw broadcast mean means sense project sing contest protest protests dispute disputes insult insults elect
    """.split()
)


def read_all(doc: Document, text: TextLayer, matches: list[Match], know: Knowledge) -> list[Attribution]:
    """The speech of the English paragraphs (`<doc>.a1`...) and, outside of what it covers, the attitudes (`<doc>.m1`...)."""
    stage = Stage(doc, text, matches, know)
    staged = scenes(stage)
    said = read_scenes(stage, staged)
    taken = sorted((s.start, s.end) for a in said for s in (*a.content.pieces(), *((a.cue,) if a.cue else ())))
    drafts = [d for scene in staged for d in _read_scene(scene, stage, taken)]
    return [*said, *(replace(a, id=f"{doc.id}.m{n}") for n, a in enumerate(finish(doc, text, drafts), 1))]


def _read_scene(scene: Scene, stage: Stage, taken: list[tuple[int, int]]) -> list[Draft]:
    words, cues = scene.words, _cues(scene, stage)
    if not cues:
        return []
    busy = _busy(words, stage, taken)
    out: list[Draft] = []
    at = 0
    subject: Range | None = None
    for cue in cues:
        if cue.first < at or any(busy[cue.first : cue.last]) or words[cue.first].is_quoted:
            continue
        made = _attitude(words, cue, busy, at, subject)
        if made is None:
            continue
        source, group, content = made
        subject = source or subject
        at = content.last
        out.append(_draft(scene, stage, cue, source, group, content))
    return out


def _busy(words: Words, stage: Stage, taken: list[tuple[int, int]]) -> list[bool]:
    """For every word: does it lie in a content or cue of the speech found before?"""
    starts, ends = stage.text.shadow.starts, stage.text.shadow.ends
    first, last = starts[words[0].start], ends[words[-1].end - 1]
    near = [(a, b) for a, b in taken[: bisect_left(taken, (last, 0))] if b > first]
    return [any(a < ends[w.end - 1] and starts[w.start] < b for a, b in near) for w in words]


def _cues(scene: Scene, stage: Stage) -> list[Cue]:
    words = scene.words
    if not words:
        return []
    begins = {w.start: n for n, w in enumerate(words)}
    ends = {w.end: n + 1 for n, w in enumerate(words)}
    out: list[Cue] = []
    near = [m for m in within(words[0].start, words[-1].end, stage.matches) if m.form.family in _FAMILIES]
    for m in sorted(near, key=lambda m: (m.start, -m.end, m.form.family != "mental")):
        entry = stage.know.cues[m.form.entry]
        first, last = begins.get(m.start), ends.get(m.end)
        if entry.language == "en" and first is not None and last is not None and (not out or first >= out[-1].last):
            out.append(Cue(first, last, entry, m))
    return out


def _draft(scene: Scene, stage: Stage, cue: Cue, source: Range | None, group: Range, content: Range) -> Draft:
    words = scene.words
    links = []
    if source is not None:
        a, b = words[source.first].start, words[source.last - 1].end
        links.append(DraftLink(a, b, describe(a, b, stage.text, stage.matches, stage.know, "en", stage.doc.text)))
    return Draft(
        [(words[content.first].start, words[content.last - 1].end)],
        (words[group.first].start, words[group.last - 1].end),
        links, f"{RULE}.{cue.part or 'verb'}", cue.entry, scene.sentence, cue.entry.polarity, cue.entry.certainty, cue.entry.stance,
    )  # fmt: skip


_Made = tuple[Range | None, Range, Range]
"""Source, cue and content."""


def _attitude(words: Words, cue: Cue, busy: list[bool], lo: int, subject: Range | None) -> _Made | None:
    stop = next((k for k in range(cue.last, len(words)) if busy[k]), len(words))
    if cue.part == "noun":
        return _noun(words, cue, lo, stop)
    g = _group(words, cue.first, lo)
    if lo < g == cue.first and words[g].key.endswith("ing") and words[g - 1].key in {"a", "an", "the"}:
        return None  # "a supporting wall", "an approving nod"
    if cue.part == "phrase" and cue.entry.family == "mental" and not any(w.key in BE or w.key in _TRYING for w in words[g : cue.first]):
        return None
    if cue.part == "verb" and _is_passive(words, cue, g):
        return _passive(words, cue, g, lo)
    if cue.part == "verb" and _is_noun(words, cue, g):
        return None
    content = complement(words, cue.last, stop, cue.entry.takes, words[cue.last - 1].key)
    if content is None:
        return None
    source = _source(words, cue, g, lo, subject)
    if source is None or words[source.first].key in _NO_SOURCE or any(busy[source.first : source.last]):
        return None
    return source, Range(g, cue.last), content


def _group(words: Words, first: int, lo: int) -> int:
    """Where the verb group of the cue begins: auxiliaries, negation, adverbs, `continued to`."""
    g = first
    while g > lo:
        key = words[g - 1].key
        if key in AUX or key in {"not", "never"} or _is_adverb(words, g - 1):
            g -= 1
        elif key == "to" and g - 2 >= lo and words[g - 2].key in _TRYING:
            g -= 2
        elif key in _TRYING and g < first and words[g].key == "to":
            g -= 1
        else:
            break
    return g


def _is_adverb(words: Words, i: int) -> bool:
    w = words[i]
    return (
        not w.is_capital
        and (w.key in ADVERBS or (w.key.endswith("ly") and len(w.key) > 4))
        and w.key not in {"all", "each", "both", "family"}
    )


def _is_noun(words: Words, cue: Cue, g: int) -> bool:
    """A word that is verb or noun, here a noun or a word that narrows one."""
    before = words[g - 1].key if g else ""
    key = words[cue.first].key
    if words[cue.first].is_capital and cue.first and words[cue.first - 1].is_word:
        return True
    if cue.entry.family != "mental" and is_noun_use(words, cue):
        return True
    if any(w.key in AUX and w.key not in BE for w in words[g : cue.first]):
        return False
    if before in (DETERMINERS | POSSESSIVES | PREPOSITIONS) - {
        "all",
        "some",
        "many",
        "most",
        "both",
        "few",
        "each",
        "one",
    } or before.endswith("'s"):
        return True
    if before in {"", ".", "-", "'"} or before in {"to", "as", "than", "very", "more", "most", "so"}:
        return True
    return cue.last - cue.first == 1 and (key in _NOUNS_TOO or not key.endswith(("ed", "s"))) and disagrees(words, cue.first)


def _is_passive(words: Words, cue: Cue, g: int) -> bool:
    forms = [w.key for w in words[g : cue.first]]
    return any(k in BE for k in forms) and words[cue.first].key.endswith(("ed", "en", "ought", "wn", "ard", "old", "id", "pt"))


def _passive(words: Words, cue: Cue, g: int, lo: int) -> _Made | None:
    """ "The plan was backed by nurses", "It is believed that C", "He is expected to run"."""
    noun, _ = left_source(words, g, lo)
    if cue.last < len(words) and words[cue.last].key == "by":
        agent = right_noun(words, cue.last + 1, len(words))
        if agent is None or noun is None or words[agent.first].key.endswith("ing"):
            return None
        return agent, Range(g, cue.last), Range(noun.first, g)
    if noun is not None and words[noun.first].key == "it" and cue.last < len(words) and words[cue.last].key == "that":
        return None, Range(g, cue.last), Range(cue.last, object_end(words, cue.last + 1, len(words), True))
    return None


def _source(words: Words, cue: Cue, g: int, lo: int, subject: Range | None) -> Range | None:
    before = words[g - 1] if g else None
    if before is None or g <= lo:
        return subject if before is not None and before.key in COORDINATE | {","} else None
    if before.key in RELATIVE or before.key == "that":
        return _antecedent(words, g, lo)
    if cue.part == "participle" and not any(w.key in BE for w in words[g : cue.first]):
        if before.key in {",", "and", "while"}:
            return subject or main_subject(words, g)
        return None if before.key in PREPOSITIONS or not before.is_word else left_source(words, g, lo)[0]
    if before.key in COORDINATE or before.key in {"but", "then"} or (before.key == "," and g >= 2 and words[g - 2].key in COORDINATE):
        return subject or main_subject(words, g)
    if before.key == "to":
        return None
    found, _ = left_source(words, g, lo)
    if found is None and before.key == ",":
        return main_subject(words, g)
    return found


def _antecedent(words: Words, g: int, lo: int) -> Range | None:
    """ "nurses who support the plan": the noun phrase before the relative pronoun."""
    end = g - 1
    if end > lo and words[end - 1].key == ",":
        end -= 1
    if words[g - 1].key == "that" and (end == lo or not words[end - 1].is_word or words[end - 1].key in PRONOUNS):
        return None
    found, _ = left_source(words, end, lo)
    return found


def _noun(words: Words, cue: Cue, lo: int, stop: int) -> _Made | None:
    """ "his plan to sell the mill", "the nurses' fear that C", "calls by nurses for C"."""
    last = cue.last
    if words[last - 1].key in {"to", "that"}:
        last -= 1
    content = noun_complement(words, last, stop)
    if content is None or cue.entry.family != "mental":
        return None
    first = cue.first
    while first > lo and words[first - 1].is_word and cue.first - first < 3:
        key = words[first - 1].key
        if key in POSSESSIVES:
            return Range(first - 1, first), Range(first, last), content
        if key.endswith(("'s", "s'")) or key in {"'s", "'"}:
            return _owner(words, first, lo), Range(first, last), content
        if key in DETERMINERS or key in PREPOSITIONS or key in AUX:
            break
        first -= 1
    return None


def _owner(words: Words, end: int, lo: int) -> Range | None:
    first = end - 1
    while first > lo and words[first - 1].is_word and end - first < 7:
        key = words[first - 1].key
        if (
            not words[first - 1].is_capital
            and key not in DETERMINERS
            and not words[first].is_capital
            and key in PREPOSITIONS | AUX | COORDINATE
        ):
            break
        if words[first].is_capital and not words[first - 1].is_capital and key not in DETERMINERS:
            break
        if words[first].key in DETERMINERS:
            break
        first -= 1
    return Range(first, end)
