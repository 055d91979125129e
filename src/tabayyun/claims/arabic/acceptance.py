"""Which frames of a sentence stand together."""

from dataclasses import replace

from tabayyun.claims.arabic.accusations import accuse_frame
from tabayyun.claims.arabic.boundaries import boundary_before, clause_start, is_relay_phrase, is_strong, opens
from tabayyun.claims.arabic.denials import denied_before, rumour_frame
from tabayyun.claims.arabic.frames import Frame, participle_frame, verb_frame
from tabayyun.claims.arabic.insertions import inserted_end
from tabayyun.claims.arabic.openers import is_happening
from tabayyun.claims.arabic.prepositions import according_frame, impersonal_frame, merge_kama, that_follows
from tabayyun.claims.arabic.scenes import Cue, Scene, cues
from tabayyun.claims.arabic.subjects import behind, subject_before, takes_up, with_subject
from tabayyun.claims.sources import within
from tabayyun.lexicons.cues import CueEntry
from tabayyun.lexicons.match import Match
from tabayyun.model.claim import Kind
from tabayyun.model.text import Sentence


def find_frames(sc: Scene, s: Sentence, found: list[Cue] | None = None) -> list[Frame]:
    """Every cue of a sentence with the frame it opens, in reading order; `found` are the sentence's cues where known."""
    found = cues(sc, s) if found is None else found
    out: list[Frame] = []
    for n, cue in enumerate(found):
        limit = s.last
        for later in found[n + 1 :]:
            if inserted_end(sc, later.first - 1, s.last) is not None and cue.part == "verb":
                continue
            if later.first > cue.last and not is_relay_phrase(sc, later) and is_strong(sc, later, s.first):
                limit = later.first
                break
        frame = _frame(sc, cue, s, limit, out, found)
        if frame is not None:
            out.append(frame)
    return out


def _frame(sc: Scene, cue: Cue, s: Sentence, limit: int, before: list[Frame], found: list[Cue]) -> Frame | None:
    merged = merge_kama(sc, cue, s.first)
    if merged is not None and not that_follows(sc, cue, limit) and not is_happening(sc, cue.last):
        return according_frame(sc, merged, s.first, s.last, limit)
    if cue.part == "phrase" and sc.key(cue.first) in ("كما", "فيما") and cue.last - cue.first == 2:
        t = sc.token(cue.first + 1)
        verb = replace(cue, first=cue.first + 1, start=t.start, part="verb", entry=_plain(sc, cue.first + 1) or cue.entry)
        if that_follows(sc, cue, limit) or is_happening(sc, cue.last) or cue.first == s.first:
            frame = verb_frame(sc, verb, s.first, limit, s.last)
            return with_subject(sc, frame, s, before) if frame else None
    if cue.part != "verb" and sc.key(cue.first) in ("بناء", "استنادا", "وبناء") and cue.first > s.first:
        return None
    if cue.part != "verb" and ("source" in cue.entry.takes or cue.entry.family == "according_to"):
        return according_frame(sc, cue, s.first, s.last, limit)
    if cue.entry.family in ("impersonal", "nominal") and cue.part != "participle":
        return impersonal_frame(sc, cue, s.first, s.last) if is_strong(sc, cue, s.first) or not before else None
    if cue.part == "verb" and takes_up(sc, cue.first):
        return behind(sc, cue, s, limit)
    if cue.part == "participle" and not (boundary_before(sc, cue.first, s.first) or (cue.clitic and _is_accusative(sc, cue))):
        return None
    denial = _denial(sc, cue, s, limit, found) if cue.entry.family == "denial" else None
    if denial is not None:
        return with_subject(sc, denial, s, before)
    if "accuse" in cue.entry.takes:
        frame = _accusation(sc, cue, s, limit, before)
        if frame is not None or cue.entry.family != "accusation":
            return frame
    return _said(sc, cue, s, limit, before)


def _denial(sc: Scene, cue: Cue, s: Sentence, limit: int, found: list[Cue]) -> Frame | None:
    if cue.part != "phrase":
        return rumour_frame(sc, cue, s.first, limit, found) or denied_before(sc, cue, s.first, limit)
    if sc.key(cue.last - 1) not in ("ذلك", "هذا"):
        return None
    return Frame(cue, "claims.ar.denial-of-antecedent", clause_start(sc, cue, s.first), (cue.last, limit), cue.last, is_anaphoric=True)


def _plain(sc: Scene, i: int) -> CueEntry | None:
    """The entry of the bare verb at token `i` («كما أعلنت X» at the head of a sentence means: X also announced)."""
    t = sc.token(i)
    near = [m for m in within(t.start, t.end, sc.matches) if m.start == t.start and m.end == t.end and m.form.part == "verb"]
    return next((sc.know.cues[m.form.entry] for m in near if m.form.entry in sc.know.cues), None)


