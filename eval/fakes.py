"""Predictions for FA-KES (facts of Syrian-war articles in English): governorate, cause of death, responsible actor, tolls.

One article is one document; what its claims say of the event told first is added up, the earlier in the text the heavier:

* **location**: the governorate of each Syrian place named, by the nearest district of the OCHA table; both Damascus are one.
* **cause_of_death**, **actor**: the corpus's class of each claim's event type, weapon and perpetrator.
* **civilians**, **noncivilians**: the numbers of killed, unspecified people counted as civilians; totals of a war left out.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path

from tabayyun.app.pipeline import read_report
from tabayyun.claims.read import DEFAULT_READER, Reader
from tabayyun.events.gazetteer import FOLDER, Entry, kilometres
from tabayyun.events.place_mentions import find_places
from tabayyun.lexicons import knowledge
from tabayyun.model.claim import Act, Claim
from tabayyun.model.document import Document
from tabayyun.model.event import Count, Kinded, Perpetrator, Slots
from tabayyun.model.incident import Report
from tabayyun.text import read as read_text

GOVERNORATES = {
    "SY01": "damascus", "SY02": "aleppo", "SY03": "damascus", "SY04": "homs", "SY05": "hama", "SY06": "lattakia", "SY07": "idlib",
    "SY08": "hasakeh", "SY09": "deir ezzor", "SY11": "raqqa", "SY12": "daraa", "SY14": "quneitra",
}  # fmt: skip
STATE = "syrian government or russian troops"
COALITION = "international coalition forces"
ISIS = "the organization of the islamic state in iraq and the levant - isis"
REBELS = "armed opposition groups"
KURDISH = "self administration forces"
NUSRA = "al-nusra front"
UNKNOWN = "unknown"
CHEMICAL = "chemical and toxic gases"
ACTORS: Mapping[str, str] = {
    **dict.fromkeys(
        "syrian-government syrian-army saa syria syrian-air-force syrian-security-services syrian-police russia russian-forces ndf-syria"
        " fifth-corps-syria liwa-al-quds hezbollah iran-backed-militias popular-forces irgc".split(), STATE),
    **dict.fromkeys("us-coalition coalition us-forces us-government us-centcom us-dod france uk".split(), COALITION),
    **dict.fromkeys("isis isil daesh".split(), ISIS),
    **dict.fromkeys("sdf ypg pyd asayish sdc aanes manbij-military-council".split(), KURDISH),
    **dict.fromkeys("nusra hts al-qaeda".split(), NUSRA),
    **dict.fromkeys("opposition-factions fsa ahrar-al-sham jaysh-al-islam faylaq-al-rahman faylaq-al-sham sna syrian-national-army".split(),
                    REBELS),
}  # fmt: skip
_OTHERS = frozenset("idf iaf israel turkish-forces turkey turkish-army saudi-arabia".split())
_NO_ACTOR = re.compile(r"\b(?:evacuees|Damascus|capital|Heights)\b|-held\b")
_NAMED = (
    (re.compile(r"\b(?:Daesh|ISIS|ISIL|IS|Islamic State)\b"), ISIS),
    (re.compile(r"\bNusra\b"), NUSRA),
    (re.compile(r"\b(?:coalition|US-led|U\.S\.?-led|U\.?S|American)\b"), COALITION),
    (re.compile(r"\b(?:Assad\w*|[Rr]egime|[Gg]overnment|[Aa]rmys?|Russian?|Syrian (?:troops|aircraft|jets|warplanes))\b"), STATE),
    (re.compile(r"\b(?:[Rr]ebels?|[Ii]nsurgents?|[Oo]pposition)\b"), REBELS),
)  # fmt: skip
_CAUSES = (
    (CHEMICAL, ("chemical",)),
    ("execution", ("execution", "stabbing")),
    ("explosion", ("ied", "vehicle_bomb", "vbied", "suicide", "mine", "uxo", "explosion", "grenade")),
    ("shooting", ("shooting", "sniping", "small_arms", "assassination")),
    ("shelling", ("strike", "bombardment", "interception", "rocket", "missile", "artillery", "mortar", "howitzer", "tank", "aircraft",
                  "barrel_bomb", "cluster", "drone", "phosphorus", "munition", "rpg")),
)  # fmt: skip
_CHEMICAL = re.compile(
    r"\b(?:chlorine|sarin|nerve (?:agent|gas)|mustard gas|(?:toxic|poison(?:ous)?) (?:gas|chemical|substance|material)\w*|gas attack\w*"
    r"|chemical (?:weapon|attack|strike|massacre|arms|agent)\w*|chemicals|suffocat\w+)",
    re.IGNORECASE,
)
_LOST = re.compile(r"\b(Syria|Russia|Turkey|Iraq|Iran|Israel|Assad|Aleppo|Idlib|Raqqa|Raqa|Hasakeh|Daraa|Ghouta|ISIS|Daesh)s\b")
_OVER = 3.0
"""How much more the gas counts than the shell or aircraft that carried it."""
_PART = 0.1
"""What part of a toll, "dozens" or a bare plural count beside a whole number."""
_ASIDE = 0.3
"""What a perpetrator counts whose claim tells neither act nor toll."""
_REACH = 350.0
"""Characters after which a claim weighs half."""


@dataclass(frozen=True, slots=True)
class Vote:
    """A value that one place of the text speaks for, and how heavily."""

    value: str
    weight: float


def predict(article: Mapping[str, str], reader: Reader = DEFAULT_READER) -> dict[str, str]:
    """The scorer's line for one article (keys `unit_id`, `article_title`, `article_content`, `date` as month/day/year)."""
    text = laid_out(article["article_title"], article["article_content"])
    day = datetime.strptime(article["date"], "%m/%d/%y").date().isoformat() if article.get("date") else None
    doc = Document("d1", text, "en", "", None, day, "", "", "", "text/plain", "plain/1")
    report = read_report(doc, knowledge(), reader)
    return {"unit_id": article["unit_id"], "location": location(doc), **facts(report)}


