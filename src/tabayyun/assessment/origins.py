"""Documents that rest on one origin: copies, translations, credited relays. They count once."""

from dataclasses import dataclass
from datetime import UTC, datetime

from tabayyun.assessment.alignments import align
from tabayyun.assessment.credits import credits
from tabayyun.assessment.passages import Shared, shared_passages
from tabayyun.incidents.facts import content_words
from tabayyun.lexicons import Knowledge
from tabayyun.model.claim import Claim
from tabayyun.model.incident import Gathering, Origin, Report
from tabayyun.model.why import Why
from tabayyun.text.fold import fold
from tabayyun.text.numbers import find_in

COPIED_SHARE = 0.12
"""Three-word sequences in common, of the shorter document. Unrelated reports of one event stay below 0.10, derived ones above."""
COPIED_SEQUENCES = 8
"""Fewer three-word sequences in common prove nothing, however short the documents are."""
WHOLE_SHARE = 0.3
"""From here on the shorter document is a copy, not a report with a copied passage."""
COPIED_RUN = 12
"""Words of one unbroken common passage."""
TRANSLATED = 1.6
"""Alignment score per claim, with numbers and credit; six of seven annotated pairs above it are translations."""
NUMBERS = 0.6
"""What it is worth in that score that all numbers of one document stand in the other; half of them, half of it."""
CREDITED = 0.6
"""What an explicit credit is worth in that score."""
LAID_ALONE = 0.6
"""Below this score of their claims alone, numbers and credit prove no translation."""
RELAYED = 1.3
"""What claims and credit need between documents of one language, whose wording differs."""
_FEWEST_CLAIMS = 3
_FEWEST_PAIRS = 2  # one claim alike is no translation


@dataclass(frozen=True, slots=True)
class Link:
    """Two documents of one origin and what shows it; `pairs` are claim ids that repeat each other."""

    a: str
    b: str
    evidence: str
    why: Why
    credited: str | None
    pairs: tuple[tuple[str, str], ...]
    strength: float
    """Orders links; copies stand before translations."""
    is_whole: bool
    """True where most of the shorter document comes from the other, False where a passage does."""


def find_links(reports: tuple[Report, ...], gathering: Gathering, know: Knowledge | None) -> list[Link]:
    """Every pair of documents that shares an origin, in the order of `reports`."""
    passages = shared_passages([r.document for r in reports])
    together = _meeting(gathering)
    out: list[Link] = []
    for n, a in enumerate(reports):
        for b in reports[n + 1 :]:
            pair = a.document.id, b.document.id
            shared = passages.get(pair)
            if shared and _is_copied(shared):
                out.append(_copied(a, b, shared, credits(a, b, know)))
            elif pair in together:
                link = _relayed(a, b, credits(a, b, know))
                if link:
                    out.append(link)
    return out


def _is_copied(shared: Shared) -> bool:
    return shared.longest >= COPIED_RUN or (shared.share >= COPIED_SHARE and shared.sequences >= COPIED_SEQUENCES)


def _meeting(gathering: Gathering) -> set[tuple[str, str]]:
    """Pairs of documents that speak of one incident, either way round."""
    return {(x, y) for i in gathering.incidents for x in i.documents for y in i.documents if x != y}


def _copied(a: Report, b: Report, shared: Shared, credited: str | None) -> Link:
    first = a.document.id if _is_earlier(a, b) else b.document.id
    if credited:
        evidence = f"verbatim copy; cites {credited}'s agency" if shared.share >= WHOLE_SHARE else f"cites {credited}'s agency"
    else:
        evidence = "verbatim copy" if shared.share >= WHOLE_SHARE else "same unnamed sources, same wording"
    note = f"{shared.share:.0%} of three-word sequences shared, longest run {shared.longest} words, earlier: {first}"
    return Link(
        a.document.id,
        b.document.id,
        evidence,
        Why("assessment.copied", note=note),
        credited,
        _repeated(a, b),
        10 + shared.share,
        shared.share >= WHOLE_SHARE,
    )


