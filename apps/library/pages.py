"""What each rulebook page shows, read from the typed law for two days. Cached: the same law and days, the same page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.library import naming
from apps.library.atlas import Atlas, Node
from apps.library.crosswalk import also_serves
from apps.library.days import Days, reads_on
from apps.library.naming import Entry, address, entry
from apps.library.outlines import Exempting, condition, unfolded
from apps.library.worked import Worked, mentioning
from apps.rules.engine import CarveOut, Cite, Fine, Instrument, Obligation, Param, Rulebook, Transition, Version
from apps.rules.engine.conditions import Contested, Guidance
from apps.rules.engine.words import Outline
from apps.rules.engine.words import day as day_words


@dataclass(frozen=True)
class Source:
    """A pinpoint as the cite component shows it."""

    instrument: str
    title: str
    pinpoint: str
    grade: str
    checked_on: date
    url: str
    note: str


def source(book: Rulebook, cite: Cite) -> Source:
    """The source with the name of its instrument and an address to read it at (else the instrument's page)."""
    instrument = book.instruments[cite.instrument]
    online = cite.source.startswith(("http://", "https://"))
    url = (cite.source if online else instrument.url) or address(("instruments", instrument.id))
    notes = [note for note in (cite.note, "" if online else naming.capital(cite.source)) if note]
    told = " ".join(note if note.endswith(".") else f"{note}." for note in notes)
    return Source(instrument.id, instrument.short, cite.pinpoint, cite.grade.value, cite.checked_on, url, told)


def sources(book: Rulebook, cites: Iterable[Cite]) -> tuple[Source, ...]:
    """Each source once, as shown."""
    return tuple(source(book, cite) for cite in dict.fromkeys(cites))


def entries(atlas: Atlas, kind: str, keys: Iterable[str]) -> tuple[Entry, ...]:
    """Lines for several pieces of one kind."""
    return tuple(entry(atlas, (kind, key)) for key in keys)


# --- Wordings on two clocks ---------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Wording:
    """One version of a rule: when it is law, when it was known, what it says, and whether it is the one asked about."""

    law: str
    known: str
    state: str
    current: bool
    when: Outline
    sources: tuple[Source, ...]
    note: str
    since: date


def wordings(book: Rulebook, versions: Iterable[Version], days: Days) -> tuple[Wording, ...]:
    """Every wording, in the order of the law, read for the two days."""
    return tuple(_wording(book, version, days) for version in versions)


def _wording(book: Rulebook, version: Version, days: Days) -> Wording:
    on, known = reads_on(version, book, days)
    state, current = _state(book, version, days)
    return Wording(
        law=_span(_("In law from %(first)s"), _("until %(last)s"), version.since, version.until),
        known=_span(_("Known from %(first)s"), _("replaced on %(last)s"), book.published(version), version.replaced_on),
        state=state,
        current=current,
        when=condition(version.when, Days(on, known)),
        sources=sources(book, version.cites),
        note=version.note,
        since=version.since,
    )


def _span(begin: str, end: str, first: date, last: date | None) -> str:
    head = begin % {"first": day_words(first)}
    return f"{head}, {end % {'last': day_words(last)}}." if last else f"{head}."


def _state(book: Rulebook, version: Version, days: Days) -> tuple[str, bool]:
    """How a wording stands on the two days, and whether it is the law that holds then."""
    if book.published(version) > days.known_on:
        return _("not yet published then"), False
    if version.replaced_on is not None and version.replaced_on <= days.known_on:
        return _("replaced before it could be asked for on that day"), False
    if version.since > days.as_of:
        return _("published, starts later"), False
    if version.until is not None and version.until <= days.as_of:
        return _("ended"), False
    return _("the law on that day"), True


# --- Duties -------------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Removal:
    """A carve-out that removes a duty, unfolded, and the wordings that list it where not all do."""

    exempting: Exempting
    only: str


@dataclass(frozen=True)
class Delay:
    """A transition with its condition."""

    transition: Transition
    start: str
    when: Outline
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class StepLine:
    """A step of a duty as shown."""

    id: str
    text: str
    rhythm: str
    kind: str
    evidence: str
    note: str
    source: Source
    only_if: Outline | None


@dataclass(frozen=True)
class DisputeSide:
    """One reading with the condition it leads to."""

    name: str
    label: str
    when: Outline


@dataclass(frozen=True)
class Dispute:
    """A contested point or a line drawn by guidance, with both of its sides."""

    key: str
    title: str
    kind: str
    contested: bool
    why: str
    sides: tuple[DisputeSide, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Penalty:
    """The ceiling of a fine in words."""

    words: str
    since: date | None
    lower_when: Outline | None
    sources: tuple[Source, ...]
    note: str


def dispute(atlas: Atlas, key: str, days: Days) -> Dispute:
    """A reading with its two sides, as they read on the two days."""
    switch = atlas.book.readings[key]
    contested = isinstance(switch, Contested)
    cites = switch.cites if isinstance(switch, Contested) else (switch.cite,)
    return Dispute(
        key=key,
        title=naming.title_of(atlas, ("readings", key)),
        kind=naming.reading_kind(switch),
        contested=contested,
        why=switch.why,
        sides=_sides(switch, days),
        sources=sources(atlas.book, cites),
    )


_IF_FOLLOWED = (gettext_lazy("If it is followed"), gettext_lazy("If it is not"))


def _sides(switch: Contested | Guidance, days: Days) -> tuple[DisputeSide, ...]:
    if isinstance(switch, Contested):
        named = zip("AB", (switch.a, switch.b), strict=True)
        return tuple(DisputeSide(n, naming.capital(s.label), condition(s.condition, days)) for n, s in named)
    labels = (_("Worked out from the answers"), _("Taken as given")) if switch.assumed else _IF_FOLLOWED
    pairs = ((labels[0], switch.followed), (labels[1], switch.ignored))
    return tuple(DisputeSide("", str(label), condition(side, days)) for label, side in pairs)


def penalty(book: Rulebook, fine: Fine | None, days: Days) -> Penalty | None:
    """The fine behind a duty, if one is written for it."""
    if fine is None:
        return None
    lower = condition(fine.lower_when, days) if fine.lower_when is not None else None
    return Penalty(naming.fine_words(fine), fine.since, lower, sources(book, fine.cites), fine.note)


def removals(versions: tuple[Version, ...], days: Days) -> tuple[Removal, ...]:
    """The carve-outs of all wordings, each once."""
    found: dict[str, CarveOut] = {c.id: c for v in versions for c in v.unless}
    return tuple(Removal(unfolded(carve_out, days), _only(versions, carve_out)) for carve_out in found.values())


def _only(versions: tuple[Version, ...], carve_out: CarveOut) -> str:
    listing = [v for v in versions if carve_out in v.unless]
    if len(listing) == len(versions):
        return ""
    starts = ", ".join(dict.fromkeys(day_words(v.since) for v in listing))
    return _("Only in the wording in law from %(days)s.") % {"days": starts}


def delays(book: Rulebook, versions: tuple[Version, ...], days: Days) -> tuple[Delay, ...]:
    """The transitions of all wordings, each once."""
    found = dict.fromkeys(t for v in versions for t in v.transitions)
    return tuple(Delay(t, naming.start_words(t), condition(t.when, days), sources(book, t.cites)) for t in found)


def _steps(book: Rulebook, duty: Obligation, days: Days) -> tuple[StepLine, ...]:
    return tuple(
        StepLine(
            id=step.id,
            text=step.text,
            rhythm=str(naming.RHYTHMS[step.when]),
            kind=str(naming.STEP_KINDS[step.kind]),
            evidence=step.evidence,
            note=step.note,
            source=source(book, step.pinpoint),
            only_if=condition(step.only_if, days) if step.only_if is not None else None,
        )
        for step in duty.steps
    )


@dataclass(frozen=True)
class Related:
    """What a rule rests on and where it is tested: disputes, facts, definitions, worked examples."""

    disputes: tuple[Dispute, ...]
    facts: tuple[Entry, ...]
    definitions: tuple[Entry, ...]
    params: tuple[Entry, ...]
    examples: tuple[Worked, ...]


def related(atlas: Atlas, node: Node, days: Days) -> Related:
    """Everything a rule rests on, through definitions and carve-outs."""
    return Related(
        disputes=tuple(dispute(atlas, key, days) for key in atlas.reached(node, "readings")),
        facts=entries(atlas, "facts", atlas.reached(node, "facts")),
        definitions=entries(atlas, "definitions", atlas.reached(node, "definitions")),
        params=entries(atlas, "params", atlas.reached(node, "params")),
        examples=mentioning(node),
    )


def duty_page(atlas: Atlas, key: str, days: Days) -> Mapping[str, Any]:
    """Everything about one duty."""
    book = atlas.book
    duty = book.obligations[key]
    instrument = book.instruments[duty.instrument]
    return {
        "duty": duty,
        "instrument": instrument,
        "force": duty.force or instrument.force,
        "wordings": wordings(book, duty.versions, days),
        "removals": removals(duty.versions, days),
        "delays": delays(book, duty.versions, days),
        "steps": _steps(book, duty, days),
        "penalty": penalty(book, duty.penalty, days),
        "rhythm": naming.RHYTHMS[duty.deadline.kind],
        "deadline_source": source(book, duty.deadline.cite) if duty.deadline.cite else None,
        "sources": sources(book, (cite for version in duty.versions for cite in version.cites)),
        "unverified": any(not c.grade.verified for v in duty.versions for c in v.cites),
        "related": related(atlas, ("duties", key), days),
        "also_serves": also_serves(book, key),
        "crumb": entry(atlas, ("instruments", instrument.id)),
    }


# --- The other kinds ----------------------------------------------------------------------------------------------
def definition_page(atlas: Atlas, key: str, days: Days) -> Mapping[str, Any]:
    """A legal concept: how it is built, and where it is used."""
    definition, node = atlas.book.definitions[key], ("definitions", key)
    return {
        "definition": definition,
        "wordings": wordings(atlas.book, definition.versions, days),
        "removals": removals(definition.versions, days),
        "related": related(atlas, node, days),
        "used": _used(atlas, node),
        "decides": entries(atlas, "duties", atlas.resting_on(node)),
    }


def _used(atlas: Atlas, node: Node) -> tuple[Entry, ...]:
    return tuple(entry(atlas, user) for user in atlas.users.get(node, ()) if user[0] != "readings")


def carve_out_page(atlas: Atlas, key: str, days: Days) -> Mapping[str, Any]:
    """An exception: when it is available, what it removes and keeps, where it is lost, what it takes away itself."""
    carve_out, node = atlas.book.carve_outs[key], ("carve-outs", key)
    return {
        "carve_out": carve_out,
        "exempting": unfolded(carve_out, days),
        "removes": entries(atlas, "duties", atlas.removed_by(key)),
        "keeps": entries(atlas, "duties", atlas.kept_by(key)),
        "narrows": entries(atlas, "definitions", (k for kind, k in atlas.users.get(node, ()) if kind == "definitions")),
        "takes_away": entries(atlas, "carve-outs", atlas.lost_in(key)),
        "sources": sources(atlas.book, carve_out.cites),
        "related": related(atlas, node, days),
        "decides": entries(atlas, "duties", atlas.resting_on(node)),
    }


def transition_page(atlas: Atlas, key: str, days: Days) -> Mapping[str, Any]:
    """A later first day for some: whom it covers and which duties wait."""
    transition, node = atlas.book.transitions[key], ("transitions", key)
    return {
        "transition": transition,
        "start": naming.start_words(transition),
        "published": atlas.book.published(transition),
        "when": condition(transition.when, days),
        "sources": sources(atlas.book, transition.cites),
        "used": _used(atlas, node),
        "related": related(atlas, node, days),
    }


def fact_page(atlas: Atlas, key: str, days: Days) -> Mapping[str, Any]:
    """A question: what it asks, what answers it, which rules it can decide."""
    fact, node = atlas.book.facts[key], ("facts", key)
    return {
        "fact": fact,
        "kind_of_answer": naming.ANSWERS[fact.kind],
        "source": source(atlas.book, fact.cite) if fact.cite else None,
        "used": _used(atlas, node),
        "decides": entries(atlas, "duties", atlas.resting_on(node)),
        "definitions": entries(atlas, "definitions", atlas.resting_on(node, "definitions")),
        "examples": mentioning(node),
    }


@dataclass(frozen=True)
class Value:
    """One value of a figure on both clocks."""

    words: str
    since: date
    published: date
    current: bool
    known: bool
    source: Source


def param_page(atlas: Atlas, key: str, days: Days) -> Mapping[str, Any]:
    """A figure of the law: every value it has had, and what hangs on it."""
    param, node = atlas.book.params[key], ("params", key)
    return {
        "param": param,
        "values": _values(atlas.book, param, days),
        "used": _used(atlas, node),
        "decides": entries(atlas, "duties", atlas.resting_on(node)),
        "definitions": entries(atlas, "definitions", atlas.resting_on(node, "definitions")),
    }


def _values(book: Rulebook, param: Param, days: Days) -> tuple[Value, ...]:
    known = [d for d in param.history if (d.published_on or d.since) <= days.known_on]
    reached = [d for d in known if d.since <= days.as_of]
    return tuple(
        Value(
            words=naming.figure(dated.value, param.unit),
            since=dated.since,
            published=dated.published_on or dated.since,
            current=bool(reached) and dated is reached[-1],
            known=dated in known,
            source=source(book, dated.cite),
        )
        for dated in param.history
    )


def reading_page(atlas: Atlas, key: str, days: Days) -> Mapping[str, Any]:
    """A contested point or a line of guidance: its sides, and which findings can turn on it."""
    node = ("readings", key)
    return {
        "dispute": dispute(atlas, key, days),
        "used": _used(atlas, node),
        "decides": entries(atlas, "duties", atlas.resting_on(node)),
        "examples": mentioning(node),
    }


@dataclass(frozen=True)
class Stage:
    """A step in the life of an instrument on both clocks."""

    on: date
    published: date
    state: str
    note: str
    source: Source | None
    reached: bool
    known: bool


def instrument_page(atlas: Atlas, key: str, days: Days) -> Mapping[str, Any]:
    """A law or code: where it stands, its history, its duties in the order of the text."""
    book, instrument = atlas.book, atlas.book.instruments[key]
    return {
        "instrument": instrument,
        "state": naming.STATES[instrument.state(days.as_of, days.known_on)],
        "published_yet": instrument.published_on <= days.known_on,
        "stages": _stages(book, instrument, days),
        "challenges": book.challenges(instrument, days.known_on),
        "sources": sources(book, instrument.sources),
        "duties": _in_order(atlas, instrument),
        "definitions": _citing(atlas, "definitions", key),
        "carve_outs": _citing(atlas, "carve-outs", key),
        "params": _citing(atlas, "params", key),
        "transitions": _citing(atlas, "transitions", key),
    }


def _stages(book: Rulebook, instrument: Instrument, days: Days) -> tuple[Stage, ...]:
    return tuple(
        Stage(
            on=status.on,
            published=status.published_on or status.on,
            state=str(naming.STATES[status.state]),
            note=status.note,
            source=source(book, status.cite) if status.cite else None,
            reached=status.on <= days.as_of,
            known=(status.published_on or status.on) <= days.known_on,
        )
        for status in instrument.status
    )


def _in_order(atlas: Atlas, instrument: Instrument) -> tuple[Entry, ...]:
    duties = [d for d in atlas.book.obligations.values() if d.instrument == instrument.id]
    return entries(atlas, "duties", (duty.id for duty in sorted(duties, key=text_order)))


def text_order(duty: Obligation) -> tuple[bool, tuple[tuple[int, str], ...]]:
    """Where a duty stands in the text of its instrument: articles by number, then annexes and the rest."""
    pinpoint = duty.versions[0].cites[0].pinpoint
    digits = "".join(c if c.isalnum() else " " for c in pinpoint).split()
    return not pinpoint.startswith("Art"), tuple((int(d), "") if d.isdigit() else (0, d) for d in digits)


def _citing(atlas: Atlas, kind: str, instrument: str) -> tuple[Entry, ...]:
    keys = (key for key in atlas.pieces[kind] if any(c.instrument == instrument for c in atlas.cites((kind, key))))
    return entries(atlas, kind, keys)


PAGES = {
    "instruments": instrument_page,
    "duties": duty_page,
    "definitions": definition_page,
    "carve-outs": carve_out_page,
    "transitions": transition_page,
    "facts": fact_page,
    "params": param_page,
    "readings": reading_page,
}


@lru_cache(maxsize=512)
def page(atlas: Atlas, node: Node, days: Days, example_stamp: tuple[str, ...]) -> Mapping[str, Any]:
    """What the page of a piece shows. `example_stamp` names the worked examples at hand, so that new ones show."""
    del example_stamp
    return PAGES[node[0]](atlas, node[1], days)
