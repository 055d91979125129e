"""The whole reading of one document's text."""

from bisect import bisect_left

from tabayyun.model.document import Document
from tabayyun.model.text import Paragraph, Sentence, TextLayer
from tabayyun.text.fold import fold
from tabayyun.text.language import language
from tabayyun.text.quotes import quotations
from tabayyun.text.sentences import paragraphs, sentences
from tabayyun.text.tokens import tokens


def read(doc: Document) -> TextLayer:
    """Shadow, tokens, paragraphs, sentences and quotations of `doc`; deterministic, without side effects."""
    shadow = fold(doc.text)
    words = tokens(shadow.text)
    begins = [t.start for t in words]
    lines = paragraphs(shadow.text)
    quoted = quotations(shadow, doc.text, lines)
    found: list[Sentence] = []
    rooms: list[Paragraph] = []
    for n, (start, end) in enumerate(lines):
        first = len(found)
        asides = [(q.start - 1, q.end) for q in quoted if q.is_closed and start <= q.start < end]
        for a, b in sentences(shadow.text, start, end, asides, lambda i: doc.text[shadow.starts[i]].islower()):
            found.append(Sentence(a, b, bisect_left(begins, a), bisect_left(begins, b), n))
        printed = doc.text[shadow.starts[start] : shadow.ends[end - 1]]
        rooms.append(Paragraph(start, end, language(printed, doc.language), first, len(found)))
    return TextLayer(doc.id, shadow, words, tuple(found), tuple(rooms), quoted)
