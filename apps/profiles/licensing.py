"""The licence chosen in a profile: which one is meant, the answers it fills in, and answers that say otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _

from apps.rules.engine import Answer, Origin
from apps.rules.law.facts.model import development
from apps.rules.law.facts.openness import access_terms, licence_grants, licence_terms, weights_public
from apps.rules.law.licences import LICENCES
from apps.rules.law.licences.both import stricter
from apps.rules.law.licences.licence import Licence
from apps.rules.law.licences.recognise import Ambiguous, Recognised, recognise, unmistakable
from apps.rules.law.licences.settles import HARMLESS, Settled, settles

if TYPE_CHECKING:
    from apps.rules.engine import Profile

# Terms that say something of the release, not of the licence's text; or that no finding depends on.
_OWN_TERMS: Final = HARMLESS | {"safety_terms", "stricter_original"}


def licence_meant(spelling: str) -> Licence:
    """The licence of this spelling. ValueError says why there is none, or which ones it can be."""
    found = recognise(spelling)
    if isinstance(found, Recognised):
        return found.licence
    shown = repr(spelling if len(spelling) <= 60 else f"{spelling[:57]}…")
    if not isinstance(found, Ambiguous):
        raise ValueError(
            f"The licence {shown} is not in the library. Look for another spelling in the list of licences. "
            "If it is not there, leave it out and answer the questions on the licence."
        )
    if not found.candidates:
        raise ValueError(f"The licence {shown} can be anything. {found.why}")
    named = "; ".join(unmistakable(LICENCES[key]) for key in found.candidates)
    raise ValueError(f"The licence {shown} is not clear. {found.why} Write which it is: {named}.")


def licence_spelt(licence_id: str) -> str:
    """How a file names the licence of this id so that it is read back; empty for none."""
    return unmistakable(LICENCES[licence_id]) if licence_id in LICENCES else ""


@dataclass(frozen=True)
class _Binding:
    """The licence that binds, that of an original included, and what it settles for a profile."""

    licence: Licence
    settled: Settled


def _binding(profile: Profile) -> _Binding | None:
    licence, base = LICENCES.get(profile.licence), LICENCES.get(profile.base_licence)
    if licence is None:
        return None
    if base is not None:
        both = stricter(base, licence)
        return _Binding(both, settles(both))
    changed = profile.values.get(development.key) == "changed"
    return _Binding(licence, settles(licence, unknown_original=changed))


def settled_in(profile: Profile) -> Settled | None:
    """What the licence chosen in a profile settles; None where none is chosen."""
    binding = _binding(profile)
    return binding.settled if binding is not None else None


def with_licence(profile: Profile) -> Profile:
    """The profile with what its licence settles filled in. Known answers of the user's own stay as they are."""
    binding = _binding(profile)
    if binding is None:
        return profile
    own = {key: answer for key, answer in profile.answers.items() if answer.value is not None}
    return replace(profile, answers={**profile.answers, **_filled(binding), **own})


def own_answers(profile: Profile) -> dict[str, Answer]:
    """The answers without those that the licence fills in by itself."""
    binding = _binding(profile)
    given = binding.settled.facts if binding is not None else {}
    return {
        key: answer
        for key, answer in profile.answers.items()
        if answer.origin is not Origin.LICENCE or key not in given or answer.value != given[key]
    }


def _filled(binding: _Binding) -> dict[str, Answer]:
    """The answers that the licence gives."""
    licence, settled = binding.licence, binding.settled
    note = _("Filled in from the licence: %(name)s.") % {"name": licence.name}
    if settled.contested:
        note += " " + _("Contested: %(clauses)s") % {"clauses": " ".join(settled.contested)}
    if licence.evidence.verify:
        note += " " + _("The text was not read by us: check it.")
    return {
        key: Answer(value=value, origin=Origin.LICENCE, note=note, source=licence.evidence.source)
        for key, value in settled.facts.items()
    }


def licence_clashes(profile: Profile) -> Iterator[tuple[str, str]]:
    """Facts where a known answer of the user says otherwise than the licence, and how. The answer counts."""
    binding = _binding(profile)
    if binding is None:
        return
    settled, values, name = binding.settled, profile.values, {"name": binding.licence.name}
    if settled.facts.get(weights_public.key) is False and values.get(weights_public.key) is True:
        yield weights_public.key, _("The licence chosen is for a hosted model, yet its weights are said to be public.")
    for key, ignored in ((licence_grants.key, frozenset()), (licence_terms.key, _OWN_TERMS)):
        said, own = settled.facts.get(key), values.get(key)
        if isinstance(said, frozenset) and isinstance(own, frozenset) and (said ^ own) - ignored:
            yield key, _("The licence chosen, %(name)s, says otherwise than your answer.") % name
    texts = {
        access_terms.key: _("The licence chosen, %(name)s, itself asks for more than your answer on access."),
        licence_terms.key: _("The licence chosen, %(name)s, itself has conditions that your answer leaves out."),
    }
    for key, text in texts.items():
        added, own = settled.adds.get(key, frozenset()), values.get(key)
        if isinstance(own, frozenset) and added - own:
            yield key, text % name
