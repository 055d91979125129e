"""Who did it, as a claim's content names them."""

from functools import lru_cache

from tabayyun.claims.sources import resolve
from tabayyun.events.candidates import Candidate, choose
from tabayyun.events.phrases import phrase_end, phrase_start, stops
from tabayyun.events.wording import Wording
from tabayyun.events.wordlists import words
from tabayyun.lexicons.match import Match
from tabayyun.model.event import Perpetrator
from tabayyun.model.why import Hit, Why

_PREFIXES = ("", "و", "ف", "ل", "ب", "لل", "بال", "ك")
_SUFFIXES = ("نا", "هم", "هما", "ها", "ه", "ي")
_PASSIVE = frozenset("was were been being is are be got".split())
_UPON = frozenset("عليه عليها عليهم عليهما عليهن علينا له لها لهم فيه فيها منه منها منهم به بها بهم".split())
"""Words that may stand between an Arabic verb and its subject: `أطلق عليه | قناص`."""
_REACH = 14
"""Tokens within which the verb of a subject is looked for."""


@lru_cache(maxsize=8192)
def _split(k: str, language: str) -> tuple[str, str]:
    """A token without what is attached in front, and the pronoun behind it, where the rest is a noun that can act."""
    agents = words(language, "agent")
    if k in agents or language == "en":
        return k, ""
    for p in _PREFIXES:
        rest = k.removeprefix(p)
        if rest != k and (rest in agents or "ال" + rest in agents):
            return rest, ""
    for p in _PREFIXES:
        if not k.startswith(p):
            continue
        for q in _SUFFIXES:
            rest = k.removeprefix(p).removesuffix(q)
            if len(rest) < 3 or not k.endswith(q):
                continue
            for whole in (rest, rest[:-1] + "ه" if rest.endswith("ت") else rest, rest[:-1] + "ء" if rest[-1] in "وئ" else rest, rest + "ن"):
                if whole in agents or "ال" + whole in agents:
                    return whole, q
    return k, ""


def _bare(wording: Wording, i: int) -> str:
    """The token without what is attached to it, where the rest is a noun that can act."""
    return _split(wording.key(i), wording.language)[0]


Spots = dict[tuple[int, int], set[str]]
"""Noun phrases (token indices) that could name the one who acted, each with flags of where it stands."""


def _spots(wording: Wording, ends: set[int]) -> Spots:
    out: Spots = {}
    n, agents = len(wording.tokens), wording.listed("agent")
    start = 0
    while start < n and (not wording.tokens[start].is_word or (start in ends and start < 3 and wording.key(start) not in agents)):
        start += 1
    if start < n:
        _add(wording, out, start, phrase_end(wording, start, ends), "start")
    _add_by_words(wording, ends, out)
    _add_by_events(wording, ends, out)
    for i, t in enumerate(wording.tokens):
        if t.key in wording.listed("pronoun"):
            _add(wording, out, i, i + 1, "pronoun", f"pronoun:{t.key}")
    for a in wording.actors:
        at = wording.at(a)
        begin = phrase_start(wording, at, ends) if wording.language == "en" else at
        _add(wording, out, begin, max(phrase_end(wording, at, ends), wording.past(a)), "actor")
    return out


def _add(wording: Wording, out: Spots, first: int, last: int, *flags: str) -> None:
    if 0 <= first < last <= len(wording.tokens):
        out.setdefault((first, last), set()).update(flags)


def _add_by_words(wording: Wording, ends: set[int], out: Spots) -> None:
    """Behind "by", behind or before a verb of doing, and wherever a noun stands that can act."""
    agents, by, did, n = wording.listed("agent"), wording.listed("by"), wording.listed("did"), len(wording.tokens)
    is_arabic = wording.language == "ar"
    for i in range(n):
        k = wording.key(i)
        forms = {k, k[1:]} if is_arabic else {k}
        if i + 1 < n and forms & by:
            near = any(0 <= i - wording.past(m) <= 3 for m in wording.events)
            _add(wording, out, i + 1, phrase_end(wording, i + 1, ends), f"by:{k}", f"by-event:{near}")
        if is_arabic and i + 1 < n and forms & did:
            _add(wording, out, i + 1, phrase_end(wording, i + 1, ends), f"did:{k[-1]}")
        if not is_arabic and k in did:
            _add(wording, out, phrase_start(wording, i, ends), i, "did")
        if _bare(wording, i) in agents and (not is_arabic or i == 0 or _bare(wording, i - 1) not in agents):
            begin = i if is_arabic else phrase_start(wording, i, ends)
            _add(wording, out, begin, phrase_end(wording, i, ends), "agent")


