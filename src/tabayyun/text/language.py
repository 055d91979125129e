"""Which language a paragraph is in, by script and letters first, by function words where the script is Latin."""

import re
from collections import Counter

_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_HEBREW = re.compile(r"[\u0590-\u05ff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
# letters that news in the language cannot do without and Arabic does not have
_SORANI = re.compile(r"[ڕڵۆێڤە]")
_URDU = re.compile(r"[ٹڈڑےںہھ]")
_PERSIAN = re.compile(r"[پچژگیک]")
_WORD = re.compile(r"[^\W\d_]+")
# the commonest function words, and words that short news lines can hardly do without, of languages that reach Middle East desks
_FUNCTION_WORDS = {
    "en": "the of and to in a that is was for on with as by at from it has had were said his an be which who after are not have this but"
    " their been would more than when there into over says kills killed wounded attack attacks strike strikes forces people against its"
    " army troops denies denied claims warns hits raid raids blast dead injured rockets missiles shelling gunmen militants town village"
    " ceasefire talks continues continue amid near says told another toll rises aid workers fighting",
    "fr": "le la les des du de et un une dans sur par pour que qui est au aux ont été selon avec son ses plus cette ces ils elle nous leur"
    " mais avoir être fait dont entre après avant contre sans sous deux trois quatre morts tués blessés attaque soldats affirme annoncé"
    " cinq frappe frappes roquettes tirs tirées civils armée combats depuis",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass bei nach"
    " wurde wurden einer einem über gegen drei vier getötet",
    "es": "el la los las de del y en que un una por con para se su al es lo como más fue han sus este esta entre tras según contra tres"
    " muertos",
    "tr": "ve bir bu da de için ile olarak olan daha çok gibi kadar sonra en ise ancak olduğu tarafından göre iki üç dört söyledi açıkladı"
    " belirtti bildirdi kaynaklar yerel bakan bakanlığı saldırı saldırıda asker askerin öldü yaralandı ordu öldürüldü kişi kişinin sivil"
    " siviller çatışma çatışmalar patlama patlamada sınırda sınırında sürüyor etti edildi dedi hava füze roket vurdu geldi haber",
    "it": "il la le di e in che un una per con del della dei sono da al nel non si è ha gli nella dopo contro secondo tre morti",
    "ku": "û li ji di de ku bi ne yên ya yê jî wî vê her bo bû ev hat kir hatin kes sê du çar kuştin dibêjin ragihand ragihandin êrîş êrîşê"
    " hêzên herêmî gund gundê bajarê got ser şer şerê birîndar leşker leşkerên artêşa wezareta daxuyanî kir dike didome dan da teqînê",
}
_LETTERS = {
    "tr": re.compile(r"[ğıİ]"),
    "ku": re.compile(r"[êîû]"),
    "fr": re.compile(r"[éèàœ]|\b[ldnsj]['’]|\bqu['’]"),
    "de": re.compile(r"[äöüß]"),
}
"""Letters and elisions that speak for a language; each counts half a function word."""
_TELLING = {"tr": re.compile(r"\w*[ğıİş]\w*"), "ku": re.compile(r"\w*[êîû]\w*"), "de": re.compile(r"\w*[äöß]\w*")}
"""Words with letters of one language: three of them decide where no function word is known, two in a line without a fallback."""
_PERSIAN_WORD = re.compile(r"\b(?:است|[کك]ه|در|را|این|های|شد|شدند|[کك]رد|[کك]ردند|می|برای|از|خود|آن|یک)\b")
_ARABIC_WORD = re.compile(r"\b(?:ال\w{2,}|في|من|على|إلى|الى|أن|إن|عن|قال|بين|بعد|التي|الذي)\b")
_FUNCTION_SETS = {lang: frozenset(words.split()) for lang, words in _FUNCTION_WORDS.items()}
_KNOWN = {w: lang for lang, words in _FUNCTION_SETS.items() for w in words}
_SHARED = {w for w in _KNOWN if sum(w in words for words in _FUNCTION_SETS.values()) > 1}


def language(text: str, fallback: str = "und") -> str:
    """ISO 639-1 code (`ckb` for Sorani) of a paragraph or document; `fallback` where too few letters decide."""
    arabic, latin = len(_ARABIC.findall(text)), len(_LATIN.findall(text))
    hebrew, cyrillic = len(_HEBREW.findall(text)), len(_CYRILLIC.findall(text))
    most = max(arabic, latin, hebrew, cyrillic)
    if most < 3:
        return fallback
    if hebrew == most:
        return "he"
    if cyrillic == most:
        return "ru"
    if arabic == most:
        return _arabic_script(text, arabic)
    return _latin_script(text, fallback)


def _arabic_script(text: str, letters: int) -> str:
    if len(_SORANI.findall(text)) > 0.02 * letters:
        return "ckb"
    if len(_URDU.findall(text)) > 0.03 * letters:
        return "ur"
    if len(_PERSIAN.findall(text)) > 0.04 * letters and not re.search(r"\bال\w+", text):
        return "fa"
    persian = len(_PERSIAN_WORD.findall(text))
    if len(_PERSIAN.findall(text)) > 0.04 * letters:
        return "fa" if persian else "ar"
    return "fa" if persian >= 2 and persian > len(_ARABIC_WORD.findall(text)) else "ar"


def _latin_script(text: str, fallback: str) -> str:
    words = [w.lower() for w in _WORD.findall(text)]
    votes = _votes(words, text.lower())
    if not votes:
        telling = {lang: len(letters.findall(text.lower())) for lang, letters in _TELLING.items()}
        likely = max(telling, key=lambda lang: (telling[lang], lang))
        if telling[likely] >= (2 if fallback == "und" else 3) and list(telling.values()).count(telling[likely]) == 1:
            return likely
        return fallback if len(words) < 12 else "und"
    best = min(votes, key=lambda lang: (-votes[lang], lang))
    if best != fallback and len(words) < 40 and votes[best] < 2 * votes[fallback] + 3:
        return fallback
    return best if votes[best] >= 2 or len(words) < 12 else "und"


def _votes(words: list[str], text: str) -> Counter[str]:
    """Two votes a function word of one language only, one where languages share it, up to two for a language's letters."""
    votes: Counter[str] = Counter()
    for w in words:
        if w in _SHARED:
            votes.update(lang for lang, known in _FUNCTION_SETS.items() if w in known)
        elif w in _KNOWN:
            votes[_KNOWN[w]] += 2
    for lang, letters in _LETTERS.items():
        if votes[lang]:
            votes[lang] += min(2, len(letters.findall(text)))
    return +votes
