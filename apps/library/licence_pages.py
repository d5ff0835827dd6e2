"""What the page of one licence shows, and the table that puts up to four side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.library.atlas import Atlas
from apps.library.licence_lists import MOST, row
from apps.library.licence_words import (
    MEANINGS,
    QUESTIONS,
    VERDICTS,
    Doubt,
    Word,
    doubt_of,
    doubt_of_verdict,
    excluded_words,
    figure_words,
    short_answer,
)
from apps.library.naming import Entry, capital
from apps.library.pages import Source, entries, sources
from apps.library.words import GRADES, term
from apps.rules.engine.conditions import Contested
from apps.rules.law.licences import LICENCES
from apps.rules.law.licences.licence import Clause, Gate, Licence, Threshold, mechanical
from apps.rules.law.licences.recognise import Ambiguous, Recognised, recognise
from apps.rules.law.licences.terms import DISQUALIFIERS, Trait, Weight

# The exceptions that ask for a free and open-source licence: for models, for systems, for components.
CARVE_OUTS: Final = ("open-source-model", "open-source-system", "open-source-component")
STAYING: Final = ("EU-AIA-53-1-c", "EU-AIA-53-1-d", "EU-AIA-53-3")
FREEDOMS: Final[tuple[tuple[str, Word], ...]] = (
    ("access", gettext_lazy("To obtain it")),
    ("use", gettext_lazy("To use it")),
    ("modify", gettext_lazy("To change it")),
    ("distribute", gettext_lazy("To pass it on")),
)


@dataclass(frozen=True)
class Counted:
    """A clause that counts against a licence, with what its kind does to the verdict and why."""

    clause: Clause
    title: str
    weight: str
    basis: str
    sources: tuple[Source, ...]
    doubt: Doubt | None


@dataclass(frozen=True)
class Trigger:
    """A figure or another thing that changes what is allowed: what, when it is tested, for whom, what follows."""

    what: str
    counted: str
    tested: str
    only_if: tuple[str, ...]
    spares: tuple[str, ...]
    effect: str
    text: str
    unsure: bool = False
    grade: str = ""


# --- The page of one licence --------------------------------------------------------------------------------------
def licence_page(atlas: Atlas, licence: Licence) -> Mapping[str, Any]:
    """Everything about one licence."""
    return {
        "licence": licence,
        "row": row(licence),
        "practical": [(ask, *_answer(licence, name)) for name, ask in QUESTIONS],
        "meaning": MEANINGS[licence.verdict],
        "clauses": _clauses(atlas, licence, against=True),
        "credits": _clauses(atlas, licence, against=False),
        "doubt": doubt_of_verdict(licence),
        "departs": _departs(licence),
        "freedoms": [(title, getattr(licence.rights, name)) for name, title in FREEDOMS],
        "thresholds": tuple(_threshold(each) for each in licence.thresholds),
        "gates": tuple(_gate(each) for each in licence.gates),
        "excluded": excluded_words(licence),
        "replacement": LICENCES.get(licence.replaced_by),
        "carve_outs": entries(atlas, "carve-outs", CARVE_OUTS),
        "removed": _removed(atlas),
        "staying": entries(atlas, "duties", STAYING),
    }


def _answer(licence: Licence, question: str) -> tuple[str, str]:
    """The short answer and the full one, where it says more."""
    short, full = short_answer(licence, question), getattr(licence, question)
    return short, "" if full.rstrip(".") == short else full


def _labels(atlas: Atlas) -> Mapping[str, tuple[str, str]]:
    """The two sides of each contested reading of the rulebook."""
    held = ((key, switch) for key, switch in atlas.book.readings.items() if isinstance(switch, Contested))
    return {key: (switch.a.label, switch.b.label) for key, switch in held}


def _clauses(atlas: Atlas, licence: Licence, *, against: bool) -> tuple[Counted, ...]:
    """The clauses that count against it, those that lose first; or those that are mere credit."""
    held = [clause for clause in licence.clauses if (clause.weight is not None) is against]
    held.sort(key=lambda clause: clause.weight is not Weight.LOSES)
    settled = licence.verdict.passes is not None or licence.override is not None
    labels = {} if settled else _labels(atlas)
    return tuple(_counted(atlas, clause, labels) for clause in held)


def _counted(atlas: Atlas, clause: Clause, labels: Mapping[str, tuple[str, str]]) -> Counted:
    kind, weight = DISQUALIFIERS[clause.code], clause.weight
    words = weight.words if weight else _("harmless: crediting is allowed")
    doubt = doubt_of(clause, labels) if labels else None
    return Counted(clause, kind.title, words, kind.basis, sources(atlas.book, kind.cites), doubt)


def _departs(licence: Licence) -> str:
    """What the clauses alone would give, where the verdict departs from it."""
    if licence.override is None:
        return ""
    return str(VERDICTS[mechanical(licence.clauses)])


def _removed(atlas: Atlas) -> tuple[Entry, ...]:
    """The duties of the AI Act that the exemption for models removes."""
    duties = (key for key in atlas.removed_by(CARVE_OUTS[0]) if atlas.book.obligations[key].instrument == "AIA")
    return entries(atlas, "duties", duties)


def _traits(traits: Iterable[Trait]) -> tuple[str, ...]:
    return tuple(trait.words for trait in traits)


def _threshold(threshold: Threshold) -> Trigger:
    return Trigger(
        what=capital(figure_words(threshold)),
        counted=threshold.metric.words,
        tested=threshold.tested.words,
        only_if=_traits(threshold.only_if),
        spares=_traits(threshold.spares),
        effect=threshold.effect.words,
        text=threshold.text,
        unsure=not threshold.boundary_known,
        grade="" if threshold.grade.verified else threshold.grade.value,
    )


def _gate(gate: Gate) -> Trigger:
    what = capital(gate.effect.words)
    return Trigger(what, "", "", _traits(gate.when), _traits(gate.unless), gate.effect.words, gate.text)


# --- A name that is not there -------------------------------------------------------------------------------------
def meant(wanted: str) -> Licence | None:
    """The licence that another spelling of its name means; None where it means none or several."""
    spelt = recognise(wanted)
    return spelt.licence if isinstance(spelt, Recognised) else None


def near(wanted: str) -> tuple[Licence, ...]:
    """Licences that a name may mean, or whose ids are close to it."""
    spelt = recognise(wanted)
    several = spelt.candidates if isinstance(spelt, Ambiguous) else ()
    return tuple(LICENCES[key] for key in (several or get_close_matches(wanted.casefold(), LICENCES, n=4, cutoff=0.5)))


# --- Side by side -------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Line:
    """A row of the table. A cell is one or more short texts, the first above the others where it is `led`."""

    title: str
    cells: tuple[tuple[str, ...], ...]
    led: bool = False

    @property
    def differs(self) -> bool:
        """Whether the licences part here."""
        return len(set(self.cells)) > 1


@dataclass(frozen=True)
class Part:
    """Rows under one heading."""

    title: str
    lines: tuple[Line, ...]

    @property
    def differ(self) -> int:
        """In how many rows the licences part."""
        return sum(line.differs for line in self.lines)


@dataclass(frozen=True)
class Comparison:
    """What was asked for, what is wrong with it, and the table if there is one."""

    asked: tuple[str, ...]
    licences: tuple[Licence, ...]
    unknown: tuple[str, ...]
    too_many: bool
    parts: tuple[Part, ...]

    @property
    def lines(self) -> int:
        """How many rows the table has."""
        return sum(len(part.lines) for part in self.parts)

    @property
    def differ(self) -> int:
        """In how many rows the licences part."""
        return sum(part.differ for part in self.parts)


def comparison(asked: Sequence[str]) -> Comparison:
    """Up to four licences side by side; other spellings of an id count, each licence once."""
    wanted = tuple(dict.fromkeys(word.strip() for word in asked if word.strip()))
    known = {word: LICENCES.get(word) or meant(word) for word in wanted}
    licences = tuple({found.id: found for found in known.values() if found}.values())
    unknown = tuple(word for word, found in known.items() if found is None)
    fits = 2 <= len(licences) <= MOST and not unknown
    return Comparison(wanted, licences, unknown, len(licences) > MOST, _parts(licences) if fits else ())


def _parts(licences: Sequence[Licence]) -> tuple[Part, ...]:
    return tuple(
        Part(
            str(title),
            tuple(Line(str(name), tuple(_cell(read(x)) for x in licences), name in _LED) for name, read in rows),
        )
        for title, rows in _ROWS
    )


def _cell(found: str | Iterable[str]) -> tuple[str, ...]:
    texts = (found,) if isinstance(found, str) else tuple(found)
    return tuple(capital(text) for text in texts if text) or (_("None"),)


def _against(licence: Licence) -> Iterable[str]:
    return (f"{DISQUALIFIERS[c.code].title} ({c.weight.words})" for c in licence.clauses if c.weight)


def _figures(licence: Licence) -> Iterable[str]:
    return (f"{figure_words(t)}: {t.metric.words}. {capital(t.effect.words)}." for t in licence.thresholds)


def _known(texts: Iterable[str], licence: Licence) -> Iterable[str]:
    """The texts; where there are none, says whether that is known."""
    held = list(texts)
    return held or [_("None") if licence.evidence.grade.verified else _("None reported")]


def _sold(licence: Licence) -> str:
    return {True: _("yes"), False: _("no"), None: _("not said, or not known")}[licence.outputs.sell]


_LED: Final = tuple(ask for _name, ask in QUESTIONS)
Reader = Callable[[Licence], str | Iterable[str]]
_ROWS: Final[tuple[tuple[Word, tuple[tuple[Word, Reader], ...]], ...]] = (
    (
        gettext_lazy("In practice"),
        (
            (QUESTIONS[0][1], lambda x: (short_answer(x, "deploy"), x.deploy)),
            (QUESTIONS[1][1], lambda x: (short_answer(x, "fine_tune"), x.fine_tune)),
            (QUESTIONS[2][1], lambda x: (short_answer(x, "disclose"), x.disclose)),
        ),
    ),
    (
        gettext_lazy("Free and open-source under the AI Act"),
        (
            (gettext_lazy("Verdict"), lambda x: str(VERDICTS[x.verdict])),
            (gettext_lazy("Clauses that count against it"), lambda x: _known(_against(x), x)),
            *((title, lambda x, name=name: getattr(x.rights, name).words) for name, title in FREEDOMS),
            (gettext_lazy("OSI list"), lambda x: x.osi.words),
        ),
    ),
    (
        gettext_lazy("Limits"),
        (
            (gettext_lazy("Commercial use"), lambda x: x.commercial.words),
            (gettext_lazy("Figures"), lambda x: _known(_figures(x), x)),
            (gettext_lazy("Other conditions"), lambda x: _known((gate.text for gate in x.gates), x)),
            (gettext_lazy("Places shut out"), excluded_words),
            (gettext_lazy("Limits on use"), lambda x: [limit.words for limit in x.limits]),
        ),
    ),
    (
        gettext_lazy("Derivatives and outputs"),
        (
            (gettext_lazy("Fine-tunes private"), lambda x: x.keep.words),
            (gettext_lazy("Owed"), lambda x: _known((f"{o.kind.words} ({o.when.words})" for o in x.owed), x)),
            (gettext_lazy("Train other models with outputs"), lambda x: x.outputs.train.words),
            (gettext_lazy("Sell outputs"), _sold),
            (gettext_lazy("Patents"), lambda x: x.patents.words),
            (gettext_lazy("What ends it"), lambda x: _known((ending.words for ending in x.endings), x)),
        ),
    ),
    (
        gettext_lazy("Evidence"),
        (
            (gettext_lazy("How well it was seen"), lambda x: (term(GRADES, x.evidence.grade), x.evidence.note)),
            (gettext_lazy("Models under it"), lambda x: x.models or [_("None known")]),
        ),
    ),
)
