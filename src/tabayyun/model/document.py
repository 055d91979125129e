"""What came in at the door, frozen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """One report as read: `text` never changes after this; all spans of all layers point into it."""

    id: str
    """Unique inside its bundle (`d1`)."""
    text: str
    language: str
    """`ar`, `en`, or another ISO 639-1 code; other languages are kept and shown, never read for claims."""
    outlet: str
    url: str | None
    published: str | None
    """ISO 8601 date or date-time as printed by the outlet (its own time zone), or None: then "today" stays open."""
    title: str
    """Shown, never read for claims."""
    raw_sha256: str
    """Of the bytes as they arrived."""
    text_sha256: str
    """Of `text` in UTF-8."""
    media_type: str
    extraction: str
    """Name and version of what turned bytes into text (`plain/1`, `trafilatura/2.0.0`)."""
    notes: tuple[str, ...] = ()
    """What a reader should know of this document: a guessed encoding, hidden characters, no date."""
