"""Nouns of the dead and the hurt, tolls, and "nobody": one reading for each."""

import re
from dataclasses import dataclass, replace

from tabayyun.events.casualty_clauses import Clause
from tabayyun.events.casualty_items import Item
from tabayyun.events.casualty_people import AFTER, AT_LEAST, MANY, ONE_OF, SUBSET, People, who_of
from tabayyun.text.fold import key

_NEGATION_AR = re.compile(
    r"(?<![^\W_])[وف]?(?:ب?دون|بلا|بغير|من غير|عدم|لا(?! يقل| تقل| يزال| تزال)|لم|لن|ليس|ليست|ما"
    r" في|مافي|نفي|نفت|غياب)(?P<gap>(?:\s+[^\s,;:.]+){0,6})\s*\Z"
)
_NEGATION_EN = re.compile(r"\b(?:no|without|zero|not|nobody|never|neither|nor|none)\b(?P<gap>(?:[\s\-\"]+[^\s,;:]+){0,5})[\s\"]*\Z")
_EXCEPT = frozenset(
    map(
        key,
        (
            "سوى إلا لماذا كيف متى هل السؤال يعرف يعلم نعرف نعلم أعرف أعلم معروفا واضحا يتضح تتضح "
            "except but only say said how whether because yet know known clear why who"
        ).split(),
    )
)
_NEWS = frozenset(map(key, "أنباء معلومات بلاغات بلاغ حديث تقارير يبلغ يفد تفد يبلغوا reports report word news figures reporting".split()))
_TO = frozenset(
    map(
        key,
        (
            "إلى بلغ بلغت عند كان كانت كانوا هم وبلغ at to of as is was were are stands reached exceeded : stood hit topped passed above"
        ).split(),
    )
)
_HITS = frozenset(map(key, "مباشرة محققة دقيقة مؤكدة قاتلة".split()))
"""Behind إصابات: hits on a target, nobody hurt."""
_OF_THEM = frozenset(map(key, "أحدهم إحداهن أحدهما".split()))
_ONLY = frozenset(map(key, "فقط only".split()))
TOLLS = frozenset(map(key, "حصيلة عدد محصلة".split()))
_BARE = frozenset({"en.victim.dead", "ar.victim.jutha", "ar.victim.dahiya", "ar.victim.musab", "ar.victim.wafa"})
"""Nouns whose plain plural counts nobody: "bodies were removed"."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One count of one role, shadow offsets; `is_explicit` when a number, dual or person says it."""

    role: str
    low: int
    high: int | None
    start: int
    end: int
    anchor: tuple[int, int]
    entry: str
    rule: str
    who: str = "unknown"
    is_explicit: bool = True
    is_part: bool = False
    is_zero: bool = False


