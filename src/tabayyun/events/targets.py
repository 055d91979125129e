"""What a claim's content says was hit or aimed at."""

from tabayyun.events.candidates import Candidate, choose
from tabayyun.events.phrases import phrase_end, phrase_start, stops
from tabayyun.events.stems import joined
from tabayyun.events.wording import Wording
from tabayyun.lexicons.match import Match
from tabayyun.model.event import Target

VICTIM = frozenset(
    {"assassination", "execution", "abduction", "arrest_raid", "stabbing", "sniping", "attack_on_civilians", "shooting", "release"}
)
OPEN = {
    "building": ("hospital", "school", "residential", "government_office", "military_base", "prison"),
    "site": ("military_base", "camp", "hospital", "market", "infrastructure_energy"),
    "infrastructure.industry": ("hospital", "military_base", "other"),
    "infrastructure.airport": ("other", "military_base"),
    "infrastructure.water": ("other",),
    "commerce": ("military_base",),
    "camp": ("military_base",),
    "military.base": ("camp", "checkpoint"),
    "military.headquarters": ("other", "intelligence_site", "government_office", "residential"),
    "military.position": ("checkpoint", "other"),
    "military.depot": ("other", "infrastructure_energy"),
    "checkpoint.post": ("military_base", "hospital"),
    "vessel": ("convoy_vehicle", "infrastructure_energy"),
    "vehicle.boat": ("other",),
    "vehicle.convoy": ("person",),
    "energy.oil_gas": ("military_base", "convoy_vehicle"),
    "farm": ("residential", "military_base"),
    "residential": ("military_base", "other"),
    "residential.area": ("market", "other"),
    "gathering": ("person", "residential"),
    "person.combatant": ("military_base", "convoy_vehicle"),
    "person.commander": ("other",),
    "person.civilian": ("other",),
    "military.launcher": ("convoy_vehicle",),
}
"""Words whose class the rest of the text decides: what else they may be."""


def _governor(wording: Wording, at: int) -> tuple[str, str]:
    """The word that governs the noun phrase at `at`: (its kind, the word or the entry)."""
    function, near = wording.listed("function"), wording.listed("near")
    begins = {wording.past(m) - 1: m for m in wording.events}
    for back in range(1, 6):
        i = at - back
        if i < 0:
            return "start", "^"
        k = wording.key(i)
        bare = k[1:] if wording.language == "ar" and k[:1] in "وف" else k
        if k in function or k in near or bare in function or bare in near:
            return "function", bare if bare in function or bare in near else k
        if i in begins:
            return "event", begins[i].form.entry
        if not wording.tokens[i].is_word and k != '"':
            return "mark", k
    return "far", "-"


def _coarse(wording: Wording, m: Match) -> str:
    return wording.know.target_nodes[wording.know.targets[m.form.entry].node].coarse


def _trigger(wording: Wording, at: int) -> Match | None:
    """The nearest event word before `at`."""
    before = [m for m in wording.events if wording.at(m) < at]
    return before[-1] if before else None


def _distance(wording: Wording, at: int, trigger: Match | None) -> str:
    """How many tokens lie between the event word and `at`, roughly."""
    if trigger is None:
        return "-"
    gap = at - wording.past(trigger)
    return "0" if gap <= 0 else "3" if gap <= 3 else "8" if gap <= 8 else "far"


def _features(wording: Wording, m: Match, around: tuple[str, ...], first: bool) -> list[str]:
    """What speaks for the mention `m` as target: what it is, what governs it, which event word precedes it."""
    at, past = wording.at(m), wording.past(m)
    node = wording.know.target_nodes[wording.know.targets[m.form.entry].node]
    kind, word = _governor(wording, at)
    trigger, clitic = _trigger(wording, at), wording.clitic(m)
    node_of = wording.know.events[trigger.form.entry].node if trigger else "none"
    distance = _distance(wording, at, trigger)
    out = [
        *around, f"class:{node.coarse}", f"node:{node.id}", f"entry:{m.form.entry}", f"governor:{kind}", f"governor:{word}",
        f"trigger:{node_of}", f"distance:{distance}", f"clitic:{clitic}", f"{node.coarse}<{node_of}", f"{word}+{node_of}",
        f"next:{wording.key(past)}" if wording.key(past) in wording.listed("function") else "next:other", "first" if first else "later",
        f"{node.coarse}<{word}" if kind == "function" else f"{node.coarse}<{kind}", f"{kind}+{distance}",
    ]  # fmt: skip
    if clitic and wording.language == "ar":
        out.append(f"{clitic}+{node_of}")
    if wording.is_definite(m):
        out.append("definite")
    for name, others in (("weapon", wording.weapons), ("actor", wording.actors), ("event", wording.events)):
        if any(w.start < m.end and m.start < w.end for w in others):
            out.append(f"inside:{name}")
    if any(wording.key(i) in ("هدف", "الهدف", "target", "targeted") for i in range(max(0, at - 3), at)):
        out.append("named:target")
    told = sorted({wording.know.events[e.form.entry].node for e in wording.events})
    out += [f"{node.coarse}/{n}" for n in told] + [f"told:{min(len(told), 3)}", f"mentions:{min(len(wording.targets), 4)}"]
    out += [f"among:{node.coarse}<{c}" for c in sorted({_coarse(wording, t) for t in wording.targets} - {node.coarse})]
    return out + _following(wording, past, node.coarse) + _elsewhere(wording, m, kind)


