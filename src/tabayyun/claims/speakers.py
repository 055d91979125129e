"""The voice of a spokesman, officer, official or source: the kind of its body, else of its adjective, else its own."""

import re

from tabayyun.claims.bodies import kind_as_said
from tabayyun.claims.countries import in_office, scene
from tabayyun.claims.introductions import earlier_source
from tabayyun.claims.mentions import before, is_of_hospital, owner_before
from tabayyun.claims.offices import office
from tabayyun.claims.persons import leftover
from tabayyun.claims.source_phrases import Phrase
from tabayyun.claims.voices import Voice
from tabayyun.lexicons.match import Match
from tabayyun.model.claim import Kind

_CARRIED = frozenset({Kind.ARMED_GROUP, Kind.MILITARY, Kind.NGO_UN, Kind.MONITOR, Kind.MEDICAL, Kind.AGENCY, Kind.LOCAL_SOURCE})
_MORE = frozenset("اخري اخر مختلفه متعدده متطابقه متقاطعه اكثر واحد multiple different various additional separate".split())
_LOOSE = frozenset("official source director member employee spokesman army-spokesman media-office coordinator leader commander".split())
_CLOSE = re.compile(r"\bclose to\b|مقرب(?:ه|ا|ين|ون)? من\b")
_HIS = re.compile(r"(?:(?:مركز|اعلام|مقر|قيادت)(?:ه|ها|هم)|(?:مكتب|ناطق|مدير|متحدث|رئيس)(?:ها|هم)|مكتبه)\b")
_RETIRED = re.compile(r"\b(?:retired|former|defected)\b|متقاعد|\bسابق|\bمنشق")
_BEFORE = re.compile(r"(?:the|this|that|these|those) |(?:وال|فال|لل|بال|ال)(?:مصدر|مصادر)|ذات المصد")


def speaker_of(phrase: Phrase, head: Match, person: bool, slug: str | None, kind: Kind | None, said: Match | None) -> Voice:
    """A spokesman, officer, official or source: the kind of its body, else of its adjective, else its own."""
    role = phrase.know.roles[head.form.entry]
    is_loose = role.id.split(".")[-1] in _LOOSE
    is_theirs = bool(phrase.tokens) and phrase.tokens[0].key in ("its", "their")
    is_state = any(m.form.entry.endswith(".officialq") for m in phrase.roles)
    if slug is None and role.part == "spokes" and not is_state and phrase.is_back() and (role.office is None or is_theirs):
        near = owner_before(phrase, head) or before(phrase)
        if near is not None:
            slug, kind = near, phrase.know.actors[near].kind
    elif slug is None and role.part == "officer" and _HIS.search(phrase.words()) and (near := before(phrase)) is not None:
        slug, kind = near, phrase.know.actors[near].kind
    if (special := _set_apart(phrase, head)) is not None:
        return Voice(special, person, slug, phrase.hits(head, said))
    own = _of_body(phrase, head, kind, said) if kind is not None else None
    quality = _quality(phrase, head)
    if (own is None or (role.part == "spokes" and own is Kind.OFFICIAL)) and is_loose and quality is not None:
        own = phrase.know.roles[quality.form.entry].kind
    if own is None and role.kind is Kind.UNSPECIFIED:
        noun = next((m for m in phrase.nouns if m.start == head.start and m.end > head.end), None)
        own = phrase.know.sources[noun.form.entry].kind if noun else None
    if own is None and kind is None and role.id.endswith((".director", ".member")) and quality is None and is_of_hospital(phrase):
        own = Kind.MEDICAL
    final = own or (kind if role.kind is Kind.UNSPECIFIED and kind else role.kind)
    if final is Kind.UNSPECIFIED and _BEFORE.match(phrase.words()) and (same := earlier_source(phrase)) is not None:
        final = same
    if final is Kind.UNSPECIFIED and role.id.endswith(".source") and any(t.key not in _MORE for t in leftover(phrase)):
        final = Kind.INFORMED_SOURCE
    if slug is None and role.part == "officer" and not role.id.endswith(".source") and _is_bare(phrase):
        slug = owner_before(phrase, head)
    if slug is None and quality is not None:
        slug = office(phrase, quality)
    if slug is None:
        slug = office(phrase, head) if role.office else by_country(phrase, final)
    return Voice(final, person or role.part == "spokes", slug, phrase.hits(head, quality, said))


