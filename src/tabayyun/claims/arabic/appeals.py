"""Attributions that only call for, condemn, threaten, thank or mourn: reported speech, yet no claim about an incident."""

import re

from tabayyun.claims.arabic.scenes import Scene
from tabayyun.claims.drafts import Draft

APPEAL = "claims.ar.appeal"
"""Rule of such attributions; the claim layer leaves them out."""
_ENTRIES = frozenset(
    "ar.talaba ar.daca ar.nashada ar.adana ar.naddada ar.istankara ar.shajaba ar.tawaccada ar.haddada ar.istahjana ar.rahhaba"
    " ar.istaghraba ar.taahhada ar.baraka ar.ashada ar.acraba".split()
)
_CONDEMNS = frozenset("ar.adana ar.naddada ar.istankara ar.shajaba ar.istahjana".split())
FACT = 4
"""A condemnation of so many words tells a fact («أدانت الهيئة قصف ناقلة الوقود قبالة سرت»)."""
_OPENINGS = (
    "ضروره ",
    "اهميه ",
    "وجوب ",
    "عزمه ",
    "عزمها ",
    "حرصه ",
    "حرصها ",
    "تمسكه ",
    "تمسكها ",
    "تضامن",
    "وقوفه الي جانب",
    "وقوفها الي جانب",
)


_DUTY = re.compile(r"^(?:\S+ ){1,3}الي (?:ضروره|اهميه|وجوب|توخي|عدم) ")


def is_appeal(sc: Scene, d: Draft) -> bool:
    """Whether the draft calls, condemns or threatens and reports nothing that happened."""
    said = sc.text.shadow.text[d.start : d.end]
    if said.startswith(_OPENINGS) or _DUTY.match(said):
        return True
    if d.entry is not None and d.entry.id in _CONDEMNS and len(said.split()) >= FACT:
        return False
    return d.entry is not None and d.entry.id in _ENTRIES and d.act.value == "statement"
