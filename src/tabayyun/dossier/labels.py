"""Every closed value of the format in words, English and Arabic side by side."""

from typing import NamedTuple

from tabayyun.lexicons.knowledge import Knowledge


class Label(NamedTuple):
    """One thing in both languages of the page; `ar` is empty where there is nothing to add."""

    en: str
    ar: str = ""


QUESTIONS = {
    "what": Label("What happened", "ماذا حدث"),
    "weapon": Label("Weapon", "السلاح"),
    "target": Label("Target", "الهدف"),
    "perpetrator": Label("Who did it", "الفاعل"),
    "place": Label("Place", "المكان"),
    "time": Label("Time", "الزمان"),
    "killed": Label("Killed", "القتلى"),
    "injured": Label("Injured", "الجرحى"),
    "responsibility": Label("Responsibility claimed", "تبنّي المسؤولية"),
}
SLOTS = {
    "event_type": Label("Event", "الحدث"),
    "weapon": Label("Weapon", "السلاح"),
    "target": Label("Target", "الهدف"),
    "perpetrator": Label("By", "الفاعل"),
    "place": Label("Place", "المكان"),
    "time": Label("Time", "الزمان"),
    "origin": Label("Launched from", "مصدر الإطلاق"),
    "killed": Label("Killed", "القتلى"),
    "injured": Label("Injured", "الجرحى"),
    "damage": Label("Damage", "الأضرار"),
    "motive": Label("Motive", "الدافع"),
}
STATUS = {
    "contested": Label("contested", "متنازع عليه"),
    "agreed": Label("agreed", "متفق عليه"),
    "single account": Label("single account", "رواية واحدة"),
    "silent": Label("not said", "لم يُذكر"),
}
TYPES = {
    "air_drone_strike": Label("Air or drone strike", "ضربة جوية أو بمسيّرة"),
    "shelling_rocket": Label("Shelling or rockets", "قصف مدفعي أو صاروخي"),
    "ied_bombing": Label("Bombing", "تفجير"),
    "armed_clash": Label("Armed clash", "اشتباك مسلح"),
    "assassination": Label("Assassination", "اغتيال"),
    "abduction_arrest": Label("Abduction or arrest", "اختطاف أو اعتقال"),
    "prison_break_riot": Label("Prison break or riot", "فرار أو استعصاء في سجن"),
    "protest": Label("Protest", "احتجاج"),
    "movement_of_forces": Label("Movement of forces", "تحرك قوات"),
    "agreement_statement": Label("Agreement or declaration", "اتفاق أو إعلان"),
    "displacement": Label("Displacement", "نزوح"),
    "other": Label("Other event", "حدث آخر"),
}
WEAPONS = {
    "drone": Label("Drone", "طائرة مسيّرة"),
    "rocket_missile": Label("Rocket or missile", "صاروخ"),
    "artillery_mortar": Label("Artillery or mortar", "مدفعية أو هاون"),
    "aircraft_bomb": Label("Aircraft or air-dropped bomb", "طائرة حربية أو قنبلة"),
    "ied_vbied": Label("Explosive device or car bomb", "عبوة ناسفة أو سيارة مفخخة"),
    "suicide_vest": Label("Suicide vest", "حزام ناسف"),
    "small_arms": Label("Small arms", "أسلحة خفيفة"),
    "unknown": Label("Unknown weapon", "سلاح مجهول"),
}
TARGETS = {
    "intelligence_site": Label("Intelligence site", "مقر استخبارات"),
    "military_base": Label("Military site", "موقع عسكري"),
    "checkpoint": Label("Checkpoint", "حاجز"),
    "convoy_vehicle": Label("Vehicle or convoy", "مركبة أو رتل"),
    "prison": Label("Prison", "سجن"),
    "hospital": Label("Hospital", "مستشفى"),
    "school": Label("School", "مدرسة"),
    "residential": Label("Homes", "منازل"),
    "market": Label("Market", "سوق"),
    "infrastructure_energy": Label("Infrastructure or energy", "بنية تحتية أو طاقة"),
    "government_office": Label("Government office", "مقر حكومي"),
    "religious_site": Label("Religious site", "موقع ديني"),
    "camp": Label("Camp", "مخيم"),
    "person": Label("A person", "شخص"),
    "other": Label("Something else", "هدف آخر"),
}
KINDS = {
    "outlet": Label("outlet", "وسيلة إعلام"),
    "agency": Label("news agency", "وكالة أنباء"),
    "official": Label("official", "مسؤول"),
    "military": Label("military", "جهة عسكرية"),
    "armed_group": Label("armed group", "جماعة مسلحة"),
    "monitor": Label("monitor", "جهة رصد"),
    "ngo_un": Label("NGO or UN", "منظمة أو أمم متحدة"),
    "witness": Label("witness", "شاهد"),
    "medical": Label("medical", "مصدر طبي"),
    "local_source": Label("local source", "مصدر محلي"),
    "security_source": Label("security source", "مصدر أمني"),
    "informed_source": Label("informed source", "مصدر مطلع"),
    "field_source": Label("field source", "مصدر ميداني"),
    "document": Label("document", "وثيقة"),
    "social_media": Label("social media", "تواصل اجتماعي"),
    "expert": Label("expert", "خبير"),
    "unspecified": Label("nobody named", "مصدر غير محدد"),
}
POLARITY = {
    "affirm": Label("affirms", "يثبت"),
    "deny": Label("denies", "ينفي"),
    "question": Label("asks", "يتساءل"),
}
CERTAINTY = {
    "certain": Label("as certain", "جازماً"),
    "probable": Label("as probable", "مرجّحاً"),
    "possible": Label("as possible", "محتملاً"),
}
STANCE = {
    "neutral": Label("neutral wording", "صياغة محايدة"),
    "endorsing": Label("outlet endorses", "الوسيلة تؤيد"),
    "distancing": Label("outlet keeps distance", "الوسيلة تتحفظ"),
}
ACTS = {
    "statement": Label("statement", "تصريح"),
    "accusation": Label("accusation", "اتهام"),
    "responsibility_claim": Label("claims responsibility", "تبنٍّ"),
    "denial": Label("denial", "نفي"),
    "speculation": Label("speculation", "تكهن"),
    "background": Label("background", "خلفية"),
}
LOADED = {
    "label": Label("label", "وصم"),
    "distancing": Label("distancing", "تحفظ"),
    "euphemism": Label("euphemism", "تلطيف"),
    "honorific": Label("honorific", "تشريف"),
    "dysphemism": Label("dysphemism", "تقبيح"),
}
PRECISION = {
    "exact": Label("exact site", "موقع بعينه"),
    "neighbourhood": Label("neighbourhood", "حيّ"),
    "settlement": Label("town or village", "بلدة أو مدينة"),
    "district": Label("district", "منطقة"),
    "province": Label("province", "محافظة"),
    "country": Label("country", "بلد"),
}
SCOPE = {
    "subset": Label("part of the toll", "جزء من الحصيلة"),
    "superseded": Label("earlier toll", "حصيلة سابقة"),
    "aggregate": Label("sum over several events", "حصيلة مجمّعة"),
}
WHO = {
    "civilians": Label("civilians", "مدنيون"),
    "combatants": Label("combatants", "مقاتلون"),
    "mixed": Label("civilians and combatants", "مدنيون ومقاتلون"),
    "unknown": Label("", ""),
}
GRANULARITY = {
    "minute": Label("to the minute", "بالدقيقة"),
    "part_of_day": Label("part of the day", "فترة من اليوم"),
    "day": Label("day", "اليوم"),
    "month": Label("month", "الشهر"),
    "year": Label("year", "السنة"),
}
RELATIONS = {
    "agree": Label("agree", "اتفاق"),
    "refine": Label("the second is finer", "تدقيق"),
    "contradict": Label("contradict", "تعارض"),
}
LANGUAGES = {"ar": Label("Arabic", "العربية"), "en": Label("English", "الإنكليزية")}
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def label(table: dict[str, Label], value: str | None) -> Label:
    """The label of a value; a value that the table does not know is shown as it stands."""
    return table.get(value or "", Label((value or "").replace("_", " ")))