def _add_by_events(wording: Wording, ends: set[int], out: Spots) -> None:
    """Behind an event word, and before a verb (in English before any event word)."""
    for m in wording.events:
        past, at, entry = wording.past(m), wording.at(m), m.form.entry
        node = f"{m.form.part}.{wording.know.events[entry].node}"
        if m.form.part == "verb" and wording.key(past) in _UPON:
            past += 1
        if past < len(wording.tokens) and past not in ends:
            _add(wording, out, past, phrase_end(wording, past, ends), f"after:{m.form.part}:{entry}", f"behind:{node}")
        if wording.language == "en" or m.form.part == "verb":
            stop = at
            while stop > 0 and wording.key(stop - 1) in ("had", "have", "has", "قد", "were", "was"):
                stop -= 1
            voice = ".done-to" if wording.language == "en" and wording.key(at - 1) in _PASSIVE else ""
            _add(wording, out, phrase_start(wording, stop, ends), stop, f"before:{m.form.part}:{entry}", f"ahead:{node}{voice}")


def perpetrator_candidates(wording: Wording) -> list[Candidate]:
    """Every noun phrase that could name the one who acted, with features of where it stands."""
    ends = stops(wording)
    around = [*wording.circumstances, "cue:none" if wording.claim.cue is None else "cue:some"]
    out = []
    for (first, last), flags in sorted(_spots(wording, ends).items()):
        last = _trimmed(wording, first, last)
        head = _bare(wording, first)
        actors = [a for a in wording.actors if first <= wording.at(a) < last]
        features = (*around, *_standing(wording, first, last, flags), *_naming(wording, first, last, head, actors, flags))
        skip = _skipped(wording.key(first), head)
        out.append(Candidate("perpetrator", "", first, last, features, tuple(wording.hit(a) for a in actors), skip))
    return out


def _skipped(k: str, head: str) -> int:
    """How many characters are attached in front of the noun `head` in the token `k`."""
    at = k.find(head[: min(len(head), 3)])
    return at if 0 < at <= 3 and head != k else 0


def _acts(wording: Wording, last: int) -> list[str]:
    """What verb of the event follows in the clause: done by the phrase before it or done to it, near or far."""
    verbs = {wording.at(m) for m in wording.events if m.form.part == "verb" or wording.language == "en"}
    verbs |= {i for i, t in enumerate(wording.tokens) if t.key in wording.listed("did") and t.key not in _PASSIVE}
    agents = wording.listed("agent")
    for i in range(last, min(len(wording.tokens), last + _REACH)):
        k = wording.key(i)
        if k in (".", ";", ":", "?"):
            return ["verb:none"]
        if i in verbs:
            far = "near" if i - last <= 2 else "far"
            voice = "done-to" if wording.language == "en" and _PASSIVE & {wording.key(i - 1), wording.key(i - 2)} else "does"
            node = next((wording.know.events[m.form.entry].node for m in wording.events if wording.at(m) == i), "did")
            return [f"verb:{voice}", f"verb:{voice}:{far}", f"verb:{voice}+{wording.claim.act}", f"verb:{voice}>{node}"]
        if _bare(wording, i) in agents and i > last:
            return ["verb:other-first"]
    return ["verb:none"]


def _standing(wording: Wording, first: int, last: int, flags: set[str]) -> list[str]:
    """Features of where the phrase stands."""
    function, act = wording.listed("function"), wording.claim.act
    before, after = wording.key(first - 1), wording.key(last)
    is_listed = before in function or before in wording.listed("by")
    out = [*sorted(flags), *(f"{f.split(':')[0]}+{act}" for f in sorted(flags))]
    out += [f.rsplit(":", 1)[0] for f in sorted(flags) if f.count(":") == 2]
    out.append(f"before:{before}" if is_listed else "before:other" if before else "before:none")
    out.append(f"after:{after}" if after in function else "after:other" if after else "after:none")
    out.append(f"size:{min(last - first, 6)}")
    out.append(f"position:{0 if first <= 1 else 1 if first <= 4 else 2 if first <= 9 else 3}+{act}")
    follow = next((m for m in wording.events if wording.at(m) >= last), None)
    if follow is not None and wording.at(follow) - last <= 3:
        out += [f"then:{wording.know.events[follow.form.entry].node}", "then:event"]
    if wording.language == "en" and (after in _PASSIVE or wording.key(last + 1) in _PASSIVE):
        out.append("then:passive")
    if "start" in flags or "agent" in flags or "actor" in flags:
        out += _acts(wording, last)
    if after[:2] in ("ب", "با", "بق", "بت", "بش", "بز"):
        out.append("then:ب")
    return out


