"""HTML pages: the article's text, and what the page says of itself."""

import logging
import re
from importlib.metadata import version
from typing import Any

from tabayyun.ingest.documents import freeze, is_iso
from tabayyun.ingest.encodings import decode
from tabayyun.model.document import Document
from tabayyun.model.errors import InputError

for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(_name).addHandler(logging.NullHandler())  # what goes wrong with a page is said by our own errors

MAX_DEPTH = 500
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?\s*([A-Za-z0-9_\-]{3,20})", re.IGNORECASE)
_LANGUAGE = re.compile(r"<html[^>]{0,300}?\slang=[\"']?([A-Za-z]{2})", re.IGNORECASE)
_META = re.compile(r"<meta\b[^<>]{0,600}>", re.IGNORECASE)
_PUBLISHED = re.compile(r"[\"'](?:article:published_time|og:published_time|datePublished|pubdate|parsely-pub-date)[\"']", re.IGNORECASE)
_CONTENT = re.compile(r"content=[\"']\s*([0-9T:+\-.Z ]{10,40}?)\s*[\"']", re.IGNORECASE)
_STRUCTURED = re.compile(r"\"datePublished\"\s{0,5}:\s{0,5}\"([0-9T:+\-.Z]{10,40})\"")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]{0,2000}?(/?)>")
# tags without an end, and those whose end a page may leave out
_UNCOUNTED = frozenset(
    (
        "area base br col embed hr img input link meta source track wbr "
        "p li dt dd tr td th thead tbody tfoot option optgroup html head body"
    ).split()
)


def read_page(data: bytes, name: str) -> Document:
    """The article of a page with title, outlet, address, language and date as the page declares them.

    Raises:
        InputError: no text in any known encoding, nested too deep, or no article found.
    """
    declared = _CHARSET.search(data[:4096])
    html, encoding = decode(data, name, declared.group(1).decode("ascii") if declared else None)
    html = html.replace("\x00", "\ufffd")  # what a browser does
    depth = nesting(html)
    if depth > MAX_DEPTH:
        raise InputError(f"[T306] {name}: tags nest {depth} deep (at most {MAX_DEPTH}); save the article's text as .txt and read that")
    page = _extract(html, name)
    text = getattr(page, "text", None) if page is not None else None
    if not text or not str(text).strip():
        raise InputError(f"[T306] {name}: no article found in the page; save its text as .txt and read that")
    language = _LANGUAGE.search(html[:5000])
    title = str(page.title or "")
    return freeze(
        without_title(str(text), title),
        name=name,
        raw=data,
        language=language.group(1).lower() if language else "",
        outlet=str(page.sitename or page.hostname or ""),
        url=page.url or None,
        published=published(html) or page.date or None,
        title=title,
        media_type="text/html",
        extraction=f"trafilatura/{version('trafilatura')}",
        notes=() if encoding.startswith("utf-8") else (f"read as {encoding}",),
    )


def published(html: str) -> str | None:
    """The date, with time and zone where the page gives them, from its metadata; None where it gives none in ISO form."""
    for tag in _META.findall(html[:300_000]):
        found = _CONTENT.search(tag) if _PUBLISHED.search(tag) else None
        if found and is_iso(found.group(1)):
            return found.group(1)
    structured = _STRUCTURED.search(html)
    return structured.group(1) if structured and is_iso(structured.group(1)) else None


def without_title(text: str, title: str) -> str:
    """The article's text after its headline, where the extractor kept it as the first line; a headline is never read for claims."""
    first, end, rest = text.partition("\n")
    head, name = " ".join(first.split()), " ".join(title.split())
    is_title = head and name and (head == name or (len(head) > 15 and name.startswith(head)) or (len(name) > 15 and head.startswith(name)))
    return rest if is_title and end and rest.strip() and len(head) < 2 * len(name) + 20 else text


def _extract(html: str, name: str) -> Any:
    from trafilatura import bare_extraction

    try:
        return bare_extraction(
            html,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params={"original_date": True, "extensive_search": False, "max_date": "2100-01-01"},
        )
    except (ValueError, RecursionError) as e:
        raise InputError(f"[T306] {name}: the page cannot be taken apart ({e}); save its text as .txt and read that") from e


def nesting(html: str) -> int:
    """How deep tags nest, by a cheap scan that trusts nothing; scripts, styles and comments do not count."""
    depth = deepest = at = 0
    ends = {"script": True, "style": True}
    while m := _TAG.search(html, at):
        at = m.end()
        tag = m.group(2).lower()
        if ends.get(tag) and not m.group(1):
            end = html.find(f"</{tag}", at)
            ends[tag] = end >= 0  # an end that is not there is looked for once
            at = max(at, end)
            continue
        if m.group(3) or tag in _UNCOUNTED or tag in ends:
            continue
        depth = max(0, depth - 1) if m.group(1) else depth + 1
        deepest = max(deepest, depth)
    return deepest
