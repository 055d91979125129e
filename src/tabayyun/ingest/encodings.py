"""Bytes to text: byte order marks and UTF-8 first, then the encodings that Arabic pages really use.

The guess between single-byte encodings counts Arabic words, not letter statistics: in Windows-1256 and ISO 8859-6 most
letters trade places, so that only the right table gives many words with the article and the commonest function words.
"""

import codecs
import re

from tabayyun.model.errors import InputError

MAX_BYTES = 10_000_000
"""What one report may have."""
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_ARABIC_TABLES = ("cp1256", "iso8859-6", "mac-arabic", "cp720")
_DECLARABLE = frozenset(
    codecs.lookup(name).name
    for name in (
        *_ARABIC_TABLES,
        "utf-8",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "cp1252",
        "iso8859-1",
        "iso8859-15",
        "cp1254",
        "iso8859-9",
        "ascii",
    )
)
_COMMON = re.compile(r"(?<!\w)[وفبل]?ال(?=\w)|(?<!\w)(?:في|من|على|إلى|أن|عن|هذا|التي|الذي|بعد|مع|قال)(?!\w)")
_RUN = re.compile(r"[\u0621-\u064a]{2,}")
_SAMPLE = 200_000


def decode(data: bytes, name: str, hint: str | None = None) -> tuple[str, str]:
    """Text and the encoding used, with no newline translation and without a byte order mark.

    Args:
        data: the bytes as they arrived.
        name: of the input, for messages.
        hint: an encoding that the document itself declares; it weighs less than UTF-8 and than words that read as Arabic.
    Raises:
        InputError: nothing there, too much, or no text in any known encoding.
    """
    if not data.strip():
        raise InputError(f"[T301] {name}: is empty; give a file with text")
    if len(data) > MAX_BYTES:
        raise InputError(f"[T303] {name}: {len(data):,} bytes are more than one report may have ({MAX_BYTES:,}); split it")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, name), encoding
    wide = _wide(data[:_SAMPLE])
    if wide:
        return _strict(data, wide, name), wide
    try:
        return _checked(data.decode("utf-8"), name), "utf-8"
    except UnicodeDecodeError:
        encoding = _guess(data[:_SAMPLE], _declared(hint))
    return _strict(data, encoding, name), encoding


def _declared(hint: str | None) -> str | None:
    """The hint, when it names an encoding that a page may have; never one of Python's transforms."""
    try:
        known = codecs.lookup(hint or "").name
    except LookupError:
        return None
    return known if known in _DECLARABLE else None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte is the same high byte (0 for Latin, 6 for Arabic)."""
    if len(data) < 8 or len(data) % 2:
        data = data[: len(data) // 2 * 2]
    half = len(data) // 2
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = data[first::2]
        if half >= 4 and high.count(0) + high.count(6) + high.count(0x20) > 0.9 * half and high.count(0) + high.count(6) > 0.6 * half:
            return encoding
    return None


def _guess(data: bytes, declared: str | None) -> str:
    """The single-byte encoding in which most Arabic words appear; else the declared one, else Windows-1252."""
    best, most = "", 0.0
    for encoding in _ARABIC_TABLES:
        score = _arabic(data, encoding) + (0.05 if encoding == declared else 0.0)
        if score > most + 0.001:
            best, most = encoding, score
    if most > 0.1:
        return best
    return declared if declared and not declared.startswith("utf") else "cp1252"


def _arabic(data: bytes, encoding: str) -> float:
    """How much the bytes read as Arabic in this encoding: common words a run of Arabic letters; 0 for stray letters."""
    text = data.decode(encoding, errors="replace")
    high = sum(b >= 0x80 for b in data)
    runs = _RUN.findall(text)
    if not high or text.count("\ufffd") > 0.02 * high or sum(map(len, runs)) < 0.6 * high:
        return 0.0
    return len(_COMMON.findall(text)) / len(runs)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return _checked(data.decode(encoding), name)
    except (UnicodeDecodeError, LookupError) as e:
        raise InputError(f"[T302] {name}: is no text in any encoding known here (tried {encoding} last: {e}); save it as UTF-8") from e


def _checked(text: str, name: str) -> str:
    """A text in which control characters are the exception."""
    if not text.strip():
        raise InputError(f"[T301] {name}: is empty; give a file with text")
    start = text[:_SAMPLE]
    control = sum((c < " " and c not in "\t\n\r\f\v") or "\x7f" <= c <= "\x9f" for c in start)
    if control > 0.02 * len(start):
        raise InputError(f"[T302] {name}: is no text (control characters all over it); give a text, HTML, JSON Lines or bundle file")
    return text
