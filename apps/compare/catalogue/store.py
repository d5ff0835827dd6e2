"""Tables that people bring: stored, read again as models, deleted."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from functools import lru_cache
from typing import Any, Final

from django.utils.translation import gettext as _

from apps.compare.catalogue.describing import Described
from apps.compare.catalogue.imported import Imported, imported
from apps.compare.catalogue.table_file import Format, Line, TableFileError, read_table
from apps.compare.models import Portfolio
from apps.profiles.licensing import licence_spelt
from apps.profiles.models import Profile
from apps.profiles.selectors import rulebook
from apps.profiles.services import Given, profile_create, profile_licence_set
from apps.rules.engine import plain

SESSION_NAME: Final = "tables"
MOST_OWN: Final = 10
MOST_TITLE: Final = 120
KEPT: Final = 4  # tables that each process keeps read


def portfolio_import(*, content: bytes, name: str, session: MutableMapping[str, Any]) -> Portfolio:
    """Store an uploaded table for this browser. Raises TableFileError; then nothing is stored."""
    own = list(session.get(SESSION_NAME, []))
    if len(own_portfolios(session)) >= MOST_OWN:
        raise TableFileError(_("This browser holds %(n)d tables. Delete one first.") % {"n": MOST_OWN})
    found = read_table(content)
    if not any(line.get("name") for line in found.lines):
        raise TableFileError(_("No row of the file has a name. Fill in the column of names."))
    title = "".join(letter for letter in name if letter.isprintable()).strip()[-MOST_TITLE:]
    stored = Portfolio.objects.create(
        title=title or _("Table of models"),
        format=found.format.value,
        lines=[[line.number, dict(line.cells), line.fault] for line in found.lines],
    )
    session[SESSION_NAME] = [stored.key, *own][:MOST_OWN]
    return stored


def portfolio_delete(*, portfolio: Portfolio, session: MutableMapping[str, Any]) -> None:
    """Remove a table for good. Descriptions that were made from its rows stay."""
    session[SESSION_NAME] = [key for key in session.get(SESSION_NAME, []) if key != portfolio.key]
    portfolio.delete()


def own_portfolios(session: Mapping[str, Any]) -> list[Portfolio]:
    """The tables of this browser, latest first, without their rows."""
    keys = session.get(SESSION_NAME, [])
    if not keys:
        return []
    return sorted(Portfolio.objects.filter(key__in=keys).defer("lines"), key=lambda found: keys.index(found.key))


def models_of(portfolio: Portfolio) -> Imported:
    """The rows of a table as models, with the report on them."""
    return _models_of(_Held(portfolio))


class _Held:
    """A portfolio that stands for its key: its rows never change."""

    def __init__(self, portfolio: Portfolio) -> None:
        self.portfolio = portfolio

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.portfolio.key == self.portfolio.key

    def __hash__(self) -> int:
        return hash(self.portfolio.key)


@lru_cache(maxsize=KEPT)
def _models_of(held: _Held) -> Imported:
    stored = held.portfolio
    lines = [Line(number, cells, fault) for number, cells, fault in stored.lines]
    return imported(Format(stored.format), lines)


def model_of(portfolio: Portfolio, number: int) -> Described | None:
    """The model of one row, by the row's number in the file."""
    return next((model for model in models_of(portfolio).models if model.number == number), None)


def model_describe(*, model: Described) -> Profile:
    """A stored profile with what the row says, to be described further; each answer keeps where it came from."""
    facts = rulebook().facts
    answers = {
        key: Given(
            value=None if answer.value is None else plain(facts[key], answer.value),
            origin=answer.origin,
            note=answer.note,
            source=answer.source,
        )
        for key, answer in model.answers.items()
    }
    profile = profile_create(title=model.name, answers=answers)
    if model.licence:
        profile_licence_set(profile=profile, licence=licence_spelt(model.licence))
    return profile
