"""Council of Europe Framework Convention on AI (CETS 225): binds states; when it does is worked out from deposits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from apps.rules.engine import (
    ALWAYS,
    Cite,
    Deadline,
    Expr,
    Grade,
    Obligation,
    State,
    Status,
    Step,
    StepKind,
    Topic,
    Transition,
    Version,
    When,
)
from apps.rules.law.facts.organisation import seat
from apps.rules.law.facts.system import system_roles
from apps.rules.law.facts.use import users
from apps.rules.law.international.common import Binding, Life, instrument, no_carve_out

ADOPTED = date(2024, 5, 17)
OPENED = date(2024, 9, 5)
SEEN = date(2026, 5, 31)

ALL_NEEDED, MEMBER_STATES_NEEDED, MONTHS_OF_WAITING = 5, 3, 3


@dataclass(frozen=True)
class Deposit:
    """A party's expression of consent to be bound. Only states of the Council of Europe count as member states."""

    party: str
    on: date
    member_state: bool
    published_on: date | None = None

    @property
    def known_on(self) -> date:
        """When it could be known."""
        return self.published_on or self.on


# The European Union counts among the five, and is no member state.
DEPOSITS: tuple[Deposit, ...] = (Deposit("European Union", date(2026, 5, 15), member_state=False),)

SIGNATORIES = (
    "Andorra",
    "Armenia",
    "Bosnia and Herzegovina",
    "Canada",
    "European Union",
    "Georgia",
    "Iceland",
    "Israel",
    "Japan",
    "Liechtenstein",
    "Moldova",
    "Montenegro",
    "Norway",
    "San Marino",
    "Switzerland",
    "Ukraine",
    "United Kingdom",
    "United States",
    "Uruguay",
)


def decisive_deposit(deposits: Sequence[Deposit]) -> Deposit | None:
    """The deposit with which five have consented, three member states among them; None as long as there is none."""
    ordered = sorted(deposits, key=lambda deposit: deposit.on)
    for number, deposit in enumerate(ordered, start=1):
        if number >= ALL_NEEDED and sum(d.member_state for d in ordered[:number]) >= MEMBER_STATES_NEEDED:
            return deposit
    return None


def in_force_after(day: date) -> date:
    """The first day of the month that follows the end of three months from `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 + MONTHS_OF_WAITING + 1, 12)
    return date(year, month + 1, 1)


def entry_into_force(deposits: Sequence[Deposit], known_on: date = date.max) -> date | None:
    """The day of entry into force as known on a day; None as long as too few have consented."""
    decisive = decisive_deposit([d for d in deposits if d.known_on <= known_on])
    return in_force_after(decisive.on) if decisive else None


def _cite(pinpoint: str, grade: Grade = Grade.O) -> Cite:
    return Cite(instrument="INT-COE225", pinpoint=pinpoint, grade=grade, checked_on=SEEN)


def life(deposits: Sequence[Deposit]) -> tuple[Status, ...]:
    """Each deposit as a step in the life of the treaty, and its entry into force once it is known."""
    steps = [
        Status(
            on=d.on,
            state=State.ADOPTED,
            note=f"{d.party}: consent deposited",
            cite=_cite("Art. 30", Grade.S),
            published_on=d.known_on,
        )
        for d in sorted(deposits, key=lambda deposit: deposit.on)
    ]
    starts, known = entry_into_force(deposits), _known(deposits)
    if starts and known:
        steps.append(
            Status(on=starts, state=State.IN_FORCE, note="in force", cite=_cite("Art. 30"), published_on=known)
        )
    return tuple(steps)


def _known(deposits: Sequence[Deposit]) -> date | None:
    """The first day on which entry into force is certain."""
    days = sorted(deposit.known_on for deposit in deposits)
    return next((day for day in days if entry_into_force(deposits, day)), None)


WAITS = Transition(
    id="int-coe225-waits",
    title="The convention is not in force",
    when=ALWAYS,
    applies_from=None,
    event="five have consented, three member states of the Council of Europe among them",
    cites=(_cite("Art. 30"),),
)


def versions(deposits: Sequence[Deposit], when: Expr, cite: Cite) -> tuple[Version, ...]:
    """The wording as long as entry into force is not certain, and from the day on which it is."""
    starts, known = entry_into_force(deposits), _known(deposits)
    first = Version(since=OPENED, when=when, cites=(cite,), transitions=(WAITS,), replaced_on=known)
    if starts is None:
        return (first,)
    return first, Version(since=starts, when=when, cites=(cite,), published_on=known)


COE225 = instrument(
    "INT-COE225",
    "Framework Convention on Artificial Intelligence and Human Rights, Democracy and the Rule of Law",
    "Council of Europe AI Convention",
    Binding.TREATY,
    "CETS No. 225",
    "Binds the states and the EU that join it; companies only through national law. Not in force on what was last seen "
    "(late May 2026): five must have consented, three member states of the Council of Europe among them, and three "
    "months and the rest of a month must have passed. The EU alone is known to have, and it is no member state. About "
    "20 have signed. The EU carries it out through the AI Act.",
    no_carve_out(
        "No clause on open source. Research that is not yet made available is outside, unless tests can touch rights "
        "(not verified)."
    ),
    Life(ADOPTED, "adopted", Grade.O, State.ADOPTED),
    Life(OPENED, "opened for signature in Vilnius", Grade.O, State.ADOPTED),
    extra=life(DEPOSITS),
    seen_on=SEEN,
    enforcer="nobody, for companies; each party's own law",
    url="https://www.coe.int/en/web/conventions/full-list?module=treaty-detail&treatynum=225",
)

# Signed by the United States and not ratified: nothing is expected of those established there.
_SOMEWHERE_ELSE: Expr = ~seat.is_("us")
_FOR_AUTHORITIES: Expr = users.any_of(
    "law_enforcement", "border_authority", "judicial", "public_authority", "eu_body", "for_authority"
)
_OFFERS: Expr = system_roles.any_of(
    "provider", "first_provider", "takes_over", "product_manufacturer", "supplier", "importer", "distributor"
)

watch = Obligation(
    id="INT-COE-1",
    title="Nothing to do: watch national law that carries out the convention",
    must="Do nothing for the convention itself: it puts no duty on developers. Watch the law by which each country "
    "that joins carries it out.",
    who="developer",
    topic=Topic.COOPERATION,
    versions=versions(DEPOSITS, _SOMEWHERE_ELSE, _cite("Art. 3")),
    deadline=Deadline(kind=When.ON_EVENT, text="On entry into force, for each country."),
    evidence="note on national law",
)
public_buyers = Obligation(
    id="INT-COE-2",
    title="Expect contract terms from public buyers",
    must="Expect terms on documentation, notice to the people affected, challenge and remedy, and impact assessment in "
    "contracts with public bodies of countries that have joined.",
    who="supplier to public bodies",
    topic=Topic.COOPERATION,
    versions=versions(DEPOSITS, _SOMEWHERE_ELSE & _OFFERS & _FOR_AUTHORITIES, _cite("Arts 8 and 14 to 16", Grade.M)),
    deadline=Deadline(kind=When.ON_EVENT, text="As the contract says."),
    evidence="impact assessment, contract terms",
    steps=(
        Step(
            id="INT-COE-2/huderia",
            text="Use the HUDERIA method of November 2024 for the assessment, if you like: it is optional.",
            pinpoint=_cite("Art. 16", Grade.M),
            when=When.BEFORE_MARKET,
            evidence="impact assessment",
            kind=StepKind.OPTION,
        ),
    ),
)
