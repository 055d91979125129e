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


def with_subject(sc: Scene, frame: Frame, s: Sentence, before: list[Frame]) -> Frame:
    """Where nothing follows the verb, the subject may stand in front of it."""
    a, b = frame.source
    named = source_phrase(sc, a, b)
    first = sc.key(named.first)
    tells = sc.text.shadow.text[frame.cue.start : frame.cue.end].startswith(TELLERS)
    is_own = not named.is_empty and '"' in (sc.key(named.first), sc.key(named.first - 1)) and is_publisher(sc, named.first, named.last)
    is_alone = named.last - named.first == 1 and first in sc.words["audience"]
    addressee = not named.is_empty and (tells or is_own or first[:1] == "ل" or is_alone)
    if not acts(sc, frame.cue) or not (named.is_empty or addressee) or frame.cue.clitic in ("و", "ف"):
        return frame
    floor = max([s.first, *(f.cue.last for f in before)])
    subject = subject_before(sc, frame.cue, floor, s.first if "that" in frame.cue.entry.takes else None)
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
    j = cue.first
    while j > floor and cue.first - j < 18:
        k = sc.key(j - 1)
        if k in (".", ":", ";", "?", "!") or (sc.is_in(j - 1, "connective") and k not in ("غير", "الا")) or k in sc.words["complementizer"]:
            break
        j -= 1
    while j < cue.first and (
        sc.key(j) in (",", "*", "-", "|") or sc.bare(j) in ("قد", "كان", "كانت", "كانوا") or sc.key(j) in ("قد", "كان", "كانت")
    ):
        j += 1
    end = cue.first
    while end > j and sc.key(end - 1) in ("قد", ","):
        end -= 1
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
    led = after in ("لكن", "ولكن", "ان", "كان", "كانت", "وكان", "وكانت", "اما", "واما", "فيما", "بينما")
    opens_sentence = opening is not None and opening <= j <= opening + 3 and end == cue.first and not cue.clitic
    if (not known and not ((led or opens_sentence) and end - j <= 8)) or first in _PREPOSITIONS or sc.key(j) in sc.words["adverb_front"]:
        return None
    return (j, end)


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
