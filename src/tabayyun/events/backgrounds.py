"""What a whole text tells of, counted once: its classes of event by paragraph, and what its words of attack strike."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from tabayyun.lexicons import Knowledge
from tabayyun.lexicons.match import Match
from tabayyun.model.text import TextLayer

_TYPE_OF = {
    "drone": "air_drone_strike", "aircraft_bomb": "air_drone_strike", "rocket_missile": "shelling_rocket",
    "artillery_mortar": "shelling_rocket", "ied_vbied": "ied_bombing", "suicide_vest": "ied_bombing",
}  # fmt: skip
_REACH = 30
_STRIKES = (
    "strike", "bombardment", "attack", "ied", "vehicle", "suicide", "mine", "assassination", "abduction", "raid", "ambush", "shooting",
)  # fmt: skip
_STRONG = 600
"""Least strength, in thousandths, of a word that tells what a text is about."""


@dataclass(frozen=True, slots=True)
class Background:
    """One text's matches seen as a whole; offsets are shadow offsets."""

    signs: tuple[tuple[int, str, int], ...]
    """(offset, class of event, strength in thousandths) of every telling word, in reading order."""
    total: Mapping[str, int]
    struck: Mapping[str, int]
    """Target entries and classes within a few words behind a word of attack, with how often."""
    armed: Mapping[str, int]
    """Classes of weapon that telling words of the text name, with the sum of their strengths in thousandths."""

    def context(self, text: TextLayer, near: tuple[int, int]) -> str:
        """The class of event that the text mostly tells of, or nothing; the paragraph of `near` weighs as much as five others."""
        at = bisect_right(text.paragraphs, near[0], key=lambda p: p.start) - 1
        inside = at >= 0 and near[0] < text.paragraphs[at].end
        start, end = (text.paragraphs[at].start, text.paragraphs[at].end) if inside else near
        count = dict(self.total)
        n = bisect_left(self.signs, start, key=lambda s: s[0])
        while n < len(self.signs) and self.signs[n][0] < end:
            count[self.signs[n][1]] += 4 * self.signs[n][2]
            n += 1
        return max(sorted(count), key=lambda c: count[c]) if count else ""


_LAST: list[tuple[list[Match], Knowledge, Background]] = []


def background(matches: list[Match], know: Knowledge) -> Background:
    """The background of the text whose `matches` (all, by start) these are; the last text's is kept for its next claim."""
    for seen, by, kept in _LAST:
        if seen is matches and by is know:
            return kept
    signs = tuple(_signs(matches, know))
    total: Counter[str] = Counter()
    for _, coarse, strength in signs:
        total[coarse] += strength
    found = Background(signs, total, _struck(matches, know), _armed(matches, know))
    _LAST[:] = [(matches, know, found)]
    return found


def _signs(matches: list[Match], know: Knowledge) -> list[tuple[int, str, int]]:
    out = []
    for m in matches:
        if m.form.family == "events":
            entry = know.events[m.form.entry]
            strength, coarse = entry.strength, know.event_nodes[entry.node].coarse
        elif m.form.family == "weapons":
            weapon = know.weapons[m.form.entry]
            strength, coarse = weapon.strength, _TYPE_OF.get(know.weapon_nodes[weapon.node].coarse, "")
        else:
            continue
        exact = round(1000 * strength)
        if exact >= _STRONG and coarse and coarse != "other":
            out.append((m.start, coarse, exact))
    return out


def _armed(matches: list[Match], know: Knowledge) -> dict[str, int]:
    out: dict[str, int] = {}
    for m in matches:
        if m.form.family == "weapons" and (strength := round(1000 * know.weapons[m.form.entry].strength)) >= _STRONG:
            coarse = know.weapon_nodes[know.weapons[m.form.entry].node].coarse
            out[coarse] = out.get(coarse, 0) + strength
    return out


def _struck(matches: list[Match], know: Knowledge) -> dict[str, int]:
    out: dict[str, int] = {}
    last = -1000
    for m in matches:
        if m.form.family == "events" and know.events[m.form.entry].node.startswith(_STRIKES):
            last = max(last, m.end)
        elif m.form.family == "targets" and 0 <= m.start - last <= _REACH:
            for name in (m.form.entry, know.target_nodes[know.targets[m.form.entry].node].coarse):
                out[name] = out.get(name, 0) + 1
    return out
