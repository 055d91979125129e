"""Subjects in front of their verb, and contents in front of their cue."""

from tabayyun.claims.arabic.audiences import is_publisher
from tabayyun.claims.arabic.frames import Frame
from tabayyun.claims.arabic.phrases import source_phrase
from tabayyun.claims.arabic.scenes import Cue, Scene
from tabayyun.claims.sources import within
from tabayyun.model.text import Sentence

_PREPOSITIONS = frozenset(
    "في من الي علي عن قبل بعد منذ خلال مع دون عبر حتي لم لا لن ما ثم وفي ومن ومع وبذلك بذلك وعما عما ومما مما لقد وعن ثمه هناك".split()
)


_NO_VERB = frozenset("كما فيما بحسب حسب وفق وفقا طبقا علي في من عن الي نقلا ردا دون غير معلومات جاء ورد هناك ثمه".split())
TELLERS = ("ابلغ", "يبلغ", "تبلغ", "اخبر", "يخبر", "تخبر", "حدث", "يحدث")


_APART = frozenset(", - عبر خلال امس اليوم".split())
"""Behind a verb: what follows is set apart from it and cannot be its subject («تبنى، الأحد، عبر وكالة X استهداف»)."""
_LED = frozenset("لكن ولكن ان كان كانت وكان وكانت اما واما فيما بينما".split())


def with_subject(sc: Scene, frame: Frame, s: Sentence, before: list[Frame]) -> Frame:
    """Where nothing follows the verb, the subject may stand in front of it."""
    a, b = frame.source
    named = source_phrase(sc, a, b)
    first = sc.key(named.first)
    tells = sc.text.shadow.text[frame.cue.start : frame.cue.end].startswith(TELLERS)
    is_own = not named.is_empty and '"' in (sc.key(named.first), sc.key(named.first - 1)) and is_publisher(sc, named.first, named.last)
    is_alone = named.last - named.first == 1 and first in sc.words["audience"]
    addressee = not named.is_empty and (tells or is_own or first[:1] == "ل" or is_alone)
    apart = not named.is_empty and sc.key(a) in _APART
    if not acts(sc, frame.cue) or not (named.is_empty or addressee or apart) or frame.cue.clitic in ("و", "ف"):
        return frame
    floor = max([s.first, *(f.cue.last for f in before)])
    subject = subject_before(sc, frame.cue, floor, s.first if "that" in frame.cue.entry.takes else None)
    if apart and not addressee:
        if subject is None or not (subject[0] <= s.first + 2 or sc.key(subject[0] - 1) in _LED):
            return frame
        frame.clause, frame.source, frame.rule = min(frame.clause, subject[0]), subject, frame.rule + "-after-subject"
        return frame
    if subject is None:
        subject = far_subject(sc, frame.cue, floor, s.first)
    if subject is not None:
        frame.clause, frame.source, frame.relayed = (min(frame.clause, subject[0]), subject, frame.source)
        frame.rule += "-after-subject"
    return frame


def acts(sc: Scene, cue: Cue) -> bool:
    """Whether the cue is a verb, or a negated one («لم يستبعد»)."""
    if cue.part == "phrase":
        return cue.entry.family not in ("according_to", "nominal", "impersonal") and sc.key(cue.first) not in _NO_VERB
    return cue.part == "verb"


def subject_before(sc: Scene, cue: Cue, floor: int, opening: int | None = None) -> tuple[int, int] | None:
    """The noun phrase in front of a verb that can be its subject, as a token range.

    A phrase of unknown words counts only after لكن, أما and the like, or where it opens the sentence at token `opening`.
    """
    if sc.key(cue.first - 1) in sc.words["relative"]:
        return _head_of_relative(sc, cue.first - 1, floor)
    j = cue.first
    while j > floor and cue.first - j < 18:
        k = sc.key(j - 1)
        if k in (".", ":", ";", "?", "!") or (k == "حين" and sc.key(j - 2) in ("في", "وفي", "ففي")):
            break
        if (sc.is_in(j - 1, "connective") and k not in ("غير", "الا")) or k in sc.words["complementizer"]:
            break
        j -= 1
    while j < cue.first and (
        sc.key(j) in (",", "*", "-", "|") or sc.bare(j) in ("قد", "كان", "كانت", "كانوا") or sc.key(j) in ("قد", "كان", "كانت")
    ):
        j += 1
    end = cue.first
    while end > j and sc.key(end - 1) in ("قد", ","):
        end -= 1
    j = _past_publishing(sc, j, end)
    if j >= end or end - j > 16:
        return None
    first = sc.key(j)
    near = within(sc.token(j).start, sc.token(end - 1).end, sc.matches)
    if any(m.word == sc.token(j).start and m.form.part == "verb" for m in near) and not any(
        m.start == sc.token(j).start and m.form.family in ("sources", "actors", "roles") for m in near
    ):
        return None
    known = any(m.form.family in ("sources", "actors") for m in near)
    after = sc.key(j - 1)
    led = after in _LED
    opens_sentence = opening is not None and opening <= j <= opening + 3 and end == cue.first and not cue.clitic
    if (not known and not ((led or opens_sentence) and end - j <= 8)) or first in _PREPOSITIONS or sc.key(j) in sc.words["adverb_front"]:
        return None
    return (j, end)


