"""The whole flow, once: documents in, one dossier out. Values only; no clock, no network."""

from collections.abc import Iterable
from dataclasses import replace

from tabayyun import __version__
from tabayyun.assessment import assess
from tabayyun.claims.read import DEFAULT_READER, Reader
from tabayyun.claims.read import read as read_claims
from tabayyun.claims.tagging.network import network
from tabayyun.events.read import read as read_events
from tabayyun.incidents import gather
from tabayyun.lexicons import Knowledge, knowledge
from tabayyun.model.document import Document
from tabayyun.model.errors import DataError
from tabayyun.model.incident import Dossier, Report
from tabayyun.text import read as read_text
from tabayyun.text.language import language

Failures = tuple[tuple[str, str], ...]
"""(input, message) of what could not be read."""


def read_report(doc: Document, know: Knowledge, reader: Reader = DEFAULT_READER) -> Report:
    """One document through text, claims and events.

    The language is told from the text where the document does not say it; a web page's own word is only a hint
    (templates often declare the wrong one).
    """
    if not doc.language or doc.media_type == "text/html":
        doc = replace(doc, language=language(doc.text, doc.language or "und"))
    text = read_text(doc)
    matches = know.matcher.find(text.shadow.text)
    claims = read_claims(doc, text, matches, know, reader)
    return Report(doc, claims, read_events(doc, text, matches, know, claims.claims))


def read_bundle(
    name: str,
    documents: Iterable[Document],
    failures: Failures = (),
    note: str = "",
    know: Knowledge | None = None,
    keeps_going: bool = False,
    reader: Reader = DEFAULT_READER,
) -> Dossier:
    """A bundle of documents read together and held against each other.

    With `keeps_going`, a document on which a room breaks down (a fault of this program) becomes one of the dossier's failures
    and the others are still read; otherwise the error comes through.
    """
    lexicons = know or knowledge()
    reports: list[Report] = []
    failed = list(failures)
    for doc in documents:
        try:
            reports.append(read_report(doc, lexicons, reader))
        except Exception as e:
            if not keeps_going or isinstance(e, DataError):
                raise
            failed.append((doc.id, f"[T399] {doc.id}: a fault of this program ({type(e).__name__}: {e}); please report it with the text"))
    gathering = gather(tuple(reports), lexicons)
    assessment = assess(tuple(reports), gathering, lexicons)
    versions = (("tabayyun", __version__), ("reader", reader), *([] if reader == "rules" else [("tagger", network().version)]))
    return Dossier(name, note, tuple(reports), gathering, assessment, tuple(failed), versions)
