"""The page of commands -> `docs/reference/cli.md`, from the commands themselves; a test holds it current."""

from pathlib import Path
from typing import Any

import typer

from tabayyun.app.cli import app

OUT = Path(__file__).resolve().parent.parent / "docs" / "reference" / "cli.md"
HEAD = """# Commands

Written by `make docs` from the commands themselves; `tabayyun COMMAND --help` prints the same.

Exit codes: 0 all read, 1 some documents failed (the others are in the dossier), 2 wrong usage. Errors go to standard error and begin with a
code that [errors.md](errors.md) explains. In a pipe nothing else is printed; in a terminal a summary of the accounts follows.
"""


def page() -> str:
    commands: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    return HEAD + "".join(section(name, command) for name, command in commands.items())


def section(name: str, command: Any) -> str:
    shown = [p for p in command.params if p.name != "help"]
    words = " ".join(f"{p.name.upper()}{'...' if p.nargs == -1 else ''}" for p in shown if p.param_type_name == "argument")
    lines = [
        f"\n## tabayyun {name}",
        "",
        command.help.strip(),
        "",
        f"    tabayyun {name} {words} [OPTIONS]",
        "",
        "| | default | |",
        "|---|---|---|",
    ]
    lines += [f"| `{title(p)}` | {default(p)} | {p.help} |" for p in shown]
    return "\n".join(lines) + "\n"


def title(param: Any) -> str:
    return str(param.name.upper() if param.param_type_name == "argument" else param.opts[0])


def default(param: Any) -> str:
    value = param.default
    return "required" if param.required else f"`{value}`" if value not in (None, "") else ""


if __name__ == "__main__":
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(page(), encoding="utf-8")
