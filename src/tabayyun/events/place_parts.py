"""The parts of place phrases: known names, names that a kind noun announces, definite nouns, unknown English capitals."""

from collections.abc import Sequence
from dataclasses import dataclass

from tabayyun.events.gazetteer import bare_forms
from tabayyun.events.place_mentions import Line, PlaceMention
from tabayyun.events.place_words import Vocabulary

_LONGEST_NAME = 3
_ANNOUNCE = frozenset({"settlement", "neighbourhood", "camp", "district", "base", "crossing"})


@dataclass(frozen=True, slots=True)
class Part:
    """One named, unnamed or pointed-at place inside a phrase; words `[first, last)`, shadow offsets `start`/`end`."""

    first: int
    last: int
    start: int
    end: int
    mention: PlaceMention | None
    name: str
    """Key of the name; empty where the place has none of its own."""
    kind: str
    is_definite: bool = False
    """`the town`, `المخيم`: points back to a place named before."""


def kind_of(key: str, say: Vocabulary) -> tuple[str, str]:
    """(class, clitic) of an indefinite kind noun, or empty strings."""
    for clitic, bare in bare_forms(key):
        if bare in say.kind:
            return say.kind[bare], clitic
    return "", ""


def find_parts(line: Line, found: Sequence[PlaceMention], say: Vocabulary) -> list[Part]:
    """Every part of the text in reading order, later mentions of announced names included."""
    return _recalled(line, _parts(line, found, say))


def _parts(line: Line, found: Sequence[PlaceMention], say: Vocabulary) -> list[Part]:
    by_first = {m.first: m for m in found}
    out: list[Part] = []
    i, n = 0, len(line.words)
    while i < n:
        if (m := by_first.get(i)) is not None:
            out.append(_known(line, m, m.first, m.kind, say))
            i = m.last
            continue
        part = _definite(line, i, say) or _announced(line, i, by_first, say) or _capitals(line, i, by_first, say)
        if part is None:
            i += 1
            continue
        out.append(part)
        i = max(part.last, i + 1)
    return out


def _recalled(line: Line, parts: list[Part]) -> list[Part]:
    """The parts and, beside them, later mentions of names that a kind noun announced somewhere (`قرية كرانة ... في كرانة`)."""
    known = [p.name for p in parts if p.mention is None and p.kind in _ANNOUNCE and len(p.name) > 3 and p.name[0] > "z"]
    names = [tuple(name.split()) for name in dict.fromkeys(known)]
    if not names:
        return parts
    taken = {n for p in parts for n in range(p.first, p.last)}
    extra = [p for i in range(len(line.words)) if i not in taken and (p := _again(line, i, names)) is not None]
    return sorted((*parts, *extra), key=lambda p: p.first) if extra else parts


def _again(line: Line, i: int, names: list[tuple[str, ...]]) -> Part | None:
    """One of the names at word `i`, with or without proclitics."""
    word = line.words[i]
    for clitic, bare in bare_forms(word.key):
        for name in names:
            last = i + len(name)
            if name[0] == bare and tuple(w.key for w in line.words[i + 1 : last]) == name[1:] and not line.breaks(i, last - 1):
                start = word.start + (0 if bare.startswith("ال") and "لل" in word.key[:3] else len(clitic))
                return Part(i, last, start, line.words[last - 1].end, None, " ".join(name), "")
    return None


def _known(line: Line, m: PlaceMention, first: int, kind: str, say: Vocabulary) -> Part:
    start, last, end = m.start, m.last, m.end
    if m.name[0].isascii():
        if first and line.is_article(first - 1) and line.shadow[line.words[first - 1].end : line.words[first].start] in ("-", " "):
            first -= 1
            start = line.words[first].start
        if kind and last < len(line.words) and not line.breaks(last - 1, last) and say.kind.get(line.words[last].key):
            end, last = line.words[last].end, last + 1
    if kind and first and not line.breaks(first - 1, first):
        step = 2 if line.words[first - 1].key == "of" and first > 1 else 1
        got, clitic = kind_of(line.words[first - step].key, say)
        if got:
            first -= step
            start = line.words[first].start + len(clitic)
    return Part(first, last, start, end, m, m.name, kind)


