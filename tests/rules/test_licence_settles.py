"""What a chosen licence answers: all else being favourable, the exemption stands as the licence's verdict says."""

from __future__ import annotations

from datetime import date

import pytest

from apps.rules.engine import Answer, Certainty, Profile, evaluate, parse_value
from apps.rules.law import load
from apps.rules.law.licences import LICENCES
from apps.rules.law.licences.both import stricter
from apps.rules.law.licences.licence import Licence
from apps.rules.law.licences.settles import settles
from apps.rules.law.licences.terms import Verdict

BOOK = load()
DAY = date(2026, 11, 23)
DUTIES = ("EU-AIA-53-1-a", "EU-AIA-53-1-b", "EU-AIA-54-1")
EVERY = pytest.mark.parametrize("licence", LICENCES.values(), ids=LICENCES.keys())
FAVOURABLE = {
    "development": "own",
    "activity": "business",
    "seat": "us",
    "union_ways": ["hub"],
    "placed_on": "2026-01-15",
    "training_course": [],
    "training_compute": "1e24",
    "generates": ["text"],
    "task_range": "many",
    "other_counted_compute": 0,
    "matches_most_advanced": False,
    "commission_procedure": "none",
    "weights_public": True,
    "public_information": ["architecture", "usage"],
    "access_terms": [],
}


def outcomes(licence: Licence) -> set[str]:
    """What becomes of the duties that the exemption can remove, everything else being favourable to it."""
    values = {key: parse_value(BOOK.facts[key], value) for key, value in FAVOURABLE.items()}
    answers = {key: Answer(value=value) for key, value in (values | dict(settles(licence).facts)).items()}
    found = evaluate(BOOK, Profile(answers=answers), as_of=DAY, jurisdictions=["EU"])
    findings = [found.by_id[key] for key in DUTIES]
    return {"contested" if f.certainty is Certainty.CONTESTED else str(f.outcome) for f in findings}


@EVERY
def test_the_exemption_stands_as_the_verdict_says(licence: Licence) -> None:
    wanted = {
        Verdict.YES: {"exempt"},
        Verdict.NO: {"applies"},
        Verdict.CONTESTED: {"contested"},
        Verdict.LEANS_NO: {"contested"},
        Verdict.LEANS_YES: {"needs_facts"},
    }[licence.verdict]
    # Its text was read, and the limit is in it: nothing is left to ask that could make it a yes.
    assert outcomes(licence) == ({"contested"} if licence.id == "apple-ascl" else wanted)


@EVERY
def test_what_is_settled_fits_the_questions(licence: Licence) -> None:
    settled = settles(licence)
    for key, value in settled.facts.items():
        raw = sorted(value) if isinstance(value, frozenset) else value
        assert parse_value(BOOK.facts[key], raw) == value
    for key, options in settled.adds.items():
        assert key in settled.ask, "an addition is for an answer that is still asked"
        assert parse_value(BOOK.facts[key], sorted(options)) == options
    assert not set(settled.facts) & set(settled.ask)
    assert bool(settled.contested) is (licence.verdict.passes is None), "what is contested is named"


def test_a_licence_answers_what_it_can_and_leaves_the_rest() -> None:
    apache = settles(LICENCES["apache-2.0"])
    assert apache.facts == {
        "licence_grants": frozenset({"access", "use", "modify", "distribute"}),
        "licence_terms": frozenset({"attribution"}),
    }
    assert apache.ask == ("weights_public", "public_information", "access_terms")
    llama = settles(LICENCES["llama3.1"]).facts["licence_terms"]
    assert llama == {"attribution", "use_restrictions", "user_scale_licence"}
    assert settles(LICENCES["openai-api"]).facts == {"weights_public": False}
    assert settles(LICENCES["none-or-unknown"]).facts == {"licence_grants": frozenset()}
    assert settles(LICENCES["cc-by-nd-4.0"]).facts["licence_grants"] == {"access", "use"}
    assert settles(LICENCES["apple-amlr"]).facts["licence_terms"] >= {"research_only"}
    assert settles(LICENCES["kimi-modified-mit"]).facts["licence_terms"] == {"attribution", "attribution_above_scale"}
    assert settles(LICENCES["tencent-hunyuan-1m"]).adds == {"access_terms": frozenset({"country_refusal"})}
    assert settles(LICENCES["stabilityai-community"]).adds == {"access_terms": frozenset({"dual_licensing"})}


def test_a_text_that_was_not_read_leaves_the_terms_to_ask() -> None:
    settled = settles(LICENCES["nvidia-nemotron-open-model"])
    assert "licence_terms" not in settled.facts
    assert "licence_terms" in settled.ask
    assert settled.contested


def test_an_open_licence_on_a_restricted_model_loses_the_exemption() -> None:
    assert outcomes(stricter(LICENCES["llama3.3"], LICENCES["mit"])) == {"applies"}
    assert outcomes(stricter(LICENCES["gemma"], LICENCES["mit"])) == {"contested"}
    assert outcomes(stricter(LICENCES["apache-2.0"], LICENCES["mit"])) == {"exempt"}


@pytest.mark.parametrize("key", ["apple-ascl", "glm-5.3", "grok2-community"])
def test_a_departing_verdict_stays_with_its_reason_under_another_licence(key: str) -> None:
    both = stricter(LICENCES[key], LICENCES["mit-0"])
    assert both.override is not None
    assert both.override.why == getattr(LICENCES[key].override, "why", "")
    assert outcomes(both) == ({"applies"} if key == "grok2-community" else {"contested"})
