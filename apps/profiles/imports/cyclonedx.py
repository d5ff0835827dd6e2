"""CycloneDX ML-BOMs in JSON, versions 1.5 to 1.7: the component that is a model, and its model card."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.profiles.documents import DocumentError
from apps.profiles.imports.bases import repository_in, same_name
from apps.profiles.imports.licences import MOST_NAMED, declared, of_original, parts_of_expression
from apps.profiles.imports.meanings import outputs_of_formats, outputs_of_task, property_read
from apps.profiles.imports.reading import Caution, Imported, Kind, Licence, Line, Sure, Unused, one_each
from apps.profiles.imports.safety import At, shown
from apps.rules.law.facts.market import placed_on
from apps.rules.law.facts.model import development, self_supervised_at_scale
from apps.rules.law.facts.personal_data import personal_data

if TYPE_CHECKING:
    from apps.rules.engine import Rulebook

VERSIONS: Final = ("1.5", "1.6", "1.7")
MODEL: Final = "machine-learning-model"
MOST_UNUSED: Final = 40
_WHY: Final = {
    "environmentalConsiderations": "Energy is no measure of compute. Use the estimator for that.",
    "quantitativeAnalysis": "Results of tests decide nothing by themselves.",
    "useCases": "What it is used for is asked with fields to choose from.",
    "users": "Who uses it is asked with groups to choose from.",
    "supplier": "Who made the model is asked from your side.",
    "manufacturer": "Who made the model is asked from your side.",
    "ethicalConsiderations": "Risks named here decide nothing by themselves.",
    "fairnessAssessments": "Risks named here decide nothing by themselves.",
}


def is_cyclonedx(data: object) -> bool:
    """Whether parsed JSON is a CycloneDX bill of materials."""
    return isinstance(data, dict) and data.get("bomFormat") == "CycloneDX"


def read_cyclonedx(data: object, book: Rulebook) -> Imported:
    """What the bill says of its model. Raises DocumentError when it lists none, or several."""
    top = At(data, "$")
    model = _the_model(top)
    repository = _repository(model)
    title = model["name"].text
    licence, warned = declared(_spellings(model), links=_links(model), repositories=[repository])
    listed = model["pedigree"]["ancestors"].each[:MOST_NAMED]
    ancestors = [at for at in listed if not same_name(at["name"].text, title)]
    bases = [_named(at) for at in ancestors]
    base, conflicts = _of_ancestors(ancestors, bases, licence)
    reading = _Reading(book, model, bases)
    return Imported(
        kind=Kind.CYCLONEDX,
        title=shown(title, 120),
        lines=one_each(reading.lines()),
        licences=tuple(found for found in (licence, base) if found is not None),
        unused=tuple([*reading.unused, *_others(model)][:MOST_UNUSED]),
        cautions=(*_version(top), *warned, *conflicts),
    )


def _the_model(top: At) -> At:
    described = top["metadata"]["component"]
    if described["type"].text == MODEL:
        return described
    found = [at for at in _components(top) if at["type"].text == MODEL]
    if len(found) == 1:
        return found[0]
    if not found:
        raise DocumentError(
            f"The bill of materials has no component of the type {MODEL}. Export the bill of the model itself."
        )
    names = ", ".join(shown(at["name"].text, 60) for at in found[:5])
    raise DocumentError(f"The bill lists {len(found)} models ({names}). Keep the one to describe, and send it again.")


def _components(within: At) -> Iterator[At]:
    """Every component, those inside others too; the depth of the text is bounded before."""
    for at in within["components"].each:
        yield at
        yield from _components(at)


def _repository(model: At) -> str:
    """owner/name from a package address of the hub, or from group and name."""
    address = re.match(r"pkg:huggingface/([\w.-]+/[\w.-]+)", model["purl"].text)
    if address:
        return address.group(1)
    group, name = model["group"].text, model["name"].text
    return repository_in(f"{group}/{name}" if group else name)


def _named(component: At) -> At:
    """The place of a component's name, holding owner/name where that is known."""
    return At(_repository(component) or component["name"].text, component["name"].path)


def _spellings(component: At) -> list[At]:
    found: list[At] = []
    for at in component["licenses"].each:
        named = at["license"]["id"] or at["license"]["name"]
        found += parts_of_expression(at["expression"]) if at["expression"].text else [named]
    return [at for at in found if at.text]


def _links(component: At) -> list[At]:
    return [at["license"]["url"] for at in component["licenses"].each if at["license"]["url"].text]


def _of_ancestors(
    ancestors: list[At], bases: list[At], licence: Licence | None
) -> tuple[Licence | None, list[Caution]]:
    """The licence of the original: as the bill states it, else as it is known by name."""
    stated = [at for ancestor in ancestors for at in _spellings(ancestor)]
    if not stated:
        return of_original(bases, licence)
    return declared(stated, links=[at for one in ancestors for at in _links(one)], key="base_licence")


