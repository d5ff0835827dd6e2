"""SPDX 3 documents in JSON-LD: the AI package, its relations to licences and originals, and named values beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _

from apps.profiles.documents import DocumentError
from apps.profiles.imports.bases import repository_in, same_name
from apps.profiles.imports.cyclonedx import day_of_release
from apps.profiles.imports.licences import MOST_NAMED, declared, of_original, parts_of_expression
from apps.profiles.imports.meanings import is_task, outputs_of_task, property_read, uses_of
from apps.profiles.imports.reading import Caution, Imported, Kind, Licence, Line, Sure, Unused, one_each
from apps.profiles.imports.safety import At, shown
from apps.rules.law.facts.model import development
from apps.rules.law.facts.personal_data import personal_data

if TYPE_CHECKING:
    from apps.rules.engine import Rulebook

PACKAGE: Final = "ai_AIPackage"
MOST_UNUSED: Final = 40
_LICENCES: Final = ("hasDeclaredLicense", "hasConcludedLicense")
_RELATIONS: Final = frozenset({*_LICENCES, "descendantOf", "ancestorOf"})
_EXPRESSION: Final = "simplelicensing_licenseExpression"
_WHY: Final = {
    "ai_safetyRiskAssessment": "The class under a law follows from facts, not from this label.",
    "ai_autonomyType": "How far a person decides is asked with answers to choose from.",
    "ai_energyConsumption": "Energy is no measure of compute. Use the estimator for that.",
    "ai_informationAboutTraining": "Prose is not read: what it says is asked.",
    "ai_informationAboutApplication": "Prose is not read: what it says is asked.",
    "ai_limitation": "Prose is not read: what it says is asked.",
    "ai_metric": "Results of tests decide nothing by themselves.",
    "ai_standardCompliance": "Standards followed are asked with answers to choose from.",
    "ai_typeOfModel": "No question asks for this.",
}


def is_spdx(data: object) -> bool:
    """Whether parsed JSON is an SPDX 3 document."""
    if not isinstance(data, dict):
        return False
    return "spdx.org/rdf/3" in str(data.get("@context", ""))[:500] or _typed(At(data)) == PACKAGE


def read_spdx(data: object, book: Rulebook) -> Imported:
    """What the document says of its AI package. Raises DocumentError when it has none, or several."""
    graph = _Graph(At(data, "$"))
    package = graph.the_package()
    title = package["name"].text.rsplit("/", 1)[-1]
    ancestors = [at for at in graph.ancestors(package)[:MOST_NAMED] if not same_name(at["name"].text or at.text, title)]
    bases = [at["name"] if at["name"].text else at for at in ancestors]
    licence, warned = declared(graph.licences(package), repositories=[_repository(package)])
    base, conflicts = _of_ancestors(graph, ancestors, bases, licence)
    reading = _Reading(book, package, bases)
    return Imported(
        kind=Kind.SPDX,
        title=shown(title, 120),
        lines=one_each(reading.lines()),
        licences=tuple(found for found in (licence, base) if found is not None),
        unused=tuple([*reading.unused, *_others(package)][:MOST_UNUSED]),
        cautions=(*warned, *conflicts),
    )


def _typed(at: At) -> str:
    name = (at["type"] or at["@type"]).text
    return name.rsplit("/", 1)[-1] if "/" in name else name


def _repository(package: At) -> str:
    places = (package["name"].text, package["software_downloadLocation"].text, package["software_homePage"].text)
    return next((found for text in places if (found := repository_in(text))), "")


def _of_ancestors(
    graph: _Graph, ancestors: list[At], bases: list[At], licence: Licence | None
) -> tuple[Licence | None, list[Caution]]:
    """The licence of the original: as the document states it, else as it is known by name."""
    stated = [at for ancestor in ancestors for at in graph.licences(ancestor)]
    return declared(stated, key="base_licence") if stated else of_original(bases, licence)


class _Graph:
    """The elements of the document by their identifiers, and the relations between them. Nothing is fetched."""

    def __init__(self, top: At) -> None:
        self.elements = top["@graph"].each or [top]
        self.by_id: dict[str, At] = {}
        for at in self.elements:
            if name := _identifier(at):
                self.by_id.setdefault(name, at)
        self.relations: dict[tuple[str, str], list[At]] = {}
        for at in self.elements:
            if at["relationshipType"].text in _RELATIONS:
                self._relate(at)

    def _relate(self, relation: At) -> None:
        """Note a relation under the element it starts from; an ancestor's from the side of the descendant."""
        kind, from_ = relation["relationshipType"].text, self._element(relation["from"])
        for to in (self._element(at) for at in relation["to"].each):
            ends = (to, from_) if kind == "ancestorOf" else (from_, to)
            kept = "descendantOf" if kind == "ancestorOf" else kind
            self.relations.setdefault((kept, _identifier(ends[0])), []).append(ends[1])

    def the_package(self) -> At:
        """The AI package that the document describes."""
        found = [at for at in self.elements if _typed(at) == PACKAGE]
        originals = {
            _identifier(to)
            for (kind, from_), held in self.relations.items()
            for to in held
            if kind == "descendantOf" and _identifier(to) != from_
        }
        described = [at for at in found if _identifier(at) not in originals]
        if len(described) == 1:
            return described[0]
        if not found:
            raise DocumentError(
                "The document has no element of the type ai_AIPackage. Export the AI profile of SPDX 3."
            )
        names = ", ".join(shown(at["name"].text, 60) for at in found[:5])
        raise DocumentError(f"The document describes {len(found)} models ({names}). Keep one, and send it again.")

    def ancestors(self, package: At) -> list[At]:
        """The models that this one was made from."""
        own = _identifier(package)
        return [at for at in self._related("descendantOf", package) if _identifier(at) != own]

    def licences(self, element: At) -> list[At]:
        """The spellings of its licences: as declared if there are any, else as somebody concluded."""
        for kind in _LICENCES:
            if named := [at for to in self._related(kind, element) for at in _spellings(to)]:
                return named
        return []

    def _related(self, kind: str, element: At) -> list[At]:
        own = _identifier(element)
        return self.relations.get((kind, own), []) if own else []

    def _element(self, at: At) -> At:
        """The element that an identifier names; an element written out, or a bare identifier, stays itself."""
        return self.by_id.get(at.text, at) if at.text else at


