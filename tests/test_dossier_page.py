"""The page: whole without script, no request, source texts stay text and stay exact, right-to-left where they run so."""

import functools
import http.server
import re
import shutil
import subprocess
import threading
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_dossier_sample import HOSTILE, sample

from tabayyun.dossier import page, to_bundle, to_html
from tabayyun.dossier.maps import HEIGHT, WIDTH, draw
from tabayyun.dossier.marking import mark
from tabayyun.dossier.outlines import Window, clip, countries
from tabayyun.dossier.views import direction, spotlight, web_address
from tabayyun.model import wire

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
VOID = {"meta", "br", "img", "input", "link", "hr"}


class Reader(HTMLParser):
    """Collects tags, and the text inside elements that carry a given attribute."""

    def __init__(self, attribute: str) -> None:
        super().__init__(convert_charrefs=True)
        self.attribute = attribute
        self.found: dict[str, str] = {}
        self.way: dict[str, str] = {}
        self.tags: list[str] = []
        self._open: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag in VOID:
            return
        given = dict(attrs)
        key = given.get(self.attribute)
        if key:
            self.found[key] = ""
            self.way[key] = given.get("dir") or ""
        self._open.append(key)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        for key in self._open:
            if key:
                self.found[key] += data


def read(html: bytes, attribute: str) -> Reader:
    reader = Reader(attribute)
    reader.feed(html.decode("utf-8"))
    return reader


@pytest.fixture(scope="module")
def html() -> bytes:
    return to_html(sample())


def test_the_same_dossier_gives_the_same_bytes(html: bytes) -> None:
    assert to_html(sample()) == html == page(to_bundle(sample()))


def test_full_texts_are_the_texts_to_the_letter(html: bytes) -> None:
    found = read(html, "data-doc").found
    assert found == {r.document.id: r.document.text for r in sample().reports}


def test_every_quotation_is_the_words_of_its_span(html: bytes) -> None:
    texts = {r.document.id: r.document.text for r in sample().reports}
    found = read(html, "data-quote").found
    claims = [c for r in sample().reports for c in r.claims.claims]
    assert found == {c.id: c.content.span.words(texts[c.doc]) for c in claims}


def test_each_text_runs_its_own_way(html: bytes) -> None:
    assert read(html, "data-doc").way == {"d1": "rtl", "d2": "ltr", "d3": "ltr", "d4": "rtl"}


def test_nothing_of_a_source_becomes_markup(html: bytes) -> None:
    tags = read(html, "id").tags
    assert tags.count("script") == 1
    assert "img" not in tags
    assert HOSTILE.encode() not in html


def test_every_inner_link_leads_somewhere(html: bytes) -> None:
    text = html.decode("utf-8")
    targets = set(re.findall(r'\sid="([^"]+)"', text))
    links = set(re.findall(r'href="#([^"]+)"', text))
    assert {"d1.c1", "t-d1.c1", "text-d1", "i1"} <= links
    assert links <= targets


def test_the_words_that_answer_are_marked_inside_their_quotation() -> None:
    c = next(c for c in to_bundle(sample()).claims if c.id == "d2.c1")
    cut = spotlight(c, "weapon")
    assert "".join(words for words, _ in cut) == c.content.quote
    assert [words for words, is_lit in cut if is_lit] == ["drone"]
    assert spotlight(c, "responsibility") == [(c.content.quote, False)]


def test_failures_and_versions_are_shown(html: bytes) -> None:
    assert b"broken &lt;b&gt;.pdf" in html
    assert sample().reports[0].document.text_sha256.encode() in html


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "", None])
def test_only_web_addresses_can_be_followed(url: str | None) -> None:
    assert web_address(url) == ""
    assert web_address("https://example.org/a") == "https://example.org/a"


def test_a_bundle_without_findings_still_gives_a_page() -> None:
    empty = wire.Bundle(bundle="nothing", constructed=True, note="", documents=(), claims=(), incidents=(), relations=(), origins=())
    assert b"No claim of these reports bears on an incident" in page(empty)


