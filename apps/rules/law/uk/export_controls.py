"""Strategic export controls: chips, technology, uses and receivers. No list entry for weights was found."""

from __future__ import annotations

from datetime import date

from apps.rules.engine import (
    NEVER,
    CarveOut,
    Cite,
    Dated,
    Deadline,
    Expr,
    Force,
    Grade,
    Param,
    Reading,
    Relief,
    State,
    Topic,
    Version,
    When,
    contested,
)
from apps.rules.law.acts import Happening, duty, instrument
from apps.rules.law.facts.uk_exports import uk_chip_tpp, uk_exports
from apps.rules.law.facts.uk_market import uk_activities
from apps.rules.law.uk.common import GREAT_BRITAIN, IN_THE_COUNTRY, NORTHERN_IRELAND

ORDER_FROM = date(2009, 4, 6)
NATIONAL_ENTRIES_FROM = date(2024, 4, 1)
ANNEX_FROM = date(2025, 12, 16)

EXPORT = instrument(
    "UK-EXPORT",
    "Export Control Act 2002, Export Control Order 2008, dual-use list",
    "UK export controls",
    Force.STATUTE,
    "2002 c. 28; SI 2008/3231; assimilated Regulation (EC) 428/2009; SI 2025/1197",
    "Since 16 December 2025 chips of a total processing performance of 6,000 or more (entry 3A501.a.16) and computers "
    "with them (4A507) need a licence to leave Great Britain. Citing PL9013 to PL9015 is wrong since that day. No "
    "entry for weights or training runs was found; the software and technology entries were not read in full. "
    "Northern Ireland follows the EU list.",
    "Software and technology in the public domain are outside the lists: the one real relief for openness in British "
    "law. Controls on uses and receivers, and sanctions, stay.",
    Happening(ORDER_FROM, State.IN_FORCE, "Export Control Order (day from memory)", Grade.M),
    Happening(NATIONAL_ENTRIES_FROM, State.IN_FORCE, "national entries PL9013 to PL9015"),
    Happening(ANNEX_FROM, State.IN_FORCE, "500-series entries replace them", Grade.P, "SI 2025/1197 regs 4(3), 9"),
    relief=Relief.FUNCTIONAL,
    enforcer="Export Control Joint Unit; HM Revenue and Customs",
    url="https://www.legislation.gov.uk/uksi/2025/1197",
    jurisdiction="UK",
)
OLD_ENTRIES = instrument(
    "UK-EXPORT-PL9013",
    "National export entries PL9013, PL9014 and PL9015",
    "Export entries PL9013 to PL9015",
    Force.HISTORY,
    "Export Control (Amendment) Regulations 2024",
    "Deleted. They held from 1 April 2024 to 15 December 2025; their subjects moved to the 500-series of the dual-use "
    "list. The lines they drew were not read.",
    "Public-domain software was outside them, too.",
    Happening(NATIONAL_ENTRIES_FROM, State.IN_FORCE, "added"),
    Happening(ANNEX_FROM, State.REPEALED, "deleted", Grade.P, "SI 2025/1197 reg. 4(3)"),
    jurisdiction="UK",
)

chip_line = Param(
    id="uk_export_tpp",
    title="Total processing performance from which chips need an export licence",
    unit="TPP",
    history=(
        Dated(
            since=ANNEX_FROM,
            value=6000,
            cite=Cite(instrument="UK-EXPORT", pinpoint="3A501.a.16", grade=Grade.P),
        ),
    ),
)
_CHIPS: Expr = uk_exports.includes("chips")
_example_line = contested(
    key="uk-tpp-example",
    why="A technical note gives 300 TFLOPS at 16 bits as an example of 6,000, but its own formula makes that 4,800. "
    "Chips between the two lines want a lawyer's look.",
    a=Reading("what matches the example is controlled", uk_chip_tpp >= 4800),
    b=Reading("only the formula and the line of 6,000 count", NEVER),
    cites=(Cite(instrument="UK-EXPORT", pinpoint="3A501.a.16, Technical Note 2", grade=Grade.P),),
)
_old_chips = contested(
    key="uk-old-chip-entries",
    why="Which chips the national entries of April 2024 to December 2025 reached was not read.",
    a=Reading("the chips were listed", _CHIPS),
    b=Reading("they were not", NEVER),
    cites=(Cite(instrument="UK-EXPORT", pinpoint="PL9013-PL9015", grade=Grade.S),),
)
_SENDS: Expr = IN_THE_COUNTRY & uk_activities.includes("exports")
_PUBLIC: Expr = uk_exports.includes("public_domain")
_northern_chips = contested(
    key="uk-northern-ireland-chips",
    why="From Northern Ireland the EU list decides, and whether it lists such chips was not read.",
    a=Reading("the EU list names them", NORTHERN_IRELAND & _CHIPS),
    b=Reading("it does not", NEVER),
    cites=(Cite(instrument="UK-EXPORT", pinpoint="SI 2025/1197 reg. 1(4)", grade=Grade.P),),
)
_STRONG_CHIPS: Expr = (GREAT_BRITAIN & _CHIPS & ((uk_chip_tpp >= chip_line) | _example_line)) | _northern_chips