def _identifier(at: At) -> str:
    return (at["spdxId"] or at["@id"]).text or at.text


def _spellings(licence: At) -> list[At]:
    if licence[_EXPRESSION].text:
        return parts_of_expression(licence[_EXPRESSION])
    named = licence["name"] if licence["name"].text else licence
    tail = named.text.rsplit("/", 1)[-1]
    return [At(tail, named.path)] if tail else []


class _Reading:
    """The answers that the package gives."""

    def __init__(self, book: Rulebook, package: At, bases: list[At]) -> None:
        self.book, self.package, self.bases = book, package, bases
        self.unused: list[Unused] = []

    def lines(self) -> Iterator[Line]:
        """The answers; a fact may come more than once."""
        yield from self._named_values()
        for at in self.package["ai_typeOfModel"].texts:
            if is_task(at.text.casefold()) and isinstance(found := outputs_of_task(at, alone=False), Line):
                yield found
        if line := uses_of(self.package["ai_domain"].texts):
            yield line
        yield from self._personal_data()
        yield from self._lineage()
        if line := day_of_release(self.book, self.package["releaseTime"]):
            yield line

    def _named_values(self) -> Iterator[Line]:
        pairs = [(at["key"], at["value"]) for at in self.package["ai_hyperparameter"].each]
        for extension in self.package["extension"].each:
            properties = extension["extension_cdxProperty"].each
            pairs += [(at["extension_cdxPropName"], at["extension_cdxPropValue"]) for at in properties]
        for name, value in pairs:
            found = property_read(self.book, name.text, value)
            if isinstance(found, Line):
                yield found
            else:
                self.unused.append(found)

    def _personal_data(self) -> Iterator[Line]:
        at = self.package["ai_useSensitivePersonalInformation"]
        if at.text == "yes":
            note = _(
                "Sensitive data were used, says the document. Choose every way in which data about people come in."
            )
            value = frozenset({"training", "special_categories"})
            yield Line(fact=personal_data.key, value=value, where=at.path, sure=Sure.POSSIBLE, note=note)
        elif at.text:
            why = _("It speaks of sensitive data only; other data about people are asked.")
            self.unused.append(Unused(at.path, at.text, why))

    def _lineage(self) -> Iterator[Line]:
        if self.bases:
            names = ", ".join(at.text for at in self.bases)
            note = _("Made from %(names)s. Choose this if that is somebody else’s model, not an earlier one of yours.")
            text, where = shown(note % {"names": names}, 400), self.bases[0].path
            yield Line(fact=development.key, value="changed", where=where, sure=Sure.POSSIBLE, note=text)


def _others(package: At) -> Iterator[Unused]:
    """What else the package says that people may look for."""
    for key, why in _WHY.items():
        at = package[key]
        if at and not (key == "ai_typeOfModel" and any(is_task(item.text.casefold()) for item in at.texts)):
            what = at.text or ", ".join(item.text for item in at.texts[:4]) or _("%(n)d entries") % {"n": len(at.each)}
            yield Unused(at.path, shown(what), _(why))