def _following(wording: Wording, past: int, coarse: str) -> list[str]:
    """What the event word right behind a mention says of it (`the house was hit`)."""
    after = next((e for e in wording.events if past <= wording.at(e) <= past + 6), None)
    if after is None:
        return []
    out = [f"before:{wording.know.events[after.form.entry].node}"]
    between = {wording.key(i) for i in range(past, wording.at(after))}
    if wording.language == "en" and between & {"was", "were", "been", "be", "came"}:
        out += ["passive", f"passive+{coarse}"]
    return out


def _elsewhere(wording: Wording, m: Match, kind: str) -> list[str]:
    """How often the whole text has the same word right behind a word of attack."""
    count = wording.struck.get(m.form.entry, 0)
    most = max((n for e, n in wording.struck.items() if e.startswith("tg.")), default=0)
    rank = "never" if not count else "top" if count == most else "some"
    definite = "definite" if wording.is_definite(m) else "open"
    return [f"struck:{min(count, 4)}", f"struck:{rank}", f"struck:{rank}+{definite}", f"struck:{rank}+{kind}"]


def target_candidates(wording: Wording) -> list[Candidate]:
    """Every known thing that could have been hit, and the one who was killed, taken or shot at."""
    around, ends = wording.circumstances, stops(wording)
    out = []
    for n, m in enumerate(wording.targets):
        at = wording.at(m)
        node = wording.know.target_nodes[wording.know.targets[m.form.entry].node]
        last = max(phrase_end(wording, at, ends), wording.past(m))
        first = at
        if wording.language == "en":
            first = min(at, phrase_start(wording, at, ends))
        features = _features(wording, m, around, n == 0)
        words = (*wording.said, *wording.beside(at, wording.past(m)))
        whole = (*features, *joined(node.coarse, words))
        out.append(Candidate(node.coarse, node.id, first, last, whole, (wording.hit(m),)))
        for other in OPEN.get(node.id, ()):
            shared = [f for f in features if not f.startswith((f"{node.coarse}<", "class:", "entry:", "node:", "struck:"))]
            shared += [f"class:{other}", f"open:{node.id}>{other}", f"open:{m.form.entry}>{other}", "open"]
            shared += [f"open:{other}:struck:{min(wording.struck.get(other, 0), 4)}", f"open:struck:{min(wording.struck.get(other, 0), 4)}"]
            shared.append(f"open:{'definite' if wording.is_definite(m) else 'new'}")
            out.append(Candidate(other, node.id, first, last, (*shared, *joined(other, words)), (wording.hit(m),)))
    return _corrected(wording, out) + _victims(wording, around, ends)


def _corrected(wording: Wording, candidates: list[Candidate]) -> list[Candidate]:
    """Without those that stand in a negated clause that is corrected behind it, where something stands behind it."""
    turn = next((i for i, t in enumerate(wording.tokens) if t.key in wording.listed("correction")), None)
    if turn is None or not any(wording.key(i) in wording.listed("negator") for i in range(turn)):
        return candidates
    return [c for c in candidates if c.first > turn] or candidates


def _victims(wording: Wording, around: tuple[str, ...], ends: set[int]) -> list[Candidate]:
    out = []
    for m in wording.events:
        node = wording.know.events[m.form.entry].node
        if node not in VICTIM:
            continue
        for side, first, last in _sides(wording, m, ends):
            if first >= last:
                continue
            known = next((t for t in wording.targets if first <= wording.at(t) < last), None)
            coarse = wording.know.target_nodes[wording.know.targets[known.form.entry].node].coarse if known else "name"
            features = [
                *around, "victim", f"victim:{m.form.entry}", f"victim:{side}", f"victim:{node}", f"victim:{node}<{side}",
                f"victim:part:{m.form.part}:{side}", f"victim:known:{coarse}", f"victim:known:{coarse}<{node}",
            ]  # fmt: skip
            if any(first <= wording.at(a) < last for a in wording.actors):
                features.append("victim:actor")
            if wording.is_definite(m):
                features.append("victim:definite")
            whole = (*features, *joined("person", (*wording.said, *wording.beside(wording.at(m), wording.past(m)))))
            out.append(Candidate("person", "person", first, last, whole, (wording.hit(m),)))
    return out


def _sides(wording: Wording, m: Match, ends: set[int]) -> list[tuple[str, int, int]]:
    at, past = wording.at(m), wording.past(m)
    sides = []
    if past < len(wording.tokens) and past not in ends:
        sides.append(("after", past, phrase_end(wording, past, ends)))
    if wording.language == "en":
        stop = at
        while stop > 0 and wording.key(stop - 1) in ("was", "were", "been", "had", "being", "have", "has"):
            stop -= 1
        sides.append(("before", phrase_start(wording, stop, ends), stop))
    return sides


def read_target(wording: Wording) -> Target | None:
    """What was hit or aimed at, if readers would put it down."""
    found = choose("target", target_candidates(wording))
    if found is None:
        return None
    c, why = found
    return Target(wording.span(c.first, c.last), c.value, why, ruled_out(wording, c))


def ruled_out(wording: Wording, chosen: Candidate) -> str | None:
    """The class that the words deny before they correct it: `did not hit the prison but the base beside it`."""
    turn = next((i for i, t in enumerate(wording.tokens) if t.key in wording.listed("correction")), None)
    if turn is None or chosen.first < turn:
        return None
    negators = [i for i in range(turn) if wording.key(i) in wording.listed("negator")]
    for m in wording.targets:
        coarse = wording.know.target_nodes[wording.know.targets[m.form.entry].node].coarse
        if negators and negators[0] < wording.at(m) < turn and coarse != chosen.value:
            return coarse
    return None
