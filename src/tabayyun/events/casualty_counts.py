"""What each word of death or injury counts: one reading for each, by its grammar."""

from dataclasses import replace

from tabayyun.events.casualty_items import Item
from tabayyun.events.casualty_people import AFTER, SUBSET, People
from tabayyun.events.casualty_victims import TOLLS, Reading, Victims
from tabayyun.text.fold import key

_BE = frozenset("was were been being be is are got get".split())
_FILLERS = frozenset(map(key, "فقط على الأقل حتى الآن رقم only number the that figure من at least of them total".split()))
_AMONG = frozenset(map(key, "بينهم بينهن بينها بينهما وبينهم ضمنهم including".split()))
_UNSURE = frozenset({"ar.deed.ightiyal", "ar.deed.suqut"})
_ALONE = frozenset({"ar.suffer.qutil", "ar.suffer.istashhad", "ar.suffer.tuwuffi"})
_ACTIVE = frozenset({"ar.inflict.arda"})


def read_counts(row: list[Item], shadow: str, language: str) -> list[Reading]:
    """Every count of killed and injured in a row of items, in reading order."""
    reader = _Reader(row, shadow, language)
    out: list[Reading] = []
    for i, item in enumerate(row):
        found = reader.read(i, item)
        if found is not None and not (
            found.is_explicit and _follows_after(row, i) and any(r.role == found.role and r.is_explicit for r in out)
        ):
            out.append(found)
    if any(r.rule == "pronoun" for r in out) and any(r.rule in ("deed", "subject", "verb-singular") and r.role == "killed" for r in out):
        out = [r for r in out if r.rule != "pronoun"]  # "the death of X ... his death": the same
    return [replace(r, is_part=True) if r.is_explicit and reader.is_subset(r) else r for r in out] or reader.bare()


def _follows_after(row: list[Item], i: int) -> bool:
    """ "rose to nine after four died": the later count is inside the earlier one."""
    since = row[i - 2] if i > 1 and row[i].part == "deed" and row[i - 1].key in (key("من"), "of", "since") else None
    is_dated = since is not None and since.part == "time" and since.key.split(" ")[0].lstrip("و") in AFTER
    return is_dated or any(x.key.lstrip("و") in AFTER for x in row[max(0, i - 4) : i])


