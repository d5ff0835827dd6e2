"""One sentence for each jurisdiction: what the model and its maker count as there, and how many duties follow."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, ngettext

from apps.assessments import beside, places
from apps.assessments.marks import Count, is_duty, mark, tally
from apps.assessments.wording import since_words
from apps.rules.engine import Assessment, CarveOutState, Finding, Proof

MOST_ROLES = 2
MOST_WAITING = 3  # states with nothing but open duties that get a sentence each


@dataclass(frozen=True)
class Sentence:
    """What a jurisdiction asks, in one sentence, with the counts it sums up (binding duties only)."""

    jurisdiction: str
    text: str
    counts: tuple[Count, ...]


@dataclass(frozen=True)
class Concept:
    """A definition that findings rest on directly: what it came to (None: open) and whether only readings part it."""

    id: str
    statement: str
    denial: str
    value: bool | None
    contested: bool
    uses: int
    inner: frozenset[str]

    @property
    def is_role(self) -> bool:
        """Whether it says what the reader is, rather than what the model is."""
        return self.statement.startswith("you ")


def sentences(assessment: Assessment) -> tuple[Sentence, ...]:
    """One sentence for each jurisdiction with findings, in the order of their codes, states after their country.

    States that nothing reaches, or whose duties all hang on answers, share a sentence; a country without any link
    takes its states with it. What is voluntary comes last.
    """
    grouped: dict[str, list[Finding]] = defaultdict(list)
    for finding in assessment.findings:
        grouped[finding.instrument.jurisdiction].append(finding)
    voluntary = grouped.pop(beside.CODE, [])
    countries = [Sentence(code, text, ()) for code, text in _unlinked(assessment, grouped)]
    shared = _shared(assessment, {code: found for code, found in sorted(grouped.items()) if places.is_state(code)})
    told = {code for codes, _ in shared for code in codes}
    own = [
        Sentence(code, _sentence(assessment, code, found), tally(found))
        for code, found in grouped.items()
        if code not in told
    ]
    last = [Sentence(beside.CODE, beside.sentence(voluntary), tally(voluntary))] if voluntary else []
    by_code = sorted([*own, *countries], key=lambda sentence: sentence.jurisdiction)
    return (*by_code, *(Sentence("US", text, ()) for _, text in shared), *last)


def _unlinked(assessment: Assessment, grouped: dict[str, list[Finding]]) -> list[tuple[str, str]]:
    """Countries that nothing described touches, each with a sentence; taken out of `grouped` with their states."""
    told = []
    for country in [code for code in grouped if not places.is_state(code)]:
        codes = [code for code in grouped if code.partition("-")[0] == country]
        if places.without_link(assessment, country) and all(_unreached(grouped[code]) for code in codes):
            for code in codes:
                del grouped[code]
            template = (
                gettext("No duty in %(place)s or its states: you named no link to them.")
                if len(codes) > 1
                else gettext("No duty in %(place)s: you named no link to it.")
            )
            told.append((country, template % {"place": places.name(country)}))
    return told


def _unreached(findings: Iterable[Finding]) -> bool:
    """Whether no duty and no guidance of the place reaches the reader, or may."""
    found = list(findings)
    return {mark(f) for f in found if is_duty(f)} <= {"none"} and not any(True for _ in _soft(found))


def _shared(assessment: Assessment, states: dict[str, list[Finding]]) -> list[tuple[list[str], str]]:
    """States told of together: those waiting for answers, those reached by nothing, those without any link."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for code, findings in states.items():
        if _unreached(findings):
            kinds["unlinked" if places.without_link(assessment, code) else "nothing"].append(code)
        elif {mark(f) for f in findings if is_duty(f)} <= {"depends", "none"}:
            kinds["waiting"].append(code)
    if len(kinds["waiting"]) <= MOST_WAITING:
        kinds["waiting"] = []
    texts = {
        "waiting": lambda codes: _waiting(codes, states),
        "nothing": lambda codes: _nothing(assessment, codes, states),
        "unlinked": lambda codes: (
            gettext("No duty in %(states)s: you named no link to them.") % {"states": places.listed(codes)}
        ),
    }
    return [(codes, texts[kind](codes)) for kind in texts if (codes := kinds[kind])]


