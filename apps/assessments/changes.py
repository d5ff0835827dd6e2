"""What would change the answer, in words: a change of one answer, and the duties it brings or takes away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext, ngettext

from apps.assessments.links import Source
from apps.assessments.wording import RIGIDITIES, capital, few
from apps.rules.engine import Assessment, Change, Choices, Day, Fact, Flag, Number, Topic
from apps.rules.engine.profile import Value
from apps.rules.engine.thresholds import crossed
from apps.rules.engine.words import relation, value_words

MOST_NAMED = 6


@dataclass(frozen=True, kw_only=True)
class ChangeLine:
    """A change: what would be so, which duties would begin and stop to apply, how hard it is to bring about."""

    text: str
    effect: str
    rigidity: str
    gained: tuple[str, ...]
    removed: tuple[str, ...]
    gained_words: str
    removed_words: str
    url: str


def concerning(assessment: Assessment, changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes, each with only what this assessment asks to be done; penalties follow their duties.

    What is not live law asks for nothing.
    """
    known = {f.id for f in assessment.findings if f.live and f.obligation.topic is not Topic.PENALTIES}

    def kept(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(key for key in ids if key in known)

    found = (replace(change, gained=kept(change.gained), removed=kept(change.removed)) for change in changes)
    return tuple(change for change in found if change.gained or change.removed)


def change_lines(assessment: Assessment, changes: Iterable[Change], source: Source) -> tuple[ChangeLine, ...]:
    """The changes as lines."""
    return tuple(_line(assessment, change, source) for change in changes)


def _line(assessment: Assessment, change: Change, source: Source) -> ChangeLine:
    titles = assessment.book.obligations
    gained, removed = (tuple(titles[key].title for key in keys) for keys in (change.gained, change.removed))
    return ChangeLine(
        text=change_words(assessment, change.changes),
        effect=_effect(len(change.gained), len(change.removed)),
        rigidity=str(RIGIDITIES[change.rigidity]),
        gained=gained,
        removed=removed,
        gained_words=few(gained, MOST_NAMED),
        removed_words=few(removed, MOST_NAMED),
        url=source.question(change.changes[0][0].key),
    )


def change_words(assessment: Assessment, changes: Iterable[tuple[Fact, Value]]) -> str:
    """If the weights are not public; if “training compute” were above 10²⁵ FLOP."""
    clauses = gettext(", and ").join(_clause(assessment, fact, value) for fact, value in changes)
    return capital(gettext("if %(change)s") % {"change": clauses})


def _clause(assessment: Assessment, fact: Fact, value: Value) -> str:
    now = assessment.profile.values.get(fact.key)
    if isinstance(fact, Flag):
        return fact.statement if value is True else fact.denial
    if isinstance(fact, Choices) and isinstance(value, frozenset) and isinstance(now, frozenset):
        added = [o.label for o in fact.options if o.key in value - now]
        dropped = [o.label for o in fact.options if o.key in now - value]
        template = (
            gettext("“%(label)s” also included: %(what)s")
            if added
            else gettext("“%(label)s” no longer included: %(what)s")
        )
        return template % {"label": fact.label, "what": ", ".join(added or dropped)}
    if isinstance(fact, Number | Day) and (beyond := _beyond(assessment, fact, value)):
        return gettext("“%(label)s” were %(beyond)s") % {"label": fact.label, "beyond": beyond}
    return gettext("“%(label)s” were: %(value)s") % {"label": fact.label, "value": value_words(fact, value)}


def _beyond(assessment: Assessment, fact: Number | Day, value: Value) -> str:
    """The lines of the law that a changed number is beyond; the number itself stands for all on that side of them."""
    program = assessment.book.program(assessment.as_of, assessment.known_on)
    values = assessment.profile.values
    passed = crossed(program, fact, values.get(fact.key), value, values)
    return gettext(" and ").join(relation(fact, line.op, line.cut) for line in passed)


def _effect(gained: int, removed: int) -> str:
    parts = []
    if removed:
        parts.append(ngettext("%(n)d would fall away", "%(n)d would fall away", removed) % {"n": removed})
    if gained:
        parts.append(ngettext("%(n)d would be added", "%(n)d would be added", gained) % {"n": gained})
    return ", ".join(parts)