class _Reader(Victims):
    """Reads one row, word by word."""

    def is_subset(self, r: Reading) -> bool:
        """Whether "among them" opens what was counted."""
        at = next((k for k, x in enumerate(self.row) if x.start >= r.start), 0)
        return any(x.key in _AMONG for x in self.row[max(0, at - 2) : at])

    def read(self, i: int, item: Item) -> Reading | None:
        """What item `i` counts; None where it is no word of death or injury, or counts nobody."""
        if item.part == "safe":
            return self._zero(item, "safe")
        if item.part == "zero":
            return self._zero(item, "none") if self._negated(item) and not self._muted(i, item) else None
        is_fall = item.entry is not None and item.entry.id == "ar.suffer.saqat"
        if item.part in ("victim", "suffer", "act") and not item.is_definite and not is_fall and self._negated(item):
            return None if self._muted(i, item) else self._zero(item, "none")
        if item.part == "deed" and self._negated(item):
            return None
        if item.part == "other":
            before, nxt = self.at(i - 1), self.at(i + 1)
            if nxt is not None and nxt.part == "person" and not nxt.is_bound:
                return None
            counted = self.number_before(i)
            if counted is None and before is not None and before.key in _BE:
                counted = self.people_before(i)
                counted = counted if counted is not None and counted.is_explicit else None
            return self._made(item, counted, "other")
        kinds = {
            "victim": self._victim,
            "deed": self._deed,
            "suffer": self._suffer,
            "act": self._act,
            "inflict": self._inflict,
            "toll": self._toll,
        }
        return kinds[item.part](i, item) if item.part in kinds else None

    def _deed(self, i: int, item: Item) -> Reading | None:
        name = item.entry.id if item.entry else ""
        before, nxt = self.at(i - 1), self.at(i + 1)
        if before is not None and before.key.startswith(("محاول", "لمحاول")):
            return None
        if item.suffix:
            if name == "ar.deed.suqut" or (item.role == "injured" and (before is None or before.key not in (key("عن"), key("إلى")))):
                return None
            is_verb_object = any(x.entry and x.entry.id == "ar.suffer.masra" for x in self.row[max(0, i - 8) : i])
            if is_verb_object or item.suffix in ("هم", "نا", "هن", "ا") or "ب" in item.prefix:
                return None
            n = 2 if item.suffix == "هما" else 1
            return self._made(item, self.listed(People(n, n, i, i)), "pronoun")
        if (
            before is not None
            and before.part == "number"
            and item.key in (key("إصابة"), key("وفاة"))
            and (cases := self.number_before(i)) is not None
        ):
            return self._made(item, cases, "number-before")
        if before is not None and before.key in (key("حالات"), key("حالة")) and (cases := self.number_before(i - 1)) is not None:
            return self._made(item, cases, "cases")
        if nxt is not None and nxt.part == "deed" and nxt.is_bound and nxt.role != item.role:
            return self._shared(i, item, i + 1)
        people = self.people_after(i)
        if name == "ar.deed.suqut":
            first = self.at(people.last + 1) if people else None
            alone = people is not None and (people.has_noun or first is None or first.part == "mark")
            is_victim = people is not None and any(x.part == "victim" for x in self.row[people.first : people.last + 2])
            return self._made(item, people, "deed") if alone and not is_victim else None
        if people is not None and not people.is_explicit and self.is_arabic and "ال" in self.row[people.first].prefix:
            return None
        if people is None and name not in _UNSURE and item.role == "killed" and "ال" not in item.prefix:
            people = self.named_after(i)
        return self._made(item, people, "deed")

    def _shared(self, i: int, item: Item, j: int) -> Reading | None:
        """ "killed and hurt N": the share of each is open."""
        people = self.people_after(j)
        return self._made(item, People(2, None, i, people.last), "shared") if people else None

    def _suffer(self, i: int, item: Item) -> Reading | None:
        name = item.entry.id if item.entry else ""
        before = self.at(i - 1)
        if before is not None and before.key in (key("حالات"), key("حالة"), key("عمليات")):
            return self._made(item, self.number_before(i - 1), "cases")
        if self.is_arabic and (toll := self._toll_before(i, item) or self._toll_of_those(i, item)) is not None:
            return toll
        if name in ("ar.suffer.masra", "ar.suffer.faqad") and not any(
            x.key.lstrip("ب").startswith(("مصرع", "حتف", "حتوف", "حيات")) for x in self.row[i : i + 14]
        ):
            return self._inflict(i, item) if item.key.endswith(key("فقدت")) else None
        if not self.is_arabic:
            return self._made(item, self.people_before(i), "subject")
        if name == "ar.suffer.saqat":
            people = self.people_after(i)
            fallen = people is not None and people.has_noun and self.row[people.first].part == "number"
            return self._made(item, people, "subject") if fallen else None
        nxt = self.at(self.first_after(i))
        if name == "ar.suffer.qada" and nxt is not None and nxt.key == key("على"):
            return self._made(item, self.people_after(self.first_after(i)), "object")
        if nxt is not None and nxt.part == "suffer" and nxt.is_bound and nxt.role != item.role and item.number == 1:
            return self._shared(i, item, i + 1)
        made = self._made(item, self._subject(i, item), "subject")
        if made is not None:
            return replace(made, low=made.low + 1, high=made.high + 1 if made.high is not None else None) if self._with_him(i) else made
        if name == "ar.suffer.qada" and not item.key.endswith("ت"):
            return self._made(item, self.named_after(i), "subject")
        if name == "ar.suffer.usib":
            named = self.named_after(i)
            return self._made(item, named, "subject") if named and not self.row[named.first].key.startswith("ب") else None
        if name in _ALONE and item.number == 1:
            return self._made(item, self.named_after(i) or People(1, 1, i, i, is_explicit=False), "verb-singular")
        return None

    def _toll_of_those(self, i: int, item: Item) -> Reading | None:
        """ "عدد من قُتلوا ... إلى ستة"."""
        tolls = any(
            x.key.removeprefix("و").removeprefix("ال") in TOLLS or (x.part == "number" and x.key == key("عدد"))
            for x in self.row[max(0, i - 3) : i]
        )
        return self._toll_after(i, item) if tolls and item.number == 3 else None

    def _with_him(self, i: int) -> bool:
        """ "two companions were killed with him"."""
        nxt = self.at(i + 1)
        return nxt is not None and nxt.key in (key("معه"), key("معها")) and self.row[i].number == 2

    def _subject(self, i: int, item: Item) -> People | None:
        after = self.people_after(i)
        if after is not None and (item.number == 1 or (after.is_explicit and self.row[self.first_after(i)].part == "number")):
            return after
        before = self.people_before(i) if not (item.prefix in ("و", "ف") and item.number == 1) else None
        if before is not None:
            return before
        if item.number == 2:
            return People(2, 2, i, i)
        far = self.people_far(i)
        if far is not None:
            return far
        return People(2, None, i, i, is_explicit=False) if item.number == 3 else None

    def _inflict(self, i: int, item: Item) -> Reading | None:
        nxt = self.at(i + 1)
        if nxt is not None and nxt.key == key("الفور"):
            return self._made(item, self.people_before(i), "subject")
        if item.suffix in ("ه", "ها") or (
            item.key.endswith(("ته", "له", "لوه", "دوه", "داه", "ياه"))
            and item.entry
            and item.entry.id in ("ar.inflict.qatala", "ar.inflict.arda")
        ):
            return self._made(item, self.listed(People(1, 1, i, i)), "object-pronoun") if item.role == "killed" else None
        if item.entry and item.entry.id in _ACTIVE and not item.key.endswith("وا"):
            return self._made(item, self._object_past_subject(i), "object")
        people = self.people_after(i)
        if people is None and (nxt := self.at(i + 1)) is not None and nxt.key in ("him", "her", "them"):
            n = 2 if nxt.key == "them" else 1
            people = self.listed(People(n, None if n == 2 else 1, i + 1, i + 1))
        if people is None and item.role == "killed" and not (item.entry and item.entry.id == "ar.suffer.faqad"):
            people = self.named_after(i)
        if (
            people is not None
            and item.role == "injured"
            and not people.has_noun
            and self.is_arabic
            and self.row[people.first].part != "number"
        ):
            return None
        return self._made(item, people, "object")

    def _object_past_subject(self, i: int) -> People | None:
        """ "اغتال مسلحون ... إماماً": a plural right after the verb did it; the object comes later and is one unless counted."""
        after = self.people_after(i)
        if after is not None and after.high == after.low == 1:
            return after
        far = (
            self.people_far(after.last if after else i)
            if after is None or not after.is_explicit or self.row[after.first].part == "person"
            else after
        )
        return far or People(1, 1, i, i, is_explicit=False)

    def _act(self, i: int, item: Item) -> Reading | None:
        """English participles and past tenses: of those hit after "be" or at a clause's end, of what hits before an object."""
        before = [x.key for x in self.row[max(0, i - 4) : i] if x.part == "word"][-3:]
        nxt = self.at(i + 1)
        if (
            i
            and self.row[i - 1].part == "number"
            and (counted := self.number_before(i)) is not None
            and (nxt is None or nxt.part != "number")
        ):
            return self._made(item, counted, "reduced")
        if any(b in _BE for b in before) and before[-1:] not in (["had"], ["have"], ["has"]):
            return self._made(item, self.people_before(i), "passive")
        if before[-1:] in (["the"], ["those"], ["number"]) or before[-2:-1] == ["number"]:
            if self._is_partitive(i):
                return None if self._died_later(i, item) else self._part_of(i, item)
            return self._toll_after(i, item)
        people = self.people_after(i)
        if people is not None and nxt is not None and nxt.part != "time":
            return self._made(item, people, "object")
        if nxt is not None and nxt.key in ("him", "her", "them"):
            return self._inflict(i, item)
        number = self.number_before(i)
        if number is not None:
            return self._made(item, number, "reduced")
        if nxt is not None and (named := self.named_after(i)) is not None:
            return self._made(item, named, "object")
        people = self.people_before(i)
        return self._made(item, people, "reduced") if people is not None and people.has_noun else None

    def bare(self) -> list[Reading]:
        """A content that is nothing but a number, or opens on a part of a toll: the dead, where nothing else is said."""
        numbers = [k for k, x in enumerate(self.row) if x.part == "number"]
        words = [x for x in self.row if x.part in ("word", "person")]
        if not numbers:
            return []
        first = self.row[0]
        if (
            len(numbers) == 1
            and all(x.key in _FILLERS or x.part == "person" for x in words)
            and not any(x.part in ("time", "other") for x in self.row)
        ):
            return self._dead(self.from_number(numbers[0]), "bare", False)
        of_them = self.at(numbers[0] + 1)
        them = self.at(numbers[0] + 2)
        is_of = of_them is not None and (
            of_them.key in (key("منهم"), key("منهن")) or (of_them.key == "of" and them is not None and them.key == "them")
        )
        if first.key in SUBSET or (numbers[0] == 0 and is_of and self._says_who(numbers[0] + 2)):
            return self._dead(self.from_number(numbers[0]), "bare-part", True)
        return []

    def _says_who(self, k: int) -> bool:
        """ "four of them children": what follows names people and tells no other deed."""
        ahead = [x for x in self.row[k : k + 4] if x.key not in ("them", "were", "are", key("كانوا"))]
        return bool(ahead) and ahead[0].part == "person"

    def _dead(self, people: People, rule: str, is_part: bool) -> list[Reading]:
        start, end = self.row[people.first].start, self.row[people.last].end
        return [Reading("killed", people.low, people.high, start, end, (start, end), "", rule, people.who, True, is_part)]
