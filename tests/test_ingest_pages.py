"""Web pages: the article, and what the page says of itself."""

import time

import pytest

from tabayyun.ingest import Given, load
from tabayyun.ingest.pages import MAX_DEPTH, nesting, published, read_page
from tabayyun.model.errors import InputError

BODY = (
    "<p>أعلن مصدر عسكري أن طائرة مسيّرة قصفت حاجزاً عند مدخل البلدة الشمالي فجر الثلاثاء، ولم يذكر المصدر عدد الضحايا.</p>"
    "<p>وقال شهود إنهم سمعوا انفجاراً قوياً هز المنطقة، ثم وصلت سيارات الإسعاف إلى المكان ونقلت عدداً من الجرحى.</p>"
)


def page(body: str = BODY, head: str = "", lang: str = "ar") -> bytes:
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>عنوان الخبر الطويل عن القصف</title>{head}</head>'
        f"<body><nav><a href='/'>الرئيسية</a></nav><article>{body}</article><footer>حقوق النشر محفوظة</footer></body></html>"
    ).encode()


def test_the_article_is_read_and_the_furniture_is_not() -> None:
    doc = read_page(page(head='<meta property="og:site_name" content="صدى">'), "x.html")
    assert "قصفت حاجزاً" in doc.text
    assert "حقوق النشر" not in doc.text
    assert (doc.outlet, doc.language, doc.media_type) == ("صدى", "ar", "text/html")
    assert doc.extraction.startswith("trafilatura/")


def test_the_headline_inside_the_article_is_no_part_of_the_text() -> None:
    doc = read_page(page("<h1>عنوان الخبر الطويل عن القصف</h1>" + BODY), "x.html")
    assert doc.title == "عنوان الخبر الطويل عن القصف"
    assert doc.text.startswith("أعلن مصدر عسكري")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta property="article:published_time" content="2024-01-16T09:30:00+03:00">', "2024-01-16T09:30:00+03:00"),
        ("<meta content='2024-01-16' name='pubdate'>", "2024-01-16"),
        ('<script type="application/ld+json">{"datePublished":"2024-01-16T09:30:00Z"}</script>', "2024-01-16T09:30:00Z"),
        ('<meta property="article:published_time" content="2024-99-16">', None),
        ('<meta property="article:modified_time" content="2024-01-16">', None),
    ],
)
def test_the_date_is_what_the_page_declares(head: str, expected: str | None) -> None:
    assert published(page(head=head).decode()) == expected


def test_a_page_in_windows_1256_is_read_as_that() -> None:
    data = page().decode().replace("utf-8", "windows-1256").encode("cp1256")
    doc = read_page(data, "x.html")
    assert "قصفت حاجزاً" in doc.text
    assert doc.notes == ("read as cp1256",)


@pytest.mark.parametrize("html", [b"<html><body></body></html>", b"<html>", b"<p></p>"])
def test_a_page_without_an_article_says_so(html: bytes) -> None:
    with pytest.raises(InputError, match=r"\[T306\] x.html: no article found.*save its text as .txt"):
        read_page(html, "x.html")


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 5_000, 200_000])
def test_deep_nesting_is_refused_before_a_parser_sees_it(depth: int) -> None:
    with pytest.raises(InputError, match=r"\[T306\] x.html: tags nest"):
        read_page(b"<div>" * depth + BODY.encode() + b"</div>" * depth, "x.html")


def test_ends_that_a_page_may_leave_out_are_no_nesting() -> None:
    assert nesting("<p>a<li>b<br><td>c" * 2_000) == 0
    assert nesting("<script>" + "'<div>'" * 2_000 + "</script><div><b>x</b></div>") == 2
    assert "قصفت حاجزاً" in read_page(page("<p>".join([BODY] + ["وأضاف المصدر أن الوضع هادئ."] * 700)), "x.html").text


@pytest.mark.parametrize("html", ["<script>" * 100_000, "<a " * 200_000, "<" * 500_000, "<!--" * 100_000, "<meta " * 100_000])
def test_hostile_markup_takes_no_long_time(html: str) -> None:
    before = time.perf_counter()
    nesting(html)
    published(html)
    assert time.perf_counter() - before < 5


def test_a_nul_in_a_page_does_not_break_it() -> None:
    doc = read_page(page().replace("حاجزاً".encode(), "حاجز\x00اً".encode(), 1), "x.html")
    assert "\x00" not in doc.text
    assert "وقال شهود" in doc.text


def test_a_faulty_page_stops_no_other() -> None:
    (bundle,) = load([("bad.html", b"<html>"), ("good.html", page())], Given())
    assert len(bundle.documents) == 1
    assert bundle.failures[0][0] == "bad.html"
