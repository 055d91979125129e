"""Reports and incidents in, relations, origins and shared sources out."""

from tabayyun.assessment.origins import find_links, group_links
from tabayyun.assessment.relations import relate
from tabayyun.assessment.voices import Voices
from tabayyun.lexicons import Knowledge
from tabayyun.model.incident import Assessment, Gathering, Report


def assess(reports: tuple[Report, ...], gathering: Gathering, know: Knowledge) -> Assessment:
    """How the accounts of a bundle stand to each other; it weighs nothing and picks no truth.

    A passage that one document took from another is one voice, whoever it is credited to: it neither backs nor
    contradicts itself.
    """
    voices = Voices(reports)
    links = find_links(reports, gathering, know)
    sourced = {c.id for r in reports for c in r.claims.claims if c.chain}
    for link in links:
        for a, b in link.pairs:
            if link.is_whole or (a in sourced and b in sourced):
                voices.join(a, b)
    copies = {frozenset(pair) for link in links for pair in link.pairs}
    relations = relate(reports, gathering, voices, copies, know)
    return Assessment(relations, group_links(links, reports), voices.groups())
