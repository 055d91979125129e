"""Numbers as printed, in both languages. All sentences are constructed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabayyun.model.document import Document
from tabayyun.text import fold, read
from tabayyun.text.numbers import find_in, find_numbers


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("ثلاثة حراس", [(3, 3)]),
        ("أربع عاملات", [(4, 4)]),
        ("أحد عشر راكباً", [(11, 11)]),
        ("إحدى عشرة طالبة", [(11, 11)]),
        ("اثنا عشر سائقاً", [(12, 12)]),
        ("اثنتي عشرة ممرضة", [(12, 12)]),
        ("سبعة عشر بحاراً", [(17, 17)]),
        ("عشرون مزارعاً", [(20, 20)]),
        ("واحد وعشرون بائعاً", [(21, 21)]),
        ("خمسة وثلاثين موظفاً", [(35, 35)]),
        ("مئة وأربعة وعشرون نازحاً", [(124, 124)]),
        ("مئتي عائلة", [(200, 200)]),
        ("ثلاثمئة وستون", [(360, 360)]),
        ("ألفان وخمسمئة", [(2500, 2500)]),
        ("ستة آلاف ومئتان", [(6200, 6200)]),
        ("٢٣ مصاباً", [(23, 23)]),
        ("بثلاثة صواريخ", [(3, 3)]),
        ("والخمسة الباقون", [(5, 5)]),
        ("ما لا يقل عن تسعة", [(9, None)]),
        ("أكثر من ثلاثين", [(31, None)]),
        ("نحو أربعين", [(40, 40)]),
        ("تسعة على الأقل", [(9, None)]),
        ("بين خمسة وثمانية", [(5, 8)]),
        ("ما بين 12 و15", [(12, 15)]),
        ("ستة أو سبعة", [(6, 7)]),
        ("عشرات السكان", [(20, None)]),
        ("مئات السكان", [(200, None)]),
        ("بضعة شبان", [(3, 9)]),
        ("عدد من الجنود", [(2, None)]),
        ("ثلاثة قتلى و14 جريحاً", [(3, 3), (14, 14)]),
        ("يوم الأحد", []),
        ("ليل الاثنين", []),
        ("الساعة السابعة", []),
        ("twenty-six sailors", [(26, 26)]),
        ("one hundred and seven", [(107, 107)]),
        ("1,450 people", [(1450, 1450)]),
        ("3 million people", [(3_000_000, 3_000_000)]),
        ("at least four", [(4, None)]),
        ("no fewer than 12", [(12, None)]),
        ("more than 50", [(51, None)]),
        ("about thirty", [(30, 30)]),
        ("up to 15", [(0, 15)]),
        ("between six and nine", [(6, 9)]),
        ("two to three", [(2, 3)]),
        ("one or two", [(1, 2)]),
        ("16 or more", [(16, None)]),
        ("dozens of shepherds", [(20, None)]),
        ("hundreds of people", [(200, None)]),
        ("a dozen shepherds", [(12, 12)]),
        ("two dozen shepherds", [(24, 24)]),
        ("several shepherds", [(2, None)]),
        ("several hundred shepherds", [(200, None)]),
        ("handed over nine keys", [(9, 9)]),
        ("nobody came", []),
    ],
)
def test_bounds(words: str, bounds: list[tuple[int, int | None]]) -> None:
    assert [(n.low, n.high) for n in find_in(fold(words).text)] == bounds


def test_offsets_cover_the_modifier() -> None:
    shadow = fold("سقط ما لا يقل عن تسعة أشخاص").text
    (n,) = find_in(shadow)
    assert shadow[n.start : n.end] == fold("ما لا يقل عن تسعة").text
    assert shadow[n.core : n.end] == fold("تسعة").text


def test_a_text_layer_gives_the_same_numbers() -> None:
    doc = Document("d", "Four left.\n\nSix stayed.", "en", "", None, None, "", "", "", "text/plain", "plain/1")
    assert [n.low for n in find_numbers(read(doc))] == [4, 6]


_PIECES = [
    "ثلاثة",
    "وعشرين",
    "مئة",
    "ألف",
    "بين",
    "و",
    "إلى",
    "على الأقل",
    "نحو",
    "at least",
    "two",
    "-",
    "dozen",
    "hundred",
    "and",
    "5",
    "1,200",
    ",",
    "(",
    "a few",
]


@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=6), max_size=12))
def test_low_is_never_above_high_and_spans_lie_inside(words: list[str]) -> None:
    shadow = fold(" ".join(words)).text
    at = 0
    for n in find_in(shadow):
        assert at <= n.start <= n.core < n.end <= len(shadow)
        assert n.high is None or 0 <= n.low <= n.high
        at = n.end
