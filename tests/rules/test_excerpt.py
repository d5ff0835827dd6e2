"""A part of the rulebook decides as the whole does, and holds no more than it needs."""

from __future__ import annotations

from datetime import date

import pytest

from apps.profiles.selectors import examples
from apps.rules.engine import Profile, evaluate
from apps.rules.law import load

TODAY = date(2026, 11, 23)


def test_an_excerpt_decides_as_the_whole_rulebook() -> None:
    book, wanted = load(), ("EU-AIA-53-1-a", "EU-AIA-55-1-a", "NY-RAISE-1421-3a")
    part = book.excerpt(wanted, ["gpai_model"])
    assert len(part.obligations) == len(wanted) < len(part.facts) < len(book.facts)
    for example in examples()[:12]:
        whole = evaluate(book, example.profile, as_of=TODAY)
        answers = {key: answer for key, answer in example.profile.answers.items() if key in part.facts}
        found = evaluate(part, Profile(answers=answers, readings=example.profile.readings), as_of=TODAY)
        for finding in found.findings:
            same = whole.by_id[finding.id]
            assert (finding.outcome, finding.timing, finding.applies_from, finding.certainty) == (
                same.outcome, same.timing, same.applies_from, same.certainty,
            ), (example.slug, finding.id)  # fmt: skip
        assert found.definitions["gpai_model"].value == whole.definitions["gpai_model"].value


def test_an_excerpt_of_what_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        load().excerpt(["EU-NO-SUCH-DUTY"])