def _version(top: At) -> Iterator[Caution]:
    version = top["specVersion"]
    if version.text not in VERSIONS:
        text = _("Version %(version)s of the format is not one that is known here (%(known)s). Check what was read.")
        yield Caution(version.path, text % {"version": version.text or "?", "known": ", ".join(VERSIONS)})


class _Reading:
    """The answers that the component gives."""

    def __init__(self, book: Rulebook, model: At, bases: list[At]) -> None:
        self.book, self.model, self.bases = book, model, bases
        self.card = model["modelCard"]
        self.parameters = self.card["modelParameters"]
        self.unused: list[Unused] = []

    def lines(self) -> Iterator[Line]:
        """The answers; a fact may come more than once."""
        yield from self._properties()
        yield from self._outputs()
        yield from self._training()
        yield from self._lineage()
        yield from self._release()

    def _properties(self) -> Iterator[Line]:
        for at in (*self.model["properties"].each, *self.card["properties"].each):
            found = property_read(self.book, at["name"].text, at["value"])
            if isinstance(found, Line):
                yield found
            else:
                self.unused.append(found)

    def _outputs(self) -> Iterator[Line]:
        inputs = [at["format"] for at in self.parameters["inputs"].each]
        outputs = [at["format"] for at in self.parameters["outputs"].each if at["format"].text]
        if line := outputs_of_formats(inputs, outputs):
            yield line
        if self.parameters["task"].text:
            found = outputs_of_task(self.parameters["task"])
            if isinstance(found, Line):
                yield found
            else:
                self.unused.append(found)

    def _training(self) -> Iterator[Line]:
        approach = self.parameters["approach"]["type"]
        if approach.text == "self-supervised":
            note = _("Self-supervised, says the bill; whether on a large amount of raw data is for you to say.")
            key, where = self_supervised_at_scale.key, approach.path
            yield Line(fact=key, value=True, where=where, sure=Sure.POSSIBLE, note=note)
        elif approach.text:
            self.unused.append(Unused(approach.path, approach.text, _("No question asks for this.")))
        for at in self.parameters["datasets"].each:
            if at["sensitiveData"]:
                note = _("A data set is marked as holding sensitive data. Choose every way in which such data come in.")
                value = frozenset({"training", "special_categories"})
                where = at["sensitiveData"].path
                yield Line(fact=personal_data.key, value=value, where=where, sure=Sure.POSSIBLE, note=note)

    def _lineage(self) -> Iterator[Line]:
        if self.bases:
            names = ", ".join(at.text for at in self.bases)
            note = _("Made from %(names)s. Choose this if that is somebody else’s model, not an earlier one of yours.")
            text, where = shown(note % {"names": names}, 400), self.bases[0].path
            yield Line(fact=development.key, value="changed", where=where, sure=Sure.POSSIBLE, note=text)

    def _release(self) -> Iterator[Line]:
        if line := day_of_release(self.book, self.model["releaseNotes"]["timestamp"]):
            yield line


def day_of_release(book: Rulebook, at: At) -> Line | None:
    """A day of release as the day on the Union market: possible, since the source does not speak of the Union."""
    fact = book.facts.get(placed_on.key)
    day = re.match(r"\d{4}-\d{2}-\d{2}", at.text)
    if fact is None or day is None:
        return None
    found = property_read(book, f"remit:{fact.key}", At(day.group(), at.path))
    note = _("The day of release. Choose it if people in the Union could use the model on that day.")
    if not isinstance(found, Line):
        return None
    return Line(fact=fact.key, value=found.value, where=at.path, sure=Sure.POSSIBLE, note=note)


def _others(model: At) -> Iterator[Unused]:
    """What else the bill says that people may look for."""
    card = model["modelCard"]
    places = [
        *(model[key] for key in ("supplier", "manufacturer", "version", "description")),
        *(card["modelParameters"][key] for key in ("architectureFamily", "modelArchitecture", "datasets")),
        card["quantitativeAnalysis"],
        *(card["considerations"][key] for key in card["considerations"].keys),
    ]
    for at in places:
        if at:
            key = at.path.rsplit(".", 1)[-1]
            what = at.text or at["name"].text or _brief(at)
            yield Unused(shown(at.path, 120), shown(what), _(_WHY.get(key, "No question asks for this.")))


def _brief(at: At) -> str:
    texts = [item.text or item["name"].text for item in at.each[:4]]
    return ", ".join(text for text in texts if text) or ngettext("%(n)d entry", "%(n)d entries", len(at.each)) % {
        "n": len(at.each)
    }
