"""The data files of the cue and source lexicons: they load, they are unambiguous, their own sentences hold."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tabayyun.lexicons import cues as cue_files
from tabayyun.lexicons import load
from tabayyun.lexicons.cues import FAMILIES, CueEntry, SourceEntry, load_cues, load_sources
from tabayyun.lexicons.knowledge import LANGUAGES
from tabayyun.lexicons.load import Key, entries, raise_all
from tabayyun.lexicons.match import Match, Matcher
from tabayyun.model.errors import DataError, Fault
from tabayyun.text.fold import fold, key


def _load() -> tuple[list[CueEntry], list[SourceEntry]]:
    faults: list[Fault] = []
    cues = [e for language in LANGUAGES for e in load_cues(language, faults)]
    sources = [e for language in LANGUAGES for e in load_sources(language, faults)]
    raise_all(faults)
    return cues, sources


CUES, SOURCES = _load()
ENTRIES: list[CueEntry | SourceEntry] = [*CUES, *SOURCES]
EXPRESSIONS = [e for e in CUES if e.family not in ("stop", "pseudo")]


@cache
def _matcher(language: str, is_source: bool) -> Matcher:
    return Matcher(f for e in ENTRIES if e.language == language and isinstance(e, SourceEntry) == is_source for f in e.forms)


def is_inside(m: Match, other: Match) -> bool:
    """Whether `m` lies inside a look-alike (family `pseudo`) or strictly inside a longer form of another entry."""
    if m.form.entry == other.form.entry or not other.start <= m.start <= m.end <= other.end:
        return False
    return other.form.family == "pseudo" or other.end - other.start > m.end - m.start


def has_feminine_ending(sentence: str, m: Match) -> bool:
    """«قدرة» is not «قدّر» with the pronoun ه: a printed ة is no suffix."""
    shadow = fold(sentence)
    return m.end - m.start > len(key(m.form.words)) and sentence[shadow.starts[m.end - 1]] == "ة"


def found_in(sentence: str, entry: CueEntry | SourceEntry, drops_longer: bool) -> bool:
    """Whether a form of `entry` stands in the sentence, not inside a look-alike (nor, where asked, inside any longer form).

    Hedges, questions and stops are no cues: look-alikes of cues do not swallow them.
    """
    matches = _matcher(entry.language, isinstance(entry, SourceEntry)).find(fold(sentence).text)
    is_cue = isinstance(entry, CueEntry) and entry.family not in ("hedge", "question", "stop")
    covers = matches if drops_longer else [m for m in matches if is_cue and m.form.family == "pseudo"]
    own = [m for m in matches if m.form.entry == entry.id and not has_feminine_ending(sentence, m)]
    return any(not any(is_inside(m, other) for other in covers) for m in own)


def test_all_data_files_load_together() -> None:
    known = load()
    assert known.cues.keys() == {e.id for e in CUES}
    assert known.sources.keys() == {e.id for e in SOURCES}


def test_ids_are_unique_and_begin_with_their_language() -> None:
    assert [i for i, n in Counter(e.id for e in ENTRIES).items() if n > 1] == []
    assert [e.id for e in ENTRIES if not e.id.startswith(f"{e.language}.")] == []


@pytest.mark.parametrize(("language", "family"), [(lang, f) for lang in LANGUAGES for f in FAMILIES])
def test_no_verb_is_a_proclitic_and_another_verb_of_its_file(language: str, family: str) -> None:
    forms = [f for e in CUES if (e.language, e.family) == (language, family) for f in e.forms if f.part == "verb"]
    matcher = Matcher(forms)
    wrong = [
        f"{family}: '{f.words}' ({f.entry}) is '{key(f.words)[: m.start]}' + '{m.form.words}' ({m.form.entry})"
        for f in forms
        for m in matcher.find(key(f.words))
        if language == "ar" and m.word == 0 < m.start and m.end == len(key(f.words)) == m.start + len(key(m.form.words))
    ]
    assert wrong == []


@pytest.mark.parametrize(("language", "family"), [(lang, f) for lang in LANGUAGES for f in (*FAMILIES, "sources")])
def test_one_folded_form_belongs_to_one_entry_of_a_family(language: str, family: str) -> None:
    owners: dict[str, set[str]] = {}
    for e in ENTRIES:
        if e.language == language and (e.family if isinstance(e, CueEntry) else "sources") == family:
            for f in e.forms:
                owners.setdefault(key(f.words), set()).add(e.id)
    shared = [f"{family}: '{k}' stands in {' and '.join(sorted(ids))}; keep it in one" for k, ids in owners.items() if len(ids) > 1]
    assert shared == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_the_yes_sentences_hold_the_entry(entry: CueEntry | SourceEntry) -> None:
    assert [s for s in entry.yes if not found_in(s, entry, drops_longer=False)] == []


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.no and e.language == "ar"], ids=lambda e: e.id)
def test_the_no_sentences_of_arabic_do_not_hold_the_entry(entry: CueEntry | SourceEntry) -> None:
    assert [s for s in entry.no if found_in(s, entry, drops_longer=True)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_are_written_as_words(language: str) -> None:
    """A form that ends in a clitic (`وفقاً لـ`) or begins with white space never matches at a word boundary."""
    forms = [f for e in ENTRIES if e.language == language for f in e.forms]
    assert [f.words for f in forms if f.words != f.words.strip() or f.words.endswith("ـ") or not key(f.words)] == []


@pytest.mark.parametrize(("language", "least"), [("ar", 150), ("en", 100)])
def test_there_are_enough_cue_expressions(language: str, least: int) -> None:
    assert sum(e.language == language for e in EXPRESSIONS) >= least


def test_there_are_enough_arabic_source_nouns() -> None:
    assert sum(e.language == "ar" for e in SOURCES) >= 110


BROKEN = """
[[entry]]
id = "ar.one"
gloss = "say"
source = "constructed"
verb = "قال"
yes = ["قال الجار."]

