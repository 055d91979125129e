"""Who a verb of death or injury is about: the subject before it, the people further on."""

from tabayyun.events.casualty_people import BREAK, ONE_OF, SUBSET, People, Row, who_of


class Clause(Row):
    """A row of items with its verbs' clauses."""

    def has_counted_before(self, i: int) -> bool:
        """Whether the number right before item `i` is already counted."""
        return any(k in self.used and self.row[k].part == "number" for k in range(max(0, i - 2), i))

    def clause_start(self, i: int) -> int:
        """Where the clause of a verb begins, going back over what stands between commas."""
        for k in range(i - 1, -1, -1):
            x = self.row[k]
            if x.key in (".", ";", ":", "?") and not (x.key == "." and k and len(self.row[k - 1].key) == 1):
                return k + 1
            if x.part == "time" and x.key.endswith(".m.") and k + 1 < i and self.row[k + 1].is_capital:
                return k + 1
            if x.part in ("deed", "inflict") or (x.part in ("suffer", "act", "toll") and k < i - 1):
                return k + 1
            if x.key in BREAK and k < i - 1:
                return k + 1
            if x.key == "and" and not self._joins_people(k):
                return k + 1
        return 0

    def _joins_people(self, k: int) -> bool:
        before, after = self.row[max(0, k - 3) : k], self.row[k + 1 : k + 5]
        return any(x.part in ("person", "number") for x in before) and any(x.part in ("person", "number") for x in after)

    def people_before(self, i: int) -> People | None:
        """The subject before a verb: the first number or else the first person of its clause, no subset."""
        begin = self.clause_start(i)
        if not self.is_arabic and (of_them := self._of_whom(i)) is not None:
            return of_them
        best: People | None = None
        in_subset = False
        for k in range(begin, i):
            x = self.row[k]
            in_subset = in_subset or x.key in SUBSET
            if in_subset or k in self.used:
                continue
            if x.part == "number" and x.count is not None and (best is None or not self.is_arabic or (best.last < k - 1 and best.low != 1)):
                return self.from_number(k)
            if x.key in ONE_OF:
                return People(1, 1, k, k)
            if best is None and not self.is_arabic and (found := self._ordinal(k)) is not None:
                return found
            hurt = x.part == "victim" and x.role == "injured" and x.number == 2
            if (x.part == "person" or hurt) and best is None:
                n = x.number
                nxt = self.at(k + 1)
                if not self.is_arabic and nxt is not None and nxt.part == "person":
                    continue
                best = People(2, None, k, k, who_of(x), is_explicit=False) if n == 3 else self.listed(People(n, n, k, k, who_of(x)))
        if best is None and not self.is_arabic and begin <= i:
            words = [x.key for x in self.row[max(0, begin - 1) : i]]
            if not any(x.part == "word" for x in self.row[begin:i]):
                return People(1, 1, i, i, is_explicit=False) if begin else None
            plural = any(w in ("they", "we", "those", "many", "them") for w in words)
            return People(2, None, begin, begin, is_explicit=False) if plural else People(1, 1, begin, begin, is_explicit=False)
        return best

    def _of_whom(self, i: int) -> People | None:
        """ "three of whom died"."""
        keys = [x.key for x in self.row[max(0, i - 5) : i]]
        if "whom" not in keys:
            return None
        for k in range(i - 1, max(-1, i - 7), -1):
            x = self.row[k]
            if x.part == "number" and x.count is not None:
                return People(x.count.low, x.count.high, k, k)
            if x.key == "one":
                return People(1, 1, k, k)
        return None

    def people_far(self, i: int) -> People | None:
        """A number with people further on in the clause."""
        for k in range(i + 1, min(i + 16, len(self.row))):
            x = self.row[k]
            if x.part in ("deed", "suffer", "inflict") or x.key in (".", ";") or x.key in SUBSET:
                return None
            if x.part == "number" and k not in self.used:
                found = self.from_number(k)
                nxt = self.at(k + 1)
                if (found.has_noun and found.who != "none") or (nxt is None) or nxt.part == "victim":
                    return found
            if x.part == "person" and x.number in (1, 2) and not x.is_definite:
                return self.listed(People(x.number, x.number, k, k, who_of(x)))
        return None
