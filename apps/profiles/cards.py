"""One question as the card template takes it, and answers in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.profiles import uses
from apps.profiles.addresses import domains_url, duty_url, instrument_url
from apps.profiles.answering import DONT_KNOW, NONE_OF_THESE, figure_example, open_ends
from apps.rules.engine import Choice, Choices, Day, Flag, Interval, Number, Origin, Topic, plain
from apps.rules.engine.words import day as day_words
from apps.rules.engine.words import quantity, value_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apps.profiles.answering import Entered
    from apps.rules.engine import Answer, Cite, Fact, Rulebook
    from apps.rules.engine.profile import Value

Context = dict[str, Any]
MOST_RULES_SHOWN = 6

SECTION_TITLES = {
    "organisation": gettext_lazy("Organisation"),
    "model": gettext_lazy("Model"),
    "modification": gettext_lazy("Changes to a model"),
    "openness": gettext_lazy("Openness"),
    "data": gettext_lazy("Training data"),
    "market": gettext_lazy("Market"),
    "use": gettext_lazy("System and use"),
    "behaviour": gettext_lazy("Behaviour"),
    "safety": gettext_lazy("Safety"),
    "commitments": gettext_lazy("Commitments"),
}
# What a figure of this unit may look like. Ranges and words for size are read too.
_HINTS = {
    "FLOP": gettext_lazy("Write 3.8e25 or 6.3 × 10^24. A range such as 8e24 to 1.2e25 is fine."),
    "EUR": gettext_lazy("Write 15 million, 1,500,000 or a range such as 10 million to 15 million."),
}
# Questions that the choice of a licence can answer, or that say more of one.
ON_LICENCE = frozenset({"weights_public", "licence_grants", "licence_terms", "access_terms", "us_weight_licence"})
# Figures that the estimator can find.
ESTIMATED = {
    "training_compute": "parameters",
    "other_counted_compute": "parameters",
    "planned_compute": "parameters",
    "modification_compute": "modification",
    "base_training_compute": "modification",
    "base_other_counted_compute": "modification",
}


def question_card(book: Rulebook, fact: Fact, answer: Answer | None, rules: Iterable[str]) -> Context:
    """The card for a question: the control with the present answer, help, and the duties an answer can change."""
    duties = sorted((book.obligations[rule] for rule in rules), key=lambda duty: duty.topic is Topic.PENALTIES)
    from_licence = answer is not None and answer.origin is Origin.LICENCE
    return {
        "key": fact.key,
        "kind": fact.kind,
        "section": SECTION_TITLES[fact.section],
        "ask": fact.ask,
        "help": fact.help,
        "why": fact.why,
        "why_rules": [{"title": duty.title, "url": duty_url(duty.id)} for duty in duties[:MOST_RULES_SHOWN]],
        "why_more": max(0, len(duties) - MOST_RULES_SHOWN),
        "evidence": fact.evidence,
        "yes_example": fact.yes_example,
        "no_example": fact.no_example,
        "cite": cite_view(book, fact.cite) if fact.cite else None,
        "assumed": fact.assumed,
        "answered": answer is not None,
        "declined": answer is not None and answer.value is None,
        "from_licence": from_licence,
        "note": answer.note if answer and not from_licence else "",
        "source": answer.source if answer and not from_licence else "",
        "domains_url": domains_url() if fact.key == uses.FACT else "",
        **_control(fact, answer.value if answer else None, declined=answer is not None and answer.value is None),
    }


def _control(fact: Fact, value: Value | None, *, declined: bool) -> Context:
    if isinstance(fact, Flag):
        shown = DONT_KNOW if declined else {True: "yes", False: "no"}.get(value is True) if value is not None else ""
        return {"value": shown}
    if isinstance(fact, Choice | Choices):
        chosen = {value} if isinstance(value, str) else value if isinstance(value, frozenset) else frozenset()
        return _options(fact, frozenset(chosen), none=value == frozenset())
    return {"unit": getattr(fact, "unit", ""), "unit_hint": _hint(fact), **_ends(fact, value)}


def _hint(fact: Fact) -> str:
    if not isinstance(fact, Number):
        return ""
    example = figure_example(fact)
    return str(_HINTS.get(fact.unit) or _("Write a figure such as %(example)s, or a range.") % {"example": example})


def _options(fact: Choice | Choices, chosen: frozenset[str], *, none: bool) -> Context:
    options = [
        {"value": o.key, "label": _sentence_case(o.label), "help": o.help, "chosen": o.key in chosen}
        for o in fact.options
    ]
    if fact.key == uses.FACT:
        options = _grouped(options)
    if isinstance(fact, Choices):
        label = _("None of these")
        options.append({"value": NONE_OF_THESE, "label": label, "help": "", "chosen": none, "alone": True})
    return {"options": options, "value": ""}


def _grouped(options: list[Context]) -> list[Context]:
    """The long list of uses in the order of its groups, each option with the title of its group."""
    titles = {key: title for title, keys in uses.GROUPS for key in keys}
    order = {key: place for place, key in enumerate(titles)}
    known = [{**option, "group": titles.get(option["value"], "")} for option in options]
    return sorted(known, key=lambda option: order.get(option["value"], len(order)))


def _ends(fact: Fact, value: Value | None) -> Context:
    """The present figure or day as it would be typed: one field, or two for a range."""
    if not isinstance(value, Interval):
        return {"value": "", "low": "", "high": ""}
    written = plain(fact, value)
    if not isinstance(written, dict):
        return {"value": _typed(written), "low": "", "high": ""}
    open_low, open_high = open_ends(fact, value)
    low = "" if open_low else _typed(written["low"])
    high = "" if open_high else _typed(written["high"])
    return {"value": "", "low": low, "high": high}


def _typed(end: object) -> str:
    """A figure the way people type it: 3.8e25 rather than 3.8e+25, 7 rather than 7.0."""
    if isinstance(end, float) and end.is_integer() and abs(end) < 1e15:
        return str(int(end))
    return str(end).replace("e+", "e")


def entered_again(card: Context, form: Entered, error: str) -> Context:
    """The card as it was filled in, with what is wrong with it."""
    single = form.values[0] if form.values and card["kind"] in {"number", "day"} else card.get("value", "")
    options = [{**option, "chosen": option["value"] in form.values} for option in card.get("options", [])]
    filled = {"value": single, "low": form.low, "high": form.high, "options": options}
    return {**card, **filled, "note": form.note, "source": form.source, "error": error}


def answer_words(fact: Fact, value: Value | None) -> str:
    """An answer in words; a range that is open on one side is said as such."""
    if value is None:
        return _("I don’t know")
    open_low, open_high = open_ends(fact, value)
    if isinstance(value, Interval) and open_low != open_high:
        template = _("at most %(end)s") if open_low else _("at least %(end)s")
        return template % {"end": _end(fact, value.high if open_low else value.low)}
    return _sentence_case(value_words(fact, value))


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def _end(fact: Fact, end: float) -> str:
    if isinstance(fact, Day):
        return day_words(date.fromordinal(int(end)))
    return quantity(end, fact.unit if isinstance(fact, Number) else "")


def cite_view(book: Rulebook, cite: Cite) -> Context:
    """A pinpoint for the cite template."""
    instrument = book.instruments[cite.instrument]
    return {
        "title": instrument.short,
        "pinpoint": cite.pinpoint,
        "grade": cite.grade.value,
        "url": instrument_url(instrument.id),
    }