PUBLIC_DOMAIN = CarveOut(
    id="uk-export-public-domain",
    title="Public-domain software, technology and basic research (United Kingdom)",
    when=_PUBLIC & ~uk_exports.any_of("listed", "chips"),
    cites=(Cite(instrument="UK-EXPORT", pinpoint="SI 2008/3231 art. 18; General Notes", grade=Grade.M),),
    removes="list-based export control",
    keeps="controls on weapons and military uses, sanctions, and screening",
    note="Only what anybody may pass on counts; publishing one thing frees nothing kept back.",
)


def _wording(since: date, until: date, listed: Expr) -> Version:
    cite = Cite(instrument="UK-EXPORT", pinpoint="SI 2008/3231, list in force then", grade=Grade.S)
    return Version(
        since=since,
        until=until,
        when=_SENDS & (listed | _PUBLIC),
        cites=(cite,),
        unless=(PUBLIC_DOMAIN,),
        published_on=since,
    )


_PENALTY = "Civil and compound penalties; up to 10 years for deliberate evasion (from memory)."

classify = duty(
    EXPORT,
    "UK-EXP-1",
    "Classify what leaves, and get a licence where it is listed",
    "Work out whether chips, computers, software or technology are on the list, and get a licence or register for an "
    "open general one before they leave, electronically too.",
    "exporter",
    Topic.SECURITY,
    ANNEX_FROM,
    _SENDS & (uk_exports.includes("listed") | _STRONG_CHIPS | _PUBLIC),
    "3A501.a.16, 4A507; SI 2025/1197",
    Grade.P,
    Deadline(kind=When.ON_EVENT, text="Before each export."),
    "licence, classification memo",
    _PENALTY,
    (
        "formula",
        "Compute: 2 x MacTOPS x bits, summed over units; in datasheets TOPS or TFLOPS x bits, dense.",
        "3A501.a.16, Technical Notes",
        When.ON_EVENT,
        "calculation",
    ),
    unless=(PUBLIC_DOMAIN,),
    published_on=ANNEX_FROM,
    earlier=(
        _wording(ORDER_FROM, NATIONAL_ENTRIES_FROM, uk_exports.includes("listed")),
        _wording(NATIONAL_ENTRIES_FROM, ANNEX_FROM, uk_exports.includes("listed") | _old_chips),
    ),
    note="From Northern Ireland the EU list decides.",
)
screen = duty(
    EXPORT,
    "UK-EXP-2",
    "Screen receivers and uses",
    "Check who receives it and for what. Weapons of mass destruction, military uses under embargo, repression and "
    "sanctioned parties are barred or need a licence, listed or not.",
    "exporter",
    Topic.SECURITY,
    ORDER_FROM,
    _SENDS,
    "SI 2008/3231, end-use controls; sanctions law",
    Grade.M,
    Deadline(kind=When.ON_EVENT, text="Before each export, remote access and help from afar included."),
    "screening log",
    _PENALTY,
    note="Holds for public-domain software and weights as well.",
)
keep_records = duty(
    EXPORT,
    "UK-EXP-3",
    "Keep export records",
    "Keep the records that the licence asks for.",
    "exporter who uses a licence",
    Topic.DOCUMENTATION,
    ANNEX_FROM,
    _SENDS & (uk_exports.any_of("listed", "end_use", "sanctioned") | _STRONG_CHIPS),
    "licence conditions; SI 2025/532",
    Grade.M,
    Deadline(kind=When.RETENTION, text="As the licence says, typically four years (from memory)."),
    "register of exports",
    "Fines up to level 4 for record offences.",
    published_on=ANNEX_FROM,
)