_PUBLISHES = frozenset("نشر نشرت نشروا بث بثت تداول تداولت عرض عرضت نقلت اذاع اذاعت".split())


def _past_publishing(sc: Scene, a: int, b: int) -> int:
    """«حين نشرت صحيفة صورة قالت إنها»: the subject stands behind the verb of publishing."""
    for i in range(b - 1, a - 1, -1):
        if sc.bare(i) in _PUBLISHES or sc.key(i) in _PUBLISHES:
            return i + 1 if i + 1 < b else a
    return a


_PAPERS = frozenset("بيان بيانا تقرير تقريرا تصريح رساله روايه شهاده افاده".split())


def _head_of_relative(sc: Scene, at: int, floor: int) -> tuple[int, int] | None:
    """«متجاهلة بيان النقابة الذي أكد»: the voice that the relative pronoun at token `at` takes up."""
    end = at - 1 if sc.key(at - 1) == "," else at
    best = None
    for j in range(end - 1, max(floor, end - 9) - 1, -1):
        k = sc.key(j)
        if k in (",", ".", ":", ";", '"') or k in sc.words["complementizer"] or sc.is_in(j, "connective"):
            break
        t = sc.token(j)
        near = within(t.start, t.end + 40, sc.matches)
        here = [m for m in near if m.word == t.start and m.form.family in ("sources", "actors", "roles") and m.form.part != "demonym"]
        if any(m.form.family != "roles" for m in here) and not (k in _PAPERS and best is not None):
            best = j
        if any(m.start > m.word for m in here) or (best is not None and k[:1] == "ب" and k[1:] in _PAPERS):
            break
    return None if best is None else (best, end)


_FAR = 50


def far_subject(sc: Scene, cue: Cue, floor: int, first: int) -> tuple[int, int] | None:
    """«لكن X، الذي ...، قال»: the voice that opens the clause, cut off from its verb by what is told of it between commas."""
    if sc.key(cue.first - 1) not in (",", "-", ")"):
        return None
    for j in range(cue.first - 2, max(floor, cue.first - _FAR) - 1, -1):
        k = sc.key(j)
        if k in (".", ":", ";", "?", "!"):
            return None
        led = k in ("لكن", "ولكن") or (k in sc.words["complementizer"] and sc.key(j - 1) in ("غير", "الا", "بيد"))
        start = j + 1 if led else j if j == first else None
        if start is None:
            continue
        phrase = source_phrase(sc, start, cue.first)
        near = within(sc.token(start).start, sc.token(min(cue.first, start + 3)).end, sc.matches)
        voiced = any(m.word == sc.token(start).start and m.form.family in ("sources", "actors") and m.form.part != "demonym" for m in near)
        printed = sc.text.shadow.origin(sc.token(start).start, sc.token(start).end).words(sc.doc.text)
        voiced = voiced or (led and printed.endswith(("اً", "ًا")))
        return (start, cue.first) if voiced and not phrase.is_empty and phrase.last < cue.first - 2 else None
    return None


def takes_up(sc: Scene, i: int) -> bool:
    """«وهو ما», «الأمر الذي» in front of a verb: what was just said is its object."""
    return sc.key(i - 1) in ("ما", "الذي") and (sc.key(i - 2) in ("وهو", "وهذا", "الامر", "هو", "هذا") or sc.key(i - 2)[-3:] == "هو")


def behind(sc: Scene, cue: Cue, s: Sentence, limit: int) -> Frame | None:
    """«"..."، قال X» and «...، وهو ما أكده X»: what was said stands in front."""
    i = cue.first
    antecedent = takes_up(sc, i)
    named = sc.key(i - 2) in ("وهي", "وهو") and sc.text.shadow.text[cue.end - 1 : cue.end] in "ها" and i - 2 > s.first
    if antecedent or named:
        antecedent = True
        clause = i - 2
    elif (i > s.first + 3 and (sc.key(i - 1) == '"' or (sc.key(i - 1) == "," and sc.key(i - 2) == '"')) and "quote" in cue.entry.takes) or (
        i > s.first + 5 and sc.key(i - 1) == "," and limit == s.last and sc.key(i)[:1] in "يت" and {"that", "quote"} <= cue.entry.takes
    ):
        clause = i
    else:
        return None
    while clause > s.first and sc.key(clause - 1) in (",", "-"):
        clause -= 1
    phrase = source_phrase(sc, cue.last, limit)
    if phrase.is_empty or clause <= s.first:
        return None
    near = within(sc.token(phrase.first).start, sc.token(phrase.last - 1).end, sc.matches)
    if not antecedent and not any(m.form.family in ("sources", "actors") for m in near):
        return None
    rule = "claims.ar.verb-of-antecedent" if antecedent else "claims.ar.verb-behind"
    return Frame(cue, rule, clause, (cue.last, limit), limit, is_backward=True)
