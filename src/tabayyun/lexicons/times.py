"""The words that date an event: months, days, parts of the day, units, by language."""

from dataclasses import dataclass
from functools import lru_cache

from tabayyun.lexicons.load import DATA, Key, entries, raise_all
from tabayyun.model.errors import Fault
from tabayyun.text.fold import key

KINDS = frozenset(
    ["month", "hijri_month", "weekday", "part", "relative_day", "relative_night", "edge", "stage", "unit", "vague"]
)  # fmt: skip
_KEYS = {
    "id": Key(is_required=True),
    "kind": Key(is_required=True, one_of=KINDS),
    "value": Key(is_required=True),
    "forms": Key("texts", is_required=True),
    "clock": Key(one_of=frozenset({"am", "pm", "noon", "night", "midnight"})),
    "count": Key(one_of=frozenset({"1", "2", "n"})),
    "weak": Key(one_of=frozenset({"yes"})),
    "source": Key(is_required=True),
    "yes": Key("texts", is_required=True),
    "no": Key("texts"),
}


@dataclass(frozen=True, slots=True)
class TimeWord:
    """One word of time: `value` as its kind understands it (month 1..12, weekday 0 = Monday, days from today, a name)."""

    id: str
    kind: str
    value: str
    is_weak: bool
    """Another word as well: a month only beside a day, a year or a preposition."""
    count: str
    """For units: `1` (bare singular), `2` (dual), `n` (after a number)."""
    forms: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """All words of time of one language; `by_form[kind]` is keyed by folded form."""

    language: str
    words: tuple[TimeWord, ...]
    by_form: dict[str, dict[str, TimeWord]]

    def pattern(self, kind: str, weak: bool | None = None, count: str = "") -> str:
        """The forms of a kind as a regular expression's alternatives, longest first."""
        found = [
            f for f, w in self.by_form.get(kind, {}).items() if (weak is None or w.is_weak == weak) and (not count or w.count == count)
        ]  # fmt: skip
        return "|".join(sorted((f.replace(" ", r"\s+") for f in found), key=len, reverse=True)) or r"(?!)"


def load_times(language: str, faults: list[Fault]) -> TimeWords:
    """The words of `data/times/<language>.toml`; faults are appended."""
    file = DATA / "times" / f"{language}.toml"
    words = []
    by_form: dict[str, dict[str, TimeWord]] = {}
    for e in entries(file, "entry", _KEYS, faults, f"times/{language}.toml") if file.is_file() else []:
        word = TimeWord(
            str(e["id"]), str(e["kind"]), str(e["value"]), e.get("weak") == "yes", str(e.get("count", "")),
            _texts(e["forms"]), _texts(e["yes"]), _texts(e.get("no")),
        )  # fmt: skip
        words.append(word)
        for form in word.forms:
            by_form.setdefault(word.kind, {}).setdefault(key(form), word)
    return TimeWords(language, tuple(words), by_form)


@lru_cache(maxsize=4)
def time_words(language: str) -> TimeWords:
    """The shipped words of one language, loaded at first use.

    Raises:
        DataError: with every fault of the file at once.
    """
    faults: list[Fault] = []
    words = load_times(language, faults)
    raise_all(faults)
    return words


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()
