"""Every "who said what" of the Arabic paragraphs of a document."""

from tabayyun.claims.arabic.acceptance import accept, find_frames
from tabayyun.claims.arabic.boundaries import opens_while
from tabayyun.claims.arabic.chains import link_chain
from tabayyun.claims.arabic.contents import content_pieces, read_backward
from tabayyun.claims.arabic.ends import act_end, content_end
from tabayyun.claims.arabic.frames import Frame
from tabayyun.claims.arabic.labels import dress, label
from tabayyun.claims.arabic.lines import read_colon_line
from tabayyun.claims.arabic.openers import leads_with_by
from tabayyun.claims.arabic.scenes import Scene, cues, scene
from tabayyun.claims.arabic.verdicts import find_verdict, read_verdict, spreader
from tabayyun.claims.drafts import Draft, finish
from tabayyun.lexicons import Knowledge
from tabayyun.lexicons.match import Match
from tabayyun.model.claim import Attribution
from tabayyun.model.document import Document
from tabayyun.model.text import Sentence, TextLayer


def read(doc: Document, text: TextLayer, matches: list[Match], know: Knowledge) -> list[Attribution]:
    """Attributions in reading order; `matches` are all of the text's (`know.matcher.find`)."""
    sc = scene(doc, text, matches, know)
    drafts: list[Draft] = []
    covered = 0
    for paragraph in text.paragraphs:
        if paragraph.language != "ar":
            continue
        for n in range(paragraph.first, paragraph.last):
            sentence = text.sentences[n]
            if sentence.end <= covered:
                continue
            new = _sentence(sc, sentence, n, drafts, paragraph.end)
            covered = max([covered, *(d.end for d in new)])
            drafts.extend(new)
    return finish(doc, text, drafts)


def _sentence(sc: Scene, s: Sentence, number: int, drafts: list[Draft], paragraph_end: int) -> list[Draft]:
    found = cues(sc, s)
    frames = accept(sc, find_frames(sc, s, found), s)
    verdict = find_verdict(sc, s, found)
    if verdict is not None:
        frames = [f for f in frames if not verdict.clause <= f.cue.first < verdict.end]
    out: list[Draft] = []
    if not frames:
        out = read_colon_line(sc, s, number, drafts)
        if verdict is None or not out:
            return out if verdict is None else read_verdict(sc, verdict, number, drafts)
        out[0].pieces = content_pieces(sc, sc.index(out[0].start), verdict.clause, None) or out[0].pieces
    for n, frame in enumerate(frames):
        if verdict is not None and frame.cue.first >= verdict.end:
            out.extend(read_verdict(sc, verdict, number, drafts + out))
            verdict = None
        following = frames[n + 1] if n + 1 < len(frames) else None
        end = following.clause if following and following.clause > frame.content else s.last
        if verdict is not None and frame.content < verdict.clause:
            end = min(end, verdict.clause)
        if not frame.is_backward and frame.content < end:
            inner = frame.nested.content if frame.nested else frame.content
            end = content_end(sc, inner, end, found, opens_while(sc, s.first, frame.cue.first))
            owns = frame.cue.entry.family == "responsibility" or sc.key(inner).startswith("مسؤوليت")
            if owns and frame.rule.startswith("claims.ar.verb-object"):
                end = act_end(sc, inner, end)
        new = _draft(sc, frame, end, s, number, drafts + out, paragraph_end)
        if verdict is not None and frame.cue.first < verdict.clause <= frame.content:
            new = read_verdict(sc, verdict, number, drafts + out + new)  # «أكد أن ما يشاع عن ... غير صحيح»
            verdict = None
        out.extend(new)
    return out if verdict is None else [*out, *read_verdict(sc, verdict, number, drafts + out)]


def _draft(sc: Scene, f: Frame, end: int, s: Sentence, number: int, drafts: list[Draft], paragraph_end: int) -> list[Draft]:
    if f.is_backward:
        return read_backward(sc, f, s, number, drafts, end)
    links, phrase = link_chain(sc, f, drafts, number)
    content = f.content
    if f.nested is not None:
        inner_links, _ = link_chain(sc, f.nested, drafts, number)
        links, content = [*links, *inner_links], f.nested.content
    if f.announces:
        pieces = _announced(sc, s)
    elif f.is_anaphoric:
        pieces = _antecedent(drafts, number)
    else:
        pieces = content_pieces(sc, content, f.fixed_end or end, paragraph_end if end == s.last else None)
    if not pieces:
        return []
    if f.rule.startswith(("claims.ar.verb-object", "claims.ar.participle")) and leads_with_by(sc, content):
        pieces = [(pieces[0][0] + 1, pieces[0][1]), *pieces[1:]]
    d = Draft(pieces, (f.cue.start, f.cue.end), links, f.rule, f.cue.entry, number)
    dress(sc, d, f, phrase)
    return [d, *_rumour(sc, f, pieces, number, drafts)]


def _announced(sc: Scene, s: Sentence) -> list[tuple[int, int]]:
    """The paragraph behind a sentence that ends «بما يلي:»."""
    if s.paragraph + 1 >= len(sc.text.paragraphs):
        return []
    p = sc.text.paragraphs[s.paragraph + 1]
    return content_pieces(sc, sc.text.sentences[p.first].first, sc.text.sentences[p.last - 1].last, None)


def _antecedent(drafts: list[Draft], number: int) -> list[tuple[int, int]]:
    """What «ذلك», «هذه المزاعم» stand for: the main statement of the speaker before, not what he added in the same sentence."""
    if not drafts or number - drafts[-1].sentence > 3:
        return []
    last = drafts[-1]
    if last.rule == "claims.ar.participle" and last.sentence != number:
        heads = [d for d in drafts if d.sentence == last.sentence and d.rule != "claims.ar.participle"]
        last = heads[-1] if heads else last
    return list(last.pieces)


def _rumour(sc: Scene, f: Frame, pieces: list[tuple[int, int]], number: int, drafts: list[Draft]) -> list[Draft]:
    """The other side of "denied what Y circulated": Y affirms the same words."""
    if f.rumour is None:
        return []
    cue, region = f.rumour
    links = spreader(sc, region, (cue.start, cue.end), drafts)
    d = Draft(list(pieces), (cue.start, cue.end), links, "claims.ar.denied-rumour", cue.entry, number)
    label(sc, d, cue)
    return [d]
