"""AI Act, Annexes XI and XII as check items."""

from __future__ import annotations

from apps.rules.engine import When
from apps.rules.law.eu.ai_act.steps import Row


def _items(annex: str, prefix: str, evidence: str, *items: tuple[str, str, str]) -> tuple[Row, ...]:
    """Content items of an annex: suffix, point, what to write."""
    return tuple(
        (f"{prefix}{suffix}", text, f"{annex}, point {point}", When.AT_PLACING, f"{evidence} {point}")
        for suffix, point, text in items
    )


ANNEX_XI_SECTION_1 = _items(
    "Annex XI, Section 1",
    "XI-1-",
    "documentation, item",
    ("1-a", "1(a)", "Name the tasks the model is meant for and the kinds of system it fits into."),
    ("1-b", "1(b)", "Include the policy on acceptable use."),
    ("1-c", "1(c)", "Give the release date and the ways of distribution."),
    ("1-d", "1(d)", "Give the architecture and the number of parameters."),
    ("1-e", "1(e)", "Give kinds and formats of what goes in and comes out."),
    ("1-f", "1(f)", "Include the licence."),
    ("2-a", "2(a)", "Set out what is technically needed to build the model in."),
    ("2-b-design", "2(b)", "Explain how the model was designed and trained, with the main choices and reasons."),
    ("2-b-opt", "2(b)", "Say what training optimises and which parameters matter how."),
    ("2-c-data", "2(c)", "Describe training, test and validation data: kind, origin, curation, amount, scope."),
    ("2-c-sel", "2(c)", "Say how the data was obtained and chosen."),
    ("2-c-bias", "2(c)", "Say how unsuitable sources and biases were looked for, where that applies."),
    ("2-d", "2(d)", "Give the compute used for training, for example in FLOP, and the time it took."),
    ("2-e", "2(e)", "Give the energy used, known or estimated from the compute."),
)

ANNEX_XI_SECTION_2 = _items(
    "Annex XI, Section 2",
    "XI-2-",
    "documentation, Section 2, item",
    ("1-s1", "1", "Describe how the model was evaluated and with which results."),
    ("1-s2", "1", "Name criteria and metrics, and how limits were found."),
    ("2-adv", "2", "Describe adversarial testing, in house and from outside, where it was done."),
    ("2-adapt", "2", "Describe adaptations such as alignment and fine-tuning, where there were any."),
    ("3", "3", "Explain how software parts build on each other, where that applies."),
)

ANNEX_XII = _items(
    "Annex XII",
    "XII-",
    "information pack, item",
    ("1-a", "1(a)", "Name the tasks the model is meant for and the kinds of system it fits into."),
    ("1-b", "1(b)", "Include the policy on acceptable use."),
    ("1-c", "1(c)", "Give the release date and the ways of distribution."),
    ("1-d", "1(d)", "Say how the model works with outside hardware or software, where that applies."),
    ("1-e", "1(e)", "List the software versions needed, where that applies."),
    ("1-f", "1(f)", "Give the architecture and the number of parameters."),
    ("1-g", "1(g)", "Give kinds and formats of what goes in and comes out."),
    ("1-h", "1(h)", "Include the licence."),
    ("2-a", "2(a)", "Set out what is technically needed to build the model in."),
    ("2-b", "2(b)", "Give formats and largest sizes of input and output, such as the context length."),
    ("2-c", "2(c)", "Describe the data used: kind, origin, curation, where that applies."),
)
