"""The command line: `tabayyun read` and `tabayyun explain`. Only this module prints and exits."""

import os
import sys
from pathlib import Path
from typing import Annotated, NoReturn, cast

import typer
from rich.console import Console
from rich.progress import track

from tabayyun import __version__
from tabayyun.app.pipeline import read_bundle
from tabayyun.claims.read import DEFAULT_READER, READERS, Reader
from tabayyun.dossier.bundle import decode, encode, to_bundle
from tabayyun.dossier.explanation import explain as explain_claim
from tabayyun.dossier.glosses import printable
from tabayyun.dossier.page import to_html
from tabayyun.dossier.summary import summarise
from tabayyun.ingest import Given, Loaded, load
from tabayyun.ingest.documents import is_iso
from tabayyun.ingest.inputs import MAX_FILE
from tabayyun.lexicons import knowledge
from tabayyun.model.errors import DataError, UsageError
from tabayyun.model.incident import Dossier

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Who claims what, through whom, how firmly, and where accounts differ.",
)
SUFFIXES = (".txt", ".html", ".htm", ".jsonl", ".json")
"""Endings of files that a folder is searched for."""


def _version(asked: bool) -> None:
    if asked:
        print(f"tabayyun {__version__}")
        raise typer.Exit


@app.callback()
def root(version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False) -> None:
    """Traces evidence in conflict news."""


@app.command()
def read(
    inputs: Annotated[
        list[str], typer.Argument(help="Reports: .txt .html .jsonl, bundles .json, folders of them, or - for standard input.")
    ],
    out: Annotated[Path, typer.Option(help="Folder for the dossier (JSON and HTML).")] = Path("dossier"),
    json: Annotated[str | None, typer.Option(help="Write the JSON of one bundle to this file instead; - for standard output.")] = None,
    published: Annotated[str | None, typer.Option(help="ISO date of reports that do not give theirs.")] = None,
    outlet: Annotated[str, typer.Option(help="Outlet of reports that do not name theirs.")] = "",
    language: Annotated[str, typer.Option(help="ar or en, for reports that do not say.")] = "",
    title: Annotated[str | None, typer.Option(help="first-line: the first line of text files is the title.")] = None,
    reader: Annotated[str, typer.Option(help="rules, model (the shipped tagger), or both checking each other.")] = DEFAULT_READER,
) -> None:
    """Reads reports and writes a dossier of them. Exit: 0 all read, 1 some documents failed, 2 wrong usage."""
    if published is not None and not is_iso(published):
        raise UsageError(f"[T401] --published {published!r} is no ISO date; write it like 2024-01-16 or 2024-01-16T09:30:00+03:00")
    for name, value, known in (
        ("title", title, ("first-line",)),
        ("reader", reader, READERS),
        ("language", language or None, ("ar", "en")),
    ):
        if value is not None and value not in known:
            raise UsageError(f"[T401] --{name} {value!r} is not known; use {' or '.join(known)}")
    bundles = load(_sources(inputs), Given(published, outlet, language, title == "first-line"))
    if json is not None and len(bundles) != 1:
        raise UsageError(f"[T401] --json takes one bundle, these inputs make {len(bundles)}; use --out, or give one bundle file")
    failed = sum([_read_one(b, out, json, cast(Reader, reader)) for b in bundles])
    if failed:
        raise typer.Exit(1)


@app.command()
def explain(
    dossier: Annotated[Path, typer.Argument(help="A dossier's JSON file.")],
    claim: Annotated[str, typer.Argument(help="Id of the claim, like d1.c3.")],
) -> None:
    """Says in words why a claim stands in a dossier: rule, cue, source, labels, slots."""
    try:
        bundle = decode(dossier.read_bytes())
    except OSError as e:
        raise UsageError(f"[T401] {dossier}: cannot be opened ({e.strerror}); give the .json of a dossier") from e
    except (ValueError, RecursionError) as e:
        raise UsageError(f"[T402] {dossier}: is no dossier ({e}); give a .json that `tabayyun read` wrote") from e
    print(explain_claim(bundle, claim, knowledge()), end="")


def _sources(inputs: list[str]) -> list[tuple[str, bytes | Path]]:
    out: list[tuple[str, bytes | Path]] = []
    for item in inputs:
        path = Path(item)
        if item == "-":
            out.append(("standard input", sys.stdin.buffer.read(MAX_FILE + 1)))
        elif path.is_dir():
            found = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
            if not found:
                raise UsageError(f"[T401] {path}: holds no file that ends in {' '.join(SUFFIXES)}; give a folder of reports")
            out.extend((str(p), p) for p in found)
        else:
            out.append((item, path))
    return out


def _read_one(bundle: Loaded, out: Path, json: str | None, reader: Reader) -> int:
    """Reads and writes one bundle; returns how many of its inputs failed."""
    _report(bundle.failures)
    if not bundle.documents:
        return len(bundle.failures)
    for d in bundle.documents:
        for note in d.notes:
            if note.startswith("publication date"):
                print(printable(f"note: {bundle.name}, {d.id}: {note}"), file=sys.stderr)
    bar = Console(stderr=True)
    documents = track(bundle.documents, bundle.name, console=bar, disable=not sys.stderr.isatty(), transient=True)
    know = knowledge()
    dossier = read_bundle(bundle.name, documents, tuple(bundle.failures), bundle.note, know, keeps_going=True, reader=reader)
    _report(dossier.failures[len(bundle.failures) :])
    try:
        written = _write(dossier, bundle.stem, out, json)
    except OSError as e:
        raise UsageError(f"[T403] {e.filename or out}: cannot be written ({e.strerror}); choose another place with --out or --json") from e
    if sys.stdout.isatty() and json != "-":
        Console().print(summarise(dossier, know))
        print(printable(f"Written: {', '.join(written)}"))
    return len(dossier.failures)


def _report(failures: tuple[tuple[str, str], ...] | list[tuple[str, str]]) -> None:
    for name, message in failures:
        print(printable(f"not read: {message if name in message else name + ': ' + message}"), file=sys.stderr)


def _write(dossier: Dossier, stem: str, out: Path, json: str | None) -> list[str]:
    """Writes the files of one dossier and returns their names."""
    know = knowledge()
    data = encode(to_bundle(dossier, know))
    if json == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return []
    if json is not None:
        Path(json).parent.mkdir(parents=True, exist_ok=True)
        Path(json).write_bytes(data)
        return [json]
    out.mkdir(parents=True, exist_ok=True)
    (out / f"{stem}.json").write_bytes(data)
    (out / f"{stem}.html").write_bytes(to_html(dossier, know))
    return [str(out / f"{stem}.json"), str(out / f"{stem}.html")]


def _fail(message: str) -> NoReturn:
    print(printable(message), file=sys.stderr)
    sys.exit(2)


def main() -> None:
    """The program's entry."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # a Windows pipe would choke on Arabic
    try:
        app()
    except (UsageError, DataError) as e:
        _fail(str(e))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
