"""Tables that people upload: read whole, or refused with a reason and a remedy; broken rows are told apart."""

from __future__ import annotations

import pytest

from apps.compare.catalogue.imported import imported
from apps.compare.catalogue.remarks import Kind, Why
from apps.compare.catalogue.table_file import MOST_BYTES, MOST_CELL, MOST_ROWS, Format, TableFileError, read_table
from tests.compare.models_data import SAMPLE, row, table


def test_a_whole_file_is_read_row_by_row() -> None:
    found = read_table(table(*SAMPLE))
    assert found.format is Format.EPOCH
    assert [line.get("name") for line in found.lines] == [r["Model"] for r in SAMPLE]
    assert found.lines[0].number == 2, "the heading is row 1"
    assert len(imported(found.format, found.lines).models) == len(SAMPLE)


def test_columns_may_be_few_in_any_order_and_unknown_ones_do_not_matter() -> None:
    content = b"\xef\xbb\xbfColour,Training compute (FLOP),Model,Publication date\nred,1e24,Alpha,2025-01-01\n"
    (line,) = read_table(content).lines
    assert line.cells == {"compute": "1e24", "name": "Alpha", "released": "2025-01-01"}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"  \n ", "empty"),
        (b"PK\x03\x04 something", "spreadsheet"),
        (b"\x1f\x8b\x08", "compressed"),
        (b"PAR1....", "Parquet"),
        (b"%PDF-1.7", "PDF"),
        ("Model,Publication date".encode("utf-16"), "UTF-16"),
        (table(*SAMPLE).replace(b"Big", b"B\x00g"), "zero byte"),
        (table(row("Caf\u00e9")).decode().encode("latin-1"), "Line 2"),
        (b"Model;Publication date;Training compute (FLOP)\nA;2025-01-01;1e24\n", "not parted by commas"),
        (b"Model,Publication date\nA,2025-01-01\n", "Training compute (FLOP)"),
        (b"name,producer\nA,B\n", "license_distribution"),
        (b"<html><body>Not found</body></html>", "lacks"),
        (table(), "no rows"),
        (b"Model,Model,Publication date,Training compute (FLOP)\nA,B,2025-01-01,1\n", "2 times"),
        (b'Model,Publication date,Training compute (FLOP)\n"A,2025-01-01,1e24\n', "never closed"),
        (b'Model,Publication date,Training compute (FLOP)\n"A"x,2025-01-01,1e24\n', "cannot be read"),
        (table(row("A", note="x" * (MOST_CELL + 1))), "characters"),
        (table(row("A", note="x" * 200_000)), "far too long"),
        ((",".join(f"c{n}" for n in range(300)) + "\n").encode(), "columns"),
        (b"x" * (MOST_BYTES + 1), "larger than 10 MB"),
    ],
    ids=lambda value: str(value)[:24] if isinstance(value, str) else "",
)
def test_a_file_that_cannot_be_used_is_refused_with_a_reason(content: bytes, says: str) -> None:
    with pytest.raises(TableFileError, match=says.replace("(", r"\(").replace(")", r"\)")):
        read_table(content)


def test_too_many_rows_are_refused() -> None:
    content = b"Model,Publication date,Training compute (FLOP)\n" + b"A,2025-01-01,1\n" * (MOST_ROWS + 1)
    with pytest.raises(TableFileError, match="rows"):
        read_table(content)


def test_rows_that_no_model_can_be_made_of_are_told_and_the_others_kept() -> None:
    content = table(row("Good"), row(""), row("Good"), row("Good", maker="Maker B")) + b"too,few,cells\n"
    found = imported(Format.EPOCH, read_table(content).lines)
    assert [model.makers for model in found.models] == [("Maker A",), ("Maker B",)]
    assert (found.total, found.left_out) == (5, 3)
    refused = {(r.number, r.why) for r in found.remarks if r.kind is Kind.REFUSED}
    assert refused == {(3, Why.NO_NAME), (4, Why.TWICE), (6, Why.CELLS)}
    assert [r.number for r in found.remarks if r.why is Why.SAME_NAME] == [2, 5]


def test_letters_that_cannot_be_printed_are_taken_out() -> None:
    (line,) = read_table(table(row("Al\x07pha\u0085 One"))).lines
    assert line.get("name") == "Al pha One"
