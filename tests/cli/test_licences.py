"""`manage.py rulebook licences`, and licences as a part of the rulebook."""

from __future__ import annotations

import json
from copy import copy
from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from apps.library.differences import differences
from apps.rules.law import load
from apps.rules.law.licences import LICENCES


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("rulebook", "licences", *arguments, stdout=out)
    return out.getvalue()


def test_all_are_listed() -> None:
    assert len(run().splitlines()) == len(LICENCES)
    assert [one["id"] for one in json.loads(run("--json"))] == list(LICENCES)


@pytest.mark.parametrize("spelling", ["llama3.1", "LLAMA 3.1 Community License"])
def test_one_is_shown_in_any_common_spelling(spelling: str) -> None:
    text = run(spelling)
    assert text.startswith("llama3.1  Llama 3.1 Community License\n")
    assert "> 700,000,000 users" in text
    assert json.loads(run(spelling, "--json"))["verdict"] == "no"


def test_what_is_not_one_licence_is_refused_with_the_choices() -> None:
    with pytest.raises(CommandError, match="kimi-modified-mit"):
        run("modified-mit")
    with pytest.raises(CommandError, match="not in the library"):
        run("unheard of")


def test_a_changed_licence_changes_the_fingerprint_and_is_a_difference() -> None:
    book, other = load(), copy(load())
    vars(other).pop("fingerprint", None)
    changed = {**LICENCES, "mit": replace(LICENCES["mit"], reason="Another reason.")}
    other.attached = {**book.attached, "licences": changed}
    assert other.fingerprint != book.fingerprint
    (found,) = differences(book.canonical(), other.canonical())
    assert (found.change, found.kind, found.id) == ("changed", "licences", "mit")
