"""Bundles of the public format and JSON Lines: many documents with what is known of each."""

import json
from collections.abc import Iterator, Mapping

import msgspec

from tabayyun.ingest.documents import freeze
from tabayyun.ingest.encodings import decode
from tabayyun.model.document import Document
from tabayyun.model.errors import InputError

_KEYS = ("id", "language", "outlet", "url", "published", "title")


def parse(data: bytes, name: str) -> object:
    """JSON from bytes; in another encoding than UTF-8 it is read as a text would be.

    Half characters stay in the strings: the document that holds them fails later, alone.

    Raises:
        InputError: no JSON, or nested too deep.
    """
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return msgspec.json.decode(data)
    except RecursionError as e:
        raise InputError(f"[T304] {name}: nests too deep; a bundle is flat, check what wrote it") from e
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _lenient(data, name)


def _lenient(data: bytes, name: str) -> object:
    """A second try with the standard library: it keeps half characters, and the bytes may be in another encoding."""
    try:
        return json.loads(data.decode("utf-8"))
    except UnicodeDecodeError:
        text, _ = decode(data, name)
    except (ValueError, RecursionError) as e:
        raise InputError(f"[T304] {name}: is no JSON ({e}); check the file with a JSON tool") from e
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as e:
        raise InputError(f"[T304] {name}: is no JSON ({e}); check the file with a JSON tool") from e


def documents_of(bundle: object, name: str) -> Iterator[Document]:
    """The `documents` of a bundle, ids kept; every other key is ignored. Stops at the first faulty one.

    Raises:
        InputError: no bundle, or a document of it cannot be read.
    """
    for n, item in enumerate(items_of(bundle, name), 1):
        yield document_of(item, f"{name}, {called(item, n)}")


def called(item: object, n: int) -> str:
    """How messages name the n-th document of a bundle."""
    id = item.get("id") if isinstance(item, Mapping) else None
    return f"document {n} ({id[:40]})" if isinstance(id, str) and id.isprintable() and id else f"document {n}"


def items_of(bundle: object, name: str) -> list[object]:
    """The raw documents of a bundle.

    Raises:
        InputError: it has no list `documents`, or an empty one.
    """
    found = bundle.get("documents") if isinstance(bundle, Mapping) else None
    if not isinstance(found, list) or not found:
        raise InputError(f'[T305] {name}: has no list \'documents\'; a bundle looks like {{"bundle": ..., "documents": [{{"text": ...}}]}}')
    return found


def document_of(item: object, name: str) -> Document:
    """One document from its JSON object: `text` is required, the other keys of `documents[]` are optional.

    Raises:
        InputError: it is no object, or a key has the wrong kind of value.
    """
    if not isinstance(item, Mapping):
        raise InputError(f'[T305] {name}: is no object; write {{"text": ...}}')
    text = item.get("text")
    if not isinstance(text, str):
        raise InputError(f"[T305] {name}: key 'text' is missing or no string; add the report's text")
    values = {k: item.get(k) for k in _KEYS}
    for k, v in values.items():
        if v is not None and not isinstance(v, str):
            raise InputError(f"[T305] {name}: key '{k}' holds a {type(v).__name__}; write a string or null")
    return freeze(
        text, name=name, id=values["id"] or "", language=values["language"] or "", outlet=values["outlet"] or "", url=values["url"],
        published=values["published"], title=values["title"] or "", media_type="application/json", extraction="json/1",
    )  # fmt: skip
