"""Verdicts on what others spread: «لا صحة لما تداولته Y عن P», «وما يشاع عن P غير صحيح»: P is denied, and affirmed by Y."""

from dataclasses import dataclass

from tabayyun.claims.arabic.chains import link
from tabayyun.claims.arabic.contents import content_pieces
from tabayyun.claims.arabic.labels import label
from tabayyun.claims.arabic.phrases import source_phrase
from tabayyun.claims.arabic.scenes import Cue, Scene
from tabayyun.claims.drafts import IMPERSONAL, Draft, DraftLink
from tabayyun.model.claim import Act, Polarity
from tabayyun.model.text import Sentence

_ABOUT = frozenset("عن حول بشان من ب".split())
_WHAT = frozenset("ما لما وما فما".split())
_STRESS = frozenset("تماما كليا جمله اطلاقا".split())
_REACH = 14
_BREAKS = frozenset(", ; . :".split())


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is spread and rejected, as token indices: who spreads it, the words, the verdict itself."""

    clause: int
    """Where the verdict's clause begins: an earlier content ends here."""
    spread: Cue | None
    verb: int
    """The verb of spreading."""
    region: tuple[int, int]
    content: tuple[int, int]
    words: tuple[int, int]
    """The words of the verdict."""
    end: int


def find_verdict(sc: Scene, s: Sentence, found: list[Cue]) -> Verdict | None:
    """The first verdict on a rumour in the sentence."""
    for i in range(s.first, s.last - 3):
        if sc.key(i) not in _WHAT or any(q.start <= sc.token(i).start < q.end for q in sc.text.quotations):
            continue
        spread = next((c for c in found if i < c.last <= i + 4 and c.part != "noun"), None)
        rejected = _no_truth(sc, i, s.first)
        first_word = i + 1
        takes_it = len(sc.key(i + 1)) > 4 and sc.key(i + 1).endswith(("ته", "اه", "وه"))
        if (spread is None and not takes_it) or (spread is not None and spread.first > i + 1 and rejected is None):
            continue
        about = next(
            (j for j in range(first_word, min(s.last, i + _REACH)) if sc.key(j) in _ABOUT or sc.key(j) in sc.words["complementizer"]), None
        )
        if about is None or about + 1 >= s.last:
            continue
        begin = about + 2 if sc.key(about + 1) in sc.words["complementizer"] else about + 1
        verb = i + 2 if sc.key(i + 1) in ("جري", "تم", "قد") else i + 1
        region = (min(verb + 1, about), about)
        if rejected is not None:
            end = next((j for j in range(begin + 1, s.last) if sc.key(j) in _BREAKS), s.last)
            return Verdict(rejected, spread, verb, region, (begin, end), (rejected, i), end)
        last = verdict_at(sc, begin + 1, min(s.last, begin + 25))
        if last is not None and not _breaks(sc, begin, last[0]):
            return Verdict(i, spread, verb, region, (begin, last[0]), last, last[1])
    return None


def _no_truth(sc: Scene, i: int, first: int) -> int | None:
    """Where «لا صحة» or «لا حقيقة» begins in front of «لما» at token `i`."""
    for j in range(max(first, i - 4), i):
        if sc.key(j) in ("لا", "ولا") and sc.key(j + 1) in ("صحه", "حقيقه", "اساس"):
            return j
    return None


def _breaks(sc: Scene, a: int, b: int) -> bool:
    return any(sc.key(j) in (".", ":", ";") or (sc.key(j) == "," and sc.key(j + 1) not in ("هو", "هي", "امر")) for j in range(a, b - 1))


def verdict_at(sc: Scene, a: int, b: int) -> tuple[int, int] | None:
    """Tokens of the first verdict («غير صحيح», «عارٍ عن الصحة», «محض افتراء») that begins in `[a, b)`."""
    for i in range(a, b):
        for n in (4, 3, 2, 1):
            if " ".join(sc.key(j) for j in range(i, i + n) if sc.key(j) not in _STRESS) in sc.words["verdict"]:
                start = i - 1 if sc.key(i - 1) in ("هو", "هي", "امر", "كلام") and i - 1 > a else i
                return (start, i + n)
    return None


def spreader(sc: Scene, region: tuple[int, int], said: tuple[int, int], drafts: list[Draft]) -> list[DraftLink]:
    """Who spreads a rumour: the phrase behind the verb, or where it stands («ما نُشر في صحف محلية عن»), else the verb alone."""
    a, b = region
    p = source_phrase(sc, a, b)
    if p.is_empty and a + 1 < b and sc.key(a) in ("في", "علي", "عبر"):
        p = source_phrase(sc, a + 1, b)
    return [DraftLink(*said, IMPERSONAL)] if p.is_empty else [link(sc, p, drafts)]


def read_verdict(sc: Scene, v: Verdict, number: int, drafts: list[Draft]) -> list[Draft]:
    """Two drafts on one content: the rejection by whoever speaks in the sentence (else the outlet), and the rumour by who spreads it."""
    pieces = content_pieces(sc, *v.content, None)
    if not pieces:
        return []
    same = [d for d in drafts if d.sentence == number and d.links]
    voice = [DraftLink(x.start, x.end, x.voice, x.refers) for x in same[-1].links] if same else []
    first = sc.token(v.words[0])
    cue = (first.start + (first.key in ("ولا", "فلا")), sc.token(v.words[1] - 1).end)
    denial = Draft(
        list(pieces),
        cue,
        voice,
        "claims.ar.verdict",
        None,
        number,
        polarity=Polarity.DENY,
        act=Act.DENIAL,
        gender=same[-1].gender if same else "",
    )
    said = (sc.token(v.verb).start, sc.token(v.verb).end)
    links = spreader(sc, v.region, said, drafts)
    rumour = Draft(list(pieces), said, links, "claims.ar.denied-rumour", v.spread.entry if v.spread else None, number)
    label(sc, rumour, None)
    return [denial, rumour]
