"""One claim's content as the event rules see it: its tokens, the known words in it, and who speaks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tabayyun.events.backgrounds import background
from tabayyun.events.stems import stem
from tabayyun.events.wordlists import words
from tabayyun.lexicons import Knowledge
from tabayyun.lexicons.match import Match, longest
from tabayyun.model.claim import Claim
from tabayyun.model.document import Document
from tabayyun.model.span import Span
from tabayyun.model.text import Shadow, TextLayer, Token
from tabayyun.model.why import Hit
from tabayyun.text.fold import key

_ARABIC = re.compile("[\u0600-\u06ff]")
FAMILIES = ("events", "weapons", "targets", "actors")


@dataclass(frozen=True)
class Wording:
    """A claim's content; all offsets are shadow offsets, all indices point into `tokens`."""

    text: TextLayer
    know: Knowledge
    claim: Claim
    matches: list[Match]
    """All of the text, by start."""
    language: str
    """Of the content: `ar` or `en`."""
    tokens: tuple[Token, ...]
    events: tuple[Match, ...]
    weapons: tuple[Match, ...]
    targets: tuple[Match, ...]
    actors: tuple[Match, ...]
    context: str
    """The class of event that the whole text mostly tells of, or nothing."""
    struck: Mapping[str, int]
    """Target entries and classes that stand right behind an event word anywhere in the text, with how often."""
    armed: Mapping[str, int]
    """Classes of weapon that the whole text names, with how strongly."""

    @cached_property
    def said(self) -> tuple[str, ...]:
        """Who speaks in which stance, and every word of the content cut to its stem, as features."""
        link = self.claim.chain[-1] if self.claim.chain else None
        who = [f"k:{link.kind if link else 'own'}", f"st:{self.claim.stance}", f"kn:{bool(link and link.is_named)}"]
        stems = {self._stem(i) for i, t in enumerate(self.tokens) if t.is_word}
        return (*who, *sorted(f"w:{s}" for s in stems - {"@", "#"}))

    @cached_property
    def _names(self) -> frozenset[int]:
        """Tokens that name someone or some place: they tell of one story, not of the language."""
        inside = {i for a in self.actors for i in range(self.at(a), self.past(a)) if self.know.actors[a.form.entry].kind != "unknown"}
        return frozenset(inside - {i for i in inside if self.key(i) in self.listed("agent")}) | {
            i for i, t in enumerate(self.tokens) if t.key in self.listed("name") or t.key[1:] in self.listed("name")
        }

    def _stem(self, i: int) -> str:
        """The token's stem; `@` for a name, `#` for a number, `^` outside the content."""
        k = self.key(i)
        return "^" if not k else "#" if k[0].isdigit() else "@" if i in self._names else stem(k, self.language)

    def beside(self, first: int, last: int) -> list[str]:
        """The stems right before and behind the tokens `[first, last)`, as features."""
        return [
            f"p1:{self._stem(first - 1)}",
            f"n1:{self._stem(last)}",
            f"p2:{self._stem(first - 2)}",
            f"m:{self._stem(first)}|{first == 0}",
        ]

    @cached_property
    def circumstances(self) -> tuple[str, ...]:
        """Features that every slot's rule looks at: who speaks how, how long the content is, whether it negates."""
        return tuple(_circumstances(self))

    def span(self, first: int, last: int, skip: int = 0) -> Span:
        """The printed span of the tokens `[first, last)`, without the first `skip` characters."""
        found = self.text.shadow.origin(self.tokens[first].start + skip, self.tokens[last - 1].end)
        whole = self.claim.content.span
        return Span(max(found.start, whole.start), min(found.end, whole.end))

    def at(self, match: Match) -> int:
        """Index of the token in which a match begins."""
        return max(0, bisect_right(self.tokens, match.start, key=lambda t: t.start) - 1)

    def past(self, match: Match) -> int:
        """Index of the first token after a match."""
        return bisect_left(self.tokens, match.end, key=lambda t: t.start)

    def hit(self, match: Match) -> Hit:
        """A match as reason."""
        return Hit(self.text.shadow.origin(match.start, match.end), match.form.entry)

    def key(self, index: int) -> str:
        """The folded token, or nothing outside the content."""
        return self.tokens[index].key if 0 <= index < len(self.tokens) else ""

    def clitic(self, match: Match) -> str:
        """What is attached in front of a match."""
        return self.text.shadow.text[match.word : match.start]

    def is_definite(self, match: Match) -> bool:
        """True for `الهجوم`, `للهجوم`, `the attack`, `this attack`."""
        if self.language == "en":
            return self.key(self.at(match) - 1) in ("the", "this", "that", "those", "these", "its", "their", "his")
        found = self.text.shadow.text[match.word : match.end]
        return any(found.startswith(x) for x in ("ال", "لل", "بال", "وال", "فال", "كال", "ولل")) or self.key(self.at(match) - 1) in (
            "هذا",
            "هذه",
        )

    def listed(self, name: str) -> frozenset[str]:
        """A closed word class of the content's language."""
        return words(self.language, name)


