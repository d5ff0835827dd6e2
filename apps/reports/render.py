"""A report as a document of its own: HTML in one file, or a tagged PDF.

WeasyPrint is imported by the first PDF only: it takes a second and a hundred megabytes, which no web process needs.
"""

from __future__ import annotations

import gc
import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string
from django.utils.translation import gettext

from apps.reports.bundle import MARK_FILES, ORIGIN, asset, asset_text, without_names
from apps.reports.contents import report_context

if TYPE_CHECKING:
    from apps.assessments.scope import Scope
    from apps.rules.engine import Assessment

OnProgress = Callable[[float, str], None]
SHEETS = ("css/tokens.css", "css/report.css", "css/report-duties.css", "css/report-paper.css")
# Weak points of text layout: a hyphen that few fonts have, which sends the search for one through all of them.
_REPLACED = str.maketrans({"\u2011": "-"})
_MARK_DRAWING = re.compile(r'<svg class="mark__shape".*?</svg>', re.DOTALL)
_OWN_ADDRESS = re.compile(r' href="(/[^"]*)"')


def render_html(assessment: Assessment, *, scope: Scope | None = None, paper: str = "a4", site: str = "") -> str:
    """The report as one HTML file that needs no other.

    `site` (https://host) is where its links to the rulebook lead; without one they are plain text. `scope` names
    jurisdictions asked for that are not covered. `paper` is a4 or letter.
    """
    return _document(assessment, scope, paper, site, style=_whole_style(paper))


def render_pdf(
    assessment: Assessment,
    *,
    scope: Scope | None = None,
    paper: str = "a4",
    site: str = "",
    on_progress: OnProgress | None = None,
) -> bytes:
    """The report as a PDF/UA-1 file.

    `on_progress` hears the share done (0 to 1, never less than before) and what happens now; what it raises ends the
    work.
    """
    tell = on_progress or _unheard
    # A drawing in the text would be read out as a figure without words; as a background it is decoration.
    source = _MARK_DRAWING.sub("", _document(assessment, scope, paper, site, style=""))
    with _collector_off(), _heard(tell, pages=max(4.0, len(source) / 9000)):
        return _written(source, paper)


def _unheard(share: float, stage: str) -> None:
    """Nobody listens."""


def _document(assessment: Assessment, scope: Scope | None, paper: str, site: str, *, style: str) -> str:
    context = report_context(assessment, scope=scope)
    context |= {"paper": paper, "style": style, "chart_style": _chart_style()}
    text = render_to_string("reports/document.html", context).translate(_REPLACED)
    # Quotation marks in what people wrote are escaped, so this finds the report's own links only.
    return _OWN_ADDRESS.sub(rf' href="{site}\1"' if site else "", text)


def _written(source: str, paper: str) -> bytes:
    import weasyprint  # noqa: PLC0415

    html = weasyprint.HTML(string=source, base_url=ORIGIN, url_fetcher=_fetcher())
    sheets, fonts = _prepared(paper)
    content: bytes = html.write_pdf(
        stylesheets=sheets, font_config=fonts, pdf_variant="pdf/ua-1", pdf_tags=True, optimize_images=False
    )
    return content


# --- What WeasyPrint may read -------------------------------------------------------------------------------------
@cache
def _fetcher() -> Any:
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415

    class BundleFetcher(URLFetcher):  # type: ignore[misc]
        """Serves the files shipped under static/, and nothing else: no network, no other file of this machine."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            """The file behind an address of the bundle. Raises ValueError for any other address."""
            kind, content = asset(url)
            return URLFetcherResponse(url, body=content, headers={"Content-Type": kind})

    return BundleFetcher()


@cache
def _prepared(paper: str) -> tuple[list[Any], Any]:
    """Style sheets and fonts, read once in each worker."""
    from weasyprint import CSS  # noqa: PLC0415
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    fonts = FontConfiguration()
    options = {"font_config": fonts, "url_fetcher": _fetcher()}
    sheets = [CSS(string=asset_text(name), base_url=f"{ORIGIN}{name}", **options) for name in SHEETS]
    extra = [f"@page {{ size: {paper}; }}"]
    extra += [
        f'.mark--{kind} .mark__word {{ background-image: url("{ORIGIN}{name}"); }}' for name, kind in MARK_FILES.items()
    ]
    return [*sheets, CSS(string="\n".join(extra), **options)], fonts


@cache
def _chart_style() -> str:
    """The pictures' colours as they stand inside the drawings, where WeasyPrint looks for them."""
    return without_names(asset_text("css/components/figures.css"))


@cache
def _whole_style(paper: str) -> str:
    """All sheets in one, for a file that stands alone."""
    return "\n".join([*map(asset_text, SHEETS), f"@page {{ size: {paper}; }}"])


# --- While it works -----------------------------------------------------------------------------------------------
@contextmanager
def _collector_off() -> Iterator[None]:
    """Leave dead cycles lie meanwhile: looking for them among so many living boxes costs a sixth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Steps(logging.Handler):
    """Turns what WeasyPrint logs about its steps into progress."""

    def __init__(self, tell: OnProgress, pages: float) -> None:
        super().__init__()
        self.tell, self.pages, self.share = tell, pages, 0.0

    def emit(self, record: logging.LogRecord) -> None:
        """Pass a step on. The share grows towards the expected number of pages, and never shrinks."""
        share, stage = self._step(record)
        self.share = max(self.share, share)
        self.tell(self.share, stage)

    def _step(self, record: logging.LogRecord) -> tuple[float, str]:
        message = str(record.msg)
        if message.startswith("Step 5") and record.args:
            page = int(str(record.args[0] if isinstance(record.args, tuple) else 1))
            share = 0.15 + 0.5 * page / (page + self.pages / 2)
            return share, gettext("Setting page %(n)d") % {"n": page}
        if message.startswith("Step 6"):
            return 0.7, gettext("Drawing the pages")
        if message.startswith("Step 7"):
            return 0.97, gettext("Writing the file")
        return 0.1, gettext("Laying out the text")


@contextmanager
def _heard(tell: OnProgress, pages: float) -> Iterator[None]:
    logger, steps = logging.getLogger("weasyprint.progress"), _Steps(tell, pages)
    level, propagate = logger.level, logger.propagate
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(steps)
    try:
        yield
    finally:
        logger.removeHandler(steps)
        logger.setLevel(level)
        logger.propagate = propagate
