"""What the pieces of law are called on pages: kinds, titles, addresses, one-line descriptions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from django.urls import get_script_prefix, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.library.atlas import Atlas, Node
from apps.library.words import money_text
from apps.rules.engine import CapRule, Fine, GuidanceStatus, State, StepKind, Transition, When
from apps.rules.engine.conditions import Contested, Guidance
from apps.rules.engine.words import day as day_words
from apps.rules.engine.words import quantity

Word = str | Promise

ONE: Final[Mapping[str, Word]] = {
    "instruments": gettext_lazy("instrument"),
    "duties": gettext_lazy("duty"),
    "definitions": gettext_lazy("definition"),
    "carve-outs": gettext_lazy("carve-out"),
    "transitions": gettext_lazy("transition"),
    "facts": gettext_lazy("fact"),
    "params": gettext_lazy("figure"),
    "readings": gettext_lazy("reading"),
    "examples": gettext_lazy("worked example"),
    "licences": gettext_lazy("licence"),
}
MANY: Final[Mapping[str, Word]] = {
    "instruments": gettext_lazy("Instruments"),
    "duties": gettext_lazy("Duties"),
    "definitions": gettext_lazy("Definitions"),
    "carve-outs": gettext_lazy("Carve-outs"),
    "transitions": gettext_lazy("Transitions"),
    "facts": gettext_lazy("Facts"),
    "params": gettext_lazy("Figures and days"),
    "readings": gettext_lazy("Readings and guidance"),
    "examples": gettext_lazy("Worked examples"),
}
ABOUT: Final[Mapping[str, Word]] = {
    "instruments": gettext_lazy("Laws, guidance and codes: who enforces them, and where they stand on a day."),
    "duties": gettext_lazy("Who must do what, by when, shown by what, under which penalty."),
    "definitions": gettext_lazy("Legal concepts, built from facts, that duties and exceptions refer to by name."),
    "carve-outs": gettext_lazy("Named exceptions: what each removes, what it keeps, and where it is lost."),
    "transitions": gettext_lazy("Provisions that give older models or systems a later first day."),
    "facts": gettext_lazy("The questions Remit asks, why it asks them, and which rules each answer can decide."),
    "params": gettext_lazy("Thresholds and days that the law sets, with every value they have had."),
    "readings": gettext_lazy("Points on which lawyers differ, and lines that guidance draws without binding anyone."),
    "examples": gettext_lazy("Cases with a known result; each is decided anew whenever the rulebook is tested."),
}
STATES: Final[Mapping[State, Word]] = {
    State.PROPOSED: gettext_lazy("proposed"),
    State.ADOPTED: gettext_lazy("adopted"),
    State.IN_FORCE: gettext_lazy("in force"),
    State.STAYED: gettext_lazy("stayed"),
    State.REPEALED: gettext_lazy("repealed"),
    State.VETOED: gettext_lazy("vetoed"),
    State.STRUCK_DOWN: gettext_lazy("struck down"),
}
RHYTHMS: Final[Mapping[When, Word]] = {
    When.BEFORE_MARKET: gettext_lazy("before the market"),
    When.AT_PLACING: gettext_lazy("when placed on the market"),
    When.CONTINUOUS: gettext_lazy("at all times"),
    When.RECURRING: gettext_lazy("at intervals"),
    When.ON_EVENT: gettext_lazy("when something happens"),
    When.ON_REQUEST: gettext_lazy("on request"),
    When.RETENTION: gettext_lazy("for a time afterwards"),
    When.ONCE: gettext_lazy("once"),
    When.BEFORE_USE: gettext_lazy("before use"),
}
STEP_KINDS: Final[Mapping[StepKind, Word]] = {
    StepKind.DUTY: "",
    StepKind.GATE: gettext_lazy("a test that decides others"),
    StepKind.OPTION: gettext_lazy("a choice"),
    StepKind.RELIEF: gettext_lazy("use of an exception"),
}
ANSWERS: Final[Mapping[str, Word]] = {
    "flag": gettext_lazy("yes or no"),
    "choice": gettext_lazy("one of several answers"),
    "choices": gettext_lazy("any number of answers"),
    "number": gettext_lazy("a number or a range"),
    "day": gettext_lazy("a day"),
}


@dataclass(frozen=True)
class Entry:
    """A line in a list of pieces: what kind, its id, title, one quiet line, and small marks (pinpoint, state)."""

    kind: str
    id: str
    title: str
    text: str = ""
    aside: str = ""

    @property
    def url(self) -> str:
        """The permanent address."""
        return address((self.kind, self.id))


def address(node: Node) -> str:
    """The permanent address of a piece of law, an example, a licence, or (with an empty id) of the list of a kind."""
    kind, key = node
    listing = _listing(kind, get_script_prefix())
    return f"{listing}{key}/" if key else listing


@cache
def _listing(kind: str, _prefix: str) -> str:
    """A page of law holds hundreds of links: the address of a list is looked up once per place of the site."""
    return reverse("library:licences") if kind == "licences" else reverse("library:listing", args=[kind])


def title_of(atlas: Atlas, node: Node) -> str:
    """What a piece is called in a list or link."""
    piece: Any = atlas.pieces[node[0]][node[1]]
    match node[0]:
        case "instruments":
            return str(piece.short)
        case "facts":
            return capital(piece.label)
        case "readings":
            return capital(node[1].replace("-", " "))
    return capital(piece.title)


def capital(text: str) -> str:
    """The text with a capital first letter; the rest as it is."""
    return text[:1].upper() + text[1:]


def text_of(atlas: Atlas, node: Node) -> str:
    """One line that says what a piece is about."""
    piece: Any = atlas.pieces[node[0]][node[1]]
    match node[0]:
        case "instruments":
            return str(piece.title)
        case "duties":
            return f"{capital(piece.who)}."
        case "definitions":
            return str(piece.summary or f"{capital(piece.statement)}.")
        case "carve-outs":
            return str(piece.removes or piece.note)
        case "transitions":
            return start_words(piece)
        case "facts":
            return str(piece.ask)
        case "params":
            return figure(piece.history[-1].value, piece.unit)
    return str(piece.why)


def aside_of(atlas: Atlas, node: Node) -> str:
    """The short mark at the end of a line: pinpoint, number, kind of answer, kind of reading."""
    piece: Any = atlas.pieces[node[0]][node[1]]
    match node[0]:
        case "instruments":
            return str(piece.number or piece.id)
        case "facts":
            return str(ANSWERS[piece.kind])
        case "readings":
            return reading_kind(piece)
    cites = atlas.cites(node)
    return f"{atlas.book.instruments[cites[0].instrument].short}, {cites[0].pinpoint}" if cites else ""


def entry(atlas: Atlas, node: Node) -> Entry:
    """The line of a piece in a list."""
    return Entry(*node, title_of(atlas, node), text_of(atlas, node), aside_of(atlas, node))


def start_words(transition: Transition) -> str:
    """When the rules start for those a transition covers: a day, or something still to happen."""
    if transition.applies_from is None:
        return _("For those it covers, the rules start once %(event)s.") % {"event": transition.event}
    return _("For those it covers, the rules start on %(day)s.") % {"day": day_words(transition.applies_from)}


def figure(value: object, unit: str) -> str:
    """A figure of the law, or a day, in words."""
    if hasattr(value, "isoformat"):
        return day_words(value)  # type: ignore[arg-type]
    return quantity(value, unit)  # type: ignore[arg-type]


def reading_kind(switch: Contested | Guidance) -> str:
    """Whether lawyers differ or guidance draws the line."""
    if isinstance(switch, Contested):
        return _("contested")
    if switch.assumed:
        return _("your own assumption")
    return _("final guidance") if switch.status is GuidanceStatus.FINAL else _("draft guidance")


def fine_words(fine: Fine) -> str:
    """The ceiling of a fine as a sentence with its formula."""
    amounts = {
        "percent": f"{fine.percent:g}",
        "turnover": fine.turnover.label,
        "fixed": money_text(fine.fixed, fine.currency),
    }
    if fine.rule is CapRule.LOWER:
        return _("Up to %(percent)s %% of %(turnover)s or %(fixed)s, whichever is lower.") % amounts
    return _("Up to %(percent)s %% of %(turnover)s or %(fixed)s, whichever is higher.") % amounts
