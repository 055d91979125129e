"""Polarity, certainty, stance and act of an English attribution, from its cue and the words of its content."""

import re

from tabayyun.claims.drafts import Draft
from tabayyun.claims.english.scenes import Stage
from tabayyun.claims.sources import within
from tabayyun.model.claim import Act, Certainty, Kind, Polarity

_ORDER = [Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE]


def _one_of(words: str) -> str:
    """A group of alternatives from words set apart by blanks; `_` stands for a blank inside one."""
    return "(?:" + "|".join(w.replace("_", " ") for w in words.split()) + ")"


_PEOPLE = _one_of(
    "fighter_jets forces troops fighters men soldiers aircraft jets warplanes planes drones drone units members guards"
    " gunners patrols? police officers staff artillery helicopters agents navy army movement group force militia"
)
_OWN = (
    rf"(?:it|they|we|he|she|i|(?:its|their|our|his|the|no|any)(?: [\w.-]+)?(?: [\w.-]+)? {_PEOPLE}"
    rf"|(?:its|their|our) {_PEOPLE}|(?:the )?{_PEOPLE})"
)
_DEEDS = _one_of(
    "fired? target(?:ed)? strikes? struck hit shell(?:ed)? bomb(?:ed)? attack(?:ed)? carr(?:y|ied)_out conduct(?:ed)?"
    " abandon(?:ed)? take_part took_part involved responsible behind enter(?:ed)? kill(?:ed)? shot shoot use[ds]?"
    " launch(?:ed)? sent aware seen see present cross(?:ed)? detain(?:ed)? arrest(?:ed)? harm(?:ed)? happen(?:ed)?"
    " exist(?:ed)? came come"
)
_LOSSES = "casualt| injur| death| damage| loss| fatalit"
_DENYING = re.compile(
    rf"^(?:that )?{_OWN} (?:had|has|have|were|was|are|is|did|does|do|would)? ?(?:not|never|neither)\b(?: \w+)?(?: \w+)? ?{_DEEDS}?"
    rf"|^(?:no|none|nobody|nothing|neither)\b(?:(?! {_LOSSES}).)*?\b{_DEEDS}\b"
    r"|\bhad nothing to do\b|\b(?:no|any) (?:role|hand|link|part|involvement|connection|such)\b"
    r"|\b(?:was|were|is|are) (?:false|untrue|fabricated|staged|baseless|unfounded|a lie|lies)\b"
    rf"|\b(?:did|had|has|have|do|does|was|were|is|are) (?:not|never)(?: been)? {_DEEDS}\b|\bcarried out no\b|\bnever been\b"
    rf"|\bthere (?:was|were|is|are|had been) (?:no|never)\b(?! {_LOSSES}| report| u\.s| sign)|\bself-defen[cs]e\b"
)
_UNHURT = re.compile(
    r"\b(?:no|nobody|no one|none)\b[^.]*\b(?:hurt|harmed|injured|died|casualties|fatalities|wounded|damaged|disruption)\b"
    r"|life-threatening|\bnot (?:yet )?been informed\b"
)
_OWN_DEEDS = _one_of(
    "struck hit targeted attacked destroyed killed fired shelled launched bombed ambushed shot_down downed carried_out"
    " conducted captured seized repelled eliminated burned returned_fire detonated raided thwarted intercepted neutrali[sz]ed"
    " engaged confronted responded behind acted did_it did_so dismantled foiled executed used_crowd arrested detained"
)
_OWN_ACT = re.compile(
    r"^\"?(?:(?:overnight|earlier|late|early|on \w+|at dawn),? )?(?:(?:we|it|they|having|i)\b"
    rf"|(?:(?:an?|the|its|their|our|two|three|four|some|one of its) )?(?:[\w.-]+ ){{0,3}}{_PEOPLE})\b.{{0,50}}?\b{_OWN_DEEDS}\b"
)
_ACCUSING = re.compile(
    r"\b(?:was|were|is|are|being|probably) (?:behind|responsible|to blame)\b|\bbehind (?:the|this|it|an)\b|\b(?:tortur|war crime)"
    r"|\b(?:responsible for|work of|deliberate|deliberately|massacre|murder|murdered|murderers|looted|looting|beat|beaten"
    r"|executed|stole|cover[- ]up|aggression|provocation|belong to the|belonged to the|opened fire|staged|human shields?|torched|desperate"
    r"|crime against|failed to|shot in the back|forced)\b"
)
_ATTACKS = _one_of(
    "struck hit targeted attacked fired shelled bombed killed launched shot raided stormed abducted detained kidnapped burned"
    " planted dropped arrested took detonated beat executed opened_fire fired_on carried_out staged used blew_up entered"
    " crossed prevented blocked set_fire set"
)
_AGENT = re.compile(
    r"\b(?:terrorists|gunmen|militants|rebels|soldiers|(?:security|government|regime) forces|guards|settlers|fighters|policemen"
    r"|police|troops|militiamen|militia|(?:israeli|turkish|russian|american|u\.s|saudi|iranian|coalition|syrian|army|government|houthi|rsf)"
    rf" (?:drones?|aircraft|jets?|warplanes?|forces|troops|soldiers|snipers?|gunners))(?: \w+){{0,2}}? (?:had |have |has )?{_ATTACKS}\b"
)
_ACCIDENTS = re.compile(r"\b(?:fault|accident|short circuit|negligence|gas leak|weather|lightning|mechanical|technical)\b")


