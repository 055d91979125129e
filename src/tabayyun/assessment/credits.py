"""Does one document name the other's outlet as where it has its news from."""

from tabayyun.incidents.facts import content_words
from tabayyun.lexicons import Knowledge
from tabayyun.lexicons.match import longest
from tabayyun.model.incident import Report
from tabayyun.text.fold import fold

_GENERIC = content_words(
    "وكاله صحيفه قناه شبكه موقع اذاعه تلفزيون الانباء للانباء اخبار الاخبار نيوز مركز المركز مراسل برس اليوم "
    "الاعلام الاعلامي الاعلاميه العربي العربيه الجديد الجديده اخباري اخباريه الاخباريه "
    "agency news press radio network the daily times post media online channel center centre "
    "television english arabic today"
)


def credits(a: Report, b: Report, know: Knowledge | None) -> str | None:
    """Id of the document that the other one credits, or None. The outlet's own words name it, or a source of the registry does."""
    for teller, told in ((b, a), (a, b)):
        if _names(teller, told, know):
            return told.document.id
    return None


def _names(teller: Report, told: Report, know: Knowledge | None) -> bool:
    outlet = content_words(fold(told.document.outlet).text) - _GENERIC
    own = content_words(fold(teller.document.outlet).text)
    slugs = _slugs(told.document.outlet, know)
    text = teller.document.text
    for claim in teller.claims.claims:
        for link in claim.chain:
            if link.actor and link.actor in slugs:
                return True
            said = content_words(fold(link.span.words(text)).text)
            if outlet and outlet <= said and not outlet <= own:
                return True
    return False


def _slugs(outlet: str, know: Knowledge | None) -> frozenset[str]:
    """Actors of the registry that the outlet's printed name is a name of."""
    if know is None:
        return frozenset()
    found = longest(m for m in know.matcher.find(fold(outlet).text) if m.form.family == "actors")
    return frozenset(m.form.entry for m in found)
