"""One document as the Arabic rules see it: tokens by index, cues in reading order, small questions about words."""

from bisect import bisect_left
from dataclasses import dataclass

from tabayyun.lexicons import Knowledge
from tabayyun.lexicons.cues import CueEntry
from tabayyun.lexicons.grammars import grammar
from tabayyun.lexicons.match import Match, longest
from tabayyun.model.document import Document
from tabayyun.model.text import Sentence, TextLayer, Token
from tabayyun.text.fold import key

ANCHOR_FAMILIES = frozenset("reporting according_to denial hedge distancing endorsing responsibility accusation impersonal nominal".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue word or phrase: tokens `[first, last)`, shadow offsets without clitics, its entry and which list it came from."""

    first: int
    last: int
    start: int
    end: int
    entry: CueEntry
    part: str
    clitic: str


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that the rules look at, gathered once a document."""

    doc: Document
    text: TextLayer
    matches: list[Match]
    know: Knowledge
    words: dict[str, frozenset[str]]
    begins: list[int]
    keys: tuple[str, ...]

    def token(self, i: int) -> Token:
        """Token by index."""
        return self.text.tokens[i]

    def key(self, i: int) -> str:
        """Folded word at token `i`, empty past the end."""
        return self.keys[i] if 0 <= i < len(self.keys) else ""

    def bare(self, i: int) -> str:
        """The word at `i` without a leading و or ف where a known closed-class word remains."""
        k = self.key(i)
        return k[1:] if len(k) > 2 and k[0] in "وف" else k

    def index(self, offset: int) -> int:
        """Index of the first token at or after a shadow offset."""
        return bisect_left(self.begins, offset)

    def is_in(self, i: int, name: str) -> bool:
        """Whether the word at `i` (or the word without و/ف) is of the list `name` of grammar.toml."""
        return self.key(i) in self.words[name] or self.bare(i) in self.words[name]


def scene(doc: Document, text: TextLayer, matches: list[Match], know: Knowledge) -> Scene:
    """Gathers what the rules need."""
    return Scene(doc, text, matches, know, grammar("ar"), [t.start for t in text.tokens], tuple(t.key for t in text.tokens))


def cues(scene: Scene, sentence: Sentence) -> list[Cue]:
    """The cues of one sentence, longest first where they overlap, without those inside a look-alike (family `pseudo`)."""
    lo = bisect_left(scene.matches, sentence.start, key=lambda m: m.start)
    hi = bisect_left(scene.matches, sentence.end, key=lambda m: m.start)
    here = [m for m in scene.matches[lo:hi] if m.form.family in ANCHOR_FAMILIES or m.form.family == "pseudo"]
    here = [m for m in here if m.form.entry.startswith("ar.") and not _is_other_letter(scene, m) and not _only_hedges(scene, m)]
    out = []
    for m in _prefer(scene, longest(here)):
        if m.form.family == "pseudo":
            continue
        entry = scene.know.cues[m.form.entry]
        first = bisect_left(scene.begins, m.word)
        last = bisect_left(scene.begins, m.end)
        if scene.key(first) == "عن" or (scene.key(first) == "في" and scene.is_in(first + 1, "medium")):
            continue  # a medium or a further voice: the source phrase takes it up
        if (
            m.form.part == "verb"
            and scene.key(first).endswith(("ه", "ها"))
            and scene.key(first - 1) in _PUBLISHED
            and first > sentence.first
        ):
            continue  # «في بيان نشرته ...»: tells where the statement stands
        if m.form.part == "verb" and m.word == m.start and scene.key(first - 1) in ("الي", "في", "عن", "علي") and first > sentence.first:
            continue  # «سارع إلى تبنّي ...»: a verbal noun that is spelled like the verb
        end = m.end
        while last - first > 1 and (
            scene.key(last - 1) in scene.words["complementizer"]
            or scene.key(last - 1) in ("الي", "ب")
            or (entry.family == "impersonal" and scene.key(last - 1) == "عن")
        ):
            last -= 1
            end = scene.token(last - 1).end
        if entry.family == "according_to" and last - first == 2 and scene.key(last - 1) in _VOICES:
            last -= 1  # «وفق مصادر»: the noun belongs to the source
            end = scene.token(last - 1).end
        out.append(Cue(first, last, m.start, end, entry, m.form.part, scene.text.shadow.text[m.word : m.start]))
    return out


_VOICES = frozenset("مصادر مصدر شهود سكان مسؤولين مسؤول اهالي ناشطين نشطاء مراسلنا".split())
_PUBLISHED = frozenset("بيان بيانا تصريح منشور تسجيل مقطع رساله خطاب كلمه تغريده تدوينه نشره صور مقاطع فيديو".split())


def _only_hedges(scene: Scene, m: Match) -> bool:
    """A hedge that brings no content of its own («يُرجح أن تكون» is left to the impersonal reading)."""
    return m.form.family == "hedge" and scene.know.cues[m.form.entry].takes <= {"none"}


def _is_other_letter(scene: Scene, m: Match) -> bool:
    """«إذاعة» is not «أذاع» with the pronoun ه: a printed ة is no suffix; nor is a printed ى the ي of the form."""
    if m.end - m.start == 3 and scene.text.shadow.text[m.start : m.end] == "بين" and m.form.family in ANCHOR_FAMILIES:
        following = scene.key(bisect_left(scene.begins, m.end))
        printed = scene.text.shadow.origin(m.start, m.end).words(scene.doc.text)
        return "\u0651" not in printed and following not in scene.words["complementizer"]
    if scene.doc.text[scene.text.shadow.starts[m.start]] == "آ" and m.form.words[:1] != "آ":
        return True  # «آمر اللواء» (commander) is not «أمر» (ordered)
    if m.form.part == "verb" and scene.text.shadow.text[m.start : m.end] == key(m.form.words) + "ي":
        return True  # «يسري» is not «يسرّ»: a verb takes ني for "me"
    last = scene.doc.text[scene.text.shadow.starts[m.end - 1]]
    if last == "ى" and m.form.words.endswith("ي"):
        return " في " in scene.doc.text  # «يدعى» (is called) is not «يدّعي» where final ي is printed with its dots
    return m.end - m.start > len(key(m.form.words)) and last == "ة"


_ORDER = {
    f: n for n, f in enumerate(("pseudo", "responsibility", "denial", "accusation", "endorsing", "distancing", "impersonal", "reporting"))
}


def _prefer(scene: Scene, matches: list[Match]) -> list[Match]:
    """One match a place: the family that says most wins; an impersonal reading needs its vowel or a content at once."""
    best: dict[tuple[int, int], list[Match]] = {}
    for m in matches:
        best.setdefault((m.start, m.end), []).append(m)
    out = []
    for group in best.values():
        group.sort(key=lambda m: _ORDER.get(m.form.family, 9))
        others = [m for m in group if m.form.family != "impersonal"]
        if others and len(others) < len(group):
            group = [m for m in group if m.form.family == "impersonal"] if _is_passive(scene, group[0]) else others
        out.append(group[0])
    return sorted(out, key=lambda m: m.start)


def _is_passive(scene: Scene, m: Match) -> bool:
    """Whether a verb that may be read active or passive is passive here: a printed damma, or «يذكر أن» without a subject."""
    printed = scene.text.shadow.origin(m.start, m.end).words(scene.doc.text)
    if "\u064f" in printed[:3]:
        return True
    following = bisect_left(scene.begins, m.end)
    if printed.startswith("ي"):
        return scene.key(following) in scene.words["complementizer"] or scene.key(following) == "الي"
    return False
