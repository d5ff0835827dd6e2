"""Hugging Face model cards: the block of metadata on top, between lines of hyphens. Prose below is not read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.profiles.documents import DocumentError, read_yaml
from apps.profiles.imports.bases import repository_in, same_name
from apps.profiles.imports.licences import MOST_NAMED, declared, of_original
from apps.profiles.imports.meanings import is_task, outputs_of_task, uses_of
from apps.profiles.imports.reading import Caution, Imported, Kind, Licence, Line, Sure, Unused
from apps.profiles.imports.safety import MOST_FRONT_MATTER, At, plain_data, shown
from apps.rules.law.facts.model import development
from apps.rules.law.facts.modification import modification_methods
from apps.rules.law.facts.openness import access_terms

DEEPEST: Final = 12
MOST_UNUSED: Final = 40
# Keys that make a block of YAML a model card and not a profile of ours.
KEYS: Final = frozenset(
    {"license", "license_name", "base_model", "pipeline_tag", "library_name", "tags", "datasets", "language"}
    | {"model_name", "model-index", "extra_gated_prompt", "base_model_relation"}
)
_FENCE: Final = re.compile(r"\s*---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_HEADING: Final = re.compile(r"^# +(.+)$", re.MULTILINE)
_METHODS: Final = {
    **dict.fromkeys(("finetune", "adapter", "lora"), "training"),
    "merge": "merging",
    "quantized": "compression",
}
_USED: Final = frozenset(
    {"license", "license_name", "license_link", "base_model", "base_model_relation", "pipeline_tag", "tags"}
    | {"model_name", "name"}
)
_WHY: Final = {
    "co2_eq_emissions": "Emissions are no measure of compute. Use the estimator for that.",
    "datasets": "Which data sets were used decides nothing by itself; what they hold about people is asked.",
    "model-index": "Results of tests decide nothing by themselves.",
    "language": "No question asks for languages.",
}


@dataclass(frozen=True)
class Card:
    """The two parts of a card: metadata with the line it starts on, and prose."""

    metadata: str
    first_line: int
    prose: str


def card_in(text: str) -> Card | None:
    """The metadata block of a text that starts with one; None for other texts."""
    match = _FENCE.match(text)
    if match is None:
        return None
    return Card(match.group(1), text.count("\n", 0, match.start(1)) + 1, text[match.end() :])


def read_card(card: Card, *, address: str = "", file_name: str = "") -> Imported:
    """What the metadata says. Raises DocumentError for YAML that cannot be read safely."""
    top = At(_metadata(card))
    title = _title(top, card.prose, address) or _stem(file_name)
    repository = repository_in(address) or repository_in(top["name"].text)
    bases, cautions = _bases(top, {title, repository, top["name"].text})
    links = top["license_link"].texts
    spellings = [*top["license"].texts, *top["license_name"].texts]
    licence, warned = declared(_telling(spellings), links=links, repositories=[repository])
    base, conflicts = of_original(bases, licence)
    reading = _Reading(top, bases)
    return Imported(
        kind=Kind.MODEL_CARD,
        title=title,
        lines=tuple(reading.lines()),
        licences=tuple(found for found in (licence, base) if found is not None),
        unused=(*reading.unused, *_others(top), *_prose(card.prose)),
        cautions=(*cautions, *warned, *conflicts, *_no_licence(licence), *_territory(top)),
    )


def _metadata(card: Card) -> object:
    if len(card.metadata.encode("utf-8", "surrogatepass")) > MOST_FRONT_MATTER:
        most = f"{MOST_FRONT_MATTER // 1024} kB"
        raise DocumentError(f"The metadata block is larger than {most}. Leave out results and lists of languages.")
    try:
        data = plain_data(read_yaml(card.metadata, deepest=DEEPEST))
    except DocumentError as error:
        line = error.line + card.first_line - 1 if error.line else None
        raise DocumentError(str(error), line) from None
    if data is not None and not isinstance(data, dict):
        raise DocumentError("The metadata block is not a table. Each line has the form “name: value”.", card.first_line)
    return data or {}


def _title(top: At, prose: str, address: str) -> str:
    """The name of the model, from the metadata, the first heading, or the address."""
    heading = _HEADING.search(prose[:20_000])
    from_prose = re.sub(r"(?i)^model card (?:for|of)\s+", "", shown(heading.group(1), 120)) if heading else ""
    plain = re.sub(r"[*_`#<>\[\]{}]+", " ", from_prose).strip()
    named = top["model_name"].text or top["name"].text or repository_in(address) or plain
    return shown(named.rsplit("/", 1)[-1], 120)


def _stem(file_name: str) -> str:
    """The name of the model as the file's name has it; empty for names that say nothing."""
    stem, dot, _ending = re.split(r"[/\\]", file_name)[-1].rpartition(".")
    return "" if not dot or stem.casefold() in {"readme", "model_card", "modelcard", "card"} else shown(stem, 120)


