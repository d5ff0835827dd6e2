"""The words Remit uses, each in one or two plain sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Term:
    """A word and what it means here. `kind` links to the list of such pieces, where there is one."""

    word: str | Promise
    meaning: str | Promise
    kind: str = ""


TERMS: Final = (
    Term(
        _("Fact"),
        _("One thing that can be true of a model, system, organisation or use. You answer it; nothing else does."),
        "facts",
    ),
    Term(_("Profile"), _("Your answers, each with where it came from. An answer you have not given is unknown.")),
    Term(
        _("Instrument"), _("A law, a guideline or a voluntary code, with its legal force and its dates."), "instruments"
    ),
    Term(
        _("Definition"),
        _("A legal concept built from facts, such as general-purpose model or systemic risk."),
        "definitions",
    ),
    Term(_("Duty"), _("Who must do what, by when, shown by what, under which penalty."), "duties"),
    Term(
        _("Carve-out"),
        _("A named exception. It removes some duties, leaves others, and can itself be lost."),
        "carve-outs",
    ),
    Term(_("Figure"), _("A number or a day that the law sets, with every value it has had."), "params"),
    Term(_("Transition"), _("A later first day for models or systems that were there before."), "transitions"),
    Term(_("Finding"), _("The answer for one duty: an outcome, a timing, a certainty, and the reasons.")),
    Term(_("Applies"), _("The conditions hold on your answers, and no carve-out removes the duty.")),
    Term(_("Exempt"), _("The duty would apply, but a named carve-out removes it.")),
    Term(_("Does not apply"), _("A condition fails on your answers, whatever the open ones turn out to be.")),
    Term(_("Depends on answers"), _("An open answer can still decide it. The finding names which.")),
    Term(
        _("Contested"),
        _("Lawyers read the text in two ways, and for you the two lead to different results. Both are shown."),
        "readings",
    ),
    Term(_("Unverified"), _("A source that decides the finding was not read in its primary or official text.")),
    Term(_("Grade"), _("How a source was seen: primary text, official guidance, secondary source, or unverified.")),
    Term(_("Fingerprint"), _("A checksum of all the rules. Two reports with the same fingerprint used the same law.")),
)
