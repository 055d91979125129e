"""Whole place phrases of a text: "the village of X, 15 km south of Y in Z province" as one, with its parts in order."""

from collections.abc import Sequence
from dataclasses import dataclass

from tabayyun.events.gazetteer import bare_forms
from tabayyun.events.place_mentions import Line, PlaceMention
from tabayyun.events.place_parts import Part, find_parts
from tabayyun.events.place_words import Vocabulary

_LONGEST_GAP = 7
_NEEDS_MORE = {"علي": ("بعد", "مسافه", "اطراف"), "الي": ("الشرق", "الغرب", "الشمال", "الجنوب"), "to": ("the",)}
"""Words that go on with the same place only before these (`على بعد 5 كم`, `to the north`)."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Neighbouring parts that describe one place, most telling first in the usual case."""

    parts: tuple[Part, ...]

    @property
    def head(self) -> Part:
        """The part that names the place itself."""
        return self.parts[0]

    @property
    def first(self) -> int:
        """Index of the first word."""
        return self.parts[0].first

    @property
    def last(self) -> int:
        """Index after the last word."""
        return self.parts[-1].last


def find_phrases(line: Line, found: Sequence[PlaceMention], say: Vocabulary) -> list[Phrase]:
    """Every place phrase of the text in reading order."""
    parts = find_parts(line, found, say)
    out: list[Phrase] = []
    bundle: list[Part] = []
    for part in parts:
        if bundle and _belongs(line, bundle, part, say):
            bundle.append(part)
            continue
        if bundle:
            out.append(Phrase(tuple(bundle)))
        bundle = [part]
    if bundle:
        out.append(Phrase(tuple(bundle)))
    return out


def _belongs(line: Line, bundle: list[Part], part: Part, say: Vocabulary) -> bool:
    """May `part` continue the phrase: only link words, kinds, numbers and at most one comma stand between?"""
    before = bundle[-1]
    if part.first - before.last > _LONGEST_GAP or (part.is_definite and not _is_reference(line, before, part)):
        return False
    gap = line.shadow[before.end : part.start]
    if "\n" in gap or gap.count(",") > 1 or any(c in gap for c in '.;:!?()"'):
        return False
    lead = line.words[part.first].key
    between = [w.key for w in line.words[before.last : part.first]]
    if not between:
        if lead.startswith("و") and part.start > line.words[part.first].start:
            return False
        if (
            part.mention is not None
            and part.mention.entry.kind in ("region", "province", "country")
            and part.kind == ""
            and line.words[part.first].key in say.link
        ):
            return True
        return "," in gap or part.start != line.words[part.first].start or _hangs(part) or (part.kind != "" and before.mention is None)
    if any(k in ("and", "to", "into") or (k == "و") for k in between):
        return False
    for n, k in enumerate(between):
        if k in _NEEDS_MORE and not (n + 1 < len(between) and (between[n + 1] in _NEEDS_MORE[k] or between[n + 1] in say.around)):
            return False
        if k[0].isdigit() or k in say.demonym or k in say.kind:
            continue
        bares = [b for c, b in bare_forms(k) if "و" not in c]
        if not any(b in say.link or b in say.kind for b in bares):
            return False
    if between[-1] in ("من", "from") and not any(b in say.link and b not in ("من", "from") for b in between[:-1]):
        return False
    return not (lead.startswith("و") and part.start > line.words[part.first].start)


def _is_reference(line: Line, before: Part, part: Part) -> bool:
    """`حي المساكن غربي المدينة`: a definite place that only says where the named one lies."""
    return part.first - before.last <= 2 and (before.name != "" or before.kind != "")


def _hangs(part: Part) -> bool:
    return part.mention is not None and part.mention.clitic in ("ب", "ل")
