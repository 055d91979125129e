"""What exactly a denying source denies: all it is asked about, or only what its own words negate."""

import re
from dataclasses import dataclass

from tabayyun.lexicons import Knowledge
from tabayyun.model.claim import Act, Claim, Polarity
from tabayyun.model.event import Slots
from tabayyun.model.incident import Report
from tabayyun.text.fold import fold

ABOUT = ("perpetrator", "weapon", "event_type")
"""What a denial is about, first the one named first here: who did it, else with what, else that it happened."""
_NEGATION = re.compile(
    r"\b[وف]?(?:لم|لا(?! (?:[يت]قل|[يت]زال|زال))|ليس|ليست|ليسوا|لن|not(?! only)|never|no|nobody|none|neither|nor|cannot|\w+n't)\b"
)
_CLAUSE = re.compile(
    r"[,;:.!?\"]|\b(?:بل|وانما|انما|لكن|ولكن|الا|سوي|وان|وانها|وانه|فيما|بينما|اذ|حيث|but|and that|only|rather|instead|except|while|as)\b"
)
"""Where the reach of a negation ends: a stop, an opposing word ("but", "بل"), the next reported clause."""


@dataclass(frozen=True, slots=True)
class Denial:
    """What one denying source holds false."""

    slots: frozenset[str]
    is_whole: bool
    """True where all of the content is held false: then nothing else in it is the source's own account."""


def read_denial(claim: Claim, slots: Slots, report: Report, know: Knowledge | None) -> Denial | None:
    """What the source of a claim denies, or None where it denies nothing.

    A denial by its cue ("denied", "نفى") takes in the whole content and is about one thing, see `ABOUT`. One whose own words
    negate ("the drone did not hit the clinic but a depot") denies only values inside the negation's reach; the rest of it is a
    counter-account and holds. A party named before any negation is denied too. "Nobody was hurt" is a number, no denial.
    """
    if claim.polarity is Polarity.AFFIRM and claim.act is not Act.DENIAL:
        return None
    text = report.document.text
    if claim.polarity is Polarity.AFFIRM or (not is_denied_by_cue(claim, know) and _negates(claim.content.span.words(text))):
        return Denial(_negated(claim, slots, text), False)
    if none_hurt(slots) and not any(getattr(slots, s) for s in (*ABOUT, "target")):
        return None
    about = next((s for s in ABOUT if getattr(slots, s) is not None), None)
    return Denial(frozenset({about} if about else ()), True)


def _negates(words: str) -> bool:
    return _NEGATION.search(fold(words).text) is not None


def none_hurt(slots: Slots) -> bool:
    """True where the claim says that nobody was killed or injured."""
    return any(c is not None and c.high == 0 for c in (slots.killed, slots.injured))


def is_denied_by_cue(claim: Claim, know: Knowledge | None) -> bool:
    """True when the reporting word itself denies."""
    if know is None:
        return False
    return any(h.entry in know.cues and know.cues[h.entry].polarity is Polarity.DENY for w in claim.why for h in w.hits)


def _negated(claim: Claim, slots: Slots, text: str) -> frozenset[str]:
    """Slots whose words a negation reaches; the party also where no negation stands before it ("our forces did not fire")."""
    out = set()
    for name in (*ABOUT, "target"):
        value = getattr(slots, name)
        if value is None:
            continue
        before = fold(text[claim.content.span.start : max(value.span.start, claim.content.span.start)]).text
        last = list(_NEGATION.finditer(before))
        if (not last and name == "perpetrator") or (last and not _CLAUSE.search(before, last[-1].end())):
            out.add(name)
    return frozenset(out)
