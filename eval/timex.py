"""Predictions for time expressions of Arabic news in TimeML files: spans and TIMEX3 types, in that corpus's conventions.

`run` reads the text of each file with its tags taken out, and no label. What the corpus counts otherwise than Tabayyun:

* a preposition in front ("in", "since", "before" of a date) stands outside an expression; numbers of a clitic conjunction too;
* the dual in front of the first of two years ("in the two years 2002 and 2003") stands outside;
* days, weeks or years past or to come without a number are a DATE ("in the following years"), with one a DURATION.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from tabayyun.events.timexes import TimeMention, find_times
from tabayyun.model.document import Document
from tabayyun.text import read as read_text

_TAG = re.compile(r"</?TIMEX3\b[^>]*>", re.DOTALL)
_BODY = re.compile(r"<TimeML[^>]*>(.*)</TimeML>", re.DOTALL)
_LEADING = re.compile(r"(?:(?:في|فى|منذ|خلال|حتى|حتي|بتاريخ|بين|من|لمدة|مدة|على مدى|استمرت?|في غضون|عند|بعد(?=\s+\d))\s+)+")
_DUAL = re.compile(r"(?:ال)?عام(?:ي|ين)\s+(?=\d)")
_UNCOUNTED = re.compile(r"ال(?:أيام|ايام|ساعات|أسابيع|اسابيع|أشهر|اشهر|شهور|سنوات|أعوام|اعوام)\s+(?:ال[^\W\d_]+|التي\s+[^\W\d_]+)")
_CLITIC = re.compile(r"[وفبلك](?=(?:ال|عام|سنة|يوم|مساء|صباح|ليلة|فجر|\d))")


def plain(raw: str) -> str:
    """The body of a TimeML file without its TIMEX3 tags; entities are left as they are."""
    body = _BODY.search(raw)
    return _TAG.sub("", body.group(1) if body else raw)


def predict(text: str, name: str) -> list[list[object]]:
    """`[start, end, type]` of each time expression of an Arabic text (offsets into `text`, ends exclusive)."""
    doc = Document(name, text, "ar", "", None, None, "", "", "", "text/plain", "plain/1")
    layer = read_text(doc)
    out: list[list[object]] = []
    for m in find_times(layer, "ar"):
        span = layer.shadow.origin(m.start, m.end)
        start = _bare(text, span.start, span.end)
        out.append([start, span.end, _kind(m, text[start : span.end])])
    return out


def run(source: Path, target: Path) -> Iterator[str]:
    """Writes one line a `.tml` file of the folder `source` to the file `target`; yields names."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("w", encoding="utf-8") as out:
        for file in sorted(source.glob("*.tml")):
            spans = predict(plain(file.read_text(encoding="utf-8-sig")), file.name)
            out.write(json.dumps({"doc": file.name, "spans": spans}, ensure_ascii=False) + "\n")
            yield file.name


def _bare(text: str, start: int, end: int) -> int:
    """Where an expression begins without preposition and clitic."""
    if (found := _LEADING.match(text, start, end)) and found.end() < end:
        start = found.end()
    clitic = _CLITIC.match(text, start, end)
    start = clitic.end() if clitic else start
    dual = _DUAL.match(text, start, end)
    return dual.end() if dual else start


def _kind(m: TimeMention, words: str) -> str:
    """TIMEX3 type of a mention."""
    return "DATE" if m.kind == "DURATION" and _UNCOUNTED.fullmatch(words) else m.kind
