"""What happened, with what, to what, by whom, with what damage, and why: as one claim's content says it."""

from dataclasses import dataclass, field

from tabayyun.events.damage import read_damage
from tabayyun.events.motives import read_motive
from tabayyun.events.perpetrators import read_perpetrator
from tabayyun.events.targets import read_target
from tabayyun.events.types import read_type
from tabayyun.events.weapons import read_weapon
from tabayyun.events.wording import Wording, read_wording
from tabayyun.lexicons import Knowledge
from tabayyun.lexicons.match import Match
from tabayyun.model.claim import Claim
from tabayyun.model.document import Document
from tabayyun.model.event import Kinded, Perpetrator, Target, Words
from tabayyun.model.text import TextLayer

_FOILED = frozenset({"احباط", "احبط", "احبطت", "احبطوا", "افشل", "افشلت", "foiled", "thwarted", "thwart", "prevented", "averted"})
_ATTEMPTED = frozenset({"محاوله", "محاولات", "حاول", "حاولت", "حاولوا", "attempt", "attempted", "tried", "attempts", "trying"})
_UNCLAIMED = frozenset({"ev.ar.unclaimed", "ev.en.unclaimed"})


@dataclass(frozen=True, slots=True)
class Kinds:
    """Six slots of one claim and finer detail (`type`, `weapon`: tree ids; `stage`; `unclaimed`)."""

    event_type: Kinded | None = None
    weapon: Kinded | None = None
    target: Target | None = None
    perpetrator: Perpetrator | None = None
    damage: Words | None = None
    motive: Words | None = None
    detail: dict[str, object] = field(default_factory=dict)


def read_kinds(doc: Document, text: TextLayer, matches: list[Match], know: Knowledge, claim: Claim) -> Kinds:
    """What the content of `claim` says; `matches` are all matches of `text.shadow.text`, sorted by start.

    Only what this content itself says: absent means not said. An explicit "nobody has claimed it" fills no slot.
    """
    wording = read_wording(doc, text, matches, know, claim)
    if not wording.tokens:
        return Kinds()
    if any(m.form.entry in _UNCLAIMED for m in wording.events):
        return Kinds(detail={"unclaimed": True})
    event_type, weapon = read_type(wording), read_weapon(wording)
    detail: dict[str, object] = {}
    if event_type:
        detail["type"] = event_type.fine
        detail["stage"] = _stage(wording)
    if weapon:
        detail["weapon"] = weapon.fine
    return Kinds(event_type, weapon, read_target(wording), read_perpetrator(wording), read_damage(wording), read_motive(wording), detail)


def _stage(wording: Wording) -> str:
    """accomplished | attempted | foiled | threatened | intercepted."""
    keys = {t.key for t in wording.tokens}
    nodes = {wording.know.events[m.form.entry].node for m in wording.events}
    if "interception" in nodes:
        return "intercepted"
    if keys & _FOILED:
        return "foiled"
    if keys & _ATTEMPTED:
        return "attempted"
    return "threatened" if "statement.threat" in nodes else "accomplished"