def _waiting(codes: list[str], states: dict[str, list[Finding]]) -> str:
    number = sum(1 for code in codes for f in states[code] if is_duty(f) and mark(f) == "depends")
    words = {"n": number, "states": places.listed(codes)}
    return (
        ngettext(
            "%(n)d duty in %(states)s depends on answers.", "%(n)d duties in %(states)s depend on answers.", number
        )
        % words
    )


def _nothing(assessment: Assessment, codes: list[str], states: dict[str, list[Finding]]) -> str:
    """Why nothing reaches the states: the answers or concepts that keep most of their rules away."""
    reasons = Counter(_keeps_away(assessment, f.because) for code in codes for f in states[code])
    why = [text for text, _ in reasons.most_common(MOST_ROLES) if text]
    words = {"states": places.listed(codes), "why": gettext("; or ").join(why)}
    return gettext("No duty in %(states)s: %(why)s.") % words


def _keeps_away(assessment: Assessment, proof: Proof) -> str:
    """The first part of a proof that says in words why a rule does not apply; a question left at none says so."""
    for child in proof.children:
        if child.kind == "group":
            return _keeps_away(assessment, child)
        if child.value is False or child.kind == "definition":
            return _left_at_none(assessment, child) or child.text
    return ""


def _left_at_none(assessment: Assessment, leaf: Proof) -> str:
    """In words that nothing was chosen from a list, rather than that one entry of it was not."""
    facts = [assessment.book.facts[key] for key in leaf.facts if leaf.kind == "fact"]
    empty = [fact.label for fact in facts if assessment.profile.values.get(fact.key) == frozenset()]
    return gettext("you chose nothing under “%(question)s”") % {"question": empty[0]} if empty else ""


def _sentence(assessment: Assessment, code: str, findings: list[Finding]) -> str:
    place = places.inside(code)
    duties = [f for f in findings if is_duty(f)]
    parts = [*_counts(duties), *_soft(findings)]
    standing = gettext(", and ").join(_standing(assessment, findings))
    counted = _series(parts) if parts else gettext("no duty reaches you")
    if not standing:
        return gettext("%(place)s: %(counts)s.") % {"place": place, "counts": counted}
    return gettext("%(place)s %(standing)s: %(counts)s.") % {"place": place, "standing": standing, "counts": counted}


def concepts(assessment: Assessment, findings: Iterable[Finding]) -> Iterator[Concept]:
    """The definitions that the findings rest on directly, most used first."""
    seen: Counter[str] = Counter()
    for finding in findings:
        seen.update({node.ref for node in _first_definitions(finding.because)})
    for ref, uses in seen.most_common():
        found = assessment.definitions[ref]
        inner = frozenset(p.ref for p in found.because.walk() if p.kind == "definition") - {ref}
        words = found.definition
        yield Concept(ref, words.statement, words.denial, found.value, found.contested, uses, inner)


def _first_definitions(proof: Proof) -> Iterator[Proof]:
    """Definition nodes that no other definition, carve-out or transition stands above."""
    for child in proof.children:
        if child.kind == "definition":
            yield child
        elif child.kind not in {"carve_out", "transition"}:
            yield from _first_definitions(child)


def _standing(assessment: Assessment, findings: list[Finding]) -> list[str]:
    """What the reader is and what the model counts as; open and contested points are said as such.

    What the reader is not explains that nothing follows; where duties follow, what brings them is said instead.
    """
    found = list(concepts(assessment, findings))
    roles = [c for c in found if c.is_role]
    held = _leading([c for c in roles if c.value], MOST_ROLES)
    if not held:
        return _without_role(assessment, findings, roles)
    implied = frozenset[str]().union(*(c.inner for c in held))
    classes = [c for c in found if not c.is_role and c.id not in implied and c.uses >= found[0].uses / 4]
    return [
        *(c.statement for c in held),
        *(c.statement for c in _leading([c for c in classes if c.value], 1)),
        *(_whether(c) for c in _leading([c for c in classes if c.value is None], 1)),
    ]


