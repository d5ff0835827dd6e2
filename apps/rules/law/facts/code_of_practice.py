"""What a signatory of the Code of Practice is asked beyond the facts of the model itself."""

from __future__ import annotations

from functools import partial

from apps.rules.engine import Cite, Flag, Grade

_code = partial(Cite, instrument="COP", grade=Grade.P)

similarly_safe_model = Flag(
    key="similarly_safe_model",
    section="safety",
    label="as safe as a safe reference model",
    statement="the model is shown to be as safe as, or safer than, a safe reference model",
    denial="the model is not shown to be as safe as, or safer than, a safe reference model",
    ask="Have you shown that the model is similarly safe as, or safer than, a safe reference model?",
    help="The reference must have been through the full process or be older than the chapter, and be well enough "
    "known to you. Your model may not add risks, and may not score higher on the benchmarks beyond a negligible error.",
    why="External evaluation, half-yearly updates and publication are then not expected.",
    evidence="comparison with the reference model, with a safety margin",
    yes_example="A smaller model of the same family, scoring lower everywhere",
    no_example="A model that scores higher in biology than the reference",
    cite=_code(pinpoint="Safety and Security Chapter, Appendix 2"),
)

no_external_evaluator = Flag(
    key="no_external_evaluator",
    section="safety",
    label="no qualified outside evaluator found",
    statement="no qualified independent evaluator was found in spite of an open call",
    denial="a qualified independent evaluator can be found",
    ask="Did an open call, for example of 20 business days, turn up no qualified independent evaluator?",
    why="Evaluation from outside is then not expected.",
    evidence="published call and its result",
    yes_example="A public call of 20 business days, no qualified answer",
    no_example="No call was made",
    cite=_code(pinpoint="Safety and Security Chapter, Appendix 3.5"),
)

most_capable_model = Flag(
    key="most_capable_model",
    section="safety",
    presupposes=(
        "development",
        "base_general_purpose",
        "modification_compute",
        "base_compute_known",
        "base_training_compute",
        "task_range",
        "training_compute",
        "code_chapters",
    ),
    label="among the provider's most capable models",
    statement="the model is one of your most capable models on the market",
    denial="the model is not one of your most capable models on the market",
    ask="Is it one of the most capable models you have on the market?",
    why="For those the safety report is expected to be refreshed at least every six months.",
    evidence="benchmark comparison of your models",
    yes_example="Your newest flagship",
    no_example="A small model beside a stronger one of yours",
    cite=_code(pinpoint="Safety and Security Chapter, Measure 7.6"),
)
