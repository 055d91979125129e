"""Every input of one call: documents on one side, what could not be read on the other."""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from tabayyun.ingest.bundles import called, document_of, items_of, parse
from tabayyun.ingest.documents import freeze
from tabayyun.ingest.encodings import MAX_BYTES, decode
from tabayyun.ingest.lines import lines
from tabayyun.ingest.pages import read_page
from tabayyun.model.document import Document
from tabayyun.model.errors import InputError

MAX_FILE = 20 * MAX_BYTES
"""Bytes of one file; what is larger is not opened. JSON Lines are read line by line and have no such limit."""
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_PAGE = re.compile(rb"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller says of inputs that do not say it themselves."""

    published: str | None = None
    outlet: str = ""
    language: str = ""
    title_is_first_line: bool = False


@dataclass(slots=True)
class Loaded:
    """One bundle to come: documents in input order, and failures as (input, message)."""

    name: str
    stem: str = "dossier"
    """Name of the files to write."""
    note: str = ""
    documents: list[Document] = field(default_factory=list)
    failures: list[tuple[str, str]] = field(default_factory=list)


def load(inputs: list[tuple[str, bytes | Path]], given: Given) -> list[Loaded]:
    """One bundle a bundle file, and one named `dossier` of all other inputs.

    Args:
        inputs: (name to show, bytes or a path). The name's ending tells the kind: .html .htm .jsonl .json; anything else is text,
            and bytes whose name has no ending are looked at.
        given: defaults for what the inputs leave out.
    """
    together = Loaded("dossier")
    out: list[Loaded] = []
    for name, source in inputs:
        try:
            kind = _kind(name, source)
            if kind == "json":
                out.append(_bundle(name, read_bytes(source, name)))
            elif kind == "jsonl":
                _lines(name, source, together)
            else:
                data = read_bytes(source, name)
                together.documents.append(read_page(data, name) if kind == "html" else _plain(name, data, given))
        except InputError as e:
            together.failures.append((name, str(e)))
    if together.documents or together.failures or not out:
        out.append(together)
    stems: set[str] = set()
    for bundle in out:
        bundle.stem = _unused(bundle.stem, stems)
        bundle.documents = _numbered(bundle, given)
    return out


def read_bytes(source: bytes | Path, name: str) -> bytes:
    """The bytes of an input.

    Raises:
        InputError: it cannot be opened, or is larger than `MAX_FILE`.
    """
    try:
        size = len(source) if isinstance(source, bytes) else source.stat().st_size
        if size > MAX_FILE:
            raise InputError(f"[T303] {name}: {size:,} bytes are more than one file may have ({MAX_FILE:,}); split it")
        return source if isinstance(source, bytes) else source.read_bytes()
    except (OSError, ValueError) as e:
        raise InputError(f"[T300] {name}: cannot be opened ({getattr(e, 'strerror', None) or e}); check the path") from e


def _kind(name: str, source: bytes | Path) -> str:
    ending = Path(name).suffix.lower().removeprefix(".")
    if ending in ("json", "jsonl"):
        return ending
    if ending in ("html", "htm"):
        return "html"
    if ending or not isinstance(source, bytes):
        return "txt"
    start = source[:2000].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"{"):
        first = source.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0]
        return "jsonl" if b'"text"' in first and b'"documents"' not in first else "json"
    return "html" if _PAGE.match(start) else "txt"


def _plain(name: str, data: bytes, given: Given) -> Document:
    text, encoding = decode(data, name)
    title = ""
    if given.title_is_first_line:
        title, *rest = _LINE_BREAK.split(text.lstrip("\n\r"), maxsplit=1)
        title, text = title.strip(), rest[0] if rest else ""
    notes = () if encoding.startswith("utf-8") else (f"read as {encoding}",)
    return freeze(text, name=name, raw=data, title=title, notes=notes, outlet=given.outlet or Path(name).stem)


def _bundle(name: str, data: bytes) -> Loaded:
    raw = parse(data, name)
    stem = Path(name).stem
    items = items_of(raw, name)
    kept = raw.get("bundle") if isinstance(raw, dict) else None
    named = kept if isinstance(kept, str) and kept.strip() and kept.isprintable() else ""
    out = Loaded(named or stem, stem if Path(name).suffix else named or stem)
    for n, item in enumerate(items, 1):
        where = f"{name}, {called(item, n)}"
        try:
            out.documents.append(document_of(item, where))
        except InputError as e:
            out.failures.append((where, str(e)))
    return out


def _lines(name: str, source: bytes | Path, into: Loaded) -> None:
    found = False
    for n, line in lines(source, name):
        where = f"{name}, line {n}"
        found = True
        try:
            if line is None:
                raise InputError(f"[T303] {where}: is longer than {MAX_BYTES:,} bytes; split it")
            into.documents.append(document_of(parse(line, where), where))
        except InputError as e:
            into.failures.append((where, str(e)))
    if not found:
        raise InputError(f"[T301] {name}: is empty; give one JSON object a line")


def _unused(stem: str, used: set[str]) -> str:
    """A file name's stem that no other bundle of this call has (letter case does not tell files apart everywhere)."""
    safe = "".join(c if c.isalnum() or c in "-_." else "-" for c in stem)[:80].strip(".") or "dossier"
    name, n = safe, 1
    while name.casefold() in used:
        n += 1
        name = f"{safe}-{n}"
    used.add(name.casefold())
    return name


def _numbered(bundle: Loaded, given: Given) -> list[Document]:
    """Ids of their own for documents without one (or with one used twice), and the caller's word where they are silent."""
    used: set[str] = set()
    out = []
    taken = {d.id for d in bundle.documents if d.id}
    for n, d in enumerate(bundle.documents, 1):
        name, notes = d.id, d.notes
        if not name or name in used:
            name = f"d{n}"
            while name in used or name in taken:
                name += "x"
            notes = (*notes, f"id {d.id!r} was used twice; renamed") if d.id else notes
        used.add(name)
        out.append(
            replace(
                d,
                id=name,
                notes=notes,
                language=d.language or given.language,
                outlet=d.outlet or given.outlet or name,
                published=d.published or given.published,
            )
        )
    return out