def laid_out(title: str, content: str) -> str:
    """An article with its headline on a line of its own; the corpus runs date, headline and first sentence together.

    Apostrophes, which the corpus drops, stand again behind names.
    """
    at = content.find(title[:40], 0, 300) if len(title) >= 15 else -1
    if at >= 0:
        after = at + len(title) if content.startswith(title, at) else at
        content = content[after:].lstrip(" .") or content
    return _LOST.sub(r"\1's", f"{title.strip()}.\n\n{content}")


def run(source: Path, target: Path, reader: Reader = DEFAULT_READER, workers: int = 2) -> Iterator[str]:
    """Writes one line an article of `source` (a JSONL file, or a folder of them) to the file `target`; yields ids. No label is read."""
    target.parent.mkdir(parents=True, exist_ok=True)
    articles = [
        {k: str(raw.get(k, "")) for k in ("unit_id", "article_title", "article_content", "date")}
        for file in files(source)
        for raw in map(json.loads, filter(str.strip, file.read_text(encoding="utf-8").split("\n")))
    ]
    with target.open("w", encoding="utf-8") as out, ProcessPoolExecutor(workers) as pool:
        for made in pool.map(partial(predict, reader=reader), articles, chunksize=8):
            out.write(json.dumps(made) + "\n")
            yield made["unit_id"]


def files(source: Path) -> list[Path]:
    """The JSONL files of an input: itself, or those in the folder."""
    return sorted(source.glob("*.jsonl")) if source.is_dir() else [source] if source.is_file() else []


def location(doc: Document) -> str:
    """The governorate that the Syrian places of a text speak for, the earlier the heavier."""
    votes = []
    for m in find_places(read_text(doc), doc):
        is_part = m.entry.country == "SY" and m.entry.precision != "country" and "syria" not in m.name  # not "northern Syria"
        where = governorate(m.entry) if is_part else None
        if where:
            votes.append(Vote(where, _weight(m.span.start)))
    return _best(votes)


