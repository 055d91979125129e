"""Whom a text named before, for phrases that lean on it: «المتحدث», "its spokesman", "the agency", "the director"."""

from bisect import bisect_left

from tabayyun.claims.countries import in_office
from tabayyun.claims.offices import office
from tabayyun.claims.source_phrases import Phrase
from tabayyun.lexicons.match import Match
from tabayyun.model.claim import Kind

_NEAR = 600
_BESIDE = 30
_SILENT = frozenset({Kind.AGENCY, Kind.OUTLET})
_UNARMED = frozenset(Kind) - {Kind.MILITARY, Kind.ARMED_GROUP, Kind.OFFICIAL}


def is_of_hospital(phrase: Phrase) -> bool:
    """For "the director", "staff", «مدير المركز»: the institution named last before is a hospital."""
    at = bisect_left(phrase.all, phrase.start, key=lambda x: x.start)
    for other in reversed(phrase.all[:at]):
        if phrase.start - other.end > _NEAR // 2:
            return False
        if other.end > phrase.start:
            continue
        if other.form.family == "roles" and other.form.part == "body" and phrase.know.roles[other.form.entry].kind is not Kind.OUTLET:
            return other.form.entry.endswith(".hospital")
        if other.form.family == "actors" and other.form.part == "name" and phrase.know.actors[other.form.entry].kind not in _SILENT:
            return phrase.know.actors[other.form.entry].kind is Kind.MEDICAL and not other.form.entry.endswith("ministry")
    return False


def owner_before(phrase: Phrase, m: Match) -> str | None:
    """For a bare «المتحدث», «المركز الإعلامي», "the brigade": whose it was when these words stood beside a name before."""
    shadow = phrase.text.shadow.text
    word = shadow[m.start : m.end].removeprefix("ال")
    at = bisect_left(phrase.all, phrase.start, key=lambda x: x.start)
    for n in range(at - 1, -1, -1):
        other = phrase.all[n]
        if other.end > phrase.start or other.form.family != "roles" or shadow[other.start : other.end].removeprefix("ال") != word:
            continue
        for name in phrase.all[n + 1 : n + 12]:
            if name.start - other.end > _BESIDE or name.start >= phrase.start:
                break
            if name.form.family == "actors" and name.form.part == "name" and phrase.know.actors[name.form.entry].kind not in _SILENT:
                return name.form.entry
    return None


def before(phrase: Phrase, is_armed: bool = False) -> str | None:
    """The nearest actor named before that can have a spokesman; agencies and media are passed over.

    With `is_armed` only those that can have soldiers, and an adjective of a country stands for its army.
    """
    at = bisect_left(phrase.all, phrase.start, key=lambda x: x.start)
    for other in reversed(phrase.all[:at]):
        if phrase.start - other.end > _NEAR:
            return None
        if other.end > phrase.start:
            continue
        if is_armed and other.form.family == "roles" and other.form.part == "body":
            slug = office(phrase, other)
            if slug and phrase.know.actors[slug].kind in (Kind.MILITARY, Kind.ARMED_GROUP):
                return slug
        if other.form.family != "actors":
            continue
        actor = phrase.know.actors[other.form.entry]
        if is_armed and actor.kind is Kind.OFFICIAL and actor.country:
            if slug := in_office("army", (actor.country,), phrase.know):
                return slug
        elif other.form.part == "name" and actor.kind not in (_UNARMED if is_armed else _SILENT):
            return other.form.entry
    return None
