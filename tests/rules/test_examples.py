"""Every worked example passes, and every id the law was read for has one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.examples import mistakes, paths, read

WORKED = [
    *(f"eu-gpai/W-{n:02}" for n in range(1, 65)),
    *(f"eu-systems/EUS-W-{n:03}" for n in range(1, 153)),
    *(f"us-models/W{n:02}" for n in range(1, 31)),
    *(f"us-uses/{n:02}" for n in range(1, 56)),
    *(f"international/IX-{n:02}" for n in range(1, 16)),
    *(f"uk/W{n:02}" for n in range(1, 42)),
]


@pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)
def test_the_worked_example_comes_out_as_the_law_says(path: Path) -> None:
    example = read(path)
    assert example.expect, f"{path.name} expects nothing"
    assert not (wrong := mistakes(example)), "\n".join([example.title, *wrong])


def test_every_worked_example_is_there() -> None:
    written = {read(path).id.rstrip("abcdef") for path in paths()}
    assert not [wanted for wanted in WORKED if wanted not in written]
