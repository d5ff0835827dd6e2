"""The shared parts keep their promises: they work as plain forms, say what they show, and run no inline code."""

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.translation import override

TEMPLATES = Path(settings.BASE_DIR) / "templates"
TODAY = date(2026, 11, 23)
CITE = {"title": "EU AI Act", "pinpoint": "Art. 53(1)(a)", "grade": "P", "checked_on": TODAY, "url": "/rulebook/"}
QUESTION: dict[str, Any] = {
    "action": "/describe/",
    "key": "weights_public",
    "section": "Openness",
    "ask": "Can anyone download the model's weights?",
    "why": "Public weights are a condition of the exemption.",
    "cite": CITE,
}
ROW: dict[str, Any] = {
    "anchor": "EU-AIA-53-1-a",
    "mark": "exempt",
    "title": "Keep technical documentation",
    "who": "Provider of a general-purpose AI model",
    "date": date(2026, 12, 2),
    "jurisdiction": "EU",
    "cite": CITE,
    "must": "Keep technical documentation and hand it over on request.",
    "proof": [
        {
            "text": "It is a general-purpose AI model",
            "value": True,
            "children": [{"text": "Its weights are public", "value": None}, {"text": "It is paid for", "value": False}],
        }
    ],
    "carve_outs": [{"title": "Open-source exemption", "state": "active", "removes": "It removes this duty."}],
    "steps": [{"text": "Describe the training.", "cite": CITE}],
    "evidence": "A completed form.",
    "penalty": "Up to EUR 15 million.",
    "cites": [{**CITE, "grade": "M"}],
    "changes": [{"text": "Charge for access", "effect": "applies", "rigidity": "easy"}],
}


def render(name: str, **context: Any) -> str:
    return render_to_string(f"components/{name}.html", {"as_of": TODAY, **context}, RequestFactory().get("/"))


class Controls(HTMLParser):
    """Names and values of what a form would send, and the tags that stand open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.sent: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag in {"input", "button"} and found.get("name"):
            self.sent.append((str(found["name"]), found.get("value") or ""))


def test_a_yes_or_no_question_offers_three_equal_answers_without_a_script() -> None:
    html = render("question", question={**QUESTION, "kind": "flag", "value": "no"})
    answers = [value for name, value in Controls(html).sent if name == "value"]
    assert answers == ["yes", "no", "dont_know"]
    assert re.search(r'value="no"[^>]*aria-current="true"', html)
    assert 'method="post" action="/describe/"' in html
    assert 'name="csrfmiddlewaretoken"' in html


@pytest.mark.parametrize("kind", ["flag", "choice", "choices", "number", "day"])
def test_not_knowing_is_always_an_answer(kind: str) -> None:
    options = [{"value": "mit", "label": "MIT"}, {"value": "own", "label": "Own terms", "chosen": True}]
    html = render("question", question={**QUESTION, "kind": kind, "options": options, "unit": "FLOP"})
    assert ("value", "dont_know") in Controls(html).sent
    assert ("fact", "weights_public") in Controls(html).sent


def test_a_figure_may_be_a_range_and_shows_it_open_when_given() -> None:
    html = render("question", question={**QUESTION, "kind": "number", "low": "8e24", "high": "1.2e25", "unit": "FLOP"})
    assert {("low", "8e24"), ("high", "1.2e25")} <= set(Controls(html).sent)
    assert '<details class="fold fold--small" open>' in html


def test_an_error_is_announced_and_tied_to_its_field() -> None:
    html = render("question", question={**QUESTION, "kind": "number", "unit": "FLOP", "error": "Write 3.8e25."})
    assert 'id="question-error" role="alert">Write 3.8e25.' in html
    assert re.search(r'name="value"[^>]*aria-describedby="[^"]*question-error"[^>]*aria-invalid="true"', html)


def test_a_duty_shows_mark_date_and_pinpoint_closed_and_its_reasons_inside() -> None:
    html = render("finding", row=ROW)
    summary, body = html.split("</summary>", 1)
    for text in ("Exempt", "Keep technical documentation", "in 9 days", "Art. 53(1)(a)", "European Union"):
        assert text in summary
    for text in (
        "Open-source exemption",
        "removes this duty",
        "Describe the training.",
        "unverified",
        "easy to change",
    ):
        assert text in body
    assert "<a " not in summary, "a link inside a summary cannot be reached apart from it"


def test_a_proof_says_what_holds_what_does_not_and_what_is_open() -> None:
    html = render("finding", row=ROW)
    for state, text in (("yes", "It is a general-purpose"), ("open", "Its weights"), ("no", "It is paid for")):
        assert re.search(rf'proof__node--{state}">\s*<span class="proof__text">{text}', html)


def test_the_panel_says_how_many_open_questions_matter() -> None:
    counts = [{"kind": "applies", "number": 4}, {"kind": "exempt", "number": 0}]
    html = render("panel", summary="EU: 4 duties now", counts=counts, open_count=1)
    assert "<b>1</b> open question can" in html
    assert "Exempt" not in html
    assert 'role="status"' in html
    assert "No open question can change" in render("panel", summary="EU", counts=[], open_count=0)


def test_filters_count_what_they_hide() -> None:
    html = render("filters", action="/r/", shown=9, total=11, clear_url="/r/", marks=[{"kind": "applies", "number": 9}])
    assert "9 shown, 2 hidden" in html
    assert "Show all" in html
    assert "All 11 shown" in render("filters", action="/r/", shown=11, total=11)


def test_what_people_type_is_escaped() -> None:
    html = render("finding", row={**ROW, "title": "<script>alert(1)</script>"})
    assert "<script>" not in html


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_no_template_carries_inline_code_or_foreign_files(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|\shx-on|javascript:", source)
    assert not re.search(r'(?:src|<link[^>]*href)="https?://', source)


@pytest.mark.parametrize("template", ["400.html", "403.html", "404.html"])
def test_failure_pages_say_what_to_do(template: str) -> None:
    with override("en-gb"):
        html = render_to_string(template, {}, RequestFactory().get("/nowhere"))
    assert '<a href="/">' in html
    assert "<h1>" in html


def test_the_page_for_our_own_faults_needs_nothing() -> None:
    source = (TEMPLATES / "500.html").read_text(encoding="utf-8")
    assert "{%" not in source
    assert "{{" not in source