def _without_role(assessment: Assessment, findings: list[Finding], roles: list[Concept]) -> list[str]:
    """What brings a good part of the duties, and the role that a good part of the open ones hang on; else a denial."""
    duties = [f for f in findings if is_duty(f)]
    waiting = [f for f in duties if mark(f) in {"depends", "contested"}]
    reaching = [f for f in duties if mark(f) in {"applies", "upcoming", "exempt"}]
    brings = [c.statement for c in _weighty(assessment, reaching) if c.value]
    hangs = [_whether(c) for c in _weighty(assessment, waiting) if c.is_role and c.value is None]
    if reaching or waiting:
        return [*brings[:1], *hangs[:1]]
    return [roles[0].denial] if roles and roles[0].value is False else []


def _weighty(assessment: Assessment, findings: list[Finding]) -> list[Concept]:
    """The concepts that at least a third of the findings rest on directly."""
    return [c for c in concepts(assessment, findings) if c.uses >= len(findings) / 3]


def _leading(found: list[Concept], most: int) -> list[Concept]:
    """The most used concepts that do not follow from another one of them."""
    implied = frozenset[str]().union(*(c.inner for c in found))
    return [c for c in found if c.id not in implied][:most]


def _whether(concept: Concept) -> str:
    template = (
        gettext("it is contested whether %(what)s") if concept.contested else gettext("it is open whether %(what)s")
    )
    return template % {"what": concept.statement}


def _counts(duties: list[Finding]) -> Iterator[str]:
    """Clauses that count the duties by mark: now, by date, removed by which carve-out, open, contested."""
    by_mark = {count.kind: count.number for count in tally(duties)}
    counted = [(by_mark["applies"], gettext("now"))]
    counted += _upcoming([f for f in duties if mark(f) == "upcoming"])
    counted += _removed([f for f in duties if mark(f) == "exempt"])
    depends = by_mark["depends"]
    counted.append((depends, ngettext("depends on answers", "depend on answers", depends)))
    counted.append((by_mark["contested"], gettext("contested")))
    told = [(number, what) for number, what in counted if number]
    for place, (number, what) in enumerate(told):
        noun = ngettext("duty", "duties", number) if place == 0 else ""
        yield " ".join(part for part in (str(number), noun, what) if part)


def _upcoming(findings: list[Finding]) -> list[tuple[int, str]]:
    days: Counter[date | None] = Counter(f.applies_from for f in findings)
    ordered = sorted(days.items(), key=lambda pair: pair[0] or date.max)
    return [(number, since_words(start, date.min) or gettext("later")) for start, number in ordered]


def _removed(findings: list[Finding]) -> list[tuple[int, str]]:
    names: Counter[str] = Counter(_remover(f) for f in findings)
    return [(number, gettext("removed by “%(name)s”") % {"name": name}) for name, number in names.most_common()]


def _remover(finding: Finding) -> str:
    active = [c.carve_out.title for c in finding.carve_outs if c.state is CarveOutState.ACTIVE]
    return active[0] if active else gettext("an exception")


def _soft(findings: list[Finding]) -> Iterator[str]:
    """What guidance and voluntary codes add, apart from the duties."""
    soft = [f for f in findings if not is_duty(f) and not (f.obligation.force or f.instrument.force).binding]
    number = sum(1 for f in soft if mark(f) in {"applies", "upcoming"})
    if number:
        template = ngettext(
            "and %(n)d point of guidance or of a code beside them",
            "and %(n)d points of guidance or of codes beside them",
            number,
        )
        yield template % {"n": number}


def _series(parts: list[str]) -> str:
    """a, b and c; without "and" where the last part brings its own."""
    if len(parts) == 1 or parts[-1].startswith("and "):
        return " ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
    return gettext("%(first)s and %(last)s") % {"first": ", ".join(parts[:-1]), "last": parts[-1]}
