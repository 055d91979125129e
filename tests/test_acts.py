"""What a source does by saying it, by weighed signs: names are no signs, denials stay denials, the data is whole."""

from pathlib import Path

import pytest

from tabayyun.claims import acts
from tabayyun.claims.act_signs import places, signs
from tabayyun.claims.act_words import bare, stem, talk, without_names
from tabayyun.claims.acts import ACTS, BIAS, shares, weigh_acts, weights
from tabayyun.claims.read import read_by_rules
from tabayyun.lexicons import knowledge
from tabayyun.model.claim import Act, Attribution, Polarity
from tabayyun.model.document import Document
from tabayyun.model.errors import DataError
from tabayyun.text import fold
from tabayyun.text import read as read_text

# constructed: the events did not happen
ENGLISH = "Residents said on Monday that a shell hit the mill of the village, killing two people."
ARABIC = "قال سكان في القرية إن قذيفة سقطت على المطحنة يوم الاثنين وقتلت شخصين."


def document(text: str, language: str) -> Document:
    return Document("d1", text, language, "موقع مصنوع", None, "2024-03-04", "", "", "", "text/plain", "plain/1")


def claims(text: str, is_weighed: bool = True) -> list[Attribution]:
    language = "en" if text.isascii() else "ar"
    doc = document(f"{text}\n{ENGLISH if language == 'en' else ARABIC}", language)
    read = read_text(doc)
    found = read_by_rules(doc, read, knowledge().matcher.find(read.shadow.text), knowledge(), is_weighed)[1]
    assert found
    return found


def signs_of(text: str) -> list[str]:
    doc = document(text, "en" if text.isascii() else "ar")
    read = read_text(doc)
    matches = knowledge().matcher.find(read.shadow.text)
    found = read_by_rules(doc, read, matches, knowledge(), is_weighed=False)[1] or []
    return signs(doc, read, matches, knowledge(), places(read, matches, found), 0)


SAID = {
    "The governor accused the militia of shelling the bakery and killing four workers.": Act.ACCUSATION,
    "The army denied that its artillery had shelled the bakery.": Act.DENIAL,
    "A doctor said four wounded people had reached the hospital.": Act.STATEMENT,
    "The group claimed responsibility for the attack on the barracks.": Act.RESPONSIBILITY_CLAIM,
    "اتهم المحافظ الميليشيا بقصف المخبز وقتل أربعة عمال.": Act.ACCUSATION,
    "نفى متحدث باسم الجيش أن تكون مدفعيته قد قصفت المخبز.": Act.DENIAL,
    "قال طبيب إن أربعة جرحى وصلوا إلى المستشفى.": Act.STATEMENT,
    "تبنت الجماعة الهجوم على الثكنة.": Act.RESPONSIBILITY_CLAIM,
}


@pytest.mark.parametrize(("text", "act"), SAID.items(), ids=range(len(SAID)))
def test_plain_sentences_get_their_act(text: str, act: Act) -> None:
    assert claims(text)[0].act is act


@pytest.mark.parametrize("text", [t for t, a in SAID.items() if a is Act.DENIAL], ids=["en", "ar"])
def test_a_denial_named_by_its_cue_stays_one(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acts, "weights", lambda: {BIAS: ((ACTS.index(Act.STATEMENT), 9.0),)})
    first = claims(text)[0]
    assert (first.act, first.polarity) == (Act.STATEMENT, Polarity.DENY)


def test_the_reason_names_the_signs() -> None:
    why = claims("The governor accused the militia of shelling the bakery.")[0].why[-1]
    assert why.rule == "claims.act"
    assert why.note.startswith("accusation 0.")
    assert "cue" in why.note


def test_weighing_changes_nothing_but_act_polarity_and_reason() -> None:
    text = next(iter(SAID))
    for before, after in zip(claims(text, is_weighed=False), claims(text), strict=True):
        assert (before.id, before.content, before.cue, before.chain, before.certainty, before.stance) == (
            after.id, after.content, after.cue, after.chain, after.certainty, after.stance
        )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Witnesses said fighters of Hezbollah shelled the bakery.", "Witnesses said fighters of Hamas shelled the bakery."),
        ("قال شهود إن مقاتلي حزب الله قصفوا المخبز.", "قال شهود إن مقاتلي حركة حماس قصفوا المخبز."),
    ],
    ids=["en", "ar"],
)
def test_no_name_of_a_party_is_a_sign(one: str, other: str) -> None:
    assert signs_of(one) == signs_of(other)


def test_names_are_blanked_at_equal_length() -> None:
    shadow = fold("Hezbollah fired at Hamas").text
    assert without_names(shadow, knowledge().matcher.find(shadow)) == " " * len("Hezbollah") + " fired at " + " " * len("Hamas")


def test_shares_sum_to_one_whatever_the_signs() -> None:
    assert sum(shares(["no such sign"]).values()) == pytest.approx(1.0)
    assert sum(shares(list(weights())).values()) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [("shelling", "en", "shell"), ("shelled", "en", "shell"), ("قصفوا", "ar", "قصف"), ("يقصف", "ar", "قصف"), ("قصفت", "ar", "قصف")],
)
def test_stems_join_forms_of_a_word(word: str, language: str, expected: str) -> None:
    assert stem(word, language) == expected


@pytest.mark.parametrize(("word", "expected"), [("بالقصف", "قصف"), ("والقصف", "قصف"), ("للقصف", "قصف"), ("قصف", "قصف")])
def test_clitics_are_no_part_of_a_word(word: str, expected: str) -> None:
    assert bare(word, "ar") == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the fire was due to a short circuit", "accident"),
        ("الحريق ناجم عن ماس كهربائي", "accident"),
        ("the video was doctored", "fake"),
        ("المقطع مفبرك", "fake"),
        ("our fighters entered the camp", "own"),
        ("ومجاهدونا دخلوا المعسكر", "own"),
        ("a similar attack on the bridge", "again"),
        ("تعرض الجسر لقصف مماثل", "again"),
    ],
)
def test_word_lists_are_found(text: str, name: str) -> None:
    assert name in {m.form.family for m in talk().find(fold(text).text)}


def test_word_lists_do_not_hold_parts_of_words() -> None:
    assert not talk().find(fold("The accidentals of the tune were played by Crimea's orchestra").text)


@pytest.mark.parametrize(
    ("line", "match"),
    [("s:word,shouting,1.0", "shouting"), ("s:word,denial,much", "is no weight"), ("s:word,denial", "is no weight")],
)
def test_a_faulty_line_is_named(line: str, match: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "acts").mkdir()
    (tmp_path / "acts" / "weights.csv").write_text(f"sign,act,weight\n{line}\n", encoding="utf-8")
    monkeypatch.setattr(acts, "DATA", tmp_path)
    weights.cache_clear()
    try:
        with pytest.raises(DataError, match=match):
            weights()
    finally:
        weights.cache_clear()


def test_a_missing_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acts, "DATA", tmp_path)
    weights.cache_clear()
    try:
        with pytest.raises(DataError, match="is missing"):
            weights()
    finally:
        weights.cache_clear()


def test_nothing_found_is_nothing_weighed() -> None:
    doc = document(ENGLISH, "en")
    assert weigh_acts(doc, read_text(doc), [], knowledge(), []) == []
