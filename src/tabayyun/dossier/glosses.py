"""Words for the reader: what the id of a lexicon entry means, and text that a terminal may print."""

from tabayyun.lexicons.knowledge import Knowledge

_HIDDEN = {c: "\ufffd" for c in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)) if c != 0x0A}


def printable(text: str) -> str:
    """Control characters and direction overrides of a source text shown as U+FFFD, so that they cannot steer a terminal."""
    return text.translate(_HIDDEN)


def gloss(entry: str, know: Knowledge | None) -> str:
    """The gloss of a cue, source noun, word or loaded entry, or the name of an actor; empty where the id is none of these."""
    if know is None:
        return ""
    for group in (know.cues, know.sources, know.events, know.weapons, know.targets, know.loaded):
        if entry in group:
            return str(group[entry].gloss)
    return know.actors[entry].name_en if entry in know.actors else ""
