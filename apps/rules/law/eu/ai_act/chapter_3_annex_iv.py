"""AI Act, Annex IV as check items: what the technical documentation of a high-risk system holds, as far as it fits."""

from __future__ import annotations

from apps.rules.engine import When
from apps.rules.law.eu.ai_act.steps import Row


def _items(*items: tuple[str, str, str]) -> tuple[Row, ...]:
    """Content items: suffix, point, what to write."""
    return tuple(
        (f"IV-{suffix}", text, f"Annex IV, point {point}", When.BEFORE_MARKET, f"technical file, item {point}")
        for suffix, point, text in items
    )


GENERAL_DESCRIPTION = _items(
    ("1-a", "1(a)", "Give the purpose, the provider's name and the version, and how it follows from earlier ones."),
    ("1-b", "1(b)", "If it works with outside hardware, software or other AI systems, describe how."),
    ("1-c", "1(c)", "Give the versions of software and firmware, and what updates need."),
    ("1-d", "1(d)", "Name each way it is supplied: inside a device, as a download, by API or otherwise."),
    ("1-e", "1(e)", "Say what hardware it is made for."),
    ("1-f", "1(f)", "If it is part of a product, show the product's outside, markings and inside in pictures."),
    ("1-g", "1(g)", "Sketch the interface that deployers work with."),
    ("1-h", "1(h)", "Include the instructions for use, and the interface outline where there is one."),
)

DEVELOPMENT: tuple[Row, ...] = (
    *_items(("2-a", "2(a)", "Tell how it was developed, step by step.")),
    (
        "IV-2-a-tp",
        "If you used trained systems or tools of others, say which, and how you built them in or changed them.",
        "Annex IV, point 2(a)",
        When.BEFORE_MARKET,
        "list of components",
    ),
    *_items(
        ("2-b-logic", "2(b)", "Explain how system and algorithms work in general."),
        (
            "2-b-choices",
            "2(b)",
            "Give reasons for the main design choices and assumptions, also about people concerned.",
        ),
        ("2-b-class", "2(b)", "Say which ways of sorting or classing you chose, and why."),
        ("2-b-opt", "2(b)", "Say what it optimises for and what weight each parameter has."),
        ("2-b-out", "2(b)", "Describe what it puts out and how good that is expected to be."),
        ("2-b-trade", "2(b)", "Record which technical solutions were traded off to meet Articles 8 to 15."),
        ("2-c-arch", "2(c)", "Show how the parts build on each other and work together."),
        ("2-c-comp", "2(c)", "Give the compute spent on development, training, testing and validation."),
        (
            "2-d-train",
            "2(d)",
            "If data trains it, describe training methods and each set: origin, scope, main features.",
        ),
        ("2-d-select", "2(d)", "If data trains it, say how the data was found and picked."),
        ("2-d-prep", "2(d)", "If data trains it, set out labelling and cleaning, for example of outliers."),
        ("2-e", "2(e)", "Work out which human oversight it needs, and what helps deployers read its results."),
        ("2-f", "2(f)", "If changes are planned from the start, describe them and how compliance survives them."),
        ("2-g-proc", "2(g)", "Describe how it was validated and tested, and on what data."),
        (
            "2-g-metric",
            "2(g)",
            "Name the measures of accuracy, robustness, other requirements and discriminatory effects.",
        ),
        ("2-g-logs", "2(g)", "Include test logs and reports, dated and signed, also for planned changes."),
        ("2-h", "2(h)", "Describe how it is secured against attacks."),
    ),
)

OPERATION_AND_REST: tuple[Row, ...] = (
    *_items(
        ("3-cap", "3", "Say what it can and cannot do, and how accurate it is, overall and by group concerned."),
        ("3-risk", "3", "Set out side effects that can be foreseen, and what may cause harm or discrimination."),
        ("3-over", "3", "Describe human oversight and the technical help for reading results."),
        ("3-input", "3", "Where it fits, specify the input data."),
        ("4", "4", "Explain why these performance measures suit this system."),
        ("5", "5", "Set out in full how risks are managed (Article 9)."),
    ),
    (
        "IV-6",
        "Keep a history of the changes that matter over the lifecycle.",
        "Annex IV, point 6",
        When.CONTINUOUS,
        "change history",
    ),
    *_items(
        ("7-std", "7", "Name each harmonised standard published in the Official Journal that you used, and how far."),
        ("7-alt", "7", "If you used none, describe your own solutions in detail and other standards followed."),
        ("8", "8", "Enclose the EU declaration of conformity."),
        ("9", "9", "Describe how performance is watched after launch, and enclose the monitoring plan."),
    ),
)

ANNEX_IV = (*GENERAL_DESCRIPTION, *DEVELOPMENT, *OPERATION_AND_REST)
