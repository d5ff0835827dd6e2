"""The document: tagged, complete, on the paper asked for, of bundled parts only, and safe whatever people write."""

from __future__ import annotations

import gc
import io
import logging
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pdfua
import pikepdf
import pytest
from django.utils.html import strip_tags

from apps.assessments.scope import Scope, assess
from apps.profiles.selectors import example_get
from apps.reports.bundle import ORIGIN, asset
from apps.reports.render import render_html, render_pdf
from apps.rules.engine import Answer, Assessment, Origin, Profile, Rulebook
from apps.rules.engine.profile import Interval
from apps.rules.law import load
from tests.reports.conftest import DAY, HOSTILE

A4, LETTER = (595, 842), (612, 792)


@pytest.fixture(scope="module")
def real() -> Assessment:
    """A model with systemic risk under the law of the day."""
    scope = Scope(as_of=DAY, known_on=DAY, jurisdictions=("EU",))
    return assess(load(), example_get("llama-3-1-405b").profile, scope)[0]


@pytest.fixture(scope="module")
def steps() -> list[tuple[float, str]]:
    """What the making of `pdf` said of its progress."""
    return []


@pytest.fixture(scope="module")
def pdf(real: Assessment, steps: list[tuple[float, str]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.pdf"
    path.write_bytes(render_pdf(real, on_progress=lambda share, stage: steps.append((share, stage))))
    return path


def small(book: Rulebook, title: str = "Nimbus", note: str = "", source: str = "") -> Assessment:
    profile = Profile(
        title=title,
        answers={
            "sold": Answer(value=True, note=note, source=source),
            "compute": Answer(value=Interval(2e25, 3e25), origin=Origin.ESTIMATED),
        },
    )
    return assess(book, profile, Scope(as_of=DAY, known_on=DAY, jurisdictions=("EU",)))[0]


def words_of(path: Path) -> str:
    text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout
    return re.sub(r"\s+", " ", text)


# --- The PDF ------------------------------------------------------------------------------------------------------
def test_the_pdf_is_tagged_named_and_in_a_language(pdf: Path) -> None:
    with pikepdf.open(pdf) as document:
        root = document.Root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang) == "en-gb"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert len(root.StructTreeRoot.K) > 0
        assert root.Outlines.Count != 0
        with document.open_metadata() as meta:
            assert str(meta["pdfuaid:part"]) == "1"
            assert meta["dc:title"] == "Llama 3.1 405B: report · Remit"
        assert document.check_pdf_syntax() == []


def test_the_checker_of_accessible_pdfs_finds_no_error(pdf: Path) -> None:
    # UA-15-003 looks at header cells only; WeasyPrint names the headers on the data cells instead.
    found = [f"{f.rule_id}: {f.message}" for f in pdfua.validate(pdf).findings if f.rule_id != "UA-15-003"]
    assert found == []


def test_each_data_cell_names_its_headers(pdf: Path) -> None:
    with pikepdf.open(pdf) as document:
        cells = [o for o in document.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/TD"]
        assert cells
        assert all("/Headers" in str(cell.A.keys()) or _headers(cell) for cell in cells)


def _headers(cell: Any) -> bool:
    attributes = cell.A if isinstance(cell.A, pikepdf.Array) else [cell.A]
    return any("/Headers" in part for part in attributes)


def test_the_pdf_says_what_the_page_says(pdf: Path, real: Assessment) -> None:
    text, page = words_of(pdf), render_html(real)
    for finding in real.findings:
        assert finding.obligation.title.split(" (")[0] in text
    for section in re.findall(r"<h2[^>]*>(.*?)<", page):
        assert section.strip() in text
    for note in ("The developer trained the model itself", "Information, not legal advice".lower(), real.fingerprint):
        assert note in text or note in text.replace(" ", "") or note in strip_tags(page)
    assert real.fingerprint in text.replace(" ", "")


def test_every_page_has_head_foot_and_number(pdf: Path) -> None:
    with pikepdf.open(pdf) as document:
        pages = len(document.pages)
    text = words_of(pdf)
    assert all(f"{number} / {pages}" in text for number in range(1, pages + 1))
    assert text.count("Llama 3.1 405B · law as of 23 November 2026") == pages - 1
    assert text.count(f"Remit: information, not legal advice · rulebook {load().fingerprint[:12]}") == pages


def test_nothing_leaves_the_type_area(pdf: Path) -> None:
    boxes = subprocess.run(["pdftotext", "-bbox", pdf, "-"], check=True, capture_output=True, text=True).stdout
    right = [float(edge) for edge in re.findall(r'<word [^>]*xMax="([0-9.]+)"', boxes)]
    assert max(right) <= A4[0] - 24 / 25.4 * 72 + 1


def test_the_contents_name_the_pages(pdf: Path, real: Assessment) -> None:
    text = words_of(pdf)
    named = re.search(r"At a glance (\. ?)+ ?(\d+) ", text)
    assert named
    with pikepdf.open(pdf) as document:
        assert 2 <= int(named[2]) <= len(document.pages)
    assert re.search(r"The law it was held against (\. ?)+ ?\d+", text)


def test_progress_never_shrinks_and_names_pages(pdf: Path, steps: list[tuple[float, str]]) -> None:
    shares = [share for share, _ in steps]
    assert shares == sorted(shares)
    assert shares[-1] > 0.9
    assert any(stage == "Setting page 5" for _, stage in steps)


@pytest.mark.parametrize(("paper", "size"), [("a4", A4), ("letter", LETTER)])
def test_the_paper_is_the_one_asked_for(small_law: Rulebook, paper: str, size: tuple[int, int]) -> None:
    content = render_pdf(small(small_law), paper=paper)
    with pikepdf.open(io.BytesIO(content)) as document:
        for page in document.pages:
            width, height = (round(float(v)) for v in page.mediabox[2:])
            assert (width, height) == size


def test_the_same_report_twice_is_the_same_file(small_law: Rulebook) -> None:
    assert render_pdf(small(small_law)) == render_pdf(small(small_law))


def test_what_a_listener_raises_ends_the_work_and_leaves_no_trace(small_law: Rulebook) -> None:
    def stop(share: float, stage: str) -> None:
        raise KeyboardInterrupt(stage)

    with pytest.raises(KeyboardInterrupt):
        render_pdf(small(small_law), on_progress=stop)
    assert gc.isenabled()
    assert logging.getLogger("weasyprint.progress").handlers == []


# --- What people write --------------------------------------------------------------------------------------------
def test_hostile_words_stay_words(small_law: Rulebook, tmp_path: Path) -> None:
    assessment = small(small_law, title=HOSTILE, note=HOSTILE, source="https://a.example/?q=<script>&x='\"")
    page = render_html(assessment, site="https://remit.example")
    assert "<script" not in page
    assert "&lt;script&gt;alert(" in page
    path = tmp_path / "hostile.pdf"
    path.write_bytes(render_pdf(assessment))
    assert "<script>alert" in words_of(path)


def test_the_hyphen_that_fonts_lack_is_replaced(small_law: Rulebook) -> None:
    assert "\u2011" not in render_html(small(small_law, title="open\u2011weight"))
    assert "open-weight" in render_html(small(small_law, title="open\u2011weight"))


def test_links_to_the_rulebook_need_a_site(small_law: Rulebook) -> None:
    alone, hosted = render_html(small(small_law)), render_html(small(small_law), site="https://remit.example")
    assert 'href="/' not in alone
    assert 'href="https://remit.example/rulebook/instruments/LAW/"' in hosted


def test_a_file_that_stands_alone_asks_for_nothing(small_law: Rulebook) -> None:
    page = render_html(small(small_law))
    assert "<style>" in page
    assert not re.findall(r'(?:src|href)="(?!#|https?://)', page)
    assert "url(" not in page
    assert re.search(r'<html lang="en-gb"', page)
    assert "<title>Nimbus: report · Remit</title>" in page


def test_jurisdictions_without_law_are_named(small_law: Rulebook) -> None:
    wide = Scope(as_of=DAY, known_on=DAY, jurisdictions=("EU", "UK"))
    assert "United Kingdom: not covered yet" in render_html(small(small_law), scope=wide)
    assert "not covered yet" not in render_html(small(small_law), scope=replace(wide, jurisdictions=("EU",)))


# --- What it may read ---------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/x.css",
        "http://127.0.0.1:8000/",
        "file:///etc/passwd",
        "/etc/passwd",
        "ftp://example.org/x.svg",
        "data:text/css,a{}",
        f"{ORIGIN}../apps/config/settings.py",
        f"{ORIGIN}css/../../manage.py",
        f"{ORIGIN}css/%2e%2e/%2e%2e/manage.py",
        f"{ORIGIN}js/remit.js",
        f"{ORIGIN}css/missing.css",
        f"{ORIGIN}",
        "https://static.invalid.example.org/css/tokens.css",
    ],
)
def test_only_bundled_files_are_read(url: str) -> None:
    with pytest.raises(ValueError, match="bundled file"):
        asset(url)


def test_a_picture_in_a_report_reaches_neither_network_nor_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    import weasyprint

    from apps.reports.render import _fetcher

    asked: list[str] = []
    monkeypatch.setattr("apps.reports.render.asset", lambda url: asked.append(url) or asset(url))
    pictures = "".join(f'<img alt="x" src="{url}">' for url in ("http://127.0.0.1:9/x.png", "file:///etc/hostname"))
    style = '<link rel="stylesheet" href="https://example.org/x.css"><style>@import "file:///etc/hosts";</style>'
    html = weasyprint.HTML(string=style + pictures, base_url=ORIGIN, url_fetcher=_fetcher())
    assert html.write_pdf().startswith(b"%PDF")
    assert len(asked) == 4