def _bases(top: At, own: set[str]) -> tuple[list[At], list[Caution]]:
    """The models it was made from; one that names the model itself is left out, so lineage never loops."""
    bases = top["base_model"].texts[:MOST_NAMED]
    itself = [at for at in bases if any(name and same_name(at.text, name) for name in own)]
    text = _("The card names %(name)s as its own original: a copy, or a slip. It is not taken for a change.")
    cautions = [Caution(at.path, text % {"name": at.text}) for at in itself]
    return [at for at in bases if at not in itself], cautions


def _telling(spellings: list[At]) -> list[At]:
    """The spellings that say something: `other` only sends on to license_name."""
    telling = [at for at in spellings if at.text.casefold() not in {"other", "custom", "unknown"}]
    return telling or spellings


def _no_licence(licence: Licence | None) -> list[Caution]:
    if licence is not None:
        return []
    text = _(
        "The card names no licence. Without one nobody has a right to use the model; the questions on it stay open."
    )
    return [Caution("license", text)]


def _territory(top: At) -> list[Caution]:
    at = top["extra_gated_eu_disallowed"]
    if at.text.casefold() not in {"true", "yes"}:
        return []
    text = _(
        "The card shuts visitors from the Union out of the download. That does not by itself keep the model off the "
        "Union market: say under “Market” how it reaches people there, and check the territory in the licence."
    )
    return [Caution(at.path, text)]


class _Reading:
    """The answers that the metadata gives."""

    def __init__(self, top: At, bases: list[At]) -> None:
        self.top, self.bases = top, bases
        self.unused: list[Unused] = []

    def lines(self) -> Iterator[Line]:
        """The answers, each for one fact; what says too little is noted as unused."""
        yield from self._outputs()
        yield from self._lineage()
        yield from self._access()
        if line := uses_of(self.top["tags"].texts):
            yield line

    def _outputs(self) -> Iterator[Line]:
        tags = [at for at in self.top["tags"].texts if is_task(at.text.casefold())]
        stated = self.top["pipeline_tag"]
        task = stated if stated.text else tags[0] if tags else None
        if task is None:
            return
        others = {at.text.casefold() for at in tags} - {task.text.casefold()}
        found = outputs_of_task(task, alone=bool(stated.text) and not others)
        if isinstance(found, Line):
            yield found
        else:
            self.unused.append(found)

    def _lineage(self) -> Iterator[Line]:
        if not self.bases:
            return
        names = ", ".join(at.text for at in self.bases)
        note = _("Made from %(names)s. Choose this if that is somebody else’s model, not an earlier one of yours.")
        where = self.bases[0].path
        text = shown(note % {"names": names}, 400)
        yield Line(fact=development.key, value="changed", where=where, sure=Sure.POSSIBLE, note=text)
        relation, tags = self.top["base_model_relation"], self.top["tags"].texts
        implied = next((at for at in tags if at.text.casefold() in _METHODS), None)
        told = relation if relation.text else implied or At(None, where)
        if method := _METHODS.get(told.text.casefold()):
            note = _("Only what the card names; choose every way in which you changed it.")
            value = frozenset({method})
            yield Line(fact=modification_methods.key, value=value, where=told.path, sure=Sure.POSSIBLE, note=note)

    def _access(self) -> Iterator[Line]:
        """Forms that stand before the download."""
        gates = [key for key in self.top.keys if key.startswith("extra_gated") and self.top[key]]
        if not gates:
            return
        shut = bool(_territory(self.top))
        value = frozenset({"contact_details"} | ({"country_refusal"} if shut else set()))
        note = _(
            "The download has a form in front of it, which passes on name and e-mail address. Whether more is asked "
            "for, or people are chosen, the card does not say."
        )
        yield Line(fact=access_terms.key, value=value, where=gates[0], sure=Sure.POSSIBLE, note=note)


def _others(top: At) -> Iterator[Unused]:
    """The remaining keys, with the reason why they answer nothing."""
    rest = [key for key in top.keys if key not in _USED and not key.startswith("extra_gated")]
    for key in rest[:MOST_UNUSED]:
        items = top[key].texts
        what = ", ".join(at.text for at in items[:6]) + (", …" if len(items) > 6 else "")
        yield Unused(shown(key, 60), shown(what), _(_WHY.get(key, "No question asks for this.")))
    if len(rest) > MOST_UNUSED:
        count = len(rest) - MOST_UNUSED
        yield Unused("…", _("%(n)d more keys") % {"n": count}, _("No question asks for this."))


def _prose(prose: str) -> Iterator[Unused]:
    if lines := sum(1 for line in prose.splitlines() if line.strip()):
        what = ngettext("%(n)d line of text below the metadata", "%(n)d lines of text below the metadata", lines)
        yield Unused(_("text"), what % {"n": lines}, _("Prose is not read: what it says is asked."))
