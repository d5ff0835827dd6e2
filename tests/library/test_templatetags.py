"""Marks, chips, dates and figures as a reader meets them."""

from datetime import date, datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.timezone import get_current_timezone

from apps.library import words
from apps.library.templatetags import remit
from apps.rules.engine.cites import Grade

TODAY = date(2026, 11, 23)
NB = "\u00a0"


def render(source: str, **context: object) -> str:
    return Template("{% load remit %}" + source).render(Context(context))


def plain(text: str) -> str:
    """The text with ordinary spaces, to compare what it says."""
    return text.replace(NB, " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3.8e25, "3.8 × 10²⁵"),
        ("1e25", "1 × 10²⁵"),
        (Decimal("6.86E24"), "6.86 × 10²⁴"),
        (10**23, "1 × 10²³"),
        # Just above the threshold must not look like the threshold.
        ("1.00001e25", "1.00001 × 10²⁵"),
        ("10000000000000000000000001", "about 1 × 10²⁵"),
        (7, "7"),
        (0, "0"),
        ("1.5e-3", "1.5 × 10⁻³"),
        (None, ""),
        (True, ""),
        ("many", ""),
        (float("inf"), ""),
    ],
)
def test_scientific(value: object, text: str) -> None:
    assert plain(words.scientific(value)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"low": 8e24, "high": 1.2e25}, "8 × 10²⁴ to 1.2 × 10²⁵"),
        (SimpleNamespace(low=2e24, high=2e24), "2 × 10²⁴"),
        ({"low": 8e24}, "at least 8 × 10²⁴"),
        ({"low": None, "high": 1e25}, "at most 1 × 10²⁵"),
        ({"low": None, "high": None}, ""),
    ],
)
def test_ranges_of_compute(value: object, text: str) -> None:
    assert plain(words.scientific_range(value)) == text


def test_compute_carries_its_unit_and_its_words() -> None:
    html = render("{{ value|flop }}", value=3.8e25)
    assert plain(html) == ('<span class="num" title="38 septillion FLOP">3.8 × 10²⁵ FLOP</span>')
    assert "title" not in render("{{ value|flop }}", value={"low": 1e24, "high": 2e24})


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (999, ""),
        (1e12, "1 trillion"),
        (1e23, "100 sextillion"),
        (6.74e24, "6.74 septillion"),
        (2.5e29, "250 octillion"),
    ],
)
def test_large_figures_in_words(value: float, text: str) -> None:
    assert words.in_words(value) == text


@pytest.mark.parametrize(
    ("value", "short", "exact"),
    [
        (15_000_000, "EUR 15 million", "EUR 15 000 000"),
        (35_500_000, "EUR 35.5 million", "EUR 35 500 000"),
        ("2500000000", "EUR 2.5 billion", "EUR 2 500 000 000"),
        # Not even in hundredths: shortening would change the sum.
        (15_000_001, "EUR 15 000 001", "EUR 15 000 001"),
        (900, "EUR 900", "EUR 900"),
        (0, "EUR 0", "EUR 0"),
        (None, "", ""),
    ],
)
def test_money(value: object, short: str, exact: str) -> None:
    assert plain(words.money_text(value)) == short
    assert plain(words.money_exact(value)) == exact


def test_money_names_its_currency() -> None:
    assert plain(render('{{ 20000000|money:"USD" }}')) == "USD 20 million"


def test_days() -> None:
    assert plain(words.day_text(date(2027, 12, 2))) == "2 December 2027"
    assert plain(words.day_text("2027-12-02")) == "2 December 2027"
    assert plain(words.day_text(datetime(2027, 12, 2, 23, 59, tzinfo=get_current_timezone()))) == "2 December 2027"
    assert words.day_text("soon") == ""
    assert words.day_text(None) == ""


