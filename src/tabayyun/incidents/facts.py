"""What of a claim says which event it speaks of: day, place, type, parties, toll, wording, position."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from tabayyun.incidents import markers
from tabayyun.model.claim import Act, Claim
from tabayyun.model.event import Count, Place, Slots
from tabayyun.model.incident import Report
from tabayyun.text.fold import fold

_WORD = re.compile(r"[^\W_]+")
_STOP_WORDS = (
    "في من علي الي عن ان التي الذي هذا هذه ذلك بعد قبل بين كما وقال قال كان كانت خلال حيث لم لن قد ما لا او ثم مع عند اليوم امس نحو حوالي "
    "the and for that with was were has had have from this its their which been are but not who after before into over near said "
    "one two three also they them his her him about when while where there than more least day"
)
_STOP = frozenset(_STOP_WORDS.split())
_CLITIC = re.compile(r"^(?:[وف]?(?:ال|لل|بال|كال)|[وفبلك](?=\w{4}))")
_ENDING = re.compile(r"(?:ات|ون|ين|ها|هم|يه|ه|ا)$")


@dataclass(frozen=True, slots=True)
class Facts:
    """One claim as the incidents room sees it. `order` counts the document's claims; days are ISO prefixes."""

    id: str
    doc: str
    order: int
    paragraph: int
    start: int
    end: int
    published: int | None
    """Day of publication as a proleptic Gregorian ordinal."""
    day: str | None
    month: str | None
    """ISO prefix shorter than a day, where no day is said."""
    place: Place | None
    event_type: str | None
    weapon: str | None
    target: str | None
    perpetrator: str | None
    killed: Count | None
    injured: Count | None
    act: Act
    refers_to: str | None
    words: frozenset[str]
    lead: frozenset[str]
    """Content words between the line's begin (or the claim before) and the content: cue, source, "as for the convoy"."""
    is_earlier: bool
    is_another: bool
    is_anaphor: bool
    is_total: bool
    is_both: bool
    is_item: bool
    has_open_day: bool = False
    """A day is meant ("today") that nothing fixes."""

    @property
    def has_facts(self) -> bool:
        """True when the claim says anything by which an event is told from others."""
        return any(
            x is not None for x in (self.day, self.month, self.place, self.event_type, self.target, self.killed, self.injured, self.weapon)
        )

    @property
    def has_anchor(self) -> bool:
        """True when a time or a place is said."""
        return self.day is not None or self.month is not None or self.place is not None


def read_facts(report: Report) -> list[Facts]:
    """Facts of every claim of one document, in reading order."""
    claims = sorted(report.claims.claims, key=lambda c: (c.content.span.start, c.content.span.end, c.id))
    text = report.document.text
    starts = [0, *(m.end() for m in re.finditer(r"\n+", text))]
    out: list[Facts] = []
    for n, claim in enumerate(claims):
        line = bisect_right(starts, claim.content.span.start) - 1
        out.append(_facts(report, claim, n, line, starts[line], out[-1] if out else None))
    return out


def _facts(report: Report, claim: Claim, order: int, line: int, line_start: int, last: Facts | None) -> Facts:
    text, span = report.document.text, claim.content.span
    slots = report.events.slots.get(claim.id) or Slots()
    before = max(line_start, last.end if last else 0, span.start - 160)
    lead = fold(text[min(before, span.start) : span.start]).text
    said = fold(" ".join(p.words(text) for p in claim.content.pieces())).text
    both = f"{lead} {said}"
    value = slots.time.value if slots.time else None
    value = value if value and is_day(value) else None
    head = fold(text[line_start : line_start + 12]).text
    return Facts(
        claim.id, report.document.id, order, line, span.start, span.end, _published(report),
        value[:10] if value and len(value) >= 10 else None, value if value and len(value) < 10 else None,
        slots.place, _known(slots.event_type.value if slots.event_type else None), _known(slots.weapon.value if slots.weapon else None),
        slots.target.kind if slots.target and slots.target.kind != "other" else None,
        slots.perpetrator.actor if slots.perpetrator else None,
        slots.killed, slots.injured, claim.act, claim.chain[-1].refers_to if claim.chain else None, content_words(said),
        content_words(lead),
        bool(markers.EARLIER.search(both)), bool(markers.ANOTHER.search(both)),
        bool(markers.THIS_EVENT.search(said)),
        bool(markers.TOTAL.search(said)), bool(markers.BOTH.search(said)),
        bool(markers.HEADER.match(head)),
        bool(slots.time and slots.time.value is None and slots.time.granularity in ("minute", "part_of_day", "day")),
    )  # fmt: skip


def _published(report: Report) -> int | None:
    value = (report.document.published or "")[:10]
    return date.fromisoformat(value).toordinal() if len(value) == 10 and is_day(value) else None


def is_day(value: str) -> bool:
    """True when `value` is a usable ISO prefix."""
    try:
        date.fromisoformat((value[:10] + "-01-01")[:10] if len(value) < 10 else value[:10])
    except ValueError:
        return False
    return True


def _known(value: str | None) -> str | None:
    return None if value in (None, "other", "unknown") else value


def content_words(folded: str) -> frozenset[str]:
    """Content-bearing word stems of a folded text; Arabic clitics and endings and English endings are cut roughly."""
    out = set()
    for m in _WORD.finditer(folded):
        w = m.group()
        if len(w) < 3 or w in _STOP:
            continue
        if "\u0600" <= w[0] <= "\u06ff":
            w = _CLITIC.sub("", w)
            w = _ENDING.sub("", w) if len(w) > 4 else w
        else:
            w = re.sub(r"(?:ings?|ed|es|s)$", "", w) if len(w) > 4 else w
        if len(w) >= 2 and w not in _STOP:
            out.add(w)
    return frozenset(out)
