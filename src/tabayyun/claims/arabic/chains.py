"""From the regions that name voices to a chain of links."""

from tabayyun.claims.arabic.anaphora import antecedent_of, impersonal_link, is_first_person, pronoun_link, topic
from tabayyun.claims.arabic.frames import Frame
from tabayyun.claims.arabic.phrases import Phrase, source_phrase
from tabayyun.claims.arabic.scenes import Cue, Scene
from tabayyun.claims.arabic.subjects import TELLERS
from tabayyun.claims.drafts import Draft, DraftLink
from tabayyun.claims.sources import describe, within
from tabayyun.text.fold import key

_RELAYERS = ("نقل", "تنقل", "ينقل", "وتنقل", "تناقل")


def link_chain(sc: Scene, f: Frame, drafts: list[Draft], number: int) -> tuple[list[DraftLink], Phrase]:
    """The chain that a frame names, outermost first, and the phrase of its innermost voice."""
    a, b = f.source
    cue = f.cue
    if cue.entry.family in ("impersonal", "nominal"):
        spoken = _adopted(sc, cue, number) if cue.entry.family == "nominal" else None
        if spoken is not None:
            return [link(sc, spoken, drafts)], spoken
        return [impersonal_link(cue)], source_phrase(sc, a, a)
    if is_first_person(sc, cue) and not (sc.text.shadow.text[cue.start : cue.end].endswith("نا") and not source_phrase(sc, a, b).is_empty):
        return [], source_phrase(sc, a, a)
    pieces = _split_relay(sc, cue, a, b)
    phrases = [source_phrase(sc, x, y) for x, y in pieces]
    links: list[DraftLink] = []
    if f.relayed is not None and len(pieces) == 1:
        further = _split_relay(sc, cue, *f.relayed)
        if sc.text.shadow.text[cue.start : cue.end].startswith(_RELAYERS):
            phrases += [p for p in (source_phrase(sc, x, y) for x, y in further) if not p.is_empty]
        elif sc.text.shadow.text[cue.start : cue.end].startswith(TELLERS):
            told_to = source_phrase(sc, *f.relayed)
            if not told_to.is_empty and sc.key(told_to.first) not in sc.words["audience"]:
                phrases.insert(0, told_to)
    for n, p in enumerate(phrases):
        if p.is_empty:
            if n == 0:
                links.extend(_pronoun(sc, cue, drafts, number))
            continue
        links.append(link(sc, p, drafts))
        for x, y in p.inner:
            q = source_phrase(sc, x, y)
            if not q.is_empty:
                links.append(link(sc, q, drafts))
    outer = phrases[0].told if phrases else None
    if len(links) == 1 and links[0].refers is None and _is_publisher(sc, links[0], cue):
        return [], phrases[0]
    if outer and links:
        voice = describe(*outer, sc.text, sc.matches, sc.know, "ar", sc.doc.text)
        links.insert(0, DraftLink(*outer, voice))
    return links, phrases[-1] if len(phrases) > 1 else phrases[0]


def _adopted(sc: Scene, cue: Cue, number: int) -> Phrase | None:
    """«سارعت X إلى تبني رواية مفادها أن»: the one who spreads the account is its source."""
    if not any(sc.key(i).startswith("مفاد") for i in range(cue.first, cue.last + 3)):
        return None
    subject = topic(sc, sc.text.sentences[number], cue.first)
    phrase = source_phrase(sc, *subject) if subject else None
    return None if phrase is None or phrase.is_empty else phrase


def _agent_before(sc: Scene, cue: Cue, floor: int) -> tuple[int, int] | None:
    """For a verbal noun («محاولات X ... والادعاء بأن») the party named last in front of it, as a token range."""
    a = sc.token(max(floor, cue.first - 10)).start
    named = [m for m in within(a, cue.start, sc.matches) if m.form.family in ("actors", "sources") and m.form.part != "demonym"]
    if not named:
        return None
    last = max(named, key=lambda m: (m.end, m.end - m.start))
    first = sc.index(last.start)
    return (first, max(first + 1, sc.index(last.end)))


def _pronoun(sc: Scene, cue: Cue, drafts: list[Draft], number: int) -> list[DraftLink]:
    """The chain of a cue without a subject of its own: the topic of its sentence, else the voice that spoke before."""
    if cue.part == "noun" or cue.clitic == "ف":
        agent = _agent_before(sc, cue, sc.text.sentences[number].first)
        if agent is not None:
            return [link(sc, Phrase(*agent), drafts)]
    if not any(d.sentence == number for d in drafts):
        subject = topic(sc, sc.text.sentences[number], cue.first)
        named = source_phrase(sc, *subject) if subject else None
        if named is not None and not named.is_empty:
            return [link(sc, named, drafts)]
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
    own = key(sc.doc.outlet).replace('"', " ").split()
    return bool(said) and all(w in own or "ال" + w in own or w.removeprefix("ل") in own for w in said)


def _split_relay(sc: Scene, cue: Cue, a: int, b: int) -> list[tuple[int, int]]:
    """«نقلت وكالة X عن Y عن Z»: one region a voice."""
    word = sc.text.shadow.text[cue.start : cue.end]
    if not word.startswith(_RELAYERS):
        return [(a, b)]
    cuts = [i for i in range(a, b) if sc.key(i) == "عن"]
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
