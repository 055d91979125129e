"""Everything Tabayyun raises on purpose.

TabayyunError
├── InputError      T3xx  one document cannot be read; the run goes on
├── DataError       T2xx  shipped or user data files are faulty; carries every fault at once
└── UsageError      T4xx  the command was called wrongly
"""

from dataclasses import dataclass


class TabayyunError(Exception):
    """Base of all errors of this package; messages begin with a code like `[T301]`."""


class InputError(TabayyunError):
    """A document that cannot be read: says which, why, and what to do."""


class UsageError(TabayyunError):
    """A call that makes no sense: says which part and what would."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of one data file."""

    file: str
    entry: str
    key: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"[T201] {self.file}, {self.entry}, {self.key}: {self.problem}; {self.remedy}"


class DataError(TabayyunError):
    """Data files are faulty; `faults` holds all of them."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(f) for f in faults))
