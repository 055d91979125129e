"""Laws of the shadow: what rules match on always leads back to printed words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabayyun.text.fold import fold, key

HARD = (
    "اأإآٱبةهھہەيىیکگـًٌٍَُِّْٰ٠١٢۳۴«»“”„'’`´—–-،؛؟٪٫٬ \t\r\n\v\f\u00a0\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2066\u2069\u00ad\ufeff"
    "ﷺﷲﻻﻼﺑﹰﭖﮊİıIßẞﬀﬃÇŞĞğŠǅ\u0300\u0301éÉΑΩЯ×÷²½①Ａａ１\U0001f600\U00010330"
)
WORDS = st.text(st.one_of(st.sampled_from(HARD), st.characters(exclude_categories=["Cs"])), max_size=40)


@settings(max_examples=500)
@given(WORDS)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@settings(max_examples=500)
@given(WORDS, st.data())
def test_every_slice_of_the_shadow_leads_back_to_words_that_fold_to_it(text: str, data: st.DataObject) -> None:
    shadow = fold(text)
    assert len(shadow.text) == len(shadow.starts) == len(shadow.ends)
    if not shadow.text:
        return
    i = data.draw(st.integers(0, len(shadow.text) - 1))
    j = data.draw(st.integers(i + 1, len(shadow.text)))
    span = shadow.origin(i, j)
    assert 0 <= span.start < span.end <= len(text)
    assert shadow.text[i:j] in fold(span.words(text)).text


@given(WORDS)
def test_the_way_back_never_runs_backwards(text: str) -> None:
    shadow = fold(text)
    assert shadow.starts == sorted(shadow.starts)
    assert shadow.ends == sorted(shadow.ends)


@pytest.mark.parametrize(
    ("printed", "same"),
    [
        ("مُسيَّرة", "مسيره"),
        ("مســـيرة", "مسيرة"),
        ("أعلن", "اعلن"),
        ("إلى", "الي"),
        ("آخر", "اخر"),
        ("مستشفى", "مستشفي"),
        ("ﻻ", "لا"),
        ("٢٠٢٤", "2024"),
        ("۲۰۲۴", "2024"),
        ("«نفى»", '"نفي"'),
        ("U.S. Forces", "u.s. forces"),
        ("قال\u200fت", "قالت"),
        ("وکالة", "وكالة"),
    ],
)
def test_spellings_of_one_word_are_equal(printed: str, same: str) -> None:
    assert key(printed) == key(same)


@pytest.mark.parametrize(("one", "other"), [("كتب", "كذب"), ("نفى", "نقى"), ("قتل", "قبل"), ("3", "٤")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_vowel_signs_belong_to_the_letter_before_them() -> None:
    text = "قُتِلَ ثلاثة"
    assert fold(text).origin(0, 3).words(text) == "قُتِلَ"
