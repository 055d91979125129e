"""Whose word a claim is: claims of one innermost source within a bundle are one voice."""

from collections import defaultdict

from tabayyun.model.claim import Claim
from tabayyun.model.incident import Report
from tabayyun.text.fold import fold


class Voices:
    """Claim id -> voice, over a whole bundle. A voice is named by the id of its first claim in reading order."""

    def __init__(self, reports: tuple[Report, ...]) -> None:
        self._parent: dict[str, str] = {}
        self._order: dict[str, int] = {}
        by_key: dict[tuple[str, ...], str] = {}
        for report in reports:
            for claim in report.claims.claims:
                self._order[claim.id] = len(self._order)
                self._parent[claim.id] = claim.id
        for report in reports:
            for claim in report.claims.claims:
                self._join(claim.id, by_key.setdefault(voice_key(report, claim), claim.id))
                refers = claim.chain[-1].refers_to if claim.chain else None
                if refers in self._parent and refers != claim.id:
                    self._join(claim.id, refers)

    def of(self, claim_id: str) -> str:
        """The voice that speaks this claim."""
        while self._parent[claim_id] != claim_id:
            claim_id = self._parent[claim_id]
        return claim_id

    def join(self, a: str, b: str) -> None:
        """Declares two claims to be of one source (a relayed statement)."""
        if a in self._parent and b in self._parent:
            self._join(a, b)

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Voices with more than one claim, claims in reading order."""
        out: dict[str, list[str]] = defaultdict(list)
        for claim_id in sorted(self._order, key=self._order.__getitem__):
            out[self.of(claim_id)].append(claim_id)
        return tuple(tuple(ids) for ids in out.values() if len(ids) > 1)

    def _join(self, a: str, b: str) -> None:
        x, y = self.of(a), self.of(b)
        if x != y:
            first, later = sorted((x, y), key=self._order.__getitem__)
            self._parent[later] = first


def voice_key(report: Report, claim: Claim) -> tuple[str, ...]:
    """What makes two claims one voice by their source alone: a named actor anywhere, the same words or the outlet in one document."""
    doc = report.document
    if not claim.chain:
        return ("outlet", doc.id)
    last = claim.chain[-1]
    if last.actor and last.is_named:
        return ("actor", last.actor)
    if last.refers_to:
        return ("claim", doc.id, claim.id)
    return ("words", doc.id, fold(last.span.words(doc.text)).text.strip())
