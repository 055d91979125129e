"""Agree, refine, contradict: per slot, between claims of different sources about one incident."""

import re
from dataclasses import dataclass
from itertools import combinations

from tabayyun.assessment.denials import Denial, read_denial
from tabayyun.assessment.values import AGREE, CONTRADICT, REFINE, SLOTS, Verdict, compare, value_key
from tabayyun.assessment.voices import Voices
from tabayyun.incidents.places import lie
from tabayyun.lexicons import Knowledge
from tabayyun.model.claim import Act, Claim, Polarity
from tabayyun.model.event import Slots
from tabayyun.model.incident import Gathering, Relation, Report
from tabayyun.model.why import Why
from tabayyun.text.fold import fold

_COUNTED = re.compile(r"\b[وفب]?(?:ال)?(?:واحدا?|واحده|شخصا?|1|one|single|a person)\b")
"""Words that count a single victim."""

HANDFUL, MANY_TIMES = 5, 4
"""Up to so many dead beside so many times more are what one source saw of the whole. Source: counts over annotated bundles."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """One claim with its values and its voice, as the representative of that voice on some slot."""

    claim: Claim
    slots: Slots
    voice: str
    denial: Denial | None
    lone: frozenset[str]
    """Tolls of one that no numeral gives ("a teacher was killed"): one victim told of, no count of all."""


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
                denial = read_denial(claim, slots, report, know)
                lone = lone_victims(slots, report.document.text)
                by_incident.setdefault(home, []).append(Speaker(claim, slots, voices.of(claim.id), denial, lone))
    out: list[Relation] = []
    for incident in gathering.incidents:
        for slot in SLOTS:
            group = representatives(slot, by_incident.get(incident.id, []))
            for a, b in combinations(group, 2):
                if a.voice != b.voice and frozenset((a.claim.id, b.claim.id)) not in copies:
                    verdict = judge(slot, a, b, know)
                    if verdict:
                        out.append(_relation(incident.id, slot, a, b, verdict))
    return tuple(out)


def lone_victims(slots: Slots, text: str) -> frozenset[str]:
    """Names of the tolls that tell of a single victim without counting."""
    tolls = (("killed", slots.killed), ("injured", slots.injured))
    return frozenset(n for n, c in tolls if c and c.low == c.high == 1 and not _COUNTED.search(fold(c.span.words(text)).text))


def representatives(slot: str, speakers: list[Speaker]) -> list[Speaker]:
    """The first claim of every voice with each value and stand on this slot."""
    seen: set[tuple[object, ...]] = set()
    out = []
    for s in speakers:
        value = value_key(slot, s.slots)
        key = (s.voice, value, denies(slot, s), s.denial is not None and s.denial.is_whole)
        if value is not None and key not in seen:
            seen.add(key)
            out.append(s)
    return out


def judge(slot: str, a: Speaker, b: Speaker, know: Knowledge | None) -> Verdict | None:
    """The relation of two speakers on a slot, or None where nothing follows."""
    if (a.claim.act is Act.BACKGROUND) != (b.claim.act is Act.BACKGROUND):
        return None
    verdict = compare(slot, a.slots, b.slots, know)
    if verdict is None:
        return None
    if denies(slot, a) or denies(slot, b):
        is_one_sided = denies(slot, a) != denies(slot, b)
        is_meant = verdict.relation == AGREE or verdict.rule == "actor.part-of"
        return Verdict(CONTRADICT, f"denial.{slot}") if is_one_sided and is_meant else None
    if any(s.denial and s.denial.is_whole and not may_count(slot, s, verdict) for s in (a, b)):
        return None
    return verdict if may_stand(slot, verdict, a, b) else None


def denies(slot: str, s: Speaker) -> bool:
    """True where the speaker holds its own value of this slot false."""
    return s.denial is not None and slot in s.denial.slots


def may_count(slot: str, s: Speaker, verdict: Verdict) -> bool:
    """Of all that stands in a denied content only a toll says something, and against another toll only "nobody"."""
    count = s.slots.killed if slot == "killed" else s.slots.injured if slot == "injured" else None
    return count is not None and (count.high == 0 or verdict.relation != CONTRADICT)


def may_stand(slot: str, verdict: Verdict, a: Speaker, b: Speaker) -> bool:
    """False for a contradiction between words that do not exclude each other: of another place or day, of one victim among many."""
    if verdict.relation != CONTRADICT:
        return True
    if slot in ("killed", "injured"):
        return is_same_count(slot, a, b)
    if slot == "event_type" and not _has_rival_weapons(a.slots, b.slots):
        return False
    if a.slots.place and b.slots.place and lie(a.slots.place, b.slots.place) in ("apart", "far"):
        return False
    x, y = (s.time.value if s.time and s.time.value and len(s.time.value) >= 10 else None for s in (a.slots, b.slots))
    return not (x and y and x[:10] != y[:10])


def is_same_count(slot: str, a: Speaker, b: Speaker) -> bool:
    """False where the smaller toll is a part of the larger: one victim told of without a numeral, or a handful among many."""
    x, y = (s.slots.killed if slot == "killed" else s.slots.injured for s in (a, b))
    if x is None or y is None:
        return False
    small, large = (x, y) if x.low <= y.low else (y, x)
    if small.low == 0:
        return True
    is_lone = large.low > 1 and slot in (a.lone if small is x else b.lone)
    return not is_lone and (small.low > HANDFUL or large.low < MANY_TIMES * small.low)


def _relation(incident: str, slot: str, a: Speaker, b: Speaker, verdict: Verdict) -> Relation:
    x, y = (b, a) if verdict.relation == REFINE and verdict.is_first_finer else (a, b)
    return Relation(incident, slot, x.claim.id, y.claim.id, verdict.relation, Why(f"assessment.{verdict.rule}"))


def _has_rival_weapons(a: Slots, b: Slots) -> bool:
    """True where both name their weapon and not the same, or where one tells of a planted charge and the other of shelling.

    "Strike", "raid" and "shelling" are used for one another; only the weapon tells them apart.
    """
    if a.weapon and b.weapon:
        return a.weapon.value != b.weapon.value
    return {s.event_type.value for s in (a, b) if s.event_type} == {"ied_bombing", "shelling_rocket"}
