"""A place in a frozen text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open `[start, end)` in Unicode code points of a document's `text`.

    Raises:
        ValueError: the span is empty or begins before the text.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"[T101] no span {self.start}:{self.end}; a span is half-open, not empty, from 0 up")

    def words(self, text: str) -> str:
        """The printed words behind this span of `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """True when the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """True when `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start
