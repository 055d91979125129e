"""The reason kept beside every finding."""

from dataclasses import dataclass

from tabayyun.model.span import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """Printed words that a lexicon entry recognised: where they stand and which entry knew them."""

    span: Span
    entry: str
    """Id of the entry (`ar.report.akkada`), an actor's slug, a place's id; ids are never reused."""


@dataclass(frozen=True, slots=True)
class Why:
    """Why a finding exists: the rule that made it, the words it rested on, a note where the rule needs one."""

    rule: str
    """`room.name-of-the-rule`; the rules page explains each one."""
    hits: tuple[Hit, ...] = ()
    note: str = ""