@pytest.mark.parametrize(
    ("text", "way"), [("قصف F-16", "rtl"), ("F-16 قصف المدينة", "rtl"), ("the town of حلب", "ltr"), ("12:30", "auto"), ("", "auto")]
)
def test_direction_follows_most_letters(text: str, way: str) -> None:
    assert direction(text) == way


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20), st.integers(0, 1)), max_size=6))
def test_marked_pieces_join_to_the_text(text: str, raw: list[tuple[int, int, int]]) -> None:
    spans = [(a, min(a + n, len(text)), has) for a, n, has in raw if a < len(text)]
    claims = tuple(
        wire.Claim(
            id=f"d1.c{k}",
            doc="d1",
            content=wire.Content(start=a, end=b, quote=text[a:b]),
            cue=wire.Quote(start=a, end=b, quote=text[a:b]) if has else None,
            chain=(),
            polarity="affirm",
            certainty="certain",
            reporter_stance="neutral",
            speech_act="statement",
            incident=None,
            slots=wire.Slots(),
        )
        for k, (a, b, has) in enumerate(spans)
    )
    document = wire.Document(id="d1", language="ar", outlet="", url=None, published=None, title="", text=text)
    bundle = wire.Bundle(
        bundle="b", constructed=True, note="", documents=(document,), claims=claims, incidents=(), relations=(), origins=()
    )
    pieces = mark(document, bundle)
    assert "".join(p.text for p in pieces) == text
    assert sorted(c for p in pieces for c in p.begins) == sorted(c.id for c in claims)
    for c in claims:
        assert sum(len(p.text) for p in pieces if c.id in p.claims) == c.content.end - c.content.start


def test_marks_lie_inside_the_map_and_rings_grow_with_vagueness() -> None:
    def at(n: int, lat: float, lon: float, precision: wire.Precision) -> wire.Claim:
        place = wire.Place(quote="x", name=f"p{n}", lat=lat, lon=lon, precision=precision)
        return wire.Claim(
            id=f"d1.c{n}", doc="d1", content=wire.Content(start=0, end=1, quote="x"), cue=None, chain=(), polarity="affirm",
            certainty="certain", reporter_stance="neutral", speech_act="statement", incident="i1", slots=wire.Slots(place=place),
        )  # fmt: skip

    picture = draw([at(1, 36.5, 40.7, "exact"), at(2, 36.4, 40.8, "settlement"), at(3, 36.0, 41.0, "province")])
    assert picture is not None
    assert all(0 <= m.x <= WIDTH and 0 <= m.y <= HEIGHT for m in picture.marks)
    assert [m.r for m in picture.marks] == sorted(m.r for m in picture.marks)
    assert [m.is_vague for m in picture.marks] == [False, False, True]
    assert any(land.en == "Syria" for land in picture.land)
    assert draw([]) is None


def test_outlines_are_cut_to_the_window() -> None:
    window = Window(39.0, 35.0, 42.0, 37.5)
    syria = next(c for c in countries() if c.en == "Syria")
    points = [p for ring in syria.rings for p in clip(ring, window)]
    assert points
    assert all(window.west <= x <= window.east and window.south <= y <= window.north for x, y in points)
    assert all(not clip(ring, Window(-60.0, -40.0, -50.0, -30.0)) for ring in syria.rings)


class Ear(http.server.BaseHTTPRequestHandler):
    """Serves one page at `/` and writes down every path that is asked for."""

    body = b""
    asked: list[str] = []  # noqa: RUF012

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200 if self.path == "/" else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        if self.path == "/":
            self.wfile.write(self.body)

    def log_message(self, format: str, *args: object) -> None:
        return


@pytest.fixture
def browse(tmp_path: Path) -> functools.partial[tuple[str, list[str]]]:
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine")
    return functools.partial(look, tmp_path)


def look(folder: Path, body: bytes) -> tuple[str, list[str]]:
    """The DOM after loading, and the paths that the browser asked for."""
    handler = type("Handler", (Ear,), {"body": body, "asked": []})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
        flags += "--disable-component-update --disable-sync --virtual-time-budget=2000 --dump-dom"
        address = f"http://127.0.0.1:{server.server_address[1]}/"
        command = [str(CHROMIUM), *flags.split(), f"--user-data-dir={folder}", address]
        done = subprocess.run(command, capture_output=True, timeout=90, check=False)
        server.shutdown()
    return done.stdout.decode("utf-8"), handler.asked  # type: ignore[attr-defined]


LEAK = b"<img src='/leak'><script>document.title='owned'</script><style>body{background:url(/leak2)}</style><main"


def test_a_browser_asks_for_nothing_and_runs_nothing_foreign(browse: functools.partial[tuple[str, list[str]]], html: bytes) -> None:
    dom, asked = browse(html)
    assert asked == ["/"]
    assert "market strike" in dom.lower()
    assert "<title>owned" not in dom


def test_the_policy_holds_even_where_markup_was_forced_in(browse: functools.partial[tuple[str, list[str]]], html: bytes) -> None:
    dom, asked = browse(html.replace(b"<main", LEAK, 1))
    assert asked == ["/"]
    assert "<title>owned" not in dom


def test_without_the_policy_the_same_markup_would_leak(browse: functools.partial[tuple[str, list[str]]], html: bytes) -> None:
    bare = re.sub(rb'<meta http-equiv="Content-Security-Policy"[^>]*>', b"", html)
    dom, asked = browse(bare.replace(b"<main", LEAK, 1))
    assert "/leak" in asked
    assert "<title>owned" in dom
