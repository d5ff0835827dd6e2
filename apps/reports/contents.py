"""What a report holds: the view of the results, arranged for reading from front to back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext, ngettext

from apps.assessments.links import NOWHERE, Source
from apps.assessments.parts import by_question
from apps.assessments.present import View, view
from apps.rules.engine import Certainty

if TYPE_CHECKING:
    from apps.assessments.groups import Group
    from apps.assessments.parts import Part
    from apps.assessments.rows import Row
    from apps.assessments.scope import Scope
    from apps.rules.engine import Assessment


@dataclass(frozen=True)
class Entry:
    """A line of the contents, with the duties below it; `more` counts those that have only a line there."""

    anchor: str
    title: str
    rows: tuple[Row, ...] = ()
    more: int = 0


@dataclass(frozen=True)
class Section:
    """A list of findings: those told in full, and those nobody can settle yet, a line each under what they wait for."""

    anchor: str
    title: str
    note: str
    number: int
    rows: tuple[Row, ...]
    open: tuple[Part, ...]


@dataclass(frozen=True)
class Doubt:
    """A line of what is open: what kind, how much, and where the report says more."""

    anchor: str
    text: str


def report_context(assessment: Assessment, *, scope: Scope | None = None, source: Source = NOWHERE) -> dict[str, Any]:
    """The context of the report's templates. `scope` names jurisdictions asked for that the rulebook does not cover."""
    shown = view(assessment, source=source)
    sections = tuple(_section(group) for group in shown.groups)
    return {
        "view": shown,
        "sections": sections,
        "as_of": assessment.as_of,
        "known_on": assessment.known_on,
        "not_covered": scope.not_covered(assessment.book) if scope else (),
        "outline": tuple(_outline(shown)),
        "contents": tuple(_contents(shown, sections)),
        "more_questions": shown.open_count - len(shown.questions),
        "timeline_head": (gettext("Day"), gettext("Where"), gettext("How many"), gettext("Duties")),
        "scale_head": (gettext("What"), gettext("Figure"), gettext("This model")),
    }


def _section(group: Group) -> Section:
    waiting = [row for row in group.rows if row.brief]
    return Section(
        anchor=f"group-{group.id}",
        title=group.title,
        note=group.note,
        number=len(group.rows),
        rows=tuple(row for row in group.rows if not row.brief),
        open=by_question(waiting) if waiting else (),
    )


def _contents(shown: View, sections: Iterable[Section]) -> Iterator[Entry]:
    if shown.timeline or shown.scale:
        yield Entry("pictures", gettext("At a glance"))
    for section in sections:
        yield Entry(section.anchor, section.title, section.rows, section.number - len(section.rows))
    parts = [
        ("international", gettext("Voluntary and international"), shown.beside),
        ("no-duty", gettext("No duty, and why"), shown.no_duty),
        ("questions", gettext("Open questions"), shown.questions),
        ("changes", gettext("What would change the answer"), shown.changes),
        ("reasons", gettext("Step by step"), shown.shared),
        ("answers", gettext("What this rests on"), True),
        ("law", gettext("The law it was held against"), True),
    ]
    yield from (Entry(anchor, title) for anchor, title, there in parts if there)


def _outline(shown: View) -> Iterator[Doubt]:
    """What keeps the findings from being final, the weightiest first."""
    counts = {count.kind: count.number for count in shown.counts}
    if number := counts["contested"]:
        text = ngettext("%(n)d duty is contested", "%(n)d duties are contested", number)
        yield Doubt("group-contested", text % {"n": number})
    if number := counts["depends"]:
        text = ngettext("%(n)d duty depends on answers", "%(n)d duties depend on answers", number)
        yield Doubt("group-depends", text % {"n": number})
    if number := shown.open_count:
        text = ngettext("%(n)d open question can change a finding", "%(n)d open questions can change a finding", number)
        yield Doubt("questions", text % {"n": number})
    if number := len(shown.assumptions):
        text = ngettext(
            "%(n)d answer is an estimate or assumption", "%(n)d answers are estimates or assumptions", number
        )
        yield Doubt("answers", text % {"n": number})
    unverified = [row for row in shown.rows if row.finding.certainty is Certainty.UNVERIFIED and row.mark != "none"]
    if unverified:
        text = ngettext(
            "%(n)d finding rests on a source not read in its primary text",
            "%(n)d findings rest on a source not read in its primary text",
            len(unverified),
        )
        yield Doubt(unverified[0].anchor, text % {"n": len(unverified)})
