"""From a row of a table to a described model: what the row says as facts, what it leaves open, what cannot be right.

A row never says no where it is silent. What is read between its lines is marked as assumed and says from what.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import inf
from typing import Final

from django.utils.translation import gettext as _

from apps.compare.catalogue import words
from apps.compare.catalogue.figures import (
    MOST_FLOP,
    MOST_PARAMETERS,
    FigureError,
    day,
    number,
    parts,
    sizes_named,
    spread,
)
from apps.compare.catalogue.remarks import Kind, Remark, Why
from apps.compare.catalogue.table_file import Line
from apps.rules.engine import Answer, Interval, Origin
from apps.rules.engine.profile import Value

FIRST_DAY: Final = date(1950, 1, 1)
LAST_DAY: Final = date(2100, 12, 31)
# Compute over six times the parameters is about the text a language model has seen, in tokens.
MUCH_TEXT: Final = 1e14  # more than any model is known to have seen: the note is believed and not the column
MOST_TEXT: Final = 1e15  # impossible
SOURCE: Final = "Epoch AI, 'Data on AI Models'. epoch.ai/data/ai-models (CC BY 4.0)"


@dataclass(frozen=True, kw_only=True)
class Described:
    """A row as a model. `figure` is the table's own figure in FLOP, its range is among the answers.

    `access` is the table's word for how one gets at the model; `seat` where its makers sit, if that is one place.
    """

    number: int
    name: str
    makers: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    released: date | None = None
    figure: float | None = None
    confidence: str = ""
    access: str = ""
    link: str = ""
    licence: str = ""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()


@dataclass
class Draft:
    """A row while it is read: collects answers and remarks."""

    line: Line
    source: str
    answers: dict[str, Answer] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def say(self, fact: str, value: Value, note: str = "", origin: Origin = Origin.IMPORTED) -> None:
        """Answer a fact."""
        self.answers[fact] = Answer(value=value, origin=origin, note=note, source=self.source)

    def remark(self, why: Why, text: str, kind: Kind = Kind.PARTLY) -> None:
        """Note what could not be used, or should be looked at."""
        self.remarks.append(Remark(kind=kind, why=why, text=text, number=self.line.number, name=self.line.get("name")))

    def figure(self, cell: str, most: float, title: str, why: Why) -> float | None:
        """A number of the row; None with a remark for one that cannot be used, None without for an empty cell."""
        text = self.line.get(cell)
        if not text:
            return None
        try:
            return number(text, most)
        except FigureError as error:
            faults = {
                "not_a_number": _("%(title)s is “%(text)s”, which is not one number."),
                "too_large": _("%(title)s is %(text)s, more than can be."),
                "not_above_zero": _("%(title)s is %(text)s, which is not above zero."),
            }
            self.remark(why, faults[str(error)] % {"title": title, "text": text[:60]})
            return None


@dataclass(frozen=True)
class Base:
    """A row that others may start from."""

    makers: tuple[str, ...]
    compute: Interval | None


def describe_epoch(lines: Sequence[Line]) -> tuple[Described, ...]:
    """Every row that has a name, as a model. Rows refused are left to `refused`."""
    bases = _bases(lines)
    return tuple(_epoch(line, bases) for line in lines if line.get("name"))


def _bases(lines: Sequence[Line]) -> dict[str, Base]:
    """The rows by name, as far as a name stands for one row."""
    found: dict[str, Base | None] = {}
    for line in lines:
        name = line.get("name").casefold()
        base = Base(parts(line.get("makers")), _plain_range(line))
        found[name] = None if name in found else base
    return {name: base for name, base in found.items() if base is not None}


def _plain_range(line: Line) -> Interval | None:
    try:
        return spread(number(line.get("compute"), MOST_FLOP), line.get("confidence"))
    except FigureError:
        return None


def _epoch(line: Line, bases: Mapping[str, Base]) -> Described:
    draft = Draft(line, SOURCE)
    makers, places = parts(line.get("makers")), parts(line.get("countries"))
    released, figure = _released(draft), _compute(draft)
    _size(draft, figure)
    _outputs(draft)
    _openness(draft)
    _organisation(draft, places)
    _origin(draft, makers, bases, figure)
    access = line.get("access")
    if released and access and access != words.UNRELEASED:
        span = Interval(released.toordinal(), released.toordinal())
        draft.say(
            "placed_on", span, _("Day of publication, taken to be the day the Union could get it."), Origin.ASSUMED
        )
    return Described(
        number=line.number,
        name=line.get("name"),
        makers=makers,
        countries=tuple(words.SHORT_PLACES.get(place, place) for place in places),
        released=released,
        figure=figure,
        confidence=line.get("confidence"),
        access=access,
        link=line.get("link") if line.get("link").startswith(("https://", "http://")) else "",
        answers=draft.answers,
        remarks=tuple(draft.remarks),
    )


def _released(draft: Draft) -> date | None:
    text = draft.line.get("released")
    if not text:
        draft.remark(Why.NO_DAY, _("It has no publication date: it stands outside the chart."))
        return None
    found = day(text)
    if found is None or not FIRST_DAY <= found <= LAST_DAY:
        draft.remark(Why.DAY, _("Its publication date “%(text)s” is no day such as 2026-11-23.") % {"text": text[:60]})
        return None
    return found


def _compute(draft: Draft) -> float | None:
    confidence = draft.line.get("confidence")
    figure = draft.figure("compute", MOST_FLOP, _("Its training compute"), Why.COMPUTE)
    if figure is None:
        if not draft.line.get("compute"):
            draft.remark(Why.NO_COMPUTE, _("It has no figure for compute: whether it crosses a line stays open."))
        return None
    if confidence and confidence not in words.CONFIDENCES:
        text = _("Its confidence “%(word)s” is not known here: the widest range is used.")
        draft.remark(Why.CONFIDENCE, text % {"word": confidence[:60]}, Kind.CHECK)
    said = confidence or _("not rated")
    note = _("The table gives %(figure)s (%(said)s). The range is Remit's reading of that word.")
    draft.say(
        "training_compute",
        spread(figure, confidence),
        note % {"figure": f"{figure:.4g}", "said": said},
        Origin.ESTIMATED,
    )
    return figure


def _size(draft: Draft, compute: float | None) -> None:
    """The parameters, unless the row contradicts itself: they must fit its note and its compute."""
    size = draft.figure("parameters", MOST_PARAMETERS, _("Its number of parameters"), Why.PARAMETERS)
    if size is None:
        return
    named = [said for said in sizes_named(draft.line.get("note")) if 900 < said / size < 1_100]
    words_seen = compute / (6 * size) if compute else inf
    if named and words_seen > MUCH_TEXT:
        text = _("%(size)s parameters, but its note names %(said)s: a thousand times as many. The figure is not used.")
        draft.remark(Why.PARAMETERS, text % {"size": f"{size:.4g}", "said": f"{named[0]:.4g}"})
    elif compute and "Language" in draft.line.get("domains") and words_seen > MOST_TEXT:
        text = _("%(size)s parameters are too few for its compute: that would take %(n)s words of text. Not used.")
        draft.remark(Why.PARAMETERS, text % {"size": f"{size:.4g}", "n": f"{words_seen:.2g}"})
    else:
        draft.say("parameters", Interval(round(size), round(size)))


def _outputs(draft: Draft) -> None:
    """What comes out and how wide the range is, where the row's tasks and kinds of data leave no doubt."""
    tasks, domains = parts(draft.line.get("tasks")), parts(draft.line.get("domains"))
    named = set(tasks)
    clear = [task for task in tasks if not words.COVERED.get(task, frozenset()) & named]
    outputs = outputs_of(clear, domains, named)
    what = {"tasks": ", ".join(tasks)[:200], "domains": ", ".join(domains)[:100]}
    if outputs is None:
        text = _("What comes out is not clear from its tasks (%(tasks)s) and kinds of data (%(domains)s).")
        draft.remark(Why.OUTPUTS, text % {name: said or _("none given") for name, said in what.items()}, Kind.OPEN)
    else:
        note = _("From the table's tasks (%(tasks)s) and kinds of data (%(domains)s). Add what they leave out.")
        draft.say("generates", outputs, note % what, Origin.ASSUMED)
    if (len(named) > 1 and named & words.BROAD_TASKS) or "Text-to-image" in named:
        draft.say("task_range", "many", _("The table names these tasks: %(tasks)s.") % what, Origin.ASSUMED)