def _accusation(sc: Scene, cue: Cue, s: Sentence, limit: int, before: list[Frame]) -> Frame | None:
    frame = accuse_frame(sc, cue, s.first, limit)
    if frame is not None and cue.part == "verb" and not cue.clitic:
        subject = subject_before(sc, cue, max([s.first, *(f.content for f in before)]))
        if subject is not None:
            frame.clause, frame.source, frame.content = min(frame.clause, subject[0]), subject, cue.last
    if (
        frame is None
        and cue.part == "verb"
        and cue.entry.family == "accusation"
        and limit - cue.last > 1
        and sc.key(cue.last) not in _NO_PARTY
    ):
        subject = subject_before(sc, cue, max([s.first, *(f.content for f in before)]))
        if subject is not None:  # «بغداد تتهم جهة أجنبية»: the accused alone
            return Frame(cue, "claims.ar.accusation", subject[0], subject, cue.last)
    return frame


_NO_PARTY = frozenset(", . : من في الي علي عن ان بان".split())


def _said(sc: Scene, cue: Cue, s: Sentence, limit: int, before: list[Frame]) -> Frame | None:
    if cue.part == "participle":
        return participle_frame(sc, cue, s.first, limit)
    frame = verb_frame(sc, cue, s.first, limit, s.last)
    if frame is None:
        return behind(sc, cue, s, limit) if cue.part == "verb" else None
    frame = with_subject(sc, frame, s, before)
    if frame.rule.startswith("claims.ar.verb-object") and _has_its_object(sc, cue):
        return None
    loose = frame.rule in ("claims.ar.verb-object", "claims.ar.verb-quote") and cue.part == "verb"
    return None if loose and not is_strong(sc, cue, s.first) and not _is_spoken(sc, frame) else frame


def _has_its_object(sc: Scene, cue: Cue) -> bool:
    """«المهلة التي حددها الوسطاء»: the object stands in front of the relative pronoun."""
    return cue.part == "verb" and sc.key(cue.first - 1) in sc.words["relative"] and sc.key(cue.first).endswith(("ها", "ته", "هم", "هما"))


def _is_accusative(sc: Scene, cue: Cue) -> bool:
    word = sc.text.shadow.text[cue.start : cue.end]
    return word.endswith(("ا", "ين")) or sc.text.shadow.origin(cue.start, cue.end).words(sc.doc.text).endswith("ةً")


def accept(sc: Scene, frames: list[Frame], s: Sentence) -> list[Frame]:
    """Frames that stand: none inside the source of another, none deep inside a content without a boundary."""
    out: list[Frame] = []
    for f in frames:
        if out:
            last = out[-1]
            if not last.is_backward and last.cue.first < f.cue.first < last.content:
                continue
            if last.is_backward and last.source[0] <= f.cue.first < last.source[1]:
                continue
            strong = is_strong(sc, f.cue, s.first) or (f.rule.endswith("after-subject") and opens(sc, f.clause, s.first)) or f.is_backward
            if not strong:
                if _is_nested(sc, last, f):
                    last.source = (last.source[0], last.source[1])
                    last.nested = f
                continue
            inside = not f.is_backward and not last.is_backward and f.cue.first > last.content
            if inside and f.cue.clitic == "و" and "object" in f.rule and sc.key(f.cue.first - 1) != ",":
                continue
            if f.clause <= last.content and not f.is_backward and not last.is_backward:
                if f.cue.first - last.content < 3:
                    continue
                f.clause = max(f.clause, last.content + 1)
        out.append(f)
    return out


def _is_spoken(sc: Scene, f: Frame) -> bool:
    """Whether a known voice stands behind the cue."""
    a, b = f.source
    near = within(sc.token(a).start, sc.token(b - 1).end, sc.matches) if a < b else []
    return any(m.form.family in ("sources", "actors") and m.word <= sc.token(a).start + 1 for m in near)


def _is_nested(sc: Scene, outer: Frame, inner: Frame) -> bool:
    """«ذكرت رويترز أن مسؤولاً قال إن»: a second voice right at the start of the content."""
    a = outer.content
    near = within(sc.token(a).start, sc.token(inner.cue.first).start, sc.matches) if a < inner.cue.first else []
    speaks = any(m.word == sc.token(a).start and m.form.family in ("sources", "actors") and _can_speak(sc, m) for m in near)
    return (
        not outer.is_backward
        and speaks
        and inner.cue.entry.family in ("reporting", "endorsing", "denial", "distancing")
        and inner.rule.startswith("claims.ar.verb-that")
        and inner.cue.part != "noun"
        and 0 <= inner.cue.first - a <= 14
        and not any(sc.key(j) in (",", ";") for j in range(a, inner.cue.first))
    )


def _can_speak(sc: Scene, m: Match) -> bool:
    if m.form.family == "sources":
        return sc.know.sources[m.form.entry].kind is not Kind.DOCUMENT
    return m.form.part == "name"
