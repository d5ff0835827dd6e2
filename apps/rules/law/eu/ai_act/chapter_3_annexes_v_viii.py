"""AI Act, Annexes V to VIII as check items: declaration, internal control, notified body, entry in the database."""

from __future__ import annotations

from apps.rules.engine import Expr, StepKind, When
from apps.rules.law.eu.ai_act.chapter_3_articles_43_49_routes import (
    biometrics_route,
    may_use_internal_control,
    may_use_notified_body,
    open_entry,
)
from apps.rules.law.eu.ai_act.steps import Row


def _declared(point: str, text: str, only_if: Expr | None = None) -> Row:
    """An item of the EU declaration of conformity (Annex V)."""
    row = (f"V-{point}", text, f"Annex V, point {point}", When.BEFORE_MARKET, f"declaration, item {point}")
    return (*row, StepKind.DUTY, only_if) if only_if is not None else row


ANNEX_V: tuple[Row, ...] = (
    _declared("1", "Name the system and its type, with a reference by which it can be traced."),
    _declared("2", "Name yourself or your representative, with the address."),
    _declared("3", "Say that you alone answer for issuing it."),
    _declared("4", "Declare that the system meets this Act and any other Union act that asks for a declaration."),
    _declared("5", "If personal data is processed, declare that the system meets the Union's data-protection law."),
    _declared("6", "List the harmonised standards or common specifications on which you rely."),
    _declared(
        "7",
        "If a notified body took part, give its name and number, what it did and which certificate it issued.",
        may_use_notified_body,
    ),
    _declared("8", "Date and sign it: place, name and function of who signs, and on whose behalf."),
)


def _controlled(suffix: str, point: str, text: str, evidence: str) -> Row:
    """A check under internal control (Annex VI)."""
    pinpoint = f"Annex VI, point {point}"
    return (f"VI-{suffix}", text, pinpoint, When.BEFORE_MARKET, evidence, StepKind.DUTY, may_use_internal_control)


ANNEX_VI: tuple[Row, ...] = (
    _controlled(
        "2", "2", "Under internal control, check your quality system against each part of Article 17.", "audit report"
    ),
    _controlled(
        "3",
        "3",
        "Under internal control, go through the technical documentation requirement by requirement of Section 2.",
        "review report",
    ),
    _controlled(
        "4-s1",
        "4",
        "Under internal control, compare design and development as done with what the documentation says.",
        "comparison record",
    ),
    _controlled(
        "4-s2",
        "4",
        "Under internal control, compare the monitoring after sale with what the documentation says.",
        "comparison record",
    ),
)


def _assessed(
    suffix: str, text: str, evidence: str, when: When = When.BEFORE_MARKET, only_if: Expr = may_use_notified_body
) -> Row:
    """What a notified body's procedure asks of the provider (Annex VII), products under Annex I, Section A included."""
    point = suffix.partition("-")[0]
    letter = suffix.partition("-")[2]
    pinpoint = f"Annex VII, point {point}({letter})" if len(letter) == 1 else f"Annex VII, point {point}"
    return (f"VII-{suffix}", text, pinpoint, when, evidence, StepKind.DUTY, only_if)


def _documentation(suffix: str, text: str, evidence: str, when: When = When.BEFORE_MARKET) -> Row:
    """What Annex VII asks outside the procedures of product law."""
    return _assessed(suffix, text, evidence, when, biometrics_route)


