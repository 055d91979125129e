"""From the regions that name voices to a chain of links."""

import re

from tabayyun.claims.arabic.anaphora import antecedent_of, fronted, impersonal_link, is_first_person, is_own_word, pronoun_link, topic
from tabayyun.claims.arabic.audiences import is_publisher
from tabayyun.claims.arabic.frames import Frame
from tabayyun.claims.arabic.insertions import inserted_voices
from tabayyun.claims.arabic.phrases import Phrase, names_voice, source_phrase
from tabayyun.claims.arabic.scenes import Cue, Scene
from tabayyun.claims.arabic.subjects import TELLERS
from tabayyun.claims.drafts import IMPERSONAL, Draft, DraftLink
from tabayyun.claims.sources import describe, within
from tabayyun.model.claim import Kind
from tabayyun.text.fold import key

_LEARNS = ("علم", "وردنا", "وردتنا", "وصلنا", "وصلتنا", "بلغنا", "حصل")
_ASCRIBERS = ("نسب", "ينسب", "تنسب", "عزا", "عزت")
_UNKNOWN = ("لم يتضح", "لا يعرف", "لم يعرف", "ليس واضحا", "من غير الواضح", "لم تتضح", "لا يتضح", "غير معروف")
_RELAYERS = ("نقل", "تنقل", "ينقل", "وتنقل", "تناقل")


def link_chain(sc: Scene, f: Frame, drafts: list[Draft], number: int) -> tuple[list[DraftLink], Phrase]:
    """The chain that a frame names, outermost first, and the phrase of its innermost voice."""
    a, b = f.source
    cue = f.cue
    word = sc.text.shadow.text[cue.start : cue.end]
    inserted = inserted_voices(sc, cue.last, f.content) if not f.is_backward else []
    if cue.entry.family in ("impersonal", "nominal"):
        if inserted:
            return [link(sc, p, drafts) for p in inserted], inserted[-1]
        return _unnamed(sc, f, drafts, number)
    if word.startswith(_LEARNS):
        cut = next((i for i in range(a, b) if sc.key(i) == "من" and i + 1 < b), None)
        if cut is not None and (cut == a or is_publisher(sc, a, cut)):
            informant = source_phrase(sc, cut + 1, b)
            return [] if informant.is_empty else [link(sc, informant, drafts)], informant
        if cut is not None and sc.key(cut - 1) not in _KINDRED:
            told, informant = source_phrase(sc, a, cut), source_phrase(sc, cut + 1, b)
            if not told.is_empty and not informant.is_empty and _is_medium(sc, told):
                return [link(sc, told, drafts), link(sc, informant, drafts)], informant
    if is_own_word(sc, cue):
        return [], source_phrase(sc, a, a)
    if is_first_person(sc, cue) and not (word.endswith("نا") and not source_phrase(sc, a, b).is_empty):
        return [], source_phrase(sc, a, a)
    phrases = _phrases(sc, f, word)
    links: list[DraftLink] = []
    for n, p in enumerate(phrases):
        if p.is_empty:
            if n == 0:
                links.extend(_pronoun(sc, cue, drafts, number))
            continue
        inner = [q for q in (source_phrase(sc, x, y) for x, y in _further(sc, p.inner)) if not q.is_empty]
        links.extend(link(sc, q, drafts) for q in (p, *inner))
    if links and not phrases[0].is_empty and _is_publisher(sc, links[0], cue):
        return [], phrases[0]
    links[:0] = [link(sc, p, drafts) for p in inserted] if links else []
    outer = phrases[0].told
    if outer and links:
        links.insert(0, DraftLink(*outer, describe(*outer, sc.text, sc.matches, sc.know, "ar", sc.doc.text)))
    return links, phrases[-1]


_KINDRED = frozenset("مصدر مصادر عدد كل كثير بعض احد".split())


def _is_medium(sc: Scene, p: Phrase) -> bool:
    """Whether the phrase names an agency or outlet."""
    a, b = sc.token(p.first).start, sc.token(p.last - 1).end
    return describe(a, b, sc.text, sc.matches, sc.know, "ar", sc.doc.text).kind in (Kind.AGENCY, Kind.OUTLET)


