"""The licence a source declares, and that of the original: recognised by spelling, never guessed, held together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from apps.profiles.imports.bases import known_licence, licence_of_link
from apps.profiles.imports.reading import Caution, Licence, Sure
from apps.profiles.imports.safety import At
from apps.rules.law.licences import LICENCES
from apps.rules.law.licences.recognise import Ambiguous, Recognised, recognise

MOST_NAMED = 20  # licences or originals of one model; more would only slow the reading
Found = tuple[Licence | None, list[Caution]]


def declared(
    spellings: Sequence[At], *, links: Sequence[At] = (), repositories: Iterable[str] = (), key: str = "licence"
) -> Found:
    """The licence that these spellings name. Links and repositories decide only where a name fits several texts."""
    named = [at for at in spellings if at.text][:MOST_NAMED]
    if not named:
        return None, []
    ids = list(dict.fromkeys(found.licence.id for at in named if isinstance(found := recognise(at.text), Recognised)))
    hints = [(licence_of_link(at.text), at) for at in links[:MOST_NAMED] if licence_of_link(at.text)]
    if len(ids) > 1:
        return _several(key, named, ids)
    if ids:
        at = next(at for at in named if isinstance(recognise(at.text), Recognised))
        stated = Licence(key=key, spelt=at.text, where=at.path, sure=Sure.STATED, may_be=(ids[0],))
        return stated, _against(ids[0], hints)
    return _unclear(key, named, hints, [known_licence(name) for name in repositories])


def _several(key: str, named: Sequence[At], ids: Sequence[str]) -> Found:
    names = ", ".join(LICENCES[one].name for one in ids)
    text = _("More than one licence is named: %(names)s. None is taken until you say which counts.") % {"names": names}
    spelt = ", ".join(at.text for at in named)
    licence = Licence(key=key, spelt=spelt, where=named[0].path, sure=Sure.POSSIBLE, may_be=tuple(ids), note=text)
    return licence, [Caution(named[0].path, text)]


def _against(licence: str, hints: Sequence[tuple[str, At]]) -> list[Caution]:
    text = _("The licence named is %(one)s, but the link leads to %(other)s. Check which counts.")
    return [
        Caution(at.path, text % {"one": LICENCES[licence].name, "other": LICENCES[other].name})
        for other, at in hints
        if other != licence
    ]


def _unclear(key: str, named: Sequence[At], hints: Sequence[tuple[str, At]], own: Sequence[str]) -> Found:
    """A name that fits several texts, or none of the library."""
    unclear = [(at, spelt) for at in named if isinstance(spelt := recognise(at.text), Ambiguous)]
    at, found = next(((at, spelt) for at, spelt in unclear if spelt.candidates), (named[-1], None))
    candidates = () if found is None else found.candidates
    for hint in [*(hint for hint, _at in hints), *own]:
        if hint and (hint in candidates or not candidates):
            note = _("The name alone does not decide; the repository or the link to the text does.")
            sure = Sure.INFERRED if found is not None else Sure.POSSIBLE
            return Licence(key=key, spelt=at.text, where=at.path, sure=sure, may_be=(hint,), note=note), []
    if found is None:
        text = _("“%(name)s” is not in the library, and nothing is guessed: the questions on the licence stay open.")
        note = text % {"name": at.text}
    else:
        note = _("“%(name)s” fits several texts. %(why)s") % {"name": at.text, "why": found.why}
    licence = Licence(key=key, spelt=at.text, where=at.path, sure=Sure.POSSIBLE, may_be=candidates, note=note)
    return licence, []


def parts_of_expression(at: At) -> list[At]:
    """The licences that an SPDX licence expression joins, each at the place of the whole."""
    parts = re.split(r"\s+(?:AND|OR|WITH)\s+|[()]", at.text)
    return [At(part.strip(), at.path) for part in parts if part.strip()]


def of_original(bases: Sequence[At], licence: Licence | None) -> Found:
    """The licence of the well-known model it was made from; a caution where the two differ or it is not known."""
    if not bases:
        return None, []
    known = {known_licence(at.text): at for at in bases}
    unknown = known.pop("", None)
    if not known:
        return None, [_unknown_original(bases[0])]
    ids = tuple(known)
    at = known[ids[0]]
    sure = Sure.INFERRED if len(ids) == 1 and unknown is None else Sure.POSSIBLE
    note = _("The licence that %(name)s is known to carry; the source does not say it.") % {"name": at.text}
    found = Licence(key="base_licence", spelt=at.text, where=at.path, sure=sure, may_be=ids, note=note)
    return found, [*_conflicts(known, licence), *([_unknown_original(unknown)] if unknown else [])]


def _conflicts(known: dict[str, At], licence: Licence | None) -> list[Caution]:
    text = _(
        "%(base)s is known to be under %(other)s, but the licence declared is %(own)s. Stricter terms of the original "
        "bind too; check which text came with the weights."
    )
    if licence is None or not licence.may_be:
        return []
    own = ", ".join(LICENCES[one].name for one in licence.may_be)
    return [
        Caution(at.path, text % {"base": at.text, "other": LICENCES[other].name, "own": own})
        for other, at in known.items()
        if licence.may_be != (other,)
    ]


def _unknown_original(at: At) -> Caution:
    text = _(
        "The licence of %(base)s, which it was made from, is not known here. Its stricter terms would bind too: name "
        "it under “Licence”."
    )
    return Caution(at.path, text % {"base": at.text})
