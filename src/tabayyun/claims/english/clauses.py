"""From cues to frames: who speaks, and on which side of the cue the proposition lies."""

from tabayyun.claims.english.frames import CLOSERS, CLOSING_WORDS, Frame, before_cue, left_source
from tabayyun.claims.english.phrases import left_noun, right_noun
from tabayyun.claims.english.relays import according, closed, colon, has_room, impersonal, nominal, passive_denial
from tabayyun.claims.english.scenes import Cue, Range, Scene, Words
from tabayyun.claims.english.subjects import after_carrier, main_subject, read_inside, without_relay
from tabayyun.claims.english.tails import tail
from tabayyun.claims.english.uses import is_bare_gesture, is_noun_use, lacks_clause, negated
from tabayyun.claims.english.words import ADVERBS, DAYS, PREPOSITIONS, RELATIVE, SUBORDINATE, is_finite


def frames(scene: Scene) -> list[Frame]:
    """The frames of a scene in reading order; each looks back no further than the one before it."""
    out: list[Frame] = []
    lo = 0
    for cue in scene.cues:
        if cue.first < lo:
            continue
        if _interrupts(scene, cue, lo):
            continue
        made = _frame(scene.words, cue, lo, bool(out))
        if made is None:
            continue
        out.append(made)
        lo = max(lo, made.last)
    out = colon(scene, out) or out
    return sorted([*out, *nominal(scene, out)], key=lambda f: f.first)


def _interrupts(scene: Scene, cue: Cue, lo: int) -> bool:
    """ "X, according to Y, blamed Z": the frame of Y stands between a subject and its cue and is read with that cue."""
    words, i = scene.words, cue.first
    if cue.entry.family != "according_to" or i < lo + 2 or words[i - 1].key != ",":
        return False
    noun = right_noun(words, cue.last, len(words))
    if noun is None or noun.last + 1 >= len(words) or words[noun.last].key != ",":
        return False
    return any(c.first == noun.last + 1 for c in scene.cues) and left_noun(words, i - 1, lo) is not None


def _frame(words: Words, cue: Cue, lo: int, has_earlier: bool) -> Frame | None:
    family = cue.entry.family
    if family == "according_to":
        return according(words, cue, lo)
    if family == "impersonal":
        return impersonal(words, cue)
    if family == "question" and cue.part == "phrase" and "unclear" in cue.entry.id:
        return Frame(cue, Range(cue.first, cue.last), _clause_start(words, cue.first, lo), cue.last, "after", "open")
    passive = passive_denial(words, cue)
    if passive is not None:
        return passive
    if is_noun_use(words, cue) or is_bare_gesture(words, cue) or (negated(words, cue) and not _own_negation(cue)):
        return None
    return _verbal(words, cue, lo, has_earlier)


def _own_negation(cue: Cue) -> bool:
    return cue.part == "phrase"


def _clause_start(words: Words, i: int, lo: int) -> int:
    for k in range(i - 1, lo - 1, -1):
        if words[k].key in {",", ";", ":"}:
            return k + 1
    return lo


_BEFORE_PARTICIPLE = frozenset({"and", "but", "while", "statement", "on", "by", "then", "in", "without", "before", "after"}) | DAYS
_FRONT = frozenset({"in", "speaking", "talking", "citing", "quoting", "during", "on"})
_NEGATIVE = frozenset({"no", "nobody", "neither", "none", "nothing", "not"})


def _verbal(words: Words, cue: Cue, lo: int, has_earlier: bool) -> Frame | None:
    t = tail(words, cue.last, "to" in cue.entry.takes)
    if lacks_clause(words, cue, t.last):
        return None
    f = Frame(cue, Range(cue.first, cue.last), cue.first, t.last, "after", "svo", None, False, t.outer, t.inner, t.medium)
    inverted = _inverted(words, cue, lo, t.last)
    if inverted is not None:
        return inverted
    p = before_cue(words, cue.first)
    if p > lo and words[p - 1].key in RELATIVE:
        return _relative(words, f, p, lo)
    if cue.part == "participle" and not _with_be(words, cue.first):
        return _participle(words, cue, f, p, lo, has_earlier)
    source, inside = left_source(words, p, lo)
    if inside is not None:
        read_inside(words, inside, f)
    if source is None and not has_earlier and p > lo and words[p - 1].key in {"and", "but", "then", ","}:
        source = main_subject(words, p)
    if source is None:
        return _coordinated(words, cue, f, p, lo) if has_earlier else None
    if words[source.first].key in _NEGATIVE:
        return None
    if source.first and words[source.first - 1].key == "what":
        return _named_so(words, cue, f, source)
    return _with_subject(words, cue, f, source, lo)