def _unnamed(sc: Scene, f: Frame, drafts: list[Draft], number: int) -> tuple[list[DraftLink], Phrase]:
    """The chain of a cue that names nobody: the cue itself, the tidings that it tells of, or none where nothing is known."""
    a, b = f.source
    nobody = source_phrase(sc, a, a)
    spoken = _adopted(sc, f.cue, number) if f.cue.entry.family == "nominal" else None
    if spoken is not None:
        return [link(sc, spoken, drafts)], spoken
    if sc.text.shadow.text[f.cue.start : f.cue.end].startswith(_UNKNOWN):
        return [], nobody
    if a < b:
        voice = source_phrase(sc, a, b)
        if f.cue.entry.family == "impersonal" and not voice.is_empty and names_voice(sc, voice.first):
            return [link(sc, voice, drafts)], voice  # «وثّق المرصد»: printed without vowels, the verb may be active
        return [DraftLink(sc.token(a).start, sc.token(b - 1).end, IMPERSONAL)], nobody
    return [impersonal_link(f.cue)], nobody


def _phrases(sc: Scene, f: Frame, word: str) -> list[Phrase]:
    """The voices that the source region and what stands behind the verb name, outermost first; the first may be empty."""
    pieces = _split_relay(sc, f.cue, *f.source)
    phrases = [source_phrase(sc, x, y) for x, y in pieces]
    if f.relayed is None:
        return phrases
    behind = source_phrase(sc, *f.relayed)
    if not phrases[0].inner:
        phrases[0].inner = behind.inner
    if len(pieces) == 1 and word.startswith(_RELAYERS):
        phrases += [p for p in (source_phrase(sc, x, y) for x, y in _split_relay(sc, f.cue, *f.relayed)) if not p.is_empty]
    elif len(pieces) == 1 and word.startswith(TELLERS) and not behind.is_empty and sc.key(behind.first) not in sc.words["audience"]:
        phrases.insert(0, behind)
    return phrases


_OWNERS = frozenset("مسؤول مسؤوله ناطق ممثل نائب النائب".split())


