"""Predictions for the Arabic gold standard records of PLOVER: event families of a sentence, who acts, who is acted upon.

The sentence is one claim of the outlet. Families are those of its known event words by the crosswalk of the event tree, cut at
`:`; only the two that the corpus marks (ASSAULT, PROTEST) are printed. Parties are whom the event rooms find likely, and the
phrases that stand where a subject or an object stands. The corpus marks short phrases: numbers and quantities in front and
clauses behind are left out, whole printed words are kept.
"""

import json
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from tabayyun.events.candidates import Candidate
from tabayyun.events.perpetrators import perpetrator_candidates
from tabayyun.events.phrases import stops
from tabayyun.events.targets import target_candidates
from tabayyun.events.wording import Wording, read_wording
from tabayyun.events.wordlists import likelihoods
from tabayyun.lexicons import knowledge
from tabayyun.lexicons.load import DATA
from tabayyun.model.claim import Act, Certainty, Claim, Content, Polarity, Stance
from tabayyun.model.document import Document
from tabayyun.model.span import Span
from tabayyun.text import read as read_text
from tabayyun.text.fold import key


def _keys(words: str) -> frozenset[str]:
    return frozenset(key(w) for w in words.split())


MARKED = frozenset({"ASSAULT", "PROTEST"})
"""The families that the corpus marks."""
_LIKELY = 0.12
"""How likely a candidate of the event rooms is at least, to be printed."""
_MOST = 3
"""Words of a phrase."""
_REACH = 7
"""Tokens behind an event word within which the preposition of its object is looked for."""
_AMOUNTS = _keys(
    "عدد عددا من مئات المئات آلاف الآلاف عشرات العشرات نحو حوالي بعض أحد إحدى أكثر قرابة مجموعة ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة"
    " عشرة ثلاث أربع خمس ست سبع ثمان تسع عشر اثنين اثنان ألف مئة مائة الف عشرين ثلاثين بحياة عليه حياة كل ما لا يقل عن"
)
_CROWD = _keys(
    "متظاهر متظاهرا متظاهرين متظاهرون المتظاهرون المتظاهرين للمتظاهرين محتجون محتجين المحتجون المحتجين المحتجين المعتصمون المعتصمين"
    " معتصمون المضربون المضربين المشاركون المشاركين طلاب الطلاب طلبة الطلبة أنصار مناصرو مناصرون عمال العمال العاملين العاملون موظفو"
    " موظفون الموظفين أهالي الأهالي سكان السكان مواطنون المواطنون المواطنين الناس الجماهير ناشطون الناشطون نشطاء شبان الشبان الشباب"
)
_HARMED = _keys(
    "قتل قتلت مقتل بمقتل بقتل لقتل لمقتل اغتيال باغتيال لاغتيال اغتيل اغتيلت خطف بخطف اختطاف اصابه باصابه جرح اصيب استهدف استهدفت"
    " استهداف استهدفا يستهدف تستهدف بحياه هاجم هاجموا هاجمت تعذيب ضرب استشهد استشهاد"
)
_DEMAND = _keys(
    "مطالبين مطالبا تطالب طالب طالبوا يطالبون للمطالبه المطالبه تندد نددوا منددين تدين تدعو داعين يدعون تنديدا مناهضه مناهضين معاديه ضد"
)
_ONTO = _keys("على ضد")


def predict(text: str, name: str) -> dict[str, object]:
    """The scorer's line for one Arabic sentence."""
    wording = _wording(text, name)
    families = _families(wording)
    ends = stops(wording)
    sources = [*_likely(wording, "perpetrator", perpetrator_candidates(wording)), *_subjects(wording, ends)]
    targets = [*_likely(wording, "target", target_candidates(wording)), *_objects(wording, ends)]
    if "PROTEST" in families:
        sources += _heads(wording, _CROWD)
        targets += _demanded(wording)
    return {
        "id": name,
        "plover": sorted(families),
        "sources": _printed(wording, text, sources, ends),
        "targets": _printed(wording, text, targets, ends),
    }