class Victims(Clause):
    """Reads what nouns of victims and words for a toll count."""

    def _negated(self, item: Item) -> bool:
        pattern = _NEGATION_AR if self.is_arabic else _NEGATION_EN
        begin = max(self.row[0].start, item.start - 60)
        while begin and self.shadow[begin - 1].isalpha() and self.shadow[begin].isalpha():
            begin -= 1
        end = item.start - len(item.prefix) if self.is_arabic else item.start
        m = pattern.search(self.shadow, begin, max(begin, end))
        if m is None or _EXCEPT & set(m["gap"].split()):
            return False
        return not any(x.part == "number" and m.start() < x.end <= item.start for x in self.row)

    def _muted(self, i: int, item: Item) -> bool:
        """ "no reports of casualties", "no injuries were reported": nobody is counted and nobody ruled out."""
        before = self.shadow[max(self.row[0].start, item.start - 60) : item.start].split()
        return any(w in _NEWS or w.removeprefix("ال") in _NEWS or w.removeprefix("ب") in _NEWS for w in before[-5:]) or "reported" in [
            x.key for x in self.row[i + 1 : i + 4]
        ]

    def _zero(self, item: Item, rule: str) -> Reading:
        role = item.role
        if rule == "none" and item.part != "zero":
            is_either = item.entry is not None and item.entry.id == "ar.victim.dahiya"
            role = (
                "both"
                if is_either or item.key in ("hurt", "harmed", "victims") or (self.is_arabic and item.role == "injured")
                else item.role
            )
        return Reading(role, 0, 0, item.start, item.end, (item.start, item.end), item.entry.id if item.entry else "", rule, is_zero=True)

    def _victim(self, i: int, item: Item) -> Reading | None:
        before, after = self.at(i - 1), self.at(i + 1)
        if before is not None and ((before.part == "victim" and before.role == item.role) or before.key == key("لوجود")):
            return None
        if after is not None and item.number == 3 and after.key in _HITS:
            return None
        if after is not None and after.key in ("included", "include", "includes"):
            people = self.people_after(i + 1)
            made = self._made(item, people, "part-of")
            return replace(made, is_part=True) if made else None
        if (
            after is not None
            and after.key == "of"
            and item.key in ("deaths", "bodies", "body")
            and (people := self.people_after(i + 1)) is not None
        ):
            return self._made(item, people, "of")
        if self._died_later(i, item) or self._is_theirs(item, after):
            return None
        if self._is_partitive(i):
            return self._part_of(i, item)
        if i in self.used:
            return None
        if (
            item.is_bound
            and item.is_definite
            and before is not None
            and before.part == "victim"
            and (same := self.number_before(i - 1, True)) is not None
        ):
            return self._made(item, same, "number-before")
        number = self.number_before(i) or (self._ordinal(i - 1) if not self.is_arabic else None)
        if number is not None:
            return self._made(item, number, "number-before")
        is_another = item.is_bound and before is not None and before.part == "victim" and before.role != item.role
        if self.has_counted_before(i) and not is_another:
            return None
        return self._uncounted(i, item, before, after)

    def _uncounted(self, i: int, item: Item, before: Item | None, after: Item | None) -> Reading | None:
        """A noun of victims without a number in front: a dual, a toll said elsewhere, one or several."""
        if self.is_arabic and item.number == 2:
            high = None if AT_LEAST.match(self.shadow, item.end) else 2
            return self._made(item, People(2, high, i, i), "dual")
        if item.key == "injuries":
            suffered = any(x.key in ("suffered", "sustained", "with") for x in self.row[max(0, i - 3) : i])
            people = self.people_before(i) if suffered else None
            return self._made(item, people, "subject") if people and people.has_noun else None
        if item.key == "dead" and before is not None and before.key != "the":
            people = self.people_before(i)
            return self._made(item, people, "predicate") if people and people.is_explicit else None
        if item.is_definite or (before is not None and before.key in ("the", "his", "her", "their", "its")):
            adjective = after is not None and after.part == "number" and "ال" in after.prefix
            if adjective:
                return self._made(item, self.from_number(i + 1), "adjective")
            return self._toll_after(i, item) or self._the_one(i, item)
        if any(x.key.removeprefix("و").removeprefix("ال") in TOLLS for x in self.row[max(0, i - 2) : i]) or (
            after is not None and (after.key in _TO or (item.key in ("deaths", "fatalities") and self._rises(i)))
        ):
            return self._toll_after(i, item) or self._toll_before(i, item)
        if item.entry and item.entry.id == "ar.victim.jutha" and item.number != 2:
            people = self.people_after(i)
            return self._made(item, people, "of") if people is not None and people.is_explicit and not item.is_definite else None
        if item.number == 1:
            is_said = item.role == "injured" or any(
                x.part in ("suffer", "inflict") and x.role == item.role for x in self.row[max(0, i - 8) : i]
            )
            return None if is_said else self._made(item, People(1, 1, i, i, is_explicit=False), "singular")
        if item.entry and item.entry.id in _BARE:
            return None
        return self._made(item, People(2, None, i, i, is_explicit=False), "plural")

    def _rises(self, i: int) -> bool:
        """ "deaths in the town have risen to 34"."""
        return any(x.key in ("risen", "rose", "rising", "reached", "climbed", "stand", "stood") for x in self.row[i + 1 : i + 8])

    def _the_one(self, i: int, item: Item) -> Reading | None:
        """ "the victim was a farmer", "القتيل فلاح": one, where nothing else counts the dead."""
        is_one = item.number == 1 and item.role == "killed" and not item.suffix and item.key != "body"
        return self._made(item, People(1, 1, i, i, is_explicit=False), "singular") if is_one else None

    def _is_theirs(self, item: Item, after: Item | None) -> bool:
        """ "جثتيهما", "جثمان أحدهم": the body of one counted elsewhere."""
        if item.entry is None or item.entry.id != "ar.victim.jutha":
            return False
        return item.suffix in ("هما", "هم", "هن") or (after is not None and after.key in _OF_THEM)

    def _died_later(self, i: int, item: Item) -> bool:
        """ "the death of two wounded men", "five of the wounded died": counted among the dead."""
        if item.role != "injured":
            return False
        behind, ahead = self.row[max(0, i - 4) : i], self.row[i + 1 : i + 3]
        return (
            any(x.part == "deed" and x.role == "killed" and not self._is_fall(x) for x in behind)
            and not any(x.key == "," or x.is_bound for x in (*behind[-3:], item))
        ) or any(
            x.part == "suffer" and x.role == "killed" and not x.is_bound and not self._is_fall(x) and self._has_no_count(k)
            for k, x in enumerate(ahead, i + 1)
        )

    @staticmethod
    def _is_fall(x: Item) -> bool:
        """ "سقوط", "سقط": of the dead and of the hurt."""
        return x.entry is not None and x.entry.id in ("ar.deed.suqut", "ar.suffer.saqat")

    def _has_no_count(self, k: int) -> bool:
        """ "21 wounded, seven of whom died": the verb counts others than the noun before it."""
        nxt = self.at(k + 1)
        return nxt is None or (nxt.part != "number" and nxt.key not in ONE_OF)

    def _is_partitive(self, i: int) -> bool:
        before, further = self.at(i - 1), self.at(i - 2)
        if before is None:
            return False
        if self.is_arabic:
            return self.row[i].is_definite and before.key in (key("بين"), key("وبين"), key("من"), key("ضمن"))
        return before.key == "among" or (before.key == "the" and further is not None and further.key in ("of", "among"))

    def _part_of(self, i: int, item: Item) -> Reading | None:
        people = self.number_before(i - 1) or self.number_before(i - 2) or self.people_after(i)
        beside = self.at(i - 2)
        if people is None and self.is_arabic and beside is not None and beside.part == "person" and beside.number in (1, 2):
            people = People(beside.number, beside.number, i - 2, i - 2, who_of(beside))
        if people is None and not self.is_arabic:
            people = self.people_before(i)
            people = people if people is not None and people.is_explicit and people.first < i - 1 else None
        if people is not None and not self.is_arabic and self.row[people.first].key in MANY:
            return None
        made = self._made(item, people, "part-of")
        return replace(made, is_part=True) if made else None

    def _toll(self, i: int, item: Item) -> Reading | None:
        if item.role != "none":
            return self._toll_after(i, item)
        ahead = self.row[i + 1 : i + 12]
        near = ahead[: next((k for k, x in enumerate(ahead[:4]) if x.part == "number"), 4)]
        if item.key.removeprefix("و").removeprefix("ال") != key("حصيلة") or any(x.part in ("victim", "deed", "suffer") for x in near):
            return None
        used = set(self.used)
        found = self._toll_after(i, replace(item, role="killed"))
        if found is not None and any(x.part == "victim" and found.start <= x.start <= found.end + 2 for x in ahead):
            self.used = used  # the victims behind the number count it themselves
            return None
        return found

    def _toll_after(self, i: int, item: Item) -> Reading | None:
        """ "the dead at 26", "عدد القتلى إلى عشرة": the number that a toll reaches."""
        for k in range(i + 1, min(i + 24, len(self.row))):
            x = self.row[k]
            if x.part in ("deed", "suffer", "inflict") or x.key in (".", ";") or x.key in AFTER or x.key in SUBSET:
                return None
            if x.part == "victim" and x.role != item.role:
                return None
            if (
                x.count is not None
                and x.count.how == "range"
                and x.count.high
                and x.key.startswith(("from ", "من "))
                and k not in self.used
            ):
                return self._made(item, People(x.count.high, x.count.high, k, k), "toll")
            nxt = self.at(k + 1)
            if x.part == "number" and nxt is not None and nxt.part == "victim" and nxt.role != item.role and not nxt.is_bound:
                return None
            if x.part == "number" and x.key != "both" and k not in self.used and self._is_reached(k, i):
                return self._made(item, self.from_number(self._last_of_change(k)), "toll")
        return None

    def _toll_before(self, i: int, item: Item) -> Reading | None:
        """ "ارتفع إلى ستة عدد القتلى": the number stands before the word for the toll."""
        tolls = [k for k in range(max(0, i - 4), i) if self.row[k].key.removeprefix("و").removeprefix("ال") in TOLLS]
        for k in range(tolls[-1] - 1, max(-1, tolls[-1] - 8), -1) if tolls else ():
            if self.row[k].part == "number" and k not in self.used and k and self.row[k - 1].key in _TO:
                return self._made(item, self.from_number(k), "toll")
        return None

    def _is_reached(self, k: int, i: int) -> bool:
        x, before = self.row[k], self.row[k - 1]
        if before.key in _TO or x.key.startswith(("تجاوز", "يتجاوز", "تتجاوز", "exceed")) or k <= i + 2:
            return True
        if self.is_arabic and x.count is not None and x.count.low > 1 and self._ends_at(k):
            return True
        return k - 2 > i and self.row[k - 2].key in _TO and before.part == "word"

    def _ends_at(self, k: int) -> bool:
        """ "عدد الشهداء الذين وصلوا ستة وعشرون": the number closes the clause, alone or with "only"."""
        after = self.at(k + 1)
        if after is not None and after.key in _ONLY:
            after = self.at(k + 2)
        return after is None or after.part == "mark"

    def _last_of_change(self, k: int) -> int:
        """ "from five to nine": the second number."""
        for j in range(k + 1, min(k + 4, len(self.row))):
            x = self.row[j]
            if x.part in ("victim", "person", "act"):
                return k
            if x.part == "number" and self.row[j - 1].key in ("to", key("إلى")):
                return j
        return k

    def _made(self, item: Item, people: People | None, rule: str) -> Reading | None:
        if people is None or people.low > 1_000_000:
            return None
        self.used |= {k for k in range(people.first, people.last + 1) if self.row[k].part in ("number", "victim")}
        start = min(self.row[people.first].start, item.start)
        end = max(self.row[people.last].end, item.end)
        return Reading(
            item.role,
            people.low,
            people.high,
            start,
            end,
            (item.start, item.end),
            item.entry.id if item.entry else "",
            rule,
            people.who,
            people.is_explicit,
        )
