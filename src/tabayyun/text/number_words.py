"""The closed classes of Arabic and English numerals and of the words that bound them, by folded form."""

from tabayyun.text.fold import key

_UNITS = {
    "واحد واحدة واحدا one": 1,
    "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي إثنان إثنين two both": 2,
    "ثلاث ثلاثة three": 3,
    "أربع أربعة four": 4,
    "خمس خمسة five": 5,
    "ست ستة six": 6,
    "سبع سبعة seven": 7,
    "ثمان ثماني ثمانية eight": 8,
    "تسع تسعة nine": 9,
    "عشر عشرة عشرا ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
_TENS = {
    "عشرون عشرين twenty": 20,
    "ثلاثون ثلاثين thirty": 30,
    "أربعون أربعين forty fourty": 40,
    "خمسون خمسين fifty": 50,
    "ستون ستين sixty": 60,
    "سبعون سبعين seventy": 70,
    "ثمانون ثمانين eighty": 80,
    "تسعون تسعين ninety": 90,
}
_HUNDREDS = {
    "مئة مائة ماية hundred": 100,
    "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي": 200,
    "ثلاثمئة ثلاثمائة": 300,
    "أربعمئة أربعمائة": 400,
    "خمسمئة خمسمائة": 500,
    "ستمئة ستمائة": 600,
    "سبعمئة سبعمائة": 700,
    "ثمانمئة ثمانمائة ثمانيمئة": 800,
    "تسعمئة تسعمائة": 900,
}
_THOUSANDS = {
    "ألف آلاف thousand": 1000,
    "ألفان ألفين ألفا ألفي": 2000,
    "مليون ملايين million": 1_000_000,
    "مليونان مليونين مليوني مليونا": 2_000_000,
    "مليار مليارات billion": 1_000_000_000,
}
_VAGUE = {
    "عشرات dozens scores": (20, None),
    "مئات مائات hundreds": (200, None),
    "آلاف الاف thousands": (2000, None),
    "بضع بضعة": (3, 9),
    "عدة عدد عددا several some few many numerous number": (2, None),
}


def _spread(table: dict[str, int]) -> dict[str, int]:
    return {key(w): n for words, n in table.items() for w in words.split() if w != "أحد"}


UNIT, TEN, HUNDRED, THOUSAND = (_spread(t) for t in (_UNITS, _TENS, _HUNDREDS, _THOUSANDS))
LOOSE = {key(w): span for words, span in _VAGUE.items() for w in words.split()}
TEEN_FIRST = {key(w): n for w, n in {"أحد": 11, "إحدى": 11, "حادي": 11}.items()}
ALL = {**THOUSAND, **HUNDRED, **TEN, **UNIT}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000}

_AT_LEAST = (
    "ما لا يقل عن|لا يقل عن|لا تقل عن|ما لا يقل عددهم عن|على الأقل|بما لا يقل عن|at least|no fewer than|no less than|not less than"
    "|not fewer than|a minimum of|at minimum"
)
_MORE_THAN = (
    "أكثر من|أزيد من|ما يزيد على|ما يزيد عن|يزيد على|يزيد عن|ما يربو على|ما يربو عن|تجاوز|تجاوزت|يتجاوز|تتجاوز|ما يفوق|يفوق|تفوق|فوق"
    "|more than|over|upwards of|in excess of|exceeding|exceeded|exceeds|above"
)
_ABOUT = (
    "نحو|حوالي|قرابة|زهاء|ما يقارب|ما يقرب من|يقارب|قريب من|تقريبا|about|around|some|nearly|almost|roughly|approximately|an estimated"
    "|approx|close to|just under|just over|exactly|as few as|a total of|another|additional"
)
_UP_TO = "ما يصل إلى|ما يصل الى|up to|as many as|at most|no more than|not more than|لا يزيد عن|لا يتجاوز"
_LESS = "أقل من|ما يقل عن|fewer than|less than|under"
MODIFIERS = ((_AT_LEAST, "least"), (_MORE_THAN, "more"), (_ABOUT, "about"), (_UP_TO, "upto"), (_LESS, "less"))
"""(forms joined by `|`, how they bound the number after them)."""
