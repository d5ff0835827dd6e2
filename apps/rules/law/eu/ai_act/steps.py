"""How check items are written: one row each, below the obligation they belong to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from apps.rules.engine import Cite, Expr, Grade, Step, StepKind, When

_aia = partial(Cite, instrument="AIA", grade=Grade.P)

Row = (
    tuple[str, str, str, When, str]
    | tuple[str, str, str, When, str, StepKind]
    | tuple[str, str, str, When, str, StepKind, Expr]
)


def steps(parent: str, *rows: Row, cite: Callable[..., Cite] = _aia) -> tuple[Step, ...]:
    """Check items of `parent`: suffix, text, pinpoint, when, evidence, then kind and condition where they differ.

    `cite` makes the citation from a pinpoint; without it the items stand in the AI Act.
    """
    return tuple(_step(cite, parent, *row) for row in rows)


def _step(
    cite: Callable[..., Cite],
    parent: str,
    suffix: str,
    text: str,
    pinpoint: str,
    when: When,
    evidence: str,
    kind: StepKind = StepKind.DUTY,
    only_if: Expr | None = None,
) -> Step:
    return Step(
        id=f"{parent}/{suffix}",
        text=text,
        pinpoint=cite(pinpoint=pinpoint),
        when=when,
        evidence=evidence,
        kind=kind,
        only_if=only_if,
    )
