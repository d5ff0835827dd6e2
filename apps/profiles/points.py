"""Open legal points: where readings of the law differ, or only guidance draws the line, and what the user adopts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from apps.profiles.addresses import duty_url
from apps.profiles.cards import cite_view
from apps.rules.engine import Topic
from apps.rules.engine.conditions import Contested, Guidance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from apps.rules.engine import Assessment, Finding, Rulebook

MOST_DUTIES_SHOWN = 6
POINT_KINDS = frozenset({"contested", "guidance", "assumption"})


def legal_points(book: Rulebook, assessment: Assessment, adopted: Mapping[str, str]) -> dict[str, list[dict[str, Any]]]:
    """The points that findings of this assessment rest on, or that the user set: those that decide one now come first.

    Keys: "deciding" (the readings lead to different findings now), "others", and "own": legal answers that a user who
    knows them may state.
    """
    resting = _resting(assessment.findings)
    deciding = {reading.key for finding in assessment.findings for reading in finding.readings}
    own = [key for key, switch in book.readings.items() if isinstance(switch, Guidance) and switch.assumed]
    shown = [key for key in book.readings if (key in resting or key in adopted) and key not in own]
    points = {key: _point(book, key, resting.get(key, []), adopted.get(key, "")) for key in (*shown, *own)}
    return {
        "deciding": [points[key] for key in shown if key in deciding],
        "others": [points[key] for key in shown if key not in deciding],
        "own": [points[key] for key in own],
    }


def _resting(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """The findings whose reasons mention each point."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        for key in dict.fromkeys(_points_of(finding)):
            found.setdefault(key, []).append(finding)
    return found


def _points_of(finding: Finding) -> Iterator[str]:
    yield from (reading.key for reading in finding.readings)
    proofs = [finding.because, *(part.because for part in finding.carve_outs)]
    yield from (part.ref for proof in proofs for part in proof.walk() if part.kind in POINT_KINDS)


def _point(book: Rulebook, key: str, findings: list[Finding], side: str) -> dict[str, Any]:
    switch = book.readings[key]
    cites = switch.cites if isinstance(switch, Contested) else (switch.cite,)
    ordered = sorted((f.obligation for f in findings), key=lambda duty: duty.topic is Topic.PENALTIES)
    duties = [{"title": duty.title, "url": duty_url(duty.id)} for duty in ordered]
    return {
        "key": key,
        "why": switch.why,
        "guidance": isinstance(switch, Guidance) and not switch.assumed,
        "assumption": isinstance(switch, Guidance) and switch.assumed,
        "draft": isinstance(switch, Guidance) and switch.status.value == "draft",
        "sides": _sides(switch, side),
        "adopted": side,
        "cites": [cite_view(book, cite) for cite in cites],
        "duties": duties[:MOST_DUTIES_SHOWN],
        "more": max(0, len(duties) - MOST_DUTIES_SHOWN),
    }


def _sides(switch: Contested | Guidance, adopted: str) -> list[dict[str, Any]]:
    if isinstance(switch, Contested):
        sides = [("", _("Keep both readings open")), ("a", switch.a.label), ("b", switch.b.label)]
    elif switch.assumed:
        adopted = "" if adopted == "worked_out" else adopted
        sides = [
            ("", _("Work it out from the answers")),
            ("assumed", _("Take it as given: %(why)s") % {"why": switch.why}),
        ]
    else:
        # Followed is also what happens when nothing is set, so that one choice stands for both.
        adopted = "" if adopted == "followed" else adopted
        sides = [("", _("Follow the guidance")), ("ignored", _("Leave the guidance aside"))]
    return [
        {"value": value, "label": label[:1].upper() + label[1:], "chosen": value == adopted} for value, label in sides
    ]
