"""What a question's form sends, read as an answer: figures and days as people write them, ranges, "none of these"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from apps.profiles.estimator import InputError, Quantity, read
from apps.profiles.estimator.quantities import to_decimal
from apps.profiles.services import AnswerError, Given
from apps.rules.engine import Choice, Choices, Day, Flag, Interval, Number, Origin
from apps.rules.engine.facts import exact

if TYPE_CHECKING:
    from django.http import QueryDict

    from apps.rules.engine import Fact

DONT_KNOW = "dont_know"
NONE_OF_THESE = "none_of_these"
_UNIT_WORDS = {"FLOP": ("flop", "flops"), "EUR": ("eur", "euro", "euros", "€"), "people": ("people", "persons")}


@dataclass(frozen=True)
class Entered:
    """The fields of the form as they came in, to show them again beside an error."""

    values: tuple[str, ...]
    low: str
    high: str
    note: str
    source: str


def entered(post: QueryDict) -> Entered:
    """The fields of a question's form."""
    low, high, note, source = (post.get(name, "").strip() for name in ("low", "high", "note", "source"))
    return Entered(tuple(post.getlist("value")), low, high, note, source)


def given_answer(fact: Fact, form: Entered) -> Given:
    """The answer that the form states. Raises AnswerError saying what is missing or wrong, and the remedy."""
    origin = Origin.ASSUMED if fact.assumed else Origin.ANSWERED
    value = None if DONT_KNOW in form.values else _value(fact, form)
    return Given(value=value, origin=origin, note=form.note, source=form.source)


def _value(fact: Fact, form: Entered) -> object:
    if isinstance(fact, Choices):
        return _set(fact, form)
    if isinstance(fact, Flag | Choice):
        if len(form.values) != 1:
            raise AnswerError(fact.key, _("Nothing is chosen yet. Choose one answer, or “I don’t know”."))
        return form.values[0]
    single = form.values[0].strip() if form.values else ""
    if single and (form.low or form.high):
        raise AnswerError(fact.key, _("Both a single answer and a range are filled in. Empty one of them."))
    if not single and not form.low and not form.high:
        raise AnswerError(
            fact.key, _("Nothing is filled in yet. Write an answer or a range, or choose “I don’t know”.")
        )
    if isinstance(fact, Number):
        return figure_given(fact, single) if single else _figures(fact, form)
    return single or _days(fact, form)


def _set(fact: Choices, form: Entered) -> list[str]:
    chosen = [value for value in form.values if value != NONE_OF_THESE]
    if not form.values:
        raise AnswerError(fact.key, _("Nothing is chosen yet. Choose what fits, “None of these”, or “I don’t know”."))
    if len(chosen) < len(form.values) and chosen:
        raise AnswerError(fact.key, _("“None of these” is chosen beside other answers. Keep one or the other."))
    return chosen


def figure_given(fact: Number, text: str) -> dict[str, str]:
    """One field of figures, which may hold a range: "15 million", "6.3 × 10²⁴", "10T to 15T"."""
    quantity = Quantity(
        name=fact.label,
        unit=fact.unit,
        minimum=exact(fact.minimum),
        maximum=exact(fact.maximum),
        example=figure_example(fact),
        words=(*_UNIT_WORDS.get(fact.unit, ()), fact.unit.lower()),
        zero=fact.minimum <= 0,
    )
    try:
        found = read(text, quantity)
    except InputError as error:
        what = error.what[:1].upper() + error.what[1:]
        raise AnswerError(fact.key, f"{what} {error.remedy}") from None
    return {"low": _decimal(found.low), "high": _decimal(found.high, up=True)}


def _decimal(value: Fraction, *, up: bool = False) -> str:
    return str(to_decimal(value, up=up))


def _figures(fact: Number, form: Entered) -> dict[str, str]:
    """Two fields; one left empty means that the range is open on that side."""
    low = figure_given(fact, form.low)["low"] if form.low else _decimal(exact(fact.minimum))
    high = figure_given(fact, form.high)["high"] if form.high else _decimal(exact(fact.maximum))
    return {"low": low, "high": high}


def _days(fact: Fact, form: Entered) -> dict[str, str]:
    if not isinstance(fact, Day):
        raise AnswerError(fact.key, _("This question takes no range."))
    return {"low": form.low or fact.minimum.isoformat(), "high": form.high or fact.maximum.isoformat()}


def figure_example(fact: Number) -> str:
    """A figure of the fact's kind, as people write it."""
    return {"FLOP": "3.8e25", "EUR": "15 million", "parameters": "7B"}.get(fact.unit, "120")


def open_ends(fact: Fact, value: object) -> tuple[bool, bool]:
    """Whether a range is open below and above: an end that is the least or most the fact can be says nothing."""
    if not isinstance(value, Interval) or value.single or not isinstance(fact, Number | Day):
        return False, False
    ends = (fact.minimum, fact.maximum)
    least, most = (float(end.toordinal() if isinstance(end, date) else end) for end in ends)
    return value.low <= least, value.high >= most
