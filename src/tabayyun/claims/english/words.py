"""Closed classes of English grammar that the rules walk over; what analysts edit is in the lexicon."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


BE = _set("is are was were be been being am 's 're isn't wasn't aren't weren't")
HAVE = _set("has have had having hasn't haven't hadn't")
DO = _set("do does did don't doesn't didn't")
MODAL = _set("will would can could may might must shall should cannot can't couldn't wouldn't won't")
AUX = BE | HAVE | DO | MODAL
NOT = _set("not never nor n't no")
ADVERBS = _set(
    "also later earlier then further meanwhile however repeatedly categorically flatly strongly again still therefore subsequently"
    " initially separately now since already only even just merely both once twice finally eventually instead similarly likewise"
    " publicly privately formally officially angrily firmly openly quickly immediately first nevertheless nonetheless thus rather"
    " elsewhere afterwards indeed vehemently swiftly promptly jointly explicitly reportedly simply previously recently soon always"
    " consistently always all each independently tentatively cautiously bluntly sarcastically grudgingly too yesterday today tonight"
    " indirectly implicitly additionally moreover furthermore generally partly nightly anonymously"
    " often sometimes frequently forcefully long together occasionally apparently famously routinely regularly loudly softly"
    " quietly gladly proudly wrongly rightly correctly falsely vigorously aggressively strenuously steadfastly staunchly fiercely harshly"
    " sharply plainly clearly specifically directly effectively essentially basically actually really truly certainly surely obviously"
    " briefly hastily increasingly largely widely deeply dearly desperately fully fervently ardently passionately enthusiastically"
    " unanimously overwhelmingly jokingly mockingly defiantly proactively personally unexpectedly unequivocally ultimately usually"
    " typically normally ordinarily casually calmly coolly coldly warmly wisely readily reluctantly hesitantly optimistically"
)
PREPOSITIONS = _set(
    "of in on at by for from with to into near inside outside over under about between among against through during within without"
    " across along around behind beside besides beyond despite east west north south off onto per via towards toward until upon amid"
    " above below alongside opposite aboard"
)
SUBORDINATE = _set(
    "while but although though whereas as because when after before since until if that than whether so yet where unless once"
    " whilst even despite nor what"
)
COORDINATE = _set("and or")
RELATIVE = _set("who which whom whose")
DETERMINERS = _set(
    "the a an this these those its their his her our my your some any all no another both each every several many most few two three"
    " four five six seven eight nine ten eleven twelve dozens hundreds at"
)
PRONOUNS = _set("he she it they we i you one")
THIRD = _set("he she it they")
POSSESSIVES = _set("its their his her our my your")
MONTHS = _set(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec"
)
DAYS = _set("monday tuesday wednesday thursday friday saturday sunday")
TIMES = (
    DAYS
    | MONTHS
    | _set(
        "morning evening night afternoon noon midday midnight dawn dusk today yesterday tonight week weekend month day days hours hour"
        " year years weeks months minutes earlier later gmt overnight late early ago sunrise sunset nightfall daybreak"
    )
)
TIME_GLUE = _set("the of that this last next same in on at by a an and previous following past new its since before after two three four")
MEDIA = _set(
    "statement statements tweet tweets post posts message messages video interview briefing conference communique communiqué speech"
    " remarks comments telephone phone telegram x twitter facebook website account channel letter television tv radio link email"
    " call sermon audio recording bulletin release address page whatsapp platform update thread hearing session leaflet note"
    " broadcast report circular newsletter instagram site hotline article clip testimony signal voice anonymity"
)
LISTENERS = _set(
    "reporters journalists volunteers investigators media television tv radio channel newspaper paper agency"
    " correspondent news lawmakers parliament diplomats officials staff everyone partners team office reporter relatives families"
    " members conference briefing rally crowd court hearing committee council"
    " daily magazine website station network outlet outlets service residents"
)
IRREGULAR = _set(
    "fell hit struck took left came went began broke brought built burst caught drove felt flew fled fought found gave got grew had"
    " heard held kept knew led lost made meant met paid ran rose sank saw sent set shot shut sought spoke stood stole threw tore"
    " understood wore won wrote told said did put cut blew became ate sat lay laid slept shook spread bore dug drew rang ran woke"
    " is are was were has have does do will would can could may might must say says kill kills hits strikes claims denies"
    " remains remain lies lie shows show belong belongs seems seem wants want needs runs run goes go come comes makes make"
    " believe believes think thinks know knows bled hid rode sold bought taught fed shone swept"
)
NOT_VERBS = _set(
    "united armed so-called wounded red hundred backed unnamed unidentified wanted injured displaced allied based supposed combined"
    " bed shed ahmed mohammed muhammed mohamed hamed saeed saed waleed khaled khalid rashed majed fahed sayed al-sayed zayed zaid"
    " speed feed need seed deed indeed exceed hatred sacred unmanned masked retired bereaved detained embedded limited"
    " rashid advanced mixed related respected trusted exiled widowed affected ahmad fed-up beloved bearded"
    " naked wicked crooked elected appointed authorised authorized controlled occupied besieged"
)


CARRIERS = _set(
    "allegation claim charge accusation fabrication figure number account version suggestion report assertion finding theory idea"
    " statement lie toll count explanation description verdict view narrative"
)
"""Nouns that stand for a proposition: "C, a claim the army rejected"."""


def is_finite(key: str) -> bool:
    """True when the word is likely a finite verb by its form: an auxiliary, a known irregular, or one in -ed."""
    if key in AUX or key in IRREGULAR:
        return True
    return key.endswith("ed") and len(key) > 3 and key not in NOT_VERBS and "-" not in key