def _definite(line: Line, i: int, say: Vocabulary) -> Part | None:
    word = line.words[i]
    if word.key == "the" and i + 1 < len(line.words):
        noun = line.words[i + 1]
        if f"the {noun.key}" in say.definite and not (
            i + 2 < len(line.words) and line.words[i + 2].key == "of" and not line.breaks(i + 1, i + 2)
        ):
            follows_name = i + 2 < len(line.words) and not line.breaks(i + 1, i + 2) and line.is_capital(i + 2)
            return None if follows_name else Part(i, i + 2, word.start, noun.end, None, "", say.kind.get(noun.key, ""), True)
        return None
    for clitic, bare in bare_forms(word.key):
        if bare in say.definite and not bare.startswith("the "):
            return Part(
                i, i + 1, word.start + (len(clitic) if clitic else 0), word.end, None, "", say.kind.get(bare.removeprefix("ال"), ""), True
            )
    return None


def _announced(line: Line, i: int, by_first: dict[int, PlaceMention], say: Vocabulary) -> Part | None:
    """A kind noun and the unknown name it announces (`قرية التويمين`, `the village of Wad Rahama`)."""
    word = line.words[i]
    kind, clitic = kind_of(word.key, say)
    if not kind or i + 1 >= len(line.words) or line.breaks(i, i + 1) or i + 1 in by_first:
        return None
    if "a" <= word.key[0] <= "z":
        n = i + 2
        if line.words[i + 1].key != "of" or n >= len(line.words) or line.breaks(i, n) or not line.is_capital(n) or n in by_first:
            return None
        last = _capital_end(line, n, by_first)
        return Part(i, last, word.start, line.words[last - 1].end, None, _name(line, n, last), kind)
    last = _arabic_end(line, i + 1, by_first, say)
    return Part(i, last, word.start + len(clitic), line.words[last - 1].end, None, _name(line, i + 1, last), kind)


def _arabic_end(line: Line, i: int, by_first: dict[int, PlaceMention], say: Vocabulary) -> int:
    """Where an unknown Arabic name that may begin at word `i` ends; `i` itself where no name follows."""
    last = i
    while last < min(len(line.words), i + _LONGEST_NAME) and not line.breaks(last - 1, last):
        key = line.words[last].key
        if key in say.link or key in say.before or key in say.plain or key in say.ends_name or last in by_first or key[0].isdigit():
            break
        if last > i and (key[0] in "وفبل" or not (key.startswith("ال") or line.words[last - 1].key in say.half) or kind_of(key, say)[0]):
            break
        last += 1
    return last


def _capitals(line: Line, i: int, by_first: dict[int, PlaceMention], say: Vocabulary) -> Part | None:
    """Unknown capitalised English words after a preposition or before a kind noun (`near Wad Rahama`, `Sabreen market`)."""
    word = line.words[i]
    if not "a" <= word.key[0] <= "z" or not line.is_capital(i) or word.key in say.no_place or (line.is_article(i) and i + 1 in by_first):
        return None
    if line.printed[line.starts[word.start] : line.starts[word.end - 1] + 1].isupper():
        return None
    last = _capital_end(line, i, by_first)
    back = line.before(i)
    kind = (
        say.kind.get(line.words[last].key, "")
        if last < len(line.words) and not line.breaks(last - 1, last) and last not in by_first
        else ""
    )
    if not (kind or (say.before.get(back) in ("in", "close", "over") and back not in ("of", "between", "on"))):
        return None
    end = last + 1 if kind else last
    return Part(i, end, word.start, line.words[end - 1].end, None, _name(line, i, last), kind)


def _capital_end(line: Line, i: int, by_first: dict[int, PlaceMention]) -> int:
    last = i + 1
    while (
        last < min(len(line.words), i + 4)
        and last not in by_first
        and not line.breaks(last - 1, last)
        and (line.is_capital(last) or line.is_article(last))
    ):
        last += 1
    while last > i + 1 and not line.is_capital(last - 1):
        last -= 1
    return last


def _name(line: Line, first: int, last: int) -> str:
    return " ".join(w.key for w in line.words[first:last])
