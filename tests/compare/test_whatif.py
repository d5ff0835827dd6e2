"""What would change this: figures equal to an evaluation, distances by hand, hostile addresses, taking over."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import date
from functools import cache
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from apps.assessments.decided import Decided
from apps.assessments.links import Source
from apps.assessments.marks import is_duty, mark
from apps.compare.whatif.changing import ChangeError, changed, read_changes, written
from apps.compare.whatif.lines_picture import lines_picture
from apps.compare.whatif.moves import kind_of
from apps.compare.whatif.page import MOST_PAIRS, Step, WhatIf
from apps.profiles.models import Profile as Stored
from apps.profiles.packed import pack, unpack
from apps.profiles.selectors import example_get, rulebook
from apps.rules.engine import Answer, Assessment, Profile, evaluate
from apps.rules.engine.profile import Interval, Value

DAY = date(2026, 11, 23)
DAYS = "as_of=2026-11-23&known_on=2026-11-23"
OPEN_MODEL = "/examples/smollm3-3b/what-if/"
APP = "/examples/companion-app/what-if/"
LIMIT = 150_000
LONG = "brings-medium"


def assessed(profile: Profile) -> Assessment:
    return evaluate(rulebook(), profile, as_of=DAY)


def what_if(profile: Profile, place: str = "", *, pairs: bool = False) -> WhatIf:
    return WhatIf(Decided(assessed(profile)), Source(slug="x"), place, "", pairs)


@cache
def example(slug: str) -> WhatIf:
    return what_if(example_get(slug).profile)


def with_values(profile: Profile, **values: Value) -> Profile:
    return replace(profile, answers={**profile.answers, **{k: Answer(value=v) for k, v in values.items()}})


def one(number: float) -> Interval:
    return Interval(number, number)


# --- Figures ------------------------------------------------------------------------------------------------------
def agrees(view: WhatIf, step: Step) -> None:
    """The duties that a step moves are those whose mark an evaluation of the changed description moves."""
    after = assessed(changed(view.base.profile, step.change.changes))
    expected = {}
    for finding in view.base.findings:
        kind = kind_of(mark(finding), mark(after.by_id[finding.id])) if is_duty(finding) else None
        if kind:
            expected[finding.id] = (kind, mark(finding), mark(after.by_id[finding.id]))
    assert {move.id: (move.kind, move.before, move.after) for move in step.moves} == expected, step.text


@pytest.mark.parametrize("slug", ["smollm3-3b", "companion-app", "llama-3-1-405b", "credit-score"])
def test_every_figure_of_an_example_is_that_of_the_changed_description(slug: str) -> None:
    view = example(slug)
    picked = [*view.steps[:3], *view.steps[-3:], *(step for group in view.bringing for step in group.steps[:1])]
    assert picked
    for step in {step.given: step for step in picked}.values():
        agrees(view, step)


def test_lists_hold_what_they_say() -> None:
    view = example("companion-app")
    for group in view.removing:
        assert all(step.removed for step in group.steps)
        assert {step.change.rigidity.value for step in group.steps} == {group.id.removeprefix("removes-")}
    assert view.bringing
    for group in view.bringing:
        assert all(step.brings and not step.removed for step in group.steps)
        assert {step.change.rigidity.value for step in group.steps} == {group.id.removeprefix("brings-")}
        fitting = [step.brings for step in group.steps if not step.clashes]
        assert fitting == sorted(fitting, reverse=True)
    eases = [group.steps[0].change.rigidity.rank for group in view.bringing]
    assert eases == sorted(eases)
    assert view.bringing[0].steps[0].text[1:] in view.sentences[1], "the easiest way into duties is named first"
    assert [g.id for g in view.removing] == ["removes-easy", "removes-medium"]


def test_what_only_becomes_open_or_contested_is_no_duty_gone() -> None:
    view = example("grok-4-5")
    assert view.doubtful.steps
    for step in view.doubtful.steps[:2]:
        agrees(view, step)
    for step in view.doubtful.steps:
        assert not view.duties.keys() & {*step.change.removed, *step.change.gained}
        assert {move.kind for move in step.moves} & {"opened", "contested", "possible"}


def test_two_changes_do_what_neither_does_alone() -> None:
    view = what_if(example_get("grok-4-5").profile, pairs=True)
    assert 0 < len(view.pairs) <= MOST_PAIRS
    for step in view.pairs[:2]:
        agrees(view, step)
        done = {move.id for move in step.moves if move.kind in {"removed", "gained"}} & {
            *step.change.removed,
            *step.change.gained,
        }
        assert done
        assert sum(part.number for part in step.parts) <= len(step.both)
        for part in step.change.changes:
            alone = assessed(changed(view.base.profile, [part]))
            kinds = {kind_of(mark(view.base.by_id[key]), mark(alone.by_id[key])) for key in done}
            assert kinds.isdisjoint({"removed", "gained"})


def test_a_jurisdiction_alone_shows_its_own_duties() -> None:
    view = what_if(example_get("companion-app").profile, "US")
    moved = {move.jurisdiction for step in view.steps for move in step.moves}
    assert moved
    assert all(code.startswith("US") for code in moved)
    assert all(code.startswith("US") for line in view.lines for code in line.places)


def test_answers_that_no_longer_fit_are_named_and_come_last() -> None:
    view = example("applicant-screening")
    clashing = [step for step in view.steps if step.clashes]
    assert any("leave that field out" in text for step in clashing for text in step.clashes)
    for group in view.removing:
        flags = [bool(step.clashes) for step in group.steps]
        assert flags == sorted(flags)


def test_nothing_said_is_not_guessed_at() -> None:
    view = what_if(Profile())
    assert view.steps == ()
    assert view.lines == () or all(line.standing == "unknown" for line in view.lines)
    assert view.questions
    assert view.open_duties > 100
    assert "No single change" in view.sentences[0]


# --- Lines --------------------------------------------------------------------------------------------------------
def line(profile: Profile, fact: str, at: float):  # type: ignore[no-untyped-def]
    """The line of a fact at an amount."""
    return next(v for v in what_if(profile).lines if v.fact.key == fact and v.at == at)


@pytest.mark.parametrize(
    ("compute", "standing", "distance"),
    [
        (one(7.7e25), "below", "1.3 times below"),
        (one(1e26), "below", "exactly on the line, which is not above it"),
        (one(9.99e25), "below", "less than 1.01 times below"),
        (one(2e26), "over", "2.0 times over"),
        (Interval(2e25, 5e25), "below", "2.0 times below"),
        (Interval(5e25, 2e26), "open", "your range straddles it"),
    ],
)
def test_the_distance_to_californias_line(compute: Interval, standing: str, distance: str) -> None:
    profile = with_values(example_get("smollm3-3b").profile, training_compute=compute, other_counted_compute=one(0))
    found = line(profile, "training_compute", 1e26)
    assert (found.standing, found.distance) == (standing, distance)
    assert "US-CA" in found.places
    assert [param.id for param in found.line.params] == ["us-frontier-compute"]


def test_what_hangs_on_a_line_is_what_stands_otherwise_above_it() -> None:
    base = with_values(example_get("smollm3-3b").profile, training_compute=one(2e24), other_counted_compute=one(0))
    found = line(base, "training_compute", 1e25)
    sides = [assessed(with_values(base, training_compute=one(amount))) for amount in (1e25, 1.0001e25)]
    expected = {
        f.id: kind for f in sides[0].findings if is_duty(f) and (kind := kind_of(mark(f), mark(sides[1].by_id[f.id])))
    }
    assert {move.id: move.kind for move in found.moves} == expected
    assert "EU-AIA-55-1-a" in expected or len(expected) > 5
    over = line(with_values(base, training_compute=one(3e25)), "training_compute", 1e25)
    assert {move.id for move in over.moves} == set(expected), "it does not matter from which side one looks"


def test_a_part_of_a_sum_that_is_not_answered_is_named() -> None:
    profile = example_get("smollm3-3b").profile
    left = {key: answer for key, answer in profile.answers.items() if key != "other_counted_compute"}
    found = line(replace(profile, answers=left), "training_compute", 1e25)
    assert found.standing == "open"
    assert [label for label, _ in found.ask] == ["further compute counted for systemic risk"]
    assert "depends on" in found.distance


def test_the_nearest_line_is_not_passed_over_because_a_part_of_its_sum_is_open() -> None:
    profile = with_values(example_get("smollm3-3b").profile, training_compute=one(8e24))
    left = {key: answer for key, answer in profile.answers.items() if key != "other_counted_compute"}
    open_ = what_if(replace(profile, answers=left))
    nearest = open_.sentences[-1]
    assert "10²⁵ FLOP (EU): 1.2 times below on what is answered; open: depends on" in nearest, nearest
    california = WhatIf(open_.decided, open_.source, "US-CA").sentences[-1]
    assert "(California): 12 times below on what is answered; open:" in california, "further compute counts there too"


def test_days_count_in_days_and_few_people_in_people() -> None:
    profile = example_get("smollm3-3b").profile
    placed = next(v for v in what_if(profile).lines if v.fact.key == "placed_on")
    assert (placed.value, placed.bound, placed.distance) == ("8 July 2025", "2 August 2025", "25 days before")
    staff = line(with_values(example_get("applicant-screening").profile, us_employees=one(12)), "us_employees", 15)
    assert staff.distance == "3 employees below"


def test_the_picture_draws_every_answered_line_inside_its_frame() -> None:
    views = example("smollm3-3b").lines
    drawn = lines_picture(views)
    assert drawn is not None
    cuts = [cut for strip in drawn.strips for cut in strip.cuts]
    assert len(cuts) == sum(1 for v in views if v.low is not None and v.at and hasattr(v.fact, "unit"))
    assert all(0 <= cut.x <= drawn.width and 0 < cut.y < drawn.height for cut in cuts)
    assert lines_picture([]) is None


# --- Addresses ----------------------------------------------------------------------------------------------------
def test_a_change_reads_back_as_it_was_written() -> None:
    view = example("companion-app")
    for step in [*view.steps[:6], *view.steps[-6:]]:
        assert read_changes(step.given, view.base.profile, rulebook()) == step.change.changes
    profile = example_get("smollm3-3b").profile
    fact = rulebook().facts["placed_on"]
    earlier = one(float(date(2024, 1, 2).toordinal()))
    assert written(fact, earlier, profile) == "placed_on:2024-01-02"
    assert read_changes(["placed_on:2024-01-02"], profile, rulebook()) == ((fact, earlier),)


def test_the_link_of_a_change_holds_the_changed_description() -> None:
    book = rulebook()
    for licence in ("", "apache-2.0"):
        profile = replace(example_get("smollm3-3b").profile, licence=licence)
        for step in what_if(profile).steps[:4]:
            then = changed(profile, step.change.changes)
            assert unpack(pack(then, book), book).profile.values == then.values


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["weights_public:no"] * 3,
        ["weights_public:no", "weights_public:no"],
        ["weights_public:yes"],
        ["nothing:no"],
        ["weights_public"],
        ["weights_public:perhaps"],
        ["generates:with:<script>"],
        ["training_compute:1e999"],
        ["training_compute:nan"],
        ["placed_on:2024-13-40"],
        ["x" * 10_000],
        ["generates:" + ",".join(["text"] * 4000)],
    ],
)
def test_what_is_no_change_is_refused_with_a_reason(texts: list[str]) -> None:
    with pytest.raises(ChangeError) as caught:
        read_changes(texts, example_get("smollm3-3b").profile, rulebook())
    assert str(caught.value)


# --- The page -----------------------------------------------------------------------------------------------------
def test_the_page_links_each_change_to_its_results(client: Client) -> None:
    page = client.get(f"{OPEN_MODEL}?{DAYS}").content.decode()
    assert len(page) < LIMIT
    assert 'aria-current="page"' in page
    links = [unescape(link) for link in re.findall(r'href="([^"]*what-if/results/[^"]*)"', page)]
    weights = next(link for link in links if "weights_public" in link)
    answer = client.get(weights)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/c/")
    results = client.get(answer["Location"]).content.decode()
    assert "SmolLM3-3B, changed" in results
    assert "as_of=2026-11-23" in answer["Location"]


def test_the_results_lead_to_the_lens(client: Client) -> None:
    page = client.get(f"/examples/smollm3-3b/?{DAYS}").content.decode()
    assert page.count('href="/examples/smollm3-3b/what-if/?') >= 2


def test_the_long_list_is_there_when_asked_for_and_stays_light(client: Client) -> None:
    few, all_ = (client.get(f"{APP}?{DAYS}{more}").content.decode() for more in ("", f"&all={LONG}"))
    assert few.count("what-if/results/") < all_.count("what-if/results/")
    assert "Show 18 more" in few or "more</a>" in few
    assert len(all_) < LIMIT
    assert "Look for pairs" in few


def test_pairs_are_looked_for_when_asked(client: Client) -> None:
    page = client.get(f"/examples/grok-4-5/what-if/?{DAYS}&pairs=yes").content.decode()
    pairs = [
        parse_qs(urlsplit(unescape(h)).query)["set"] for h in re.findall(r'href="([^"]*results/\?set[^"]*)"', page)
    ]
    assert any(len(pair) == 2 for pair in pairs)
    assert "pairs=yes" in page.partition('id="keep-title"')[2]


def test_the_file_holds_every_move(client: Client) -> None:
    answer = client.get(f"{OPEN_MODEL}?{DAYS}&format=csv")
    assert answer["Content-Type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    view = example("smollm3-3b")
    changes = [row for row in rows if row["what"] == "change"]
    assert len(changes) == sum(len(step.moves) for step in view.steps)
    assert {row["change"] for row in rows if row["what"] == "line"} == {f"{v.label}: {v.bound}" for v in view.lines}


def test_wrong_parts_of_the_address_are_named(client: Client) -> None:
    for query, words in (
        ("place=Atlantis", "Atlantis"),
        ("place=US-ZZ%3Cscript%3E", "&lt;script&gt;"),
    ):
        answer = client.get(f"{OPEN_MODEL}?{DAYS}&{query}")
        assert answer.status_code == 400
        assert words in answer.content.decode()
    for query in ("", "set=nothing:no", "set=weights_public:yes", "set=weights_public:no&set=x:y&set=z:w"):
        answer = client.get(f"{OPEN_MODEL}results/?{DAYS}&{query}")
        assert answer.status_code == 400, query
        assert "This change could not be opened" in answer.content.decode()
    assert client.get("/examples/none/what-if/").status_code == 404
    assert client.get("/c/none/what-if/results/").status_code == 404


def test_the_permanent_link_keeps_the_jurisdiction(client: Client) -> None:
    page = client.get(f"{APP}?{DAYS}&place=US-CA").content.decode()
    link = unescape(re.findall(r'href="([^"]*/c/[^"]*)"', page)[-1])
    again = client.get(link)
    assert again.status_code == 200
    assert '<option value="US-CA" selected>' in again.content.decode()


# --- Taking over --------------------------------------------------------------------------------------------------
@pytest.fixture
def kept(client: Client, db: None) -> Stored:
    client.post("/examples/smollm3-3b/copy/")
    return Stored.objects.get()


def test_a_change_is_taken_over_into_a_stored_profile(client: Client, kept: Stored) -> None:
    page = client.get(f"/m/{kept.key}/what-if/?{DAYS}").content.decode()
    values = [unescape(v) for v in re.findall(r'name="change" value="([^"]*)"', page)]
    chosen = next(value for value in values if "weights_public" in value)
    assert not any("compute" in value for value in values), "a side of a line is no answer: the figure has to be given"
    assert f'/m/{kept.key}/describe/?fact=training_compute">Change the answer' in page
    answer = client.post(f"/m/{kept.key}/what-if/take/?{DAYS}", {"change": chosen}, follow=True)
    assert answer.redirect_chain[0][0].startswith(f"/m/{kept.key}/")
    kept.refresh_from_db()
    assert kept.answers["weights_public"]["value"] is False
    assert kept.answers["weights_public"]["origin"] == "answered"
    assert "Taken over" in answer.content.decode()


def test_what_cannot_be_taken_over_changes_nothing(client: Client, kept: Stored) -> None:
    before = dict(kept.answers)
    for change in ("", "set=nothing:no", "set=weights_public:yes", "weights_public=no", "set=" + "x" * 5000):
        assert client.post(f"/m/{kept.key}/what-if/take/", {"change": change}).status_code == 400
    assert client.get(f"/m/{kept.key}/what-if/take/").status_code == 405
    assert client.post("/m/unknown/what-if/take/", {"change": "set=weights_public:no"}).status_code == 404
    assert Client(enforce_csrf_checks=True).post(f"/m/{kept.key}/what-if/take/").status_code == 403
    kept.refresh_from_db()
    assert kept.answers == before
    assert "Take this over" not in client.get(f"{OPEN_MODEL}?{DAYS}").content.decode(), "an example is nobody's"
