"""The reading of a text before anything is claimed: shadow, tokens, sentences, quotations."""

from bisect import bisect_left
from dataclasses import dataclass, field

from tabayyun.model.span import Span


@dataclass(frozen=True, slots=True)
class Shadow:
    """The folded text that rules match on, with the way back to the printed one.

    `text[i]` of the shadow came from `original[starts[i]:ends[i]]`.
    """

    text: str
    starts: list[int]
    ends: list[int]

    def origin(self, i: int, j: int) -> Span:
        """The printed span behind the shadow's `[i, j)`."""
        return Span(self.starts[i], self.ends[j - 1])

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """The shadow's offsets behind the printed `[start, end)`, the way back of `origin`; empty where the fold left nothing of it."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or one punctuation mark. `start`/`end` are shadow offsets; `key` is the shadow's text there."""

    start: int
    end: int
    key: str
    is_word: bool


@dataclass(frozen=True, slots=True)
class Quotation:
    """A pair of quotation marks (shadow offsets of the inside); `is_closed` is False where the text ends it otherwise."""

    start: int
    end: int
    is_closed: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """Shadow offsets `[start, end)` without outer white space, and the tokens `[first, last)` inside."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text with its own language; sentences `[first, last)`."""

    start: int
    end: int
    language: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class TextLayer:
    """What the text room found; all offsets inside are shadow offsets, `shadow.origin` leads back."""

    doc: str
    shadow: Shadow
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[Paragraph, ...]
    quotations: tuple[Quotation, ...] = field(default=())
