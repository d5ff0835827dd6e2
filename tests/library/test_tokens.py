"""The palette holds: text reads at 4.5 to 1, marks and edges at 3 to 1 (WCAG 2.2), in both schemes."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from django.conf import settings

CSS = Path(settings.BASE_DIR) / "static" / "css"
SHEETS = sorted(str(path.relative_to(CSS)) for path in CSS.rglob("*.css") if path.name != "tokens.css")
PAPERS = ("paper", "paper-sunken", "paper-raised")
KINDS = ("applies", "upcoming", "exempt", "depends", "contested", "none")
TEXT = [
    *((ink, paper) for ink in ("ink", "ink-soft", "ink-quiet", "accent", "accent-deep", "error") for paper in PAPERS),
    # The word of a mark is set in the colour of the mark.
    *((f"mark-{kind}", paper) for kind in KINDS for paper in PAPERS),
    *((f"mark-{kind}", f"tint-{kind}") for kind in KINDS),
    *(("ink", f"tint-{kind}") for kind in KINDS),
    ("on-accent", "accent"),
    ("on-accent", "accent-deep"),
    ("ink", "accent-tint"),
    ("ink-quiet", "accent-tint"),
    ("accent-deep", "accent-tint"),
    ("ink-soft", "tint-none"),
    ("ink", "error-tint"),
]
SHAPES = [
    *((f"mark-{kind}", paper) for kind in KINDS for paper in PAPERS),
    *((line, paper) for line in ("edge", "focus") for paper in PAPERS),
    ("accent", "hair"),
]


def colours(block: str) -> dict[str, str]:
    """The colour tokens of one declaration block."""
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6});", block))


def schemes() -> Mapping[str, Mapping[str, str]]:
    """Colours of both schemes; the dark one overrides what it names and nothing else."""
    source = (CSS / "tokens.css").read_text(encoding="utf-8")
    root = re.search(r"^:root \{(.*?)^\}", source, re.DOTALL | re.MULTILINE)
    dark = re.search(r"prefers-color-scheme: dark\) \{\s*:root \{(.*?)\n  \}", source, re.DOTALL)
    assert root
    assert dark
    light = colours(root[1])
    return {"light": light, "dark": {**light, **colours(dark[1])}}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    # The grey that WCAG examples give as just passing on white.
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_reads(scheme: str, text: str, ground: str) -> None:
    palette = schemes()[scheme]
    assert contrast(palette[text], palette[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_marks_and_edges_are_seen(scheme: str, shape: str, ground: str) -> None:
    palette = schemes()[scheme]
    assert contrast(palette[shape], palette[ground]) >= 3


def test_both_schemes_name_every_colour() -> None:
    source = (CSS / "tokens.css").read_text(encoding="utf-8")
    dark = source.split("prefers-color-scheme: dark", 1)[1].split("@media", 1)[0]
    assert set(colours(dark)) == set(schemes()["light"])


def test_the_browser_bar_has_the_colour_of_the_paper() -> None:
    base = (Path(settings.BASE_DIR) / "templates" / "base.html").read_text(encoding="utf-8")
    for scheme, palette in schemes().items():
        assert f'content="{palette["paper"]}" media="(prefers-color-scheme: {scheme})"' in base


@pytest.mark.parametrize("sheet", SHEETS)
def test_colours_and_sizes_live_in_tokens_only(sheet: str) -> None:
    source = re.sub(r"/\*.*?\*/", "", (CSS / sheet).read_text(encoding="utf-8"), flags=re.DOTALL)
    # A helper that must not take part in layout is one pixel by definition; media queries cannot read tokens.
    source = re.sub(r"\.visually-hidden[^}]*\}", "", source)
    if sheet == "report-paper.css":  # the margin boxes of a sheet of paper cannot read tokens, so they repeat them
        source = source.replace(schemes()["light"]["ink-quiet"], "")
    lines = [line for line in source.splitlines() if not line.lstrip().startswith("@media")]
    strays = [line.strip() for line in lines if re.search(r"#[0-9a-f]{3,8}\b|rgb\(|hsl\(|\b\d*\.?\d+(rem|px)\b", line)]
    assert strays == []


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_token_used_is_defined(sheet: str) -> None:
    defined = set(re.findall(r"--([\w-]+):", (CSS / "tokens.css").read_text(encoding="utf-8")))
    used = set(re.findall(r"var\(--([\w-]+)", (CSS / sheet).read_text(encoding="utf-8")))
    assert used - defined == set()
