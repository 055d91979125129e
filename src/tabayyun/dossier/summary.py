"""The accounts in the terminal: one table an incident, contested questions first."""

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from tabayyun.dossier import labels, views
from tabayyun.dossier.bundle import to_bundle
from tabayyun.dossier.glosses import printable
from tabayyun.lexicons.knowledge import Knowledge
from tabayyun.model import wire
from tabayyun.model.incident import Dossier

_STYLE = {"contested": "bold yellow", "agreed": "green", "single account": "default", "silent": "dim"}
_MARK = {"affirm": "", "deny": "denied by ", "question": "asked by "}
_SHOWN = 6
"""Values a question; the page shows all."""


def summarise(dossier: Dossier, know: Knowledge | None = None) -> RenderableType:
    """The accounts of a dossier for a terminal (a rich renderable)."""
    return summary(to_bundle(dossier, know), know)


def summary(bundle: wire.Bundle, know: Knowledge | None = None) -> RenderableType:
    """The same from a bundle; incidents that most documents speak of come first."""
    reports = len(bundle.documents)
    lines: list[RenderableType] = [
        Text.assemble(
            (printable(bundle.bundle), "bold"),
            "  "
            + ", ".join(_many(n, w) for n, w in ((reports, "report"), (len(bundle.claims), "claim"), (len(bundle.incidents), "incident"))),
        )
    ]
    lines += [_incident(c, know) for c in views.cases(bundle)]
    if not bundle.incidents:
        lines.append(Text("No claim bears on an incident.", style="dim"))
    lines += [Text(printable(f"Not read: {f.input}: {f.problem}"), style="red") for f in bundle.failures]
    return Group(*lines)


def _many(n: int, word: str) -> str:
    return f"{n} {word}{'' if n == 1 else 's'}"


def _incident(case: views.Case, know: Knowledge | None) -> RenderableType:
    title = ", ".join(x for x in (case.title.en, case.where, case.day or "date not settled") if x)
    table = Table(box=box.SIMPLE_HEAD, expand=False, pad_edge=False)
    table.add_column("Question", no_wrap=True)
    table.add_column("Status", no_wrap=True)
    table.add_column("Accounts", overflow="fold")
    for row in case.balance:
        if row.status == "silent":
            continue
        words = Text("\n").join(_value(row, v, know) for v in row.values[:_SHOWN])
        if len(row.values) > _SHOWN:
            words.append(f"\nand {len(row.values) - _SHOWN} more", style="dim")
        table.add_row(labels.label(labels.QUESTIONS, row.question).en, Text(row.status, style=_STYLE[row.status]), words)
    silent = [labels.label(labels.QUESTIONS, a.question).en.lower() for a in case.having("silent")]
    note = Text(f"Not said: {', '.join(silent)}" if silent else "", style="dim")
    return Group(Text(""), Text(printable(f"{case.incident.id}  {title}"), style="bold"), table, note)


def _value(row: wire.Answers, v: wire.Value, know: Knowledge | None) -> Text:
    name = labels.value(row.question, v.value, v.words, know).en
    scope = f" ({labels.label(labels.SCOPE, v.scope).en})" if v.scope else ""
    text = Text.assemble((printable(name), "bold"), scope, ": ")
    for n, polarity in enumerate(p for p in _MARK if any(a.polarity == p for a in v.accounts)):
        who = [_source(a, know) for a in v.accounts if a.polarity == polarity]
        text.append(("; " if n else "") + _MARK[polarity] + ", ".join(who), style="red" if polarity == "deny" else "")
    return text


def _source(a: wire.Account, know: Knowledge | None) -> str:
    name = labels.actor(a.actor, know).en if a.actor else a.source
    return printable(f"{name} [{', '.join(a.claims)}]")
