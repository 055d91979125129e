"""Is this word a cue here, or a noun, an adjective, a passive, a gesture without words?"""

from tabayyun.claims.english.frames import before_cue
from tabayyun.claims.english.scenes import Cue, Words
from tabayyun.claims.english.words import ADVERBS, BE, DETERMINERS, HAVE, MODAL, POSSESSIVES, PREPOSITIONS, is_finite

_NOUN_BEFORE = (
    DETERMINERS
    | POSSESSIVES
    | frozenset(
        """
    of in on by for with media local unconfirmed press news initial earlier previous conflicting official early several
    such recent video medical police witness own first latest false similar contrary from as
    """.split()
    )
)


_HOMOGRAPHS = frozenset(
    """
    report reports claim claims note notes state states count counts fear fears record records document documents show
    shows post posts figure figures reply replies estimate estimates dispute disputes list lists detail details remark
    remarks recount call calls tweet tweets names doubt doubts charge charges suspect suspects hold holds comments think
    respond express stress laughs cries denies address share carries contest challenge challenges promise promises figure
    test mocks
    """.split()
)


def is_noun_use(words: Words, cue: Cue) -> bool:
    """True where a word that can be verb or noun (`claims`, `reports`) stands as a noun, or a participle as an adjective."""
    i = cue.first
    key = words[i].key
    before = words[i - 1].key if i else ""
    after = words[cue.last].key if cue.last < len(words) else ""
    is_single = cue.last - cue.first == 1
    if is_single and words[i].is_capital and i and before not in {".", '"', "-", ":"}:
        return True
    if is_single and key in _HOMOGRAPHS and _is_noun(words, cue, before, after):
        return True
    if key == "blame" and before in {"traded", "trade", "trading", "the", "took", "take", "any", "no", "mutual"}:
        return True
    if "to" in cue.entry.takes and after in {"on", "of", "by", "about"}:
        return True
    return bool(cue.entry.takes) and key.endswith("ed") and is_single and _is_adjective(words, cue, before, after)


def _is_noun(words: Words, cue: Cue, before: str, after: str) -> bool:
    i, end = cue.first, len(words)
    key = words[i].key
    if not _agrees(words, i):
        return True
    if after == "at" and cue.last + 1 < end and words[cue.last + 1].key in {"least", "most"}:
        return False
    if after not in {"that", '"', ":"} and (_in_phrase(words, i) or (after.endswith("ed") and key.endswith("s"))):
        return True
    ends = after in {"and", "or", "near", "in", "at", "to", "for", "with", ""}
    if ends and before not in {"he", "she", "they", "who"} and not _after_comma(words, i):
        return True
    if before in _NOUN_BEFORE and not (before == "police" and after == "that"):
        return True
    if before.endswith("'s") or before in {"'", "", ".", "-"}:
        return True
    if after in {"of", "by", "from", "about", "on", "against", "into"} and key not in {"think"}:
        return True
    opens = after in {"that", "to", "it", "he", "they", "its", "their", '"'} or (
        before == "," and key.endswith("s") and after in DETERMINERS
    )
    return before in {"and", "or", ","} and not opens


_COUNTING = frozenset({"all", "both", "others", "some", "many", "several", "most", "another", "two", "three", "each", "one"})


def _is_adjective(words: Words, cue: Cue, before: str, after: str) -> bool:
    """A form in -ed behind "is" or an article, or one that only narrows its noun (`images shared on X`)."""
    i, end = cue.first, len(words)
    if before in DETERMINERS and before not in _COUNTING:
        return True
    back = i - 1
    while back >= 0 and (words[back].key in ADVERBS or words[back].key.endswith("ly") or words[back].key in {"no", "longer"}):
        back -= 1
    if back >= 0 and words[back].key in BE | {"remains", "remain", "remained", "became", "including"}:
        return True
    if before in PREPOSITIONS and before not in {"despite", "over", "about", "inside", "outside", "near"}:
        return True
    if 0 <= back < i - 1 and words[back].key in {"the", "a", "an"}:
        return True
    if (before == "," and after == "as") or (after == "by" and words[min(cue.last + 1, end - 1)].key != "name"):
        return True
    is_object_verb = "object" in cue.entry.takes and "quote" not in cue.entry.takes
    return is_object_verb and after in {"with", "in", "at", "on", "from", "near", "across", "online", "during"}


_STRICT = frozenset(
    """
    state protest protests caution figure figures suspect suspects contest contested challenge challenged considers
    considered hold holds questioned continued continues wrote writes maintain maintains maintained emphasised emphasized
    assume assumes pretend boasts boast commented comment urged appealed pledged vowed promised threatened granted
    recognised recognized find finds found read reads asked asks asking wondered wonders determined established holding
    expected expects fear feared correct corrected went shown carried lament lamented attributed-to
    """.split()
)


