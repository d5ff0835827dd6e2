"""Our own files as imports: profiles, assessments, requests, tables. What was written is what is read."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.profiles.files import ProfileFileError, dump_profile, load_profile
from apps.profiles.imports.reading import Kind, Sure
from apps.profiles.imports.writing import csv_text, cyclonedx_document
from apps.rules import law
from apps.rules.engine import Answer, Choice, Choices, Day, Flag, Interval, Number, Origin, Profile
from tests.profiles.importing import imported, licence, line

PROFILE = """\
title: Nimbus
licence: llama3.1
facts:
  development: own
  training_compute: {value: {low: 2.0e+24, high: 4.0e+24}, origin: estimated, note: counted, source: logs}
  weights_public:
"""


def test_a_profile_file_is_read_as_it_is() -> None:
    read = imported(PROFILE)
    assert (read.kind, read.title, licence(read).may_be) == (Kind.PROFILE, "Nimbus", ("llama3.1",))
    assert read.profile() == load_profile(PROFILE, law.load(), name="x")
    compute = line(read, "training_compute")
    assert (compute.origin, compute.note, compute.source, compute.where) == (
        Origin.ESTIMATED, "counted", "logs", "facts.training_compute",
    )  # fmt: skip
    assert {one.sure for one in read.lines} == {Sure.STATED}


@pytest.mark.parametrize("start", ["---\n", "", "\ufeff"])
def test_a_profile_may_start_with_hyphens(start: str) -> None:
    assert imported(start + PROFILE).kind is Kind.PROFILE


def test_the_request_to_the_api_is_read() -> None:
    body = {"profile": {"title": "Nimbus", "facts": {"training_compute": 1e25}}, "as_of": "2026-11-23"}
    read = imported(json.dumps(body))
    assert (read.kind, line(read, "training_compute").value) == (Kind.ASSESSMENT, Interval(1e25, 1e25))


def test_an_assessment_is_read_however_long_it_is() -> None:
    profile = {"title": "Nimbus", "facts": {"development": {"value": "own", "origin": "imported"}}, "readings": {}}
    start = {"as_of": "2026-11-23", "known_on": "2026-11-23", "profile": profile}
    text = json.dumps({**start, "findings": ["é" * 1000 for _ in range(2000)]}, indent=2, ensure_ascii=False)
    for content in (text, text.encode()[: 1024 * 1024 + 1]):
        read = imported(content)
        assert (read.kind, line(read, "development").value) == (Kind.ASSESSMENT, "own")


def test_an_assessment_without_its_profile_is_refused() -> None:
    with pytest.raises(ProfileFileError, match="no “profile”"):
        imported('{"as_of": "2026-11-23", "findings": []}')


def test_faults_of_a_profile_come_with_their_lines() -> None:
    with pytest.raises(ProfileFileError) as refused:
        imported("facts:\n  weights_pubic: yes\n  training_compute: .nan\n")
    assert [fault.line for fault in refused.value.faults] == [2, 3]


# --- Tables -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_table_of_facts_with_any_usual_separator(sign: str) -> None:
    rows = [
        ["fact", "value", "note"],
        ["title", "Nimbus", ""],
        ["licence", "apache 2", ""],
        ["training_compute", "8e24..1.2e25", "from logs"],
        ["generates", '"text; speech"', ""],
        ["placed_on", "2026-03-02", ""],
        ["weights_public", "YES", ""],
        ["development", "", "not asked yet"],
        ["activity", "?", ""],
    ]
    read = imported("\ufeff" + "\r\n".join(sign.join(row) for row in rows))
    assert (read.kind, read.title, licence(read).may_be) == (Kind.CSV, "Nimbus", ("apache-2.0",))
    compute = line(read, "training_compute")
    assert (compute.value, compute.note, compute.where) == (Interval(8e24, 1.2e25), "from logs", "row 4")
    assert line(read, "generates").value == frozenset({"text", "speech"})
    assert line(read, "weights_public").value is True
    assert line(read, "activity").value is None
    assert "development" not in {one.fact for one in read.lines}, "an empty cell is no answer"


@pytest.mark.parametrize(
    ("rows", "says", "at"),
    [
        ("weights_pubic,yes", "Did you mean weights_public", 2),
        ("weights_public,maybe", "yes or no", 2),
        ("training_compute,1e24\ntraining_compute,1e25", "stands in row 2 already", 3),
        ("training_compute,1,000", "more cells than the head", 2),
        ("licence,llama", "not clear", 2),
        ("training_compute,nan", "nan", 2),
        ("training_compute,-1", "negative", 2),
        ('generates,"text', "not a table", None),
        ("generates,poems", "has no answer 'poems'", 2),
        ("placed_on,02/03/2026", "is not a date", 2),
    ],
)
def test_each_fault_of_a_table_is_named_with_its_row(rows: str, says: str, at: int | None) -> None:
    with pytest.raises(ProfileFileError) as refused:
        imported(f"fact,value\n{rows}\n")
    (fault,) = refused.value.faults
    assert says in fault.message
    assert at is None or fault.line == at


def test_all_faults_of_a_table_come_at_once() -> None:
    with pytest.raises(ProfileFileError) as refused:
        imported("fact,value,colour\nnope,1\nweights_public,2\n")
    assert [fault.line for fault in refused.value.faults] == [1, 2, 3]


def _cells(key: str) -> st.SearchStrategy[tuple[str, Answer]]:
    fact = law.load().facts[key]
    figures = st.floats(min_value=1e3, max_value=1e17, allow_nan=False).map(lambda x: float(f"{x:.6g}"))
    pairs: st.SearchStrategy[tuple[str, object]]
    if isinstance(fact, Flag):
        pairs = st.sampled_from([("yes", True), ("no", False)])
    elif isinstance(fact, Choice):
        pairs = st.sampled_from([(option.key, option.key) for option in fact.options])
    elif isinstance(fact, Choices):
        sets = st.sets(st.sampled_from([option.key for option in fact.options]))
        pairs = sets.map(lambda chosen: (";".join(sorted(chosen)) or "none", frozenset(chosen)))
    elif isinstance(fact, Number):
        pairs = figures.map(lambda x: (repr(x), Interval(x, x)))
    else:
        assert isinstance(fact, Day)
        days = st.dates(fact.minimum, fact.maximum)
        pairs = days.map(lambda day: (day.isoformat(), Interval(float(day.toordinal()), float(day.toordinal()))))
    return pairs.map(lambda pair: (pair[0], Answer(value=pair[1])))  # type: ignore[arg-type]


KEYS = ("weights_public", "development", "generates", "training_compute", "placed_on", "licence_terms", "activity")


@settings(deadline=None, max_examples=60)
@given(st.fixed_dictionaries({}, optional={key: _cells(key) for key in KEYS}))
def test_a_table_and_a_profile_file_with_the_same_answers_are_read_alike(cells: dict[str, tuple[str, Answer]]) -> None:
    table = "fact,value\n" + "".join(f"{key},{written}\n" for key, (written, _answer) in cells.items())
    read = imported(table).profile()
    assert {key: answer.value for key, answer in read.answers.items()} == {
        key: answer.value for key, (_written, answer) in cells.items()
    }
    assert imported(dump_profile(read)).profile().answers == read.answers
    assert imported(csv_text(read, law.load())).profile() == read
    written = imported(json.dumps(cyclonedx_document(read, law.load()))).profile()
    assert written.values == read.values


@pytest.mark.parametrize(("licence", "original"), [("apache-2.0", "llama3.1"), ("kimi-modified-mit", ""), ("", "")])
def test_what_is_written_is_read_again_with_its_licences(licence: str, original: str) -> None:
    answer = Answer(value=None, origin=Origin.ASSUMED, note='a "note",\nwith lines', source="https://example.org")
    profile = Profile(answers={"activity": answer}, title="Nimbus, 7B", licence=licence, base_licence=original)
    table = imported(csv_text(profile, law.load())).profile()
    assert (table.title, table.licence, table.base_licence) == (profile.title, licence, original)
    assert table.answers["activity"] == answer
    bill = imported(json.dumps(cyclonedx_document(profile, law.load()))).profile()
    assert (bill.title, bill.licence, bill.base_licence) == (profile.title, licence, original)
    assert bill.declined == {"activity"}


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@x", "'=1", "''-", "'quoted", "a=b"])
def test_no_cell_is_a_formula_and_the_text_comes_back(text: str) -> None:
    answer = Answer(value=True, note=text, source=text)
    profile = Profile(answers={"weights_public": answer}, title=text)
    table = csv_text(profile, law.load())
    assert not [cell for row in csv.reader(io.StringIO(table)) for cell in row if cell[:1] in "=+-@" and cell]
    read = imported(table).profile()
    assert (read.title, read.answers["weights_public"]) == (text, answer)