def _clip(token: Token, start: int, end: int) -> Token:
    """The part of a token that lies inside the content (which may begin behind an attached و)."""
    if start <= token.start and token.end <= end:
        return token
    a, b = max(token.start, start), min(token.end, end)
    return Token(a, b, token.key[a - token.start : b - token.start], token.is_word)


@lru_cache(maxsize=8192)
def _length(form: str) -> int:
    return len(key(form))


def is_homograph(match: Match, shadow: Shadow, printed: str) -> bool:
    """True for another word that only looks like a known one with a pronoun: `قتلى` for قتل + ي, `مسلحة` for مسلح + ه."""
    if not match.form.takes_suffix or match.end - match.start <= _length(match.form.words):
        return False
    return printed[shadow.starts[match.end - 1]] in "ةىي"


def read_wording(doc: Document, text: TextLayer, matches: list[Match], know: Knowledge, claim: Claim) -> Wording:
    """The content of `claim` with everything known in it; `matches` are all of the text, sorted by start."""
    starts = text.shadow.starts
    pieces = [(bisect_left(starts, p.start), bisect_left(starts, p.end)) for p in claim.content.pieces()]
    tokens: list[Token] = []
    found: dict[str, list[Match]] = {f: [] for f in FAMILIES}
    for a, b in pieces:
        at = bisect_right(text.tokens, a, key=lambda t: t.end)
        while at < len(text.tokens) and text.tokens[at].start < b:
            tokens.append(_clip(text.tokens[at], a, b))
            at += 1
        n = bisect_left(matches, a, key=lambda m: m.start)
        while n < len(matches) and matches[n].start < b:
            if matches[n].end <= b and matches[n].form.family in found and not is_homograph(matches[n], text.shadow, doc.text):
                found[matches[n].form.family].append(matches[n])
            n += 1
    letters = "".join(t.key for t in tokens)
    arabic = len(_ARABIC.findall(letters))
    behind = background(matches, know)
    kept = {f: tuple(longest(ms)) for f, ms in found.items()}
    return Wording(
        text, know, claim, matches, "ar" if arabic * 2 >= len(letters) else "en", tuple(tokens),
        kept["events"], kept["weapons"], kept["targets"], kept["actors"],
        behind.context(text, pieces[0]), behind.struck, behind.armed,
    )  # fmt: skip


def _lead(wording: Wording) -> str:
    """How far down in the text the content stands: its first lines introduce the event."""
    at = wording.tokens[0].start
    room = next((n for n, p in enumerate(wording.text.paragraphs[:5]) if p.start <= at < p.end), 9)
    return "first" if at < 200 and room == 0 else "early" if room <= 1 else "middle" if room <= 4 else "late"


def _circumstances(wording: Wording) -> list[str]:
    claim, n = wording.claim, len(wording.tokens)
    negated = any(t.key in wording.listed("negator") for t in wording.tokens)
    size = "1" if n <= 3 else "2" if n <= 7 else "3" if n <= 14 else "4" if n <= 25 else "5"
    return [
        "bias", f"act:{claim.act}", f"polarity:{claim.polarity}", f"certainty:{claim.certainty}", f"length:{size}",
        "voice:own" if not claim.chain else "voice:other", *(["negated"] if negated else []), f"language:{wording.language}",
        f"lead:{_lead(wording)}", f"when:{'some' if any(t.key in wording.listed('time') for t in wording.tokens) else 'none'}",
        f"number:{'some' if any(t.key[0].isdigit() for t in wording.tokens) else 'none'}",
    ]  # fmt: skip