def lacks_clause(words: Words, cue: Cue, i: int) -> bool:
    """True where a word of many meanings is followed by neither a clause nor direct speech, or any cue by an infinitive."""
    end = len(words)
    key = words[cue.first].key
    follows = [w.key for w in words[i : i + 12]]
    if follows[:1] == ["to"] and cue.part != "phrase" and cue.entry.family not in {"distancing", "denial"}:
        return cue.entry.id != "en.endorsing.admit"
    if follows[:1] and follows[0] in {"for", "against"} and cue.part != "phrase":
        return True
    if key.startswith("claim") and any(k in {"life", "lives"} for k in follows[:8]):
        return True
    leads_off = {"on", "with", "of", "into", "out", "for", "against", "from", "across", "about"}
    is_plain = "object" not in cue.entry.takes and cue.part != "phrase" and cue.entry.id != "en.distancing.boast"
    if (
        is_plain
        and follows[:1]
        and follows[0] in leads_off
        and not any(w.key in {",", '"'} for w in words[max(0, cue.first - 7) : cue.first])
    ):
        return True
    if follows[:2] in (["each", "other"], ["one", "another"]):
        return True
    if cue.last - cue.first > 1 or key not in _STRICT or cue.entry.family in {"denial", "accusation"}:
        return False
    if any(w.key == '"' for w in words[max(0, cue.first - 8) : cue.first]):
        return False
    if key in {"suspect", "suspects"} and cue.first and (words[cue.first - 1].key == "," or words[cue.first - 1].key.endswith("ly")):
        return False
    before = words[cue.first - 1].key if cue.first else ""
    return not (
        (follows[:1] and follows[0] in {"that", '"', ":"})
        or before == '"'
        or (
            any(is_finite(k) for k in follows)
            and key not in {"state", "figures", "figure", "suspect", "suspects", "continues", "continued", "protests"}
            and i < end
            and follows[0] not in {"by", "in", "at", "of", "with"}
        )
    )


_SINGULARS = frozenset({"us", "isis", "news", "press", "police", "its", "this", "was", "is", "congress", "access"})


_PLURALS = frozenset(
    {
        "people",
        "police",
        "men",
        "women",
        "media",
        "they",
        "we",
        "i",
        "you",
        "some",
        "others",
        "many",
        "both",
        "all",
        "who",
        "two",
        "three",
        "four",
        "five",
        "six",
        "several",
        "most",
        "few",
        "children",
        "staff",
        "forces",
        "sides",
    }
)


def _agrees(words: Words, i: int) -> bool:
    """Does the word before agree in number with a present-tense verb at `i`? Names and long phrases pass."""
    j = before_cue(words, i)
    if j == 0:
        return False
    before, key = words[j - 1].key, words[i].key
    plural = before in _PLURALS or (before.endswith("s") and not before.endswith(("ss", "'s")) and before not in _SINGULARS)
    if key.endswith("s") and not key.endswith("ss"):
        return not plural or words[j - 1].is_capital or before in {"police", "who"}
    if plural:
        return True
    back = [w.key for w in words[max(0, j - 9) : j]]
    return (
        before in {",", ")"}
        or "who" in back
        or (
            any(
                w in _PLURALS
                or (w.endswith("s") and not w.endswith(("ss", "'s")) and w not in _SINGULARS and w not in {"was", "has", "is"})
                for w in back
            )
            and any(w in PREPOSITIONS or w == "and" for w in back)
        )
    )


def disagrees(words: Words, i: int) -> bool:
    """True where a form in the present does not agree in number with what stands before it."""
    return not _agrees(words, i)


def _in_phrase(words: Words, i: int) -> bool:
    """True where the noun phrase that ends at `i` hangs on a participle (`citing hospital records`)."""
    for k in range(i - 1, max(-1, i - 4), -1):
        if words[k].key in {"citing", "quoting", "including", "showing", "following", "with", "against", "into"}:
            return True
        if words[k].key in DETERMINERS or not words[k].is_word:
            return False
    return False


def _after_comma(words: Words, i: int) -> bool:
    """True where a comma or a closing quotation mark stands a few words before `i`: `C, residents say in ...`."""
    return any(w.key in {",", '"'} for w in words[max(0, i - 7) : i])


_ACCOUNTS = frozenset(
    """
    toll figure figures number numbers account accounts version versions explanation estimate estimates count tally total
    dead injured wounded killed casualties death-toll picture details description list names name
    """.split()
)


_TELLINGS = frozenset({"account", "accounts", "version", "versions", "explanation", "description", "picture", "details", "name", "names"})


def is_bare_gesture(words: Words, cue: Cue) -> bool:
    """True where `give`, `put`, `raise` has no account or number as its object, so that nothing is said."""
    name = cue.entry.id.rsplit(".", 1)[1]
    near = [w.key for w in words[cue.last : cue.last + 10]]
    if name == "give":
        told = next((n for n, k in enumerate(near[:7]) if k in _ACCOUNTS), None)
        if told is None:
            return True
        return near[told] in _TELLINGS and not any(k in {":", "that"} for k in near[told + 1 : told + 2])
    if name == "raise":
        return not (any(k in _ACCOUNTS for k in near[:7]) and "to" in near)
    if name == "put":
        return not (near[:1] == ["it"] or ("at" in near and any(k in _ACCOUNTS for k in near)))
    if name == "hold_responsible":
        return not any(k in {"responsible", "accountable"} for k in near)
    return False


def negated(words: Words, cue: Cue) -> bool:
    """True where "did not", "has not", "cannot" or a modal stands before the verb, so that nothing is said."""
    i = cue.first - 1
    while i >= 0 and words[i].key in ADVERBS | HAVE:
        i -= 1
    if i < 0:
        return False
    key = words[i].key
    return key in {"not", "never", "to", "nor", "n't"} or key in MODAL or key.endswith("n't")
