"""Agree, refine, contradict: per slot, between claims of different sources about one incident."""

from dataclasses import dataclass
from itertools import combinations

from tabayyun.assessment.values import AGREE, CONTRADICT, REFINE, SLOTS, Verdict, compare, value_key
from tabayyun.assessment.voices import Voices
from tabayyun.incidents.places import lie
from tabayyun.lexicons import Knowledge
from tabayyun.model.claim import Act, Claim, Polarity
from tabayyun.model.event import Slots
from tabayyun.model.incident import Gathering, Relation, Report
from tabayyun.model.why import Why

_ABOUT = ("perpetrator", "weapon", "event_type")


@dataclass(frozen=True, slots=True)
class Speaker:
    """One claim with its values and its voice, as the representative of that voice on some slot."""

    claim: Claim
    slots: Slots
    voice: str
    is_denial: bool


def relate(
    reports: tuple[Report, ...], gathering: Gathering, voices: Voices, copies: set[frozenset[str]], know: Knowledge | None
) -> tuple[Relation, ...]:
    """All relations, by incident, slot and reading order; `copies` are pairs of claim ids of which one repeats the other."""
    by_incident: dict[str, list[Speaker]] = {}
    for report in reports:
        for claim in report.claims.claims:
            home = gathering.incident_of.get(claim.id)
            if home and claim.polarity is not Polarity.QUESTION:
                slots = report.events.slots.get(claim.id) or Slots()
                by_incident.setdefault(home, []).append(Speaker(claim, slots, voices.of(claim.id), is_denial(claim, slots)))
    out: list[Relation] = []
    for incident in gathering.incidents:
        for slot in SLOTS:
            group = representatives(slot, by_incident.get(incident.id, []))
            for a, b in combinations(group, 2):
                if a.voice != b.voice and frozenset((a.claim.id, b.claim.id)) not in copies and may_meet(slot, a.slots, b.slots):
                    verdict = judge(slot, a, b, know)
                    if verdict:
                        out.append(_relation(incident.id, slot, a, b, verdict))
    return tuple(out)


def is_denial(claim: Claim, slots: Slots) -> bool:
    """True when the source holds the proposition false; "nobody was hurt" (0) is a number, not a denial."""
    denies = claim.polarity is Polarity.DENY or claim.act is Act.DENIAL
    none_hurt = any(c is not None and c.high == 0 for c in (slots.killed, slots.injured))
    return denies and not (none_hurt and not any(getattr(slots, s) for s in (*_ABOUT, "target")))


def denied_slot(slots: Slots) -> str | None:
    """The slot that a denial is about: who did it, else with what, else that it happened; None where that stays open."""
    return next((s for s in _ABOUT if getattr(slots, s) is not None), None)


def representatives(slot: str, speakers: list[Speaker]) -> list[Speaker]:
    """The first claim of every voice with each value and stand on this slot."""
    seen: set[tuple[object, ...]] = set()
    out = []
    for s in speakers:
        value = value_key(slot, s.slots)
        key = (s.voice, value, s.is_denial)
        if value is not None and key not in seen:
            seen.add(key)
            out.append(s)
    return out


def may_meet(slot: str, a: Slots, b: Slots) -> bool:
    """False where the two claims' own places or days show that they tell of different moments or spots of the incident."""
    if slot not in ("place", "time") and a.place and b.place and lie(a.place, b.place) in ("apart", "far"):
        return False
    x, y = (s.time.value if s.time and s.time.value and len(s.time.value) >= 10 else None for s in (a, b))
    return slot == "time" or not (x and y and x[:10] != y[:10])


def judge(slot: str, a: Speaker, b: Speaker, know: Knowledge | None) -> Verdict | None:
    """The relation of two speakers on a slot; a denial contradicts who affirms just what it denies, and says nothing else."""
    verdict = compare(slot, a.slots, b.slots, know)
    if not a.is_denial and not b.is_denial:
        return verdict
    if a.is_denial and b.is_denial:
        return None
    denial = a if a.is_denial else b
    if denied_slot(denial.slots) != slot or verdict is None or verdict.relation != AGREE:
        return None
    return Verdict(CONTRADICT, f"denial.{slot}")


def _relation(incident: str, slot: str, a: Speaker, b: Speaker, verdict: Verdict) -> Relation:
    x, y = (b, a) if verdict.relation == REFINE and verdict.is_first_finer else (a, b)
    return Relation(incident, slot, x.claim.id, y.claim.id, verdict.relation, Why(f"assessment.{verdict.rule}"))
