"""The estimator's page: three methods by address, figures shown with their sum, refusals beside their field."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urlencode

import pytest
from django.test import RequestFactory

from apps.profiles.forms_estimator import HardwareForm, ModificationForm, ParametersForm
from apps.profiles.views_estimator import estimator


def page(**query: str) -> str:
    """The words of the page for these parameters, without mark-up, on one line."""
    response = estimator(RequestFactory().get("/estimate?" + urlencode(query)))
    assert response.status_code == 200
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", response.content.decode())))


def test_an_empty_page_shows_the_first_method_and_no_result() -> None:
    words = page()
    assert "Tokens in the training data" in words
    assert "Result" not in words
    assert "cannot be used" not in words


@pytest.mark.parametrize(
    ("method", "label"),
    [("hardware", "Chip-hours"), ("modification", "Compute of your modification"), ("nonsense", "Parameters")],
)
def test_each_method_has_an_address(method: str, label: str) -> None:
    words = page(method=method)
    assert label in words
    assert "Result" not in words


def test_the_counting_rules_stand_beside_every_method() -> None:
    for method in ("parameters", "hardware", "modification"):
        words = page(method=method)
        assert "Need not count" in words
        assert "count all 100" in words


def test_parameters_and_tokens_give_a_range_and_the_sum() -> None:  # Apertus 70B
    words = page(method="parameters", parameters="70B", tokens="15T")
    assert "4.4 × 10²⁴ to 8.2 × 10²⁴ FLOP" in words
    assert "6 × 70 billion × 15 trillion × 1 = 6.3 × 10²⁴ FLOP" in words
    assert "10²³ FLOP: the whole range is above it" in words
    assert "10²⁵ FLOP: the whole range stays within it" in words


def test_synthetic_data_counts_for_the_wider_sum() -> None:
    words = page(parameters="70B", tokens="15T", generator_parameters="400B", generated_tokens="10T")
    assert "2 × 400 billion × 10 trillion = 8.0 × 10²⁴ FLOP" in words
    assert "Sum compared: 1.0 × 10²⁵ to 1.9 × 10²⁵ FLOP" in words


def test_hardware_uses_the_usual_utilisation_when_none_is_given() -> None:
    words = page(method="hardware", accelerator="nvidia-h100-sxm-bf16", chip_hours="370,000")
    assert "3 600 × 989.4 trillion × (0.3 to 0.5)" in words
    assert "10²³ FLOP: the whole range is above it" in words


def test_chips_times_hours_is_the_same_as_chip_hours() -> None:
    speed = {"method": "hardware", "peak": "1 PFLOP/s", "utilisation": "40%"}
    split, joined = page(**speed, chips="1000", hours="370"), page(**speed, chip_hours="370,000")
    assert "5.3 × 10²³ FLOP" in split
    assert "5.3 × 10²³ FLOP" in joined


SYSTEMIC = {"base_compute": "3e25", "base_systemic_risk": "yes"}


@pytest.mark.parametrize(
    ("query", "verdict"),
    [
        ({"modification_compute": "2e19", "base_compute": "3.4e24", "base_systemic_risk": "no"}, "Not above one third"),
        ({"modification_compute": "1.2e24", "base_compute": "3e24", "base_systemic_risk": "no"}, "Above one third"),
        ({"modification_compute": "1e24", "base_compute": "3e24", "base_systemic_risk": "no"}, "Not above one third"),
        ({"modification_compute": "3.34e24", "base_systemic_risk": "yes"}, "Above one third"),
        ({"modification_compute": "1e23"}, "Open: the figures do not settle it"),
        # The wider sum of a model with systemic risk: a third of 3e25 + 3e24 is 1.1e25.
        (SYSTEMIC | {"modification_compute": "1.1e25", "base_other_compute": "3e24"}, "Not above one third"),
        (SYSTEMIC | {"modification_compute": "1.11e25", "base_other_compute": "3e24"}, "Above one third"),
        (SYSTEMIC | {"modification_compute": "1e25", "base_other_compute": "0"}, "Not above one third"),
        (SYSTEMIC | {"modification_compute": "1.01e25", "base_other_compute": "0"}, "Above one third"),
        (SYSTEMIC | {"modification_compute": "1.11e25"}, "Open: the figures do not settle it"),
    ],
)
def test_the_one_third_rule(query: dict[str, str], verdict: str) -> None:
    words = page(method="modification", **query)
    assert verdict in words


def test_a_contradicting_class_is_pointed_out() -> None:
    words = page(method="modification", modification_compute="1e24", base_compute="3.8e25", base_systemic_risk="no")
    assert "Check your answer about it" in words


SPEED = {"method": "hardware", "peak": "1P"}
MODIFIED = {"method": "modification", "modification_compute": "1e22"}


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"parameters": "70B"}, "Tokens in the training data : Nothing was entered. Write for example 15T."),
        ({"parameters": "1,5", "tokens": "15T"}, "Parameters : “1,5” can be read in more than one way."),
        ({"parameters": "70B", "tokens": "1e30"}, "is too much to be meant"),
        ({"parameters": "70B", "tokens": "15T", "generated_tokens": "1T"}, "generated synthetic data : Nothing was"),
        ({"parameters": "1e16", "tokens": "1e18"}, "Check the units of the inputs."),
        ({"method": "hardware", "chip_hours": "1000"}, "Peak speed of one chip : Nothing was entered."),
        (SPEED, "Chip-hours : Nothing was entered."),
        (SPEED | {"chips": "8"}, "Hours per chip : Nothing was entered."),
        (SPEED | {"chip_hours": "9", "chips": "8", "hours": "9"}, "The time is given twice"),
        (SPEED | {"chip_hours": "9", "accelerator": "aws-trainium-bf16"}, "The speed is given twice"),
        (SPEED | {"chip_hours": "9", "accelerator": "abacus"}, "Select a valid choice"),
        (SPEED | {"chip_hours": "9", "utilisation": "40"}, "Utilisation : 40 times the peak"),
        ({"method": "modification", "base_compute": "1e24"}, "Compute of your modification : Nothing was entered."),
        (MODIFIED | {"base_other_compute": "9e23"}, "Compute of the original’s training : Nothing was entered."),
        (MODIFIED | {"modification_parameters": "7B", "modification_tokens": "1B"}, "Keep one of the two."),
    ],
)
def test_refusals_say_what_where_and_remedy(query: dict[str, str], message: str) -> None:
    words = page(**query)
    assert message in words
    assert "Result" not in words


def test_input_comes_back_escaped() -> None:
    response = estimator(RequestFactory().get("/estimate", {"parameters": "<script>x</script>", "tokens": "1"}))
    assert b"<script>x" not in response.content


def test_posting_is_refused() -> None:
    assert estimator(RequestFactory().post("/estimate")).status_code == 405


@pytest.mark.parametrize("form", [ParametersForm, HardwareForm, ModificationForm])
def test_every_field_has_a_label(form: type[ParametersForm]) -> None:
    assert all(str(field.label) for field in form().fields.values())