[[entry]]
id = "ar.two"
gloss = "claim"
source = "constructed"
verb = ["زعم"]
stanse = "distancing"
yes = ["زعم الجار."]

[[entry]]
id = "ar.three"
gloss = "deny"
source = "constructed"
verb = ["نفى"]
polarity = "denies"
yes = ["نفى الجار."]

[[entry]]
id = "ar.four"
gloss = "no form"
source = "constructed"
yes = ["سكت الجار."]

[[entry]]
id = "ar.five"
source = "constructed"
verb = ["ذك\u200fر"]
yes = ["ذكر الجار."]

[[cue]]
id = "ar.six"
"""


def _faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str) -> tuple[Fault, ...]:
    folder = tmp_path / "lexicon" / "ar"
    folder.mkdir(parents=True)
    (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(cue_files, "DATA", tmp_path)
    faults: list[Fault] = []
    load_cues("ar", faults)
    load_sources("ar", faults)
    with pytest.raises(DataError) as caught:
        raise_all(faults)
    return caught.value.faults


def test_every_fault_of_a_file_is_named_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = {(f.file, f.entry, f.key): f for f in _faults(tmp_path, monkeypatch, "reporting.toml", BROKEN)}
    where = "lexicon/ar/reporting.toml"
    expected = {"ar.one": "verb", "ar.two": "stanse", "ar.three": "polarity", "ar.four": "verb", "cue": "-"}
    assert {(where, e, k) for e, k in expected.items()} | {(where, "ar.five", "gloss"), (where, "ar.five", "verb")} == found.keys()
    assert "stance" in found[where, "ar.two", "stanse"].remedy
    assert "deny" in found[where, "ar.three", "polarity"].remedy
    assert "U+200F" in found[where, "ar.five", "verb"].problem


SOURCE = '[[entry]]\nid = "ar.src.x"\ngloss = "x"\nsource = "x"\nyes = ["جار"]\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[entry]]\nid = ", r"\[T201\] lexicon/ar/sources.toml, -, -: is not readable as TOML"),
        (SOURCE + 'forms = ["جار"]\nkind = "neighbour"', "'neighbour' is not"),
        (SOURCE + 'forms = [1]\nkind = "witness"', "holds a int in its list"),
        (
            '[[entry]]\nid = "ar.src.x"\ngloss = "x"\nsource = "x"\nforms = []\nkind = "witness"\nyes = ["جار"]',
            "forms: is missing; add forms",
        ),
    ],
    ids=["syntax", "kind", "number", "empty"],
)
def test_a_faulty_source_file_says_what_to_mend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, message: str) -> None:
    faults = _faults(tmp_path, monkeypatch, "sources.toml", text)
    with pytest.raises(DataError, match=message):
        raise_all(list(faults))


def test_an_entry_with_a_fault_does_not_hide_the_next(tmp_path: Path) -> None:
    file = tmp_path / "words.toml"
    file.write_text('[[entry]]\nname = "x"\n[[entry]]\nid = "b"\n', encoding="utf-8")
    faults: list[Fault] = []
    assert entries(file, "entry", {"id": Key(is_required=True)}, faults) == [{"id": "b"}]
    assert [(f.entry, f.key) for f in faults] == [("entry 1", "id"), ("entry 1", "name")]