def outputs_of(tasks: Sequence[str], domains: Sequence[str], named: set[str]) -> frozenset[str] | None:
    """What tasks let come out, None where they leave doubt: a task not known, or a kind of data no task explains."""
    if not tasks or any(task not in words.OUTPUTS for task in tasks):
        return None
    found = frozenset().union(*(words.OUTPUTS[task] for task in tasks))
    if any(domain in words.EXPLAINED and not words.EXPLAINED[domain] & named for domain in domains):
        return None
    silent = words.LANGUAGE_DOMAINS.intersection(domains) and words.TEXT not in found
    return None if silent or not domains else found


def _openness(draft: Draft) -> None:
    """Whether the weights are public: a description, which leaves the licence open."""
    access, flag = draft.line.get("access"), draft.line.get("weights")
    public = words.WEIGHTS.get(access)
    if access and public is None:
        draft.remark(Why.ACCESS, _("Its access “%(word)s” is not known here.") % {"word": access[:60]}, Kind.CHECK)
    if public is not None and {"Yes": True, "No": False}.get(flag, public) is not public:
        text = _("Its access is “%(word)s”, but its column on weights says “%(flag)s”. Neither is used.")
        draft.remark(Why.ACCESS, text % {"word": access, "flag": flag})
        return
    if public is not None:
        note = _("The table says “%(word)s”. That describes access; the licence itself is still to be named.")
        draft.say("weights_public", public, note % {"word": access})