def label(draft: Draft, stage: Stage, is_rejection: bool = False) -> None:
    """Fills the four labels of `draft`; its cue entry gives the defaults, the content may lower certainty or turn polarity."""
    entry = draft.entry
    content = " ".join(stage.text.shadow.text[a:b] for a, b in draft.pieces).lstrip('"')
    if entry is not None:
        if draft.polarity is not Polarity.DENY:
            draft.polarity, draft.act = entry.polarity, entry.act
        draft.certainty, draft.stance = entry.certainty, entry.stance
    if draft.certainty is not Certainty.POSSIBLE:
        draft.certainty = max(draft.certainty, _hedged(draft, stage), key=_ORDER.index)
    if entry is not None and entry.family == "denial" and not is_rejection:
        draft.polarity, draft.act = Polarity.AFFIRM, Act.DENIAL
    if draft.polarity is Polarity.DENY:
        draft.certainty, draft.act = Certainty.CERTAIN, Act.DENIAL
        return
    if draft.act is Act.STATEMENT:
        draft.act = _act(draft, content, stage)
    elif draft.act is Act.ACCUSATION and entry is not None and entry.family == "accusation" and _ACCIDENTS.search(content):
        draft.act = Act.STATEMENT
    if draft.act is Act.DENIAL and draft.polarity is Polarity.AFFIRM and entry is not None and entry.family != "denial":
        draft.polarity = Polarity.DENY


def _hedged(draft: Draft, stage: Stage) -> Certainty:
    found = Certainty.CERTAIN
    for a, b in draft.pieces:
        for m in within(a, b, stage.matches):
            if m.form.family == "hedge" and not _is_idle(stage, m.start, m.end):
                found = max(found, stage.know.cues[m.form.entry].certainty, key=_ORDER.index)
    return found


def _is_idle(stage: Stage, start: int, end: int) -> bool:
    """A hedge that touches a detail only (`three, maybe four`), or the month."""
    text = stage.text.shadow.text
    word = text[start:end]
    if word == "may":
        return stage.text.shadow.origin(start, end).words(stage.doc.text) == "May"
    before = text[max(0, start - 6) : start].rstrip()
    return word in {"maybe", "perhaps", "possibly", "conceivably"} and before.endswith((",", "and", "or"))


def _act(draft: Draft, content: str, stage: Stage) -> Act:
    voice = draft.links[-1].voice if draft.links else None
    if _DENYING.search(content) and not _UNHURT.search(content):
        return Act.DENIAL
    speaks_for_force = voice is not None and voice.kind in {Kind.MILITARY, Kind.ARMED_GROUP, Kind.SECURITY_SOURCE, Kind.OFFICIAL}
    if speaks_for_force and _OWN_ACT.search(content):
        return Act.RESPONSIBILITY_CLAIM
    if draft.certainty is Certainty.POSSIBLE:
        return Act.SPECULATION
    if _ACCUSING.search(content) or _AGENT.search(content) or _names_attacker(draft, stage):
        return Act.ACCUSATION
    return (
        Act.SPECULATION
        if draft.certainty is Certainty.PROBABLE and draft.entry is not None and draft.entry.family != "impersonal"
        else Act.STATEMENT
    )


def _names_attacker(draft: Draft, stage: Stage) -> bool:
    """Another party of the registry as subject of an attack, early in the content."""
    voice = draft.links[-1].voice if draft.links else None
    a, b = draft.pieces[0]
    for m in within(a, min(b, a + 90), stage.matches):
        if m.form.family == "actors" and (voice is None or voice.actor != m.form.entry):
            kind = stage.know.actors[m.form.entry].kind
            follows = stage.text.shadow.text[m.end : min(b, m.end + 45)]
            if kind in {Kind.MILITARY, Kind.ARMED_GROUP, Kind.OFFICIAL} and re.match(
                rf"(?: (?!was|were|been|are|is|by|and|in|of)\w+){{0,3}}? (?:had |have |has )?{_ATTACKS}\b", follows
            ):
                return True
    return False