ANNEX_VII: tuple[Row, ...] = (
    _assessed(
        "3.1-a",
        "In the application on the quality system, name yourself, with address, and the representative if it applies "
        "for you.",
        "application",
    ),
    _assessed("3.1-b", "In that application, list every AI system the quality system covers.", "list of systems"),
    _assessed("3.1-c", "Add the technical documentation of each of those systems.", "technical files"),
    _assessed("3.1-d", "Add the papers on the quality system, for every part of Article 17.", "quality manual"),
    _assessed("3.1-e", "Explain how you keep the quality system fit and working.", "upkeep procedure"),
    _assessed(
        "3.1-f", "State in writing that you have applied to no other notified body for this.", "signed statement"
    ),
    _assessed("3.2", "Keep the body's decision on the quality system, with its reasons.", "decision"),
    _assessed("3.3", "Go on running the quality system as approved.", "management review", When.CONTINUOUS),
    _assessed(
        "3.4",
        "Announce changes to the quality system or the list of systems to the body, and hold them until it decides.",
        "notice of change, decision",
        When.ON_EVENT,
    ),
    _documentation(
        "4.1", "With a notified body, also apply to have each system's documentation assessed.", "application"
    ),
    _documentation("4.2-a", "In that application, name yourself and your address.", "application"),
    _documentation("4.2-b", "State in writing that no other notified body has this application.", "signed statement"),
    _documentation(
        "4.2-c",
        "Add the Annex IV documentation; the simple form open to small and mid-sized firms must be accepted.",
        "technical file",
    ),
    _assessed(
        "4.3",
        "Open training, validation and test data to the body as far as it needs, at a distance where that suits.",
        "record of access",
        When.ON_REQUEST,
    ),
    _assessed(
        "4.4",
        "Bring more proof or run more tests when the body asks, and let it test for itself.",
        "test reports",
        When.ON_REQUEST,
    ),
    _assessed(
        "4.5",
        "Open models and their parameters to the body if it gives reasons and nothing else sufficed.",
        "record of access",
        When.ON_REQUEST,
    ),
    _documentation(
        "4.6-s1", "With a notified body, keep the certificate and stay within its conditions.", "certificate"
    ),
    _assessed(
        "4.6-s5",
        "If the certificate is refused because of the training data, train anew before you apply again.",
        "record of new training",
        When.ON_EVENT,
    ),
    _documentation(
        "4.7",
        "Before a change that can touch compliance or purpose, tell the body; wait for its supplement or new "
        "assessment.",
        "notice of change, supplement",
        When.ON_EVENT,
    ),
    _assessed(
        "5.2-s1",
        "Admit the body to the places where you design, develop and test.",
        "record of visits",
        When.ON_REQUEST,
    ),
    _assessed("5.2-s2", "Tell the body everything it needs to know.", "record of what was sent", When.ON_REQUEST),
    _assessed(
        "5.3",
        "Undergo the body's audits at the intervals it sets, settle what they find, and keep the reports.",
        "audit reports",
        When.RECURRING,
    ),
)


def _entered(point: str, text: str, evidence: str = "database entry", only_if: Expr | None = None) -> Row:
    """An item of the entry in the EU database (Annex VIII, Section A), put in before release and kept current."""
    row = (f"VIII-A-{point}", text, f"Annex VIII, Section A, point {point}", When.BEFORE_MARKET, evidence)
    return (*row, StepKind.DUTY, only_if) if only_if is not None else row


ANNEX_VIII_A: tuple[Row, ...] = (
    _entered("1", "Give the provider's name, address and contact details."),
    _entered("2", "If somebody files for the provider, give that person's name, address and contact details."),
    _entered("3", "If there is an authorised representative, give its name, address and contact details."),
    _entered("4", "Give the system's trade name and a reference by which it can be traced."),
    _entered("5", "Say what the system is meant for and which parts and functions it supports."),
    _entered("6", "Outline the data it takes in and how it works.", only_if=open_entry),
    _entered("7", "Say whether it is on sale or in use, withdrawn or recalled."),
    _entered(
        "8",
        "If a notified body certified it, give kind, number and expiry of the certificate, and the body.",
        only_if=open_entry & may_use_notified_body,
    ),
    _entered(
        "9", "If there is a certificate, add a scanned copy.", "copy uploaded", open_entry & may_use_notified_body
    ),
    _entered("10", "Name the Member States where it is sold, in use or to be had."),
    _entered("11", "Add a copy of the EU declaration of conformity.", "copy uploaded", open_entry),
    _entered("12", "Add the instructions for use in electronic form.", "copy uploaded", open_entry),
    (
        "VIII-A-13",
        "Add a web address with more about the system, if you wish.",
        "Annex VIII, Section A, point 13",
        When.BEFORE_MARKET,
        "database entry",
        StepKind.OPTION,
        open_entry,
    ),
    (
        "VIII-A-upd",
        "Change the entry as soon as something in it is no longer true.",
        "Annex VIII, Section A",
        When.CONTINUOUS,
        "change log of the entry",
    ),
)