def run(source: Path, target: Path) -> Iterator[str]:
    """Writes one line a sentence of `source` (a JSONL file, or a folder of them) to the file `target`; yields ids. No label is read."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("w", encoding="utf-8") as out:
        for file in files(source):
            for raw in map(json.loads, filter(str.strip, file.read_text(encoding="utf-8").split("\n"))):
                out.write(json.dumps(predict(str(raw["text"]), str(raw["id"])), ensure_ascii=False) + "\n")
                yield str(raw["id"])


def files(source: Path) -> list[Path]:
    """The JSONL files of an input: itself, or those in the folder."""
    return sorted(source.glob("*.jsonl")) if source.is_dir() else [source] if source.is_file() else []


@lru_cache(maxsize=1)
def _crosswalk() -> dict[str, str]:
    """Event node -> PLOVER family."""
    tree = tomllib.loads((DATA / "events" / "tree.toml").read_text(encoding="utf-8"))
    return {n["id"]: n["plover"].split(":")[0] for n in tree["node"] if "plover" in n}


def _wording(text: str, name: str) -> Wording:
    """The sentence as one claim in the outlet's own voice."""
    doc = Document(name, text, "ar", "", None, None, "", "", "", "text/plain", "plain/1")
    layer, know = read_text(doc), knowledge()
    content = Content(Span(0, len(text)))
    claim = Claim(name, name, content, None, (), Polarity.AFFIRM, Certainty.CERTAIN, Stance.NEUTRAL, Act.STATEMENT, ())
    return read_wording(doc, layer, know.matcher.find(layer.shadow.text), know, claim)


def _families(wording: Wording) -> set[str]:
    """Marked families of the event words of the whole sentence; a weapon alone speaks for an assault."""
    know = wording.know
    told = {_crosswalk().get(know.events[m.form.entry].node, "") for m in wording.matches if m.form.family == "events"}
    return (told & MARKED) or ({"ASSAULT"} if wording.weapons else set())


def _likely(wording: Wording, slot: str, candidates: Sequence[Candidate]) -> list[int]:
    """Where the phrases begin that the event rooms find likely to fill a slot."""
    _, chances = likelihoods(slot, [c.features for c in candidates])
    return [c.first for c, chance in zip(candidates, chances, strict=True) if chance >= _LIKELY]


def _heads(wording: Wording, words: frozenset[str]) -> list[int]:
    return [i for i in range(len(wording.tokens)) if {wording.key(i), wording.key(i)[1:]} & words]


def _subjects(wording: Wording, ends: set[int]) -> list[int]:
    """Nouns that can act right behind a verb of an event or of doing."""
    did, agents = wording.listed("did"), wording.listed("agent")
    behind = {wording.past(m) for m in wording.events if m.form.part == "verb"}
    behind |= {i + 1 for i in range(len(wording.tokens)) if {wording.key(i), wording.key(i)[1:]} & did}
    return [i for i in sorted(behind) if i not in ends and wording.key(_past_amount(wording, i)) in agents | _CROWD]


def _objects(wording: Wording, ends: set[int]) -> list[int]:
    """Phrases right behind a word of harm (or behind its subject), or behind `on`, `against` that follow an event word."""
    agents, out = wording.listed("agent"), []
    for i in _heads(wording, _HARMED):
        first = _past_amount(wording, i + 1)
        acts = wording.key(first) in agents and wording.key(i)[:1] != "م"
        last = _end(wording, first, ends)
        out += [last] if acts and last not in ends else [first]
    for m in wording.events:
        past = wording.past(m)
        on = next((i for i in range(past, min(past + _REACH, len(wording.tokens))) if wording.key(i) in _ONTO), None)
        out += [on + 1] if on is not None else []
    return out


def _demanded(wording: Wording) -> list[int]:
    """Whom a protest addresses or opposes: behind `demanding`, `condemning`, `against`."""
    return [i + 1 for i in _heads(wording, _DEMAND)]


def _past_amount(wording: Wording, i: int) -> int:
    """Index behind numbers and quantities."""
    while i < len(wording.tokens) - 1 and (wording.key(i) in _AMOUNTS or wording.key(i)[0].isdigit() or not wording.tokens[i].is_word):
        i += 1
    return i


def _end(wording: Wording, first: int, ends: set[int]) -> int:
    """Index behind the noun and what belongs to it: adjectives in the same state, or one noun that owns it."""
    at = first + 1
    is_definite = wording.key(first).startswith(("ال", "لل", "بال", "وال"))
    while at < min(len(wording.tokens), first + _MOST) and at not in ends and wording.tokens[at].is_word:
        k = wording.key(at)
        if k[0].isdigit() or k[0] in "وب" or (is_definite and not k.startswith("ال")):
            break
        at += 1
    return at


def _printed(wording: Wording, text: str, starts: Iterable[int], ends: set[int]) -> list[str]:
    """The phrases that begin there, each once, in the order found."""
    out: dict[str, None] = {}
    for i in starts:
        first = _past_amount(wording, i)
        if first < len(wording.tokens) and wording.tokens[first].is_word:
            out[wording.span(first, _end(wording, first, ends)).words(text)] = None
    return list(out)
