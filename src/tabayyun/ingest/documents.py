"""A frozen Document from a text and what is known of it."""

import hashlib
import unicodedata
from collections import Counter
from datetime import date, datetime

from tabayyun.ingest.encodings import MAX_BYTES
from tabayyun.model.document import Document
from tabayyun.model.errors import InputError

_USUAL = frozenset("\t\n\r\f\v\u200c")
"""Control characters that carry layout or spelling and are not worth a note."""


def freeze(
    text: str, *, name: str, id: str = "", raw: bytes = b"", language: str = "", outlet: str = "", url: str | None = None,
    published: str | None = None, title: str = "", media_type: str = "text/plain", extraction: str = "plain/1", notes: tuple[str, ...] = (),
) -> Document:  # fmt: skip
    """The document; its text is never changed after this.

    A `published` that is no ISO date is noted and left out: relative times then stay open.

    Raises:
        InputError: the text is empty, too long, or any of the words holds half a character (a lone surrogate).
    """
    if not text.strip():
        raise InputError(f"[T301] {name}: no text in it; give a report with words")
    encoded = _encoded(text, name)
    if len(encoded) > MAX_BYTES:
        raise InputError(f"[T303] {name}: {len(encoded):,} bytes are more than one report may have ({MAX_BYTES:,}); split it")
    for words in (id, language, outlet, url or "", published or "", title):
        _encoded(words, name)
    said = list(notes)
    when = published or None
    if when is not None and not is_iso(when):
        said.append(f"publication date not understood: {when[:60]!r}; write it like 2024-01-16; until then relative times stay open")
        when = None
    hidden = Counter(c for c in text if unicodedata.category(c) in ("Cf", "Cc") and c not in _USUAL)
    if hidden:
        said.append("hidden characters: " + ", ".join(f"U+{ord(c):04X} x{n}" for c, n in sorted(hidden.items())))
    return Document(
        id=id, text=text, language=language, outlet=outlet, url=url, published=when, title=title,
        raw_sha256=hashlib.sha256(raw or encoded).hexdigest(), text_sha256=hashlib.sha256(encoded).hexdigest(),
        media_type=media_type, extraction=extraction, notes=tuple(said),
    )  # fmt: skip


def is_iso(words: str) -> bool:
    """Whether the words are an ISO 8601 calendar date (`2024-01-16`) or date-time (`2024-01-16T09:30:00+03:00`)."""
    if len(words) < 10 or words[4] != "-" or words[7] != "-":
        return False
    for parse in (date.fromisoformat, datetime.fromisoformat):
        try:
            parse(words)
        except ValueError:
            continue
        return True
    return False


def _encoded(words: str, name: str) -> bytes:
    try:
        return words.encode("utf-8")
    except UnicodeEncodeError as e:
        raise InputError(f"[T302] {name}: holds half a character at {e.start} (a lone surrogate); save it as UTF-8 again") from e
