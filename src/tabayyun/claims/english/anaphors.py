"""Pronouns and definite noun phrases as sources: whose words they continue."""

from dataclasses import replace

from tabayyun.claims.drafts import Draft, DraftLink
from tabayyun.claims.english.scenes import Stage
from tabayyun.claims.sources import Voice
from tabayyun.model.claim import Kind

_BODIES = frozenset(
    {
        Kind.OUTLET,
        Kind.AGENCY,
        Kind.OFFICIAL,
        Kind.MILITARY,
        Kind.ARMED_GROUP,
        Kind.MONITOR,
        Kind.NGO_UN,
        Kind.DOCUMENT,
        Kind.MEDICAL,
        Kind.SOCIAL_MEDIA,
    }
)
_SPEAKERS = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "official", "source", "officer", "commander", "man", "woman", "doctor", "witness"}
)
_BODY_WORDS = {
    "group": {Kind.ARMED_GROUP, Kind.MONITOR, Kind.NGO_UN}, "movement": {Kind.ARMED_GROUP}, "militia": {Kind.ARMED_GROUP},
    "faction": {Kind.ARMED_GROUP}, "rebels": {Kind.ARMED_GROUP}, "militants": {Kind.ARMED_GROUP}, "army": {Kind.MILITARY},
    "military": {Kind.MILITARY}, "ministry": {Kind.OFFICIAL, Kind.MILITARY, Kind.MEDICAL}, "agency": {Kind.AGENCY, Kind.NGO_UN},
    "observatory": {Kind.MONITOR}, "monitor": {Kind.MONITOR}, "office": {Kind.NGO_UN, Kind.OFFICIAL, Kind.MONITOR},
    "organisation": {Kind.NGO_UN, Kind.MONITOR, Kind.ARMED_GROUP}, "organization": {Kind.NGO_UN, Kind.MONITOR}, "statement": set(),
    "network": {Kind.MONITOR, Kind.NGO_UN, Kind.MEDICAL}, "force": {Kind.ARMED_GROUP, Kind.MILITARY},
    "brigade": {Kind.MILITARY, Kind.ARMED_GROUP},
    "broadcaster": {Kind.OUTLET}, "channel": {Kind.OUTLET}, "paper": {Kind.OUTLET}, "newspaper": {Kind.OUTLET},
}  # fmt: skip
_PARTITIVE = (
    "one of ",
    "two of ",
    "three of ",
    "some of ",
    "another",
    "the other",
    "a second",
    "a third",
    "others",
    "both",
    "all of ",
    "four of ",
    "several of ",
)


def antecedent(phrase: str, earlier: list[Draft], stage: Stage) -> Draft | None:
    """The draft whose innermost source `phrase` (folded) continues, or None where it names a source of its own."""
    words = phrase.split()
    if not words:
        return None
    if words[0] in {"he", "she"} and len(words) == 1:
        return _latest(earlier, lambda x: not _is_body(x, stage) and not _is_plural(x, stage)) or _latest(
            earlier, lambda x: not _is_plural(x, stage)
        )
    if words[0] == "it" and len(words) == 1:
        return _latest(earlier, lambda x: _is_body(x, stage) and not _is_plural(x, stage)) or _latest(earlier, lambda x: True)
    if words[0] in {"they", "both"} and len(words) == 1:
        return _latest(earlier, lambda x: _is_plural(x, stage)) or _latest(earlier, lambda x: True)
    if words[0] in {"its", "their", "his", "her"}:
        return None
    if words[0] in {"the", "this", "that", "these", "those", "both"} and len(words) <= 4:
        return _definite(words, earlier, stage)
    return _surname(words, earlier, stage)


def partitive(phrase: str, earlier: list[Draft], stage: Stage) -> Draft | None:
    """For "one of them", "the other", "one of the officers": the draft whose source is the group they belong to."""
    if not phrase.startswith(_PARTITIVE):
        return None
    words = phrase.split()
    if len(words) > 3 and words[1] == "of" and words[2] == "the":
        return _definite(words[2:], earlier, stage)
    if len(words) > 2 and words[1] != "of":
        return None
    return _latest(earlier, lambda x: _is_plural(x, stage)) or _latest(earlier, lambda x: True)


def owner(phrase: str, earlier: list[Draft], stage: Stage) -> Draft | None:
    """For "its director", "their spokesman": the draft whose source owns them."""
    if phrase.split(" ", 1)[0] in {"its", "their"}:
        return _latest(earlier, lambda x: _is_body(x, stage))
    return None


def inherit(voice: Voice, source: Voice, is_same: bool) -> Voice:
    """The voice of an anaphor: kind, name and actor of what it continues; only the actor where it is part of it."""
    if is_same:
        return replace(source, hits=voice.hits or source.hits)
    kind = voice.kind if voice.kind is not Kind.UNSPECIFIED else source.kind
    return replace(voice, kind=kind, actor=voice.actor or source.actor)


def _surname(words: list[str], earlier: list[Draft], stage: Stage) -> Draft | None:
    """A person named in full before, now by one name (`Nassour` after `Hassan Nassour, a lawyer`)."""
    if len(words) != 1 or len(words[0]) < 4:
        return None
    for d in reversed(earlier):
        said = _words(d.links[-1], stage) if d.links else []
        if len(said) > 1 and words[0] in said:
            return d
    return None


def _latest(earlier: list[Draft], fits: "object") -> Draft | None:
    assert callable(fits)
    for d in reversed(earlier):
        if d.links and d.links[-1].voice.kind is not Kind.UNSPECIFIED and fits(d.links[-1]):
            return d
    for d in reversed(earlier):
        if d.links and not d.rule.endswith("impersonal") and fits(d.links[-1]):
            return d
    return None


def _words(x: DraftLink, stage: Stage) -> list[str]:
    if x.refers is not None and x.refers.links:
        return _words(x.refers.links[-1], stage)
    return stage.text.shadow.text[x.start : x.end].replace(",", " ").split()


def _is_body(x: DraftLink, stage: Stage) -> bool:
    words = _words(x, stage)
    if words and words[0] in {"he", "she"}:
        return False
    if any(w in _SPEAKERS for w in words):
        return False
    return x.voice.kind in _BODIES and (x.voice.is_named or (bool(words) and words[0] in {"the", "it"}) or x.voice.kind in {Kind.DOCUMENT})


def _is_plural(x: DraftLink, stage: Stage) -> bool:
    words = _words(x, stage)
    if not words:
        return False
    if words[0] == "they":
        return True
    if words[0] in {"a", "an", "one", "he", "she", "it"}:
        return False
    head = next((w for w in words if w.endswith("s") and not w.endswith(("'s", "ss", "us"))), None)
    return (
        (head is not None and words[0] != "the")
        or words[0] in {"two", "three", "four", "several", "some", "many", "both", "people"}
        or words[-1] in {"people", "residents", "witnesses", "men", "women"}
    )


def _definite(words: list[str], earlier: list[Draft], stage: Stage) -> Draft | None:
    head = words[-1]
    for d in reversed(earlier):
        if not d.links:
            continue
        x = d.links[-1]
        said = _words(x, stage)
        if head in said and said[0] not in {"its", "their"} and all(w in said for w in words[1:]):
            return d
    kinds = _BODY_WORDS.get(head)
    if kinds and len(words) == 2:
        return _latest(earlier, lambda x: x.voice.kind in kinds)
    return None
