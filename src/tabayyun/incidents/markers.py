"""Turns of phrase that steer which event is spoken of: back to an older one, on to another, still at this one.

All patterns run on folded text (see `text.fold`). Source: common news usage in Arabic and English.
"""

import re

_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_BLOW = "attack|strike|raid|blast|explosion|drone|rocket|bomb|incident"
_BLOWS = "attacks|strikes|raids|blasts|incidents|bombings|explosions"
_SPAN_AR = "اسبوع|اسابيع|اسبوعين|شهر|اشهر|شهرين|عام|عامين|اعوام|سنه|سنوات|سنتين"
_EVENT_AR = (
    "هجوم|قصف|غاره|غارات|حادث|حادثه|عمليه|انفجار|تفجير|ضربه|استهداف|اغتيال|كمين|اشتباك|اشتباكات|مجزره|جريمه|اعتداء|هجومين|"
    "واقعه|اقتحام|عدوان|خطف|اختطاف|اعتقال|احتجاج|احتجاجات|مظاهره|تظاهره|عصيان|تمرد|معارك|معركه"
)
_EVENT_EN = (
    "attack|strike|air ?strike|raid|incident|blast|explosion|bombing|shelling|assault|ambush|operation|killing|shooting|clash|clashes|"
    "fighting|abduction|kidnapping|arrests?|massacre|drone|rockets?|protest|riot|mutiny|missiles?|shells?|bomb|assassination"
)
EARLIER = re.compile(
    r"\b(?:يذكر ان|يشار الي|تجدر الاشاره|جدير بالذكر|الجدير بالذكر|سبق ان|سبق ل\w+ ان|في وقت سابق من (?:هذا )?(?:العام|الشهر)|"
    r"(?:الشهر|العام|الاسبوع|السنه|الصيف|الشتاء|الربيع|الخريف) الماضيه?|(?:شهر|عام|اسبوع) مضي|"
    rf"قبل (?:نحو |حوالي |اكثر من )?(?:\w+ )?(?:{_SPAN_AR})|وكان(?:ت)? (?:\S+ ){{1,5}}قد|"
    r"هجوم(?:ا)? (?:مماثل|مشابه)(?:ا)?|هجمات سابقه|هجوم سابق|حادثه? (?:مماثله?|مشابهه?|سابقه?)|المره الاولي|"
    rf"last (?:year|month|week|summer|winter|spring|autumn|{_MONTH})|(?:weeks?|months?|years?) (?:ago|earlier|before)|"
    rf"earlier (?:this|in) (?:year|month|week|{_MONTH})|previous(?:ly)?|similar (?:attack|strike|incident|raid)|not the first|"
    r"had (?:already|earlier|also)|recalls?|in (?:19|20)\d\d)\b"
)
"""The talk turns back to something older."""
ANOTHER = re.compile(
    r"\b(?:منفصله?|(?:حادث|هجوم|قصف|انفجار|حادثه|غاره|عمليه|ضربه|عبوه|كمين|سياق|صعيد|جانب|تطور|موقع|خبر) (?:اخر|اخري|ثان|ثانيه?|متصل)|"
    r"في (?:غضون|موازاه) ذلك|بالتزامن|بالتوازي|تزامنا|كما (?:استهدف|قصف|شن|قتل|اصيب|انفجر|سقط|طال|تعرض)\w*|في المقابل|من جهه ثانيه|"
    rf"separate(?:ly)?|elsewhere|meanwhile|another (?:{_BLOW}|car|village|town)|(?:a |the )?second (?:{_BLOW})|hours later|"
    r"the (?:same|next|following) day|simultaneous(?:ly)?)\b"
)
"""The talk moves on to another event."""
THIS_EVENT = re.compile(rf"\b[وفبلك]?(?:ال|لل)(?:{_EVENT_AR})\b|\b[وفبلك]?(?:هذا|هذه|ذلك|تلك)\b|\b(?:the|this|that) (?:{_EVENT_EN})\b")
"""An event is taken up as known."""
TOTAL = re.compile(
    r"\b(?:منذ (?:بدايه|مطلع|اندلاع|انطلاق|بدء)|خلال (?:العام|الشهر|الاشهر|الاسابيع|السنوات)|حصيله اجماليه|"
    rf"since (?:the )?(?:start|beginning|outbreak|{_MONTH}|20\d\d)|so far this (?:year|month)|this year alone|"
    r"over the (?:past|last) (?:year|month|months|weeks|years))\b"
)
"""A sum over a stretch of time."""
BOTH = re.compile(
    r"\b(?:الهجومين|العمليتين|الغارتين|التفجيرين|الضربتين|القصفين|الحادثين|الحادثتين|الانفجارين|"
    rf"both (?:{_BLOWS})|the two (?:{_BLOWS}))\b"
)
"""Two events at once."""
HEADER = re.compile(r"^[\s\-•*–—#]*(?:\d{1,2}[:.]\d\d|\d+[.)]|[-•*#])")
"""The line is an item of a log or list."""
