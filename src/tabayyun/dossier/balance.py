"""The accounts of one incident held side by side: per question the values said, by whom, and whether they exclude each other."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations

from tabayyun.dossier.answers import Answer, answers
from tabayyun.dossier.voices import Voice, Voices, voices
from tabayyun.model import wire

QUESTIONS: tuple[wire.Question, ...] = (
    "what", "weapon", "target", "perpetrator", "place", "time", "killed", "injured", "responsibility",
)  # fmt: skip
_STATUS_ORDER: tuple[wire.Status, ...] = ("contested", "agreed", "single account", "silent")
_FIRMNESS: tuple[wire.CertaintyName, ...] = ("certain", "probable", "possible")
_SLOT: dict[str, str] = {"what": "event_type"}


@dataclass(slots=True)
class _Said:
    """One value while it is collected: per voice and polarity the claims that say it."""

    first: Answer
    by: dict[tuple[str, str], list[wire.Claim]] = field(default_factory=dict)

    def sources(self, *polarities: str) -> set[str]:
        return {v for v, p in self.by if p in polarities}

    def sources_now(self) -> set[str]:
        """Those that affirm it other than as background."""
        return {v for (v, p), group in self.by.items() if p == "affirm" and any(c.speech_act != "background" for c in group)}

    def claims(self) -> set[str]:
        return {c.id for group in self.by.values() for c in group}


def hold_side_by_side(bundle: wire.Bundle) -> tuple[wire.Balance, ...]:
    """One balance an incident, in the bundle's order; contested questions first. Picks no truth.

    *contested*: two different sources exclude each other (a `contradict` relation, or one affirms what the other denies);
    *agreed*: two or more sources answer and none excludes another; *single account*: one source answers; *silent*: none does.
    Part tolls, superseded ones and sums over several incidents are shown with their `scope` and decide nothing.
    """
    known = voices(bundle)
    names = {v.id: v for v in known.of.values()}
    out = []
    for incident in bundle.incidents:
        claims = [c for c in bundle.claims if incident.id == c.incident or incident.id in c.also_incidents]
        relations = [r for r in bundle.relations if r.incident == incident.id]
        related = {(c, r.slot) for r in relations for c in (r.a, r.b)}
        rows = [_answers(q, claims, relations, related, known, names) for q in QUESTIONS]
        rows.sort(key=lambda a: _STATUS_ORDER.index(a.status))
        out.append(wire.Balance(incident=incident.id, questions=tuple(rows)))
    return tuple(out)


def _answers(
    question: wire.Question,
    claims: list[wire.Claim],
    relations: list[wire.Relation],
    related: set[tuple[str, str]],
    known: Voices,
    names: dict[str, Voice],
) -> wire.Answers:
    slot = _SLOT.get(question, question)
    said: dict[tuple[str, str | None], _Said] = {}
    for c in claims:
        for a in answers(question, c, known.of[c.id], (c.id, slot) in related):
            group = said.setdefault((a.value, a.scope), _Said(a))
            group.by.setdefault((known.of[c.id].id, a.polarity), []).append(c)
    values = sorted(said.values(), key=lambda s: (s.first.scope is not None, -len(s.sources("affirm"))))
    status = _status(question, values, [r for r in relations if r.slot == slot], known)
    return wire.Answers(question=question, status=status, values=tuple(_value(s, known, names) for s in values))


def _status(question: str, values: list[_Said], relations: list[wire.Relation], known: Voices) -> wire.Status:
    counted = [v for v in values if v.first.scope is None]
    if not any(v.by for v in counted):
        return "silent" if not values else "single account"
    inside = {c for v in counted for c in v.claims()}
    apart = (r for r in relations if r.relation == "contradict" and r.a in inside and r.b in inside)
    if any(known.of[r.a].id != known.of[r.b].id for r in apart) or any(_is_denied_elsewhere(v) for v in counted):
        return "contested"
    settled = {frozenset((r.a, r.b)) for r in relations}
    if any(_exclude(a, b, settled) for a, b in combinations(counted, 2)):
        return "contested"
    if question == "responsibility":
        return "agreed" if any(len(v.sources("affirm")) > 1 for v in counted) else "single account"
    return "agreed" if len(_speakers(counted)) > 1 else "single account"


def _speakers(values: Iterable[_Said]) -> set[str]:
    """Who answers now; where everybody only looks back, they."""
    said = list(values)
    now = {s for v in said for s in v.sources_now() | v.sources("deny")}
    return now or {s for v in said for s in v.sources("affirm")}


def _is_denied_elsewhere(v: _Said) -> bool:
    return any(a != d for a in v.sources("affirm") for d in v.sources("deny"))


def _exclude(a: _Said, b: _Said, settled: set[frozenset[str]]) -> bool:
    """Values of different sources that cannot both hold; only where no relation says how their claims stand to each other."""
    if not a.first.excludes(b.first) or any(frozenset((x, y)) in settled for x in a.claims() for y in b.claims()):
        return False
    return any(x != y for x in a.sources_now() for y in b.sources_now())


def _value(s: _Said, known: Voices, names: dict[str, Voice]) -> wire.Value:
    accounts = tuple(_account(names[v], claims, p, known) for (v, p), claims in s.by.items())
    return wire.Value(value=s.first.value, words=s.first.words, scope=s.first.scope, accounts=accounts)


def _account(voice: Voice, claims: list[wire.Claim], polarity: str, known: Voices) -> wire.Account:
    documents = tuple(dict.fromkeys(c.doc for c in claims))
    return wire.Account(
        source=voice.words,
        kind=voice.kind,
        actor=voice.actor,
        polarity="affirm" if polarity == "affirm" else "deny" if polarity == "deny" else "question",
        certainty=min((c.certainty for c in claims), key=_FIRMNESS.index),
        claims=tuple(c.id for c in claims),
        documents=documents,
        origins=len({known.origin.get(d, d) for d in documents}),
    )