@lru_cache(maxsize=4096)
def governorate(entry: Entry) -> str | None:
    """The corpus's governorate of a Syrian place: by its OCHA code, else that of the nearest district; None for those it has not."""
    code = entry.id.removeprefix("ocha.")
    if not code.startswith("SY"):
        code = min(_districts(), key=lambda d: kilometres(d, entry)).id.removeprefix("ocha.")
    return GOVERNORATES.get(code[:4])


@lru_cache(maxsize=1)
def _districts() -> tuple[Entry, ...]:
    table = (FOLDER / "ocha_syria.csv").read_text(encoding="utf-8")
    rows = [r for r in csv.DictReader(io.StringIO(table)) if r["precision"] == "district"]
    return tuple(Entry(r["id"], r["name"], "SY", float(r["lat"]), float(r["lon"]), "district", "district") for r in rows)


def facts(report: Report) -> dict[str, str]:
    """`cause_of_death`, `actor`, `civilians` and `noncivilians` of an article, from what its claims say."""
    causes: list[Vote] = []
    actors: list[Vote] = []
    for claim, slots in _told(report):
        weight = _weight(claim.content.span.start)
        said = cause(slots.event_type) or cause(slots.weapon)
        causes += [Vote(said, weight)] if said else []
        if any(_CHEMICAL.search(p.words(report.document.text)) for p in claim.content.pieces()):
            causes.append(Vote(CHEMICAL, _OVER * weight))
        if slots.perpetrator and (who := actor(slots.perpetrator, report.document.text)):
            actors.append(Vote(who, weight if said or slots.killed else weight * _ASIDE))
    how = _best(causes)
    if how == "explosion":  # a bomb laid or driven is no weapon of a state or of the coalition
        actors = [v for v in actors if v.value not in (STATE, COALITION)]
    return {"cause_of_death": how, "actor": _best(actors), **tolls(report)}


def cause(kinded: Kinded | None) -> str | None:
    """The corpus's cause of death of an event type or weapon."""
    head = kinded.fine.split(".")[0] if kinded else ""
    return next((name for name, heads in _CAUSES if any(head == h or head.startswith(h + "_") for h in heads)), None)


def actor(by: Perpetrator, text: str) -> str | None:
    """The corpus's class of a perpetrator: by the registry, else by the words; `unknown` for parties it has no class for."""
    words = by.span.words(text)
    if _NO_ACTOR.search(words):
        return None
    if by.actor is not None and by.actor in ACTORS:
        return ACTORS[by.actor]
    if by.actor in _OTHERS:
        return UNKNOWN
    return next((who for pattern, who in _NAMED if pattern.search(words)), None)


def tolls(report: Report) -> dict[str, str]:
    """Numbers of killed civilians and others."""
    sums: dict[str, list[Vote]] = {"civilians": [], "noncivilians": []}
    for claim, slots in _told(report):
        if slots.killed is None or slots.killed.scope in ("aggregate", "superseded"):
            continue
        side = "noncivilians" if slots.killed.who == "combatants" else "civilians"
        weight = _weight(claim.content.span.start)
        if slots.killed.scope or _is_vague(slots.killed, report.document.text):
            weight *= _PART
        sums[side].append(Vote(str(slots.killed.low), weight))
    return {side: _best(votes) if votes else "0" for side, votes in sums.items()}


def _is_vague(count: Count, text: str) -> bool:
    """Whether a number stands for "dozens", "hundreds" or a bare plural."""
    words = count.span.words(text)
    return not re.search(r"\d", words) and count.low in (2, 20, 24, 200, 2000) and not re.search(r"\b(?:two|couple|twenty)\b", words, re.I)


def _told(report: Report) -> Iterator[tuple[Claim, Slots]]:
    for claim in report.claims.claims:
        if claim.act is not Act.BACKGROUND and (slots := report.events.slots.get(claim.id)) is not None:
            yield claim, slots


def _weight(at: int) -> float:
    return 1 / (1 + (at / _REACH) ** 2)


def _best(votes: Iterable[Vote]) -> str:
    """The value with the greatest weight, the first said among equals; `unknown` without votes."""
    total: dict[str, float] = {}
    for v in votes:
        total[v.value] = total.get(v.value, 0.0) + v.weight
    return max(total, key=lambda k: total[k]) if total else UNKNOWN
