"""What the pages say of a licence: short answers, figures with their operator, places, and both readings of a doubt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from apps.library.words import NBSP, grouped, money_text
from apps.rules.law.licences.licence import PLACES, Clause, Licence, Threshold
from apps.rules.law.licences.terms import (
    Code,
    Commercial,
    Keep,
    Limit,
    Owe,
    Unit,
    Verdict,
    Weight,
    When,
)

Word = str | Promise

# What the three practical questions ask, in the order in which every page answers them.
QUESTIONS: Final[tuple[tuple[str, Word], ...]] = (
    ("deploy", gettext_lazy("May I deploy it commercially?")),
    ("fine_tune", gettext_lazy("May I keep a fine-tune private?")),
    ("disclose", gettext_lazy("Must I disclose derivatives?")),
)
VERDICTS: Final[Mapping[Verdict, Word]] = {
    Verdict.YES: gettext_lazy("Passes"),
    Verdict.LEANS_YES: gettext_lazy("Contested, leans yes"),
    Verdict.CONTESTED: gettext_lazy("Contested"),
    Verdict.LEANS_NO: gettext_lazy("Contested, leans no"),
    Verdict.NO: gettext_lazy("Does not pass"),
}
_CONTESTED: Final = gettext_lazy("Readings differ on whether it is free and open-source. Plan as if it were not.")
MEANINGS: Final[Mapping[Verdict, Word]] = {
    Verdict.YES: gettext_lazy(
        "Nothing in it counts against a free and open-source licence. Whether the exemption holds then turns on the "
        "rest of the release: what is public, how money is made, how large the risk is."
    ),
    Verdict.LEANS_YES: _CONTESTED,
    Verdict.CONTESTED: _CONTESTED,
    Verdict.LEANS_NO: _CONTESTED,
    Verdict.NO: gettext_lazy("It is not free and open-source, whatever its name or its maker says."),
}
# The reading of the rulebook that decides a kind of clause, where it has one.
READINGS: Final[Mapping[Code, str]] = {
    Code.D5: "refusal-by-country",
    Code.D8: "lists-of-forbidden-uses",
    Code.D11: "branding-above-scale",
}
OTHER_LIMITS: Final = "other-limits-of-the-licence"
# Both sides of the other kinds of doubt, for which the rulebook has one reading: lost under the first, kept under the
# second.
SIDES: Final[Mapping[Code, tuple[Word, Word]]] = {
    Code.D9: (
        gettext_lazy("it limits what the model is used for and is no safety term, so the exemption is lost"),
        gettext_lazy("it rules out one act and leaves every other purpose open, so it is kept"),
    ),
    Code.D10: (
        gettext_lazy("terms that can grow stricter later give no lasting right, so the exemption is lost"),
        gettext_lazy("the terms as they stand today decide, so it is kept"),
    ),
    Code.D12: (
        gettext_lazy("whoever must ask or register first has no free access or use, so the exemption is lost"),
        gettext_lazy("a formality open to everybody is like a user check, which is tolerated, so it is kept"),
    ),
    Code.D13: (
        gettext_lazy("a safeguard that must stay limits the right to change the model, so the exemption is lost"),
        gettext_lazy("it is a narrow safety term, which is tolerated, so it is kept"),
    ),
    Code.D14: (
        gettext_lazy("terms that reach other software ask for more than comparable terms, so the exemption is lost"),
        gettext_lazy("identical terms may be asked for, however far they reach, so it is kept"),
    ),
    Code.D15: (
        gettext_lazy("a model that may not be taken apart cannot be freely changed, so the exemption is lost"),
        gettext_lazy("weights can be changed without taking anything apart, so it is kept"),
    ),
}


@dataclass(frozen=True)
class Doubt:
    """What follows under each side of a contested point, and the reading of the rulebook that decides it, if any."""

    lost: str
    kept: str
    reading: str = ""


# --- The short answers --------------------------------------------------------------------------------------------
def short_answer(licence: Licence, question: str) -> str:
    """One of the three practical answers in a few words. It never says yes where a limit or a doubt is known."""
    return {"deploy": _deploy, "fine_tune": _fine_tune, "disclose": _disclose}[question](licence)


def _hedged(text: str) -> bool:
    """Whether the full answer is itself unsure."""
    return text.startswith(("Probably", "Apparently"))


def _deploy(licence: Licence) -> str:
    if any(not found.multimodal_only for found in licence.exclusions):
        return _("Not everywhere")
    if _hedged(licence.deploy):
        return _("Probably yes")
    answers = {
        Commercial.YES: _freely(licence),
        Commercial.THRESHOLD: _("Depends on figures"),
        Commercial.CONDITIONAL: _("Depends on use"),
        Commercial.CONTRACT: _("By contract only"),
        Commercial.NO: _("No"),
    }
    return answers[licence.commercial]


def _freely(licence: Licence) -> str:
    """Allowed: for everything, or with limits on use, or with something to do for it."""
    if Limit.LIST in licence.limits or any(owed.kind is Owe.NO_SHARING for owed in licence.owed):
        return _("Yes, with limits")
    return _("Yes, with conditions") if licence.gates or licence.thresholds else _("Yes")


def _fine_tune(licence: Licence) -> str:
    if _hedged(licence.fine_tune):
        return _("Probably yes")
    limited = bool(licence.keep_text) or licence.fine_tune.startswith(("Yes, ", "Yes below", "Yes if"))
    answers = {
        Keep.YES: _("Only within limits") if limited else _("Yes"),
        Keep.WITHIN: _("Only within limits"),
        Keep.NOT_ONLINE: _("Not when online"),
        Keep.NO: _("No"),
        Keep.NO_WEIGHTS: _("No weights given"),
        Keep.UNKNOWN: _("Not known"),
    }
    return answers[licence.keep]


def _disclose(licence: Licence) -> str:
    if licence.keep in {Keep.NO_WEIGHTS, Keep.NO}:
        return _("Does not arise")
    if licence.disclose.startswith(("Unknown", "Text not seen")):
        return _("Not known")
    owed = {(each.kind, each.when) for each in licence.owed}
    kinds = {kind for kind, _when in owed}
    if (Owe.SOURCE, When.NETWORK) in owed:
        return _("Yes, if online")
    if Owe.SOURCE in kinds:
        return _("Yes, when shared")
    if Owe.NO_SHARING in kinds:
        return _("No sharing allowed")
    if Owe.REPORT in kinds:
        return _("Report when shared")
    if Owe.SAME_LICENCE in kinds:
        return _("Same terms if shared")
    if Owe.DOCUMENT in kinds:
        return _("Document when shared")
    return _("No; limits travel") if Owe.FLOW_DOWN in kinds else _("No")


# --- Figures and places -------------------------------------------------------------------------------------------
def amount_words(amount: int, unit: Unit) -> str:
    """700 million users, USD 20 million, 100 people."""
    if unit in {Unit.USD, Unit.RMB}:
        return money_text(amount, unit.value)
    millions, rest = divmod(amount, 1_000_000)
    if millions and not rest:
        return f"{grouped(millions)}{NBSP}{pgettext('people', 'million')} {unit.words}"
    return f"{grouped(amount)} {unit.words}"


def figure_words(threshold: Threshold) -> str:
    """The exact operator with the amount: more than 700 million users."""
    return f"{threshold.operator.words} {amount_words(threshold.amount, threshold.unit)}"


def place_words(places: tuple[str, ...]) -> str:
    """The European Union, the United Kingdom and South Korea."""
    names = [PLACES[place] for place in places]
    head, last = ", ".join(names[:-1]), names[-1]
    return _("%(places)s and %(last)s") % {"places": head, "last": last} if head else last


def excluded_words(licence: Licence) -> str:
    """The places shut out; says so where there are none and where that is not known."""
    if not licence.exclusions_known:
        return _("Not known")
    if not licence.exclusions:
        return _("None reported") if licence.evidence.verify else _("None")
    places = place_words(licence.excluded)
    return places[:1].upper() + places[1:]


# --- Doubts -------------------------------------------------------------------------------------------------------
def doubt_of(clause: Clause, labels: Mapping[str, tuple[str, str]]) -> Doubt | None:
    """Both sides of a clause that is contested. `labels`: the sides of the rulebook's readings. None for others."""
    if clause.weight in {None, Weight.LOSES}:
        return None
    reading = READINGS.get(clause.code, OTHER_LIMITS)
    lost, kept = SIDES.get(clause.code) or labels[reading]
    return Doubt(_sentence(lost), _sentence(kept), reading)


def doubt_of_verdict(licence: Licence) -> Doubt | None:
    """Both sides where the whole verdict is contested for a reason of its own."""
    if licence.override is None or licence.verdict.passes is not None:
        return None
    if not licence.clauses:
        return Doubt(licence.override.why, _("Nothing that is known counts against it, so the exemption is kept."))
    return Doubt(_("A clause of this kind loses the exemption."), licence.override.why)


def _sentence(text: Word) -> str:
    words = str(text)
    return f"{words[:1].upper()}{words[1:]}."