@pytest.mark.parametrize(
    ("day", "hint"),
    [
        (date(2026, 11, 23), "today"),
        (date(2026, 11, 24), "tomorrow"),
        (date(2026, 11, 22), "yesterday"),
        (date(2026, 12, 2), "in 9 days"),
        (date(2026, 11, 13), "10 days ago"),
        (date(2027, 1, 4), "in 42 days"),
        (date(2027, 1, 5), "in 1 month"),
        (date(2027, 8, 2), "in 8 months"),
        (date(2027, 12, 2), "in 12 months"),
        (date(2025, 8, 2), "15 months ago"),
        (date(2028, 11, 22), "in 23 months"),
        (date(2028, 11, 23), "in 2 years"),
        (date(2030, 8, 2), "in 3 years"),
    ],
)
def test_relative_hints_count_from_the_day_asked_about(day: date, hint: str) -> None:
    assert words.relative_text(day, TODAY) == hint


def test_a_date_takes_its_hint_from_the_page() -> None:
    html = plain(render("{% when day %}", day=date(2026, 12, 2), as_of=TODAY))
    assert '<time datetime="2026-12-02">2 December 2026</time>' in html
    assert "in 9 days" in html


def test_a_date_without_a_day_to_count_from_has_no_hint() -> None:
    assert "when__hint" not in render("{% when day %}", day=date(2026, 12, 2))
    assert render("{% when day %}", day=None) == ""


@pytest.mark.parametrize(
    ("outcome", "timing", "certainty", "kind"),
    [
        ("applies", "in_force", "settled", "applies"),
        ("applies", "upcoming", "settled", "upcoming"),
        ("applies", "ended", "settled", "none"),
        ("exempt", "in_force", "settled", "exempt"),
        ("exempt", "upcoming", "unverified", "exempt"),
        ("needs_facts", None, "settled", "depends"),
        ("does_not_apply", None, "settled", "none"),
        ("applies", "upcoming", "contested", "contested"),
        ("needs_facts", None, "contested", "contested"),
    ],
)
def test_each_finding_has_one_mark(outcome: str, timing: str | None, certainty: str, kind: str) -> None:
    finding = SimpleNamespace(outcome=outcome, timing=timing, certainty=certainty)
    assert remit.mark_kind(finding) == kind


def test_a_mark_is_a_shape_a_word_and_a_colour() -> None:
    shapes = set()
    for kind in remit.MARKS:
        html = render("{% mark kind %}", kind=kind)
        assert f"mark--{kind}" in html
        assert remit.mark_word(kind) in html
        assert 'aria-hidden="true"' in html
        shapes.add(html.split("</svg>", maxsplit=1)[0].split("<svg", maxsplit=1)[1])
    assert len(shapes) == 6


def test_a_bare_mark_still_says_its_word() -> None:
    assert '<span class="visually-hidden">Exempt</span>' in render('{% mark "exempt" bare=True %}')


def test_a_mark_escapes_what_it_is_given() -> None:
    html = render('{% mark "exempt" detail=text %}', text="<b>licence</b>")
    assert "&lt;b&gt;licence" in html


def test_an_unknown_outcome_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"'perhaps'.*needs_facts"):
        remit.mark_kind_of("perhaps")


def test_chips_spell_out_the_jurisdiction() -> None:
    assert render('{% chip "US-CA" %}') == '<abbr class="chip" title="California">US-CA</abbr>'
    assert render('{% chip "JP" %}') == '<abbr class="chip" title="JP">JP</abbr>'


def test_grades_in_words() -> None:
    assert [remit.grade_word(grade) for grade in Grade] == [grade.words for grade in Grade]
    assert remit.grade_word("S") == "secondary source"


def test_navigation_marks_the_page_and_leaves_out_what_is_not_mounted() -> None:
    request = RequestFactory().get("/healthz")
    assert render('{% nav_link "Health" "healthz" %}', request=request) == (
        '<li><a href="/healthz" aria-current="page">Health</a></li>'
    )
    assert render('{% nav_link "Nowhere" "nowhere:at_all" %}', request=request) == ""