def _further(sc: Scene, inner: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """«نقلاً عن X، عن Y»: one region a voice."""
    out = []
    for a, b in inner:
        cuts = [i for i in range(a, b) if sc.key(i) == "عن" and i > a and sc.key(i - 1) not in _OWNERS]
        for n, c in enumerate([a - 1, *cuts]):
            out.append((c + 1, ([*cuts, b])[n]))
    return out


def _adopted(sc: Scene, cue: Cue, number: int) -> Phrase | None:
    """«سارعت X إلى تبني رواية مفادها أن»: the one who spreads the account is its source."""
    if not any(sc.key(i).startswith("مفاد") for i in range(cue.first, cue.last + 3)):
        return None
    subject = topic(sc, sc.text.sentences[number], cue.first)
    phrase = source_phrase(sc, *subject) if subject else None
    return None if phrase is None or phrase.is_empty else phrase


def _speaker_of(sc: Scene, cue: Cue, floor: int) -> Phrase | None:
    """«ختم الوزير حديثه بالقول إن»: the subject of the verb in whose clause a noun of saying stands."""
    j = cue.first
    while j > floor and cue.first - j < 16 and sc.key(j - 1) not in (",", ".", ":", ";", '"') and not sc.is_in(j - 1, "connective"):
        j -= 1
    if cue.first - j < 2:
        return None
    for at in (j + 1, j):
        start = sc.token(at).start
        near = within(start, sc.token(min(cue.first, at + 3) - 1).end, sc.matches) if at < cue.first else []
        if any(m.word == start and m.form.family in ("sources", "actors") and m.form.part != "demonym" for m in near):
            ends = ("علي", "حديثه", "حديثها", "كلمته", "كلمتها", "تصريحه")
            phrase = source_phrase(sc, at, next((x for x in range(at + 1, cue.first) if sc.key(x) in ends), cue.first))
            return None if phrase.is_empty else phrase
    return None


def _agent_before(sc: Scene, cue: Cue, floor: int) -> tuple[int, int] | None:
    """For a verbal noun («محاولات X ... والادعاء بأن») the party named last in front of it, as a token range."""
    a = sc.token(max(floor, cue.first - 10)).start
    named = [m for m in within(a, cue.start, sc.matches) if m.form.family in ("actors", "sources") and m.form.part != "demonym"]
    if not named:
        return None
    heads = [m for m in named if sc.key(sc.index(m.word) - 1) not in ("في", "من", "الي", "عن")] or named
    last = max(heads, key=lambda m: (m.end, m.end - m.start))
    first = sc.index(last.start)
    return (first, max(first + 1, sc.index(last.end)))


def _pronoun(sc: Scene, cue: Cue, drafts: list[Draft], number: int) -> list[DraftLink]:
    """The chain of a cue without a subject of its own: the topic of its sentence, else the voice that spoke before."""
    goes_on = cue.part == "participle" and any(d.sentence == number and d.links for d in drafts)
    set_in_front = None if goes_on else fronted(sc, cue, sc.text.sentences[number].first)
    if set_in_front is not None:
        named = source_phrase(sc, *set_in_front)
        if not named.is_empty:
            return [link(sc, named, drafts)]
    if cue.part == "noun":
        spoken = _speaker_of(sc, cue, sc.text.sentences[number].first)
        if spoken is not None:
            return [link(sc, spoken, drafts)]
    if cue.part == "noun" or cue.clitic == "ف":
        agent = _agent_before(sc, cue, sc.text.sentences[number].first)
        if agent is not None:
            return [link(sc, Phrase(*agent), drafts)]
    if not any(d.sentence == number for d in drafts):
        subject = topic(sc, sc.text.sentences[number], cue.first)
        opening = source_phrase(sc, *subject) if subject else None
        if opening is not None and not opening.is_empty:
            voice = link(sc, opening, drafts)
            return [voice] if voice.refers is None else [DraftLink(cue.start, cue.end, voice.voice, voice.refers)]
        earlier = _topic_before(sc, number, drafts)
        if earlier is not None:
            return [link(sc, earlier, drafts)]
    return pronoun_link(sc, cue, drafts, number)


def _topic_before(sc: Scene, number: int, drafts: list[Draft]) -> Phrase | None:
    """The subject of the sentence before, where that sentence says nothing of anybody: «X بدا متحفظاً. فقد قال إن»."""
    sentence = sc.text.sentences[number]
    paragraph = sc.text.paragraphs[sentence.paragraph]
    if number - 1 < paragraph.first or any(d.sentence == number - 1 for d in drafts):
        return None
    earlier = sc.text.sentences[number - 1]
    subject = topic(sc, earlier, earlier.last)
    phrase = source_phrase(sc, *subject) if subject else None
    return None if phrase is None or phrase.is_empty else phrase


_RECORDS = ("سجل", "وثق", "رصد", "علم", "احصي", "تابع", "تسجل", "توثق", "يوثق", "يرصد", "ترصد", "يسجل")


def _is_publisher(sc: Scene, link: DraftLink, cue: Cue) -> bool:
    """Whether the publisher speaks of itself in the present or records something: then it is its own voice."""
    verb = sc.text.shadow.text[cue.start : cue.end]
    if not (verb.startswith(("ي", "ت")) or verb.startswith(_RECORDS) or verb.rstrip("ته").endswith(_RECORDS)):
        return False
    said = list(sc.text.shadow.text[link.start : link.end].replace('"', " ").split())
    if not verb.startswith(("ي", "ت")) and len(said) < 2:
        return False
    own = {_bare(w) for w in key(sc.doc.outlet).replace('"', " ").split()}
    return bool(said) and all(_bare(w) in own for w in said)


def _bare(word: str) -> str:
    """A word without article and prepositions, to compare names."""
    return re.sub(r"^(?:لل|وال|بال|ال|ل(?=ل))", "", word)


_WORDS_OF = frozenset("قول تاكيد نفي اعلان تشديد".split())


def _split_relay(sc: Scene, cue: Cue, a: int, b: int) -> list[tuple[int, int]]:
    """«نقلت وكالة X عن Y عن Z»: one region a voice."""
    word = sc.text.shadow.text[cue.start : cue.end].split()[-1]
    if not word.startswith((*_RELAYERS, *_ASCRIBERS)) and not (cue.part == "phrase" and word.startswith("اورد")):
        return [(a, b)]
    if word.startswith(_ASCRIBERS):
        cuts = [i for i in range(a, b) if sc.key(i) == "الي"]
    else:
        cuts = [i for i in range(a, b) if sc.key(i) == "عن" or (sc.key(i) in _WORDS_OF and i > a + 1 and i + 1 < b)]
    out, at = [], a
    for c in cuts:
        out.append((at, c))
        at = c + 1
    out.append((at, b))
    if len(out) > 1 and out[0][0] == out[0][1] and cue.clitic == "":
        out = out[1:]
    return out


def link(sc: Scene, p: Phrase, drafts: list[Draft]) -> DraftLink:
    """A source phrase as a link, with the draft that it continues where it is an anaphor."""
    start, end = sc.token(p.first).start, sc.token(p.last - 1).end
    shadow = sc.text.shadow.text
    for prefix in ("ول", "فل", "وب", "و", "ف", "ل", "ب"):
        if shadow.startswith(prefix, start) and any(
            m.word == start and m.start == start + len(prefix) for m in within(start, end, sc.matches)
        ):
            start += len(prefix)
            break
    voice = describe(start, end, sc.text, sc.matches, sc.know, "ar", sc.doc.text)
    antecedent, voice = antecedent_of(sc, p.first, p.last, voice, drafts)
    return DraftLink(start, end, voice, antecedent)