def _is_bare(phrase: Phrase) -> bool:
    """«المستشار», "the officer": a definite head with nothing beside."""
    words = phrase.words().split()
    return len(words) <= 2 and words[0].startswith(("ال", "وال", "the"))


def _set_apart(phrase: Phrase, head: Match) -> Kind | None:
    """Words that outweigh the body: a source *close to* a party is none of its men, an officer *retired* is an expert."""
    role = phrase.know.roles[head.form.entry]
    if role.id.endswith(".source") and _CLOSE.search(phrase.words()):
        return Kind.INFORMED_SOURCE
    if role.id.endswith(".officer") and _RETIRED.search(phrase.words()):
        return Kind.EXPERT
    rank = any(m.form.part == "title" and phrase.know.roles[m.form.entry].kind is Kind.MILITARY for m in phrase.roles)
    is_alone = not phrase.names and not any(m is not head and m.form.part in ("body", "person", "officer", "quality") for m in phrase.roles)
    return Kind.MILITARY if role.part == "spokes" and rank and is_alone and not phrase.countries else None


def _of_body(phrase: Phrase, head: Match, kind: Kind, said: Match | None) -> Kind | None:
    """The kind that a speaker takes over from his body, None where his own or his adjective's stays."""
    role = phrase.know.roles[head.form.entry]
    said_role = phrase.know.roles[said.form.entry] if said is not None and said.form.family == "roles" else None
    name = role.id.split(".")[-1]
    if name in ("source", "officer") and said_role is not None and said_role.office in ("security", "intelligence"):
        return Kind.SECURITY_SOURCE
    if kind is Kind.SECURITY_SOURCE and (role.part == "spokes" or name == "commander"):
        return Kind.OFFICIAL
    if name == "officer" and kind is Kind.ARMED_GROUP and said_role is None:
        return kind
    if name == "official" and said is not None and kind_as_said(phrase, said) is Kind.OFFICIAL:
        return Kind.OFFICIAL
    if name == "commander" and said_role is not None and said_role.office == "government":
        return Kind.MILITARY
    is_carried = kind in _CARRIED or (role.part == "spokes" and not (kind is Kind.OFFICIAL and role.kind is Kind.MILITARY))
    own = kind if is_carried and name in _LOOSE else None
    if own is None and role.part == "officer" and role.office is None and kind in (Kind.OFFICIAL, Kind.NGO_UN):
        own = kind if role.kind in (Kind.MILITARY, Kind.ARMED_GROUP) else None
    is_defence = said_role is not None and said_role.office == "defence"
    return Kind.MILITARY if own is not Kind.ARMED_GROUP and role.part == "officer" and is_defence else own


def _quality(phrase: Phrase, head: Match) -> Match | None:
    """The adjective that tells a bare speaker's kind: `local` tells that of sources, not of officials or committees."""
    is_source = phrase.know.roles[head.form.entry].id.endswith((".source", ".coordinator"))
    return next(
        (m for m in phrase.roles if m.form.part == "quality" and (is_source or not m.form.entry.endswith((".localq", ".informedq")))), None
    )


def by_country(phrase: Phrase, kind: Kind) -> str | None:
    """The army, police or government of the country that a phrase's adjective says; an army also that of the scene."""
    name = "army" if kind is Kind.MILITARY else "security" if kind is Kind.SECURITY_SOURCE else "government"
    if phrase.countries:
        return in_office(name, phrase.countries, phrase.know)
    return in_office(name, scene(phrase.all, phrase.know, phrase.start), phrase.know) if kind is Kind.MILITARY else None
