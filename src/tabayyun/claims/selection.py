"""Which attributions are claims: those that bear on an incident, by the annotation guidelines of the public format."""

from tabayyun.lexicons import Knowledge
from tabayyun.lexicons.match import Match
from tabayyun.model.claim import Attribution
from tabayyun.model.document import Document
from tabayyun.model.text import TextLayer


def select(
    doc: Document,
    text: TextLayer,
    matches: list[Match],
    know: Knowledge,
    found: list[Attribution],
) -> list[Attribution]:
    """The claims among `found`; what people want, believe or feel (`is_attitude`) is none."""
    return [a for a in found if not is_attitude(a)]


def is_attitude(a: Attribution) -> bool:
    """True for attributions of will, belief and stand, which the attribution layer alone holds."""
    return a.why[0].rule.startswith(("claims.en.mental", "claims.ar.appeal"))