def _organisation(draft: Draft, places: tuple[str, ...]) -> None:
    seat = words.seat_of(places)
    if seat:
        draft.say(
            "seat", seat, _("Country of its developers in the table: %(p)s.") % {"p": ", ".join(places)}, Origin.ASSUMED
        )
    if set(parts(draft.line.get("kind"))) == {"Industry"}:
        note = _("The table calls its developers industry; release as part of a business is assumed.")
        draft.say("activity", "business", note, Origin.ASSUMED)


def _origin(draft: Draft, makers: tuple[str, ...], bases: Mapping[str, Base], compute: float | None) -> None:
    """Who made the model: from scratch, from a model of one's own or of others; with the compute of the change."""
    change = draft.figure("finetune", MOST_FLOP, _("The compute of its fine-tuning"), Why.FINETUNE)
    names = parts(draft.line.get("base"))
    if not names:
        if len(makers) == 1:
            note = _("The table names one developer and no model that it was made from.")
            draft.say("development", "own", note, Origin.ASSUMED)
        return
    found = [bases.get(name.casefold()) for name in names]
    _whose(draft, makers, names, found)
    if change and compute and change > compute * 1.001:
        text = _("Fine-tuning took %(change)s, more than its training as a whole (%(all)s). It is not used.")
        draft.remark(Why.FINETUNE, text % {"change": f"{change:.4g}", "all": f"{compute:.4g}"})
        change = None
    if change:
        draft.say("modification_compute", spread(change, draft.line.get("confidence")), "", Origin.ESTIMATED)
    first = found[0] if len(found) == 1 else None
    if first and first.compute:
        draft.say(
            "base_training_compute",
            first.compute,
            _("The table's own row on %(name)s.") % {"name": names[0]},
            Origin.ESTIMATED,
        )
    elif change and compute and compute > change:
        rest = spread(compute - change, draft.line.get("confidence"))
        draft.say("base_training_compute", rest, _("Its training as a whole, less the change."), Origin.ESTIMATED)
    if "base_training_compute" in draft.answers:
        draft.say("base_compute_known", True, _("The table allows an estimate."), Origin.ASSUMED)


def _whose(draft: Draft, makers: tuple[str, ...], names: tuple[str, ...], found: Sequence[Base | None]) -> None:
    """Whether the original is the makers' own or somebody else's; open where the table does not tell."""
    own = words.maker_words(makers)
    shared = [own & words.maker_words(base.makers) for base in found if base and base.makers]
    if len(shared) < len(found) or not own:
        text = _("Made from %(names)s, whose developer this table does not tell: who made the model stays open.")
        draft.remark(Why.BASE, text % {"names": ", ".join(names)[:200]}, Kind.OPEN)
    elif len(makers) == 1 and all(shared):
        note = _("Made from %(names)s of the same developer.") % {"names": ", ".join(names)[:200]}
        draft.say("development", "own", note, Origin.ASSUMED)
    elif len(makers) == 1 and not any(shared):
        note = _("Made from %(names)s of another developer.") % {"names": ", ".join(names)[:200]}
        draft.say("development", "changed", note, Origin.ASSUMED)


def refused(lines: Sequence[Line]) -> Iterator[Remark]:
    """The rows that no model can be made of, and why."""
    for line in lines:
        if line.fault:
            yield Remark(kind=Kind.REFUSED, why=Why.CELLS, text=line.fault, number=line.number, name="")
        elif not line.get("name"):
            text = _("It has no name.")
            yield Remark(kind=Kind.REFUSED, why=Why.NO_NAME, text=text, number=line.number, name="")


Describe = Callable[[Sequence[Line]], tuple[Described, ...]]
