"""Polarity, certainty, stance and act of an Arabic attribution: from its cue's entry first, then from its content."""

import re

from tabayyun.claims.arabic.acts import denies, speech_act
from tabayyun.claims.arabic.anaphora import gender_of_source
from tabayyun.claims.arabic.appeals import APPEAL, is_appeal
from tabayyun.claims.arabic.frames import Frame
from tabayyun.claims.arabic.phrases import Phrase
from tabayyun.claims.arabic.scenes import Cue, Scene
from tabayyun.claims.drafts import Draft
from tabayyun.model.claim import Act, Certainty, Polarity, Stance

_POSSIBLE = re.compile(r"(?<!\w)(?:ربما|من الممكن|يمكن ان يكون|قد [يتن]\w+|لا يستبعد|من المحتمل|محتمل|احتمال|يحتمل|لعل)(?!\w)")
_PROBABLE = re.compile(r"(?<!\w)(?:علي الارجح|علي الاغلب|في الغالب|غالبا|المرجح|يرجح|يبدو|يعتقد|اغلب الظن|يشتبه|يفترض|فيما يبدو)(?!\w)")
_SO_CALLED = re.compile(r"ما (?:يسمي|تسمي|يعرف|سمي|اسم[اي]ه|اسمته)|المزعوم|المدعو")


def label(sc: Scene, d: Draft, cue: Cue | None) -> None:
    """Fills the labels of `d`."""
    shadow = sc.text.shadow.text
    content = " ".join(shadow[a:b] for a, b in d.pieces)
    if cue is not None:
        e = cue.entry
        d.polarity, d.certainty, d.stance, d.act = (e.polarity, e.certainty, e.stance, e.act)
    if d.links:
        near = shadow[max(0, d.links[-1].start - 14) : d.links[-1].end]
        if _SO_CALLED.search(near):
            d.stance = Stance.DISTANCING
            d.notes.append("so-called on the source")
    if d.certainty is Certainty.CERTAIN and d.polarity is not Polarity.DENY:
        if _POSSIBLE.search(content):
            d.certainty = Certainty.POSSIBLE
        elif _PROBABLE.search(content):
            d.certainty = Certainty.PROBABLE
    if d.polarity is Polarity.AFFIRM and d.act is not Act.BACKGROUND and denies(content.lstrip('"')):
        d.polarity = Polarity.DENY
        d.notes.append("the content negates")
    if d.polarity is Polarity.DENY and d.act is Act.STATEMENT:
        d.act = Act.DENIAL
    if d.polarity is Polarity.AFFIRM and d.act is Act.STATEMENT and d.certainty is not Certainty.CERTAIN:
        d.act = Act.SPECULATION
    if d.polarity is Polarity.AFFIRM and d.act is Act.STATEMENT:
        d.act = speech_act(content.lstrip('"'), d.links[-1].voice.kind if d.links else None)


def dress(sc: Scene, d: Draft, f: Frame, phrase: Phrase) -> None:
    """Medium, gender and labels of a draft whose source phrase is known."""
    d.medium = phrase.medium
    if not phrase.is_empty:
        d.gender = gender_of_source(sc, phrase.first, phrase.last)
    elif d.links and d.links[-1].refers:
        d.gender = d.links[-1].refers.gender
    label(sc, d, f.cue)
    if is_appeal(sc, d):
        d.rule = APPEAL
