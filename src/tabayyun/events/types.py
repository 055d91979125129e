"""What kind of event a claim's content reports."""

from collections import defaultdict

from tabayyun.events.candidates import Candidate, choose
from tabayyun.events.stems import joined
from tabayyun.events.wording import Wording
from tabayyun.lexicons.match import Match
from tabayyun.model.event import Kinded

GENERIC = frozenset(
    "attack remote strike.unspecified bombardment explosion.unspecified attack_on_civilians massacre raid shooting attack_at_sea "
    "interception ied strike.missile strike.rocket accident".split()
)
"""Types that the weapon decides where one is named."""
BY_WEAPON = {
    "drone": ("air_drone_strike", "strike.drone"),
    "aircraft_bomb": ("air_drone_strike", "strike.air"),
    "rocket_missile": ("shelling_rocket", "strike.missile"),
    "artillery_mortar": ("shelling_rocket", "strike.shelling"),
    "ied_vbied": ("ied_bombing", "ied"),
    "suicide_vest": ("ied_bombing", "suicide_bombing"),
    "small_arms": ("armed_clash", "shooting"),
}
OPEN = frozenset({"assassination", "arson", "prison_riot", "prison_break", "displacement", "shooting", "vehicle_bomb"})
BATTLE = frozenset(
    {"attack", "attack_on_civilians", "assassination", "execution", "infiltration", "strike.rocket", "grenade", "abduction", "interception"}
)
KILLING = frozenset({"assassination", "shooting", "attack_on_civilians", "sniping", "raid", "attack"})


def _groups(wording: Wording) -> dict[str, list[tuple[Match, str, str]]]:
    """Class of event -> (words, node, how they speak for it: `is`, or `with` the weapon named)."""
    know = wording.know
    weapons = {know.weapon_nodes[know.weapons[m.form.entry].node].coarse for m in wording.weapons}
    groups: dict[str, list[tuple[Match, str, str]]] = defaultdict(list)
    for m in wording.events:
        node = know.event_nodes[know.events[m.form.entry].node]
        groups[node.coarse].append((m, node.id, "is"))
        if node.id in GENERIC:
            for w in sorted(weapons & BY_WEAPON.keys()):
                coarse, fine = BY_WEAPON[w]
                if coarse != node.coarse:
                    groups[coarse].append((m, fine, f"with {w}"))
        if node.id in KILLING and node.coarse != "assassination" and "small_arms" in weapons:
            groups["assassination"].append((m, "assassination", "with small_arms"))
    for m in wording.weapons:
        w = know.weapon_nodes[know.weapons[m.form.entry].node].coarse
        if w in BY_WEAPON and not any(m.start < e.end and e.start < m.end for e in wording.events):
            groups[BY_WEAPON[w][0]].append((m, BY_WEAPON[w][1], "weapon"))
    return _widened(wording, groups)


def _widened(wording: Wording, groups: dict[str, list[tuple[Match, str, str]]]) -> dict[str, list[tuple[Match, str, str]]]:
    """Adds the text's own leading type where the words are open, and battle where they only tell of an attack."""
    know, top = wording.know, wording.context
    for m in wording.events:
        node = know.event_nodes[know.events[m.form.entry].node]
        if node.id in GENERIC or node.id in OPEN:
            if top and top not in groups:
                groups[top].append((m, node.id, "context"))
            if node.id in BATTLE and "armed_clash" not in groups:
                groups["armed_clash"].append((m, "battle", "open"))
    if not wording.events and top and top not in groups and (wording.targets or wording.weapons):
        groups[top].append(((*wording.weapons, *wording.targets)[0], "attack", "context"))
    return groups


def type_candidates(wording: Wording) -> list[Candidate]:
    """One candidate for each class of event that the words allow."""
    know = wording.know
    groups = _groups(wording)
    around = wording.circumstances
    weapons = sorted({know.weapon_nodes[know.weapons[m.form.entry].node].coarse for m in wording.weapons})
    targets = sorted({know.target_nodes[know.targets[m.form.entry].node].coarse for m in wording.targets})
    told = sorted({know.events[m.form.entry].node for m in wording.events})
    named = sorted({know.actors[m.form.entry].kind for m in wording.actors})
    out = []
    for coarse, group in groups.items():
        features = [*around, f"class:{coarse}", *(f"{coarse}~{w}" for w in weapons), "weapon:some" if weapons else "weapon:none"]
        features += [f"rival:{coarse}<{g}" for g in sorted(groups) if g != coarse]
        features += [f"{coarse}@{t}" for t in targets if t in ("person", "prison")]
        features += [f"{coarse}/{n}" for n in told] + [f"told:{min(len(told), 3)}"]
        features += sorted({f"{how}:{m.form.entry}>{coarse}" for m, _, how in group})
        features += sorted({f"how:{how}" for _, _, how in group})
        strong = [
            (know.events[m.form.entry].strength if how == "is" else 0.5, m, n)
            for m, n, how in group
            if how != "weapon" and m.form.family == "events"
        ]
        features.append(f"strength:{int(max((s for s, _, _ in strong), default=0) * 10)}")
        features += [f"{coarse}%{k}" for k in named] + [f"actor:{'some' if named else 'none'}"]
        if strong and all(wording.is_definite(m) for _, m, _ in strong):
            features.append("definite")
        if any(m.form.part == "verb" for m, _, _ in group):
            features.append("verb")
        features.append(f"first:{min(min(wording.at(m) for m, _, _ in group) // 4, 3)}")
        features.append(f"context:{'same' if coarse == wording.context else 'other' if wording.context else 'none'}")
        features.append(f"context:{wording.context}>{coarse}")
        features.append(f"places:{'some' if _has_place(wording) else 'none'}")
        best = max(strong, key=lambda s: (s[0], s[1].end - s[1].start))[1:] if strong else group[0][:2]
        first, last = wording.at(best[0]), wording.past(best[0])
        features += joined(coarse, (*wording.said, *wording.beside(first, last)))
        out.append(Candidate(coarse, best[1], first, last, tuple(features), tuple(wording.hit(m) for m, _, _ in group)))
    return out


def _has_place(wording: Wording) -> bool:
    names = ("في", "قرب", "بلده", "مدينه", "حي", "قريه", "ريف", "محافظه") if wording.language == "ar" else ("in", "near", "at", "on")
    return any(t.key in names or t.key[1:] in names[2:] for t in wording.tokens)


def read_type(wording: Wording) -> Kinded | None:
    """The kind of event that the content itself tells, if readers would put it down."""
    found = choose("event_type", type_candidates(wording))
    if found is None:
        return None
    c, why = found
    return Kinded(c.value, c.fine, wording.span(c.first, c.last), why)
