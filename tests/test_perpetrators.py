"""Who a claim says did it. All sentences are constructed; nothing in them happened."""

import pytest

from tabayyun.events.perpetrators import _split, read_perpetrator
from tabayyun.events.wording import read_wording
from tabayyun.lexicons import knowledge
from tabayyun.model.claim import Act, Certainty, Claim, Content, Kind, Link, Polarity, Stance
from tabayyun.model.document import Document
from tabayyun.model.event import Perpetrator
from tabayyun.model.span import Span
from tabayyun.text import read
from tabayyun.text.fold import key

KNOW = knowledge()


def perpetrator(text: str, act: Act = Act.STATEMENT, speaker: str | None = None) -> tuple[Perpetrator | None, str]:
    """The reading of a text that is one claim, said by `speaker` in words before it where one is given."""
    lead = "" if speaker is None else "قال المتحدث إن "
    whole = lead + text
    doc = Document(
        "d1", whole, "ar" if any("\u0600" < c < "\u06ff" for c in text) else "en", "Outlet", None, None, "", "", "", "", "plain/1"
    )
    layer = read(doc)
    chain = (Link(Span(4, 11), Kind.MILITARY, True, speaker),) if speaker else ()
    polarity = Polarity.DENY if act is Act.DENIAL else Polarity.AFFIRM
    content = Content(Span(len(lead), len(whole)))
    claim = Claim("d1.c1", "d1", content, None, chain, polarity, Certainty.CERTAIN, Stance.NEUTRAL, act, ())
    matches = KNOW.matcher.find(layer.shadow.text)
    return read_perpetrator(read_wording(doc, layer, matches, KNOW, claim)), whole


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("قصف الجيش الإسرائيلي أطراف البلدة بالمدفعية", "الجيش الإسرائيلي", "idf"),
        ("أطلق مسلحون مجهولون النار على سائق شاحنة", "مسلحون مجهولون", "unknown"),
        ("Israeli warplanes bombed a bridge on Sunday", "Israeli warplanes", None),
        ("Turkish artillery shelled two villages at dawn", "Turkish artillery", None),
    ],
)
def test_who_did_it(text: str, words: str | None, actor: str | None) -> None:
    found, whole = perpetrator(text)
    assert found is not None
    assert words is None or found.span.words(whole) == words
    assert actor is None or found.actor == actor
    assert found.why.rule == "events.perpetrator"


def test_our_forces_are_the_speaker() -> None:
    found, whole = perpetrator("قواتنا لم تقصف أي منزل في القرية", Act.DENIAL, "saf-sudan")
    assert found is not None
    assert found.span.words(whole) == "قواتنا"
    assert found.actor == "saf-sudan"


@pytest.mark.parametrize("text", ["وصل الوزير إلى المطار صباحاً", "The hospital received four bodies", "ما زال ثلاثة عمال مفقودين"])
def test_nobody_is_blamed(text: str) -> None:
    assert perpetrator(text)[0] is None


@pytest.mark.parametrize(
    ("word", "noun", "pronoun"),
    [("ومسلحوهم", "مسلحو", "هم"), ("بطائرتهم", "طائرة", "هم"), ("الجيش", "الجيش", ""), ("منزله", "منزله", "")],
)
def test_what_is_attached_to_a_noun_that_acts(word: str, noun: str, pronoun: str) -> None:
    assert _split(key(word), "ar") == (key(noun), pronoun)
