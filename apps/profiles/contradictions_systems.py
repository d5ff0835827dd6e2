"""Answers on a system that cannot both be right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from apps.profiles.uses import FACT, PRODUCT_FIELDS, TASKS

if TYPE_CHECKING:
    from apps.rules.engine.profile import Values

Rule = tuple[str | Promise, tuple[str, ...], Callable[["Values"], bool]]

GENERATED: Final = frozenset({"text", "code", "image", "audio", "video"})
DEPICTING: Final = frozenset({"image", "audio", "video"})
FACES: Final = frozenset({"collects_faces"})
DONE_IN_THE_UNION: Final = frozenset({"importer", "distributor", "authorised_representative"})
REACHING: Final = frozenset({"placed", "used", "output_intended", "output_incidental"})
IN_OTHER_HANDS: Final = DONE_IN_THE_UNION | {"first_provider", "supplier"}
JUDGING: Final = {
    "hiring_tasks": frozenset({"filters_applications", "evaluates_candidates"}),
    "work_tasks": frozenset({"evaluates_performance", "allocates_by_behaviour"}),
    "credit_tasks": frozenset({"creditworthiness"}),
    "education_tasks": frozenset({"grades_final"}),
    "policing_tasks": frozenset({"victim_risk", "offender_risk", "profiles_in_investigation"}),
    "border_tasks": frozenset({"person_risk"}),
}


def _has(values: Values, key: str, wanted: frozenset[str]) -> bool:
    chosen = values[key]
    return isinstance(chosen, frozenset) and not chosen.isdisjoint(wanted)


def _some_without(first: str, second: str, needed: frozenset[str]) -> Callable[[Values], bool]:
    """Something is chosen for the first fact, and nothing of what it needs for the second."""
    return lambda values: values[first] != frozenset() and not _has(values, second, needed)


def _task_rules() -> tuple[Rule, ...]:
    """Tasks of a field that is not among the uses."""
    text = _("You name tasks of a field, yet leave that field out of what the system is used for.")
    return tuple((text, (FACT, task), _some_without(task, FACT, fields)) for task, fields in TASKS.items())


def _judging_rules() -> tuple[Rule, ...]:
    """Tasks that rate people, and no evaluation of people."""
    text = _("The system rates people one by one, yet is said not to evaluate or predict anything about them.")
    return tuple(
        (text, (task, "profiles_people"), lambda v, t=task, j=judged: _has(v, t, j) and v["profiles_people"] is False)
        for task, judged in JUDGING.items()
    )


def _model_stays_out(values: Values) -> bool:
    """No model of theirs reaches the Union. What is not said about its ways there is no answer."""
    if values["development"] in {"kept_out", "represented"}:
        return False
    return values["development"] == "unchanged" or values.get("union_ways") == frozenset()


def _product_rules() -> tuple[Rule, ...]:
    """Something gets to others in the Union, and neither a system nor a model that could be it, or is part of it."""
    return (
        (
            _("The system is said not to touch the European Union, yet others there get software or more from you."),
            ("system_roles", "system_union_links", "development", "digital_product"),
            lambda v: (
                _some_without("system_roles", "system_roles", IN_OTHER_HANDS)(v)
                and v["system_union_links"] == frozenset()
                and v["digital_product"] != "no"
                and _model_stays_out(v)
            ),
        ),
        (
            _("The model is said not to reach the European Union, yet others there get software or more from you."),
            ("system_roles", "development", "union_ways", "digital_product"),
            lambda v: (
                v["system_roles"] == frozenset()
                and v["digital_product"] != "no"
                and v["development"] != "unchanged"
                and _model_stays_out(v)
            ),
        ),
        (
            _("You only use the system, on a model that others made, yet you supply software or a device."),
            ("system_roles", "development", "digital_product"),
            lambda v: (
                v["system_roles"] == frozenset({"deployer"})
                and v["development"] == "unchanged"
                and v["digital_product"] not in {"no", "service_only", "weights_only", "steward"}
            ),
        ),
    )


SYSTEM_RULES: Final[tuple[Rule, ...]] = (
    *_product_rules(),
    (
        _("You bring in, pass on or represent a system in the Union, yet it is said not to touch the Union."),
        ("system_roles", "system_union_links"),
        lambda v: _has(v, "system_roles", DONE_IN_THE_UNION) and v["system_union_links"] == frozenset(),
    ),
    (
        _(
            "The system is part of a very large platform, yet it is neither offered nor used in the Union, and no "
            "results reach it."
        ),
        ("system_union_links", "system_limits"),
        lambda v: (
            _has(v, "system_union_links", frozenset({"very_large_platform"}))
            and not _has(v, "system_limits", frozenset({"development"}))  # it may reach nobody yet
            and not _has(v, "system_union_links", REACHING)
        ),
    ),
    (
        _("The system is tried out in a sandbox of the Union, yet it is said not to touch the Union."),
        ("system_testing", "system_union_links"),
        lambda v: (
            _has(v, "system_testing", frozenset({"sandbox", "sandbox_data"})) and v["system_union_links"] == frozenset()
        ),
    ),
    (
        _("The organisation is established in the United Kingdom, yet has no company, branch or office there."),
        ("seat", "uk_links"),
        lambda v: v["seat"] == "uk" and not _has(v, "uk_links", frozenset({"established"})),
    ),
    (
        _("You name a kind of product, yet none of the fields of use in which product law is looked at."),
        (FACT, "product_laws"),
        _some_without("product_laws", FACT, PRODUCT_FIELDS),
    ),
    (
        _("Rules written by people alone do not generate text, code, pictures or sound."),
        ("system_method", "system_functions"),
        lambda v: v["system_method"] == "written_rules" and _has(v, "system_functions", GENERATED),
    ),
    (
        _("The system works something out from people’s bodies, yet no such data go in."),
        ("system_functions", "body_findings"),
        lambda v: (
            isinstance(v["system_functions"], frozenset)
            and "bodies" not in v["system_functions"]
            and isinstance(v["body_findings"], frozenset)
            and bool(v["body_findings"] - {"emotions_in_text"})
        ),
    ),
    (
        _("The system makes intimate material, yet neither pictures nor video nor sound."),
        ("intimate_material", "system_functions"),
        _some_without("intimate_material", "system_functions", DEPICTING),
    ),
    (
        _("The system makes child sexual abuse material, yet neither pictures nor video nor sound."),
        ("abuse_material", "system_functions"),
        _some_without("abuse_material", "system_functions", DEPICTING),
    ),
    (
        _("The system decides about people, yet nothing is decided about anybody with its results."),
        ("part_in_decision", "decision_effect"),
        lambda v: v["part_in_decision"] == "decides" and v["decision_effect"] == "none",
    ),
    (
        _("Use is said to be private, yet organisations use the system."),
        ("system_limits", "users"),
        lambda v: (
            _has(v, "system_limits", frozenset({"private"}))
            and isinstance(v["users"], frozenset)
            and bool(v["users"] - {"people"})
        ),
    ),
    (
        _("You have no part in a system, yet say what it does."),
        ("system_roles", "system_functions"),
        lambda v: v["system_roles"] == frozenset() and v["system_functions"] != frozenset(),
    ),
    (
        _("You have no part in a system, yet say what it is used for."),
        ("system_roles", FACT),
        lambda v: v["system_roles"] == frozenset() and v[FACT] != frozenset(),
    ),
    (
        _("Face images are gathered in bulk, yet the system is said not to collect faces."),
        ("face_source", "practices"),
        lambda v: (
            v["face_source"] == "bulk_internet_or_cctv" and not _has(v, "practices", frozenset({"collects_faces"}))
        ),
    ),
    *_task_rules(),
    *_judging_rules(),
)
