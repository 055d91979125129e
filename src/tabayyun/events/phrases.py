"""Where a noun phrase ends and where one begins, without a grammar: closed classes, verbs known to the lexicon, punctuation."""

from tabayyun.events.wording import Wording

MOST = 12
_QUOTES = '"'
_DETERMINERS = frozenset({"a", "an", "the", "its", "their", "his", "her", "our", "any", "another", "some", "several"})


def _stops(wording: Wording) -> set[int]:
    """Indices at which a noun phrase cannot go on."""
    function, time = wording.listed("function"), wording.listed("time")
    out = {i for i, t in enumerate(wording.tokens) if t.key in function or t.key in time or (not t.is_word and t.key not in _QUOTES)}
    out |= {wording.at(m) for m in wording.events if m.form.part == "verb"}
    out |= {wording.past(m) - 1 for m in wording.events if m.form.part == "phrase" and wording.language == "en"}
    verbs = wording.listed("verb")
    out |= {i for i, t in enumerate(wording.tokens) if t.key in verbs}
    if wording.language == "en":
        kept = wording.listed("adjective")
        out |= {i for i, t in enumerate(wording.tokens) if t.key.endswith("ed") and "-" not in t.key and t.key not in kept}
    if wording.language == "ar":
        out |= {wording.at(m) for m in wording.weapons if wording.clitic(m).endswith("ب")}
        out |= {i for i, t in enumerate(wording.tokens) if t.key[:1] == "و" and t.key[1:] in function}
    return out


def phrase_end(wording: Wording, first: int, stops: set[int]) -> int:
    """Index behind the noun phrase that begins at `first`; at least one token long."""
    at = first + 1
    while at < len(wording.tokens) and at - first < MOST and at not in stops:
        at += 1
    while at > first + 1 and not wording.tokens[at - 1].is_word and wording.tokens[at - 1].key not in _QUOTES:
        at -= 1
    return at


def phrase_start(wording: Wording, last: int, stops: set[int]) -> int:
    """Index of the first token of the noun phrase that ends before `last`; equal to `last` where none stands there."""
    at = last
    while at > 0 and last - at < MOST and (at - 1) not in stops:
        at -= 1
        if wording.language == "en" and wording.key(at) in _DETERMINERS:
            break
    return at


def stops(wording: Wording) -> set[int]:
    """Indices at which a noun phrase cannot go on (found once per content)."""
    return _stops(wording)
