"""Figures of the catalogue are those of an assessment of the same facts; lines come from the rulebook alone."""

from __future__ import annotations

import csv
import io
from datetime import date
from functools import lru_cache
from urllib.parse import parse_qsl

import pytest

from apps.assessments.marks import mark
from apps.compare.catalogue.chart import FEW, chart
from apps.compare.catalogue.entries import Entry, entries_of, own_entries
from apps.compare.catalogue.files import table_head, table_rows
from apps.compare.catalogue.imported import imported
from apps.compare.catalogue.lines import SORTS, Side, lines
from apps.compare.catalogue.listing import narrowed, pivot, read
from apps.compare.catalogue.table import Row, Table, table_of
from apps.compare.catalogue.table_file import read_table
from apps.compare.catalogue.verdicts import state_of
from apps.compare.export import csv_text
from apps.rules.engine import evaluate
from apps.rules.law import load
from tests.compare.models_data import SAMPLE, row, table

TODAY = date(2026, 11, 23)


def entries(*rows: dict[str, str]) -> tuple[Entry, ...]:
    found = read_table(table(*rows))
    return entries_of(imported(found.format, found.lines).models)


@lru_cache(maxsize=1)
def everything() -> Table:
    both = (*own_entries(), *entries(*SAMPLE))
    found = table_of(load(), both, as_of=TODAY, known_on=TODAY)
    found.decide(found.rows)
    return found


def by_name() -> dict[str, Row]:
    return {row.entry.name: row for row in everything().rows}


def sides(name: str) -> list[str]:
    return [crossing.side.value for crossing in by_name()[name].crossings]


def test_every_line_in_flop_of_the_rulebook_is_known_with_what_stands_behind_it() -> None:
    book = load()
    assert set(SORTS) == {param.id for param in book.params.values() if param.unit == "FLOP"}
    found = lines(book, TODAY, TODAY)
    assert [line.amount for line in found] == [1e23, 1e25, 1e26]
    firsts = {reach.place: reach.first_day for line in found for reach in line.reaches}
    assert firsts == {
        "EU": date(2025, 8, 2),
        "US-CA": date(2026, 1, 1),
        "US-CT": date(2026, 10, 1),
        "US-IL": date(2027, 1, 1),
        "US-NY": date(2027, 1, 1),
    }


def test_no_line_is_drawn_before_it_was_law() -> None:
    early = date(2024, 8, 1)
    assert [line.amount for line in lines(load(), early, early)] == [None, 1e25, None], "the Act was published in July"
    (first,) = table_of(load(), entries(SAMPLE[0]), as_of=early, known_on=early).rows
    assert [crossing.side.value for crossing in first.crossings] == ["unknown", "over", "unknown"]
    assert {standing.state for standing in first.crossings[2].standings} == {"no_law"}
    assert first.crossings[2].word == "no line yet"
    before = date(2024, 6, 1)
    assert [line.amount for line in lines(load(), before, before)] == [None, None, None]


def test_a_range_is_over_under_or_straddles_and_no_figure_is_not_known() -> None:
    assert sides("Big") == ["over", "over", "under"]
    assert sides("Middle") == ["over", "straddles", "under"]
    assert sides("Small") == ["under", "under", "under"]
    assert sides("Silent") == ["unknown", "unknown", "unknown"]
    exactly = entries(row("Exactly", compute="1e+25"))[0]
    assert exactly.compute is not None
    line = lines(load(), TODAY, TODAY)[1]
    assert line.side({"training_compute": type(exactly.compute)(1e25, 1e25)}) is Side.UNDER, "exactly on it is not over"


def test_distances_are_those_of_the_nearest_end_or_of_the_estimate_itself() -> None:
    big, middle = by_name()["Big"], by_name()["Middle"]
    distances = [crossing.distance for crossing in big.crossings]
    assert distances == ["at least 380 times above", "at least 3.8 times above", "at least 1.5 times below"]
    assert middle.crossings[1].distance == "the estimate itself 1.03 times below"
    assert by_name()["Silent"].crossings[0].distance == ""


@pytest.mark.parametrize(
    "names", [("GPT-4", "SmolLM3-3B", "BLOOM 176B"), ("Big", "Middle", "Tuned", "Silent", "Pictures")]
)
@pytest.mark.parametrize("day", [TODAY, date(2027, 8, 2)])
def test_what_the_catalogue_says_is_what_an_assessment_says(names: tuple[str, ...], day: date) -> None:
    book = load()
    chosen = [row.entry for row in everything().rows if row.entry.name in names]
    assert len(chosen) == len(names)
    for found in table_of(book, chosen, as_of=day, known_on=TODAY).rows:
        whole = evaluate(book, found.entry.profile, as_of=day, known_on=TODAY)
        for key, state in found.verdict.concepts.items():
            assert state == state_of(whole.definitions[key]), (found.entry.name, key)
        for key, duty in found.verdict.duties.items():
            assert (duty.mark, duty.starts) == (mark(whole.by_id[key]), whole.by_id[key].applies_from), (
                found.entry.name,
                key,
            )


