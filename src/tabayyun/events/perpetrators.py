"""Who did it, as a claim's content names them."""

from tabayyun.claims.sources import resolve
from tabayyun.events.candidates import Candidate, choose
from tabayyun.events.phrases import phrase_end, phrase_start, stops
from tabayyun.events.wording import Wording
from tabayyun.lexicons.match import Match
from tabayyun.model.event import Perpetrator
from tabayyun.model.why import Hit, Why

LEAST = 0.35
_PREFIXES = ("و", "ف", "ل", "ب", "لل", "بال", "لل", "ك")


def _bare(wording: Wording, i: int) -> str:
    """The token without what is attached in front, where the rest is a noun that can act."""
    k, agents = wording.key(i), wording.listed("agent")
    if k in agents or wording.language == "en":
        return k
    for p in _PREFIXES:
        rest = k.removeprefix(p)
        if rest != k and (rest in agents or "ال" + rest in agents):
            return rest
    return k


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
            _add(wording, out, i + 1, phrase_end(wording, i + 1, ends), f"by:{k}")
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
        if past < len(wording.tokens) and past not in ends:
            _add(wording, out, past, phrase_end(wording, past, ends), f"after:{m.form.part}:{entry}")
        if wording.language == "en" or m.form.part == "verb":
            stop = at
            while stop > 0 and wording.key(stop - 1) in ("had", "have", "has", "قد", "were", "was"):
                stop -= 1
            _add(wording, out, phrase_start(wording, stop, ends), stop, f"before:{m.form.part}:{entry}")


def perpetrator_candidates(wording: Wording) -> list[Candidate]:
    """Every noun phrase that could name the one who acted, with features of where it stands."""
    ends = stops(wording)
    around = [*wording.circumstances, "cue:none" if wording.claim.cue is None else "cue:some"]
    out = []
    for (first, last), flags in sorted(_spots(wording, ends).items()):
        head = _bare(wording, first)
        actors = [a for a in wording.actors if first <= wording.at(a) < last]
        features = (*around, *_standing(wording, first, last, flags), *_naming(wording, first, last, head, actors, flags))
        skip = len(wording.key(first)) - len(head) if wording.key(first).endswith(head) else 0
        out.append(Candidate("perpetrator", "", first, last, features, tuple(wording.hit(a) for a in actors), skip))
    return out


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
    speaker = wording.claim.chain[-1].actor if wording.claim.chain else None
    if actors and speaker:
        out.append(f"speaker:{'same' if any(a.form.entry == speaker for a in actors) else 'other'}+{act}")
    own = head in agents and (head.endswith(("نا", "ها")) or head[:-1] in agents or head in ("مدفعيته", "قواته"))
    if own or wording.key(first) in ("its", "our", "their", "his"):
        out.append(f"own:{act}")
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


def read_perpetrator(wording: Wording) -> Perpetrator | None:
    """The one who did it as the content names them, with the registry's slug where it knows them."""
    found = choose("perpetrator", perpetrator_candidates(wording), LEAST, is_shared=True)
    if found is None:
        return None
    c, why = found
    actor, hits = actor_of(wording, c)
    return Perpetrator(wording.span(c.first, c.last, c.skip), actor, Why(why.rule, (*why.hits, *hits), why.note))
