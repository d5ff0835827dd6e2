"""An imported table as models, with the report on it: which rows were left out, which were used in part, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from apps.compare.catalogue.describing import Describe, Described, describe_epoch, refused
from apps.compare.catalogue.mot import describe_mot
from apps.compare.catalogue.remarks import Kind, Remark, Why
from apps.compare.catalogue.table_file import Format, Line

DESCRIBE: Final[Mapping[Format, Describe]] = {Format.EPOCH: describe_epoch, Format.MOT: describe_mot}
ATTRIBUTION: Final[Mapping[Format, str]] = {
    Format.EPOCH: "Epoch AI, 'Data on AI Models'. epoch.ai/data/ai-models (CC BY 4.0)",
    Format.MOT: "Model Openness Tool, LF AI & Data. Copyright 2024 The Model Openness Tool Authors (MIT)",
}


@dataclass(frozen=True)
class Imported:
    """The models of a table, each once, and what there is to say about its rows."""

    models: tuple[Described, ...]
    remarks: tuple[Remark, ...]
    total: int

    @property
    def left_out(self) -> int:
        """How many rows no model was made of."""
        return self.total - len(self.models)

    @property
    def partly(self) -> int:
        """How many models have a value that could not be used."""
        return len({r.number for r in self.remarks if r.kind is Kind.PARTLY})


def imported(kind: Format, lines: Sequence[Line]) -> Imported:
    """Read rows as models. The same row again is left out; the same name again is kept and told."""
    first: dict[tuple[tuple[str, str], ...], int] = {}
    kept: list[Line] = []
    remarks = list(refused(lines))
    for line in lines:
        content = tuple(sorted(line.cells.items()))
        if line.fault or not line.get("name"):
            continue
        earlier = first.setdefault(content, line.number)
        if earlier == line.number:
            kept.append(line)
        else:
            remarks.append(_remark(line, Kind.REFUSED, Why.TWICE, _("Row %(n)d says the same.") % {"n": earlier}))
    models = DESCRIBE[kind](kept)
    remarks += _same_names(kept)
    remarks += [remark for model in models for remark in model.remarks]
    return Imported(models, tuple(remarks), len(lines))


def _same_names(lines: Sequence[Line]) -> list[Remark]:
    counts = Counter(line.get("name").casefold() for line in lines)
    text = _("%(n)d rows have this name. Maker, size and day tell them apart.")
    return [
        _remark(line, Kind.CHECK, Why.SAME_NAME, text % {"n": counts[line.get("name").casefold()]})
        for line in lines
        if counts[line.get("name").casefold()] > 1
    ]


def _remark(line: Line, kind: Kind, why: Why, text: str) -> Remark:
    return Remark(kind=kind, why=why, text=text, number=line.number, name=line.get("name"))