def test_both_clocks_move_the_answer() -> None:
    (smol,) = (entry for entry in own_entries() if entry.ref == "smollm3-3b")
    duty = {}
    for as_of in (TODAY, date(2027, 8, 2)):
        (found,) = table_of(load(), [smol], as_of=as_of, known_on=TODAY).rows
        duty[as_of] = found.verdict.duty("EU-AIA-53-1-c").mark
    assert duty == {TODAY: "upcoming", date(2027, 8, 2): "applies"}, "released before 2 August 2025"
    unknown = lines(load(), TODAY, date(2025, 9, 1))
    assert unknown[2].amount is None, "no state had drawn its line by then"
    assert unknown[1].amount == 1e25


def test_open_release_shows_in_the_duty_to_document() -> None:
    found = {row.entry.ref: row.documentation.mark for row in everything().rows if row.entry.ours}
    assert found["smollm3-3b"] == "exempt"
    assert found["apertus-70b"] == "contested"
    assert found["llama-3-1-405b"] == "upcoming", "no exemption, but on the market before August 2025"


def test_open_weights_alone_never_exempt() -> None:
    assert by_name()["Middle"].entry.access == "open"
    assert by_name()["Middle"].documentation.mark == "depends"


def asked(**query: str) -> list[str]:
    found = everything()
    return [row.entry.name for row in narrowed(found, read(query, found))]


def test_filters_narrow_and_orders_sort() -> None:
    assert set(asked(line="systemic_risk_compute:over")) == {"Llama 3.1 405B", "Big"}
    assert asked(country="France") == ["Small"]
    assert asked(maker="Maker B", access="open") == ["Small"]
    assert asked(certainty="speculative") == ["Pictures"]
    assert asked(**{"from": "2019", "to": "2020"}) == ["Player"]
    assert asked(year="-") == ["Undated"]
    assert asked(q="tUNed") == ["Tuned"]
    assert asked(sort="compute")[0] == "Big"
    assert asked(sort="name")[0] == "Apertus 70B"
    assert len(asked(line="nonsense", sort="nonsense", q="", **{"from": "abcd"})) == len(everything().rows)
    assert asked(duty="systemic_risk_compute:EU:upcoming") == ["Llama 3.1 405B"]
    before, since = (set(asked(era=f"systemic_risk_compute:EU:{era}")) for era in ("before", "since"))
    assert {"GPT-4", "Player"} <= before
    assert {"gpt-oss-120b", "Big"} <= since, "released three days after 2 August 2025"
    assert before | since | {"Undated"} == {row.entry.name for row in everything().rows}


@pytest.mark.parametrize("by", ["access", "country", "maker", "certainty", "year"])
@pytest.mark.parametrize("against", ["", "systemic_risk_compute"])
def test_every_count_leads_to_as_many_models(by: str, against: str) -> None:
    found = everything()
    wanted = read({"rows": by, "cols": against}, found)
    counts = pivot(found, narrowed(found, wanted), wanted)
    assert counts is not None
    assert counts.total.cells[0].number == len(found.rows)
    for line in counts.rows:
        for cell in line.cells:
            query = dict(parse_qsl(cell.address.removeprefix("?")))
            assert len(asked(**query)) == cell.number, (by, line.label, cell.address)


def test_the_picture_leaves_no_model_out_unsaid() -> None:
    found = everything()
    picture = chart(found.rows, found.lines)
    assert picture is not None
    drawn = sum(dots.number for dots in picture.dots)
    assert drawn + len(picture.missing) + len(picture.undated) == len(found.rows)
    assert [entry.name for entry in picture.undated] == ["Undated"]
    assert "Silent" in {entry.name for entry in picture.missing}
    assert len(picture.rows) == drawn <= FEW
    assert len(picture.thresholds) == 3
    assert chart([], found.lines) is None


def test_a_crowd_is_drawn_small_and_told_by_year() -> None:
    many = entries(
        *(row(f"Model {n}", compute=f"{n + 1}e+22", released=f"20{10 + n % 10}-01-01") for n in range(FEW + 5))
    )
    found = table_of(load(), many, as_of=TODAY, known_on=TODAY)
    picture = chart(found.rows, found.lines)
    assert picture is not None
    assert not picture.few
    assert sum(int(line[1]) for line in picture.rows) == FEW + 5


def test_a_great_many_models_stay_a_light_picture() -> None:
    rows = (row(f"Model {n}", compute=f"{n % 900 + 1}e+21", released=f"2{n % 1000:03d}-01-01") for n in range(1500))
    found = table_of(load(), entries(*rows), as_of=TODAY, known_on=TODAY)
    picture = chart(found.rows, found.lines)
    assert picture is not None
    drawn = "".join((picture.bars, *(dots.path for dots in picture.dots), *(label.text for label in picture.labels)))
    assert len(drawn) < 30_000


def test_the_file_has_a_line_for_each_model_and_runs_nothing_in_a_spreadsheet() -> None:
    found = table_of(load(), entries(row("=1+1", maker="@maker"), *SAMPLE), as_of=TODAY, known_on=TODAY)
    text = csv_text(table_head(found), table_rows(found, found.rows, "f" * 64))
    read_back = list(csv.DictReader(io.StringIO(text)))
    assert len(read_back) == len(SAMPLE) + 1
    assert read_back[0]["model"] == "'=1+1"
    assert read_back[0]["developer"] == "'@maker"
    big = next(line for line in read_back if line["model"] == "Big")
    assert float(big["systemic_risk_compute_flop"]) == 1e25
    assert big["systemic_risk_compute_side"] == "over"
    assert float(big["compute_low_flop"]) == 3.85e25
    assert big["systemic_risk_compute_EU_rule_from"] == "2025-08-02"