def _naming(wording: Wording, first: int, last: int, head: str, actors: list[Match], flags: set[str]) -> list[str]:
    """Features of whom the phrase names."""
    agents, act = wording.listed("agent"), wording.claim.act
    heads = any(_bare(wording, i) in agents for i in range(first, last))
    out = [f"head:{head}" if head in agents else "head:other", "agent:inside" if heads else "agent:none"]
    out.append(f"actor:{'one' if actors else 'none'}")
    if any(first <= wording.at(t) < last for t in wording.targets):
        out.append("target:inside")
    if (heads or actors) and {f.split(":")[0] for f in flags} & {"after", "did", "by", "start", "before"}:
        out.append("agent:placed")
    named = ("agent" if head in agents else "inside" if heads else "other") + ("+actor" if actors else "")
    out.append(f"named:{named}")
    out += [f"named:{named}+{f}" for f in sorted({f.rsplit(":", 1)[0] if f.count(":") == 2 else f for f in flags})]
    out.append(f"named:{named}+{act}")
    for a in actors[:1]:
        known = wording.know.actors[a.form.entry].kind
        out += [f"kind:{known}", f"kind:{known}+{act}", f"part:{a.form.part}"]
    if any(_bare(wording, i) in wording.listed("victim") for i in range(first, last)):
        out.append("victim:inside")
    speaker = wording.claim.chain[-1].actor if wording.claim.chain else None
    if actors and speaker:
        out.append(f"speaker:{'same' if any(a.form.entry == speaker for a in actors) else 'other'}+{act}")
    pronoun = _split(wording.key(first), wording.language)[1]
    own = bool(pronoun) or (head in agents and (head.endswith(("نا", "ها")) or head[:-1] in agents))
    if own or wording.key(first) in ("its", "our", "their", "his"):
        out += [f"own:{act}", f"own+{wording.claim.polarity}"]
    return out


def actor_of(wording: Wording, c: Candidate) -> tuple[str | None, tuple[Hit, ...]]:
    """The registry's slug for the words; words that stand for the speaker ("our forces", "it") take the speaker's."""
    start, end = wording.tokens[c.first].start, wording.tokens[c.last - 1].end
    speaker = wording.claim.chain[-1].actor if wording.claim.chain else None
    actor, hits = resolve(start, end, wording.text, wording.matches, wording.know, speaker=speaker)
    own = any(f.startswith(("own:", "pronoun")) for f in c.features) or wording.claim.act == "responsibility_claim"
    if actor is None and own and wording.claim.chain:
        actor = wording.claim.chain[-1].actor
    return actor, hits


def _trimmed(wording: Wording, first: int, last: int) -> int:
    """Where an Arabic phrase ends when the verb's object stands right behind it: `مسلحون | المنزل`, `الجيش الأردني | أطراف القرية`."""
    keys = [wording.key(i) for i in range(first, last)]
    if wording.language == "en" or len(keys) < 2 or not _bare(wording, first) or wording.tokens[first].key not in wording.listed("agent"):
        return last
    is_definite = keys[0].startswith("ال")
    if not is_definite and not (keys[0].endswith(("ون", "ين", "ان")) and len(keys[0]) > 4):
        return last
    for n, k in enumerate(keys[1:], 1):
        if k.startswith("ال") != is_definite and k[:1] not in 'وبل"(' and (not is_definite or n > 1):
            return first + n
    return last


def read_perpetrator(wording: Wording) -> Perpetrator | None:
    """The one who did it as the content names them, with the registry's slug where it knows them."""
    found = choose("perpetrator", perpetrator_candidates(wording))
    if found is None:
        return None
    c, why = found
    actor, hits = actor_of(wording, c)
    return Perpetrator(wording.span(c.first, c.last, c.skip), actor, Why(why.rule, (*why.hits, *hits), why.note))
