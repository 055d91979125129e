"""Why it was done, as a claim's content gives it."""

import re

from tabayyun.events.candidates import Candidate, choose
from tabayyun.events.damage import clause_ends, clitic_of
from tabayyun.events.wording import Wording
from tabayyun.model.event import Words

_PURPOSE = re.compile(r"ل(?:ا\w{2,4}ا\w?|ت\w{1,3}ي\w|م\w{1,2}|زع\w+)\Z")
"""`ل` with a verbal noun (of the second and fourth form): in order to."""


def motive_candidates(wording: Wording) -> list[Candidate]:
    """From a word of purpose or cause, or behind it, to the end of its clause."""
    around, listed, out = wording.circumstances, wording.listed("motive"), []
    for i, t in enumerate(wording.tokens):
        two = f"{t.key} {wording.key(i + 1)}"
        word, skip = (two, 0) if two in listed else clitic_of(wording, i, listed)
        if not word and wording.language == "ar" and _PURPOSE.match(t.key):
            word = "purpose"
        if not word:
            continue
        before = wording.key(i - 1)
        features = [*around, f"word:{word}", f"position:{min(i // 4, 3)}", f"skip:{skip}"]
        features.append(f"before:{before}" if before in wording.listed("function") else "before:other")
        for last, kind in clause_ends(wording, i).items():
            rest = f"left:{min((len(wording.tokens) - last + 3) // 4, 3)}"
            for first in dict.fromkeys((i, i + 1, i + 2, 0)):
                if first >= last:
                    continue
                start = "whole" if first == 0 else f"word+{first - i}"
                spelled = (f"from:{start}", f"until:{kind}", f"{word}:{start}", f"size:{min((last - first) // 3, 5)}", rest)
                out.append(Candidate("motive", "", first, last, (*features, *spelled), (), skip if first == i else 0))
    return out


def read_motive(wording: Wording) -> Words | None:
    """The words that give the reason, if readers would put them down."""
    found = choose("motive", motive_candidates(wording))
    return Words(wording.span(found[0].first, found[0].last, found[0].skip), found[1]) if found else None
