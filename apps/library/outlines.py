"""Conditions as nested text for pages: engine outlines, tidied so that a group of one is just its part."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from django.utils.translation import gettext as _

from apps.library.days import Days, legible
from apps.rules.engine import CarveOut, Cite, Expr
from apps.rules.engine.words import Outline, outline

_GROUPS = {"all of these", "at least one of these"}


def condition(expr: Expr, days: Days) -> Outline:
    """A condition as it reads on the two days."""
    return tidy(outline(expr, *legible(expr, days.as_of, days.known_on)))


def tidy(node: Outline) -> Outline:
    """The outline without groups of one part, with the plain truth values said as people would."""
    children = tuple(tidy(child) for child in node.children)
    if node.text in _GROUPS and len(children) == 1 and not node.cites and node.ref is None:
        return children[0]
    return replace(node, text=_said(node.text), children=children)


def _said(text: str) -> str:
    return {"always": _("this point holds"), "never": _("this point does not hold")}.get(text, text)


@dataclass(frozen=True, eq=False)
class Exempting:
    """A carve-out unfolded: when it is available, and what loses it."""

    carve_out: CarveOut
    when: Outline
    losses: tuple[Exempting, ...]

    @property
    def cites(self) -> tuple[Cite, ...]:
        """Its sources."""
        return self.carve_out.cites


@lru_cache(maxsize=2048)
def unfolded(carve_out: CarveOut, days: Days) -> Exempting:
    """The carve-out with its condition and its losses, to the last."""
    losses = tuple(unfolded(loss, days) for loss in carve_out.lost_when)
    return Exempting(carve_out, condition(carve_out.when, days), losses)
