"""What words of other formats mean for our questions: kinds of task, of output, of use; figures under other names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _

from apps.profiles.answering import figure_given
from apps.profiles.imports.reading import Line, Sure, Unused
from apps.profiles.imports.safety import shown
from apps.profiles.services import AnswerError
from apps.rules.engine import Choices, Day, Fact, Number, parse_value
from apps.rules.law.facts.model import generates, parameters, training_compute
from apps.rules.law.facts.use import uses

if TYPE_CHECKING:
    from apps.profiles.imports.safety import At
    from apps.rules.engine import Rulebook
    from apps.rules.engine.profile import Value

PREFIX: Final = "remit:"
_TEXT: Final = frozenset({"text"})
# Tasks that say all that comes out.
_OUTPUT: Final[dict[str, frozenset[str]]] = {
    **dict.fromkeys(
        (
            "text-generation",
            "text2text-generation",
            "image-text-to-text",
            "video-text-to-text",
            "audio-text-to-text",
            "image-to-text",
            "translation",
            "summarization",
            "automatic-speech-recognition",
        ),
        _TEXT,
    ),
    "text-to-image": frozenset({"images_from_text"}),
    "text-to-video": frozenset({"video_from_text"}),
    "text-to-speech": frozenset({"speech"}),
}
# Tasks that say some of it, or that look like nothing new comes out: the user has to confirm.
_PERHAPS: Final[dict[str, frozenset[str]]] = {
    "text-to-audio": frozenset({"music_or_sound"}),
    "audio-to-audio": frozenset({"music_or_sound"}),
    "image-to-image": frozenset({"images_otherwise"}),
    "image-text-to-image": frozenset({"images_from_text", "images_otherwise"}),
    "image-to-video": frozenset({"video_otherwise"}),
    "image-text-to-video": frozenset({"video_from_text", "video_otherwise"}),
    "unconditional-image-generation": frozenset({"images_otherwise"}),
    **dict.fromkeys(("text-to-3d", "image-to-3d"), frozenset({"other"})),
    **dict.fromkeys(("question-answering", "visual-question-answering", "document-question-answering"), _TEXT),
    **dict.fromkeys(
        (
            "text-classification",
            "token-classification",
            "zero-shot-classification",
            "feature-extraction",
            "sentence-similarity",
            "text-ranking",
            "image-classification",
            "object-detection",
            "image-segmentation",
            "depth-estimation",
            "audio-classification",
            "tabular-classification",
            "tabular-regression",
            "time-series-forecasting",
        ),
        frozenset[str](),
    ),
}
_USES: Final[dict[str, str]] = {
    **dict.fromkeys(("medical", "medicine", "clinical", "healthcare", "health", "radiology", "biomedical"), "health"),
    **dict.fromkeys(("triage", "emergency", "emergency-medicine"), "emergency"),
    **dict.fromkeys(("legal", "law"), "justice"),
    **dict.fromkeys(("recruitment", "hiring", "hr", "resume"), "hiring"),
    **dict.fromkeys(("education", "tutoring"), "education"),
    **dict.fromkeys(("credit-scoring", "lending"), "credit"),
    **dict.fromkeys(("fraud-detection", "aml"), "fraud"),
    **dict.fromkeys(("code", "coding", "code-generation"), "coding"),
    **dict.fromkeys(("roleplay", "companion"), "companion"),
    **dict.fromkeys(("customer-service", "customer-support"), "customer_service"),
    "insurance": "insurance",
    "translation": "translation",
    "moderation": "security",
}
# Figures that other people keep under these names, written without punctuation.
_FIGURES: Final = {
    **dict.fromkeys(
        ("trainingcompute", "trainingcomputeflop", "trainingcomputeflops", "trainingflop", "trainingflops"),
        training_compute.key,
    ),
    **dict.fromkeys(
        ("parameters", "parametercount", "numberofparameters", "numparameters", "totalparameters"), parameters.key
    ),
}


def outputs_of_task(task: At, *, alone: bool = True) -> Line | Unused:
    """What a kind of task says about what comes out. `alone` False: other tasks stand beside it, so only perhaps."""
    name = task.text.casefold().replace(" ", "-").replace("_", "-")
    if name in _OUTPUT:
        note = _("The task alone says so. Choose more if more comes out of it.")
        sure = Sure.INFERRED if alone else Sure.POSSIBLE
        return Line(fact=generates.key, value=_OUTPUT[name], where=task.path, sure=sure, note=note)
    if name in _PERHAPS:
        note = _("The task “%(task)s” points to it, but does not say that nothing else comes out.") % {
            "task": task.text
        }
        return Line(fact=generates.key, value=_PERHAPS[name], where=task.path, sure=Sure.POSSIBLE, note=note)
    return Unused(task.path, task.text, _("This task does not say what comes out; the question stays open."))


def is_task(name: str) -> bool:
    """Whether this is one of the kinds of task that model hubs use."""
    return name in _OUTPUT or name in _PERHAPS


def uses_of(words: Sequence[At]) -> Line | None:
    """Fields of use that tags point to; always for the user to decide, since tags say no purpose."""
    found = {at.text: use for at in words if (use := _USES.get(at.text.casefold().replace(" ", "-")))}
    if not found:
        return None
    note = _("Tags point there: %(tags)s. Choose every field it is used for.") % {"tags": ", ".join(found)}
    where = next(at.path for at in words if at.text in found)
    return Line(fact=uses.key, value=frozenset(found.values()), where=where, sure=Sure.POSSIBLE, note=note)


def outputs_of_formats(inputs: Iterable[At], outputs: Sequence[At]) -> Line | None:
    """What named formats of data say about what comes out; None where no format is known."""
    kinds = {_kind(at.text) for at in outputs}
    known = {kind for kind in kinds if kind}
    if not known:
        return None
    from_text = "text" in {_kind(at.text) for at in inputs}
    value = frozenset(_option(kind, from_text=from_text) for kind in known)
    sure = Sure.INFERRED if known == kinds == {"text"} else Sure.POSSIBLE
    note = _("From the formats of its outputs. Choose more if more comes out of it.")
    return Line(fact=generates.key, value=value, where=outputs[0].path, sure=sure, note=note)


def _kind(format_name: str) -> str:
    word = re.split(r"[/;\s]", format_name.casefold(), maxsplit=1)[0]
    kinds = {"text": "text", "string": "text", "image": "image", "video": "video", "audio": "audio", "speech": "speech"}
    return kinds.get(word, "")


def _option(kind: str, *, from_text: bool) -> str:
    if kind in {"image", "video"}:
        name = "images" if kind == "image" else "video"
        return f"{name}_from_text" if from_text else f"{name}_otherwise"
    return {"text": "text", "speech": "speech", "audio": "music_or_sound"}[kind]


def property_read(book: Rulebook, name: str, value: At) -> Line | Unused:
    """A named value: one of our facts if the name says so, a figure under a common name, or nothing."""
    key = name.removeprefix(PREFIX) if name.startswith(PREFIX) else _FIGURES.get(re.sub(r"\W|_", "", name.casefold()))
    fact = book.facts.get(key or "")
    if fact is None:
        return Unused(value.path, f"{shown(name, 60)}: {value.text}", _("No question asks for this."))
    try:
        return Line(fact=fact.key, value=value_written(fact, value.text), where=value.path)
    except ValueError as error:
        return Unused(value.path, f"{shown(name, 60)}: {value.text}", shown(error))


def value_written(fact: Fact, text: str) -> Value | None:
    """An answer written in one cell: several options parted by semicolons, ranges as 1e24..3e24, ? for not known.

    Raises ValueError with the remedy.
    """
    text = text.strip()
    if text.casefold() in {"?", "unknown", "null"}:
        return None
    if isinstance(fact, Choices):
        none = text.casefold() == "none" and "none" not in {option.key for option in fact.options}
        parts = [part.strip() for part in re.split(r"[;|,]", text)]
        return parse_value(fact, [] if none else [part for part in parts if part])
    if isinstance(fact, Number | Day) and ".." in text:
        low, _dots, high = text.partition("..")
        return parse_value(fact, {"low": low.strip(), "high": high.strip()})
    if isinstance(fact, Number):
        try:
            return parse_value(fact, figure_given(fact, text))
        except AnswerError as error:
            raise ValueError(f"{fact.key}: {error}") from None
    return parse_value(fact, text.casefold() if fact.kind == "flag" else text)
