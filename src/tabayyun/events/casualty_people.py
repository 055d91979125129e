"""Counted noun phrases in a row of items: "at least three men and a boy", "him, his wife and six other people"."""

import re
from dataclasses import dataclass

from tabayyun.events.casualty_items import Item
from tabayyun.text.fold import key

SKIP = frozenset(
    key(w)
    for w in (
        "أيضا كذلك جميع كل ما حتى هو هي هم أي كلا the a an another also all its his her their as many"
        " fresh further more additional unarmed suspected armed"
        " alleged innocent foreign unidentified total up reportedly only also lightly seriously"
    ).split()
)
SUBSET = frozenset(map(key, "بينهم بينهن بينها منهم منهن ضمنهم بينهما وبينهم including among whom".split()))
AFTER = frozenset(map(key, "بعد عقب بعدما إثر after following".split()))
STOP = frozenset(
    map(
        key,
        (
            "في على إلى عن جراء خلال إثر عقب بعد قرب عند بسبب نتيجة أن إن التي الذي الذين كانوا كان كانت"
            " بينما فيما حيث ولا وفي وعلى وأن مع لدى عبر أمام داخل بين قبل ثم لأن كما"
            " when in on at by near during after as while who that from with for was were is are be been"
            " had has have of to but which where before because under over into"
            " inside outside against since until if or not it they he she then there"
        ).split(),
    )
)
BREAK = frozenset(map(key, "أن إن وأن وإن بأن فيما بينما كما حيث إذ بعدما عندما حين لكن that when but while after whom".split()))
WITH = frozenset(map(key, "مع".split())) | {"and", "with", "plus"}
ONE_OF = frozenset(map(key, "أحد إحدى أحدهم إحداهن وأحد".split()))
ORDINAL = {w: n for n, w in enumerate("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 2)}
AT_LEAST = re.compile(r"(?:\s+(?!and\b|و)[^\s.,;:()\"]+){0,3}\s+(?:علي الاقل|at least(?=\s*(?:[.,;]|\Z))|or more|او اكثر|فاكثر)(?![^\W_])")
MANY = frozenset(map(key, "عدد العديد كثير الكثير many".split()))
_IN_IT = frozenset(map(key, "منهم منها فيه فيها فيهما بها به خلاله خلالها معه معها إثره إثرها بينهم".split()))
_DETERMINERS = frozenset({"his", "her", "a", "an", "the", "their", "another", "one", "its"})


@dataclass(frozen=True, slots=True)
class People:
    """A counted noun phrase: items `[first, last]`; `is_explicit` when a number, a dual or a single person says the count."""

    low: int
    high: int | None
    first: int
    last: int
    who: str = "unknown"
    is_explicit: bool = True
    has_noun: bool = True


def who_of(item: Item) -> str:
    """civilians | combatants | unknown, as the noun says."""
    return item.entry.who if item.entry else "unknown"


class Row:
    """The items of one piece of a content, with the numbers that are already counted."""

    def __init__(self, row: list[Item], shadow: str, language: str) -> None:
        self.row, self.shadow, self.is_arabic = row, shadow, language == "ar"
        self.used: set[int] = set()

    def at(self, k: int) -> Item | None:
        """Item `k`, or None outside the row."""
        return self.row[k] if 0 <= k < len(self.row) else None

    def skippable(self, k: int) -> bool:
        """Whether a noun phrase may begin only after item `k`."""
        x = self.row[k]
        if x.part == "time":
            return True
        if x.part == "mark":
            near = (self.at(k + 1), self.at(k - 1))
            return x.key == '"' or (x.key in (",", "(", "-") and any(n is not None and n.part == "time" for n in near))
        return x.part == "word" and x.key in SKIP

    def first_after(self, i: int) -> int:
        """The first item after `i` that is not skippable; the row's length at its end."""
        k = i + 1
        if self.row[i].part == "suffer" and k < len(self.row) and self.row[k].key in _IN_IT:
            k += 1
        while k < len(self.row) and self.skippable(k):
            k += 1
        return k

    def from_number(self, k: int) -> People:
        """A number with its noun, what bounds it and what is joined to it."""
        n = self.row[k].count
        assert n is not None
        last, who, has_noun = k, "unknown", False
        for j in range(k + 1, min(k + 6, len(self.row))):
            x = self.row[j]
            if x.part == "person":
                last, who, has_noun = j, who_of(x), True
                nxt = self.at(j + 1)
                if nxt is not None and nxt.part == "person" and not nxt.is_bound and not nxt.is_definite:
                    continue
                break
            if x.part == "mark" and x.key == '"':
                continue
            if x.part != "word" or (x.key in STOP and x.key != "of") or x.key in SUBSET or x.key in WITH or x.key.startswith("و"):
                break
            last = j if j == k + 1 and x.key != "of" else last
        high = n.high
        if high is not None and n.how != "range" and AT_LEAST.match(self.shadow, self.row[k].end):
            high = None
        return self.listed(People(n.low, high, k, last, who, True, has_noun))

    def listed(self, people: People) -> People:
        """Adds what "and", "with" or commas before an "and" join."""
        total, pending, apposed = people, None, 0
        at = people.last + 1
        is_pair = self.is_arabic and people.low > 10 and self.row[people.first].part == "number"
        while True:
            step = self._joined_at(at)
            if step is None:
                break
            more, is_and = step
            if is_pair and more.low == 1 and self.row[more.last].key.endswith("ا"):
                at, is_pair = more.last + 1, False  # "23 عاملاً وحارساً": both nouns under one number
                continue
            apposed += more.low
            base = pending or total
            high = None if base.high is None or more.high is None else base.high + more.high
            who = base.who if base.who == more.who else "unknown" if "unknown" in (base.who, more.who) else "mixed"
            summed = People(base.low + more.low, high, people.first, more.last, who)
            if is_and:
                total, pending = summed, None
            else:
                pending = summed
            at = more.last + 1
        if total.low > people.low > 1 and apposed == people.low and (x := self.at(people.last + 1)) is not None and x.key in (",", "-"):
            return people  # "three men, a father and two sons": the list spells the number out
        return total

    def _joined_at(self, j: int) -> tuple[People, bool] | None:
        """The next member of a list at item `j`, and whether "and" stood before it."""
        start = j
        while (x := self.at(j)) is not None and j - start < 8 and self._is_tail(x):
            j += 2 if x.key == key("برتبة") else 1
        j = self._past_place(self._past_apposition(j))
        x = self.at(j)
        if x is None:
            return None
        is_and = x.key in WITH or x.is_bound
        if x.key == ",":
            nxt = self.at(j + 1)
            if nxt is None:
                return None
            is_and = nxt.key in WITH or nxt.is_bound
            j += 1
            x = nxt
        elif not is_and:
            return None
        if x.key in WITH:
            j += 1
        while (y := self.at(j)) is not None and y.part == "word" and y.key in _DETERMINERS | {"other"}:
            j += 1
        if (y := self.at(j)) is not None and y.key in ONE_OF and self.is_arabic and self.row[j - 1].key in WITH:
            return People(1, 1, j, j), True
        more = self._member(j, determined=j > 0 and self.row[j - 1].key in _DETERMINERS)
        if more is None or (not is_and and self.is_arabic):
            return None
        return more, is_and

    def _past_apposition(self, j: int) -> int:
        """Behind "..., one of the elders of the town, " before a further member; `j` itself where no such thing stands there."""
        x = self.at(j)
        if x is None or x.key != ",":
            return j
        for k in range(j + 1, min(j + 10, len(self.row) - 1)):
            x, nxt = self.row[k], self.row[k + 1]
            if x.part in ("number", "deed", "suffer", "inflict", "act", "victim") or x.key in (".", ";", ":") or x.key in WITH:
                return j
            if x.key == ",":
                is_member = nxt.key in WITH or (nxt.is_bound and nxt.part == "person" and bool(nxt.suffix))
                return k if k > j + 1 and is_member else j
        return j

    def _past_place(self, j: int) -> int:
        """ "a commander in the brigade and his driver": behind the short phrase that says where; `j` itself where none stands there."""
        x = self.at(j)
        if x is None or x.key not in (key("في"), key("من"), key("لدى")):
            return j
        for k in range(j + 1, min(j + 6, len(self.row))):
            x = self.row[k]
            if x.part == "person" and x.is_bound and x.suffix in ("ه", "ها") and x.number in (1, 2):
                return k
            if x.part != "word":
                return j
        return j

    def _is_tail(self, x: Item) -> bool:
        """Words that belong to the member before: "من مرافقيه", a name, a rank."""
        return (x.part == "word" and x.key not in STOP and x.key not in SUBSET and x.key not in WITH and not x.is_bound) or x.key in (
            key("من"),
            '"',
            "-",
        )

    def _member(self, j: int, determined: bool) -> People | None:
        x = self.at(j)
        if x is None or j in self.used:
            return None
        if x.part == "number" and x.count is not None:
            low = 0 if x.count.how == "vague" and x.count.high is None else x.count.low
            for k in range(j + 1, min(j + 5, len(self.row))):
                y = self.row[k]
                if y.part == "person":
                    return People(low, x.count.high, j, k, who_of(y))
                if y.part in ("victim", "act", "deed", "suffer", "inflict") or (y.part == "mark" and y.key != '"'):
                    return None
                if y.key in (key("آخرين"), key("آخرون"), "others"):
                    return People(low, x.count.high, j, k)
            return None
        if not self.is_arabic:
            for k in range(j, min(j + 7, len(self.row))):
                y = self.row[k]
                if y.part == "person" and y.number == 1:
                    return People(1, 1, j, k, who_of(y))
                if (y.part != "word" and y.key != "-") or y.key in STOP:
                    break
            nxt = self.at(j + 1)
            if determined and x.part == "word" and x.is_capital and (nxt is None or nxt.part == "mark" or nxt.key in STOP):
                return People(1, 1, j, j)
            return None
        nxt = self.at(j + 1)
        if x.part == "person" and x.number == 3 and x.suffix and nxt is not None and nxt.part == "number" and "ال" in nxt.prefix:
            assert nxt.count is not None
            return People(nxt.count.low, nxt.count.high, j, j + 1, who_of(x))
        if x.part == "person" and x.number in (1, 2) and "ال" not in x.prefix:
            return People(x.number, x.number, j, j, who_of(x))
        return None

    def people_after(self, i: int) -> People | None:
        """The people named right after item `i`."""
        k = self.first_after(i)
        x = self.at(k)
        if x is None or (x.part == "number" and x.is_bound):
            return None
        if x.part == "number" and k not in self.used:
            return self.from_number(k)
        if x.key in ONE_OF:
            return People(1, 1, k, k)
        if x.key in MANY:
            return People(2, None, k, k)
        if not self.is_arabic:
            return self._ordinal(k) or self._english_head(k)
        if x.part == "person" or (x.part == "victim" and self.row[i].part != "victim"):
            if x.number == 3:
                return People(2, None, k, k, who_of(x), is_explicit=False)
            return self.listed(People(x.number, x.number, k, k, who_of(x)))
        return None

    def _ordinal(self, k: int) -> People | None:
        x = self.at(k)
        n = ORDINAL.get(x.key) if x else None
        nxt = self.at(k + 1)
        return People(n, n, k, k + 1) if n and nxt is not None and nxt.part in ("person", "victim") else None

    def _english_head(self, k: int) -> People | None:
        """Adjectives and titles before a person noun."""
        for j in range(k, min(k + 8, len(self.row))):
            x = self.row[j]
            if x.part == "person":
                nxt = self.at(j + 1)
                if nxt is not None and nxt.part == "person" and x.number == 1 + 2 * (nxt.number == 1):
                    continue
                if x.number == 1:
                    return self.listed(People(1, 1, j, j, who_of(x)))
                return People(2, None, j, j, who_of(x), is_explicit=False)
            if x.part == "mark" and x.key in ('"', "-", ".") and j + 1 < len(self.row) and (x.key != "." or len(self.row[j - 1].key) == 1):
                continue
            if x.part not in ("word", "time") or x.key in STOP or x.key == "and":
                return None
        return None

    def named_after(self, i: int) -> People | None:
        """A name or an unknown singular noun right after item `i` counts one."""
        k = self.first_after(i)
        x = self.at(k)
        if x is None or x.part != "word" or x.key in STOP or x.key in SUBSET or x.key in WITH or len(x.key) < 3:
            return None
        if self.is_arabic:
            bare = x.key.removeprefix("ال")
            if bare.endswith(("ين", "ون", "ات")) and len(bare) > 4:
                return People(2, None, k, k, is_explicit=False)
            return self.listed(People(1, 1, k, k))
        determined = self.row[k - 1].key in _DETERMINERS
        return self.listed(People(1, 1, k, k)) if x.is_capital or determined else None

    def number_before(self, i: int, again: bool = False) -> People | None:
        """A number standing right before item `i`, at most three words away."""
        for k in range(i - 1, max(-1, i - 5), -1):
            x = self.row[k]
            if x.part == "number" and x.count is not None:
                if k in self.used and not again:
                    return None
                n = x.count
                high = None if n.high is not None and n.how != "range" and AT_LEAST.match(self.shadow, x.end) else n.high
                return People(n.low, high, k, i)
            if (
                x.part not in ("word", "person")
                or x.key in STOP
                or x.key in SUBSET
                or x.key in WITH
                or x.key == "the"
                or (x.part == "word" and x.is_bound)
            ):
                return None
        return None