def _with_subject(words: Words, cue: Cue, f: Frame, source: Range, lo: int) -> Frame:
    carried = after_carrier(words, source)
    if carried is not None:
        f.source, f.first, f.side = carried, source.first, "antecedent"
        return f
    f.source, f.first = without_relay(words, source, f), source.first
    _read_front(words, f, source.first, lo)
    f.side = _side(words, cue, source, f.last, lo)
    if f.side == "after" and f.last + 1 < len(words) and words[f.last].key == ",":
        f.last += 1
    return f


def _read_front(words: Words, f: Frame, first: int, lo: int) -> None:
    """ "In an interview with X, the minister said": what stands in front of the subject names media and relaying voices."""
    begin = next((k for k in range(lo, first) if words[k].is_word), first)
    if begin >= first - 1 or words[first - 1].key != "," or words[begin].key not in _FRONT:
        return
    if not any(w.key in {",", '"', ";"} for w in words[begin : first - 1]):
        read_inside(words, Range(begin, first - 1), f)


def _coordinated(words: Words, cue: Cue, f: Frame, p: int, lo: int) -> Frame | None:
    """ "X said A and denied B": the second verb shares the subject of the first."""
    if p <= lo or (p > lo + 1 and words[p - 1].key not in {"and", "but", ",", "then", ";", '"', "or", "-"}):
        return None
    if cue.entry.id == "en.reporting.witness":
        return None
    f.is_shared, f.style, f.first = True, "coordinated", p
    f.side = "before" if closed(words, f.last) and "object" not in cue.entry.takes else "after"
    return f


def _named_so(words: Words, cue: Cue, f: Frame, source: Range) -> Frame | None:
    """ "what witnesses described as C"; a pronoun there stands for the subject of the main clause."""
    if cue.entry.id not in {"en.reporting.describe", "en.reporting.call", "en.reporting.label"}:
        return None
    f.source, f.first, f.style = source, source.first - 1, "what"
    if words[source.first].key in {"he", "she", "it", "they"}:
        f.source = main_subject(words, f.first) or source
    f.last += f.last < len(words) and words[f.last].key == "as"
    return f


def _with_be(words: Words, i: int) -> bool:
    p = before_cue(words, i)
    return any(w.key in {"is", "are", "was", "were", "been"} for w in words[p:i])


def _participle(words: Words, cue: Cue, f: Frame, p: int, lo: int, has_earlier: bool) -> Frame | None:
    """ ", adding C" continues the voice before; ", witnesses saying C" has its own; "a man describing C" is no frame."""
    is_bound = p > 0 and words[p - 1].is_word
    if is_bound and words[p - 1].key not in _BEFORE_PARTICIPLE and words[cue.first].key not in {"saying", "adding"}:
        return None
    own = left_noun(words, p, lo) if is_bound and p > lo else None
    if own is not None and own.first and words[own.first - 1].key in {",", "with"} and words[own.first].key not in {"and", "but"}:
        f.source, f.first, f.style = own, own.first, "absolute"
        return f
    f.style, f.side, f.first, f.is_shared = "participle", "after", p, has_earlier
    if not has_earlier:
        f.source = main_subject(words, p)
    return f if has_earlier or f.source is not None else None


def _relative(words: Words, f: Frame, p: int, lo: int) -> Frame | None:
    """ "X, who said C": the antecedent speaks; "C, which X denies" is no case of this."""
    end = p - 1
    if end > lo and words[end - 1].key == ",":
        end -= 1
    if end > 1 and words[end - 1].key in {"of"}:
        return None
    source, _ = left_source(words, end, 0)
    if source is None or (f.cue is not None and f.cue.entry.id.rsplit(".", 1)[1] in {"witness", "give", "lament", "recount"}):
        return None
    if words[source.first].key in {"no", "nobody", "none"}:
        return None
    f.source, f.style, f.first = source, "relative", p - 1
    return f


