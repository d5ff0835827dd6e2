"""Two voluntary yardsticks of openness beside the legal one: the Model Openness Framework and OSI's definition."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from apps.rules.law.licences.terms import Worded


class Component(Worded):
    """Part of a release that the framework counts, if it is under an open licence."""

    ARCHITECTURE = "architecture", "model architecture (code)"
    PARAMETERS = "parameters", "final parameters"
    EVALUATION_RESULTS = "evaluation_results", "evaluation results"
    MODEL_CARD = "model_card", "model card"
    DATA_CARD = "data_card", "data card"
    TECHNICAL_REPORT = "technical_report", "technical report"
    TRAINING_CODE = "training_code", "training code"
    INFERENCE_CODE = "inference_code", "inference code"
    EVALUATION_CODE = "evaluation_code", "evaluation code"
    EVALUATION_DATA = "evaluation_data", "evaluation data"
    DATASETS = "datasets", "data sets"
    PREPROCESSING_CODE = "preprocessing_code", "data preprocessing code"
    INTERMEDIATE_PARAMETERS = "intermediate_parameters", "intermediate parameters"
    RESEARCH_PAPER = "research_paper", "research paper"
    DETAILED_REPORT = "detailed_report", "technical report detailed enough to stand for a paper"
    DATA_IN_MODEL_CARD = "data_in_model_card", "model card that describes the data too"


class OpennessClass(Worded):
    """Class of the Model Openness Framework: each includes those below it."""

    OPEN_SCIENCE = "I", "Open Science"
    OPEN_TOOLING = "II", "Open Tooling"
    OPEN_MODEL = "III", "Open Model"


_C = Component
_MODEL: Final = frozenset(
    {_C.ARCHITECTURE, _C.PARAMETERS, _C.EVALUATION_RESULTS, _C.MODEL_CARD, _C.DATA_CARD, _C.TECHNICAL_REPORT}
)
_TOOLING: Final = _MODEL | {_C.TRAINING_CODE, _C.INFERENCE_CODE, _C.EVALUATION_CODE, _C.EVALUATION_DATA}
_SCIENCE: Final = _TOOLING | {_C.DATASETS, _C.PREPROCESSING_CODE, _C.INTERMEDIATE_PARAMETERS, _C.RESEARCH_PAPER}
_STANDS_FOR: Final = (
    (_C.RESEARCH_PAPER, {_C.TECHNICAL_REPORT}),
    (_C.DETAILED_REPORT, {_C.TECHNICAL_REPORT, _C.RESEARCH_PAPER}),
    (_C.DATA_IN_MODEL_CARD, {_C.MODEL_CARD, _C.DATA_CARD}),
)


def openness_class(released: Set[Component]) -> OpennessClass | None:
    """The class of a release with these components, all under open licences; None below the lowest.

    Evaluation results count wherever they are: in a report, a paper or the model card.
    """
    held = set(released)
    for one, others in _STANDS_FOR:
        if one in held:
            held |= others
    for needed, found in ((_SCIENCE, "I"), (_TOOLING, "II"), (_MODEL, "III")):
        if needed <= held:
            return OpennessClass(found)
    return None


def open_source_ai(
    *, data_information: bool | None, code: bool | None, parameters: bool | None, use_restriction: bool | None
) -> bool | None:
    """Whether a release meets the Open Source AI Definition 1.0; None while that depends on what is not known.

    Each part has to be there and under open terms; the training data themselves need not be.
    """
    free = None if use_restriction is None else not use_restriction
    parts = (data_information, code, parameters, free)
    return False if False in parts else None if None in parts else True
