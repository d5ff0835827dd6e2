"""Words for what an import has read: the formats, how sure an answer is, and a report in lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from apps.profiles.imports.reading import Imported, Kind, Licence, Line, Sure
from apps.rules.engine.words import value_words

if TYPE_CHECKING:
    from apps.rules.engine import Rulebook

KINDS: Final = {
    Kind.MODEL_CARD: gettext_lazy("Hugging Face model card"),
    Kind.CYCLONEDX: gettext_lazy("CycloneDX bill of materials"),
    Kind.SPDX: gettext_lazy("SPDX 3 document with an AI package"),
    Kind.PROFILE: gettext_lazy("profile file of Remit"),
    Kind.ASSESSMENT: gettext_lazy("assessment of Remit"),
    Kind.CSV: gettext_lazy("table of facts"),
}
SURE: Final = {
    Sure.STATED: gettext_lazy("stated"),
    Sure.INFERRED: gettext_lazy("follows from it"),
    Sure.POSSIBLE: gettext_lazy("possible, for you to decide"),
}
# Formats of ours are read as they are, so that there is nothing to report.
EXACT: Final = frozenset({Kind.PROFILE, Kind.ASSESSMENT, Kind.CSV})


def report(found: Imported, book: Rulebook) -> Iterator[str]:
    """What was read, what was left open and what to look at, a line each; nothing for files of ours."""
    if found.kind in EXACT:
        return
    taken = [line for line in found.lines if line.taken]
    count = ngettext("%(n)d answer taken", "%(n)d answers taken", len(taken)) % {"n": len(taken)}
    yield _("read as %(kind)s, %(count)s") % {"kind": KINDS[found.kind], "count": count}
    for licence in found.licences:
        yield _licence(licence)
    for line in taken:
        yield _("taken: %(answer)s") % {"answer": _answer(line, book)}
    for line in found.lines:
        if not line.taken:
            yield _("possible, not taken: %(answer)s") % {"answer": _answer(line, book)}
    for caution in found.cautions:
        yield _("look at %(where)s: %(text)s") % {"where": caution.where, "text": caution.text}


def _answer(line: Line, book: Rulebook) -> str:
    fact = book.facts[line.fact]
    words = _("not known") if line.value is None else value_words(fact, line.value)
    return f"{line.fact}: {words} ({line.where}, {SURE[line.sure]})"


def _licence(licence: Licence) -> str:
    if licence.taken:
        return f"{licence.key}: {licence.taken} ({licence.where}, {SURE[licence.sure]})"
    choices = ", ".join(licence.may_be) or _("none in the library")
    text = _("%(key)s: %(spelt)s, not taken (%(where)s); it may be: %(choices)s")
    return text % {"key": licence.key, "spelt": licence.spelt, "where": licence.where, "choices": choices}
