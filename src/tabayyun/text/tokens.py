"""Words, numbers and punctuation of a shadow."""

import re

from tabayyun.model.text import Token

_TOKEN = re.compile(r"(?P<word>\d+(?:[.,:/]\d+)+(?![^\W_])|[^\W_]+(?:['.\-](?=[^\W_])[^\W_]+)*)|(?P<mark>[^\w\s]|_)")


def tokens(shadow: str) -> tuple[Token, ...]:
    """Every token of the shadow in reading order; white space lies between them.

    A number keeps its inner marks (`10:30`, `1,500`, `3/4`).
    A word keeps inner apostrophes, dots and hyphens (`u.s`, `isis-k`, `الـ` + `sdf` stay apart by script).
    """
    return tuple(Token(m.start(), m.end(), m.group(), m.lastgroup == "word") for m in _TOKEN.finditer(shadow))