def _relayed(a: Report, b: Report, credited: str | None) -> Link | None:
    is_translation = a.document.language != b.document.language
    if min(len(a.claims.claims), len(b.claims.claims)) < _FEWEST_CLAIMS or not (is_translation or credited):
        return None
    laid = align(a, b)
    numbers = shared_numbers(a, b)
    score = laid.score + NUMBERS * numbers + (CREDITED if credited else 0.0)
    if (
        score < TRANSLATED
        or laid.score < LAID_ALONE
        or len(laid.pairs) < _FEWEST_PAIRS
        or not (is_translation or laid.score + CREDITED >= RELAYED)
    ):
        return None
    note = f"claims in one order with the same sources and values, {laid.score:.2f} per claim, {numbers:.0%} of numbers shared" + (
        f", credits {credited}" if credited else ""
    )
    evidence = "translation" if is_translation else f"cites {credited}'s agency"
    rule = "assessment.translated" if is_translation else "assessment.credited"
    return Link(a.document.id, b.document.id, evidence, Why(rule, note=note), credited, laid.pairs, score, True)


def shared_numbers(a: Report, b: Report) -> float:
    """The part of one document's numbers above two, of the one with fewer, that the other prints too."""
    x, y = ({(n.low, n.high) for n in find_in(fold(r.document.text).text) if n.low > 2} for r in (a, b))
    return len(x & y) / min(len(x), len(y)) if x and y else 0.0


def _repeated(a: Report, b: Report) -> tuple[tuple[str, str], ...]:
    """Claims that say one thing in mostly the same words."""
    out = []
    told = [(c, _stems(b, c)) for c in b.claims.claims]
    for claim in a.claims.claims:
        x = _stems(a, claim)
        for other, y in told:
            if x and y and 2 * len(x & y) >= 0.6 * (len(x) + len(y)):
                out.append((claim.id, other.id))
    return tuple(out)


def _stems(report: Report, claim: Claim) -> frozenset[str]:
    return content_words(fold(" ".join(p.words(report.document.text) for p in claim.content.pieces())).text)


def group_links(links: list[Link], reports: tuple[Report, ...]) -> tuple[Origin, ...]:
    """Linked documents taken together; `first` is the one published first, else the one credited.

    Strongest links first; two groups become one only where at least half of their documents are linked across, so that one
    weak link never chains two origins.
    """
    position = {r.document.id: n for n, r in enumerate(reports)}
    linked = {(x, y) for link in links for x, y in ((link.a, link.b), (link.b, link.a))}
    group_of: dict[str, list[str]] = {d: [d] for d in position}
    for link in sorted(links, key=lambda k: (-k.strength, position[k.a], position[k.b])):
        a, b = group_of[link.a], group_of[link.b]
        if a is not b and 2 * sum((x, y) in linked for x in a for y in b) >= len(a) * len(b):
            joined = sorted(a + b, key=position.__getitem__)
            group_of.update(dict.fromkeys(joined, joined))
    groups = {tuple(g): None for d, g in group_of.items() if len(g) > 1}
    return tuple(_origin(n, documents, links, reports) for n, documents in enumerate(groups, 1))


def _origin(number: int, documents: tuple[str, ...], links: list[Link], reports: tuple[Report, ...]) -> Origin:
    group = [link for link in links if link.a in documents and link.b in documents]
    evidence = "; ".join(dict.fromkeys(link.evidence for link in group))
    note = "; ".join(f"{link.a}~{link.b}: {link.why.note}" for link in group)
    return Origin(f"o{number}", documents, _first(documents, group, reports), evidence, Why(group[0].why.rule, note=note))


def _first(documents: tuple[str, ...], group: list[Link], reports: tuple[Report, ...]) -> str:
    inside = [r for r in reports if r.document.id in documents]
    dated = [r for r in inside if published(r)]
    if len(dated) == len(inside):
        return min(inside, key=lambda r: (published(r) or "", documents.index(r.document.id))).document.id
    credited = [link.credited for link in group if link.credited]
    return credited[0] if credited else documents[0]


def published(report: Report) -> str | None:
    """The publication time in UTC (a time without zone is taken as UTC), or None."""
    value = report.document.published
    try:
        when = datetime.fromisoformat(value) if value else None
    except ValueError:
        return None
    if when is None:
        return None
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC).isoformat()


def _is_earlier(a: Report, b: Report) -> bool:
    x, y = published(a), published(b)
    return not (x and y) or x <= y
