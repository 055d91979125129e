"""Tokens, sentences, paragraphs and quotations: complete, in order, inside the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabayyun.ingest.documents import freeze
from tabayyun.text import fold, read
from tabayyun.text.sentences import sentences
from tabayyun.text.tokens import tokens

PIECES = st.lists(
    st.sampled_from(
        [
            "قال",
            "المصدر",
            "إن",
            "«",
            "»",
            '"',
            "“",
            "”",
            ".",
            "!",
            "؟",
            "،",
            " ",
            "\n",
            "\r\n",
            "12.5",
            "U.S.",
            "Gen.",
            "said",
            "it",
            "د.",
            "\u200f",
        ]
    ),
    max_size=40,
).map("".join)


def texts(pieces: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return pieces.filter(lambda t: bool(t.strip()))


@given(texts(st.one_of(PIECES, st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))))
def test_a_reading_covers_every_word_once_and_points_into_the_text(text: str) -> None:
    doc = freeze(text, name="x", id="d1", language="ar")
    layer = read(doc)
    shadow = layer.shadow.text
    left = list(shadow)
    for t in layer.tokens:
        assert shadow[t.start : t.end] == t.key
        left[t.start : t.end] = " " * (t.end - t.start)
    assert not "".join(left).strip()
    ends = [0, *(s.end for s in layer.sentences)]
    assert all(a <= s.start < s.end for a, s in zip(ends, layer.sentences, strict=False))
    spoken = "".join(shadow[s.start : s.end] for s in layer.sentences)
    assert "".join(spoken.split()) == "".join(shadow.split())
    for s in layer.sentences:
        assert all(s.start <= t.start and t.end <= s.end for t in layer.tokens[s.first : s.last])
    for q in layer.quotations:
        assert layer.shadow.origin(q.start, q.end).end <= len(text)
        assert shadow[q.start - 1] in "\"'"


@given(texts(PIECES))
def test_sentences_hold_every_token_in_exactly_one(text: str) -> None:
    layer = read(freeze(text, name="x", language="ar"))
    assert [n for s in layer.sentences for n in range(s.first, s.last)] == list(range(len(layer.tokens)))


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("قال المصدر: 12.5 مليون", ["قال", "المصدر", ":", "12.5", "مليون"]),
        ("Isis-K's men, at noon", ["isis-k's", "men", ",", "at", "noon"]),
        ("«نفى» ذلك", ['"', "نفي", '"', "ذلك"]),
    ],
)
def test_tokens(printed: str, expected: list[str]) -> None:
    assert [t.key for t in tokens(fold(printed).text)] == expected


@pytest.mark.parametrize(
    ("printed", "count"),
    [
        ("قال المصدر ذلك. وأضاف أنه عاد.", 2),
        ("Gen. Ali spoke. He left.", 2),
        ("The U.S. Army denied it.", 1),
        ("قُتل 3.5 بالمئة منهم.", 1),
        ("هل سقط الصاروخ؟ لا أحد يعرف!", 2),
        ('He said: "We came. We saw." Then he left.', 2),
        ("من دون نقطة", 1),
    ],
)
def test_sentences(printed: str, count: int) -> None:
    shadow = fold(printed).text
    assert len(sentences(shadow, 0, len(shadow))) == count


@pytest.mark.parametrize(
    ("printed", "inside", "is_closed"),
    [
        ("قال: «لم نقصف البلدة» وغادر", ["لم نقصف البلدة"], [True]),
        ("He said “we did not”.", ["we did not"], [True]),
        ('He said "we did not" and "never".', ["we did not", "never"], [True, True]),
        ("«قال لنا «نعم» ثم مضى»", ["قال لنا «نعم» ثم مضى"], [True]),
        ("قال: «لم نقصف\nوغادر «مسرعا»", ["لم نقصف", "مسرعا"], [False, True]),
    ],
)
def test_quotations_are_the_outermost_and_end_with_their_paragraph(printed: str, inside: list[str], is_closed: list[bool]) -> None:
    layer = read(freeze(printed, name="x", language="ar"))
    assert [layer.shadow.origin(q.start, q.end).words(printed) for q in layer.quotations] == inside
    assert [q.is_closed for q in layer.quotations] == is_closed


@pytest.mark.parametrize("stop", ["\n", "\r\n", "\n\n", "\u2029"])
def test_paragraphs_end_at_every_kind_of_line_break(stop: str) -> None:
    assert len(read(freeze(f"قال المصدر ذلك{stop}وأضاف", name="x", language="ar")).paragraphs) == 2