def _inverted(words: Words, cue: Cue, lo: int, after: int) -> Frame | None:
    """`"C," said X` and `C, says X`: the verb stands right behind the content."""
    i, end = cue.first, len(words)
    if i <= lo or cue.part in {"participle", "phrase"} or i == 0 or "to" in cue.entry.takes:
        return None
    before = words[i - 1].key
    quoted = before == '"' or (before in {",", ".", "-"} and i > 1 and words[i - 2].key == '"')
    takes = cue.entry.takes
    if not (quoted and ("quote" in takes or "that" in takes)) and not (
        before == "," and "quote" in takes and cue.entry.family not in {"denial", "accusation", "responsibility"}
    ):
        return None
    if not quoted and "object" in takes and not _stands_alone(words, cue):
        return None
    if cue.last < end and words[cue.last].key in {"that", ":", '"', ",", "."}:
        return None
    if not quoted:
        subject, _ = left_source(words, i, lo)
        if subject is not None and (
            subject.first <= lo + 1 or words[subject.first - 1].key in {"and", "but", "while", "although", ";", "-", "as", '"'}
        ):
            return None
    noun = right_noun(words, cue.last, end)
    if noun is None or noun.first == noun.last or (words[noun.first].key.endswith("ing") and not words[noun.first].is_capital):
        return None
    t = tail(words, noun.last, False)
    follows = words[t.last].key if t.last < end else "."
    if not (
        follows in CLOSERS
        or follows in CLOSING_WORDS
        or follows in RELATIVE
        or follows in {'"', "as", "in", "on", "at", "who", "of", "told", "from", "by", "reached", "speaking"}
    ):
        return None
    if not quoted and follows not in CLOSERS and follows not in RELATIVE and follows not in CLOSING_WORDS and follows != '"':
        return None
    return Frame(cue, Range(cue.first, cue.last), cue.first, t.last, "before", "inverted", noun, False, t.outer, t.inner, t.medium)


def _stands_alone(words: Words, cue: Cue) -> bool:
    """ "C, reported X, citing Y." and "C, claimed X;": behind a verb that may take an object, only a voice closes the clause."""
    noun = right_noun(words, cue.last, len(words))
    if noun is None:
        return False
    follows = words[noun.last].key if noun.last < len(words) else "."
    beyond = words[noun.last + 1].key if noun.last + 1 < len(words) else ""
    is_name = any(w.is_capital for w in words[noun.first : noun.last])
    return is_name and (follows in {".", ";"} or beyond in {"citing", "quoting", "which", "who", '"'})


def _side(words: Words, cue: Cue, source: Range, after: int, lo: int) -> str:
    """Where the content of a subject-verb frame lies."""
    s = source.first
    k = s - 1
    if k >= lo and words[k].key in {"as"} and k - 1 >= lo:
        k -= 1
    key = words[k].key if k >= lo else ""
    quoted = key == '"' or (key == "," and k - 1 >= lo and words[k - 1].key == '"')
    if (
        quoted
        and not (after < len(words) and words[after].key in {"that", ":"})
        and ("quote" in cue.entry.takes or "that" in cue.entry.takes)
    ):
        return "before"
    if (
        key == ","
        and s - 2 >= lo
        and (words[s - 2].key in RELATIVE or words[s - 2].key == "that")
        and after < len(words)
        and words[after].key == ","
    ):
        return "after"
    if not closed(words, after):
        if key == "," and words[s - 1].key == "as":
            return "after"
        return "after"
    if key in {",", "-", "?", "!", '"', "."} and has_room(words, lo, k):
        return "before"
    if _antecedent_relative(words, source, lo):
        return "antecedent"
    if (
        key == ","
        and after + 1 < len(words)
        and words[after].key == ","
        and is_finite(words[after + 1].key)
        and _is_noun_front(words, lo, k)
    ):
        return "before"
    if after < len(words) and words[after].key in {",", ":"} and after + 1 < len(words) and not has_room(words, lo, s):
        return "after"
    return "before" if has_room(words, lo, s) and "quote" in cue.entry.takes else "antecedent"


def _is_noun_front(words: Words, lo: int, k: int) -> bool:
    """ "The guards, residents say, fled": a bare noun phrase opens the clause that the cue interrupts."""
    begin = next((x for x in range(lo, k) if words[x].is_word), k)
    return begin < k and words[begin].key not in PREPOSITIONS | ADVERBS | SUBORDINATE and not words[begin].key.endswith("ing")


def _antecedent_relative(words: Words, source: Range, lo: int) -> bool:
    """ "which X denies", "an allegation X rejected": the object stands before the subject."""
    return source.first - 1 >= lo and words[source.first - 1].key in {"which", "that"}
