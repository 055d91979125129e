"""Words cut to stems, as features: what the words around a known word say of whether readers fill a slot."""

from collections.abc import Sequence
from functools import lru_cache

_ARABIC_FRONT = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ف")
_ARABIC_END = ("ات", "ون", "ين", "ان", "ها", "هم", "تين", "ه", "ي", "ا", "ت")
_ENGLISH_END = ("ing", "ed", "es", "s", "ly")


@lru_cache(maxsize=32768)
def stem(word: str, language: str) -> str:
    """A folded word without its commonest front and end, so that inflected forms fall together; three letters or more stay."""
    fronts, ends, least = (_ARABIC_FRONT, _ARABIC_END, 3) if language == "ar" else ((), _ENGLISH_END, 4)
    front = next((f for f in fronts if word.startswith(f) and len(word) - len(f) >= least), "")
    word = word[len(front) :]
    end = next((e for e in ends if word.endswith(e) and len(word) - len(e) >= least), "")
    return word[: len(word) - len(end)]


def joined(value: str, features: Sequence[str]) -> tuple[str, ...]:
    """Every feature alone, and joined to the class that the candidate would fill in."""
    return (*features, *(f"{value}>{f}" for f in features))
