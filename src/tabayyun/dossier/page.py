"""The dossier as one HTML file: no request, no script needed, nothing of a source text can become markup."""

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files
from typing import Any

import jinja2
import msgspec
from markupsafe import Markup

from tabayyun.dossier import labels, maps, views
from tabayyun.dossier.balance import hold_side_by_side
from tabayyun.dossier.bundle import to_bundle
from tabayyun.dossier.glosses import gloss
from tabayyun.dossier.labels import Label
from tabayyun.dossier.marking import mark
from tabayyun.dossier.voices import voices
from tabayyun.lexicons.knowledge import Knowledge
from tabayyun.model import wire
from tabayyun.model.incident import Dossier

_HERE = files("tabayyun") / "dossier" / "templates"


def to_html(dossier: Dossier, know: Knowledge | None = None) -> bytes:
    """The dossier as one self-contained page, UTF-8; the same dossier gives the same bytes."""
    return page(to_bundle(dossier, know), know)


def page(bundle: wire.Bundle, know: Knowledge | None = None) -> bytes:
    """The same from a bundle of format version 1, whoever wrote it; a balance is worked out where it holds none."""
    style, script = _shipped("page.css"), _shipped("page.js")
    known = voices(bundle)
    cases = views.cases(_with_balance(bundle))
    origin_of = {d: o for o in bundle.origins for d in o.documents}
    copies = len({known.origin[d.id] for d in bundle.documents})
    html = (
        _environment()
        .get_template("page.html.j2")
        .render(
            bundle=bundle,
            heading=_heading(bundle.bundle),
            cases=cases,
            outside=[c for c in bundle.claims if c.incident is None],
            docs={d.id: d for d in bundle.documents},
            claims={c.id: c for c in bundle.claims},
            said_in={d.id: [c for c in bundle.claims if c.doc == d.id] for d in bundle.documents},
            voice=known.of,
            origin_of=origin_of,
            origins=copies,
            loaded=views.loaded_rows(bundle, know),
            texts={d.id: mark(d, bundle) for d in bundle.documents},
            value=lambda q, v: labels.value(q, v.value, v.words, know),
            actor=lambda slug: labels.actor(slug, know),
            slot=lambda name, c: views.slot_words(name, c, know),
            gloss=lambda entry: gloss(entry, know),
            independent=_independent,
            meant=views.meant,
            spotlight=views.spotlight,
            style=style,
            script=script,
            csp=_policy(style, script),
        )
    )
    return html.encode("utf-8")


def _with_balance(bundle: wire.Bundle) -> wire.Bundle:
    if bundle.balance:
        return bundle
    return msgspec.structs.replace(bundle, balance=hold_side_by_side(bundle))


def _independent(value: wire.Value, polarity: str) -> int:
    """How many different sources do this with the value."""
    return sum(a.polarity == polarity for a in value.accounts)


def _heading(name: str) -> str:
    """A slug as a heading; a name with spaces stays as it is."""
    if " " in name or not name:
        return name or "Dossier"
    return name.replace("-", " ").replace("_", " ").strip().capitalize()


def _policy(style: str, script: str) -> str:
    """Content security policy: nothing may be fetched; only this very style and script may act."""

    def digest(s: str) -> str:
        return "'sha256-" + base64.b64encode(hashlib.sha256(s.encode("utf-8")).digest()).decode("ascii") + "'"

    return f"default-src 'none'; style-src {digest(style)}; script-src {digest(script)}; base-uri 'none'; form-action 'none'"


@lru_cache(maxsize=4)
def _shipped(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _exact(text: str) -> Markup:
    """Escaped so that a browser's text is the printed one: a parser would turn a carriage return into a line feed."""
    return Markup(str(Markup.escape(text)).replace("\r", "&#13;"))


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    env = jinja2.Environment(
        loader=jinja2.PackageLoader("tabayyun.dossier", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Any] = {
        "exact": _exact,
        "way": views.direction,
        "when": labels.when,
        "pieces": views.pieces,
        "filled": views.filled,
        "web": views.web_address,
        "raw": Markup,
    }
    env.filters.update(filters)
    env.globals.update(L=labels, Label=Label, label=labels.label, MAP=maps)
    return env
