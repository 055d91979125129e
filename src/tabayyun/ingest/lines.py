"""Lines of bytes, one at a time: a file of any size is read with bounded memory."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from tabayyun.ingest.encodings import MAX_BYTES
from tabayyun.model.errors import InputError

_WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def lines(source: bytes | Path, name: str) -> Iterator[tuple[int, bytes | None]]:
    """Every line that is not blank, with its number from 1, without its end; None for one longer than `MAX_BYTES`.

    A file that begins with a UTF-16 mark is read as that and its lines are given in UTF-8.

    Raises:
        InputError: the file cannot be opened.
    """
    try:
        with BytesIO(source) if isinstance(source, bytes) else source.open("rb") as stream:
            wide = _WIDE.get(stream.read(2))
            stream.seek(0)
            yield from _translated(stream, wide, name) if wide else _read(stream)
    except (OSError, ValueError) as e:
        raise InputError(f"[T300] {name}: cannot be opened ({getattr(e, 'strerror', None) or e}); check the path") from e


def _read(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    n = 0
    while line := stream.readline(MAX_BYTES + 2):
        n += 1
        if len(line.rstrip(b"\r\n")) > MAX_BYTES:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_BYTES)
            yield n, None
        elif line.strip():
            yield n, line.strip()


def _translated(stream: BinaryIO, encoding: str, name: str) -> Iterator[tuple[int, bytes | None]]:
    data = stream.read(2 * MAX_BYTES + 1)
    if len(data) > 2 * MAX_BYTES:
        raise InputError(f"[T303] {name}: is too large for UTF-16 JSON Lines ({2 * MAX_BYTES:,} bytes at most); save it as UTF-8")
    text = data.decode(encoding, errors="replace").removeprefix("\ufeff")
    for n, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield n, line.strip().encode("utf-8")
