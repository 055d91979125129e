"""Which weapon a claim's content names."""

from collections import defaultdict

from tabayyun.events.candidates import Candidate, choose
from tabayyun.events.wording import Wording
from tabayyun.lexicons.match import Match
from tabayyun.model.event import Kinded

_NEAR = 4
"""Tokens within which an event word bears on a weapon."""
BARE_BOMBS = {
    "wp.en.bomb": (("aircraft_bomb", "aircraft.bomb"),),
    "wp.ar.bomb_air": (("ied_vbied", "ied"),),
    "wp.ar.plane": (("drone", "drone"),),
    "wp.en.plane": (("drone", "drone"),),
    "wp.ar.air_raid": (("drone", "drone"),),
    "wp.en.air_raid": (("drone", "drone"),),
}
"""Words that the rest of the text decides: the weapon they name less often."""


def weapon_candidates(wording: Wording) -> list[Candidate]:
    """One candidate for each class of weapon that is named."""
    groups: dict[str, list[Match]] = defaultdict(list)
    for m in wording.weapons:
        node = wording.know.weapon_nodes[wording.know.weapons[m.form.entry].node]
        groups[node.coarse].append(m)
    implied = _implied(wording, groups)
    around = wording.circumstances
    events = {f"event:{wording.know.events[m.form.entry].node}" for m in wording.events}
    out = []
    for coarse, group in groups.items():
        best = max(group, key=lambda m: (_strength(wording, m), m.end - m.start))
        entries = {m.form.entry for m in group}
        strength = _strength(wording, best)
        features = [
            *around, f"class:{coarse}", *(f"entry:{e}" for e in sorted(entries)), f"strength:{min(int(strength * 5), 5)}",
            *(f"rival:{coarse}<{g}" for g in sorted(groups) if g != coarse), f"rivals:{min(len(groups) - 1, 2)}",
            *(f"{coarse}+{e}" for e in sorted(events)), "events:some" if events else "events:none",
            f"first:{min(min(wording.at(m) for m in group) // 4, 3)}",
        ]  # fmt: skip
        if all(wording.is_definite(m) for m in group):
            features.append("definite")
        if len(group) > 1:
            features.append("repeated")
        features.append(f"{coarse}&{wording.context}")
        features += [*_standing(wording, best, coarse), *_elsewhere(wording, best, coarse)]
        if coarse in implied:
            features += ["implied", f"implied:{best.form.entry}>{coarse}"]
        fine = implied.get(coarse) or wording.know.weapons[best.form.entry].node
        out.append(Candidate(coarse, fine, wording.at(best), wording.past(best), tuple(features), tuple(wording.hit(m) for m in group)))
    return out


def _standing(wording: Wording, m: Match, coarse: str) -> list[str]:
    """Where the word stands: as means (`with`, `by`), behind or before which event word."""
    at, past, listed = wording.at(m), wording.past(m), wording.listed("function")
    before, behind = wording.key(at - 1), wording.key(past)
    out = [f"clitic:{wording.clitic(m)}", f"before:{before if before in listed else 'other' if before else 'none'}"]
    out.append(f"behind:{behind if behind in listed else 'other' if behind else 'none'}")
    earlier = [e for e in wording.events if wording.past(e) <= at]
    if earlier and at - wording.past(earlier[-1]) <= _NEAR:
        node = wording.know.events[earlier[-1].form.entry].node
        out += [f"after:{node}", f"after:{node}>{coarse}", f"clitic:{wording.clitic(m)}<{node}"]
    later = next((e for e in wording.events if wording.at(e) >= past), None)
    if later is not None and wording.at(later) - past <= _NEAR:
        out += [f"then:{wording.know.events[later.form.entry].node}", f"then:{wording.know.events[later.form.entry].node}>{coarse}"]
    return out


def _elsewhere(wording: Wording, m: Match, coarse: str) -> list[str]:
    """What weapons the whole text names: open words (`the plane`, `the strike`) mean one of those."""
    most = max(wording.armed.values(), default=0)
    share = wording.armed.get(coarse, 0)
    rank = "none" if not most else "never" if not share else "top" if share == most else "some"
    return [f"armed:{rank}", f"armed:{rank}>{coarse}", f"armed:{rank}>{m.form.entry}>{coarse}"]


def _strength(wording: Wording, m: Match) -> float:
    return wording.know.weapons[m.form.entry].strength if m.form.family == "weapons" else 0.0


def _implied(wording: Wording, groups: dict[str, list[Match]]) -> dict[str, str]:
    """Adds weapons that no word names but a kind of event implies (a clash: small arms); a bare bomb may fall from the air."""
    know, out = wording.know, {}
    for m in wording.events:
        entry = know.events[m.form.entry]
        fine = entry.weapon or know.event_nodes[entry.node].weapon
        if fine and (coarse := know.weapon_nodes[fine].coarse) not in groups:
            groups[coarse] = [m]
            out[coarse] = fine
    for m in wording.weapons:
        if m.form.entry in BARE_BOMBS:
            for coarse, fine in BARE_BOMBS[m.form.entry]:
                if coarse not in groups:
                    groups[coarse] = [m]
                    out[coarse] = fine
    return out


def read_weapon(wording: Wording) -> Kinded | None:
    """The weapon that the content names, if readers would put it down."""
    found = choose("weapon", weapon_candidates(wording))
    if found is None:
        return None
    c, why = found
    return Kinded(c.value, c.fine, wording.span(c.first, c.last), why)
