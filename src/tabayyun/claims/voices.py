"""A source phrase understood."""

from dataclasses import dataclass

from tabayyun.model.claim import Kind
from tabayyun.model.why import Hit


@dataclass(frozen=True, slots=True)
class Voice:
    """A source phrase understood: its kind, whether it is named, its actor's slug, and the words that said so."""

    kind: Kind
    is_named: bool
    actor: str | None
    hits: tuple[Hit, ...]


def same_voice(a: Voice, b: Voice) -> bool:
    """True when two phrases surely name one voice: both named, and of one actor."""
    return a.is_named and b.is_named and a.actor is not None and a.actor == b.actor
