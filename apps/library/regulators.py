"""Who looks after AI in which field in the United Kingdom, under which instruments, and what the answer turns on.

There is no AI regulator there: each field has regulators of its own, who apply the law they have.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from apps.library.naming import Entry, entry

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from apps.library.atlas import Atlas


@dataclass(frozen=True)
class Field:
    """A field of use in the United Kingdom.

    `domains`: keys of the fields of use it belongs to, none where what is made matters and not the use. `outside`:
    what also counts and is not in the rulebook.
    """

    key: str
    name: str | Promise
    regulators: str | Promise
    instruments: tuple[str, ...]
    turns: str | Promise
    domains: tuple[str, ...] = ()
    outside: str | Promise = ""


def _ids(text: str) -> tuple[str, ...]:
    return tuple(text.split())


UK_FIELDS: Final[tuple[Field, ...]] = (
    Field(
        "models",
        _("Making general-purpose models"),
        _("Information Commission, CMA, Intellectual Property Office, AI Security Institute (voluntary), export unit"),
        _ids("UK-GDPR UK-COPYRIGHT UK-NSIA UK-EXPORT UK-AISI INT-SEOUL UK-AICYBER UK-CPA2026"),
        _(
            "Whether data about people train it; whether training runs in the country; whether it is research alone; "
            "whether listed hardware is exported; whether the pledge of Seoul was signed."
        ),
        _ids("research coding"),
    ),
    Field(
        "weights",
        _("Releasing weights, running a hub"),
        _("Information Commission, Ofcom for hubs, police"),
        _ids("UK-GDPR UK-OSA UK-CPA2026 UK-COPYRIGHT UK-EXPORT"),
        _("Whether users upload models or outputs; whether an adapter was made for abuse images."),
    ),
    Field(
        "chatbots",
        _("Chatbots, assistants, companions"),
        _("Ofcom, Information Commission, CMA"),
        _ids("UK-OSA UK-OSA-CHATBOT UK-DMCC UK-CRA UK-AADC UK-GDPR"),
        _(
            "Whether users share outputs or publish bots; whether it searches the live web; whether it can make "
            "pornography; whether children are likely to use it; whether it is paid for."
        ),
        _ids("assistants companions agents language-tools"),
    ),
    Field(
        "generators",
        _("Pictures, video and voice"),
        _("Ofcom, police, Information Commission, Advertising Standards Authority"),
        _ids("UK-OSA UK-INTIMATE UK-CPA2026 UK-COPYRIGHT UK-ADS"),
        _("Whether it is made to undress people; whether real people are shown; whether outputs are shared."),
        _ids("synthetic-media games"),
    ),
    Field(
        "search",
        _("AI search and answers"),
        _("Ofcom, CMA, Information Commission"),
        _ids("UK-OSA UK-DMCC"),
        _("Whether it searches more than one site or database; whether people there use it."),
        _ids("recommenders written-media"),
    ),
    Field(
        "hiring",
        _("Hiring and staff"),
        _("Information Commission, Equality and Human Rights Commission, tribunals"),
        _ids("UK-ADM UK-GDPR UK-EQA UK-EMP"),
        _("Whether it rejects or ranks with nobody really deciding; whether it infers sensitive data."),
        _ids("recruitment workers"),
    ),
    Field(
        "biometrics",
        _("Watching workers, biometrics"),
        _("Information Commission"),
        _ids("UK-GDPR UK-EMP"),
        _("Whether it identifies people by their bodies; whether there is another way; whether impact was assessed."),
        _ids("workers biometric-identification biometric-categorisation emotion-recognition"),
    ),
    Field(
        "finance",
        _("Credit, insurance, payments"),
        _("FCA, PRA, Information Commission, Equality and Human Rights Commission"),
        _ids("UK-FCA UK-PRA UK-ADM UK-EQA UK-CTP"),
        _("Whether the firm is authorised; retail customers; internal models; decisions by machine alone."),
        _ids("credit-scoring insurance fraud service-analytics"),
    ),
    Field(
        "finance-vendors",
        _("AI vendors and clouds for finance"),
        _("Treasury, Bank of England, PRA, FCA"),
        _ids("UK-CTP UK-FCA UK-PRA"),
        _("Whether the Treasury has named the vendor; what contracts pass on."),
    ),
    Field(
        "health",
        _("Diagnosis, triage, medical notes"),
        _("MHRA, Information Commission, Care Quality Commission, NHS England"),
        _ids("UK-MDR UK-GDPR"),
        _("Whether it has a medical purpose; Great Britain or Northern Ireland; use in the NHS in England."),
        _ids("medical emergencies"),
        _("Clinical safety standards DCB0129 and DCB0160."),
    ),
    Field(
        "education",
        _("Schools and universities"),
        _("Department for Education, Information Commission, Ofsted, Ofqual"),
        _ids("UK-GDPR UK-AADC UK-EQA"),
        _("Whether pupils are under 18; whether it decides marks or admission."),
        _ids("education proctoring"),
        _("The department's safety standards for generative AI products."),
    ),
    Field(
        "government",
        _("Government services and benefits"),
        _("Information Commission, Government Digital Service, Equality and Human Rights Commission, courts"),
        _ids("UK-ATRS UK-PSED UK-ADM UK-PROC UK-GDPR"),
        _("Whether it is a central body; whether it weighs in decisions or meets the public; sensitive data."),
        _ids("benefits migration"),
        _("Human Rights Act 1998."),
    ),
    Field(
        "local",
        _("Councils, police, NHS bodies"),
        _("Information Commission, Equality and Human Rights Commission"),
        _ids("UK-PSED UK-ADM UK-LEP"),
        _("Whether it is a public authority; whether it works against crime. Algorithm records are voluntary."),
        _ids("benefits law-enforcement"),
    ),
    Field(
        "policing",
        _("Policing, facial recognition"),
        _("Information Commission, courts"),
        _ids("UK-LEP UK-PSED"),
        _("Whether there are rules on watch lists; whether the software was tested for bias."),
        _ids("law-enforcement biometric-identification"),
    ),
    Field(
        "vehicles",
        _("Self-driving and transport"),
        _("Vehicle Certification Agency, DVSA, Department for Transport"),
        _ids("UK-AVA UK-NSIA"),
        _("Whether it is meant to travel on its own; how it is advertised."),
        _ids("vehicles"),
    ),
    Field(
        "robots",
        _("Robots, drones, industry"),
        _("Health and Safety Executive, OPSS, Civil Aviation Authority"),
        _ids("UK-NSIA"),
        _("Whether people work beside it; whether it is advanced robotics under investment law."),
        _ids("machinery"),
        _("Health and Safety at Work etc. Act 1974; Supply of Machinery (Safety) Regulations 2008."),
    ),
    Field(
        "devices",
        _("Smart devices and toys"),
        _("OPSS, Information Commission"),
        _ids("UK-PSTI UK-AADC"),
        _("Whether it is a connected product for consumers."),
        _ids("toys radio"),
    ),
    Field(
        "cyber",
        _("Security tools, offensive AI"),
        _("NCSC (guidance), police, Investment Security Unit"),
        _ids("UK-CRIM UK-NSIA UK-AICYBER"),
        _("Whether it was built for crime, or believed likely to be used for it."),
        _ids("filters coding"),
    ),
    Field(
        "clouds",
        _("Clouds, data centres, managed services"),
        _("Information Commission, Ofcom"),
        _ids("UK-NIS"),
        _("Whether it is a digital service of some size; how many megawatts, under the bill."),
        _ids("infrastructure"),
    ),
    Field(
        "marketing",
        _("Marketing and adverts"),
        _("Advertising Standards Authority, CMA, Information Commission"),
        _ids("UK-ADS UK-DMCC UK-GDPR"),
        _("Whether claims on AI are proven; people can always object to direct marketing."),
        _ids("advertising"),
        _("Privacy and Electronic Communications Regulations 2003; fines at UK GDPR level since 5 February 2026."),
    ),
    Field(
        "elections",
        _("Elections and politics"),
        _("Electoral Commission, police"),
        _ids("UK-ELECTIONS UK-GDPR"),
        _("Whether material needs an imprint; political opinions are sensitive data."),
        _ids("elections"),
    ),
    Field(
        "legal",
        _("Legal services"),
        _("Solicitors Regulation Authority, Legal Services Board, courts"),
        _ids("UK-GDPR UK-GROWTHLAB"),
        _("Whether the work is reserved to lawyers."),
        _ids("justice"),
        _("Rules of the professions."),
    ),
    Field(
        "energy",
        _("Energy and utilities"),
        _("Ofgem"),
        _ids("UK-NIS"),
        _("Whether the firm is licensed."),
        _ids("infrastructure"),
        _("Licences of the sector and Ofgem's guidance on AI."),
    ),
    Field(
        "homes",
        _("Homes"),
        _("Equality and Human Rights Commission, Information Commission"),
        _ids("UK-EQA UK-GDPR UK-ADM"),
        _("Whether it decides who gets a home, and whether anybody else really decides."),
        _ids("housing"),
    ),
    Field(
        "deals",
        _("Buying into an AI company"),
        _("Investment Security Unit (Cabinet Office), CMA"),
        _ids("UK-NSIA"),
        _("Whether more than a quarter is bought; whether the firm works there on tracking, robots or security."),
        (),
        _("Merger control under the Enterprise Act 2002."),
    ),
)


@dataclass(frozen=True)
class ShownField:
    """A field with its instruments as entries of the rulebook."""

    field: Field
    instruments: tuple[Entry, ...]


def shown_fields(atlas: Atlas) -> tuple[ShownField, ...]:
    """Every field, ready to show. KeyError names an instrument that the rulebook does not have."""
    known = atlas.book.instruments
    return tuple(
        ShownField(field, tuple(entry(atlas, ("instruments", known[id_].id)) for id_ in field.instruments))
        for field in UK_FIELDS
    )


def fields_of(domain: str) -> tuple[Field, ...]:
    """The British fields that a field of use belongs to."""
    return tuple(field for field in UK_FIELDS if domain in field.domains)