def actor(slug: str | None, know: Knowledge | None) -> Label:
    """An actor's names from the registry; a slug that it does not hold is shown readable."""
    if not slug:
        return Label("")
    entry = know.actors.get(slug) if know else None
    return Label(entry.name_en, entry.name_ar) if entry else Label(slug.upper() if len(slug) < 5 else slug.replace("-", " ").title())


def fine(kind: str, node: str | None, know: Knowledge | None) -> Label | None:
    """The label of a node of the event, weapon or target tree; None where there is no such node."""
    if know is None or node is None:
        return None
    tree = {"event_type": know.event_nodes, "weapon": know.weapon_nodes, "target": know.target_nodes}.get(kind, {})
    return Label(tree[node].label_en, tree[node].label_ar) if node in tree else None


def when(value: str | None) -> str:
    """An ISO prefix in words, as precise as it is: `2023-05-04T07:00` is `4 May 2023, 07:00`."""
    if not value:
        return ""
    day, _, clock = value.partition("T")
    pieces = day.split("-")
    if not all(p.isdigit() for p in pieces) or len(pieces) > 3:
        return value
    months = {f"{n:02}": m for n, m in enumerate(_MONTHS, 1)}
    words = [str(int(p)) for p in pieces[2:]] + [months.get(p, p) for p in pieces[1:2]] + [pieces[0]]
    return " ".join(words) + (f", {clock}" if clock else "")


def people(low: int | None, high: int | None) -> str:
    """A range of people in words."""
    if low is None:
        return "a number" if high is None else f"up to {high}"
    if high is None:
        return f"at least {low}"
    if low == high:
        return "none" if low == 0 else str(low)
    return f"{low} to {high}"


def value(question: str, raw: str, words: str, know: Knowledge | None) -> Label:
    """One value of one question of the balance, in words."""
    tables = {"what": TYPES, "weapon": WEAPONS, "target": TARGETS}
    if question in tables:
        return label(tables[question], raw)
    if question in ("perpetrator", "responsibility"):
        if raw == "unclaimed":
            return Label("claimed by nobody so far", "لم يتبنَّه أحد")
        return actor(raw, know) if raw.isascii() and " " not in raw else Label(words)
    if question in ("killed", "injured"):
        return Label(_range(raw))
    if question == "time":
        return Label(when(raw) if raw[:1].isdigit() else words)
    return Label(raw)


def _range(raw: str) -> str:
    if raw.endswith("+"):
        return people(int(raw[:-1]), None)
    low, _, high = raw.partition("-")
    return people(int(low), int(high or low))
